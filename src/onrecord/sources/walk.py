"""The way from a place to what is read there: through folders and archives to the source for each kind of file."""

import codecs
import io
import lzma
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, cast

from onrecord.core.faults import Fault
from onrecord.sources.folders import Place, files_of, unopened, why
from onrecord.sources.input import Input, UnreadableError
from onrecord.sources.kinds import kind_of
from onrecord.sources.outcomes import Absent, Notice, Options, Outcome
from onrecord.sources.streams import Counted

Source = Callable[[Input, Options], Iterator[Outcome]]
"""Reads a file that holds documents."""
Container = Callable[[Input], Iterator[Input | Fault | Notice]]
"""Opens a file that holds files."""

BROKEN = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)
"""What a stream raises that ends too early or cannot be unpacked."""


@dataclass(frozen=True, slots=True)
class Walk:
    """The sources and containers by kind, and what the caller said."""

    sources: Mapping[str, Source]
    containers: Mapping[str, Container]
    options: Options

    def place(self, place: str) -> Iterator[Outcome]:
        """All that is found at one place: a path as typed, or `-` for standard input."""
        if place == "-":
            yield from self._read(_standard_input()) if sys.stdin else (Absent(place, "standard input is closed; skipped"),)
        elif "://" in place:
            yield Absent(place, "an address, not a file; save the page and add the file")
        elif not place.strip():
            yield Absent("“”", "an empty path names no file; skipped (the current folder is written as .)")
        else:
            for file in files_of(place):
                yield from self._file(file) if isinstance(file, Place) else (file,)

    def _file(self, file: Place) -> Iterator[Outcome]:
        try:
            kind = kind_of(file.path.name) if file.path.exists() else ""
            stream = file.path.open("rb")
        except UnreadableError as fault:
            yield Fault(file.name, str(fault))
        except FileNotFoundError:
            yield Absent(file.name, "no such file or folder; skipped (see how it is spelled)")
        except (OSError, ValueError) as error:
            yield Fault(file.name, unopened(error))
        else:
            with stream:
                yield from self._read(Input(file.name, kind, stream))

    def _read(self, taken: Input) -> Iterator[Outcome]:
        """What one input holds; a broken one gives what came before the break, then a fault."""
        empty = True
        try:
            for outcome in self._contents(taken):
                empty = False
                yield outcome
            if empty:
                yield Fault(taken.name, "nothing in it that is read; skipped")
        except UnreadableError as fault:
            yield Fault(taken.name, str(fault))
        except BROKEN as error:
            yield Fault(
                taken.name, f"broken or cut short ({why(error)}); what stands before the break is read (get the file again)"
            )

    def _contents(self, taken: Input) -> Iterator[Outcome]:
        if taken.kind in self.containers:
            for member in self.containers[taken.kind](taken):
                yield from self._read(member) if isinstance(member, Input) else (member,)
        else:
            yield from self.sources[taken.kind](taken, self.options)


def _standard_input() -> Input:
    """Standard input as JSONL if its first line is an object of JSON, else as text."""
    stream = io.BufferedReader(Counted(sys.stdin.buffer), 1 << 16)
    beginning = stream.peek(1).lstrip(codecs.BOM_UTF8 + codecs.BOM_UTF16 + b" \t\r\n\0")
    return Input("-", "jsonl" if beginning.startswith(b"{") else "text", cast(BinaryIO, stream))
