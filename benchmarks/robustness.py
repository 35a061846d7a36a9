"""Does a record come out the same however it came about? Over a folder of stories, as many as you like.

    python -m benchmarks.robustness FOLDER [--kills 5] [--seed 1] [--work FOLDER]

Adds the folder undisturbed; killed at random moments and taken up again; in another order; in ten portions; by two
processes at once; with twenty stories removed and added again. Compares the exports byte for byte. Ends with 1 where one differs.
"""

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ONRECORD = (sys.executable, "-m", "onrecord")


class Trial:
    """One folder of stories and the records made from it."""

    def __init__(self, folder: Path, work: Path, seed: int, kills: int) -> None:
        self.folder, self.work, self.kills = folder, work, kills
        self.random = random.Random(seed)
        self.stories = sorted(path.as_posix() for path in folder.iterdir() if path.is_file())
        self.seconds = 60.0

    def add(self, record: Path, places: Sequence[str]) -> None:
        """Add places, many to a command."""
        for start in range(0, len(places), 500):
            subprocess.run([*ONRECORD, "add", "--record", record, *places[start : start + 500]], check=True, capture_output=True)

    def undisturbed(self, record: Path) -> None:
        """The whole folder at once; its time is what the kills are spread over."""
        started = time.monotonic()
        self.add(record, [self.folder.as_posix()])
        self.seconds = time.monotonic() - started

    def killed(self, record: Path) -> None:
        """Killed at random moments, then added again."""
        for _ in range(self.kills):
            process = subprocess.Popen([*ONRECORD, "add", "--record", record, self.folder], stdout=-3, stderr=-3)
            try:
                process.wait(self.random.uniform(0.3, self.seconds / 2))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            subprocess.run([*ONRECORD, "check", "--record", record], check=record.exists(), capture_output=True)
        self.add(record, [self.folder.as_posix()])

    def shuffled(self, record: Path) -> None:
        """In another order."""
        self.add(record, self.random.sample(self.stories, len(self.stories)))

    def portions(self, record: Path) -> None:
        """In ten portions."""
        for portion in range(10):
            self.add(record, self.stories[portion::10])

    def at_once(self, record: Path) -> None:
        """By two processes at once, each a half and the whole."""
        command = [*ONRECORD, "add", "--record", str(record)]
        halves = [[*command, str(self.folder)], [*command, *self.stories[::2]]]
        running = [subprocess.Popen(command, stdout=-3, stderr=-3) for command in halves]
        codes = [process.wait() for process in running]
        if any(codes):
            raise SystemExit(f"two at once ended with {codes}")

    def removed(self, record: Path) -> None:
        """With twenty stories removed and added again."""
        self.add(record, [self.folder.as_posix()])
        chosen = self.random.sample(self.stories, min(20, len(self.stories)))
        for story in chosen:
            subprocess.run([*ONRECORD, "remove", story, "--record", record], check=True, capture_output=True)
        self.add(record, chosen)

    def export(self, record: Path) -> str:
        """The SHA-256 of the record's export."""
        target = record.with_suffix(".jsonl")
        subprocess.run([*ONRECORD, "export", "jsonl", "--record", record, "--output", target], check=True, capture_output=True)
        return hashlib.sha256(target.read_bytes()).hexdigest()


def main() -> int:
    """Run every way and compare; 1 where an export differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=None, help="where the records go; a temporary folder otherwise")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = given.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        trial = Trial(given.folder, work, given.seed, given.kills)
        ways: list[Callable[[Path], None]] = [
            trial.undisturbed,
            trial.killed,
            trial.shuffled,
            trial.portions,
            trial.at_once,
            trial.removed,
        ]
        print(f"{len(trial.stories)} stories, {given.kills} kills, seed {given.seed}")
        first = ""
        same = True
        for way in ways:
            started = time.monotonic()
            record = work / f"{way.__name__}.db"
            way(record)
            digest = trial.export(record)
            first = first or digest
            same = same and digest == first
            print(
                f"{way.__name__:12} {digest[:16]} {'same' if digest == first else 'DIFFERS'} {time.monotonic() - started:7.1f} s",
                flush=True,
            )
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main())
