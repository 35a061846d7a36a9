"""Dates as people read and write them: an interval shown for what it is, a day, month or year taken from the command line."""

import datetime
import re
from calendar import monthrange

from onrecord.core.evidence import Date
from onrecord.faces.refusals import RefusedError

UNDATED = "undated"
_NEW_YEAR, _YEARS_END = re.compile(r"-01-01$"), re.compile(r"-12-31$")
_GIVEN = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_LAST_MONTH = 12


def shown(date: Date) -> str:
    """The date in words: `2022-10-19`, `2022-10`, `by 2022-10-19`, `from 2022-10-19`, `2022-10-16 to 2022-10-23`, `undated`.

    What came out on an unknown day between two that are inferred is `2022 … 2024-03-05`, after the first alone `2022 …`.
    """
    if date.basis == "inferred" and date.earliest is not None:
        first = _NEW_YEAR.sub("", date.earliest)
        return f"{first} … {_YEARS_END.sub('', date.latest)}" if date.latest else f"{first} …"
    return interval_shown(date.earliest, date.latest)


def interval_shown(earliest: str | None, latest: str | None) -> str:
    """The same, of an interval of ISO days, either of them None where it is open."""
    if earliest is None:
        return UNDATED if latest is None else f"by {latest}"
    if latest is None:
        return f"from {earliest}"
    if earliest == latest:
        return earliest
    return _whole(earliest, latest) or f"{earliest} to {latest}"


def _whole(earliest: str, latest: str) -> str | None:
    """The year or month that the interval is, if it is one."""
    first, last = datetime.date.fromisoformat(earliest), datetime.date.fromisoformat(latest)
    if first.year != last.year or first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if (first.month, last.month) == (1, _LAST_MONTH):
        return f"{first.year:04}"
    return earliest[:7] if first.month == last.month else None


def in_order(date: Date) -> tuple[bool, str, bool, str]:
    """The key that puts dates in the order for people: by latest, then earliest day; open ends and the undated last."""
    return (date.latest is None, date.latest or "", date.earliest is None, date.earliest or "")


def falls_within(date: Date, since: str | None, until: str | None) -> bool:
    """Whether a day of the interval may lie within the days asked for, as a view has it for statements.

    An open beginning counts as the day by which it certainly was; the undated lie within no days that are asked for, nor does
    what came out some day after an inferred one.
    """
    if date.latest is None and (date.earliest is None or date.basis == "inferred"):
        return since is None and until is None
    beginning = date.earliest or date.latest
    ends_after = since is None or date.latest is None or date.latest >= since
    return ends_after and (until is None or beginning is None or beginning <= until)


def first_day(given: str, option: str) -> str:
    """The first day of what was given for an option: a day, a month or a year; raises RefusedError for anything else."""
    return _bounds(given, option)[0].isoformat()


def last_day(given: str, option: str) -> str:
    """The last day of what was given for an option: a day, a month or a year; raises RefusedError for anything else."""
    return _bounds(given, option)[1].isoformat()


def _bounds(given: str, option: str) -> tuple[datetime.date, datetime.date]:
    parts = _GIVEN.fullmatch(given.strip())
    try:
        if parts is None:
            raise ValueError
        year, month, day = (int(part) if part else 0 for part in parts.groups())
        first, last = month or 1, month or _LAST_MONTH
        return datetime.date(year, first, day or 1), datetime.date(year, last, day or monthrange(year, last)[1])
    except ValueError:
        raise RefusedError(f"{option} {given}: not a date; write it as 2023-09-20, 2023-09 or 2023") from None
