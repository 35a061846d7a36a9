"""A crash loses nothing: `add` killed at random moments, then run again, gives the record of a run that nothing disturbed."""

import random
import subprocess
import sys
import time
from pathlib import Path

import apsw

from onrecord import compile as trip
from record_piles import STORIES, add, export, write

ADD = """
import sys
from onrecord import compile, sources
compile.BATCH = 4
if __name__ == "__main__":
    compile.add(sys.argv[1], sys.argv[2:], sources.Options(), jobs=1)
"""

KILLS = 5


def many(folder: Path) -> str:
    """A folder with variants of the six stories: other people in other towns, with the same quotations."""
    towns = ("Ellery", "Corran", "Maddow", "Tarn", "Isket", "Pellow", "Varda", "Onsk")
    people = ("Brask", "Dunmore", "Aldous", "Ferrant", "Gilroyd", "Hask", "Ingersen", "Jorvik")
    stories = {
        f"{town}-{name}": text.replace("Ellery", town).replace("Brask", person).replace("Vandermeer", f"Van{person.lower()}")
        for town, person in zip(towns, people, strict=True)
        for name, text in STORIES.items()
    }
    write(folder, stories)
    return folder.as_posix()


def test_add_killed_at_random_moments_and_run_again(tmp_path: Path) -> None:
    pile = many(tmp_path / "pile")
    undisturbed, killed = tmp_path / "undisturbed.db", tmp_path / "killed.db"
    began = time.monotonic()
    run(undisturbed, pile).wait()
    took = time.monotonic() - began
    moments = random.Random(20310304)
    died = 0
    for _ in range(KILLS):
        process = run(killed, pile)
        time.sleep(took * moments.uniform(0.4, 0.9))
        process.kill()
        died += process.wait() != 0
        if killed.exists() and tables(killed):
            assert trip.check(killed) == ()
    assert died > 0
    add(killed, [pile])
    assert export(killed) == export(undisturbed)
    assert trip.check(killed, derived=True) == ()


def run(record: Path, pile: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", ADD, str(record), pile])


def tables(record: Path) -> int:
    """How many tables there are: none when the killed process had not made the record yet."""
    connection = apsw.Connection(str(record))
    try:
        return len(connection.execute("SELECT 1 FROM sqlite_schema").fetchall())
    finally:
        connection.close()
