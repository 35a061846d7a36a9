"""What follows for one document, written over what followed before: only what differs is touched, and its neighbours marked.

A member (a chain or a statement) that is new, altered or gone marks the blocks it is or was in, and itself; what it was linked to
or ruled upon with is marked where it goes, so that the component it leaves is clustered anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import apsw

from onrecord.core.evidence import Date
from onrecord.core.faults import Fault
from onrecord.core.readings import Reading
from onrecord.core.resolved import AnchoredTime, Description, SettledStatement
from onrecord.core.spans import words_at
from onrecord.record.codec import date_columns, to_json
from onrecord.record.sql import Row, first, rows
from onrecord.record.tenures import mark_persons, write_offices

_COLUMNS = {
    "chain": "type, name, first_start, first_end, names, titles",
    "statement": """type, mode, speaker, speaker_basis, candidates, printed, via, addressee, within, source, cue, content, words,
                    telling, said_earliest, said_latest, said_basis, said_evidence, confidence, review, rejected, decisions""",
}


@dataclass(frozen=True, slots=True)
class Described:
    """All that is derived from one document: its description, the dates of its appearances, the blocks it touches (key → ids of
    members), and each statement's quoted words as they are compared."""

    text: str
    reading: Reading
    description: Description
    appearances: Mapping[str, Date]
    blocks: Mapping[str, tuple[str, ...]]
    tellings: Mapping[str, tuple[str, ...]]


def write_described(connection: apsw.Connection, document: int, described: Described) -> None:
    """Make the derived rows of a document those of its description, and the document finished."""
    description = described.description
    redated = _write_dating(connection, document, description.published, described.appearances)
    altered = _write_members(connection, document, "chain", _chain_rows(described))
    altered |= _write_members(connection, document, "statement", _statement_rows(described))
    keys = {str(member): int(key) for key, member in rows(connection, "SELECT key, id FROM member WHERE document = ?", document)}
    shown = {settled.statement.id for settled in description.statements if not settled.rejected}
    chains = {chain.id for chain in described.reading.chains}
    compared = {member for member in keys if member in shown or member in chains}
    altered |= _write_memberships(connection, document, {member: keys[member] for member in compared}, described.blocks)
    if redated:
        altered |= {keys[statement] for statement in shown}
    _write_about(connection, keys, description.statements)
    _write_times(connection, document, described.text, description.times)
    write_offices(connection, keys, document, description.offices, redated=redated)
    altered |= _write_placed(connection, keys, described.reading.document, description.located)
    mark_members(connection, altered)
    mark_blocks_of(connection, altered)
    _write_faults(connection, described.reading.document, description.faults)
    connection.execute("DELETE FROM dirty_document WHERE document = ?", (document,))


def clear_described(connection: apsw.Connection, document: int) -> None:
    """Drop all that is derived from a document that no longer stands, and the document finished."""
    _retire(connection, [key for (key,) in rows(connection, "SELECT key FROM member WHERE document = ?", document)])
    connection.execute("DELETE FROM time WHERE document = ?", (document,))
    connection.execute("DELETE FROM dating WHERE document = ?", (document,))
    _clear_appearances(connection, document)
    for (name,) in rows(connection, "SELECT id FROM document WHERE key = ?", document):
        _write_faults(connection, name, ())
    connection.execute("DELETE FROM dirty_document WHERE document = ?", (document,))


def _write_faults(connection: apsw.Connection, document: str, faults: Iterable[Fault]) -> None:
    connection.execute("DELETE FROM derived_fault WHERE document = ?", (document,))
    found = [(document, fault.place, fault.message) for fault in sorted(set(faults))]
    connection.executemany("INSERT INTO derived_fault (document, place, message) VALUES (?, ?, ?)", found)


def mark_members(connection: apsw.Connection, keys: Iterable[int]) -> None:
    """Mark members whose component is to be clustered anew."""
    connection.executemany(
        "INSERT OR IGNORE INTO dirty_member SELECT kind, key FROM member WHERE key = ?", [(key,) for key in keys]
    )


def mark_blocks_of(connection: apsw.Connection, keys: Iterable[int]) -> None:
    """Mark the blocks of members as to be resolved anew."""
    marking = """INSERT OR IGNORE INTO dirty_block SELECT member.kind, block FROM membership
                 JOIN member ON member.key = membership.member WHERE member.key = ?"""
    connection.executemany(marking, [(key,) for key in keys])


