"""The writer of a record: one connection, short transactions, one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import apsw

from onrecord.record.errors import plain_errors
from onrecord.record.file import open_for_writing


class Writer:
    """A record opened for writing; what is written between `with writer.transaction()` is kept whole or not at all.

    SQLite's write lock is the lease on unfinished work: whoever holds it does the next chunk, and a process that is killed
    lets go of it by dying, with its chunk undone.
    """

    def __init__(self, path: Path | str, *, make: bool = False) -> None:
        self.path = path
        self._connection = open_for_writing(path, make=make)

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[apsw.Connection]:
        """The connection inside BEGIN IMMEDIATE; committed at the end, rolled back when anything raises. Raises RecordError."""
        with plain_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def outside(self) -> Iterator[apsw.Connection]:
        """The connection with no transaction open, for what SQLite does in none (VACUUM). Raises RecordError."""
        with plain_errors(self.path):
            yield self._connection
