"""The packs that a record has taken up: kept whole, so that the record says the same wherever it is opened."""

import zlib
from dataclasses import dataclass
from hashlib import sha256

import apsw

from onrecord.knowledge.packs import Pack
from onrecord.record.sql import first, rows

_COMPRESSION = 9


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack as the record has it, without its people. `at` is the instant when it was taken up."""

    name: str
    snapshot: str
    licence: str
    attribution: str
    people: int
    sha256: str
    at: str


def keep_pack(connection: apsw.Connection, pack: Pack, unpacked: bytes, at: str) -> bool:
    """Take up a pack in place of another of its name; False where the record has just this one."""
    head = pack.header
    if first(connection, "SELECT sha256 FROM pack WHERE name = ?", head.name) == (pack.sha256,):
        return False
    row = (head.name, head.snapshot, head.licence, head.attribution, head.people, pack.sha256, at)
    blob = zlib.compress(unpacked, _COMPRESSION)
    connection.execute("INSERT OR REPLACE INTO pack VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, blob))
    return True


def drop_pack(connection: apsw.Connection, name: str) -> bool:
    """Let go of the pack of that name; False where the record has none."""
    return bool(rows(connection, "DELETE FROM pack WHERE name = ? RETURNING name", name))


def kept_packs(connection: apsw.Connection, known: str | None = None) -> tuple[KeptPack, ...]:
    """The packs in order of name; with `known`, those that the record had at the end of that day, in UTC."""
    had = "SELECT name, snapshot, licence, attribution, people, sha256, at FROM pack WHERE ?1 IS NULL OR substr(at, 1, 10) <= ?1"
    return tuple(KeptPack(*row) for row in rows(connection, f"{had} ORDER BY name", known))


def pack_content(connection: apsw.Connection, name: str) -> bytes:
    """The unpacked file of the pack of that name, b"" where the record has none."""
    row = first(connection, "SELECT blob FROM pack WHERE name = ?", name)
    return zlib.decompress(row[0]) if row else b""


def altered_packs(connection: apsw.Connection) -> tuple[str, ...]:
    """The names of packs that are not what they were when they were taken up."""
    return tuple(
        pack.name for pack in kept_packs(connection) if sha256(pack_content(connection, pack.name)).hexdigest() != pack.sha256
    )