def mark_spoken_by(connection: apsw.Connection, chains: Iterable[str]) -> None:
    """Mark the statements whose speaker is one of these chains, whichever document they stand in."""
    theirs = "SELECT key FROM statement WHERE speaker IN (SELECT value FROM json_each(?)) AND NOT rejected"
    spoken = [key for (key,) in rows(connection, theirs, to_json(list(chains)))]
    mark_members(connection, spoken)
    mark_blocks_of(connection, spoken)


def _write_dating(connection: apsw.Connection, document: int, published: Date, appearances: Mapping[str, Date]) -> bool:
    before = first(connection, "SELECT earliest, latest, basis, evidence FROM dating WHERE document = ?", document)
    connection.execute("INSERT OR REPLACE INTO dating VALUES (?, ?, ?, ?, ?)", (document, *date_columns(published)))
    _clear_appearances(connection, document)
    for appearance in sorted(appearances):
        columns = (*date_columns(appearances[appearance]), appearance)
        connection.execute("INSERT INTO appearance_dating SELECT key, ?, ?, ?, ? FROM appearance WHERE id = ?", columns)
    return before != date_columns(published)


def _clear_appearances(connection: apsw.Connection, document: int) -> None:
    dated = "DELETE FROM appearance_dating WHERE appearance IN (SELECT key FROM appearance WHERE document = ?)"
    connection.execute(dated, (document,))


def _chain_rows(described: Described) -> dict[str, Row]:
    profiles = {profile.chain: profile for profile in described.description.profiles}
    return {
        chain.id: (
            chain.type,
            chain.name,
            *chain.first,
            to_json(profiles[chain.id].names),
            to_json(profiles[chain.id].titles),
        )
        for chain in described.reading.chains
        if chain.id in profiles
    }


def _statement_rows(described: Described) -> dict[str, Row]:
    return {settled.statement.id: _statement_row(described, settled) for settled in described.description.statements}


def _statement_row(described: Described, settled: SettledStatement) -> Row:
    statement = settled.statement
    return (
        statement.type,
        statement.mode,
        statement.speaker,
        statement.basis,
        to_json(statement.candidates),
        statement.printed,
        statement.via,
        statement.addressee,
        statement.within,
        to_json(statement.source),
        to_json(statement.cue),
        to_json(statement.content),
        words_at(described.text, *statement.content),
        to_json(described.tellings[statement.id]),
        *date_columns(settled.said),
        float(statement.confidence),
        settled.review,
        int(settled.rejected),
        to_json(settled.decisions),
    )


def _write_members(connection: apsw.Connection, document: int, kind: str, wanted: Mapping[str, Row]) -> set[int]:
    """Make a document's members of a kind these rows; the keys of those that are new or altered."""
    columns = _COLUMNS[kind]
    found = rows(
        connection,
        f"SELECT member.id, {kind}.key, {columns} FROM {kind} JOIN member USING (key) WHERE member.document = ?",
        document,
    )
    before = {member: (key, tuple(rest)) for member, key, *rest in found}
    _retire(connection, [key for member, (key, _) in sorted(before.items()) if member not in wanted])
    altered: set[int] = set()
    for member, row in wanted.items():
        if member not in before:
            connection.execute("INSERT INTO member (id, kind, document) VALUES (?, ?, ?)", (member, kind, document))
            altered.add(key := connection.last_insert_rowid())
            marks = ", ".join("?" * (len(row) + 1))
            connection.execute(f"INSERT INTO {kind} (key, {columns}) VALUES ({marks})", (key, *row))
        elif before[member][1] != row:
            altered.add(key := before[member][0])
            marks = ", ".join("?" * len(row))
            connection.execute(f"UPDATE {kind} SET ({columns}) = ({marks}) WHERE key = ?", (*row, key))
    return altered


def _retire(connection: apsw.Connection, keys: list[int]) -> None:
    """Delete members, and mark what they were compared with, linked to, ruled upon with and had spoken."""
    mark_blocks_of(connection, keys)
    for key in keys:
        neighbours = rows(
            connection,
            """SELECT b FROM link WHERE a = ?1 UNION SELECT a FROM link WHERE b = ?1
               UNION SELECT other.member FROM placed JOIN placed AS other USING (decision) WHERE placed.member = ?1""",
            key,
        )
        mark_members(connection, [neighbour for (neighbour,) in neighbours])
        chain = rows(connection, "SELECT id FROM member WHERE key = ?", key)
        wholes = [row[0] for row in rows(connection, "SELECT entity FROM chain WHERE key = ?", key)]
        told = [row[0] for row in rows(connection, "SELECT utterance FROM statement WHERE key = ?", key)]
        mark_persons(connection, [key])
        connection.execute("DELETE FROM chain WHERE key = ?", (key,))
        connection.execute("DELETE FROM statement WHERE key = ?", (key,))
        connection.execute("DELETE FROM member WHERE key = ?", (key,))
        mark_spoken_by(connection, [name for (name,) in chain])
        for whole in wholes:
            empty = "DELETE FROM entity WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM chain WHERE entity = ?1)"
            connection.execute(empty, (whole,))
        for whole in told:
            empty = "DELETE FROM utterance WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM statement WHERE utterance = ?1)"
            connection.execute(empty, (whole,))


