"""Hearsay: what somebody told within what somebody else tells without quotation marks (`Lind testified that Hale told her that …`).

A network that gives each word one label has the outer report alone; of the inner one the rules find what marks set off, `that`
after whom it was told to, or what stands behind a quotation (`“…,” Lind said, according to the Herald`). (Of those with `that`
alone people marked one in five: PolNeAR dev.)
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.core.spans import Span, overlapping
from onrecord.reading.attributions import Attribution, attributions_in
from onrecord.reading.neural.in_units import InUnits
from onrecord.reading.noun_phrases import is_quoted
from onrecord.reading.quotations import Quotation, quotations_at
from onrecord.reading.units import Unit

_BEHIND = ("plain-before", "inverted-before")
"""Patterns of reports that stand behind what is said."""


def with_hearsay(told: Sequence[Attribution], units: Sequence[Unit], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, with those that stand whole within an unquoted content of one."""
    by_unit = InUnits(units, told)
    cues = sorted(span for each in told for span in each.cue)
    in_unit: dict[Span, list[Attribution]] = {}
    inner: dict[Attribution, None] = {}
    for each in told:
        for content in each.content:
            for unit in by_unit.units_at(content):
                if not _may_hold(unit, content):
                    continue
                if unit.span not in in_unit:
                    in_unit[unit.span] = [one for one in attributions_in(unit) if one.source and _set_off(one, quotations)]
                found = (one for one in in_unit[unit.span] if _within(one, content, quotations, cues))
                inner |= dict.fromkeys(_going_on(one, each, quotations) for one in found)
    return [*told, *inner]


def _may_hold(unit: Unit, content: Span) -> bool:
    """Whether a content has a quotation or a `that` beside other words, without which there is no report to be looked for."""
    first = bisect_left(unit.words, content.start, key=lambda word: word.start)
    last = bisect_left(unit.words, content.end, key=lambda word: word.start)
    return last - first > 1 and any(
        is_quoted(word) or (word.text == "that" and at) for at, word in enumerate(unit.words[first:last])
    )


def _within(one: Attribution, content: Span, quotations: Sequence[Quotation], cues: Sequence[Span]) -> bool:
    beside = (*one.source, *one.cue)
    return (
        all(span.within(content) for span in (*beside, *one.content))
        and content not in one.content
        and not any(quotations_at(quotations, span) or overlapping(cues, span) for span in beside)
    )


def _going_on(one: Attribution, outer: Attribution, quotations: Sequence[Quotation]) -> Attribution:
    """The inner report with the quotations that follow in the outer one: `“…,” Lind said, according to the Herald. “…”`."""
    if one.pattern not in _BEHIND:
        return one
    spans = {quotation.span for content in outer.content for quotation in quotations_at(quotations, content)}
    more = [content for content in outer.content if content in spans and content.start > one.content[-1].end]
    return replace(one, content=(*one.content, *more))


def _set_off(one: Attribution, quotations: Sequence[Quotation]) -> bool:
    marked = one.verb.mode != "thought" and any(quotations_at(quotations, content) for content in one.content)
    if one.pattern in _BEHIND:
        return all(any(content.within(each.span) for each in quotations_at(quotations, content)) for content in one.content)
    return one.pattern == "plain-quoted" or (one.pattern == "plain-that" and (marked or bool(one.addressee)))
