"""How fast a folder of stories becomes a record, in what memory, and how large the record is.

    python -m benchmarks.speed FOLDER [--jobs N] [--reader rules] [--keep FILE]

The folder is added to a fresh record (the whole trip), added once more (which should cost next to nothing) and exported. The
stages that run before the record are also timed on their own: reading by as many processes as `--jobs` says, their start
included, and by one that has loaded its reader before.
"""

import argparse
import os
import platform
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

from benchmarks.memory import PeakMemory
from onrecord import compile as trip
from onrecord.core.documents import Document
from onrecord.faces.exports import EXPORTERS
from onrecord.reading import DEFAULT_READER
from onrecord.record.view import View
from onrecord.sources import Found, Options, collect
from onrecord.workers import read_each, version_of

Done = TypeVar("Done")

WHOLE = "add, whole trip"
READING = "read alone, all processes"


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and seconds of processors, workers that have ended included (on Windows this process alone)."""

    clock: float
    processors: float


@dataclass(slots=True)
class Stopwatch:
    """What each phase took, in the order the phases ended."""

    phases: dict[str, Took] = field(default_factory=dict)

    def time(self, phase: str, work: Callable[[], Done]) -> Done:
        """Do the work and note how long it took."""
        began, used = perf_counter(), sum(os.times()[:4])
        done = work()
        self.phases[phase] = Took(perf_counter() - began, sum(os.times()[:4]) - used)
        return done


def main() -> None:
    """Measure the folder that the command line names."""
    asked = _asked()
    watch = Stopwatch()
    with TemporaryDirectory(prefix="onrecord-") as folder:
        record = asked.keep or Path(folder) / "speed.db"
        if record.exists():
            raise SystemExit(f"{record}: there is a record already; measure into a fresh one")
        add = _adder(record, str(asked.folder), asked.reader, asked.jobs)
        with PeakMemory(asked.jobs) as memory:
            outcome = watch.time(WHOLE, add)
        watch.time("add again", add)
        exported = watch.time("export jsonl", lambda: _export_size(record))
        size = record.stat().st_size
    documents = watch.time("collect alone", lambda: _documents(str(asked.folder)))
    with PeakMemory(asked.jobs) as reading:
        watch.time(READING, lambda: _read(documents, asked.reader, asked.jobs))
    version_of(asked.reader)
    watch.time("read alone, one process", lambda: _read(documents, asked.reader, 1))
    told = sum(len(document.text) for document in documents)
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"reader {asked.reader}, {asked.jobs} jobs; {outcome.added} stories added, {len(outcome.faults)} faults\n")
    print(f"stories a second, whole trip   {outcome.added / watch.phases[WHOLE].clock:.1f}")
    print(f"peak memory, all processes     {_megabytes(memory)}")
    print(f"stories a second, reading      {len(documents) / watch.phases[READING].clock:.1f}")
    print(f"peak memory, all processes     {_megabytes(reading)}")
    print(f"record                         {size / 1024**2:.1f} MB, {size / max(1, told):.1f} bytes a character of text")
    print(f"export                         {exported / 1024**2:.1f} MB\n")
    print("\n".join(_phases(watch, len(documents))))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="worker processes that read; all cores where not given"
    )
    parser.add_argument("--reader", default=DEFAULT_READER)
    parser.add_argument("--keep", type=Path, default=None, help="keep the record at this path")
    return parser.parse_args()


def _adder(record: Path, folder: str, reader: str, jobs: int) -> Callable[[], trip.Outcome]:
    return lambda: trip.add(record, [folder], Options(), reader=reader, jobs=jobs)


def _export_size(record: Path) -> int:
    with View(record) as view:
        return sum(map(len, EXPORTERS["jsonl"](view.traverse())))


def _documents(folder: str) -> list[Document]:
    return [outcome.document for outcome in collect([folder], Options()) if isinstance(outcome, Found)]


def _read(documents: list[Document], reader: str, jobs: int) -> None:
    deque(read_each(documents, lambda document: document, reader=reader, jobs=jobs), maxlen=0)


def _megabytes(memory: PeakMemory) -> str:
    return "not measured" if memory.megabytes is None else f"{memory.megabytes:.0f} MB"


def _phases(watch: Stopwatch, stories: int) -> list[str]:
    lines = ["| phase | seconds | of processors | ms of processors a story |", "| --- | --- | --- | --- |"]
    for phase, took in watch.phases.items():
        lines.append(f"| {phase} | {took.clock:.2f} | {took.processors:.2f} | {1000 * took.processors / max(1, stories):.1f} |")
    return lines


if __name__ == "__main__":
    main()
