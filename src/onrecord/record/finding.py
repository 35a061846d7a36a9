"""Words in the texts and statements of a record, the sentences that name somebody, and what a ruling is pinned to."""

from bisect import bisect_right
from collections.abc import Iterator

import apsw

from onrecord.core.decisions import Target
from onrecord.core.evidence import Date
from onrecord.core.spans import Span, words_at
from onrecord.record.codec import spans_of, unpack_reading
from onrecord.record.sql import Row, rows

_FOUND = """
    SELECT document.id, '' AS statement, snippet(document_text, 0, '[', ']', ' … ', 24), rank, 1 AS kind
    FROM document_text JOIN visible ON visible.document = document_text.rowid JOIN document ON document.key = document_text.rowid
    WHERE document_text MATCH ?1
    UNION ALL
    SELECT document.id, member.id, snippet(statement_text, 0, '[', ']', ' … ', 24), rank, 0
    FROM statement_text JOIN member ON member.key = statement_text.rowid JOIN visible ON visible.document = member.document
    JOIN document ON document.key = member.document JOIN statement ON statement.key = member.key AND NOT statement.rejected
    WHERE statement_text MATCH ?1
    ORDER BY kind, 4, 1, 2 LIMIT ?2
"""

_ALL = -1
"""The limit that is none."""


def found_words(connection: apsw.Connection, words: str, limit: int | None) -> list[Row]:
    """Document, statement or "", and snippet of each place that has all of the words: statements first, the rarest match first."""
    terms = words.replace("\0", " ").split()
    quoted = " ".join('"' + term.replace('"', '""') + '"' for term in terms if any(map(str.isalnum, term)))
    return [row[:3] for row in rows(connection, _FOUND, quoted, _ALL if limit is None else limit)] if quoted else []


_NAMED_IN = """
    SELECT DISTINCT document.key, document.id, document.text, reading.blob, dating.latest
    FROM entity JOIN chain ON chain.entity = entity.key JOIN member ON member.key = chain.key
    JOIN visible ON visible.document = member.document JOIN document ON document.key = member.document
    JOIN reading ON reading.document = document.key JOIN dating ON dating.document = document.key
    WHERE entity.id = ?
"""

_CHAINS = """SELECT member.id FROM member JOIN chain USING (key) JOIN entity ON entity.key = chain.entity
             WHERE member.document = ? AND entity.id = ?"""

_DATES = """SELECT start, earliest, latest, CASE WHEN anchor = '' THEN 'stated' ELSE 'relative' END FROM time
            WHERE document = ? AND type IN ('DATE', 'TIME') AND (earliest IS NOT NULL OR latest IS NOT NULL) ORDER BY start"""


def naming_sentences(connection: apsw.Connection, entity: str) -> Iterator[tuple[str, int, int, str, Date]]:
    """Document, start, end, words and day of each sentence that mentions the entity by name."""
    for key, document, text, blob, latest in rows(connection, _NAMED_IN, entity):
        reading = unpack_reading(blob)
        chains = {chain for (chain,) in rows(connection, _CHAINS, key, entity)}
        named = [mention.span for mention in reading.mentions if mention.chain in chains and mention.form == "name"]
        dates = rows(connection, _DATES, key)
        for sentence in sorted({around for span in named if (around := _around(reading.sentences, span))}):
            yield document, *sentence, words_at(text, sentence), _day(sentence, dates, latest)


def _around(sentences: tuple[Span, ...], span: Span) -> Span | None:
    at = bisect_right(sentences, (span.start, float("inf"))) - 1
    return sentences[at] if at >= 0 and span.start < sentences[at].end else None


def _day(sentence: Span, dates: list[Row], latest: str | None) -> Date:
    for start, earliest, last, basis in dates:
        if sentence.start <= start < sentence.end:
            return Date(earliest, last, basis)
    return Date(None, latest, "inferred" if latest else "unknown")


def peoples_order(date: Date) -> tuple[bool, str, str]:
    """What to sort dates by so that people find them in order: latest, then earliest; undated last."""
    return date.latest is None, date.latest or "", date.earliest or ""


def target_of(connection: apsw.Connection, whole: str) -> Target:
    """What a ruling about the statement, chain or decision with that whole id is pinned to."""
    found = rows(
        connection,
        """SELECT member.kind, document.id, document.text, statement.content, chain.first_start, chain.first_end
           FROM member JOIN document ON document.key = member.document
           LEFT JOIN statement ON statement.key = member.key LEFT JOIN chain ON chain.key = member.key WHERE member.id = ?""",
        whole,
    )
    if not found:
        return Target("decision", whole, "", (), "")
    kind, document, text, content, start, end = found[0]
    spans = spans_of(content) if kind == "statement" else (Span(start, end),)
    return Target(kind, whole, document, spans, words_at(text, *spans))
