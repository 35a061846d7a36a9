"""The `rules` reader: quotation marks, reporting verbs and word order, without a model; the baseline and the smallest fallback."""

from collections.abc import Sequence

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import Span
from onrecord.reading.attributions import Attribution, attributions_in, by_units
from onrecord.reading.continuations import Carried, carry_on, once
from onrecord.reading.introduced import introduced
from onrecord.reading.issued import issued_statements, with_issued
from onrecord.reading.labels import paragraphs_told
from onrecord.reading.layout import Layout
from onrecord.reading.quotations import Quotation
from onrecord.reading.refusals import refusals_in
from onrecord.reading.statements import read_with
from onrecord.reading.turned_round import turned_round
from onrecord.reading.units import Unit, find_units
from onrecord.reading.unsaid import with_unsaid

VERSION = "rules/14"


class RulesReader:
    """Reads by rules. Pure: the same text gives the same reading, whatever was read before."""

    version = VERSION

    def read(self, document: Document) -> Reading:
        """All that the document says; a text that is not English comes back with nothing but its language."""
        return read_with(find_attributions, document, self.version)


def find_attributions(page: Layout, people: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Carried, ...]:
    """All attributions of a text before anybody is resolved, in order of cue.

    `people` are the spans of the persons' names in it.
    """
    units = find_units(page, quotations)
    turns = paragraphs_told(page, people)
    by_unit = [_in_unit(units, number, people, turns) for number in range(len(units))]
    told = [each for its_own in by_unit for each in its_own]
    issued = [] if turns else issued_statements(page, people, told)
    if not issued:
        return tuple(carry_on(units, by_unit, quotations))
    with_them = by_units(units, with_issued(page, told, issued))
    return once(carry_on(units, with_them, quotations), with_them)


def _in_unit(units: Sequence[Unit], number: int, people: Sequence[Span], turns: dict[int, Attribution]) -> list[Attribution]:
    unit = units[number]
    turn = turns.get(unit.paragraph)
    if turn is not None:
        return [turn] if unit.span.start <= turn.cue[0].start < unit.span.end else []
    found = [*with_unsaid(turned_round(attributions_in(unit), (unit,)), (unit,)), *refusals_in(unit)]
    alone = introduced(units, number, people) if not found else None
    return [alone] if alone else sorted(found, key=lambda attribution: attribution.cue)
