"""Quotations of which a network told nothing but what stands within them, or that lack a mark: whoever is quoted says the whole.

`“While we wait, our bill directs the agency to stop,” Lind said.` A network that gives each word one label may choose the bill.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from onrecord.core.spans import Span
from onrecord.reading.attributions import Attribution, attributions_in
from onrecord.reading.neural.in_units import InUnits
from onrecord.reading.quotations import Quotation, quotations_at
from onrecord.reading.units import Unit

LONG = 60
"""Characters of a quotation in which somebody else may be reported: shorter ones hold words of the story's own sentence."""


def with_quoted_whole(told: Sequence[Attribution], units: Sequence[Unit], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, with the rules' for each quotation that nothing outside of it was found to say, and that lacks a mark or
    was found to report something itself.

    What was found within such a quotation is then told by whoever is quoted, and is not told by itself; nor is it where the
    quotation goes on with what somebody was found to say right before it.
    """
    by_unit = InUnits(units, [_within_its_quotation(each, quotations) for each in told])
    open_ended = frozenset(each.span for each in quotations if not each.closed)
    for quotation in quotations:
        broken = not (quotation.opened and quotation.closed)
        whole = quotation.span
        near = by_unit.beside(whole)
        within = {number: each for number, each in near.items() if each.cue and all(cue.within(whole) for cue in each.cue)}
        others = [each for number, each in near.items() if number not in within]
        if not (broken or within) or any(overlap(each.content, [whole]) for each in others):
            continue
        inner = [content for each in within.values() for content in each.content]
        taken = [whole, *inner, *(span for each in others for span in (*each.cue, *each.content))]
        ruled = [one for unit in by_unit.units_at(whole) for one in attributions_in(unit)]
        about = [one for one in ruled if _most_of(whole, one.content)]
        on_both_sides = {number: each for number, each in near.items() if any(one.cue == each.cue for one in about)}
        if not broken and on_both_sides:
            more = (replace(each, content=tuple(sorted((*each.content, whole)))) for each in on_both_sides.values())
            by_unit.replace((*within, *on_both_sides), more)
            continue
        about = [one for one in about if not overlap(one.cue, taken)]
        if about or (within and quotation.opened and _goes_on(whole, by_unit, units, open_ended)):
            by_unit.replace(within, about)
    return by_unit.told


def overlap(some: Iterable[Span], others: Sequence[Span]) -> bool:
    """Whether some span shares a character with one of the others."""
    return any(span.overlaps(other) for span in some for other in others)


def _most_of(whole: Span, parts: Iterable[Span]) -> bool:
    shared = sum(max(0, min(whole.end, part.end) - max(whole.start, part.start)) for part in parts)
    return 2 * shared >= whole.end - whole.start


def _within_its_quotation(each: Attribution, quotations: Sequence[Quotation]) -> Attribution:
    """The attribution, without the words of other quotations where its cue stands within a long one: whoever is quoted reports it,
    and says these too."""
    around = [one.span for cue in each.cue for one in quotations_at(quotations, cue) if cue.within(one.span)]
    if not each.cue or len(around) < len(each.cue) or around[0].end - around[0].start < LONG:
        return each
    kept = tuple(span for span in each.content if span.overlaps(around[0]) or not quotations_at(quotations, span))
    return replace(each, content=kept) if kept else each


def _goes_on(quotation: Span, by_unit: InUnits, units: Sequence[Unit], open_ended: Collection[Span]) -> bool:
    """Whether a quotation that is all of its unit goes on with the statement of the unit before: in its paragraph, or from one that
    was left open."""
    number = by_unit.number_at(quotation)
    before, here = units[number - 1], units[number]
    if not number or not here.only_quoted or here.span.start != quotation.start:
        return False
    if before.paragraph == here.paragraph:
        return any(cue.within(before.span) for each in by_unit.beside(before.span).values() for cue in each.cue)
    return before.paragraph + 1 == here.paragraph and before.words[-1].span in open_ended
