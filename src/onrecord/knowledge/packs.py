"""Packs: people known from a named, dated list, with the offices they held. Read from a file, never from the network.

A pack is lines of JSON, packed with gzip or not: a header, then one person a line, as docs/packs.md has it.
"""

import gzip
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import NoReturn, TypeVar

import msgspec

from onrecord.core.faults import Fault

FORMAT = "onrecord-pack/1"
"""The format that this program reads: the first field of a pack's header."""

_GZIP = b"\x1f\x8b"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class PackError(Exception):
    """A pack cannot be used; `fault` says the file, the line and the mend."""

    def __init__(self, place: str, message: str) -> None:
        self.fault = Fault(place, message)
        super().__init__(str(self.fault))


@dataclass(frozen=True, slots=True)
class PackHeader:
    """What a pack says of itself: its name, whose list it is, of which day, under which licence, how many people it has."""

    format: str
    name: str
    title: str
    snapshot: str
    licence: str
    attribution: str
    source: str
    people: int


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """An office that somebody held: in which body, of which district, state and party.

    `role` is lower-case words; `organization`, `post`, `place` and `party` are "" where there is none. `since` and `until` are ISO
    days, both inclusive, None where the list does not have them; `incumbent` says that it was held on the day the person is listed.
    """

    role: str
    organization: str
    post: str = ""
    place: str = ""
    party: str = ""
    since: str | None = None
    until: str | None = None
    incumbent: bool = False


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody in a pack: the full name, other names in the list, ids by which others know them (`bioguide`), and offices.

    `listed` is the day on which the list had the person so, that of the snapshot or before; of what came after it says nothing.
    `line` is where the person stands in the unpacked file, from 1.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    ids: dict[str, str] = field(default_factory=dict)
    listed: str = ""
    offices: tuple[KnownOffice, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read. `sha256` is that of the unpacked file, so that it does not depend on how it was packed."""

    header: PackHeader
    sha256: str
    people: tuple[KnownPerson, ...]


def read_pack(content: bytes, place: str) -> Pack:
    """The pack that a file's bytes are; `place` names the file. Raises PackError at the first thing that is wrong."""
    unpacked = unpack(content, place)
    lines = _lines(unpacked, place)
    header = _header(next(lines, (1, ""))[1], f"{place}#1")
    people = tuple(_checked(_person(line, number, header, f"{place}#{number}"), header, place) for number, line in lines)
    if len(people) != header.people:
        wrong = f"it has {len(people)} people and its header says {header.people}"
        _refuse(place, f"{wrong}; it is cut short or was changed: get it again")
    _refuse_doubles(people, place)
    return Pack(header, sha256(unpacked).hexdigest(), people)


def header_of(content: bytes, place: str) -> PackHeader:
    """What a pack says of itself, without looking at its people. Raises PackError where its first line is wrong."""
    return _header(next(_lines(unpack(content, place), place), (1, ""))[1], f"{place}#1")


def people_named(unpacked: bytes, surname: str) -> tuple[KnownPerson, ...]:
    """The people of a pack that was read before whose lines have a folded surname in them, and maybe others, in order of line."""
    sought = surname.encode("utf-8")
    lines = unpacked.split(b"\n")
    header = _headers.decode(lines[0])
    plain = unpacked.lower().replace(b"'", b"").split(b"\n")
    found = (at for at, line in enumerate(plain) if at and line and (sought in line or not line.isascii()))
    return tuple(_person(lines[at].decode("utf-8"), at + 1, header, "") for at in found)


def unpack(content: bytes, place: str) -> bytes:
    """The bytes without gzip around them. Raises PackError where the file is cut short or damaged."""
    if not content.startswith(_GZIP):
        return content
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        _refuse(place, "it is cut short or damaged, so that it cannot be unpacked; get it again")


def _lines(unpacked: bytes, place: str) -> Iterator[tuple[int, str]]:
    """The lines with something in them, each with its number, from 1."""
    for number, line in enumerate(unpacked.split(b"\n"), 1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            _refuse(f"{place}#{number}", "not UTF-8; save the pack as UTF-8")
        if text.strip():
            yield number, text


_headers = msgspec.json.Decoder(PackHeader)
_people = msgspec.json.Decoder(KnownPerson)
_Row = TypeVar("_Row")


def _header(line: str, at: str) -> PackHeader:
    header = _decoded(_headers, line, at, f"not a pack: its first line has to be a header of the format {FORMAT}")
    if header.format != FORMAT:
        _refuse(at, f"a pack of the format “{header.format}”, and this onrecord reads {FORMAT}; upgrade onrecord, or get that pack")
    if not _NAME.fullmatch(header.name):
        _refuse(at, f"“{header.name}” is no name for a pack; write it in a-z, 0-9 and hyphens")
    for what, value in (("licence", header.licence), ("attribution", header.attribution), ("source", header.source)):
        if not value.strip():
            _refuse(at, f"its header has no {what}; say in `{what}` where the list is from and how it may be used")
    _day(header.snapshot, "snapshot", at)
    return header


def _person(line: str, number: int, header: PackHeader, at: str) -> KnownPerson:
    person = _decoded(_people, line, at, "not a person of a pack")
    return replace(person, line=number, listed=person.listed or header.snapshot)


def _checked(person: KnownPerson, header: PackHeader, place: str) -> KnownPerson:
    at = f"{place}#{person.line}"
    if not person.id.strip() or not person.name.strip():
        _refuse(at, "a person without an id or a name; every person needs both")
    _day(person.listed, "listed", at)
    if person.listed > header.snapshot:
        _refuse(at, f"{person.name} is listed on {person.listed}, after the snapshot of {header.snapshot}; mend one of them")
    for office in person.offices:
        _check(office, person.listed, at)
    return person


def _check(office: KnownOffice, listed: str, at: str) -> None:
    if not office.role.strip():
        _refuse(at, "an office without a role; write what its holder is called (`senator`)")
    for what, day in (("since", office.since), ("until", office.until)):
        if day is not None:
            _day(day, what, at)
    if office.since and office.until and office.until < office.since:
        _refuse(at, f"{office.role} until {office.until}, which is before {office.since}; put the days in order")
    if office.incumbent and not (office.since or "") <= listed <= (office.until or listed):
        days = f"{office.since or '…'} to {office.until or '…'}"
        _refuse(at, f"{office.role} ({days}) cannot be `incumbent` on {listed}; mend the days, or leave `incumbent` out")


def _day(day: str, what: str, at: str) -> None:
    try:
        right = date.fromisoformat(day).isoformat() == day
    except ValueError:
        right = False
    if not right:
        _refuse(at, f"{what}: “{day}” is no day; write it as 2016-01-31")


def _decoded(decoder: "msgspec.json.Decoder[_Row]", line: str, at: str, what: str) -> _Row:
    try:
        return decoder.decode(line)
    except msgspec.DecodeError as error:
        _refuse(at, f"{what} ({_as_clause(str(error))}); mend the line, or get the pack again")


def _refuse_doubles(people: Sequence[KnownPerson], place: str) -> None:
    counts = Counter(person.id for person in people)
    for person in people:
        if counts[person.id] > 1:
            _refuse(f"{place}#{person.line}", f"the id {person.id} is on {counts[person.id]} lines; give each person one line")


def _refuse(place: str, message: str) -> NoReturn:
    raise PackError(place, message)


def _as_clause(sentence: str) -> str:
    """A sentence as it stands in brackets: without its capital, unless that begins an abbreviation."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
