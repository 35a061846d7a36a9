"""The whole trip: places → documents → readings → what follows from them → the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.core.decisions import Decision
from onrecord.core.faults import Fault

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: documents added, appearances re-dated or replaced, left as they were; what was wrong; what to tell."""

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
    options: object,
    *,
    reader: str = "rules",
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Add what stands at the places. `progress(stage, done)` is called with stage `read` or `settle`."""
    raise NotImplementedError


def remove(record: Path | str, document: str, *, erase: bool = False) -> Outcome:
    """Withdraw a document (id, prefix or name); with `erase` leave no trace of it."""
    raise NotImplementedError


def rule(record: Path | str, decisions: Sequence[Decision]) -> Outcome:
    """Write decisions and let follow what follows from them."""
    raise NotImplementedError


def rebuild(record: Path | str, *, reader: str = "rules", jobs: int | None = None) -> Outcome:
    """Derive everything anew, reading again what another version of the reader has read."""
    raise NotImplementedError


def check(record: Path | str, *, derived: bool = False) -> tuple[Fault, ...]:
    """What is wrong with the file as it stands; with `derived`, also whether a rebuild would derive the same."""
    raise NotImplementedError
