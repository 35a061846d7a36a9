"""Lines of a stream, one at a time, however long the stream is."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from onrecord.sources.streams import Counted

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


def _without_mark(stream: BinaryIO) -> "io.BufferedReader[Any] | _FromUtf16":
    buffered = io.BufferedReader(Counted(stream), 1 << 16)
    beginning = buffered.peek(4)[:4]
    if beginning.startswith(codecs.BOM_UTF8):
        buffered.read(len(codecs.BOM_UTF8))
    elif beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _FromUtf16(buffered)
    return buffered


class _FromUtf16:
    """Lines of a stream in UTF-16, as UTF-8."""

    def __init__(self, stream: "io.BufferedReader[Any]") -> None:
        self._text = io.TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="\n")

    def readline(self, limit: int) -> bytes:
        """The next line, or its first `limit` characters."""
        return self._text.readline(limit).encode("utf-8")
