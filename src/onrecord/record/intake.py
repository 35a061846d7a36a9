"""What comes in: documents, appearances and their arrivals, readings, faults of the input; and what is withdrawn.

A place is a URL that has a path, else a name. What is added at a name where another text stood replaces it; so does what is
added, under another name, with the URL of another text. Two texts that one `add` finds at one URL, or that are rows of one
file, stand beside each other: both are there at once. The replaced appearance keeps standing, with what was read in it.
"""

from collections.abc import Collection
from dataclasses import replace
from enum import Enum
from pathlib import PurePath
from urllib.parse import urlsplit

import apsw

from onrecord.core.documents import Appearance, Document
from onrecord.core.evidence import Date
from onrecord.core.faults import Fault
from onrecord.core.ids import document_id, text_sha256
from onrecord.core.readings import Reading
from onrecord.record.codec import dates_of, pack_reading, to_json
from onrecord.record.errors import EvidenceError
from onrecord.record.evidence import require_evidence
from onrecord.record.sql import Row, first, rows
from onrecord.record.writer import Writer


class Change(Enum):
    """What the arrival of an appearance changed."""

    ADDED = "added"
    CHANGED = "changed"
    NOTHING = "nothing"


class Intake:
    """One run of `add`: what it has seen, so that what stands side by side is told from what replaces what stood before."""

    def __init__(self, at: str) -> None:
        self._at = at
        self._seen: set[str] = set()
        self._places: set[str] = set()
        self._reported: set[str] = set()

    def arrive(self, connection: apsw.Connection, document: Document, found: Appearance, reading: Reading | None) -> Change:
        """Write what came in by an appearance, as far as the record does not have it; `reading` where it was read for this."""
        key = _document_key(connection, document)
        if reading is not None:
            store_reading(connection, key, document.text, reading)
        stood = first(connection, "SELECT 1 FROM standing WHERE id = ?", found.id) is not None
        appearance = _merged(connection, found) if stood else _canonical(found)
        overtaken = stood and _overtaken(connection, found.id)
        self._note(appearance)
        if stood and not overtaken and _stored(connection, found.id) == appearance:
            self._stand_beside(connection, appearance)
            return Change.NOTHING
        replaces = _replaced(connection, found.id) if stood and not overtaken else self._predecessor(connection, appearance)
        self._write(connection, key, appearance, replaces)
        mark_document(connection, key)
        return Change.CHANGED if stood else Change.ADDED

    def fault(self, connection: apsw.Connection, fault: Fault) -> None:
        """Write what was wrong at a place in place of what an earlier run said of it."""
        if fault.place not in self._reported:
            self._reported.add(fault.place)
            connection.execute("DELETE FROM fault WHERE place = ?", (fault.place,))
        connection.execute("INSERT OR IGNORE INTO fault VALUES (?, ?, ?)", (fault.place, fault.message, self._at))

    def finish(self, connection: apsw.Connection, walked: Collection[str] = ()) -> None:
        """Forget what earlier runs found wrong at places, and files around them, where this run found nothing wrong.

        So is what was wrong with a file that is gone: nothing was found of it under the files and folders that were `walked`.
        """
        for (place,) in connection.execute("SELECT DISTINCT place FROM fault").fetchall():
            here = place in self._places or any(_stands_in(str(place), folder) for folder in walked)
            if here and place not in self._reported:
                connection.execute("DELETE FROM fault WHERE place = ?", (place,))

    def _note(self, appearance: Appearance) -> None:
        self._seen.add(appearance.id)
        self._places.update((appearance.name, _container(appearance.name)))

    def _write(self, connection: apsw.Connection, document: int, appearance: Appearance, replaces: int | None) -> None:
        key = _write_appearance(connection, document, appearance)
        connection.execute("UPDATE arrival SET until = ? WHERE appearance = ? AND until IS NULL", (self._at, key))
        row = (key, self._at, to_json(_metadata(appearance)), replaces)
        connection.execute("INSERT INTO arrival (appearance, at, metadata, replaces) VALUES (?, ?, ?, ?)", row)

    def _stand_beside(self, connection: apsw.Connection, appearance: Appearance) -> None:
        """Take back that one text replaced another where this run has seen both."""
        pairs = rows(
            connection,
            """SELECT arrival.key, taker.id, taken.id FROM arrival JOIN appearance AS taker ON taker.key = arrival.appearance
               JOIN appearance AS taken ON taken.key = arrival.replaces
               WHERE arrival.until IS NULL AND arrival.replaces IS NOT NULL
               AND (arrival.appearance = (SELECT key FROM appearance WHERE id = ?1)
                    OR arrival.replaces = (SELECT key FROM appearance WHERE id = ?1))""",
            appearance.id,
        )
        for key, taker, taken in pairs:
            if taker in self._seen and taken in self._seen:
                connection.execute("UPDATE arrival SET replaces = NULL WHERE key = ?", (key,))

    def _predecessor(self, connection: apsw.Connection, appearance: Appearance) -> int | None:
        rivals = rows(
            connection,
            """SELECT rival.key, rival.id, rival.name FROM appearance AS rival
               JOIN arrival ON arrival.appearance = rival.key AND arrival.until IS NULL
               WHERE (rival.name = ?1 OR rival.place = ?2) AND rival.id <> ?3
               ORDER BY rival.name = ?1 DESC, arrival.key DESC""",
            appearance.name,
            _place(appearance),
            appearance.id,
        )
        for key, rival, name in rivals:
            same_file = name != appearance.name and _container(name) == _container(appearance.name)
            if rival not in self._seen and not same_file:
                return int(key)
        return None


