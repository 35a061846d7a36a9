"""Places in print after persons' names, which tell two bearers of one office apart: `Ida Quill of Ohio`, `Ida Quill, R-Ohio`."""

import re
from collections.abc import Iterable, Sequence

from onrecord.core.names import fold
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import known_places
from onrecord.reading.posts import place_after

LONGEST = 3
"""Words of a place."""

_OF = re.compile(r",?\s(?:of|from)\s((?:[A-Z][\w.]*\s?){1,3})")


def places_beside(text: str, names: Iterable[Span]) -> frozenset[str]:
    """The places, by their folded full names, that stand after a person's names at these spans."""
    found: set[str] = set()
    for name in names:
        if place := place_after(text, name):
            found.add(fold(place))
        if (of := _OF.match(text, name.end)) is not None:
            found.add(_opening(fold(of[1]).split()))
    return frozenset(found - {""})


def place_among(words: Sequence[str]) -> str:
    """The folded full name of the longest place among the words of a nominal, or ""."""
    openings = (_opening(words[first:]) for first in range(len(words)))
    return max(openings, key=len, default="")


def _opening(words: Sequence[str]) -> str:
    """The folded full name of the longest place that the words begin with, or ""."""
    forms = (" ".join(words[:size]) for size in range(min(LONGEST, len(words)), 0, -1))
    return next((known_places()[form] for form in forms if form in known_places()), "")
