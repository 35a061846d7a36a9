"""Readings made by worker processes, in the order in which the documents came; one that fails stops none of the others."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.reading import READERS, Reader
from onrecord.record.evidence import require_evidence

FEW = 16
"""Documents that are read in this process before workers are started: a worker takes about half a second to start."""

AHEAD = 8
"""Documents a worker that may be waiting to be read or written: enough to keep it busy, little enough to hold in memory."""

MOST = 61
"""Worker processes at most: Windows cannot wait for more at once."""

Item = TypeVar("Item")
Result = Reading | str
"""A reading, or why there is none."""


@dataclass(frozen=True, slots=True)
class Read(Generic[Item]):
    """What came of an item's document: its reading, or None where none was asked for; `failure` says what went wrong, or ""."""

    item: Item
    reading: Reading | None = None
    failure: str = ""


Ask = Callable[[Item], Document | None]
"""An item → the document to be read for it, or None where it has been read before."""


def read_each(items: Iterable[Item], ask: Ask[Item], *, reader: str, jobs: int | None = None) -> Iterator[Read[Item]]:
    """Each item with its document's reading, in order. `jobs` worker processes at most; one a processor by default.

    A reader that raises, that kills its process or whose reading does not fit the text is a failure of that document alone.
    """
    rest = iter(items)
    few: list[Item] = []
    unread = 0
    for item in rest:
        few.append(item)
        unread += ask(item) is not None
        if unread > FEW or len(few) > FEW * AHEAD:
            break
    else:
        jobs = 1
    workers = min(jobs or os.cpu_count() or 1, MOST)
    if workers == 1:
        yield from (_read_here(item, ask, reader) for item in chain(few, rest))
    else:
        yield from Workers(reader, workers).read(chain(few, rest), ask)


def version_of(reader: str) -> str:
    """The name and version that this reader stamps its readings with. Raises KeyError for an unknown reader."""
    return _reader(reader).version


@cache
def _reader(name: str) -> Reader:
    return READERS[name]()


def _read_here(item: Item, ask: Ask[Item], reader: str) -> Read[Item]:
    document = ask(item)
    return Read(item) if document is None else _read(item, read_one(reader, document))


def _read(item: Item, result: Result) -> Read[Item]:
    return Read(item, failure=result) if isinstance(result, str) else Read(item, result)


def read_one(reader: str, document: Document) -> Result:
    """The reading of a document, or why there is none."""
    built = _reader(reader)
    try:
        reading = built.read(document)
        require_evidence(document.text, reading)
    except Exception as error:  # whatever one text brings a reader to, the other texts must not suffer
        said = " ".join(str(error).split())[:200]
        return f"the reader {built.version} failed on it ({type(error).__name__}: {said}); stored, not read; please report it"
    return reading


_Job = tuple[ProcessPoolExecutor, Future[Result]]
"""A reading that is being made, and by which processes."""


class Workers:
    """Worker processes that are started anew when one of them dies."""

    def __init__(self, reader: str, count: int) -> None:
        self._reader = reader
        self._count = count
        self._pool = self._start(count)

    def read(self, items: Iterable[Item], ask: Ask[Item]) -> Iterator[Read[Item]]:
        """Each item with its document's reading, in order; only a few are ahead of what has been yielded."""
        waiting: deque[tuple[Item, Document | None, _Job | None]] = deque()
        source = iter(items)
        try:
            while True:
                for item in islice(source, self._count * AHEAD - len(waiting)):
                    document = ask(item)
                    waiting.append((item, document, self._submit(document)))
                if not waiting:
                    return
                item, document, job = waiting.popleft()
                yield Read(item) if document is None else _read(item, self._result(document, job))
        finally:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, document: Document | None) -> _Job | None:
        try:
            with unheard():
                return None if document is None else (self._pool, self._pool.submit(read_one, self._reader, document))
        except BrokenProcessPool:
            return None

    def _result(self, document: Document, job: _Job | None) -> Result:
        """The reading that was asked for; asked for again when a worker died, and then in a process of its own."""
        for _ in range(2):
            try:
                if job is not None:
                    return job[1].result()
            except BrokenProcessPool:
                if job is not None and job[0] is self._pool:
                    self._pool.shutdown(wait=True, cancel_futures=True)
                    self._pool = self._start(self._count)
            job = self._submit(document)
        return self._alone(document)

    def _alone(self, document: Document) -> Result:
        """Read one document in a process of its own: when a worker has died it is not known which document killed it."""
        with self._start(1) as pool:
            try:
                with unheard():
                    job = pool.submit(read_one, self._reader, document)
                return job.result()
            except BrokenProcessPool:
                return f"the reader {version_of(self._reader)} crashed on it; stored, not read; please report it"

    @staticmethod
    def _start(count: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_prepare)


@contextmanager
def unheard() -> Iterator[None]:
    """Ctrl-C put off while processes are started, which never hear it then: while they load, they could only print where they are.

    Where the system cannot put it off (Windows), workers are deaf to it once they have loaded.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare() -> None:
    """Leave Ctrl-C to the parent, and end when the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
