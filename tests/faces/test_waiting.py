"""A record that another onrecord is writing to is waited for, and whoever waits is told so."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed
from onrecord.record.writer import Writer

WAITING = "onrecord.db: another onrecord is writing to it; waiting, two minutes at most (Ctrl-C to stop)\n"
STARTED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from onrecord.__main__ import main; main()"
"""The program as a shell starts it for somebody at the keyboard; a job in the background begins deaf to Ctrl-C."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "weir.txt").write_text("“The weir will hold,” Ana Mossfeld said.\n", encoding="utf-8")
    with chdir(tmp_path):
        assert typed("add", "weir.txt", "--reader", "rules")[0] == 0
        yield tmp_path


def removing() -> subprocess.Popen[str]:
    command = [sys.executable, "-c", STARTED, "remove", "weir.txt"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_who_waits_is_told_so_once_and_goes_on_when_the_other_is_done() -> None:
    with Writer("onrecord.db") as writer, writer.transaction():
        waits = removing()
        assert waits.stderr is not None and waits.stderr.readline() == WAITING
    printed, told = waits.communicate()
    assert (waits.returncode, printed.startswith("onrecord.db: removed weir.txt"), told) == (0, True, "")


@pytest.mark.usefixtures("folder")
@pytest.mark.skipif(sys.platform == "win32", reason="no signal can be sent to one process alone")
def test_ctrl_c_ends_the_waiting() -> None:
    with Writer("onrecord.db") as writer, writer.transaction():
        waits = removing()
        assert waits.stderr is not None and waits.stderr.readline() == WAITING
        waits.send_signal(signal.SIGINT)
        assert waits.communicate() == ("", "\nstopped; what was done so far is kept, and the same command goes on from there\n")
    assert waits.returncode == 130


@pytest.mark.usefixtures("folder")
def test_nobody_who_only_reads_has_to_wait() -> None:
    with Writer("onrecord.db") as writer, writer.transaction():
        assert typed("said", "mossfeld")[1].startswith("1 statement by Ana Mossfeld\n")
