"""Decisions in the file: written once, found again by the documents and members that they name."""

from collections.abc import Iterable
from dataclasses import replace

import apsw

from onrecord.core.decisions import Decision, Target
from onrecord.core.resolved import PlacedRuling
from onrecord.record.codec import spans_of, to_json
from onrecord.record.sql import first, rows


def write_decision(connection: apsw.Connection, decision: Decision) -> bool:
    """Write a decision and mark what it touches as unfinished; False when the record has it already."""
    if first(connection, "SELECT 1 FROM decision WHERE id = ?", decision.id):
        return False
    row = (decision.id, decision.ruling, decision.field, decision.value, decision.by, decision.at, decision.why, decision.follows)
    connection.execute("INSERT INTO decision (id, ruling, field, value, by, at, why, follows) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    key = connection.last_insert_rowid()
    for position, target in enumerate(decision.about):
        columns = (key, position, target.kind, target.id, target.document, to_json(target.spans), target.words)
        connection.execute("INSERT INTO target VALUES (?, ?, ?, ?, ?, ?, ?)", columns)
    _mark_documents(connection, key)
    return True


_REVISED = """
    WITH RECURSIVE touched (decision) AS (
        VALUES (?1)
        UNION SELECT other.key FROM touched JOIN target ON target.decision = touched.decision AND target.kind = 'decision'
              JOIN decision AS other ON other.id = target.id
        UNION SELECT other.key FROM touched JOIN decision ON decision.key = touched.decision
              JOIN decision AS other ON other.id = decision.follows
    )
"""


def _mark_documents(connection: apsw.Connection, key: int) -> None:
    connection.execute(
        f"""INSERT OR IGNORE INTO dirty_document {_REVISED}
            SELECT document.key FROM touched JOIN target ON target.decision = touched.decision
            JOIN document ON document.id = target.document""",
        (key,),
    )


def all_decisions(connection: apsw.Connection) -> tuple[Decision, ...]:
    """Every decision, in order of id."""
    return _load(connection, [key for (key,) in rows(connection, "SELECT key FROM decision")])


def decisions_naming(connection: apsw.Connection, document: str) -> tuple[Decision, ...]:
    """The decisions about items of a document, and those that revise or undo them, in order of id."""
    keys = [key for (key,) in rows(connection, "SELECT DISTINCT decision FROM target WHERE document = ?", document)]
    return _load(connection, _with_revisions(connection, keys)) if keys else ()


def rulings_on(connection: apsw.Connection, members: Iterable[int]) -> tuple[PlacedRuling, ...]:
    """The decisions placed on any of the members, and those that revise or undo them, in order of id, with today's ids."""
    if not first(connection, "SELECT 1 FROM placed LIMIT 1"):
        return ()
    found = "SELECT DISTINCT decision FROM placed WHERE member IN (SELECT value FROM json_each(?))"
    keys = [key for (key,) in rows(connection, found, to_json(list(members)))]
    return tuple(_placed(connection, decision) for decision in _load(connection, _with_revisions(connection, keys)))


def with_todays_ids(ruling: PlacedRuling) -> Decision:
    """The decision with its targets' ids as they are today, where they are found."""
    pairs = zip(ruling.decision.about, ruling.members, strict=True)
    return replace(ruling.decision, about=tuple(replace(target, id=member or target.id) for target, member in pairs))


def _placed(connection: apsw.Connection, decision: Decision) -> PlacedRuling:
    located = rows(
        connection,
        """SELECT placed.position, member.id FROM decision JOIN placed ON placed.decision = decision.key
           JOIN member ON member.key = placed.member WHERE decision.id = ?""",
        decision.id,
    )
    found: dict[int, str] = dict(located)
    members = (target.id if target.kind == "decision" else found.get(at) for at, target in enumerate(decision.about))
    return PlacedRuling(decision, tuple(members))


def _with_revisions(connection: apsw.Connection, keys: list[int]) -> list[int]:
    named = rows(
        connection,
        """WITH RECURSIVE named (decision) AS (
               SELECT value FROM json_each(?)
               UNION SELECT target.decision FROM named JOIN decision ON decision.key = named.decision
                     JOIN target ON target.id = decision.id AND target.kind = 'decision'
               UNION SELECT later.key FROM named JOIN decision ON decision.key = named.decision
                     JOIN decision AS later ON later.follows = decision.id
           ) SELECT decision FROM named""",
        to_json(keys),
    )
    return [key for (key,) in named]


def _load(connection: apsw.Connection, keys: list[int]) -> tuple[Decision, ...]:
    found = rows(
        connection,
        """SELECT key, id, ruling, field, value, by, at, why, follows FROM decision
           WHERE key IN (SELECT value FROM json_each(?)) ORDER BY id""",
        to_json(keys),
    )
    return tuple(Decision(decision, _about(connection, key), *rest) for key, decision, *rest in found)


def _about(connection: apsw.Connection, key: int) -> tuple[Target, ...]:
    found = rows(connection, "SELECT kind, id, document, spans, words FROM target WHERE decision = ? ORDER BY position", key)
    return tuple(Target(kind, target, document, spans_of(spans), words) for kind, target, document, spans, words in found)
