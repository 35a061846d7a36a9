"""Marked characters → words: which words an annotator's spans cover, and what follows for labels and links."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from benchmarks.contents import EDGE, Attribution

from onrecord.core.spans import Span
from onrecord.reading.layout import Word
from onrecord.reading.neural.links import InWords, Words


def in_words(text: str, words: Sequence[Word], attribution: Attribution) -> InWords:
    """The words that the attribution's spans cover, space and punctuation at their edges left out.

    Annotators differ on marks at the edges, and the measures do not look at them; the reader puts them back by rule. A span of
    nothing but marks (a colon as cue) is kept whole.
    """
    starts, ends = [word.start for word in words], [word.end for word in words]

    def covered(spans: Sequence[Span]) -> tuple[Words, ...]:
        trimmed = (_without_edges(text, span) for span in spans)
        found = ((bisect_right(ends, span.start), bisect_left(starts, span.end)) for span in trimmed)
        return tuple((start, end) for start, end in found if start < end)

    return InWords(covered(attribution.source), covered(attribution.cue), covered(attribution.content))


def _without_edges(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end) if start < end else span
