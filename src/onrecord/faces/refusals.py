"""Refusals: a command that cannot be done as it was given, with what to do instead."""

DONE, DONE_WITH_FAULTS, WRONG_USAGE = 0, 1, 2
"""The exit codes: done; done, with faults named on standard error; the command was wrong, and nothing was done."""


class RefusedError(Exception):
    """Why a command is not done; its text is for the user and says the mend. `code` is the exit code."""

    def __init__(self, message: str, code: int = WRONG_USAGE) -> None:
        super().__init__(message)
        self.code = code