def _write_memberships(
    connection: apsw.Connection, document: int, keys: Mapping[str, int], blocks: Mapping[str, tuple[str, ...]]
) -> set[int]:
    """Make the memberships of a document's members those of `blocks`; the keys of members that joined or left one."""
    wanted: set[tuple[int, int]] = set()
    for name, members in blocks.items():
        present = [member for member in members if member in keys]
        if present:
            block = _block(connection, name, present[0])
            wanted |= {(block, keys[member]) for member in present}
    held = "SELECT block, member FROM member JOIN membership ON membership.member = member.key WHERE member.document = ?"
    before = {(block, member) for block, member in rows(connection, held, document)}
    for block, member in sorted(before - wanted):
        connection.execute("DELETE FROM membership WHERE block = ? AND member = ?", (block, member))
        connection.execute("INSERT OR IGNORE INTO dirty_block SELECT kind, key FROM block WHERE key = ?", (block,))
    connection.executemany("INSERT INTO membership VALUES (?, ?)", sorted(wanted - before))
    return {member for _, member in before ^ wanted}


def _block(connection: apsw.Connection, name: str, member: str) -> int:
    row = first(connection, "SELECT key FROM block WHERE name = ?", name)
    if row:
        return int(row[0])
    connection.execute("INSERT INTO block (name, kind) SELECT ?, kind FROM member WHERE id = ?", (name, member))
    return connection.last_insert_rowid()


def _write_about(connection: apsw.Connection, keys: Mapping[str, int], statements: Iterable[SettledStatement]) -> None:
    for settled in statements:
        key = keys[settled.statement.id]
        connection.execute("DELETE FROM statement_about WHERE statement = ?", (key,))
        about = sorted({(key, keys[chain]) for chain in settled.statement.about if chain in keys})
        connection.executemany("INSERT INTO statement_about VALUES (?, ?)", about)


def _write_times(connection: apsw.Connection, document: int, text: str, times: Iterable[AnchoredTime]) -> None:
    connection.execute("DELETE FROM time WHERE document = ?", (document,))
    found = [
        (
            anchored.time.id,
            document,
            *anchored.time.span,
            words_at(text, anchored.time.span),
            anchored.time.type,
            anchored.value,
            anchored.time.mod,
            anchored.time.quant,
            anchored.time.freq,
            anchored.anchor,
            anchored.time.rule,
            anchored.earliest,
            anchored.latest,
        )
        for anchored in times
    ]
    connection.executemany(
        """INSERT INTO time (id, document, start, "end", words, type, value, mod, quant, freq, anchor, rule, earliest, latest)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        found,
    )


def _write_placed(
    connection: apsw.Connection, keys: Mapping[str, int], document: str, located: Iterable[tuple[str, int, str]]
) -> set[int]:
    """Write where decisions find their targets in a document; the keys of all members that are or were ruled upon."""
    here = "SELECT decision, position FROM target WHERE document = ?"
    placed = f"SELECT member FROM placed WHERE (decision, position) IN ({here})"
    touched = _with_partners(connection, [key for (key,) in rows(connection, placed, document)])
    connection.execute(f"DELETE FROM placed WHERE (decision, position) IN ({here})", (document,))
    for decision, position, member in located:
        columns = (position, keys[member], decision)
        connection.execute("INSERT INTO placed SELECT key, ?, ? FROM decision WHERE id = ?", columns)
    return touched | _with_partners(connection, [keys[member] for _, _, member in located])


def _with_partners(connection: apsw.Connection, ruled: list[int]) -> set[int]:
    partners = "SELECT other.member FROM placed JOIN placed AS other USING (decision) WHERE placed.member = ?"
    return {*ruled, *(key for member in ruled for (key,) in rows(connection, partners, member))}
