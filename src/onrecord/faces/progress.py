"""Progress of long work: one line that counts, on a terminal, once there is more than a handful to do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.status import Status

from onrecord.compile import Progress

HANDFUL = 5
"""Documents that are not worth a progress line."""

_STAGES = {"read": "reading", "settle": "working in"}


@contextmanager
def progress() -> Iterator[Progress | None]:
    """What a trip reports to: a line on standard error where that is a terminal, else None."""
    if not sys.stderr.isatty():
        yield None
        return
    status = Status("", console=Console(stderr=True))

    def report(stage: str, done: int) -> None:
        if done > HANDFUL:
            status.update(f"{_STAGES[stage]}: {done} documents")
            status.start()

    try:
        yield report
    finally:
        status.stop()
