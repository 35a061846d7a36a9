"""What rules add to the attributions that a network found: a source that is shared, a paragraph that is quoted whole, a quotation
that no verb introduces."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from onrecord.core.spans import Span, joined, overlapping
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.attributions import Attribution, attributions_in
from onrecord.reading.introduced import introduced
from onrecord.reading.noun_phrases import phrase_before
from onrecord.reading.quotations import Quotation, quotations_at
from onrecord.reading.units import Unit


def with_introduced(told: Sequence[Attribution], units: Sequence[Unit], people: Sequence[Span]) -> list[Attribution]:
    """The attributions, with those of quotations that a name, a phrase or a gesture introduces, and no cue."""
    found: list[Attribution] = []
    cued = _by_paragraph(told, units)
    for number, unit in enumerate(units):
        one = introduced(units, number, people)
        if one is None or any(_share(one.content, each.content) for each in cued.get(unit.paragraph, ())):
            continue
        if any(cue.overlaps(unit.span) for each in cued.get(unit.paragraph, ()) for cue in each.cue):
            continue
        found.append(one)
    taken = joined(sorted(span for one in found for span in one.content))
    return [*(_without(each, taken) for each in told), *found]


def _by_paragraph(told: Sequence[Attribution], units: Sequence[Unit]) -> dict[int, list[Attribution]]:
    starts = [unit.span.start for unit in units]
    found: dict[int, list[Attribution]] = {}
    for each in told:
        found.setdefault(units[_at(starts, each)].paragraph, []).append(each)
    return found


def _share(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for span in some for other in others)


def _without(attribution: Attribution, taken: Sequence[Span]) -> Attribution:
    kept = tuple(span for span in attribution.content if not overlapping(taken, span))
    return replace(attribution, content=kept)


def whole_blocks(told: Sequence[Attribution], units: Sequence[Unit], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, a paragraph without marks told whole where a colon ends the one before it: `Hale wrote:` over a letter."""
    starts = [unit.span.start for unit in units]
    return [_whole_block(each, units, _at(starts, each), quotations) for each in told]


def _at(starts: Sequence[int], attribution: Attribution) -> int:
    """The number of the unit that a cue stands in, given where units start."""
    return max(0, bisect_right(starts, attribution.cue[0].start) - 1)


def _whole_block(attribution: Attribution, units: Sequence[Unit], number: int, quotations: Sequence[Quotation]) -> Attribution:
    if not attribution.source or not attribution.content or units[number].words[-1].text != ":":
        return attribution
    paragraph = units[number].paragraph + 1
    block = list(takewhile(lambda unit: unit.paragraph == paragraph, islice(units, number + 1, None)))
    if not block:
        return attribution
    whole = Span(block[0].span.start, block[-1].span.end)
    inside = [span for span in attribution.content if span.overlaps(whole)]
    if not inside or inside[0].start != whole.start or quotations_at(quotations, whole):
        return attribution
    kept = [span for span in attribution.content if span not in inside]
    return replace(attribution, content=tuple(sorted([*kept, whole])))


def with_contents_before(told: Sequence[Attribution], units: Sequence[Unit]) -> list[Attribution]:
    """The attributions, one that was found without content with the sentence that it ends: `Lind died Monday, her family said.`"""
    starts = [unit.span.start for unit in units]
    taken = joined(sorted(span for each in told for span in each.content))
    result: list[Attribution] = []
    for each in told:
        unit = units[_at(starts, each)]
        ruled = [one for one in attributions_in(unit) if _ends(one, each, unit)] if not each.content and each.source else []
        free = [one for one in ruled if not any(overlapping(taken, span) for span in one.content)]
        result.append(free[0] if free else each)
    return result


def _ends(ruled: Attribution, found: Attribution, unit: Unit) -> bool:
    """Whether a rule finds the same source and cue at the end of a sentence, with all that stands before them for content."""
    same = _share(ruled.cue, found.cue) and _share(ruled.source, found.source)
    return same and ruled.pattern in ("plain-before", "inverted-before") and ruled.content[0].start == unit.span.start


def with_subjects(told: Sequence[Attribution], units: Sequence[Unit], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, one of a quotation whose source was not found with whoever stands right before its cue."""
    starts = [unit.span.start for unit in units]
    return [each if each.source else _with_subject(each, units[_at(starts, each)], quotations) for each in told]


def _with_subject(attribution: Attribution, unit: Unit, quotations: Sequence[Quotation]) -> Attribution:
    verb = next((at for at, word in enumerate(unit.words) if word.start == attribution.cue[0].start), 0)
    no_subject = {unit.words[at].text.lower() for at in (verb - 1, verb)} & (phrase_words("within") | phrase_words("passive"))
    first = phrase_before(unit.words, verb) if verb and not no_subject else None
    if first is None or not any(quotations_at(quotations, content) for content in attribution.content):
        return attribution
    source = Span(unit.words[first].start, unit.words[verb - 1].end)
    taken = any(source.overlaps(span) for span in attribution.content)
    return attribution if taken or quotations_at(quotations, source) else replace(attribution, source=(source,))


def with_shared_sources(told: Sequence[Attribution], units: Sequence[Unit]) -> list[Attribution]:
    """The attributions, one without a source whose cue is a participle (`…,” adding, “…”`) with that of the cue before it."""
    starts = [unit.span.start for unit in units]
    result: list[Attribution] = []
    for each in sorted(told, key=lambda attribution: attribution.cue):
        unit = units[_at(starts, each)]
        if not each.source and result and _is_participle(each, unit) and result[-1].cue[0].overlaps(unit.span):
            each = replace(each, source=result[-1].source)
        result.append(each)
    return result


def _is_participle(attribution: Attribution, unit: Unit) -> bool:
    cue = next((word.text for word in unit.words if word.start == attribution.cue[0].start), "")
    return cue.endswith("ing") and cue in reporting_verbs()
