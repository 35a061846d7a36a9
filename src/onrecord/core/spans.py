"""Spans: the only kind of pointer into text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in Unicode code points of a document's text; never empty, never reversed."""

    start: int
    end: int

    def within(self, other: "Span") -> bool:
        """Whether every character of this span lies in `other`."""
        return self.start >= other.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


PIECES_JOINED_BY = " … "
"""What stands between the pieces of an item's words where the item is in several pieces."""


def words_at(text: str, *spans: Span) -> str:
    """The words that stand at the spans, in their order, pieces joined by ` … `."""
    return PIECES_JOINED_BY.join(text[start:end] for start, end in spans)


def shared_part(first: tuple[Span, ...], second: tuple[Span, ...]) -> float:
    """The share of characters common to both of two sets of spans, 0 to 1 (Jaccard over code points)."""
    one = {at for span in first for at in range(*span)}
    two = {at for span in second for at in range(*span)}
    return len(one & two) / len(one | two) if one or two else 0.0


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans, which are in order, with those that overlap made one, so that a span's neighbours are all that it can touch."""
    together: list[Span] = []
    for span in spans:
        if together and together[-1].overlaps(span):
            together[-1] = Span(together[-1].start, max(together[-1].end, span.end))
        else:
            together.append(span)
    return together


def overlapping(apart: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of several spans, which are in order and do not overlap each other, that share a character with this one."""
    places = overlapping_at(apart, span)
    return apart[places.start : places.stop]


def overlapping_at(apart: Sequence[Span], span: Span) -> range:
    """The places of those spans among all of them."""
    return range(bisect_right(apart, span.start, key=_end), bisect_left(apart, (span.end,)))


def _end(span: Span) -> int:
    return span.end


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges; empty spans come back as they are."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
