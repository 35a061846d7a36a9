"""Ctrl-C is for whoever is at the keyboard to be told of once, not by every worker."""

import signal
import subprocess
import sys

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
