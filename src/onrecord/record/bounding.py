"""What bounds documents that bear no date of their own: words that they repeat after documents that bear one."""

from collections.abc import Iterable

import apsw

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.record.codec import date_of, to_json
from onrecord.record.sql import first, rows

_REPEATED = """
    SELECT other.said_earliest, other.said_latest, 'inferred', other.said_evidence
    FROM member AS mine JOIN statement AS here ON here.key = mine.key AND NOT here.rejected
    JOIN statement AS other ON other.utterance = here.utterance AND NOT other.rejected
    JOIN member AS theirs ON theirs.key = other.key AND theirs.document <> mine.document
    JOIN dating ON dating.document = theirs.document AND dating.basis IN ('given', 'metadata', 'stated')
    WHERE mine.document = ?1 AND other.said_basis IN ('stated', 'relative') AND other.said_earliest IS NOT NULL
    ORDER BY other.said_earliest DESC, theirs.id LIMIT 1
"""

_UNDATED = """
    SELECT DISTINCT document.key, document.id, dating.earliest, dating.latest, dating.basis, dating.evidence
    FROM member JOIN dating ON dating.document = member.document AND dating.basis IN ('inferred', 'unknown')
    JOIN document ON document.key = member.document WHERE member.key IN (SELECT value FROM json_each(?))
"""


def repeated(connection: apsw.Connection, document: int) -> Date:
    """When words were said that a document repeats after documents that bear a date: of them all those said last; or unknown."""
    found = first(connection, _REPEATED, document)
    return date_of(*found) if found else UNKNOWN_DATE


def mark_bounded(connection: apsw.Connection, statements: Iterable[int]) -> None:
    """Mark the undated documents of these statements whose bounds rest on other words by now than when they were described."""
    for key, document, *columns in rows(connection, _UNDATED, to_json(sorted(statements))):
        if _outdated(document, date_of(*columns), repeated(connection, key)):
            connection.execute("INSERT OR IGNORE INTO dirty_document VALUES (?)", (key,))


def _outdated(document: str, bounds: Date, today: Date) -> bool:
    others = tuple(one for one in bounds.evidence if one.document != document or one.field)
    if others:
        return bounds.earliest != today.earliest or others != today.evidence
    return today.earliest is not None and (bounds.earliest is None or today.earliest > bounds.earliest)
