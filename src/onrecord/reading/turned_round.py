"""Reports that turn round who said it: `the Gazette quoted Quill as saying …`; `“…,” Hale was told by Quill`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.attributions import Attribution, by_units
from onrecord.reading.layout import Word
from onrecord.reading.noun_phrases import is_word, phrase_after
from onrecord.reading.units import Unit

LONGEST = 16
"""Words of whom somebody quotes, with what is said of them."""


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
        found.extend(_of_turns(its_own, turns) if turns else its_own)
    return found


def _of_turns(told: Sequence[Attribution], turns: Sequence[Turn]) -> Iterator[Attribution]:
    made: dict[Turn, Attribution] = {}
    for each in told:
        turn = next((turn for turn in turns if any(span.overlaps(turn.whole) for span in each.cue)), None)
        if turn is None:
            yield each
            continue
        content = (*(made[turn].content if turn in made else ()), *_beside(each.content, turn))
        made[turn] = _turned(made.get(turn, each), turn, tuple(_apart(sorted(content))))
    yield from made.values()


def _turned(attribution: Attribution, turn: Turn, content: tuple[Span, ...]) -> Attribution:
    told = tuple(span for span in attribution.source if not span.overlaps(turn.source) and not span.overlaps(turn.cue[0]))
    addressee = attribution.addressee or (told if turn.following is None else ())
    return replace(attribution, source=(turn.source,), cue=turn.cue, content=content, addressee=addressee)


def _beside(content: Sequence[Span], turn: Turn) -> Iterator[Span]:
    """The contents without the report itself: of `Quill as saying it sank` what follows `saying`."""
    for span in content:
        if not span.overlaps(turn.whole):
            yield span
        elif turn.following is not None and turn.following < span.end:
            yield Span(max(turn.following, span.start), span.end)


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans in order without those that overlap one before."""
    yield from spans[:1]
    yield from (span for before, span in pairwise(spans) if not span.overlaps(before))


def _turns(words: Sequence[Word]) -> Iterator[Turn]:
    for at, word in enumerate(words):
        text = word.text.lower()
        turn = _quoting(words, at) if text in name_words("quoting") else _told_by(words, at) if text == "told" else None
        if turn is not None:
            yield turn


def _quoting(words: Sequence[Word], at: int) -> Turn | None:
    """`quoted Quill, the mayor, as saying …`; not `was quoted as saying`, nor `was quoted by the Gazette as saying`."""
    end = next((end for end in range(at + 1, min(at + LONGEST, len(words) - 1)) if words[end].text == "as"), None)
    if end is None or words[at + 1].text == "by" or not _reporting(words[end + 1]):
        return None
    last = end - 1 if words[end - 1].text == "," else end
    if last <= at + 1 or not is_word(words[at + 1]):
        return None
    content = next((word.start for word in words[end + 2 :] if word.text not in (",", ":")), None)
    cue = (words[at].span, Span(words[end].start, words[end + 1].end))
    return Turn(Span(words[at + 1].start, words[last - 1].end), cue, content)


def _reporting(word: Word) -> bool:
    verb = reporting_verbs().get(word.text.lower())
    return verb is not None and word.text.endswith("ing")


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
