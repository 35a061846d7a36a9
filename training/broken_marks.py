"""Texts with quotation marks dropped and exchanged, as copy desks and web pages lose them, so that a network leans on them less."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout, layout
from onrecord.reading.quotations import Quotation, find_quotations, marks
from training.corpus import Annotated

WAYS = {"whole": 8, "no opening": 3, "no closing": 3, "neither": 2, "straight": 2, "apostrophes": 1, "turned": 1}
"""What becomes of a quotation's marks, and how often."""

GLYPHS = {"straight": ('"', '"'), "apostrophes": ("''", "''"), "turned": ("”", "“")}

_ENDS = frozenset(".!?")


class Broken(NamedTuple):
    """A text whose marks were broken; `moved` has for each offset of the whole text, its end included, the one in this."""

    text: str
    moved: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Where a span of the whole text stands."""
        return Span(self.moved[span.start], self.moved[span.end])

    def whole(self, offset: int) -> int:
        """The offset in the whole text of a character of this one."""
        return bisect_right(self.moved, offset) - 1


def broken(page: Layout, draw: Random) -> Broken:
    """The text of the page with the marks of some quotations dropped or exchanged, those that `draw` tells."""
    edits = {span: glyph for quotation in find_quotations(page) for span, glyph in _edits(page, quotation, draw)}
    parts: list[str] = []
    moved: list[int] = []
    at = length = 0
    for span in sorted(edits):
        parts += [page.text[at : span.start], edits[span]]
        moved += range(length, length + span.start - at)
        length += span.start - at
        moved += [length] * (span.end - span.start)
        length += len(edits[span])
        at = span.end
    parts.append(page.text[at:])
    moved += range(length, length + len(page.text) - at + 1)
    return Broken("".join(parts), tuple(moved))


def with_broken_marks(story: Annotated) -> Annotated:
    """The story with some of its marks broken, always the same ones, and what each annotator marked in it."""
    changed = broken(layout(story.text), Random(f"marks of {story.id}"))

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(map(changed.span, spans))

    by_annotator = tuple(
        tuple(replace(each, source=moved(each.source), cue=moved(each.cue), content=moved(each.content)) for each in marked)
        for marked in story.by_annotator
    )
    return replace(story, text=changed.text, by_annotator=by_annotator)


def _edits(page: Layout, quotation: Quotation, draw: Random) -> Iterator[tuple[Span, str]]:
    """The marks of a quotation that change, each with what takes its place; none where it stands in single marks."""
    (way,) = draw.choices(list(WAYS), list(WAYS.values()))
    its_marks = [Span(mark.start, mark.end) for mark in marks(page.text, quotation.span)]
    if way == "whole" or not its_marks or not (quotation.opened and quotation.closed):
        return
    opening, closing = its_marks[0], its_marks[-1]
    if way in GLYPHS:
        yield from zip((opening, closing), GLYPHS[way], strict=True)
    elif way != "neither":
        yield (opening if way == "no opening" else closing), ""
    elif _goes_on(page.text, opening, closing):
        yield from ((opening, ""), (closing, ""))


def _goes_on(text: str, opening: Span, closing: Span) -> bool:
    """Whether the sentence goes on outside of the quotation: without any marks its words are still somebody's."""
    before = text[: opening.start].rstrip(" ")[-1:]
    return before not in ("", "\n", *_ENDS, "”", '"') or text[closing.start - 1] not in _ENDS
