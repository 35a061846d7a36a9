"""Ctrl-C is for whoever is at the keyboard to be told of once, not by every worker."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.workers import unheard

HEARS = "import signal; print(signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, []))"


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="the system cannot put signals off")
def test_a_process_that_is_started_for_reading_does_not_hear_ctrl_c_and_its_parent_hears_it_late() -> None:
    def started() -> str:
        return subprocess.run([sys.executable, "-I", "-c", HEARS], capture_output=True, encoding="utf-8", check=True).stdout.strip()

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs begin deaf to it
    try:
        assert started() == "True"
        with pytest.raises(KeyboardInterrupt), unheard():
            assert started() == "False"
            signal.raise_signal(signal.SIGINT)
        assert started() == "True"
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="a signal has another way there to end a process")
def test_ctrl_c_while_the_program_loads_ends_it_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "cyclopts.py").write_text("import signal\nsignal.raise_signal(signal.SIGINT)\n", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), *(place for place in sys.path if place)])
    ended = subprocess.run(
        [sys.executable, "-c", "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import onrecord.__main__"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGINT, b"", b"")
