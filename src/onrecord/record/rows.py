"""Rows of a record as items of the interchange format: the SELECTs of the view, and what each row becomes.

They speak of the view's temporary tables: `visible` (documents), `shown` (appearances) and `known` (entities).
"""

from collections.abc import Sequence
from typing import Any

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.items import (
    AppearanceItem,
    DocumentItem,
    EntityItem,
    LinkItem,
    StatementItem,
    TenureItem,
    TimeItem,
    UtteranceItem,
)
from onrecord.record.codec import date_of, evidence_of, spans_of, strings_of
from onrecord.record.sql import Row

DOCUMENTS = """
    SELECT document.id, coalesce(reading.language, 'und'), document.chars, document.sha256,
           dating.earliest, dating.latest, dating.basis, dating.evidence, document.key
    FROM visible JOIN document ON document.key = visible.document
    LEFT JOIN reading ON reading.document = document.key LEFT JOIN dating ON dating.document = document.key
"""

APPEARANCES = """
    SELECT appearance.id, document.id, appearance.name, appearance.title, appearance.publisher, appearance.url, appearance.author,
           replaced.id, appearance.raw_sha256, dating.earliest, dating.latest, dating.basis, dating.evidence
    FROM shown JOIN appearance ON appearance.key = shown.appearance JOIN document ON document.key = shown.document
    LEFT JOIN appearance_dating AS dating ON dating.appearance = appearance.key
    LEFT JOIN shown AS before ON before.appearance = shown.replaces
    LEFT JOIN appearance AS replaced ON replaced.key = before.appearance
"""

ENTITIES = """
    SELECT entity.id, entity.type, entity.name, entity.aliases, entity.review,
           (SELECT group_concat(member.id) FROM chain JOIN member USING (key) JOIN visible ON visible.document = member.document
            WHERE chain.entity = entity.key)
    FROM known JOIN entity ON entity.key = known.entity
"""


def _entity_of(chain: str) -> str:
    return f"""(SELECT entity.id FROM member JOIN chain USING (key) JOIN known ON known.entity = chain.entity
                JOIN entity ON entity.key = chain.entity WHERE member.id = {chain})"""


STATEMENTS = f"""
    SELECT member.id, document.id, statement.type, statement.mode, {_entity_of("statement.speaker")}, statement.speaker_basis,
           (SELECT group_concat({_entity_of("value")}) FROM json_each(statement.candidates)),
           statement.printed, {_entity_of("statement.via")}, {_entity_of("statement.addressee")},
           (SELECT around.id FROM member AS around JOIN statement AS telling ON telling.key = around.key
            WHERE around.id = statement.within AND NOT telling.rejected),
           statement.source, statement.cue, statement.content, statement.words,
           (SELECT group_concat(DISTINCT entity.id) FROM statement_about JOIN chain ON chain.key = statement_about.chain
            JOIN entity ON entity.key = chain.entity WHERE statement_about.statement = statement.key),
           said_earliest, said_latest, said_basis, said_evidence, coalesce(utterance.id, member.id), confidence, review
    FROM statement JOIN member USING (key) JOIN visible ON visible.document = member.document
    JOIN document ON document.key = member.document LEFT JOIN utterance ON utterance.key = statement.utterance
    WHERE NOT statement.rejected
"""

PEOPLES_ORDER = """
    ORDER BY said_latest IS NULL, said_latest, said_earliest, document.id, json_extract(statement.content, '$[0][0]'), member.id
"""
"""Statements by the day they were certainly made by, undated last; those of one day and document as they stand in its text."""

TIMES = """
    SELECT time.id, document.id, start, "end", words, type, value, mod, quant, freq, anchor, rule, earliest, latest
    FROM time JOIN visible ON visible.document = time.document JOIN document ON document.key = time.document
"""

