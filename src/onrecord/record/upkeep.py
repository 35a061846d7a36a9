"""What is done to a record as a whole: dropping what is derived, and erasing a document so that no trace is left."""

from collections.abc import Iterator

import apsw

from onrecord.core.documents import Document
from onrecord.record.errors import AmbiguousError, NotFoundError
from onrecord.record.sql import first, rows
from onrecord.record.waiting import wait_for_others
from onrecord.record.writer import Writer

_DERIVED = (
    "dirty_person",
    "tenure",
    "office_mention",
    "dirty_member",
    "dirty_block",
    "derived_fault",
    "placed",
    "link",
    "membership",
    "block",
    "statement_about",
    "statement",
    "utterance",
    "chain",
    "alias",
    "entity",
    "member",
    "time",
    "dating",
    "appearance_dating",
)
"""The derived tables, those that refer to others first."""


_READERS = 5_000
"""Milliseconds to wait for readers of old pages to finish before an erasure is left for the next command to complete."""


def drop_derived(writer: Writer) -> None:
    """Empty the derived tables and mark every document that stands as unfinished, in one transaction.

    Without row triggers and references SQLite empties a table at once; the index of statements' words is emptied by itself.
    """
    with writer.outside() as connection:
        connection.pragma("foreign_keys", False)
    try:
        with writer.transaction() as connection:
            triggers = rows(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'statement'")
            for name, _ in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute("INSERT INTO statement_text (statement_text) VALUES ('delete-all')")
            for table in _DERIVED:
                connection.execute(f"DELETE FROM {table}")
            for _, sql in triggers:
                connection.execute(sql)
            connection.execute("INSERT OR IGNORE INTO dirty_document SELECT DISTINCT document FROM standing")
    finally:
        with writer.outside() as connection:
            connection.pragma("foreign_keys", True)


def documents_read_otherwise(writer: Writer, reader: str) -> Iterator[Document]:
    """The documents that this version of a reader has not read, withdrawn ones too, in order of arrival."""
    other = """SELECT document.key FROM document LEFT JOIN reading ON reading.document = document.key
               WHERE reading.reader IS NOT ? ORDER BY document.key"""
    with writer.outside() as connection:
        keys = rows(connection, other, reader)
    for (key,) in keys:
        with writer.outside() as connection:
            found = first(connection, "SELECT id, text FROM document WHERE key = ?", key)
        if found:
            yield Document(*found)


def count_read_otherwise(writer: Writer, reader: str) -> int:
    """How many of the documents that stand were read by another reader, or another version of this one."""
    with writer.outside() as connection:
        other = "SELECT count(*) FROM reading WHERE reader <> ? AND document IN (SELECT document FROM standing)"
        return int(rows(connection, other, reader)[0][0])


def known_document(connection: apsw.Connection, sought: str) -> int:
    """The key of the document with that id, beginning of an id or name of an appearance, withdrawn or not.

    Raises NotFoundError, AmbiguousError.
    """
    found = rows(
        connection,
        """SELECT key, id FROM document WHERE id = ?1
           UNION SELECT document.key, document.id FROM standing JOIN document ON document.key = standing.document
                 WHERE standing.name = ?1""",
        sought,
    )
    if not found and len(sought) >= 4:
        found = rows(connection, "SELECT key, id FROM document WHERE substr(id, 1, ?) = ?", len(sought), sought)
    if not found:
        raise NotFoundError(f"{sought}: no document has this id or name")
    if len(found) > 1:
        raise AmbiguousError(sought, tuple(sorted(name for _, name in found)))
    return int(found[0][0])


def write_version(connection: apsw.Connection, name: str, value: str) -> None:
    """Say which version of the program or of resolution has derived what is there."""
    if first(connection, "SELECT value FROM version WHERE name = ?", name) != (value,):
        connection.execute("INSERT OR REPLACE INTO version VALUES (?, ?)", (name, value))


def erase_document(writer: Writer, document: int) -> bool:
    """Erase a withdrawn and worked-in document: text, readings, names, words in rulings and index, free pages and journal.

    What people wrote in a ruling's `why` stays. False when another program is reading the record, so that the journal still
    holds old pages; the next command that writes finishes it.
    """
    with writer.outside() as connection:
        connection.pragma("secure_delete", True)
    with writer.transaction() as connection:
        _delete_document(connection, document)
        for index in ("document_text", "statement_text"):
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        write_version(connection, "erasing", "pages")
    return sweep(writer)


def sweep(writer: Writer) -> bool:
    """Finish an erasure, if one is unfinished: write the file anew without free pages and empty its journal."""
    with writer.outside() as connection:
        if not first(connection, "SELECT 1 FROM version WHERE name = 'erasing'"):
            return True
        connection.execute("VACUUM")
        connection.set_busy_timeout(_READERS)
        busy, _, _ = rows(connection, "PRAGMA wal_checkpoint(TRUNCATE)")[0]
        wait_for_others(connection, writer.path)
        if busy:
            return False
        connection.execute("DELETE FROM version WHERE name = 'erasing'")
    return True


def _delete_document(connection: apsw.Connection, document: int) -> None:
    theirs = "(SELECT key FROM appearance WHERE document = ?1)"
    faults = """DELETE FROM fault WHERE EXISTS (SELECT 1 FROM appearance WHERE document = ?1 AND appearance.name = fault.place)"""
    connection.execute(faults, (document,))
    connection.execute(
        "UPDATE target SET words = '', spans = '[]' WHERE document = (SELECT id FROM document WHERE key = ?1)", (document,)
    )
    connection.execute(f"UPDATE arrival SET replaces = NULL WHERE replaces IN {theirs}", (document,))
    connection.execute(f"DELETE FROM arrival WHERE appearance IN {theirs}", (document,))
    for table in ("appearance", "reading", "dirty_document"):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
    connection.execute("DELETE FROM document WHERE key = ?", (document,))
