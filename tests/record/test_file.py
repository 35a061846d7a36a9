"""The file: what is a record and what is not, and how an older one is brought up to date."""

import re
import sqlite3
from pathlib import Path

import apsw
import pytest

from onrecord.record.errors import RecordError
from onrecord.record.file import APPLICATION_ID
from onrecord.record.migrations import MIGRATIONS, upgrade
from onrecord.record.view import View
from onrecord.record.writer import Writer


def opened(path: Path, *, make: bool = False) -> apsw.Connection:
    Writer(path, make=make).close()
    return apsw.Connection(str(path))


def test_a_new_record_says_what_it_is(tmp_path: Path) -> None:
    connection = opened(tmp_path / "onrecord.db", make=True)
    assert connection.pragma("application_id") == APPLICATION_ID
    assert connection.pragma("user_version") == len(MIGRATIONS)
    assert [name for (name,) in connection.execute("SELECT name FROM migration")] == list(MIGRATIONS)
    assert connection.pragma("journal_mode") == "wal"
    connection.close()


def test_a_record_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    connection = opened(path, make=True)
    connection.pragma("user_version", 4)
    connection.close()
    before = path.read_bytes()
    message = rf"{re.escape(str(path))}: made by a newer onrecord \(format 4; this one knows {len(MIGRATIONS)}\); upgrade onrecord$"
    with pytest.raises(RecordError, match=message):
        Writer(path, make=True)
    with pytest.raises(RecordError, match=message):
        View(path)
    assert path.read_bytes() == before


def test_what_is_no_record_is_told_from_one(tmp_path: Path) -> None:
    notes, other, folder = tmp_path / "notes.txt", tmp_path / "other.db", tmp_path / "folder"
    notes.write_text("Minutes of the harbor board. " * 100, encoding="utf-8")
    foreign = sqlite3.connect(other)
    foreign.execute("CREATE TABLE boat (name TEXT)")
    foreign.close()
    folder.mkdir()
    (tmp_path / "empty.db").touch()
    with pytest.raises(
        RecordError, match=r"^\S*empty\.db: empty, no record yet; make one with `onrecord add PATH\.\.\. --record \S*empty\.db`$"
    ):
        View(tmp_path / "empty.db")
    for path, message in (
        (notes, r"[\\/]notes\.txt: not a record \(nor any SQLite database\)"),
        (other, r"[\\/]other\.db: not a record, but some other SQLite database"),
        (folder, r"[\\/]folder: a folder, not a record"),
    ):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(RecordError, match=message):
            Writer(path, make=True)
        with pytest.raises(RecordError, match=message):
            View(path)
        assert (path.read_bytes() if path.is_file() else b"") == before


def test_no_record_is_said_with_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"^\S*onrecord\.db: no such record; make one with `onrecord add PATH\.\.\. --record "):
        View(tmp_path / "onrecord.db")
    with pytest.raises(RecordError, match="does not exist; make it first"):
        Writer(tmp_path / "nowhere" / "onrecord.db", make=True)
    assert not list(tmp_path.iterdir())


def test_steps_are_taken_once_and_whole_or_not_at_all(tmp_path: Path) -> None:
    connection = opened(tmp_path / "onrecord.db", make=True)
    step = ("0002_ferries", "CREATE TABLE ferry (name TEXT)")
    upgrade(connection, [step])
    upgrade(connection, [step])
    assert connection.pragma("user_version") == 2
    with pytest.raises(apsw.SQLError):
        upgrade(connection, [("0003_piers", "CREATE TABLE pier (name TEXT); INSERT INTO nothing VALUES (1)")])
    assert connection.pragma("user_version") == 2
    assert not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'pier'").fetchall()
    connection.close()
