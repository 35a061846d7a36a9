"""What rules add to the attributions that a network found: a source that is shared, a paragraph that is quoted whole, a quotation
that no verb introduces."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import reporting_verbs
from onrecord.reading.attributions import Attribution
from onrecord.reading.introduced import introduced
from onrecord.reading.quotations import Quotation
from onrecord.reading.units import Unit


def with_introduced(told: Sequence[Attribution], units: Sequence[Unit], people: Sequence[Span]) -> list[Attribution]:
    """The attributions, with those of quotations that a name, a phrase or a gesture introduces, and no cue."""
    result = list(told)
    cued = _by_paragraph(told, units)
    for number, unit in enumerate(units):
        one = introduced(units, number, people)
        if one is None or any(_share(one.content, each.content) for each in cued.get(unit.paragraph, ())):
            continue
        if any(cue.overlaps(unit.span) for each in cued.get(unit.paragraph, ()) for cue in each.cue):
            continue
        result = [*(_without(each, one.content) for each in result), one]
    return result


def _by_paragraph(told: Sequence[Attribution], units: Sequence[Unit]) -> dict[int, list[Attribution]]:
    starts = [unit.span.start for unit in units]
    found: dict[int, list[Attribution]] = {}
    for each in told:
        found.setdefault(units[max(0, bisect_right(starts, each.cue[0].start) - 1)].paragraph, []).append(each)
    return found


def _share(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for span in some for other in others)


def _without(attribution: Attribution, taken: Sequence[Span]) -> Attribution:
    kept = tuple(span for span in attribution.content if not any(map(span.overlaps, taken)))
    return replace(attribution, content=kept)


def whole_blocks(told: Sequence[Attribution], units: Sequence[Unit], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, a paragraph without marks told whole where a colon ends the one before it: `Hale wrote:` over a letter."""
    return [_whole_block(each, units, [quotation.span for quotation in quotations]) for each in told]


def _whole_block(attribution: Attribution, units: Sequence[Unit], quoted: Sequence[Span]) -> Attribution:
    if not attribution.source or not attribution.content:
        return attribution
    number = next((at for at, unit in enumerate(units) if attribution.cue[0].overlaps(unit.span)), len(units) - 1)
    block = [unit for unit in units[number + 1 :] if unit.paragraph == units[number].paragraph + 1]
    if units[number].words[-1].text != ":" or not block or units[number + 1] is not block[0]:
        return attribution
    whole = Span(block[0].span.start, block[-1].span.end)
    inside = [span for span in attribution.content if span.overlaps(whole)]
    if not inside or inside[0].start != whole.start or any(map(whole.overlaps, quoted)):
        return attribution
    kept = [span for span in attribution.content if span not in inside]
    return replace(attribution, content=tuple(sorted([*kept, whole])))


def with_shared_sources(told: Sequence[Attribution], units: Sequence[Unit]) -> list[Attribution]:
    """The attributions, one without a source whose cue is a participle (`…,” adding, “…”`) with that of the cue before it."""
    result: list[Attribution] = []
    for each in sorted(told, key=lambda attribution: attribution.cue):
        unit = next((unit for unit in units if each.cue[0].overlaps(unit.span)), None)
        if not each.source and unit and result and _is_participle(each, unit) and result[-1].cue[0].overlaps(unit.span):
            each = replace(each, source=result[-1].source)
        result.append(each)
    return result


def _is_participle(attribution: Attribution, unit: Unit) -> bool:
    cue = next((word.text for word in unit.words if word.start == attribution.cue[0].start), "")
    return cue.endswith("ing") and cue in reporting_verbs()
