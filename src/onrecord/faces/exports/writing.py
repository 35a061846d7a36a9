"""Where an export goes: a file that appears whole or not at all, or standard output."""

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces to the path; an older file stays as it was until the new one is whole.

    Raises OSError where the folder cannot be written to or the disk is full; then nothing is left behind.
    """
    with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as unfinished:
        temporary = Path(unfinished.name)
        try:
            unfinished.writelines(pieces)
        except BaseException:
            unfinished.close()
            with suppress(OSError):
                temporary.unlink()
            raise
    temporary.chmod(0o644)
    temporary.replace(path)


def write_stdout(pieces: Iterable[bytes]) -> None:
    """Write the pieces to standard output as they are, without translating line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(pieces)
    sys.stdout.buffer.flush()
