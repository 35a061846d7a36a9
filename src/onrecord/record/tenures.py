"""Offices in the record: the mentions of them, whose tenures are to be found anew, and the tenures written."""

from collections.abc import Iterable, Mapping, Sequence

import apsw

from onrecord.core.evidence import Evidence
from onrecord.core.resolved import OfficeTold, Tenure
from onrecord.record.codec import date_columns, date_json, date_of, date_or_none, spans_of, to_json
from onrecord.record.sql import Row, rows

AT_ONCE = 64
"""Persons whose tenures are found in one step."""

_COLUMNS = "person, organization, role, body, post, tells, courtesy, spans, words, since, until, during"

_MARK = "INSERT OR IGNORE INTO dirty_person SELECT DISTINCT entity FROM chain WHERE entity IS NOT NULL AND key IN "

OFFICES = """
    SELECT office_mention.id, document.id, office_mention.role, coalesce(body.id, ''), office_mention.body, office_mention.post,
           office_mention.tells, office_mention.courtesy, office_mention.spans, office_mention.words,
           dating.earliest, dating.latest, dating.basis, dating.evidence,
           office_mention.since, office_mention.until, office_mention.during
    FROM office_mention JOIN chain ON chain.key = office_mention.person JOIN member ON member.key = chain.key
    JOIN document ON document.key = member.document JOIN dating ON dating.document = member.document
    LEFT JOIN chain AS named ON named.key = office_mention.organization LEFT JOIN entity AS body ON body.key = named.entity
"""


def write_offices(
    connection: apsw.Connection, keys: Mapping[str, int], document: int, offices: Sequence[tuple[str, OfficeTold]], *, redated: bool
) -> None:
    """Make the office mentions of a document these, and mark the persons of whom something else is told than before.

    `keys` are those of the document's chains by id.
    """
    wanted = {told.mention: _row(keys, person, told) for person, told in offices if person in keys}
    found = rows(
        connection,
        f"SELECT office_mention.id, {_COLUMNS} FROM office_mention JOIN member ON member.key = person WHERE member.document = ?",
        document,
    )
    before = {mention: tuple(rest) for mention, *rest in found}
    gone = [mention for mention in before if before[mention] != wanted.get(mention)]
    new = [mention for mention in wanted if wanted[mention] != before.get(mention)]
    connection.executemany("DELETE FROM office_mention WHERE id = ?", [(mention,) for mention in gone])
    marks = ", ".join("?" * (len(_COLUMNS.split(",")) + 1))
    connection.executemany(
        f"INSERT INTO office_mention (id, {_COLUMNS}) VALUES ({marks})", [(mention, *wanted[mention]) for mention in new]
    )
    told = {before[mention][0] for mention in gone} | {wanted[mention][0] for mention in wanted if redated or mention in new}
    mark_persons(connection, told)


def _row(keys: Mapping[str, int], person: str, told: OfficeTold) -> Row:
    return (
        keys[person],
        keys.get(told.organization),
        told.role,
        told.body,
        told.post,
        told.tells,
        int(told.courtesy),
        to_json(told.words.spans),
        told.words.words,
        *(date_json(date) for date in (told.since, told.until, told.during)),
    )


def mark_persons(connection: apsw.Connection, chains: Iterable[int]) -> None:
    """Mark the persons whom these chains are as having their tenures to be found anew."""
    connection.execute(f"{_MARK} (SELECT value FROM json_each(?))", (to_json(sorted(chains)),))


def mark_moved(connection: apsw.Connection, members: Sequence[str], left: Iterable[str | None]) -> None:
    """Mark the persons that these chains are now or left, and those who hold an office of one of these chains."""
    ids = to_json(list(members))
    moved = "(SELECT member.key FROM member WHERE member.id IN (SELECT value FROM json_each(?1)))"
    connection.execute(f"{_MARK} (SELECT person FROM office_mention WHERE person IN {moved} OR organization IN {moved})", (ids,))
    parted = "INSERT OR IGNORE INTO dirty_person SELECT key FROM entity WHERE id IN (SELECT value FROM json_each(?))"
    connection.execute(parted, (to_json(sorted({entity for entity in left if entity})),))


def next_persons(connection: apsw.Connection) -> list[tuple[int, str, list[OfficeTold]]]:
    """Some persons that are marked: key, id, all that is told of their offices, in order of mention."""
    marked = rows(connection, "SELECT key, id FROM dirty_person JOIN entity ON entity.key = person LIMIT ?", AT_ONCE)
    mine = f"{OFFICES} WHERE chain.entity = ? ORDER BY office_mention.id"
    return [(key, name, [office_told(row) for row in rows(connection, mine, key)]) for key, name in marked]


def office_told(row: Row) -> OfficeTold:
    """A row of OFFICES as an office mention; its organization is an entity's id."""
    mention, document, role, organization, body, post, tells, courtesy, spans, words, *published, since, until, during = row
    return OfficeTold(
        mention=mention,
        document=document,
        role=role,
        organization=organization,
        body=body,
        post=post,
        tells=tells,
        words=Evidence(words, document, spans_of(spans)),
        published=date_of(*published),
        since=date_or_none(since),
        until=date_or_none(until),
        during=date_or_none(during),
        courtesy=bool(courtesy),
    )


def write_tenures(connection: apsw.Connection, person: int, tenures: Sequence[Tenure]) -> None:
    """Make the tenures of a person these, and the person finished."""
    connection.execute("DELETE FROM tenure WHERE person = ?", (person,))
    connection.executemany(
        """INSERT OR REPLACE INTO tenure (id, person, role, organization, post, from_earliest, from_latest, from_basis,
                                          from_evidence, to_earliest, to_latest, to_basis, to_evidence, evidence)
           VALUES (?, ?, ?, (SELECT key FROM entity WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [_tenure_row(person, tenure) for tenure in tenures],
    )
    connection.execute("DELETE FROM dirty_person WHERE person = ?", (person,))


def _tenure_row(person: int, tenure: Tenure) -> Row:
    named = (tenure.id, person, tenure.role, tenure.organization, tenure.post)
    return (*named, *date_columns(tenure.began), *date_columns(tenure.ended), to_json(tenure.evidence))
