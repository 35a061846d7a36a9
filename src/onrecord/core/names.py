"""Folding and splitting of names: for comparison, never for display."""

import unicodedata
from dataclasses import dataclass

PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "das",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "las",
        "los",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "zur",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "abu",
        "st",
        "saint",
        "mac",
        "y",
        "e",
    ]
)
"""Words that belong to the surname after them, whatever their case: `de León`, `van der Berg`."""

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
"""Generational suffixes as they are folded → the form they are compared in."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'", "‘": "'", "ʻ": "'"}
)


def fold(name: str) -> str:
    """The name in lower case, without accents, full stops and commas, hyphens as spaces: `Kevin De León` → `kevin de leon`."""
    lowered = name.casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    kept = "".join(" " if c in "-‐‑–—/" else c for c in plain if c not in ".,'\"“”")
    return " ".join(kept.split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in folded parts; absent ones are "". `last` is the surname without the `particles` before it."""

    first: str
    middle: str
    particles: str
    last: str
    suffix: str


def split_person(name: str) -> PersonName:
    """The parts of a person's printed name, without titles: `Kevin de León Jr.` → kevin, de, leon, jr.

    A single word is a surname; who calls knows whether it may be a first name instead.
    """
    words = fold(name).split()
    suffix = SUFFIXES[words.pop()] if len(words) > 1 and words[-1] in SUFFIXES else ""
    if not words:
        return PersonName("", "", "", "", suffix)
    last = words.pop()
    particles: list[str] = []
    while words and words[-1] in PARTICLES and (len(words) > 1 or len(particles) == 0):
        particles.insert(0, words.pop())
    first, *middle = words or [""]
    return PersonName(first, " ".join(middle), " ".join(particles), last, suffix)
