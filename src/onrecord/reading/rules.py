"""The `rules` reader: quotation marks, reporting verbs and word order, without a model; the baseline and the smallest fallback."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.core.documents import Document
from onrecord.core.ids import item_id
from onrecord.core.readings import Reading, Statement, StatementType, Time
from onrecord.core.spans import Span
from onrecord.knowledge.tables import rows
from onrecord.reading.attributions import Attribution, attributions_in
from onrecord.reading.chains import Chains, build_chains
from onrecord.reading.continuations import Carried, carry_on
from onrecord.reading.labels import transcript_turns
from onrecord.reading.language import language
from onrecord.reading.layout import Layout, layout
from onrecord.reading.names import find_names
from onrecord.reading.quotations import Quotation, find_quotations
from onrecord.reading.refusals import refusals_in
from onrecord.reading.speakers import Resolved, speaker_of
from onrecord.reading.times import attach, find_times
from onrecord.reading.units import Unit, find_units

VERSION = "rules/1"


class RulesReader:
    """Reads by rules. Pure: the same text gives the same reading, whatever was read before."""

    version = VERSION

    def read(self, document: Document) -> Reading:
        """All that the document says; a text that is not English comes back with nothing but its language."""
        spoken = language(document.text)
        if spoken != "en":
            return Reading(document.id, self.version, spoken)
        page = layout(document.text)
        chains = build_chains(page, find_names(page), document.id)
        times = find_times(page, document.id)
        return Reading(
            document.id,
            self.version,
            spoken,
            page.sentences,
            chains.mentions,
            chains.chains,
            chains.titles,
            times,
            _statements(document.id, page, chains, times),
        )


def _statements(document: str, page: Layout, chains: Chains, times: tuple[Time, ...]) -> tuple[Statement, ...]:
    people = tuple(name.span for name in chains.names if name.type == "person")
    carried, quotations = find_attributions(page, people)
    return statements_of(document, page, chains, times, carried, quotations)


def find_attributions(page: Layout, people: Sequence[Span]) -> tuple[tuple[Carried, ...], tuple[Quotation, ...]]:
    """All attributions of a text before anybody is resolved, in order of cue, and its quotations.

    `people` are the spans of the persons' names in it.
    """
    quotations = find_quotations(page)
    units = find_units(page, quotations)
    turns = transcript_turns(page, people)
    by_unit = [_in_unit(unit, turns) for unit in units]
    return tuple(carry_on(units, by_unit, quotations)), quotations


def _in_unit(unit: Unit, turns: dict[int, Attribution]) -> list[Attribution]:
    turn = turns.get(unit.paragraph)
    if turn is not None:
        return [turn] if unit.span.start <= turn.source[0].start else []
    found = [*attributions_in(unit), *refusals_in(unit)]
    return sorted(found, key=lambda attribution: attribution.cue)


def statements_of(
    document: str,
    page: Layout,
    chains: Chains,
    times: tuple[Time, ...],
    carried: Sequence[Carried],
    quotations: Sequence[Quotation],
) -> tuple[Statement, ...]:
    """The statements that attributions make, however those were found: each with its speaker, type, time and what it is about."""
    quoted = tuple(quotation.span for quotation in quotations)
    speakers: list[Resolved] = []
    statements: dict[str, Statement] = {}
    for each in carried:
        attribution = each.attribution
        speaker = speakers[each.follows] if each.follows is not None else speaker_of(chains, attribution)
        speakers.append(speaker)
        if not attribution.content:
            continue
        statement = _statement(document, page, chains, times, attribution, speaker, quoted)
        statements.setdefault(statement.id, statement)
    return _nested(sorted(statements.values(), key=lambda statement: (statement.content, statement.cue)))


def _statement(
    document: str,
    page: Layout,
    chains: Chains,
    times: tuple[Time, ...],
    attribution: Attribution,
    speaker: Resolved,
    quoted: tuple[Span, ...],
) -> Statement:
    content = attribution.content
    return Statement(
        id=item_id("statement", document, *content),
        type=_type(attribution, quoted),
        mode=attribution.verb.mode,
        source=attribution.source,
        cue=attribution.cue,
        content=content,
        speaker=speaker.chain,
        basis=speaker.basis,
        candidates=speaker.candidates,
        printed=speaker.printed,
        via=speaker.via,
        addressee=_addressee(chains, attribution),
        within="",
        about=tuple(sorted({chain for span in content for chain in chains.mentioned_in(span)})),
        said=attach(page, times, attribution.cue, attribution.source, content),
        confidence=_confidence()[attribution.pattern],
    )


def _type(attribution: Attribution, quoted: Sequence[Span]) -> StatementType:
    pieces = attribution.content
    if attribution.pattern == "label" or all(any(piece.within(span) for span in quoted) for piece in pieces):
        return "direct"
    return "mixed" if any(piece.overlaps(span) for piece in pieces for span in quoted) else "indirect"


def _addressee(chains: Chains, attribution: Attribution) -> str:
    named = [chain for span in attribution.addressee for chain in chains.mentioned_in(span)]
    return named[0] if named else ""


@cache
def _confidence() -> dict[str, float]:
    return {pattern: float(probability) for pattern, probability in rows("rule_confidence.tsv")}


def _nested(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with `within` filled: the shortest other statement whose content holds all of this one."""
    result = []
    for statement in statements:
        whole = _whole(statement)
        around = [
            (piece.end - piece.start, other.id)
            for other in statements
            for piece in other.content
            if whole.within(piece) and whole != _whole(other)
        ]
        result.append(replace(statement, within=min(around)[1]) if around else statement)
    return tuple(result)


def _whole(statement: Statement) -> Span:
    spans = (*statement.source, *statement.cue, *statement.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))
