"""How resolving grows with the pile, beyond the reading: a whole record derived anew, and one document more.

    python -m benchmarks.scale PLACE --sizes 2500 8000 [--reader rules] [--more 5] [--work FOLDER]

PLACE is a JSONL file of stories, packed with gzip or not. For each size the first so many are read into one record, which grows
(with `--work` it is kept and found again); then, in a process of its own, all is derived anew from the readings, which is the time
and the memory of resolving; then the next few stories are added one by one. Seconds are those of the processor; what is on the
clock beside them tells how busy the machine was.
"""

import argparse
import gzip
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.memory import PeakMemory
from onrecord import compile as trip
from onrecord.core.documents import Document
from onrecord.reading import READERS
from onrecord.record.upkeep import drop_derived
from onrecord.record.writer import Writer
from onrecord.settling import settle
from onrecord.sources import Options


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the processor and on the clock."""

    processor: float
    clock: float


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2500, 8000])
    parser.add_argument("--reader", default="rules")
    parser.add_argument("--more", type=int, default=5, help="how many documents are added one by one")
    parser.add_argument("--work", type=Path, default=None, help="a folder where records are kept and found again")
    asked = parser.parse_args()
    print("documents | resolving, s | on the clock, s | ms a document | peak memory, MB | one more, s of processor (on the clock)")
    print("--- | --- | --- | --- | --- | ---")
    with TemporaryDirectory(prefix="onrecord-") as folder:
        work = asked.work or Path(folder)
        for size in sorted(asked.sizes):
            record = work / f"scale-{size}.db"
            if not record.exists():
                read_into(record, work, asked.place, size, asked.reader)
            fresh = work / "scale-fresh.db"
            shutil.copyfile(record, fresh)
            took, megabytes = alone(resolve, fresh)
            each = more(fresh, asked.place, size, asked.more, asked.reader)
            shown = ", ".join(f"{one.processor:.2f} ({one.clock:.2f})" for one in each)
            spent = 1000 * took.processor / size
            print(f"{size} | {took.processor:.0f} | {took.clock:.0f} | {spent:.1f} | {megabytes or 0:.0f} | {shown}", flush=True)
            fresh.unlink()


def read_into(record: Path, work: Path, place: Path, size: int, reader: str) -> None:
    """Make a record of the first stories of the place, from the largest smaller one that there is."""
    smaller = [(int(one.stem.partition("-")[2]), one) for one in work.glob("scale-*.db") if one.stem.partition("-")[2].isdigit()]
    begun = max(((many, one) for many, one in smaller if many < size), default=None)
    if begun:
        shutil.copyfile(begun[1], record)
    add(record, lines(place, begun[0] if begun else 0, size), reader)


def lines(place: Path, first: int, last: int) -> list[str]:
    """The rows of the place from one to another."""
    with gzip.open(place, "rt", encoding="utf-8") if place.suffix == ".gz" else place.open(encoding="utf-8") as rows:
        return list(islice(rows, first, last))


def add(record: Path, rows: Sequence[str], reader: str) -> None:
    """Add rows to a record, in this process."""
    with TemporaryDirectory(prefix="onrecord-") as folder:
        stories = Path(folder) / "stories.jsonl"
        stories.write_text("".join(rows), encoding="utf-8", newline="\n")
        trip.add(record, [str(stories)], Options(), reader=reader, jobs=1)


def more(record: Path, place: Path, size: int, many: int, reader: str) -> Iterator[Took]:
    """What adding each of the next stories took beyond its reading."""
    read = READERS[reader]().read
    for row in lines(place, size, size + many):
        reading = timed(partial(read, Document.of(json.loads(row)["text"])))
        whole = timed(partial(add, record, [row], reader))
        yield Took(whole.processor - reading.processor, whole.clock - reading.clock)


def alone(work: Callable[[Path], Took], record: Path) -> tuple[Took, float | None]:
    """What work on a record took in a process of its own, and the most memory that process held."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measured, work, record).result()


def measured(work: Callable[[Path], Took], record: Path) -> tuple[Took, float | None]:
    """The work done, and the most memory that this process held meanwhile."""
    with PeakMemory(0) as memory:
        took = work(record)
    return took, memory.megabytes


def resolve(record: Path) -> Took:
    """Derive everything of a record anew."""
    with Writer(record) as writer:
        drop_derived(writer)
        return timed(lambda: settle(writer))


def timed(work: Callable[[], object]) -> Took:
    """How long the work took."""
    used, began = process_time(), perf_counter()
    work()
    return Took(process_time() - used, perf_counter() - began)


if __name__ == "__main__":
    main()
