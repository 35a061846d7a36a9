"""The whole trip: places → documents → readings → what follows from them → the record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.core.decisions import Decision
from onrecord.core.documents import Appearance, Document
from onrecord.core.faults import Fault
from onrecord.knowledge.packs import Pack, read_pack, unpack
from onrecord.reading import DEFAULT_READER
from onrecord.record.checks import check_record, copy_record, differences
from onrecord.record.decisions import write_decision
from onrecord.record.errors import on_record
from onrecord.record.intake import Change, Intake, has_reading, store_reading, withdraw
from onrecord.record.packs import drop_pack, keep_pack
from onrecord.record.upkeep import (
    count_read_otherwise,
    documents_read_otherwise,
    drop_derived,
    erase_document,
    known_document,
    sweep,
)
from onrecord.record.view import View
from onrecord.record.writer import Writer
from onrecord.settling import settle
from onrecord.sources import Absent, Found, Notice, Options, collect, place_name
from onrecord.workers import Item, Read, read_each, version_of

Progress = Callable[[str, int], None]
"""Called with `read` and how many documents have been read or met again, then with `settle` and how much work is left."""

BATCH = 64
"""Documents written in one transaction: few enough that a crash costs a moment's reading, many enough that syncing is cheap."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did.

    Appearances or decisions added, changed and met unchanged; documents removed; what was wrong; what to tell.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 done, 1 done with faults."""
        return 1 if self.faults else 0


def add(
    record: Path | str,
    places: Sequence[str],
    options: Options,
    *,
    reader: str = DEFAULT_READER,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Add what stands at the places to the record, made if there is none. Raises RecordError; what came before it is kept."""
    came = _Incoming(_now())
    with Writer(record, make=True) as writer:
        sweep(writer)
        found = came.found(collect(places, options))
        for batch in _batches(read_each(found, lambda one: _unread(writer, one), reader=reader, jobs=jobs)):
            came.write(writer, batch)
            _tell(progress, "read", sum(came.changes.values()))
        came.write(writer, [])
        with writer.transaction() as connection:
            came.intake.finish(connection, [place_name(place) for place in places if place.strip()])
        settle(writer, lambda left: _tell(progress, "settle", left))
        if other := count_read_otherwise(writer, version_of(reader)):
            mend = f"read them again with `onrecord rebuild{on_record(record)}`"
            came.notices.append(f"{record}: documents read by another reader than {version_of(reader)}: {other}; {mend}")
    return came.outcome()


def remove(record: Path | str, document: str, *, erase: bool = False, progress: Progress | None = None) -> Outcome:
    """Withdraw a document (its id, the beginning of it, or a name) with all that rests on it; with `erase` leave no trace.

    A document withdrawn before can still be erased. Raises RecordError, NotFoundError, AmbiguousError.
    """
    with Writer(record) as writer:
        sweep(writer)
        with writer.transaction() as connection:
            key = known_document(connection, document)
            withdraw(connection, key, _now())
        settle(writer, lambda left: _tell(progress, "settle", left))
        if erase and not erase_document(writer, key):
            mend = f"end that program, then run `onrecord rebuild{on_record(record)}`"
            busy = Fault(str(record), f"another program is reading it, so that old pages remain; {mend}")
            return Outcome(removed=1, faults=(busy,))
    return Outcome(removed=1)


def rule(record: Path | str, decisions: Sequence[Decision]) -> Outcome:
    """Write decisions and what follows from them; `faults` are those that this made: contradictions, rulings that find no item.

    Raises RecordError.
    """
    with View(record) as view:
        before = set(view.faults())
    with Writer(record) as writer:
        with writer.transaction() as connection:
            new = [write_decision(connection, decision) for decision in decisions]
        settle(writer)
    with View(record) as view:
        faults = tuple(fault for fault in view.faults() if fault not in before)
    return Outcome(added=new.count(True), unchanged=new.count(False), faults=faults)


def use_pack(record: Path | str, content: bytes, place: str) -> tuple[Pack, bool]:
    """Take up a pack, in place of another of its name, and whether that changed the record. Raises PackError, RecordError.

    Nothing is derived from packs: what they know is laid beside what documents say when somebody asks.
    """
    pack = read_pack(content, place)
    with Writer(record) as writer, writer.transaction() as connection:
        return pack, keep_pack(connection, pack, unpack(content, place), _now())


def leave_pack(record: Path | str, name: str) -> bool:
    """Let go of a pack; False where the record has none of that name. Raises RecordError."""
    with Writer(record) as writer, writer.transaction() as connection:
        return drop_pack(connection, name)


