"""Quotation marks and the quotations they set off, with marks that are mixed up, or missing, mended.

A mark is judged by its shape in the text (what stands before and after it) and only then by its glyph, because typists and
copy desks exchange glyphs far more often than they misplace the spaces around them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.core.spans import Span
from onrecord.reading.asides import attributed_after, attribution_end, attribution_start, head_cue_end, reports
from onrecord.reading.layout import Layout
from onrecord.reading.single_marks import single_quotations

Side = Literal["open", "close", "either"]


class Mark(NamedTuple):
    """A double quotation mark and the side of a quotation that it stands on."""

    start: int
    end: int
    side: Side


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with the marks that stand around them, within one paragraph.

    `opened` and `closed` say whether the mark is there. A quotation that is not closed and whose next paragraph opens
    again runs on there.
    """

    span: Span
    opened: bool
    closed: bool


_MARK = re.compile(r"[“”„«»\"]|''|``|‘‘|’’")
_OPENERS = frozenset("“„«``‘‘")
_CLOSERS = frozenset("”»’’")
_BEFORE_OPENING = frozenset("([{—–-/‘'“\"")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…’'”\"")


def marks(text: str, paragraph: Span) -> tuple[Mark, ...]:
    """The double quotation marks of a paragraph, in order; inch and second marks after digits are left out."""
    found = (_mark(text, hit) for hit in _MARK.finditer(text, paragraph.start, paragraph.end))
    return tuple(mark for mark in found if mark)


def _mark(text: str, hit: re.Match[str]) -> Mark | None:
    start, end = hit.span()
    glyph = hit.group()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if glyph in ('"', "''") and before.isdigit() and not after.isspace() and after not in _AFTER_CLOSING:
        return None
    if opens != closes:
        return Mark(start, end, "open" if opens else "close")
    if glyph[0] in _OPENERS:
        return Mark(start, end, "open")
    if glyph[0] in _CLOSERS:
        return Mark(start, end, "close")
    return Mark(start, end, "close" if _last_before(text, start) in ".,!?" else "either")


def _last_before(text: str, offset: int) -> str:
    """The last character before an offset that is not white space; a full stop at the beginning of the text."""
    while offset and text[offset - 1].isspace():
        offset -= 1
    return text[offset - 1] if offset else "."


def find_quotations(layout: Layout) -> tuple[Quotation, ...]:
    """All quotations of a text, in order, none within another, each inside one paragraph."""
    by_paragraph = [marks(layout.text, paragraph) for paragraph in layout.paragraphs]
    doubled = [
        quotation
        for paragraph, its_marks in zip(layout.paragraphs, by_paragraph, strict=True)
        for quotation in _paired(layout, paragraph, its_marks)
        if len(layout.words_in(quotation.span)) > quotation.opened + quotation.closed
    ]
    whole = [quotation.span for quotation in doubled if quotation.opened and quotation.closed]
    single = single_quotations(layout.text, layout.paragraphs, whole)
    apart = [each for each in doubled if not any(each.span.overlaps(other.span) for other in single)]
    quoted = [*apart, *(Quotation(each.span, opened=True, closed=each.closed) for each in single)]
    return tuple(sorted(quoted, key=lambda quotation: quotation.span))


def quotations_at(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Those of a text's quotations, which are in order, that share a character with a span."""
    first = bisect_right(quotations, span.start, key=lambda quotation: quotation.span.end)
    return quotations[first : bisect_left(quotations, span.end, key=lambda quotation: quotation.span.start)]


def _paired(layout: Layout, paragraph: Span, its_marks: Sequence[Mark]) -> Iterator[Quotation]:
    nested = _nested(its_marks)
    if nested is not None:
        yield from (Quotation(span, opened=True, closed=True) for span in nested)
        return
    opened: Mark | None = None
    floor = paragraph.start
    for mark in its_marks:
        if opened is None and _may_be_unit(layout.text, mark):
            continue
        if opened is None and mark.side == "close":
            followed = _last_before(layout.text, mark.start) != "." and attributed_after(layout, mark.end, paragraph.end)
            span = Span(_start_of_unopened(layout, floor, mark.start, followed=followed), mark.end)
            yield Quotation(span, opened=False, closed=True)
            floor = mark.end
        elif opened is None:
            opened = mark
        elif mark.side == "open":
            span = Span(opened.start, _end_of_unclosed(layout, opened.end, mark.start))
            yield Quotation(span, opened=True, closed=False)
            floor, opened = span.end, mark
        else:
            yield Quotation(Span(opened.start, mark.end), opened=True, closed=True)
            floor, opened = mark.end, None
    if opened is not None:
        yield Quotation(Span(opened.start, _end_of_unclosed(layout, opened.end, paragraph.end)), opened=True, closed=False)


def _may_be_unit(text: str, mark: Mark) -> bool:
    """Whether the mark may stand for inches or seconds, where no quotation is open for it to close."""
    return mark.side == "close" and text[mark.start] in "\"'" and text[mark.start - 1 : mark.start].isdigit()


def _nested(its_marks: Sequence[Mark]) -> list[Span] | None:
    """The outermost pairs where the marks nest without remainder and never deeper than two; else None."""
    stack: list[Mark] = []
    outermost: list[Span] = []
    for mark in its_marks:
        closes = mark.side == "close" or (mark.side == "either" and bool(stack))
        if not closes:
            stack.append(mark)
        elif not stack:
            return None
        else:
            opening = stack.pop()
            if not stack:
                outermost.append(Span(opening.start, mark.end))
        if len(stack) > 2:
            return None
    return None if stack else outermost


def _end_of_unclosed(layout: Layout, start: int, limit: int) -> int:
    """Where a quotation without its closing mark ends: before the words that say whose it is, else at the limit."""
    end = attribution_start(layout, start, limit)
    if end is None:
        end = limit
        while end > start and layout.text[end - 1].isspace():
            end -= 1
    return end


def _start_of_unopened(layout: Layout, floor: int, end: int, *, followed: bool) -> int:
    """Where a quotation without its opening mark starts.

    After words that introduce it, else after the attribution that ends the quotation before it, else at the first of the
    sentences up to it in which nobody else reports anything.
    """
    introduced = head_cue_end(layout, floor, end, attributed=followed)
    if introduced is not None:
        return introduced
    after_quotation = floor > layout.paragraph_at(floor).start
    attributed = attribution_end(layout, floor, end) if after_quotation else None
    if attributed is not None:
        return attributed
    begin = _past_space(layout.text, floor)
    starts = [begin, *(start for start, _ in layout.sentences[_first_at(layout, begin + 1) :] if start < end)]
    first = len(starts) - 1
    while first and not reports(layout, starts[first - 1], starts[first]):
        first -= 1
    return starts[first]


def _first_at(layout: Layout, offset: int) -> int:
    return bisect_left(layout.sentences, Span(offset, 0))


def _past_space(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
