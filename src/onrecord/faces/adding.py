"""`onrecord add`: stories read, and what they say added to a record."""

from typing import Annotated

from cyclopts import Parameter

from onrecord import compile as trip
from onrecord.compile import Outcome
from onrecord.faces.counting import counted
from onrecord.faces.options import RecordOption
from onrecord.faces.printing import Line, print_lines, tell, tell_faults
from onrecord.faces.progress import progress
from onrecord.faces.readers import JobsOption, ReaderOption, must_be_known
from onrecord.faces.refusals import RefusedError
from onrecord.reading import DEFAULT_READER
from onrecord.settings import SETTINGS
from onrecord.sources.outcomes import Options


def add(
    *paths: Annotated[str, Parameter(name="PATH", allow_leading_hyphen=True, help="Files, folders, archives, or - for stdin.")],
    record: RecordOption = SETTINGS.record,
    published: Annotated[
        str | None, Parameter(metavar="DATE", help="The day (or month, or year) all of it was published on.")
    ] = None,
    publisher: Annotated[str, Parameter(metavar="NAME", help="Who published all of it.")] = "",
    field: Annotated[
        tuple[str, ...],
        Parameter(negative="", metavar="WHAT=NAME", help="Which column or key holds what, as in text=BODY; may be repeated."),
    ] = (),
    jobs: JobsOption = None,
    reader: ReaderOption = DEFAULT_READER,
) -> int:
    """Read stories and add what they say to a record."""
    if not paths:
        raise RefusedError("nothing to add; write: onrecord add PATH (a file, a folder, an archive, or - for standard input)")
    for path in paths:
        if path.startswith("-") and path != "-":
            raise RefusedError(f"{path}: no such option (see: onrecord add --help); a file of that name is written ./{path}")
    must_be_known(reader, jobs)
    try:
        options = Options(published=published, publisher=publisher, fields=tuple(_pair(given) for given in field))
    except ValueError as error:
        raise RefusedError(str(error)) from error
    with progress() as report:
        outcome = trip.add(record, paths, options, reader=reader, jobs=jobs, progress=report)
    tell_faults(outcome.faults)
    tell(*outcome.notices)
    print_lines([Line(f"{record}: {_done(outcome)}")])
    return outcome.exit_code


def _pair(given: str) -> tuple[str, str]:
    """A `--field` as the field and the name of the column or key; raises RefusedError where it is no pair."""
    field, between, name = given.partition("=")
    if not between or not field or not name:
        raise RefusedError(f"--field {given}: write it as text=NAME, where NAME is the column or key that holds the text")
    return field, name


def _done(outcome: Outcome) -> str:
    """What was added, in words: `9 added, 1 changed, 2 as before; 1 fault`."""
    parts = [f"{outcome.added} added"]
    parts += [f"{outcome.changed} changed"] if outcome.changed else []
    parts += [f"{outcome.unchanged} as before"] if outcome.unchanged else []
    return ", ".join(parts) + (f"; {counted(len(outcome.faults), 'fault')}" if outcome.faults else "")
