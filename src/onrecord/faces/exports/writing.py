"""Where an export goes: a file that appears whole or not at all, or standard output."""

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

_DATABASE = b"SQLite format 3\0"
"""How a record begins, and any other SQLite database."""


def is_database(path: Path) -> bool:
    """Whether a record or another SQLite database stands there: what no export may take the place of. Raises OSError."""
    if not path.is_file():
        return False
    with path.open("rb") as there:
        return there.read(len(_DATABASE)) == _DATABASE


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces to the path; an older file stays as it was until the new one is whole.

    What is there and is no file (a device, a pipe) is written to as it is. Raises OSError where the folder cannot be written to
    or the disk is full; then nothing is left behind.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as there:
            there.writelines(pieces)
        return
    unfinished = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        with unfinished.open("xb") as file:
            file.writelines(pieces)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def write_stdout(pieces: Iterable[bytes]) -> None:
    """Write the pieces to standard output as they are, without translating line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(pieces)
    sys.stdout.buffer.flush()
