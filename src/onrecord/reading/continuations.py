"""Quotations without a report of their own: carried on from the report before them, or signed below.

`“X,” Lind said. “Y.”` is one statement in two pieces. A paragraph that is nothing but a quotation goes on with the speaker of the
paragraph before it; where that paragraph's quotation was left open, with its statement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from types import MappingProxyType

from onrecord.core.spans import Span, joined, overlapping
from onrecord.knowledge.reporting import ReportingVerb, phrase_words
from onrecord.reading.attributions import Attribution
from onrecord.reading.noun_phrases import is_quoted
from onrecord.reading.quotations import Quotation
from onrecord.reading.units import Unit

SIGNED = ReportingVerb("—", "said", "q")
CARRIED = ReportingVerb("", "said", "q")
LONGEST_SIGNATURE = 14
"""Words of a signature line with a title in it, its quotation counted as one."""

_DASHES = frozenset({"—", "–", "―", "-", "--"})


@dataclass(frozen=True, slots=True)
class Carried:
    """An attribution and, where it has no source of its own, the position of the attribution whose speaker it carries on."""

    attribution: Attribution
    follows: int | None = None


def carry_on(
    units: Sequence[Unit],
    by_unit: Sequence[Sequence[Attribution]],
    quotations: Sequence[Quotation],
    turns: Mapping[int, int | None] = MappingProxyType({}),
) -> list[Carried]:
    """All attributions of a text in order, quotations that carry on added to the one they belong to or as their own.

    One that ends in a colon with nothing after it has no content (positions in the list are what `follows` counts). `turns` are
    the paragraphs of a dialogue that do not say whose they are, with the paragraph whose speaker they are of, or None.
    """
    thread = _Thread(quotations, turns)
    for number, (unit, found) in enumerate(zip(units, by_unit, strict=True)):
        signature = None if units[number].only_quoted and any(by_unit[number + 1 : number + 2]) else signature_at(units, number)
        if thread.introduced(unit) and not found:
            thread.extend(unit, _quoted(unit) or (_rest(units, number),))
        elif found and unit.only_quoted and all(_within_quotation(unit, each) for each in found):
            thread.carried.extend(Carried(each) for each in found)
            thread.quote(unit)
        elif found:
            thread.report(unit, found)
        elif signature is not None:
            thread.add(unit, Carried(Attribution((signature[1],), (signature[0],), _quoted(unit), SIGNED, "signed")))
        elif unit.only_quoted:
            thread.quote(unit)
        else:
            thread.narrate(unit)
            thread.leave_open(unit)
    return thread.carried


def _within_quotation(unit: Unit, attribution: Attribution) -> bool:
    """Whether somebody else is reported within what is quoted, who keeps the floor. A turn of a transcript is no report."""
    reported = bool(attribution.cue) and attribution.pattern not in ("label", "posted")
    return reported and all(any(map(cue.within, _quoted(unit))) for cue in attribution.cue)


def once(carried: Sequence[Carried], by_unit: Sequence[Sequence[Attribution]]) -> tuple[Carried, ...]:
    """The attributions with the contents that their cues had in their units, and of the quotations carried on to them those that no
    other cue has."""
    contents = {each.cue: each.content for its_own in by_unit for each in its_own}
    taken = joined(sorted(span for told in contents.values() for span in told))
    return tuple(_once(each, contents, taken) for each in carried)


def _once(carried: Carried, contents: Mapping[tuple[Span, ...], tuple[Span, ...]], taken: Sequence[Span]) -> Carried:
    attribution = carried.attribution
    its_own = contents.get(attribution.cue, ())
    further = [span for span in attribution.content if not overlapping(taken, span)]
    return replace(carried, attribution=replace(attribution, content=tuple(sorted((*its_own, *further)))))


def signature_at(units: Sequence[Unit], number: int) -> tuple[Span, Span] | None:
    """`— Jo Lind` right after a quotation, as the rest of its unit or the whole of the next: the dash and the name, or None.

    `— With assistance by Jo Lind` credits whoever wrote the story.
    """
    words = units[number].words
    if not is_quoted(words[0]):
        return None
    if units[number].only_quoted:
        words = words[:1] + units[number + 1].words if number + 1 < len(units) else words
    if not 3 <= len(words) <= LONGEST_SIGNATURE or words[1].text not in _DASHES or not words[2].capitalized:
        return None
    if words[2].text.lower() in phrase_words("setting") or any(word.text == "by" for word in words[3:]):
        return None
    return words[1].span, Span(words[2].start, words[-1].end)


class _Thread:
    """Who has the floor on the way through a text: the attribution that a bare quotation would go on from."""

    def __init__(self, quotations: Sequence[Quotation], turns: Mapping[int, int | None]) -> None:
        self.carried: list[Carried] = []
        self._turns = turns
        self._spoke: dict[int, int] = {}
        self._spans = {quotation.span for quotation in quotations}
        self._open_ended = {quotation.span for quotation in quotations if not quotation.closed}
        self._opened = {quotation.span for quotation in quotations if quotation.opened}
        self._last: int | None = None
        self._paragraph = -2

    def introduced(self, unit: Unit) -> bool:
        """Whether the attribution before the unit has a colon and no content yet."""
        return self._last is not None and not self.carried[self._last].attribution.content and self._near(unit)

    def report(self, unit: Unit, found: Sequence[Attribution]) -> None:
        """A unit with attributions of its own."""
        self.carried.extend(Carried(attribution) for attribution in found)
        self._last, self._paragraph = _goes_on_from(self.carried, len(found), self._spans), unit.paragraph
        self._spoke[unit.paragraph] = self._last
        if found[-1].pattern == "posted":
            self._last = None

    def add(self, unit: Unit, carried: Carried) -> None:
        """An attribution made here, which later quotations may go on from."""
        self.carried.append(carried)
        self._last, self._paragraph = len(self.carried) - 1, unit.paragraph

    def extend(self, unit: Unit, spans: tuple[Span, ...]) -> None:
        """More content for the attribution that has the floor."""
        if self._last is not None:
            before = self.carried[self._last]
            content = (*before.attribution.content, *spans)
            self.carried[self._last] = replace(before, attribution=replace(before.attribution, content=content))
            self._paragraph = unit.paragraph

    def quote(self, unit: Unit) -> None:
        """A unit that is nothing but a quotation: more of the same statement, another by the same speaker, or nobody's."""
        if unit.paragraph in self._turns and unit.paragraph != self._paragraph:
            self._take_turn(unit, self._turns[unit.paragraph])
        elif self._last is not None and self._same_statement(self.carried[self._last], unit):
            self.extend(unit, _quoted(unit))
        elif self._last is not None and self._near(unit):
            follows = self.carried[self._last].follows
            origin = self._last if follows is None else follows
            self.add(unit, Carried(Attribution((), (), _quoted(unit), CARRIED, "carried"), origin))
        else:
            self.add(unit, Carried(Attribution((), (), _quoted(unit), CARRIED, "alone")))

    def _take_turn(self, unit: Unit, like: int | None) -> None:
        """A turn of whoever spoke in another paragraph, or of nobody that the dialogue tells."""
        at = None if like is None else self._spoke.get(like)
        pattern = "alone" if at is None else "carried"
        follows = at if at is None or self.carried[at].follows is None else self.carried[at].follows
        self.add(unit, Carried(Attribution((), (), _quoted(unit), CARRIED, pattern), follows))

    def narrate(self, unit: Unit) -> None:
        """A unit of the paper's own: in another paragraph it takes the floor away."""
        if unit.paragraph != self._paragraph:
            self._last = None

    def leave_open(self, unit: Unit) -> None:
        """A unit of the paper's own that ends in a quotation after a colon (`I changed my answer: “X.”`): it is not told whose."""
        if len(unit.words) > 1 and is_quoted(unit.words[-1]) and unit.words[-2].text == ":":
            self.carried.append(Carried(Attribution((), (), (unit.words[-1].span,), CARRIED, "alone")))

    def _near(self, unit: Unit) -> bool:
        return unit.paragraph - self._paragraph <= 1

    def _same_statement(self, before: Carried, unit: Unit) -> bool:
        """In the same paragraph, or in the next where the quotation before was left open and this one opens again."""
        if unit.paragraph == self._paragraph:
            return True
        runs_on = self._open_ended.issuperset(before.attribution.content[-1:]) and _quoted(unit)[0] in self._opened
        return unit.paragraph == self._paragraph + 1 and runs_on


def _quoted(unit: Unit) -> tuple[Span, ...]:
    return tuple(word.span for word in unit.words if is_quoted(word))


def _rest(units: Sequence[Unit], number: int) -> Span:
    """From a unit to the end of its paragraph, or to the first quotation in it."""
    rest = takewhile(lambda unit: unit.paragraph == units[number].paragraph and not _quoted(unit), units[number:])
    return Span(units[number].span.start, [unit.span.end for unit in rest][-1])


def _goes_on_from(carried: Sequence[Carried], count: int, quotations: set[Span]) -> int:
    """Of a unit's attributions, the one that a further quotation goes on from: the last that quotes, else the last finite one."""
    latest = range(len(carried) - 1, len(carried) - count - 1, -1)
    finite = [at for at in latest if not carried[at].attribution.pattern.startswith("participle")]
    quoting = [at for at in finite if quotations.intersection(carried[at].attribution.content)]
    return (quoting or finite or list(latest))[0]
