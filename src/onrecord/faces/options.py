"""The options that commands share, as the command line takes them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from onrecord.settings import SETTINGS

RecordOption = Annotated[Path, Parameter(name="--record", metavar="FILE", show_default=True, help="The record to work on.")]
ByOption = Annotated[str, Parameter(name="--by", metavar="NAME", help="Who rules; the system's user where not given.")]

_DAY = "a day, month or year"


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Question:
    """What every reading command can be asked: of which record, as of and within which days, in which form."""

    record: Annotated[Path, Parameter(metavar="FILE", show_default=True, help="The record to read.")] = SETTINGS.record
    as_of: Annotated[str, Parameter(metavar="DATE", help=f"Only what was certainly published by then ({_DAY}).")] = ""
    known: Annotated[str, Parameter(metavar="DATE", help=f"Only what this record had by the end of then, UTC ({_DAY}).")] = ""
    since: Annotated[str, Parameter(metavar="DATE", help=f"Only what may be of that time or later ({_DAY}).")] = ""
    until: Annotated[str, Parameter(metavar="DATE", help=f"Only what may be of that time or earlier ({_DAY}).")] = ""
    json: Annotated[bool, Parameter(negative="", help="JSON, its items as in the interchange format and more.")] = False
    csv: Annotated[bool, Parameter(negative="", help="A table of comma-separated values with a heading.")] = False


ASKED_PLAINLY = Question()
"""A question without options."""
