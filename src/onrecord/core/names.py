"""Folding and splitting of names: for comparison, never for display."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

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
"""Words that belong to the surname after them, whatever their case: `de Ávila`, `van der Berg`."""

GIVEN_PARTICLES = frozenset(["al", "ben", "mac"])
"""Particles that, capitalised before a surname and after nothing, are a given name: `Al Gore`, but `al-Assad`, `Van Hollen`."""

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
"""Generational suffixes as they are folded → the form they are compared in."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'", "‘": "'", "ʻ": "'"}
)


_MARKS = str.maketrans(dict.fromkeys("-‐‑–—/", " ") | dict.fromkeys(".,'\"“”()"))


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The name in lower case without accents, full stops, commas and brackets, hyphens as spaces: `Jo De Ávila` → `jo de avila`."""
    plain = name.lower() if name.isascii() else _plain(name)
    return " ".join(plain.translate(_MARKS).split())


def _plain(name: str) -> str:
    """In lower case, compatible letters one letter (`𝕊` is s), accents left out."""
    lowered = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in folded parts; absent ones are "". `last` is the surname without the `particles` before it.

    The two halves of a hyphenated part stay together: `Alexandria Ocasio-Cortez` has the surname `ocasio cortez`.
    """

    first: str
    middle: str
    particles: str
    last: str
    suffix: str


_NICKNAME_INSIDE = re.compile(r"""(?<=\s)(?:"[^"]*"|“[^”]*”|'[^']*'|‘[^’]*’|\([^)]*\))(?=\s)""")
_INITIALS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_])")
_TWO_INITIALS = re.compile(r"(?<!\S)([B-DF-HJ-NP-TV-Z])([B-DF-HJ-NP-TV-Z])(?=\s+\S*[a-z])")


def nickname_inside(name: str) -> str:
    """The folded nickname that stands in quotation marks or brackets inside a printed name, or "": `Ed “Ted” Malloy` → `ted`."""
    found = _NICKNAME_INSIDE.search(name)
    return fold(found[0].strip("()")) if found else ""


def spaced_initials(name: str) -> str:
    """The printed name with a space after each initial: `J.R. Pell` → `J. R. Pell`."""
    return _INITIALS.sub(". ", name)


@lru_cache(maxsize=1 << 16)
def split_person(name: str) -> PersonName:
    """The parts of a person's printed name, without titles: `Mario de Ávila Jr.` → mario, de, avila, jr.

    A nickname in quotation marks or brackets inside the name is passed over; `J.K.` is two initials, and
    so is `JK` before a name in small letters. A single word is a
    surname; who calls knows whether it may be a first name instead.
    """
    plain = _TWO_INITIALS.sub(r"\1 \2", _INITIALS.sub(". ", _NICKNAME_INSIDE.sub("", name)))
    words = [_capital_initial(word, folded) for word in plain.split() if (folded := fold(word))]
    suffix = SUFFIXES[words.pop()] if len(words) > 1 and words[-1] in SUFFIXES else ""
    if not words:
        return PersonName("", "", "", "", suffix)
    *joined, last = _without_leading_particles(words.pop())
    particles: list[str] = []
    while words and words[-1] in PARTICLES and not (len(words) == 1 and _is_given_name(plain, words[0])):
        particles.insert(0, words.pop())
    first, *middle = words or [""]
    middles = [word.casefold() for word in middle]
    return PersonName(first.casefold(), " ".join(middles), " ".join(particles + joined), last.casefold(), suffix)


def _capital_initial(word: str, folded: str) -> str:
    """The folded word, an initial kept a capital: the `E.` of `Susan E. Pruett` is no particle, the `e` of `Costa e Silva` is."""
    return folded.upper() if len(folded) == 1 and word[0].isupper() else folded


def _without_leading_particles(last: str) -> tuple[str, ...]:
    """The particles that hang on a surname by a hyphen, then the surname: `al assad` → al, assad."""
    parts = last.split()
    joined: list[str] = []
    while len(parts) > 1 and parts[0] in PARTICLES:
        joined.append(parts.pop(0))
    return (*joined, " ".join(parts))


def _is_given_name(printed: str, word: str) -> bool:
    return word in GIVEN_PARTICLES and printed.lstrip()[:1].isupper()
