"""Archives: their members one after another, as streams; nothing is unpacked to the disk by its own name.

A member is `archive#member`. A broken archive gives the members before the break, then a fault.
"""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath, PureWindowsPath
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

from onrecord.core.faults import Fault
from onrecord.sources.decoding import file_name
from onrecord.sources.input import Input, UnreadableError
from onrecord.sources.kinds import is_hidden, is_other_matter, kind_of, passed_over
from onrecord.sources.outcomes import Notice
from onrecord.sources.streams import Counted, Unpacked, drain

DEEPEST = 2
"""Archives within one another: an archive in an archive is read, one more is not."""

_TOO_DEEP = "an archive too deep in other archives; skipped (unpack it and add the folder)"
LARGEST_NESTED = 1 << 30
"""Bytes of the largest zip file within another archive, which has to be copied to the disk to be read."""

Member = Input | Fault | Notice


class _Members:
    """Names of the members seen so far in one archive: what may be read, what is passed over."""

    def __init__(self, archive: Input) -> None:
        self._archive = archive
        self._seen: set[str] = set()
        self.others: Counter[str] = Counter()

    def take(self, name: str, stream: BinaryIO) -> Input | Fault | None:
        """The member as an input; a fault where its name will not do; None where it is hidden or no text."""
        clean = file_name(name.replace("\\", "/"))
        place = f"{self._archive.name}#{clean}"
        if _leads_outside(clean):
            return Fault(place, "a name that leads out of the archive; skipped (pack it again without it)")
        parts = PurePosixPath(clean).parts
        if any(is_hidden(part) or part == "__MACOSX" for part in parts):
            return None
        if is_other_matter(clean):
            self.others[PurePosixPath(clean.lower()).suffix] += 1
            return None
        if clean in self._seen:
            return Fault(place, "a second member of this name; skipped (rename it)")
        self._seen.add(clean)
        try:
            return Input(place, kind_of(clean), stream, self._archive.depth + 1)
        except UnreadableError as fault:
            return Fault(place, str(fault))

    def passed_over(self) -> Iterator[Notice]:
        if self.others:
            yield Notice(self._archive.name, passed_over(self.others))


def _leads_outside(name: str) -> bool:
    return name.startswith("/") or bool(PureWindowsPath(name).drive) or ".." in PurePosixPath(name).parts


def open_zip(taken: Input) -> Iterator[Member]:
    """The members of a zip file, in its order."""
    if taken.depth >= DEEPEST:
        raise UnreadableError(_TOO_DEEP)
    with TemporaryFile() as spooled:
        packed = Counted(_seekable(taken, spooled))
        members = _Members(taken)
        with _zip_file(packed) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    yield from _zipped(archive, info, packed, members)
        yield from members.passed_over()


_BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, OverflowError, struct.error)
"""What zipfile raises for directories and headers that are broken or of a kind it does not know."""


def _zip_file(packed: Counted) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(cast(BinaryIO, packed))
    except _BROKEN as error:
        raise UnreadableError(f"not a zip file that can be read, broken or cut short ({error}); skipped (get it again)") from error


def _seekable(taken: Input, spooled: BinaryIO) -> BinaryIO:
    """The stream itself where it is a file; where it comes out of another archive, a nameless copy on the disk."""
    if not taken.depth and taken.stream.seekable():
        return taken.stream
    while chunk := taken.stream.read(1 << 20):
        spooled.write(chunk)
        if spooled.tell() > LARGEST_NESTED:
            raise UnreadableError(
                f"an archive of more than {LARGEST_NESTED >> 30} GB in another; skipped (unpack it and add the folder)"
            )
    spooled.seek(0)
    return spooled


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, packed: Counted, members: _Members) -> Iterator[Member]:
    nothing = io.BytesIO()
    member = members.take(info.filename, nothing)
    if not isinstance(member, Input):
        if member:
            yield member
        return
    if info.flag_bits & 1:
        yield Fault(member.name, "encrypted; skipped (unpack it with its password and add what is in it)")
        return
    try:
        with archive.open(info) as stream:
            yield Input(
                member.name, member.kind, cast(BinaryIO, io.BufferedReader(Unpacked(cast(BinaryIO, stream), packed))), member.depth
            )
    except _BROKEN as error:
        yield Fault(member.name, f"broken member ({error}); skipped")


_OPENERS: dict[str, Callable[..., Any]] = {
    "gz": gzip.open,
    "tgz": gzip.open,
    "bz2": bz2.open,
    "tbz": bz2.open,
    "tbz2": bz2.open,
    "xz": lzma.open,
    "txz": lzma.open,
}


def _unpacked(taken: Input) -> Unpacked:
    """The data of a packed file, by the end of its name; those of a plain one as they are."""
    packed = Counted(taken.stream)
    opener = _OPENERS.get(taken.name.lower().rpartition(".")[2])
    stream = opener(cast(BinaryIO, io.BufferedReader(packed)), "rb") if opener else packed
    return Unpacked(cast(BinaryIO, stream), packed)


def open_compressed(taken: Input) -> Iterator[Member]:
    """The one file in a `.gz`, `.bz2` or `.xz`; it keeps the packed file's name."""
    inner = taken.name.rpartition(".")[0]
    kind = kind_of(inner.rpartition("#")[2])
    if kind == "compressed":
        raise UnreadableError(_TOO_DEEP)
    yield Input(taken.name, kind, cast(BinaryIO, io.BufferedReader(_unpacked(taken))), taken.depth + 1)


def open_tar(taken: Input) -> Iterator[Member]:
    """The files of a tar file, packed or not, in its order."""
    if taken.depth >= DEEPEST:
        raise UnreadableError(_TOO_DEEP)
    data = _unpacked(taken)
    stream = cast(BinaryIO, io.BufferedReader(data))
    members = _Members(taken)
    with tarfile.open(fileobj=stream, mode="r|", errors="surrogateescape", encoding="utf-8") as archive:
        for info in archive:
            yield from _tarred(archive, info, members)
    drain(stream)
    yield from members.passed_over()
    if data.tail.strip(b"\0"):
        yield Fault(taken.name, "ends without its end mark; what was left of it is read (get it again)")


def _tarred(archive: tarfile.TarFile, info: tarfile.TarInfo, members: _Members) -> Iterator[Member]:
    if info.isdir():
        return
    content = archive.extractfile(info) if info.isfile() else None
    member = members.take(info.name, cast(BinaryIO, content or io.BytesIO()))
    if isinstance(member, Input) and content is None:
        member = Fault(member.name, "a link or device, not a file; skipped")
    if member:
        yield member