TENURES = """
    SELECT tenure.id, person.id, tenure.role, body.id, tenure.post, from_earliest, from_latest, from_basis, from_evidence,
           to_earliest, to_latest, to_basis, to_evidence, tenure.evidence
    FROM tenure JOIN entity AS person ON person.key = tenure.person LEFT JOIN entity AS body ON body.key = tenure.organization
    WHERE EXISTS (SELECT 1 FROM json_each(tenure.evidence) JOIN document ON document.id = json_extract(value, '$.document')
                  JOIN visible ON visible.document = document.key)
"""

UTTERANCES = """
    SELECT utterance.id, (SELECT entity.id FROM entity JOIN known ON known.entity = entity.key WHERE entity.id = utterance.speaker),
           group_concat(member.id), utterance.earliest
    FROM utterance JOIN statement ON statement.utterance = utterance.key JOIN member ON member.key = statement.key
    JOIN visible ON visible.document = member.document
    GROUP BY utterance.id ORDER BY utterance.id
"""

LINKS = """
    SELECT link.id, low.id, high.id, score, reasons, decisions
    FROM link JOIN member AS low ON low.key = link.a JOIN member AS high ON high.key = link.b
    JOIN visible AS here ON here.document = low.document JOIN visible AS there ON there.document = high.document
"""


def document_item(row: Row, text: str | None = None) -> DocumentItem:
    """A row of DOCUMENTS as an item."""
    document, language, chars, sha256, *published, _ = row
    return DocumentItem(document, language, chars, sha256, _date(published), None, text)


def appearance_item(row: Row) -> AppearanceItem:
    """A row of APPEARANCES as an item."""
    appearance, document, name, title, publisher, url, author, replaces, raw_sha256, *published = row
    return AppearanceItem(appearance, document, name, title, publisher, url, author, _date(published), replaces, raw_sha256)


def entity_item(row: Row) -> EntityItem:
    """A row of ENTITIES as an item."""
    entity, kind, name, aliases, review, chains = row
    return EntityItem(entity, kind, name, strings_of(aliases), _ids(chains), review)


def statement_item(row: Row) -> StatementItem:
    """A row of STATEMENTS as an item; a speaker whose chain is no longer in the record is unresolved."""
    statement, document, kind, mode, speaker, basis, candidates, printed, via, addressee, within = row[:11]
    source, cue, content, words, about, *said, utterance, confidence, review = row[11:]
    return StatementItem(
        statement,
        document,
        kind,
        mode,
        speaker,
        "unresolved" if basis == "resolved" and speaker is None else basis,
        _ids(candidates),
        printed,
        via,
        addressee,
        within,
        spans_of(source),
        spans_of(cue),
        spans_of(content),
        words,
        _ids(about),
        _date(said),
        utterance,
        round(confidence, 2),
        review,
    )


def time_item(row: Row) -> TimeItem:
    """A row of TIMES as an item."""
    return TimeItem(*row)


def tenure_item(row: Row) -> TenureItem:
    """A row of TENURES as an item."""
    tenure, person, role, organization, post, *dates, evidence = row
    return TenureItem(tenure, person, role, organization, post, _date(dates[:4]), _date(dates[4:]), evidence_of(evidence))


def utterance_item(row: Row) -> UtteranceItem:
    """A row of UTTERANCES as an item."""
    utterance, speaker, statements, earliest = row
    told = _ids(statements)
    return UtteranceItem(utterance, speaker, told, earliest if earliest in told else None)


def link_item(row: Row) -> LinkItem:
    """A row of LINKS as an item."""
    name, one, other, score, reasons, decisions = row
    a, b = sorted((one, other))
    return LinkItem(name, a, b, score, strings_of(reasons), strings_of(decisions))


def _ids(joined: str | None) -> tuple[str, ...]:
    return tuple(sorted(set(joined.split(",")))) if joined else ()


def _date(columns: Sequence[Any]) -> Date:
    earliest, latest, basis, evidence = columns
    return UNKNOWN_DATE if basis is None or evidence is None else date_of(earliest, latest, basis, evidence)
