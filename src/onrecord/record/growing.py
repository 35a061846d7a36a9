"""Large blocks and entities that only grow: members of one name more, worked in without loading what is there.

Everything here gives what working through the whole block or component would give, or None where that has to be done.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import apsw

from onrecord.core.resolved import Block, Link, Profile
from onrecord.record.codec import strings_of, to_json
from onrecord.record.derived import mark_members, mark_spoken_by
from onrecord.record.sql import first, rows


@dataclass(frozen=True, slots=True)
class Grown:
    """A block of which all is linked to the least member: that and the members not linked yet, with their keys.

    `parted` are the links of members that have left the block.
    """

    block: Block
    keys: Mapping[str, int]
    parted: tuple[tuple[int, int], ...]


def block_name(connection: apsw.Connection, block: int) -> str:
    """The name of a block."""
    return str(rows(connection, "SELECT name FROM block WHERE key = ?", block)[0][0])


def printed_in(connection: apsw.Connection, block: int) -> tuple[tuple[str, ...], ...]:
    """The different printed names of a block's chains."""
    printed = "SELECT DISTINCT names FROM membership JOIN chain ON chain.key = membership.member WHERE block = ?"
    return tuple(strings_of(names) for (names,) in rows(connection, printed, block))


def grown(connection: apsw.Connection, block: int, name: str) -> Grown | None:
    """What is to be worked into a block where everything is linked to the least member, None where it is not or rulings are."""
    ruled = "SELECT 1 FROM placed JOIN membership USING (member) WHERE block = ? LIMIT 1"
    least = """SELECT member.key FROM membership JOIN member ON member.key = membership.member WHERE block = ?
               ORDER BY member.id LIMIT 1"""
    hub = first(connection, least, block)
    if hub is None or first(connection, ruled, block):
        return None
    linked = {b if a == hub[0] else a: (a, b) for a, b in rows(connection, "SELECT a, b FROM link WHERE block = ?", block)}
    if not linked or any(hub[0] not in ends for ends in linked.values()):
        return None
    members = {member for (member,) in rows(connection, "SELECT member FROM membership WHERE block = ?", block)}
    new = members - linked.keys() - {hub[0]}
    found = rows(
        connection,
        """SELECT chain.key, member.id, document.id, chain.type, chain.names, chain.titles FROM chain JOIN member USING (key)
           JOIN document ON document.key = member.document
           WHERE chain.key IN (SELECT value FROM json_each(?)) ORDER BY member.id""",
        to_json([hub[0], *new]),
    )
    profiles = [
        Profile(chain, document, kind, strings_of(names), strings_of(titles)) for _, chain, document, kind, names, titles in found
    ]
    parted = tuple(sorted(ends for member, ends in linked.items() if member not in members))
    return Grown(Block(name, tuple(profiles)), {chain: key for key, chain, *_ in found}, parted)


def write_grown(connection: apsw.Connection, block: int, grown_by: Grown, links: Sequence[Link]) -> None:
    """Write the links of what is new in a block, drop those of what has left it, mark these members, and the block finished."""
    keys = grown_by.keys
    written = [(block, keys[one.a], keys[one.b], one.id, one.score, to_json(one.reasons), to_json(one.decisions)) for one in links]
    connection.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", written)
    gone = [(block, a, b) for a, b in grown_by.parted]
    connection.executemany("DELETE FROM link WHERE block = ? AND a = ? AND b = ?", gone)
    hub = keys[grown_by.block.profiles[0].chain]
    mark_members(connection, sorted(set(keys.values()) - {hub}))
    mark_members(connection, sorted({end for ends in grown_by.parted for end in ends}))
    connection.execute("DELETE FROM dirty_block WHERE block = ?", (block,))


FEW = 256
"""Marked chains of which each is looked at by itself; more are worked through with what they are linked to, all at once."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A chain that is new and printed like one of the entity that it belongs to, with the entity's key and name."""

    key: int
    profile: Profile
    entity: int
    name: str


def twins(connection: apsw.Connection) -> Iterator[Twin]:
    """The marked organizations and places that are new and just like one of the entity that all their links lead to.

    No ruling is about the entity's chains, none of them is marked or stands in the same document, and the entity has a lesser id:
    so it stays what it is and has one more. None where many chains are marked.
    """
    marked = "SELECT member FROM dirty_member WHERE kind = 'chain' LIMIT ?"
    keys = [key for (key,) in rows(connection, marked, FEW + 1)]
    for key in keys if len(keys) <= FEW else ():
        if twin := _twin(connection, key):
            yield twin


def _twin(connection: apsw.Connection, key: int) -> Twin | None:
    new = """SELECT member.id, document.id, chain.type, chain.names, chain.titles, document.key FROM chain JOIN member USING (key)
             JOIN document ON document.key = member.document
             WHERE chain.key = ?1 AND chain.entity IS NULL AND chain.type <> 'person'
                   AND NOT EXISTS (SELECT 1 FROM placed WHERE member = ?1)"""
    row = first(connection, new, key)
    linked = """SELECT entity FROM link JOIN chain ON chain.key = link.b WHERE link.a = ?1
                UNION SELECT entity FROM link JOIN chain ON chain.key = link.a WHERE link.b = ?1"""
    led_to = rows(connection, linked, key) if row else []
    if row is None or len(led_to) != 1 or led_to[0] == (None,):
        return None
    entity, (chain, document, kind, names, titles, place) = led_to[0][0], row
    like = """SELECT name FROM entity WHERE key = ?1 AND type = ?2 AND id < ?3
              AND EXISTS (SELECT 1 FROM chain WHERE entity = ?1 AND names = ?4)
              AND NOT EXISTS (SELECT 1 FROM member JOIN chain USING (key) WHERE member.document = ?5 AND chain.entity = ?1)
              AND NOT EXISTS (SELECT 1 FROM chain JOIN dirty_member ON dirty_member.member = chain.key WHERE chain.entity = ?1)
              AND NOT EXISTS (SELECT 1 FROM chain JOIN placed ON placed.member = chain.key WHERE chain.entity = ?1)"""
    found = first(connection, like, entity, kind, chain, names, place)
    if found is None:
        return None
    return Twin(key, Profile(chain, document, kind, strings_of(names), strings_of(titles)), entity, found[0])


def write_twin(connection: apsw.Connection, twin: Twin) -> None:
    """Put a chain into the entity that it belongs to; the chain is finished."""
    connection.execute("UPDATE chain SET entity = ? WHERE key = ?", (twin.entity, twin.key))
    mark_spoken_by(connection, [twin.profile.chain])
    connection.execute("DELETE FROM dirty_member WHERE member = ?", (twin.key,))
