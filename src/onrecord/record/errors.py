"""What can go wrong with a record as a whole, as one line for the person at the keyboard; and how SQLite's errors become it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from onrecord.core.faults import Fault


def on_record(path: Path | str) -> str:
    """What stands after a command for it to work on this record: ` --record stories.db`, in quotation marks where it has spaces."""
    return f' --record "{path}"' if " " in str(path) else f" --record {path}"


class RecordError(Exception):
    """The record cannot be used: `onrecord.db: the disk is full; free some space and run the command again`.

    `fault` is the same as a value. Faces print it and end with exit code 1; what was committed before is safe.
    """

    def __init__(self, path: Path | str, message: str) -> None:
        self.fault = Fault(str(path), message)
        super().__init__(str(self.fault))


class NoRecordError(RecordError):
    """What was named is no record, or there is no place for one: the command was wrong, and nothing was done."""


class NotFoundError(LookupError):
    """Nothing in the record has that id, name or prefix; the message says what was looked for."""


class AmbiguousError(LookupError):
    """More than one item has that prefix or name; `candidates` are their whole ids or names, in order."""

    def __init__(self, sought: str, candidates: tuple[str, ...]) -> None:
        self.sought = sought
        self.candidates = candidates
        super().__init__(f"{sought}: more than one fits: {', '.join(candidates)}")


class EvidenceError(ValueError):
    """A row was about to be written whose spans or words are not those of its text: a fault in the program."""


_MENDS: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.FullError, "the disk is full; free some space and run the command again (what was added so far is kept)"),
    (apsw.BusyError, "another program has held the record for too long; end it and run the command again"),
    (apsw.LockedError, "another program has held the record for too long; end it and run the command again"),
    (apsw.ReadOnlyError, "the file or its folder cannot be written to; change its permissions or copy it elsewhere"),
    (apsw.PermissionsError, "the file cannot be opened; change its permissions"),
    (apsw.NotADBError, "not a record (nor any SQLite database); name another file with --record"),
    (apsw.CorruptError, "the file is damaged; restore a copy, or make a new record from the same documents"),
    (apsw.CantOpenError, "cannot be opened; see that the folder exists and can be written to"),
    (apsw.IOError, "the disk failed while reading or writing; see to the disk and run the command again"),
)


@contextmanager
def plain_errors(path: Path | str) -> Iterator[None]:
    """Turn what SQLite raises about the file, the disk or a lock into a RecordError; errors in our own SQL pass through."""
    try:
        yield
    except apsw.Error as error:
        for kind, mend in _MENDS:
            if isinstance(error, kind):
                raise (NoRecordError if kind is apsw.NotADBError else RecordError)(path, mend) from error
        raise
