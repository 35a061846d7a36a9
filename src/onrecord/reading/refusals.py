"""Non-statements: `declined to comment`, `did not respond`; kept as items, since silence is on the record too."""

from collections.abc import Sequence
from functools import cache

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import Refusal, ReportingVerb, phrase_words, refusals
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Word
from onrecord.reading.noun_phrases import phrase_before
from onrecord.reading.units import Unit


def refusals_in(unit: Unit) -> list[Attribution]:
    """The refusals of a unit, in order; the content is what was refused (`comment`, `to requests for comment`)."""
    patterns = _by_first_word()
    starts = [(index, text) for index, word in enumerate(unit.words) if (text := word.text.lower()) in patterns]
    found = (_refusal_at(unit.words, index, pattern) for index, text in starts for pattern in patterns[text])
    return [attribution for attribution in found if attribution is not None]


def refused_at(words: Sequence[Word], index: int) -> Refusal | None:
    """The refusal whose words begin at an index, whosever it is."""
    for pattern in _by_first_word().get(words[index].text.lower(), ()):
        end = _matched(words, index, pattern.cue)
        if end is not None and _matched(words, end, pattern.content) is not None:
            return pattern
    return None


@cache
def _by_first_word() -> dict[str, tuple[Refusal, ...]]:
    words = {word for pattern in refusals() for word in pattern.cue[0]}
    return {word: tuple(pattern for pattern in refusals() if word in pattern.cue[0]) for word in words}


def _refusal_at(words: Sequence[Word], index: int, pattern: Refusal) -> Attribution | None:
    cue_end = _matched(words, index, pattern.cue)
    if cue_end is None or _matched(words, cue_end, pattern.content) is None:
        return None
    first = phrase_before(words, _before_adverbs(words, index))
    if first is None:
        return None
    content_end = _mark_after(words, cue_end)
    return Attribution(
        (Span(words[first].start, words[_before_adverbs(words, index) - 1].end),),
        (Span(words[index].start, words[cue_end - 1].end),),
        (Span(words[cue_end].start, words[content_end - 1].end),),
        ReportingVerb("decline" if pattern.mode == "declined" else "respond", pattern.mode, ""),
        "refusal",
    )


def _matched(words: Sequence[Word], start: int, pattern: Sequence[frozenset[str]]) -> int | None:
    """One past the last word matched, or None."""
    at = start
    for alternatives in pattern:
        if at < len(words) and words[at].text.lower() in alternatives:
            at += 1
        elif "" not in alternatives:
            return None
    return at


def _before_adverbs(words: Sequence[Word], index: int) -> int:
    while index > 1 and words[index - 1].text.lower() in phrase_words("adverb"):
        index -= 1
    return index


def _mark_after(words: Sequence[Word], start: int) -> int:
    return next((at for at in range(start + 1, len(words)) if words[at].text in (",", ".", ";", "—", "--", ":")), len(words))
