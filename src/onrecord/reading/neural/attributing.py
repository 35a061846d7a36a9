"""Attributions as all readers give them, from the words that a network found; rules finish what it does not decide.

The rules of the first reader keep transcripts, refusals, and quotations that stand alone or carry on; the network has the rest.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb, reporting_verbs
from onrecord.reading.attributions import Attribution
from onrecord.reading.continuations import Carried, carry_on
from onrecord.reading.labels import transcript_turns
from onrecord.reading.layout import Layout, Word
from onrecord.reading.neural.links import InWords, Words
from onrecord.reading.neural.mending import mended
from onrecord.reading.quotations import Quotation
from onrecord.reading.refusals import refusals_in
from onrecord.reading.units import Unit, find_units

PATTERN = "network"


def carried_attributions(
    page: Layout, found: Sequence[InWords], people: Sequence[Span], quotations: Sequence[Quotation]
) -> tuple[Carried, ...]:
    """All attributions of a text before anybody is resolved, in order of the units that their cues stand in.

    `found` is what the network found, `people` are the spans of persons' names. A cue without content is kept only where it is a
    colon, which the next quotation may follow.
    """
    units = find_units(page, quotations)
    turns = transcript_turns(page, people)
    told = [each for each in _attributions(page, found, quotations) if each.content or _introduces(page.text, each)]
    by_unit = [_in_unit(unit, its_own, turns) for unit, its_own in zip(units, _by_unit(units, told), strict=True)]
    contents = {each.cue: each.content for its_own in by_unit for each in its_own}
    return tuple(_once(each, contents) for each in carry_on(units, by_unit, quotations))


def _attributions(page: Layout, found: Sequence[InWords], quotations: Sequence[Quotation]) -> list[Attribution]:
    pieces = [_span(page.words, words) for each in found for words in (*each.source, *each.cue, *each.content)]
    return [_attribution(page, each, quotations, pieces) for each in found]


def _attribution(page: Layout, found: InWords, quotations: Sequence[Quotation], pieces: Sequence[Span]) -> Attribution:
    return Attribution(
        tuple(_span(page.words, words) for words in found.source),
        tuple(_span(page.words, words) for words in found.cue),
        _contents(page, found, quotations, pieces),
        verb_of([word.text for start, end in found.cue for word in page.words[start:end]]),
        PATTERN,
    )


def _contents(page: Layout, found: InWords, quotations: Sequence[Quotation], pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The contents with their marks, but without the mark that a quotation repeats where it goes on in the next paragraph."""
    contents: list[Span] = []
    for words in found.content:
        bare = _span(page.words, words)
        whole = mended(page.text, bare, quotations, [piece for piece in pieces if piece != bare])
        goes_on = bool(contents) and not page.text[contents[-1].end : whole.start].strip()
        contents.append(Span(bare.start, whole.end) if goes_on else whole)
    return tuple(contents)


def verb_of(cue: Sequence[str]) -> ReportingVerb:
    """The verb of a cue: the first word in it that reports, else the cue itself as one that says."""
    known = (reporting_verbs().get(word.lower()) for word in cue)
    return next((verb for verb in known if verb is not None), ReportingVerb(" ".join(cue).lower(), "said", ""))


def _introduces(text: str, attribution: Attribution) -> bool:
    return any(text[: span.end].endswith(":") or text[span.end :].startswith(":") for span in attribution.cue)


def _by_unit(units: Sequence[Unit], told: Iterable[Attribution]) -> list[list[Attribution]]:
    starts = [unit.span.start for unit in units]
    by_unit: list[list[Attribution]] = [[] for _ in units]
    for each in told:
        by_unit[max(0, bisect_right(starts, each.cue[0].start) - 1)].append(each)
    return by_unit


def _in_unit(unit: Unit, told: Sequence[Attribution], turns: dict[int, Attribution]) -> list[Attribution]:
    """The attributions of a unit; a refusal lends its mode to what was found with its cue, or stands for itself."""
    turn = turns.get(unit.paragraph)
    if turn is not None:
        return [turn] if unit.span.start <= turn.source[0].start else []
    refused = refusals_in(unit)
    lent = [next((replace(each, verb=other.verb) for other in refused if _share_cue(each, other)), each) for each in told]
    alone = [other for other in refused if not any(_share_cue(each, other) for each in told)]
    return sorted([*lent, *alone], key=lambda attribution: attribution.cue)


def _share_cue(one: Attribution, other: Attribution) -> bool:
    return any(span.overlaps(its_own) for span in one.cue for its_own in other.cue)


def _once(carried: Carried, contents: Mapping[tuple[Span, ...], tuple[Span, ...]]) -> Carried:
    """The attribution with the contents that its cue had, and of the quotations carried on to it those that no other cue has."""
    attribution = carried.attribution
    its_own = contents.get(attribution.cue, ())
    taken = [span for told in contents.values() for span in told]
    further = [span for span in attribution.content if not any(map(span.overlaps, taken))]
    return replace(carried, attribution=replace(attribution, content=tuple(sorted((*its_own, *further)))))


def _span(words: Sequence[Word], stretch: Words) -> Span:
    start, end = stretch
    return Span(words[start].start, words[end - 1].end)
