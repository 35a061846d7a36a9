"""Lines of a stream, one at a time, however long the stream is."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

LONGEST_LINE = 64 << 20
"""Bytes of the longest line that is read: 5 million characters, each written as `\\u0041`, fit twice."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end, and its number from 1; one that is too long has no bytes."""

    number: int
    raw: bytes
    too_long: bool = False


def lines_of(stream: BinaryIO) -> Iterator[Line]:
    """The lines of a stream as bytes of UTF-8 or of an unknown encoding that has ASCII in it; byte order marks are taken off."""
    source, number = _without_mark(stream), 0
    while raw := source.readline(LONGEST_LINE + 1):
        number += 1
        if len(raw) <= LONGEST_LINE:
            yield Line(number, raw)
            continue
        while raw and not raw.endswith(b"\n"):
            raw = source.readline(LONGEST_LINE)
        yield Line(number, b"", too_long=True)


def _without_mark(stream: BinaryIO) -> BinaryIO:
    buffered = io.BufferedReader(cast(io.RawIOBase, stream), 1 << 16)
    beginning = buffered.peek(4)[:4]
    if beginning.startswith(codecs.BOM_UTF8):
        buffered.read(len(codecs.BOM_UTF8))
    elif beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return cast(BinaryIO, codecs.EncodedFile(buffered, "utf-8", "utf-16", errors="replace"))
    return cast(BinaryIO, buffered)
