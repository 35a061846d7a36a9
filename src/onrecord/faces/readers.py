"""The options of commands that read documents: with which reader, in how many processes."""

from typing import Annotated

from cyclopts import Parameter

from onrecord.faces.refusals import RefusedError
from onrecord.reading import READERS

ReaderOption = Annotated[str, Parameter(name="--reader", metavar="NAME", help=f"The reader to read with: {', '.join(READERS)}.")]
JobsOption = Annotated[
    int | None, Parameter(name="--jobs", metavar="N", help="How many processes read at once; one a processor by default.")
]


def must_be_known(reader: str, jobs: int | None) -> None:
    """Raise RefusedError where there is no such reader or nobody is left to read."""
    if reader not in READERS:
        raise RefusedError(f"--reader {reader}: no such reader; choose one of: {', '.join(READERS)}")
    if jobs is not None and jobs < 1:
        raise RefusedError(f"--jobs {jobs}: at least one process is needed")