def rebuild(
    record: Path | str, *, reader: str = DEFAULT_READER, jobs: int | None = None, progress: Progress | None = None
) -> Outcome:
    """Derive everything anew from inputs and readings; what another version of the reader has read is read again first.

    `changed` counts the documents read again. Raises RecordError.
    """
    again = 0
    faults: list[Fault] = []
    with Writer(record) as writer:
        sweep(writer)
        unread = documents_read_otherwise(writer, version_of(reader))
        for batch in _batches(read_each(unread, lambda document: document, reader=reader, jobs=jobs)):
            with writer.transaction() as connection:
                for read in batch:
                    if read.reading is not None:
                        store_reading(connection, known_document(connection, read.item.id), read.item.text, read.reading)
                        again += 1
            faults += [Fault(read.item.id, read.failure) for read in batch if read.failure]
            _tell(progress, "read", again)
        drop_derived(writer)
        settle(writer, lambda left: _tell(progress, "settle", left))
    return Outcome(changed=again, faults=tuple(faults))


def check(record: Path | str, *, derived: bool = False) -> tuple[Fault, ...]:
    """What is wrong with the file as it stands; with `derived`, also where a rebuild would derive something else."""
    faults = check_record(record)
    if faults or not derived:
        return faults
    with TemporaryDirectory() as folder:
        copy = Path(folder) / Path(record).name
        copy_record(record, copy)
        with Writer(copy) as writer:
            drop_derived(writer)
            settle(writer)
        return differences(record, copy)


@dataclass(slots=True)
class _Incoming:
    """What one run of `add` has come by so far: faults still to be written, what was written, what to tell."""

    at: str
    intake: Intake = field(init=False)
    changes: dict[Change, int] = field(default_factory=lambda: dict.fromkeys(Change, 0))
    faults: list[Fault] = field(default_factory=list)
    written: int = 0
    notices: list[str] = field(default_factory=list)
    ahead: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.intake = Intake(self.at)

    def found(self, outcomes: Iterable[Found | Fault | Notice]) -> Iterator[Found]:
        """The documents among what the sources found; faults and notices are put aside."""
        for one in outcomes:
            if isinstance(one, Found):
                self.ahead += _ahead(one.appearance, self.at)
                yield one
            elif isinstance(one, Fault):
                self.faults.append(one)
            else:
                self.notices.append(str(one))

    def write(self, writer: Writer, batch: Sequence[Read[Found]]) -> None:
        """Write a batch, and the faults met since the last one, in one transaction."""
        self.faults += [Fault(read.item.appearance.name, read.failure) for read in batch if read.failure]
        self.notices += [note for read in batch if (note := _unread_language(read))]
        fresh = self.faults[self.written :]
        changes: list[Change] = []
        with writer.transaction() as connection:
            for read in batch:
                changes.append(self.intake.arrive(connection, read.item.document, read.item.appearance, read.reading))
            for fault in fresh:
                if not isinstance(fault, Absent):
                    self.intake.fault(connection, fault)
        self.written = len(self.faults)
        for change in changes:
            self.changes[change] += 1

    def outcome(self) -> Outcome:
        """What the run did."""
        added, changed, unchanged = (self.changes[change] for change in (Change.ADDED, Change.CHANGED, Change.NOTHING))
        more = len(self.ahead) - MOST_AHEAD
        ahead = self.ahead[:MOST_AHEAD] + ([f"{more:,} more documents are dated to days that are yet to come"] if more > 0 else [])
        return Outcome(added, changed, unchanged, faults=tuple(self.faults), notices=(*self.notices, *ahead))


MOST_AHEAD = 20
"""Documents dated to days yet to come that are named; the others are counted."""

ZONES = timedelta(days=1)
"""How far ahead of the day in UTC a paper's own day can be (UTC+14)."""


def _ahead(appearance: Appearance, at: str) -> list[str]:
    """What to tell of a day of publication that was yet to come at an instant: it is kept as it stands, and may be a slip.

    Nothing of it is written: what a record holds does not depend on the clock.
    """
    tomorrow = (datetime.fromisoformat(at).date() + ZONES).isoformat()
    given = [date for date in appearance.dates if date.basis == "given"]
    for date in given or appearance.dates:
        if date.earliest and date.earliest > tomorrow:
            words = date.evidence[0].words
            mend = "add it again with --published DATE" if not given else "add it again with another --published"
            return [f"{appearance.name}: dated “{words}”, which is yet to come; kept as it stands (if it is wrong, {mend})"]
    return []


def _unread(writer: Writer, found: Found) -> Document | None:
    return None if has_reading(writer, found.document.id) else found.document


def _unread_language(read: Read[Found]) -> str:
    language = read.reading.language if read.reading else "en"
    named = "of no language that is recognised" if language == "und" else f"not English ({language})"
    return "" if language == "en" else f"{read.item.appearance.name}: {named}; stored and searchable, not read"


def _batches(reads: Iterable[Read[Item]]) -> Iterator[list[Read[Item]]]:
    source = iter(reads)
    while batch := list(islice(source, BATCH)):
        yield batch


def _tell(progress: Progress | None, stage: str, count: int) -> None:
    if progress:
        progress(stage, count)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
