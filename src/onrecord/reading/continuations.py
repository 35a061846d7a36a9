"""Quotations without a report of their own: carried on from the report before them, or signed below.

`“X,” Lind said. “Y.”` is one statement in two pieces. A paragraph that is nothing but a quotation goes on with the speaker of the
paragraph before it; where that paragraph's quotation was left open, with its statement.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb
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


def carry_on(units: Sequence[Unit], by_unit: Sequence[Sequence[Attribution]], quotations: Sequence[Quotation]) -> list[Carried]:
    """All attributions of a text in order, quotations that carry on added to the one they belong to or as their own.

    One that ends in a colon with nothing after it has no content (positions in the list are what `follows` counts).
    """
    open_ended = {quotation.span for quotation in quotations if not quotation.closed}
    opened = {quotation.span for quotation in quotations if quotation.opened}
    spans = {quotation.span for quotation in quotations}
    carried: list[Carried] = []
    last: int | None = None
    last_paragraph = -2
    for number, (unit, found) in enumerate(zip(units, by_unit, strict=True)):
        introduced = last is not None and not carried[last].attribution.content and unit.paragraph - last_paragraph <= 1
        if last is not None and introduced and not found:
            carried[last] = _extended(carried[last], _quoted(unit) or (unit.span,))
            last_paragraph = unit.paragraph
        elif found:
            carried.extend(Carried(attribution) for attribution in found)
            last, last_paragraph = _goes_on_from(carried, len(found), spans), unit.paragraph
        elif (signature := _signature(units, number)) is not None:
            carried.append(Carried(Attribution((signature[1],), (signature[0],), _quoted(unit), SIGNED, "signed")))
            last, last_paragraph = len(carried) - 1, unit.paragraph
        elif unit.only_quoted:
            if last is not None and _same_statement(carried[last], unit, last_paragraph, open_ended, opened):
                carried[last] = _extended(carried[last], _quoted(unit))
                last_paragraph = unit.paragraph
            elif last is not None and unit.paragraph - last_paragraph <= 1:
                carried.append(Carried(Attribution((), (), _quoted(unit), CARRIED, "carried"), _origin(carried, last)))
                last, last_paragraph = len(carried) - 1, unit.paragraph
            else:
                carried.append(Carried(Attribution((), (), _quoted(unit), CARRIED, "alone")))
                last, last_paragraph = len(carried) - 1, unit.paragraph
        elif unit.paragraph != last_paragraph:
            last = None
    return carried


def _quoted(unit: Unit) -> tuple[Span, ...]:
    return tuple(word.span for word in unit.words if is_quoted(word))


def _goes_on_from(carried: Sequence[Carried], count: int, quotations: set[Span]) -> int:
    """Of a unit's attributions, the one that a further quotation goes on from: the last that quotes, else the last finite one."""
    latest = range(len(carried) - 1, len(carried) - count - 1, -1)
    finite = [at for at in latest if not carried[at].attribution.pattern.startswith("participle")]
    quoting = [at for at in finite if quotations.intersection(carried[at].attribution.content)]
    return (quoting or finite or list(latest))[0]


def _origin(carried: Sequence[Carried], at: int) -> int:
    follows = carried[at].follows
    return at if follows is None else follows


def _same_statement(before: Carried, unit: Unit, last_paragraph: int, open_ended: set[Span], opened: set[Span]) -> bool:
    """In the same paragraph, or in the next where the quotation before was left open and this one opens again."""
    first = next(word.span for word in unit.words if is_quoted(word))
    if unit.paragraph == last_paragraph:
        return True
    return unit.paragraph == last_paragraph + 1 and before.attribution.content[-1] in open_ended and first in opened


def _extended(before: Carried, spans: tuple[Span, ...]) -> Carried:
    attribution = before.attribution
    return replace(before, attribution=replace(attribution, content=(*attribution.content, *spans)))


def _signature(units: Sequence[Unit], number: int) -> tuple[Span, Span] | None:
    """`— Jo Lind` right after a quotation, as the rest of its unit or the whole of the next: the dash and the name."""
    words = units[number].words
    if not is_quoted(words[0]):
        return None
    if units[number].only_quoted:
        words = words[:1] + units[number + 1].words if number + 1 < len(units) else words
    if not 3 <= len(words) <= LONGEST_SIGNATURE or words[1].text not in _DASHES or not words[2].capitalized:
        return None
    return words[1].span, Span(words[2].start, words[-1].end)
