"""The file that a record is: made, opened for writing or reading, and told from what is no record."""

from pathlib import Path

import apsw

from onrecord.record.errors import NoRecordError, RecordError, on_record, plain_errors
from onrecord.record.migrations import MIGRATIONS, create, steps_after, upgrade
from onrecord.record.waiting import wait_for_others

APPLICATION_ID = 0x4F6E5265
"""`OnRe`, in the file's header: what tells a record from other SQLite databases."""


def open_for_writing(path: Path | str, *, make: bool) -> apsw.Connection:
    """The record, made if there is none and `make`, brought to today's format. Raises RecordError.

    Commits are synced to the disk (FULL): work comes in batches, so it costs little, and a ruling must outlive a power cut.
    """
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if make else 0)
    _require_file(path, make=make)
    with plain_errors(path):
        connection = apsw.Connection(str(path), flags=flags)
        try:
            wait_for_others(connection, path)
            connection.transaction_mode = "IMMEDIATE"
            if make and _is_empty(connection):
                _make(connection)
            upgrade(connection, steps_after(_format(path, connection)))
            connection.pragma("journal_mode", "wal")
            connection.pragma("synchronous", "FULL")
            connection.pragma("foreign_keys", True)
            connection.pragma("cache_size", -65_536)
        except BaseException:
            connection.close()
            raise
    return connection


def open_for_reading(path: Path | str) -> apsw.Connection:
    """The record, unaltered; one in a folder that cannot be written to opens too. Raises RecordError."""
    _require_file(path, make=False)
    with plain_errors(path):
        try:
            return _checked(path, apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY))
        except (apsw.CantOpenError, apsw.ReadOnlyError):
            frozen = f"{Path(path).absolute().as_uri()}?immutable=1"
            return _checked(path, apsw.Connection(frozen, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI))


def _checked(path: Path | str, connection: apsw.Connection) -> apsw.Connection:
    try:
        wait_for_others(connection, path)
        if _format(path, connection) < len(MIGRATIONS):
            raise RecordError(path, f"made by an older onrecord; bring it up to date with `onrecord rebuild{on_record(path)}`")
        connection.pragma("cache_size", -65_536)
    except BaseException:
        connection.close()
        raise
    return connection


def _require_file(path: Path | str, *, make: bool) -> None:
    place = Path(path)
    if place.is_dir():
        raise NoRecordError(path, "a folder, not a record; name a file with --record")
    if not make and not place.exists():
        raise NoRecordError(path, f"no such record; make one with `onrecord add PATH...{on_record(path)}`")
    if make and not place.absolute().parent.is_dir():
        raise NoRecordError(path, f"the folder {place.parent.as_posix()} does not exist; make it first")


def _make(connection: apsw.Connection) -> None:
    with connection:
        if _is_empty(connection):
            connection.pragma("application_id", APPLICATION_ID)
            create(connection)


def _is_empty(connection: apsw.Connection) -> bool:
    return not connection.execute("SELECT 1 FROM sqlite_schema").fetchall()


def _format(path: Path | str, connection: apsw.Connection) -> int:
    if _is_empty(connection):
        raise NoRecordError(path, f"empty, no record yet; make one with `onrecord add PATH...{on_record(path)}`")
    if connection.pragma("application_id") != APPLICATION_ID:
        raise NoRecordError(path, "not a record, but some other SQLite database; name another file with --record")
    version = int(connection.pragma("user_version"))
    if version > len(MIGRATIONS):
        known = len(MIGRATIONS)
        raise RecordError(path, f"made by a newer onrecord (format {version}; this one knows {known}); upgrade onrecord")
    return version
