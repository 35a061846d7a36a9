"""Dialogue: short quotations, a paragraph each, in which two people take turns and not every turn says whose it is.

`“Who signed?” asked Lind. / “I did,” said Hale. / “Why?” / “I was told to.”`: the third is Lind's again, the fourth Hale's. A story
of another kind gives several quotations in a row to one person, so turns are told only where two different people have just
spoken and a short question is answered, or two short quotations in a row stand without a name.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.core.spans import Span, joined, overlapping
from onrecord.knowledge.name_words import pronouns
from onrecord.knowledge.reporting import phrase_words
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Layout
from onrecord.reading.noun_phrases import is_quoted, is_word
from onrecord.reading.quotations import Quotation
from onrecord.reading.units import Unit

LONGEST_TURN = 16
"""Words of a turn that does not say whose it is."""

LONGEST_TAG = 14
"""Words beside the quotation of a turn that says whose it is."""

ASKING = frozenset({"ask", "wonder", "demand", "inquire"})


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph of dialogue: its quotations, and of whoever says it the words, "" where it does not tell."""

    spans: tuple[Span, ...]
    by: str
    asks: bool
    asked: bool
    short: bool
    answers: bool


def turns_taken(
    page: Layout, units: Sequence[Unit], told: Sequence[Attribution], quotations: Sequence[Quotation]
) -> dict[int, int | None]:
    """Paragraph number of a turn without a name → the paragraph whose speaker it is, or None where it cannot be told."""
    turns = _turns(page, units, told, {quotation.span for quotation in quotations if quotation.opened and quotation.closed})
    last_words = {unit.paragraph: unit.words[-1] for unit in units}
    asking = {number for number, word in last_words.items() if is_quoted(word) and _asks(page, word.span)}
    taken: dict[int, int | None] = {}
    for number, turn in turns.items():
        if turn.by or not turn.short:
            continue
        if number - 1 in turns and _alternates(turns, taken, number):
            taken[number] = taken.get(number - 2, number - 2)
        elif (
            (number - 1 in turns and turns[number - 1].asked)
            or (number - 1 in asking and turn.answers)
            or taken.get(number - 1, 0) is None
        ):
            taken[number] = None
    return taken


def _alternates(turns: Mapping[int, _Turn], taken: Mapping[int, int | None], number: int) -> bool:
    """Whether the turn is of whoever spoke before the last one."""
    before, last = turns.get(number - 2), turns[number - 1]
    if before is None or taken.get(number - 2, number - 2) is None:
        return False
    if number - 1 in taken:
        return taken[number - 1] is not None
    following = turns.get(number + 1)
    return _differ(before.by, last.by) and (last.asks or (following is not None and not following.by and following.short))


def _differ(one: str, other: str) -> bool:
    """Whether two sources are different people for certain: two names or descriptions without a word in common, he and she."""
    words = [set(source.lower().split()) - phrase_words("determiner") for source in (one, other)]
    pronoun = [bool(its_own & pronouns().keys()) and len(its_own) == 1 for its_own in words]
    return bool(one and other) and words[0].isdisjoint(words[1]) and pronoun[0] == pronoun[1]


def _turns(page: Layout, units: Sequence[Unit], told: Sequence[Attribution], whole: set[Span]) -> dict[int, _Turn]:
    by_paragraph = {number: list(its_own) for number, its_own in groupby(units, key=lambda unit: unit.paragraph)}
    cued: dict[int, list[Attribution]] = {}
    for each in told:
        cued.setdefault(_paragraph(page, each), []).append(each)
    found = ((number, _turn(page, its_own, cued.get(number, ()), whole)) for number, its_own in by_paragraph.items())
    return {number: turn for number, turn in found if turn is not None}


def _paragraph(page: Layout, attribution: Attribution) -> int:
    return bisect_left(page.paragraphs, page.paragraph_at(attribution.cue[0].start))


def without_turns(told: Sequence[Attribution], units: Sequence[Unit], taken: Mapping[int, int | None]) -> list[Attribution]:
    """The attributions without what they have in the paragraphs of such turns."""
    turns = joined(sorted(unit.span for unit in units if unit.paragraph in taken))
    return [replace(each, content=tuple(span for span in each.content if not overlapping(turns, span))) for each in told]


def _turn(page: Layout, units: Sequence[Unit], cued: Sequence[Attribution], whole: set[Span]) -> _Turn | None:
    words = [word for unit in units for word in unit.words]
    spans = tuple(word.span for word in words if is_quoted(word))
    beside = [word for word in words if is_word(word) and not is_quoted(word)]
    outside = [each for each in cued if not any(cue.within(span) for cue in each.cue for span in spans)]
    if not spans or not whole.issuperset(spans) or len(beside) > LONGEST_TAG:
        return None
    short = sum(is_word(word) for span in spans for word in page.words_in(span)) <= LONGEST_TURN
    asks = _asks(page, spans[-1])
    first = next((word.text.lower().strip(".") for word in page.words_in(spans[0]) if is_word(word)), "")
    answers = first in phrase_words("answer")
    if not beside:
        return _Turn(spans, "", asks, False, short, answers)
    if len(outside) != 1 or not outside[0].source or not any(span.overlaps(said) for span in spans for said in outside[0].content):
        return None
    by = " ".join(page.text[slice(*span)] for span in outside[0].source)
    return _Turn(spans, by, asks, asks and outside[0].verb.lemma in ASKING, short, answers)


def _asks(page: Layout, quoted: Span) -> bool:
    return page.text[slice(*quoted)].rstrip("”\"'’ ,").endswith("?")
