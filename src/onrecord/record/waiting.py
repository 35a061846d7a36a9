"""Waiting for another writer of a record, and saying so where it takes long."""

import logging
import time
from pathlib import Path

import apsw

LONGEST = 120.0
"""Seconds to wait for another writer. A chunk of work holds the lock for about a second; a large erasure for a minute."""

UNSAID = 1.0
"""Seconds of waiting of which nothing is said: as long as a chunk of work takes."""

LONGEST_PAUSE = 0.1
"""Seconds between two tries at most; the first come within milliseconds."""

LOG = logging.getLogger(__name__)


def wait_for_others(connection: apsw.Connection, path: Path | str) -> None:
    """Let the connection wait for whoever else writes the record; a warning is logged, once, where that is not over soon.

    Where logging is not set up, a warning is a line on standard error.
    """
    connection.set_busy_handler(_Waiting(str(path)))


class _Waiting:
    """What SQLite asks, with the number of tries so far, whether to try again for a lock."""

    def __init__(self, record: str) -> None:
        self._record = record
        self._began = 0.0
        self._said = False

    def __call__(self, tries: int) -> bool:
        if tries == 0:
            self._began = time.monotonic()
        waited = time.monotonic() - self._began
        if waited > UNSAID and not self._said:
            self._said = True
            LOG.warning("%s: another onrecord is writing to it; waiting, two minutes at most (Ctrl-C to stop)", self._record)
        time.sleep(min(LONGEST_PAUSE, 0.001 * 2 ** min(tries, 10)))
        return waited < LONGEST
