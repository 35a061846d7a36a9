"""Offices in print: a title that names one and nothing else, and the party and state in brackets after a name."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.core.evidence import Date
from onrecord.core.spans import Span
from onrecord.knowledge.pack_titles import OfficeTitle, office_titles, pack_words, place_named, state_named

Level = Literal["", "state", "federal"]

LONGEST_FORM = 3
"""Words in the longest form of an office."""

PARTIES = {"d": "democratic", "r": "republican", "i": "independent"}
"""The first letter of a party before a state → the party."""


@dataclass(frozen=True, slots=True)
class NamedOffice:
    """An office that words name: its title, of which level it says to be, of what (a folded state or town, "" where none)."""

    title: OfficeTitle
    level: Level
    of: str


@dataclass(frozen=True, slots=True)
class PrintedOffice:
    """An office printed as somebody's in a document published then; `former` where print says that it is past."""

    document: str
    published: Date
    span: Span
    words: str
    office: NamedOffice
    former: bool


@dataclass(frozen=True, slots=True)
class PrintedTag:
    """A party and a state printed behind somebody's name in a document published then, folded: `(R-Texas)`."""

    document: str
    published: Date
    party: str
    place: str


_TAG = re.compile(
    r"\s*,?\s*\(?(?P<party>[DRI]|Dem\.?|Rep\.?|Democrat|Republican|Independent)\.?\s*(?:[-‐‑–—]|\s(?:of|from)\s|,\s)\s*"
    r"(?P<place>[A-Z][A-Za-z.]*(?:\s[A-Z][A-Za-z.]*){0,2})"
)


def tag_after(text: str, name: Span) -> tuple[str, str] | None:
    """The party and the folded state that stand behind a name (`(D-Calif.)`, `, R-Texas,`), or None.

    Of the capitalised words the longest beginning that is a state counts: what follows may be the next sentence's.
    """
    found = _TAG.match(text, name.end)
    words = found["place"].split() if found else []
    place = _state_at_front(words)
    return (PARTIES[found["party"][0].casefold()], place) if found and place else None


def _state_at_front(words: list[str]) -> str:
    """The state that the words begin with, the longest, "" where they begin with none."""
    states = (state_named(" ".join(words[:end])) for end in range(len(words), 0, -1))
    return next(filter(None, states), "")


@lru_cache(maxsize=1 << 14)
def named_office(words: str) -> NamedOffice | None:
    """The office that a title in print names (`Vermont Sen.`, `former governor of Ohio`), or None where it says anything else.

    `of` is what stands beside the office, a state or not: `president of the club` is none that packs could know.
    """
    parts = [part for part in (_bare(part) for part in words.casefold().replace("’", "'").split()) if part]
    for first in range(len(parts)):
        for last in range(min(len(parts), first + LONGEST_FORM), first, -1):
            form = " ".join(parts[first:last])
            if form in office_titles():
                return _whole(office_titles()[form], parts[:first], form.split(), parts[last:])
    return None


_PAST = re.compile(r"^(?:then|ex|former)[-‐‑–—]")


def _bare(part: str) -> str:
    return _PAST.sub("", part).strip(",").removesuffix("'s")


def _whole(title: OfficeTitle, before: list[str], form: list[str], after: list[str]) -> NamedOffice | None:
    """The office with what stands before it and after it, None where more follows than what it is of."""
    level: Level = "federal" if {"u.s.", "us"} & {*before, *form} else "state" if "state" in (*before, *form[:1]) else ""
    houses = pack_words("house") if title.house else frozenset()
    left = [part for part in before if part not in pack_words("before") | houses]
    left = [] if len(left) == 1 and left[0] in pack_words("town") else left
    if after and after[0] not in pack_words("of"):
        return None
    while after and after[0] in pack_words("of"):
        after = after[1:]
    if after == ["united", "states"]:
        return NamedOffice(title, "federal", place_named(" ".join(left)))
    return NamedOffice(
        title, level, place_named(" ".join(left)) if left else _behind([part for part in after if part not in houses])
    )


def _behind(words: list[str]) -> str:
    return _state_at_front(words) or place_named(" ".join(words))
