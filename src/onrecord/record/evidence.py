"""The check before every write: what a reading points at must lie in the text and hold words."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.core.readings import Reading
from onrecord.core.spans import Span
from onrecord.record.errors import EvidenceError


def require_evidence(text: str, reading: Reading) -> None:
    """Raises EvidenceError that names the first item of the reading whose evidence is empty or not in the text."""
    wrong = next(broken_evidence(text, reading), None)
    if wrong:
        raise EvidenceError(f"{reading.reader}: {wrong}")


def broken_evidence(text: str, reading: Reading) -> Iterator[str]:
    """What is wrong with a reading's spans and references, one phrase each; nothing when all is well."""
    chains = {chain.id for chain in reading.chains}
    statements = {statement.id for statement in reading.statements}
    times = {time.id for time in reading.times}
    for number, sentence in enumerate(reading.sentences):
        yield from _outside(text, f"sentence {number}", (sentence,))
    for mention in reading.mentions:
        yield from _outside(text, f"a mention of chain {mention.chain}", (mention.span,))
        yield from _unknown(f"a mention at {mention.span.start}", (mention.chain,), chains)
    for chain in reading.chains:
        yield from _outside(text, f"chain {chain.id}", (chain.first,))
    for title in reading.titles:
        yield from _outside(text, "a title", (title.span,))
        yield from _unknown(f"a title at {title.span.start}", (title.person, title.organization), chains)
    for office in reading.offices:
        name = f"office mention {office.id}"
        if not office.spans:
            yield f"{name} has no words"
        yield from _outside(text, name, office.spans)
        yield from _unknown(name, (office.person, office.organization), chains)
        yield from _unknown(name, (office.since, office.until, office.during), times)
    for time in reading.times:
        yield from _outside(text, f"time {time.id}", (time.span,))
        yield from _unknown(f"time {time.id}", (time.reference,), times)
    for statement in reading.statements:
        name = f"statement {statement.id}"
        if not statement.content:
            yield f"{name} has no content"
        for spans in (statement.source, statement.cue, statement.content):
            yield from _outside(text, name, spans)
            yield from _disordered(name, spans)
        people = (statement.speaker or "", statement.via, statement.addressee, *statement.candidates, *statement.about)
        yield from _unknown(name, people, chains)
        yield from _unknown(name, (statement.within,), statements)
        yield from _unknown(name, (statement.said,), times)


def _outside(text: str, name: str, spans: tuple[Span, ...]) -> Iterator[str]:
    for start, end in spans:
        if not 0 <= start < end <= len(text) or text[start:end].isspace():
            yield f"{name} points at [{start}, {end}) where no words stand"


def _disordered(name: str, spans: tuple[Span, ...]) -> Iterator[str]:
    if any(one.end > two.start for one, two in pairwise(spans)):
        yield f"{name} has pieces that overlap or stand out of order"


def _unknown(name: str, ids: Iterable[str], known: set[str]) -> Iterator[str]:
    for sought in ids:
        if sought and sought not in known:
            yield f"{name} names {sought}, which the reading does not have"
