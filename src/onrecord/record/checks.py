"""The checks of a whole record: the file is sound, ids are the hashes of texts, and all words are those of their texts."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import apsw

from onrecord.core.documents import appearance_id
from onrecord.core.faults import Fault
from onrecord.core.ids import document_id, text_sha256
from onrecord.core.items import Item, RecordItem
from onrecord.core.spans import Span, words_at
from onrecord.record.codec import dates_of, spans_of, unpack_reading
from onrecord.record.errors import on_record, plain_errors
from onrecord.record.evidence import broken_evidence
from onrecord.record.file import open_for_reading
from onrecord.record.packs import altered_packs
from onrecord.record.sql import rows
from onrecord.record.view import View


def check_record(record: Path | str) -> tuple[Fault, ...]:
    """What is wrong with the file and what stands in it, in the order found. Raises RecordError for no record, or a ruined one."""
    connection = open_for_reading(record)
    try:
        with plain_errors(record):
            connection.execute("BEGIN")
            mend = _mend(record)
            faults = [Fault(str(record), message) for message in _file(connection, record)]
            if not faults:
                for key, document, text in connection.execute("SELECT key, id, text FROM document ORDER BY id"):
                    faults += [
                        Fault(f"document {document}", message) for message in _document(connection, int(key), document, text, mend)
                    ]
            return tuple(faults)
    finally:
        connection.close()


def _mend(record: Path | str) -> str:
    """What to do where something derived is not what it should be."""
    return f"run `onrecord rebuild{on_record(record)}`"


def _file(connection: apsw.Connection, record: Path | str) -> Iterator[str]:
    for (message,) in rows(connection, "PRAGMA integrity_check"):
        if message != "ok":
            yield f"the file is damaged ({message}); restore a copy, or make a new record from the same documents"
    for table, row, parent, _ in rows(connection, "PRAGMA foreign_key_check"):
        yield f"row {row} of {table} names a {parent} that is not there; {_mend(record)}"
    for pack in altered_packs(connection):
        mend = f"take it up again with `onrecord packs use PACK{on_record(record)}`"
        yield f"the pack {pack} is not what it was when it was taken up; {mend}"


def _document(connection: apsw.Connection, key: int, document: str, text: str, mend: str) -> Iterator[str]:
    stored = rows(connection, "SELECT chars, sha256 FROM document WHERE key = ?", key)[0]
    if document_id(text) != document or stored != (len(text), text_sha256(text)):
        yield "its text is not the one that was read: id, length or SHA-256 differ; erase it and add it again"
    for (blob,) in rows(connection, "SELECT blob FROM reading WHERE document = ?", key):
        yield from (f"its reading is wrong: {wrong}; {mend}" for wrong in broken_evidence(text, unpack_reading(blob)))
    for name, appearance, dates in rows(connection, "SELECT name, id, dates FROM appearance WHERE document = ?", key):
        if appearance != appearance_id(document, name):
            yield f"the id of its appearance {name} is not that of document and name"
        yield from _dates(text, document, f"appearance {name}", dates, mend)
    for item, spans, words in _worded(connection, key):
        yield from _words(text, item, spans, words, mend)
    for target, spans, words in rows(
        connection, "SELECT id, spans, words FROM target WHERE document = ? AND words <> ''", document
    ):
        yield from _words(text, f"the ruling on {target}", spans_of(spans), words, mend)


def _worded(connection: apsw.Connection, document: int) -> Iterator[tuple[str, tuple[Span, ...], str]]:
    """What points into a document, where, and the words it has for that place."""
    statements = "SELECT id, content, words FROM member JOIN statement USING (key) WHERE document = ? ORDER BY id"
    for item, content, words in rows(connection, statements, document):
        yield f"statement {item}", spans_of(content), words
    for item, start, end, words in rows(
        connection, 'SELECT id, start, "end", words FROM time WHERE document = ? ORDER BY id', document
    ):
        yield f"time {item}", (Span(start, end),), words
    offices = """SELECT office_mention.id, spans, words FROM office_mention JOIN member ON member.key = person
                 WHERE document = ? ORDER BY office_mention.id"""
    for item, spans, words in rows(connection, offices, document):
        yield f"office mention {item}", spans_of(spans), words


def _words(text: str, item: str, spans: tuple[Span, ...], words: str, mend: str) -> Iterator[str]:
    inside = bool(spans) and all(0 <= start < end <= len(text) for start, end in spans)
    if not inside or not words.strip() or words_at(text, *spans) != words:
        yield f"{item} does not stand on the words that it says; {mend}"


def _dates(text: str, document: str, item: str, dates: str, mend: str) -> Iterator[str]:
    for date in dates_of(dates):
        for evidence in date.evidence:
            if evidence.spans and evidence.document == document:
                yield from _words(text, f"a date of {item}", evidence.spans, evidence.words, mend)
            elif not evidence.words.strip() or not (evidence.spans or evidence.field):
                yield f"a date of {item} has no evidence"


def copy_record(record: Path | str, copy: Path) -> None:
    """Write the record as it stands to another file. Raises RecordError."""
    connection = open_for_reading(record)
    try:
        with plain_errors(record):
            connection.execute("VACUUM INTO ?", (str(copy),))
    finally:
        connection.close()


def differences(record: Path | str, rebuilt: Path) -> tuple[Fault, ...]:
    """Where a record first differs from what was derived anew from the same inputs and readings; nothing when it does not."""
    with View(record) as here, View(rebuilt) as there:
        for one, other in zip_longest(here.traverse(text=False), there.traverse(text=False)):
            if one != other:
                shown = next(item for item in (one, other) if item is not None)
                return (Fault(str(record), f"it is not what a rebuild would give, first at {_name(shown)}; {_mend(record)}"),)
    return ()


def _name(item: Item) -> str:
    kind = type(item).__name__.removesuffix("Item").lower()
    return "its counts" if isinstance(item, RecordItem) else f"{kind} {getattr(item, 'id', '')}".strip()
