"""Unfinished work, taken up a piece at a time: documents to describe, blocks to resolve, components to cluster.

Everything here runs inside a transaction of the writer's. What a piece finds out is written only where it differs from what was
there, and marks what it touches; a component is what links and rulings join.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import apsw

from onrecord.core.documents import Appearance
from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.faults import Fault
from onrecord.core.names import fold
from onrecord.core.readings import Reading
from onrecord.core.resolved import Block, Clusters, Entity, Link, Profile, Telling, Utterance
from onrecord.knowledge.name_order import person_parts
from onrecord.record.bounding import mark_bounded
from onrecord.record.codec import date_of, json_of_strings, strings_of, to_json, unpack_reading
from onrecord.record.derived import mark_members, mark_spoken_by
from onrecord.record.intake import standing_appearances
from onrecord.record.sql import Row, first, rows
from onrecord.record.tenures import mark_moved

Kind = Literal["chain", "statement"]

_WHOLE = {"chain": "entity", "statement": "utterance"}
"""Kind of member → what its clusters are."""


@dataclass(frozen=True, slots=True)
class DirtyDocument:
    """A document to describe anew; without appearances it has been withdrawn, without a reading it could not be read."""

    key: int
    id: str
    text: str
    reading: Reading | None
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """Members joined by links and rulings, by key in order of id, with the links between them in order of id."""

    keys: tuple[int, ...]
    profiles: tuple[Profile, ...]
    tellings: tuple[Telling, ...]
    links: tuple[Link, ...]


def pending(connection: apsw.Connection) -> int:
    """How many marks of unfinished work there are."""
    marks = ("dirty_document", "dirty_block", "dirty_member", "dirty_person")
    return sum(int(rows(connection, f"SELECT count(*) FROM {mark}")[0][0]) for mark in marks)


def next_document(connection: apsw.Connection) -> DirtyDocument | None:
    """A document that is marked, with all that its description needs; None when no more is."""
    row = first(
        connection,
        """SELECT document.key, document.id, document.text, reading.blob FROM dirty_document
           JOIN document ON document.key = dirty_document.document LEFT JOIN reading ON reading.document = document.key LIMIT 1""",
    )
    if row is None:
        return None
    key, document, text, blob = row
    reading = None if blob is None else unpack_reading(blob)
    return DirtyDocument(key, document, text, reading, standing_appearances(connection, key))


AT_ONCE = 256
"""Blocks or members that are looked at together: most of them are alone and are done with at once."""


def next_blocks(connection: apsw.Connection, kind: Kind) -> list[int] | None:
    """Marked blocks of that kind of members that have something to compare; None when no more is marked.

    Blocks that hold one member, or none any more, and have no links are finished here.
    """
    found = rows(
        connection,
        """SELECT block,
                  (SELECT count(*) FROM (SELECT 1 FROM membership WHERE membership.block = dirty_block.block LIMIT 2)) AS size,
                  EXISTS (SELECT 1 FROM link WHERE link.block = dirty_block.block) AS linked
           FROM dirty_block WHERE kind = ? LIMIT ?""",
        kind,
        AT_ONCE,
    )
    lone = [(block,) for block, size, linked in found if size < 2 and not linked]
    connection.executemany("DELETE FROM dirty_block WHERE block = ?", lone)
    connection.executemany(
        "DELETE FROM block WHERE key = ?", [(block,) for block, size, linked in found if not size and not linked]
    )
    return [block for block, size, linked in found if size > 1 or linked] if found else None


def load_block(connection: apsw.Connection, block: int, kind: Kind) -> tuple[Block, dict[str, int]]:
    """A block with its members in order of id, and their ids → keys."""
    name = rows(connection, "SELECT name FROM block WHERE key = ?", block)[0][0]
    keys = [key for (key,) in rows(connection, "SELECT member FROM membership WHERE block = ?", block)]
    found = _members(connection, kind, keys)
    members = tuple(member for _, member in found)
    if kind == "chain":
        return Block(name, profiles=members), {profile.chain: key for key, profile in found}
    return Block(name, tellings=members), {telling.statement: key for key, telling in found}


def write_links(connection: apsw.Connection, block: int, keys: Mapping[str, int], links: Sequence[Link]) -> None:
    """Make the links of a block these, mark the members that gained, lost or changed one, and the block finished."""
    wanted = {_link_row(keys, link) for link in links}
    before = set(rows(connection, "SELECT a, b, id, score, reasons, decisions FROM link WHERE block = ?", block))
    connection.executemany(
        "DELETE FROM link WHERE block = ? AND a = ? AND b = ?", [(block, a, b) for a, b, *_ in sorted(before - wanted)]
    )
    connection.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", [(block, *row) for row in sorted(wanted - before)])
    mark_members(connection, sorted({end for a, b, *_ in before ^ wanted for end in (a, b)}))
    connection.execute("DELETE FROM dirty_block WHERE block = ?", (block,))
    empty = "DELETE FROM block WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM membership WHERE block = ?1)"
    connection.execute(empty, (block,))


def _link_row(keys: Mapping[str, int], link: Link) -> Row:
    return (keys[link.a], keys[link.b], link.id, link.score, json_of_strings(link.reasons), json_of_strings(link.decisions))


_COMPONENT = """
    WITH RECURSIVE component (member) AS (
        VALUES (?1)
        UNION SELECT link.b FROM component JOIN link ON link.a = component.member
        UNION SELECT link.a FROM component JOIN link ON link.b = component.member
        UNION SELECT other.member FROM component JOIN placed ON placed.member = component.member
              JOIN placed AS other ON other.decision = placed.decision
              JOIN member ON member.key = other.member AND member.kind = ?2
    )
    SELECT member FROM component