def store_reading(connection: apsw.Connection, document: int, text: str, reading: Reading) -> None:
    """Keep a document's reading and mark the document as unfinished. Raises EvidenceError when it does not fit the text."""
    require_evidence(text, reading)
    entities = {chain.id for chain in reading.chains if chain.name}
    told = sum(mention.chain in entities for mention in reading.mentions)
    row = (document, reading.reader, reading.language, told, pack_reading(reading))
    connection.execute("INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?)", row)
    mark_document(connection, document)


def withdraw(connection: apsw.Connection, document: int, at: str) -> None:
    """Close the arrivals of a document: the record knew of it from then until `at`."""
    closing = "UPDATE arrival SET until = ? WHERE until IS NULL AND appearance IN (SELECT key FROM appearance WHERE document = ?)"
    connection.execute(closing, (at, document))
    mark_document(connection, document)


def mark_document(connection: apsw.Connection, document: int) -> None:
    """Mark a document as unfinished: what follows from it is to be derived anew."""
    connection.execute("INSERT OR IGNORE INTO dirty_document VALUES (?)", (document,))


def has_reading(writer: Writer, document: str) -> bool:
    """Whether the document with that id has been read, by whatever version of a reader."""
    found = "SELECT 1 FROM reading JOIN document ON document.key = reading.document WHERE document.id = ?"
    with writer.outside() as connection:
        return first(connection, found, document) is not None


def _document_key(connection: apsw.Connection, document: Document) -> int:
    row = first(connection, "SELECT key FROM document WHERE id = ?", document.id)
    if row:
        return int(row[0])
    if document.id != document_id(document.text) or not document.text:
        raise EvidenceError(f"document {document.id} does not have the text that its id says")
    columns = (document.id, len(document.text), text_sha256(document.text), document.text)
    connection.execute("INSERT INTO document (id, chars, sha256, text) VALUES (?, ?, ?, ?)", columns)
    return connection.last_insert_rowid()


def _write_appearance(connection: apsw.Connection, document: int, appearance: Appearance) -> int:
    written = rows(
        connection,
        """INSERT INTO appearance (id, document, name, place, title, publisher, url, author, dates, raw_sha256, repair)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET place = excluded.place, title = excluded.title, publisher = excluded.publisher,
               url = excluded.url, author = excluded.author, dates = excluded.dates, raw_sha256 = excluded.raw_sha256,
               repair = excluded.repair
           RETURNING key""",
        *(appearance.id, document, appearance.name, _place(appearance), *_metadata(appearance).values()),
    )
    return int(written[0][0])


