"""The most memory that this process and its workers held together while something ran.

Where the system lists processes under `/proc` (Linux), proportional set sizes are added up every 50 ms, so that pages shared by
workers count once. Elsewhere the system's own peaks are added: this process's and, for each worker, the largest worker's; on
Windows nothing is known.
"""

import sys
import threading
from pathlib import Path
from types import TracebackType

if sys.platform != "win32":
    import resource

EVERY_SECONDS = 0.05
_PROC = Path("/proc")
_OWN = _PROC / "self" / "task"


class PeakMemory:
    """Watches from `with` to its end; then `megabytes` is the peak, or None where the system does not tell."""

    def __init__(self, workers: int) -> None:
        self.megabytes: float | None = None
        self._workers = workers
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "PeakMemory":
        self._watcher.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._done.set()
        self._watcher.join()
        if self.megabytes is None:
            self.megabytes = _peaks_of_system(self._workers)

    def _watch(self) -> None:
        while _OWN.exists() and not self._done.is_set():
            self.megabytes = max(self.megabytes or 0.0, sum(map(_kilobytes, _family())) / 1024)
            self._done.wait(EVERY_SECONDS)


def _family() -> list[Path]:
    """This process and all that descend from it."""
    family = [_PROC / _PROC.joinpath("self").readlink()]
    for member in family:
        family.extend(_PROC / child for child in _children(member))
    return family


def _children(process: Path) -> list[str]:
    try:
        return [child for task in (process / "task").iterdir() for child in (task / "children").read_text("ascii").split()]
    except OSError:  # the process ended between two looks
        return []


def _kilobytes(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _peaks_of_system(workers: int) -> float | None:
    if sys.platform == "win32":
        return None
    own, worker = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    in_megabyte = 1024**2 if sys.platform == "darwin" else 1024
    return (own + workers * worker) / in_megabyte
