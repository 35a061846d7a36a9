"""Titles in the plural, which every name of a list bears: `Sens. Ada Quill (D-Ohio), Jo Lind and Rosa Holm`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.core.spans import Span
from onrecord.reading.layout import Word
from onrecord.reading.naming import plural_title_at

_MARKS = r"""
    (?: \s?\([^()\n]{1,40}\)
      | ,\s(?:D|R|I|DFL)\.?[-–—][A-Z][\w.’'\ ]{1,24}
      | \sof\s(?:the\s)?[A-Z][\w.’']*(?:\s[A-Z][\w.’']*){0,2} )*
"""
_NEXT = re.compile(_MARKS + r"(?P<joint>,|;|,?\s(?:and|&)|;\sand)\s", re.VERBOSE)
_OTHERS = re.compile(_MARKS + r",?\s(?:and|&)\s(?:\w+\s){0,2}(?:others|colleagues)\b", re.VERBOSE)
_PARTY = re.compile(r"(?:D|R|I|DFL)[-–—][A-Z]")
LONGEST_BETWEEN = 80
"""Characters between two names of a list."""


def names_party(word: Word) -> bool:
    """Whether a word is the mark of a party and a place: `D-Ohio`."""
    return _PARTY.match(word.text) is not None


def is_plural(words: Sequence[Word]) -> bool:
    """Whether a title holds one in the plural."""
    return any(plural_title_at(words, at, len(words)) is not None for at in range(len(words)))


def listed(text: str, spans: Sequence[Span]) -> int:
    """How many of the spans, from the first on, are one list: `X, Y (R-Ohio) and Z`; one where nothing ends a list with `and`."""
    count = 1
    for one, other in pairwise(spans):
        between = text[one.end : other.start]
        found = _NEXT.fullmatch(between) if len(between) <= LONGEST_BETWEEN else None
        if found is None:
            break
        count += 1
        if not found["joint"].endswith((",", ";")):
            return count
    return count if count > 1 and _OTHERS.match(text, spans[count - 1].end) else 1
