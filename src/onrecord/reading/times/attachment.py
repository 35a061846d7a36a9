"""The time of a telling: the expression that stands with the cue, not the ones in what was said."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.core.readings import Time
from onrecord.core.spans import Span
from onrecord.knowledge.times import telling_words, tense_words
from onrecord.reading.layout import Layout, Word
from onrecord.reading.times.direction import is_past_form

_NEAR = 8
"""Words that may stand between cue or source and the time: `told a crowd of supporters in the park on Monday`."""


def attach(
    layout: Layout,
    times: Sequence[Time],
    cue_spans: Sequence[Span],
    source_spans: Sequence[Span],
    content_spans: Sequence[Span],
) -> str:
    """The id of the time attached to a telling (`said Wednesday`, `In a statement Tuesday, X said`), or "".

    It is a date or a time of day in the cue's sentence, outside of the content and of the source's own words, with nothing between
    it and the cue or the source but the place and the hearers of the telling. The nearest to the cue holds, of equals the first.
    """
    candidates = [
        (distance, time.span, time.id)
        for cue in cue_spans
        for time in _within(times, layout.sentence_at(cue.start))
        if time.type in ("DATE", "TIME") and not any(time.span.overlaps(span) for span in (*content_spans, *source_spans))
        if (distance := _distance(layout, time.span, cue, source_spans, content_spans)) is not None
    ]
    return min(candidates)[2] if candidates else ""


def _within(times: Sequence[Time], sentence: Span) -> Sequence[Time]:
    """The times that begin in a sentence; `times` are in order of span."""
    low, high = (bisect_left(times, offset, key=lambda time: time.span.start) for offset in sentence)
    return times[low:high]


def _distance(layout: Layout, time: Span, cue: Span, sources: Sequence[Span], contents: Sequence[Span]) -> int | None:
    """How many words lie between a time and a cue, or None where the time does not belong to the telling."""
    gap = Span(cue.end, time.start) if cue.end <= time.start else Span(time.end, cue.start)
    if gap.start > gap.end or any(content.start < gap.end and gap.start < content.end for content in contents):
        return None
    first, last = layout.places_in(gap)
    if last - first > _NEAR and last - first > _NEAR + sum(len(layout.words_in(source)) for source in sources):
        return None
    before = layout.words_in(Span(layout.sentence_at(time.start).start, time.start))
    between = layout.words_in(gap)
    if _bounds_another(layout, time, before):
        return None
    opening: Sequence[Word] = ()
    if time.end <= cue.start:
        if between and not _lies_in(between[0], sources) and not _may_follow(between[0]):
            return None
        opening = _clause(before)
    if _has_clause((*opening, *between), sources, contents):
        return None
    distance = sum(not _lies_in(word, sources) for word in between)
    return distance if distance <= _NEAR else None


def _bounds_another(layout: Layout, time: Span, before: Sequence[Word]) -> bool:
    """Whether the words around a time make it another thing's than the telling's (`before Friday's vote`, `a 2012 letter`)."""
    after = layout.words_in(Span(time.end, layout.sentence_at(time.start).end))
    if after and after[0].text.lower() in telling_words().nouns:
        return False
    return bool(before) and before[-1].text.lower() in telling_words().other_time


def _may_follow(word: Word) -> bool:
    """Whether a word right after a time that opens a sentence leaves the time to the telling."""
    return word.text.lower() in telling_words().next_word or word.text.lower() in telling_words().nouns


def _clause(before: Sequence[Word]) -> Sequence[Word]:
    """The words before a time since its clause began."""
    starts = [at for at, word in enumerate(before) if word.text.lower() in telling_words().clause_starts]
    return before[starts[-1] + 1 :] if starts else before


def _has_clause(words: Sequence[Word], sources: Sequence[Span], contents: Sequence[Span]) -> bool:
    """Whether another clause stands among some words, the source and the content apart."""
    clues = tense_words()
    others = [word.text.lower() for word in words if not _lies_in(word, (*sources, *contents))]
    return any(word in telling_words().barring or is_past_form(word, clues) for word in others)


def _lies_in(word: Word, spans: Sequence[Span]) -> bool:
    return any(word.span.within(span) for span in spans)
