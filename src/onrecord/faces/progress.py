"""Progress of long work: one line that counts, on a terminal, once there is more than a handful to do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.status import Status

from onrecord.compile import Progress

HANDFUL = 5
"""Documents that are not worth a progress line."""

_STAGES = {"read": "{} documents read", "settle": "working in what they say: {} steps left"}
"""A stage of a trip → what is told of it, with the count that it reports."""


@contextmanager
def progress() -> Iterator[Progress | None]:
    """What a trip reports to: a line on standard error where that is a terminal, else None."""
    if not sys.stderr.isatty():
        yield None
        return
    status = Status("", console=Console(stderr=True))

    seen = {"read": 0, "settle": 0}

    def report(stage: str, count: int) -> None:
        seen[stage] = max(seen[stage], count)
        if max(seen.values()) > HANDFUL:
            status.update(_STAGES[stage].format(count))
            status.start()

    try:
        yield report
    finally:
        status.stop()
