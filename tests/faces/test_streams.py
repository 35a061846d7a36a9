"""Where answers go: exports, files, pipes and streams that are closed, full or of another encoding."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from faces.console import typed

pytestmark = pytest.mark.usefixtures("in_town")


NEVER_NAMED = (
    "A girl came to Ulmen. She had lost her shoe, and the players looked for it until they were tired, Dora Kestrel said.\n"
)


@pytest.mark.usefixtures("ruled")
@pytest.mark.parametrize("story", ["", NEVER_NAMED])
def test_an_export_holds_for_a_stranger(tmp_path: Path, story: str) -> None:
    if story:
        Path("fair.txt").write_text(story, encoding="utf-8")
        assert typed("add", "fair.txt", "--reader", "rules")[0] == 0
    assert typed("export", "jsonl", "--output", str(tmp_path / "ulmen.jsonl"))[0] == 0
    checker = Path(__file__).parents[2] / "tools" / "verify_export.py"
    checked = subprocess.run(
        [sys.executable, "-I", checker, tmp_path / "ulmen.jsonl"], capture_output=True, encoding="utf-8", check=False
    )
    assert checked.stdout.endswith("words compared with the texts; 0 wrong\n"), checked.stdout
    assert typed("export", "jsonl") == (0, (tmp_path / "ulmen.jsonl").read_text(encoding="utf-8"))
    assert not any('"text"' in line for line in typed("export", "jsonl", "--no-text")[1].splitlines())


@pytest.mark.usefixtures("ruled")
def test_an_export_does_not_take_the_place_of_a_record() -> None:
    before = Path("onrecord.db").read_bytes()
    for place in ("onrecord.db", "./onrecord.db"):
        code, page = typed("export", "jsonl", "--output", place)
        assert (code, page.endswith("choose another place with --output\n")) == (2, True), page
    assert Path("onrecord.db").read_bytes() == before
    assert typed("check")[0] == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_an_answer_that_cannot_be_written_says_so() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "onrecord", "export", "jsonl"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert ended.returncode == 1
    assert re.fullmatch(r"the answer cannot be written \(.+\); free some space, or send it elsewhere\n", ended.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "0<&-"])
def test_a_stream_that_is_closed_is_done_without(closed: str) -> None:
    ended = subprocess.run(
        f"exec {shlex.quote(sys.executable)} -m onrecord show {closed}", shell=True, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
def test_standard_input_that_is_closed_holds_nothing(tmp_path: Path) -> None:
    command = (
        f"exec {shlex.quote(sys.executable)} -m onrecord add - --reader rules --record {shlex.quote(str(tmp_path / 'new.db'))} 0<&-"
    )
    ended = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, b"-: standard input is closed; skipped\n")


def test_a_pipe_that_is_closed_early_ends_quietly() -> None:
    reader = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "export", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert reader.stdout is not None and reader.stderr is not None
    reader.stdout.close()
    assert (reader.stderr.read(), reader.wait()) == ("", 0)
    reader.stderr.close()


def test_what_is_printed_is_utf8_on_every_console() -> None:
    told_bytes = subprocess.run(
        [sys.executable, "-m", "onrecord", "said", "ribeiro-oz"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    ).stdout
    assert "Ana Ribeiro-Óz" in told_bytes.decode("utf-8")
