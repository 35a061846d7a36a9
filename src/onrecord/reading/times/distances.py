"""Lengths that lead to or from another time of the story: `a year before the vote`, `two days after Christmas`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.core.readings import Direction
from onrecord.core.spans import Span
from onrecord.knowledge.times import time_words
from onrecord.reading.layout import Layout, Word
from onrecord.reading.times.drafts import Draft, Told
from onrecord.reading.times.grains import grain, is_fine_enough

_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_COUNTED = re.compile(r"P\d{1,6}([DWMY])")

_NOUN_WITHIN = 4
"""How many words after `before` or `after` the noun stands that another time of the story dates."""

_BESIDE = 2
"""How many words may stand between a time and the noun that it dates: `Tuesday’s long vote`, `the vote was on Tuesday`."""


class Distances:
    """The lengths of a text, each to be counted from a time that the text tells."""

    def __init__(self, layout: Layout, told: Sequence[Told]) -> None:
        self._layout = layout
        self._told = told
        self._beside: dict[str, Told] | None = None

    def led(self, at: int) -> Draft:
        """The draft of the length that stands there among the times, counted from what it lies before or after, if that is told."""
        one = self._told[at]
        counted = _COUNTED.fullmatch(one.draft.value) if one.draft.type == "DURATION" and one.draft.direction == "none" else None
        if counted is None:
            return one.draft
        following = self._layout.words_in(Span(one.span.end, self._layout.sentence_at(one.span.end - 1).end))
        side, length = _side(following)
        words = following[length : length + _NOUN_WITHIN]
        other = _told_among(words, self._told[at + 1 : at + 2]) or self._dated(_noun(words))
        if side is None or other is None or not is_fine_enough(other.draft, _UNITS[counted[1]]):
            return one.draft
        return replace(one.draft, direction=side, counted_from=other.span)

    def _dated(self, noun: str) -> Told | None:
        """The time beside another mention of a noun: `before the vote`, where `Tuesday’s vote` stands elsewhere; or None."""
        if self._beside is None:
            self._beside = {}
            for one in self._told:
                if grain(one.draft):
                    for word in self._around(one.span):
                        self._beside.setdefault(word.text.lower(), one)
        return self._beside.get(noun) if noun else None

    def _around(self, span: Span) -> Sequence[Word]:
        sentence = self._layout.sentence_at(span.start)
        before = self._layout.words_in(Span(sentence.start, max(sentence.start, span.start)))[-1 - _BESIDE :]
        after = self._layout.words_in(Span(span.end, max(span.end, sentence.end)))[: 1 + _BESIDE]
        return (*before, *after)


def _side(following: Sequence[Word]) -> tuple[Direction | None, int]:
    """Which side of what follows a length is on, and in how many words that is said."""
    words = [word.text.lower() for word in following[:2]]
    for length in (2, 1):
        sign = time_words().leading.get(" ".join(words[:length]), 0)
        if sign:
            return ("past" if sign < 0 else "future"), length
    return None, 0


def _told_among(words: Sequence[Word], told: Sequence[Told]) -> Told | None:
    """The time that stands among some words: `before the Nov. 8 vote`."""
    return next((one for one in told if words and words[0].start <= one.span.start <= words[-1].start), None)


def _noun(words: Sequence[Word]) -> str:
    """The word after an article, in lower case: the noun of `the vote`; "" where no article opens the words."""
    if len(words) < 2 or words[0].text.lower() not in time_words().articles or not words[1].text.isalpha():
        return ""
    return words[1].text.lower()