def _metadata(appearance: Appearance) -> dict[str, str]:
    return {
        "title": appearance.title,
        "publisher": appearance.publisher,
        "url": appearance.url,
        "author": appearance.author,
        "dates": to_json(appearance.dates),
        "raw_sha256": appearance.raw_sha256,
        "repair": appearance.repair,
    }


_COLUMNS = """appearance.id, document.id, appearance.name, appearance.title, appearance.publisher, appearance.url,
              appearance.author, appearance.dates, appearance.raw_sha256, appearance.repair"""


def standing_appearances(connection: apsw.Connection, document: int) -> tuple[Appearance, ...]:
    """The appearances of a document that hold, in order of id."""
    found = rows(
        connection,
        f"""SELECT {_COLUMNS} FROM standing JOIN appearance ON appearance.key = standing.key
            JOIN document ON document.key = appearance.document WHERE standing.document = ? ORDER BY appearance.id""",
        document,
    )
    return tuple(map(_appearance, found))


def _stored(connection: apsw.Connection, appearance: str) -> Appearance:
    selected = f"SELECT {_COLUMNS} FROM appearance JOIN document ON document.key = appearance.document WHERE appearance.id = ?"
    return _appearance(rows(connection, selected, appearance)[0])


def _appearance(row: Row) -> Appearance:
    appearance, document, name, title, publisher, url, author, dates, raw_sha256, repair = row
    return Appearance(appearance, document, name, title, publisher, url, author, dates_of(dates), raw_sha256, repair)


def _canonical(appearance: Appearance) -> Appearance:
    return replace(appearance, dates=tuple(sorted(appearance.dates, key=lambda date: date.basis != "given")))


def _merged(connection: apsw.Connection, found: Appearance) -> Appearance:
    """What was known of an appearance and what it came in with now: the absent takes away nothing that was known or given."""
    before = _stored(connection, found.id)
    given: tuple[Date, ...] = ()
    if not any(date.basis == "given" for date in found.dates):
        given = tuple(date for date in before.dates if date.basis == "given")
    return _canonical(
        replace(
            found,
            title=found.title or before.title,
            publisher=found.publisher or before.publisher,
            url=found.url or before.url,
            author=found.author or before.author,
            dates=given + found.dates,
        )
    )


def _overtaken(connection: apsw.Connection, appearance: str) -> bool:
    """Whether another text has replaced this appearance since it last arrived, at its own name."""
    later = """SELECT 1 FROM appearance JOIN arrival AS mine ON mine.appearance = appearance.key AND mine.until IS NULL
               JOIN arrival AS other ON other.replaces = appearance.key AND other.until IS NULL AND other.key > mine.key
               JOIN appearance AS taker ON taker.key = other.appearance AND taker.name = appearance.name
               WHERE appearance.id = ?"""
    return first(connection, later, appearance) is not None


def _replaced(connection: apsw.Connection, appearance: str) -> int | None:
    row = first(connection, "SELECT replaces FROM standing WHERE id = ?", appearance)
    return row[0] if row else None


def _stands_in(place: str, folder: str) -> bool:
    """Whether a place is a file or folder that was named, or stands in it."""
    if folder == ".":
        return not (place.startswith(("../", "-")) or PurePath(place).is_absolute())
    return place == folder or place.startswith((f"{folder.rstrip('/')}/", f"{folder}#"))


def _container(name: str) -> str:
    return name.partition("#")[0]


def _place(appearance: Appearance) -> str:
    """What a new text takes over: host, path and query of a URL that has one of the two last, else the name."""
    parts = urlsplit(appearance.url)
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or parts.query):
        return appearance.name
    return f"//{parts.netloc.casefold()}{path}" + (f"?{parts.query}" if parts.query else "")
