"""From attributions to statements, and the reading around them: what every reader shares, however it finds attributions."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from onrecord.core.documents import Document
from onrecord.core.ids import item_id
from onrecord.core.readings import Reading, Statement, StatementType, Time
from onrecord.core.spans import Span, overlapping
from onrecord.knowledge.tables import rows
from onrecord.reading.antecedents import meant
from onrecord.reading.attributions import Attribution
from onrecord.reading.bodies import Name
from onrecord.reading.chains import Chains, build_chains
from onrecord.reading.continuations import Carried
from onrecord.reading.enclosing import Enclosing
from onrecord.reading.first_person import first_person_resolved
from onrecord.reading.inserts import beside, blanked, elisions, inserts
from onrecord.reading.language import language
from onrecord.reading.layout import Layout, layout
from onrecord.reading.names import find_names
from onrecord.reading.nicknames import holds_nickname
from onrecord.reading.offices import find_offices
from onrecord.reading.quotations import Quotation, find_quotations
from onrecord.reading.references import Choose
from onrecord.reading.speakers import Resolved, speaker_of
from onrecord.reading.through import Through
from onrecord.reading.times import attach, find_times
from onrecord.reading.unnamed_chains import with_unnamed
from onrecord.reading.writings import with_writers

Find = Callable[[Layout, Sequence[Span], Sequence[Quotation]], Sequence[Carried]]
"""Finds the attributions of a page, given the spans of the persons' names in it and its quotations."""

Names = Callable[[Layout], tuple[Name, ...]]
"""Finds the names of a page, as `find_names` does."""

Choosing = Callable[[Layout], Choose]
"""What picks whom the pronouns of a page mean."""

Sure = Callable[[Attribution], float]
"""How likely an attribution is right, content and source both."""


def read_with(
    find: Find,
    document: Document,
    version: str,
    *,
    names: Names = find_names,
    choosing: Choosing = lambda _: meant,
    sure: Sure | None = None,
    least: float = 0.0,
    build: str = "",
) -> Reading:
    """All that a document says, its attributions found by `find`, its names by `names`; what is not English has only its language.

    `choosing` gives what picks whom its pronouns mean. `sure` reckons the confidence of what was found; left out, it is how often
    the pattern is right. What has no quotation marks and less confidence than `least` is left out. `build` is what the reading
    depends on beside the text and the version.
    """
    spoken = language(document.text)
    if spoken != "en":
        return Reading(document.id, version, spoken, build=build)
    inserted = inserts(document.text)
    page = layout(blanked(blanked(document.text, inserted), elisions(document.text)))
    chains = build_chains(page, names(page), document.id, choosing(page))
    people = tuple(name.span for name in chains.names if name.type == "person")
    times = tuple(time for time in find_times(page, document.id) if not _within_any(time.span, people))
    with_nickname = tuple(span for span in people if holds_nickname(page, span))
    quotations = tuple(each for each in find_quotations(page) if not _within_any(each.span, with_nickname))
    carried = [_apart(document.text, each, inserted) for each in find(page, people, quotations)]
    quoted = tuple(quotation.span for quotation in quotations)
    told = _statements(document.id, page, chains, times, with_nickname, carried, quoted, sure or sure_by_pattern)
    statements = _nested([one for one in told if one.type != "indirect" or one.confidence >= least])
    mentions, every = with_unnamed(chains, statements, quoted, document.id)
    offices = find_offices(page, chains, times, quoted, document.id)
    return Reading(document.id, version, spoken, page.sentences, mentions, every, chains.titles, times, statements, build, offices)


def _apart(text: str, carried: Carried, inserted: Sequence[Span]) -> Carried:
    """The same without the inserts, which nobody said."""
    if not inserted:
        return carried
    attribution = carried.attribution
    source, cue, content = (beside(text, spans, inserted) for spans in (attribution.source, attribution.cue, attribution.content))
    return replace(carried, attribution=replace(attribution, source=source, cue=cue, content=content))


def _within_any(span: Span, names: Sequence[Span]) -> bool:
    """Whether a span is part of one of several names: nobody said the nickname of `Edward “Ted” Quill`."""
    return any(map(span.within, overlapping(names, span)))


def sure_by_pattern(attribution: Attribution) -> float:
    """How often the pattern that found the attribution is right."""
    return _confidence()[attribution.pattern]


def _statements(
    document: str,
    page: Layout,
    chains: Chains,
    times: tuple[Time, ...],
    nicknamed: Sequence[Span],
    carried: Sequence[Carried],
    quoted: tuple[Span, ...],
    sure: Sure,
) -> list[Statement]:
    """The statements that attributions make: each with its speaker, type, time and what it is about."""
    speakers: list[Resolved] = []
    through = Through(chains)
    statements: dict[str, Statement] = {}
    for each in carried:
        attribution = each.attribution
        speaker = speakers[each.follows] if each.follows is not None else speaker_of(chains, attribution)
        speakers.append(speaker)
        if not attribution.content or all(_within_any(piece, nicknamed) for piece in attribution.content):
            continue
        statement = _statement(document, page, chains, through, times, attribution, speaker, quoted, sure)
        statements.setdefault(statement.id, statement)
    in_order = sorted(statements.values(), key=lambda statement: (statement.content, statement.cue))
    return first_person_resolved(with_writers(chains, in_order), quoted)


def _statement(
    document: str,
    page: Layout,
    chains: Chains,
    through: Through,
    times: tuple[Time, ...],
    attribution: Attribution,
    speaker: Resolved,
    quoted: tuple[Span, ...],
    sure: Sure,
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
        via=through.passed_on_by(attribution) if speaker.chain else "",
        addressee=_addressee(chains, attribution, speaker),
        within="",
        about=tuple(sorted({chain for span in content for chain in chains.mentioned_in(span)})),
        said=attach(page, times, attribution.cue, attribution.source, content),
        confidence=sure(attribution),
    )


def _type(attribution: Attribution, quoted: Sequence[Span]) -> StatementType:
    pieces = attribution.content
    direct = attribution.pattern in ("label", "posted", "issued")
    if direct or all(any(map(piece.within, overlapping(quoted, piece))) for piece in pieces):
        return "direct"
    return "mixed" if any(overlapping(quoted, piece) for piece in pieces) else "indirect"


def _addressee(chains: Chains, attribution: Attribution, speaker: Resolved) -> str:
    """The chain of whom it was told to; nobody tells `him` what he says himself."""
    named = [chain for span in attribution.addressee for chain in chains.mentioned_in(span)]
    return named[0] if named and named[0] != speaker.chain else ""


@cache
def _confidence() -> dict[str, float]:
    return {pattern: float(probability) for pattern, probability in rows("rule_confidence.tsv")}


def _nested(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with `within` filled: the shortest other statement whose content holds all of this one."""
    wholes = [_whole(statement) for statement in statements]
    pieces = [(piece, number) for number, statement in enumerate(statements) for piece in statement.content]
    contents = Enclosing([piece for piece, _ in pieces])
    result = []
    for statement, whole in zip(statements, wholes, strict=True):
        holding = (pieces[at] for at in contents.of(whole))
        around = [(piece.end - piece.start, statements[other].id) for piece, other in holding if wholes[other] != whole]
        result.append(replace(statement, within=min(around)[1]) if around else statement)
    return tuple(result)


def _whole(statement: Statement) -> Span:
    spans = (*statement.source, *statement.cue, *statement.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))
