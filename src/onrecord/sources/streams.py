"""Streams that know how much went through them: what a bomb or a broken end gives away."""

import io
from typing import BinaryIO

from onrecord.sources.input import UnreadableError

MOST_EXPANSION = 200
"""Times its packed size that data may unpack to: prose packs 3 to 5 times, rows of one form 20, a bomb 1000."""
EXPANSION_FROM = 4 << 20
"""Bytes unpacked before the ratio is looked at: below, a bomb does no harm."""
_CHUNK = 1 << 16


class Counted(io.RawIOBase):
    """A stream that counts the bytes read from it, wherever in it they stand; closing it leaves the one beneath open."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.taken = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Whether the stream beneath can be read from any place."""
        return self._stream.seekable()

    def readinto(self, buffer: "bytearray | memoryview[int]") -> int:  # type: ignore[override]
        """Bytes read into the buffer, counted."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move in the stream beneath."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """The place in the stream beneath."""
        return self._stream.tell()


class Unpacked(io.RawIOBase):
    """Data as it comes out of a packed stream, at most MOST_EXPANSION times what went in, and its last bytes.

    The sizes that headers state are not believed. Raises UnreadableError from `read` where the data are a bomb.
    """

    def __init__(self, stream: BinaryIO, packed: Counted) -> None:
        super().__init__()
        self._stream = stream
        self._packed = packed
        self._before = packed.taken
        self.given = 0
        self.tail = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview[int]") -> int:  # type: ignore[override]
        """Unpacked bytes into the buffer."""
        data = self._stream.read(min(len(buffer), _CHUNK))
        buffer[: len(data)] = data
        self.given += len(data)
        if data:
            self.tail = (self.tail + data)[-512:]
        packed = max(1, self._packed.taken - self._before)
        if self.given > EXPANSION_FROM and self.given > MOST_EXPANSION * packed:
            raise UnreadableError(f"unpacks to more than {MOST_EXPANSION} times its size, as zip bombs do; skipped")
        return len(data)


def drain(stream: BinaryIO) -> None:
    """Read a stream to its end, so that a broken end is noticed."""
    while stream.read(_CHUNK):
        pass
