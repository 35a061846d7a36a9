"""Reports that turn round who said it: `the Gazette quoted Quill as saying …`; `Quill was quoted by the Gazette as saying …`; `“…,”
Hale was told by Quill`; `the ad has footage of Quill saying …`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.attributions import Attribution, by_units
from onrecord.reading.layout import Word
from onrecord.reading.noun_phrases import before_verb_group, is_word, phrase_after, phrase_before
from onrecord.reading.units import Unit

LONGEST = 16
"""Words of whom somebody quotes, with what is said of them."""


_SETTING = frozenset(["in", "on", "by", "at", "during"])


class Turn(NamedTuple):
    """Whose words they are, the words of the report around that, and where the words that they stand before begin, if any do."""

    source: Span
    cue: tuple[Span, ...]
    following: int | None

    @property
    def whole(self) -> Span:
        """From the first word of it to the last."""
        return Span(min(self.source.start, self.cue[0].start), max(self.source.end, self.cue[-1].end))


def turned_round(told: Sequence[Attribution], units: Sequence[Unit]) -> list[Attribution]:
    """The attributions, those of such reports with whoever said it for their source; all of one report are one."""
    found: list[Attribution] = []
    for unit, its_own in zip(units, by_units(units, told), strict=True):
        turns = list(_turns(unit.words)) if its_own else []
        found.extend(_of_turns(its_own, turns, unit.words) if turns else its_own)
    return found


def _of_turns(told: Sequence[Attribution], turns: Sequence[Turn], words: Sequence[Word]) -> Iterator[Attribution]:
    made: dict[Turn, Attribution] = {}
    for each in told:
        turn = next((turn for turn in turns if _is_of(each, turn)), None)
        if turn is None:
            yield each
            continue
        content = (*(made[turn].content if turn in made else ()), *_beside(each.content, turn, words))
        made[turn] = _turned(made.get(turn, each), turn, tuple(_apart(sorted(content))))
    yield from made.values()


def _is_of(attribution: Attribution, turn: Turn) -> bool:
    """Whether the report is the turned one, or tells of it by a verb that reports nothing: `aired a clip of Quill saying …`."""
    if any(span.overlaps(turn.whole) for span in attribution.cue):
        return True
    reports = reporting_verbs().get(attribution.verb.lemma) is not None
    return not reports and turn.following is not None and any(turn.whole.within(span) for span in attribution.content)


def _turned(attribution: Attribution, turn: Turn, content: tuple[Span, ...]) -> Attribution:
    told = tuple(span for span in attribution.source if not span.overlaps(turn.source) and not span.overlaps(turn.cue[0]))
    addressee = attribution.addressee or (told if turn.following is None else ())
    return replace(attribution, source=(turn.source,), cue=turn.cue, content=content, addressee=addressee)


def _beside(content: Sequence[Span], turn: Turn, words: Sequence[Word]) -> Iterator[Span]:
    """The contents without the report: of `Quill as saying it sank` what follows `saying`; of `as saying on Friday` nothing."""
    for span in content:
        if not span.overlaps(turn.whole):
            yield span
        elif turn.following is not None and turn.following < span.end:
            kept = Span(max(turn.following, span.start), span.end)
            first = next((word for word in words if word.start == kept.start), None)
            if first is None or first.text not in _SETTING:
                yield kept


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans in order without those that overlap one before."""
    yield from spans[:1]
    yield from (span for before, span in pairwise(spans) if not span.overlaps(before))


def _turns(words: Sequence[Word]) -> Iterator[Turn]:
    for at, word in enumerate(words):
        text = word.text.lower()
        if text in name_words("quoting"):
            turn = _quoting(words, at)
        elif text in name_words("recording"):
            turn = _recorded(words, at)
        else:
            turn = _told_by(words, at) if text == "told" else None
        if turn is not None:
            yield turn


def _quoting(words: Sequence[Word], at: int) -> Turn | None:
    """`quoted Quill, the mayor, as saying …`; `Quill was quoted by the Gazette as saying …`."""
    saying = _saying(words, at)
    if saying is None:
        return None
    start, end = saying
    first = before_verb_group(words, at)
    if any(word.text.lower() in phrase_words("passive") for word in words[first:at]):
        subject = phrase_before(words, first)
        cue = _joined(Span(words[first].start, words[at].end), Span(words[start].start, words[end - 1].end), apart=start > at + 1)
        return None if subject is None else _turn(words, (subject, first), cue, end)
    cue = (words[at].span, Span(words[start].start, words[end - 1].end))
    return None if words[at + 1].text == "by" else _turn(words, (at + 1, start), cue, end)


def _saying(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The words that tell how somebody is quoted, behind `quoted` at an index: `as saying`, `as having said`, `saying`."""
    for index in range(at + 1, min(at + LONGEST, len(words) - 1)):
        if words[index].text == "as":
            behind = index + 1 + (words[index + 1].text.endswith("ly") or words[index + 1].text == "having")
            if behind < len(words) and _reports(words[behind], having=words[behind - 1].text == "having"):
                return index, behind + 1
        elif words[at].text.lower().startswith("quot") and _reports(words[index]):
            return index, index + 1
    return None


def _recorded(words: Sequence[Word], at: int) -> Turn | None:
    """`footage of Quill saying …`, `a tape surfaced of Quill telling …`."""
    of = next((index for index in range(at + 1, min(at + 4, len(words))) if words[index].text == "of"), None)
    if of is None or not all(word.text.lower() in name_words("surfacing") for word in words[at + 1 : of]):
        return None
    end = _object_after(words, of + 1)
    verb = None if end is None else end + (end < len(words) and words[end].text.endswith("ly"))
    if end is None or verb is None or verb >= len(words) or not _reports(words[verb]):
        return None
    return _turn(words, (of + 1, end), (words[verb].span,), verb + 1)


def _object_after(words: Sequence[Word], start: int) -> int | None:
    if start < len(words) and words[start].text in ("him", "her", "them", "me", "us"):
        return start + 1
    return phrase_after(words, start)


def _turn(words: Sequence[Word], source: tuple[int, int], cue: tuple[Span, ...], end: int) -> Turn | None:
    """The report of a phrase of words, whose words begin at an index, past marks; None where there is no phrase."""
    first, last = source
    while last > first and words[last - 1].text == ",":
        last -= 1
    if last <= first or not is_word(words[first]):
        return None
    content = next((word.start for word in words[end:] if word.text not in (",", ":")), None)
    return Turn(Span(words[first].start, words[last - 1].end), cue, content)


def _joined(one: Span, other: Span, *, apart: bool) -> tuple[Span, ...]:
    return (one, other) if apart else (Span(one.start, other.end),)


def _reports(word: Word, *, having: bool = False) -> bool:
    verb = reporting_verbs().get(word.text.lower())
    return verb is not None and (having or word.text.endswith("ing"))


def _told_by(words: Sequence[Word], at: int) -> Turn | None:
    """`was told by Quill`, behind what was said."""
    if not 0 < at < len(words) - 2 or words[at - 1].text not in phrase_words("passive") or words[at + 1].text != "by":
        return None
    end = phrase_after(words, at + 2)
    return (
        None
        if end is None
        else Turn(Span(words[at + 2].start, words[end - 1].end), (Span(words[at - 1].start, words[at].end),), None)
    )
