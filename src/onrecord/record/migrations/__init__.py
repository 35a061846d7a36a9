"""The steps that bring an older record to today's format: named, recorded in the file, each in one transaction.

A new record is made from `schema.sql` and has passed them all. To change the schema: edit `schema.sql`, add `000N_what.sql`
beside this page that does the same to an older file, and name it in MIGRATIONS.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files

import apsw

MIGRATIONS: tuple[str, ...] = ("0001_the_record", "0002_tenures", "0003_packs")
"""All steps in order; the first is the making of the file. A file's format is how many it has passed."""


def create(connection: apsw.Connection) -> None:
    """Make an empty file a record of today's format. Called inside a transaction."""
    connection.execute(files("onrecord.record").joinpath("schema.sql").read_text(encoding="utf-8"))
    for name in MIGRATIONS:
        _passed(connection, name)


def upgrade(connection: apsw.Connection, steps: Sequence[tuple[str, str]]) -> None:
    """Take steps (name, SQL) that the file has not passed yet, each in its own transaction."""
    for name, sql in steps:
        with connection:
            if not connection.execute("SELECT 1 FROM migration WHERE name = ?", (name,)).fetchone():
                connection.execute(sql)
                _passed(connection, name)


def steps_after(version: int) -> list[tuple[str, str]]:
    """The steps that a file of that format has yet to take, with their SQL."""
    folder = files("onrecord.record.migrations")
    return [(name, folder.joinpath(f"{name}.sql").read_text(encoding="utf-8")) for name in MIGRATIONS[version:]]


def _passed(connection: apsw.Connection, name: str) -> None:
    connection.execute("INSERT INTO migration VALUES (?, ?)", (name, datetime.now(UTC).isoformat(timespec="seconds")))
    connection.pragma("user_version", int(name[:4]))