"""


def next_components(connection: apsw.Connection, kind: Kind) -> list[Component]:
    """Marked members' components, with those that members of their present clusters have gone to; none when no more is marked.

    Either members that are alone, or components with what they part from; a few hundred members, more only where a component is.
    """
    marked = _marked(connection, kind)
    lone = [key for key, alone in marked if alone]
    if lone:
        members = _members(connection, kind, lone)
        shown = {key for key, _ in members}
        return [_whole([key], [member], ()) for key, member in members] + [
            _whole([key], (), ()) for key in lone if key not in shown
        ]
    found: list[Component] = []
    taken: set[int] = set()
    for key, _ in marked:
        if len(taken) < AT_ONCE:
            found += _joined(connection, kind, key, taken)
    return found


def _joined(connection: apsw.Connection, kind: Kind, start: int, taken: set[int]) -> list[Component]:
    """The component of a member and of whoever is in one cluster with its members, unless taken before; `taken` grows by them."""
    found: list[Component] = []
    todo = [start]
    while todo:
        key = todo.pop()
        if key not in taken:
            keys = [member for (member,) in rows(connection, _COMPONENT, key, kind)]
            taken.update(keys)
            todo += [mate for mate in _mates(connection, kind, keys) if mate not in taken]
            found.append(_component(connection, kind, keys))
    return found


def _marked(connection: apsw.Connection, kind: Kind) -> list[tuple[int, bool]]:
    """Some marked members, and whether each has neither links nor rulings nor another member in its cluster."""
    whole = _WHOLE[kind]
    found = rows(
        connection,
        f"""SELECT {kind}.key, NOT EXISTS (SELECT 1 FROM link WHERE a = {kind}.key)
                AND NOT EXISTS (SELECT 1 FROM link WHERE b = {kind}.key)
                AND NOT EXISTS (SELECT 1 FROM placed WHERE member = {kind}.key)
                AND NOT EXISTS (SELECT 1 FROM {kind} AS mate WHERE mate.{whole} = {kind}.{whole} AND mate.key <> {kind}.key)
            FROM dirty_member JOIN {kind} ON {kind}.key = dirty_member.member WHERE dirty_member.kind = ? LIMIT ?""",
        kind,
        AT_ONCE,
    )
    return [(key, bool(alone)) for key, alone in found]


def _mates(connection: apsw.Connection, kind: Kind, keys: list[int]) -> list[int]:
    whole = _WHOLE[kind]
    held = f"SELECT {whole} FROM {kind} WHERE key IN (SELECT value FROM json_each(?)) AND {whole} IS NOT NULL"
    return [key for (key,) in rows(connection, f"SELECT key FROM {kind} WHERE {whole} IN ({held})", to_json(keys))]


def _component(connection: apsw.Connection, kind: Kind, keys: list[int]) -> Component:
    members = _members(connection, kind, keys)
    links: dict[str, Link] = {}
    if len(keys) > 1:
        joined = """SELECT link.id, low.id, high.id, score, reasons, decisions FROM link JOIN member AS low ON low.key = link.a
                    JOIN member AS high ON high.key = link.b WHERE link.a IN (SELECT value FROM json_each(?))
                    ORDER BY link.id, score DESC, reasons, decisions"""
        for name, low, high, score, reasons, decisions in rows(connection, joined, to_json(keys)):
            a, b = sorted((low, high))
            links.setdefault(name, Link(name, a, b, score, strings_of(reasons), strings_of(decisions)))
    return _whole(keys, [member for _, member in members], tuple(links.values()))


def _whole(keys: Sequence[int], members: Sequence[Profile | Telling], links: tuple[Link, ...]) -> Component:
    profiles = tuple(member for member in members if isinstance(member, Profile))
    tellings = tuple(member for member in members if isinstance(member, Telling))
    return Component(tuple(keys), profiles, tellings, links)


def _members(connection: apsw.Connection, kind: Kind, keys: list[int]) -> list[tuple[int, Any]]:
    """Members with their keys, in order of id; rejected statements are none."""
    if kind == "chain":
        found = rows(
            connection,
            """SELECT chain.key, member.id, document.id, chain.type, chain.names, chain.titles FROM chain JOIN member USING (key)
               JOIN document ON document.key = member.document
               WHERE chain.key IN (SELECT value FROM json_each(?)) ORDER BY member.id""",
            to_json(keys),
        )
        return [
            (key, Profile(chain, document, kind_of, strings_of(names), strings_of(titles)))
            for key, chain, document, kind_of, names, titles in found
        ]
    found = rows(
        connection,
        """SELECT statement.key, member.id, document.id, coalesce(entity.id, ''), statement.telling,
                  dating.earliest, dating.latest, dating.basis, dating.evidence
           FROM statement JOIN member USING (key) JOIN document ON document.key = member.document
           JOIN dating ON dating.document = member.document
           LEFT JOIN member AS spoken ON spoken.id = statement.speaker
           LEFT JOIN chain ON chain.key = spoken.key LEFT JOIN entity ON entity.key = chain.entity
           WHERE statement.key IN (SELECT value FROM json_each(?)) AND NOT statement.rejected ORDER BY member.id""",
        to_json(keys),
    )
    return [
        (key, Telling(statement, document, speaker, strings_of(words), _borne(date_of(*published))))
        for key, statement, document, speaker, words, *published in found
    ]


def _borne(published: Date) -> Date:
    """The date that a document bears; bounds that were inferred for one without a date place nothing else."""
    return UNKNOWN_DATE if published.basis == "inferred" else published


def write_clusters(connection: apsw.Connection, kind: Kind, components: Sequence[Component], clusters: Sequence[Clusters]) -> None:
    """Make the entities (of chains) or utterances (of statements) of these components what they come to, and them finished."""
    keys = [key for component in components for key in component.keys]
    if kind == "chain":
        _write_entities(connection, keys, [entity for cluster in clusters for entity in cluster.entities])
    else:
        _write_utterances(connection, keys, [utterance for cluster in clusters for utterance in cluster.utterances])
        mark_bounded(connection, keys)
    connection.executemany("DELETE FROM derived_fault WHERE member = ?", [(key,) for key in keys])
    for component, cluster in zip(components, clusters, strict=True):
        _write_faults(connection, min(component.keys), cluster.faults)
    connection.executemany("DELETE FROM dirty_member WHERE member = ?", [(key,) for key in keys])


def _write_faults(connection: apsw.Connection, member: int, faults: Iterable[Fault]) -> None:
    found = [(member, fault.place, fault.message) for fault in sorted(set(faults))]
    connection.executemany("INSERT INTO derived_fault (document, member, place, message) VALUES ('', ?, ?, ?)", found)


def _write_entities(connection: apsw.Connection, keys: list[int], entities: Sequence[Entity]) -> None:
    before = _held(connection, "chain", keys)
    for entity in entities:
        row = (entity.type, entity.name, to_json(entity.aliases), entity.review)
        if first(connection, "SELECT type, name, aliases, review FROM entity WHERE id = ?", entity.id) != row:
            _write_entity(connection, entity, row)
    moved = _assign(connection, "chain", before, {chain: entity.id for entity in entities for chain in entity.chains})
    _drop(connection, "entity", set(before.values()) - {entity.id for entity in entities})
    mark_spoken_by(connection, moved)
    mark_moved(connection, moved, [before[chain] for chain in moved])


def _write_entity(connection: apsw.Connection, entity: Entity, row: Row) -> None:
    written = rows(
        connection,
        """INSERT INTO entity (id, type, name, aliases, review) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
           type = excluded.type, name = excluded.name, aliases = excluded.aliases, review = excluded.review RETURNING key""",
        *(entity.id, *row),
    )
    key = written[0][0]
    connection.execute("DELETE FROM alias WHERE entity = ?", (key,))
    names = [(key, printed, fold(printed), _surname(entity, printed)) for printed in sorted({entity.name, *entity.aliases})]
    connection.executemany("INSERT INTO alias VALUES (?, ?, ?, ?)", names)


def _surname(entity: Entity, printed: str) -> str:
    return person_parts(printed).last if entity.type == "person" else fold(printed)


def _write_utterances(connection: apsw.Connection, keys: list[int], utterances: Sequence[Utterance]) -> None:
    before = _held(connection, "statement", keys)
    for utterance in utterances:
        connection.execute(
            """INSERT INTO utterance (id, speaker, earliest) VALUES (?, ?, ?)
               ON CONFLICT (id) DO UPDATE SET speaker = excluded.speaker, earliest = excluded.earliest""",
            (utterance.id, utterance.speaker, utterance.earliest),
        )
    _assign(connection, "statement", before, {told: utterance.id for utterance in utterances for told in utterance.statements})
    _drop(connection, "utterance", set(before.values()) - {utterance.id for utterance in utterances})


def _held(connection: apsw.Connection, kind: Kind, keys: list[int]) -> dict[str, str | None]:
    """Members' ids → the ids of the entities or utterances that they belong to now."""
    whole = _WHOLE[kind]
    held = f"""SELECT member.id, {whole}.id FROM {kind} JOIN member USING (key) LEFT JOIN {whole} ON {whole}.key = {kind}.{whole}
               WHERE {kind}.key IN (SELECT value FROM json_each(?))"""
    return dict(rows(connection, held, to_json(keys)))


def _assign(connection: apsw.Connection, kind: Kind, before: dict[str, str | None], after: dict[str, str]) -> list[str]:
    """Move members to where they belong now; the ids of those that moved."""
    whole = _WHOLE[kind]
    moved = sorted(member for member in before if before[member] != after.get(member))
    moving = f"""UPDATE {kind} SET {whole} = (SELECT key FROM {whole} WHERE id = ?)
                 WHERE key = (SELECT key FROM member WHERE id = ?)"""
    connection.executemany(moving, [(after.get(member), member) for member in moved])
    return moved


def _drop(connection: apsw.Connection, table: str, gone: set[str | None]) -> None:
    connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(name,) for name in sorted(gone - {None}, key=str)])
