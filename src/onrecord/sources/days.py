"""Dates as rows, pages and head lines print them, read strictly: a string is a date as a whole or not at all.

The day is the day as printed, whatever the zone of time after it. Forms: ISO 8601 days and instants, RFC 2822, PDF's, and those
that English-language papers print. Nothing is guessed: where day and month could be swapped, there is no date.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from onrecord.knowledge.sources import source_table

_TABLE = source_table("dates")
_MONTHS: dict[str, int] = _TABLE["months"]
_WEEKDAYS: dict[str, int] = _TABLE["weekdays"]


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


_ZONE = rf"(?:[+-]\d\d:?\d\d|\(?{_any(_TABLE['around']['zones'])}\b\)?(?:\s+time\b)?(?:\s*[+-]\d\d:?\d\d)?)"
_CLOCK = r"\d{1,2}(?::\d\d){1,2}(?:[.,]\d+)?\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
_TIME = rf"(?:{_CLOCK})(?:\s*{_ZONE})*"
_BEFORE = rf"(?:{_any(_TABLE['around']['before'])}\b\s*:?\s*)*"
_WEEKDAY = rf"(?:(?P<weekday>{_any(list(_WEEKDAYS))})\b\.?,?\s+)?"
_MONTH = rf"(?P<month>{_any(list(_MONTHS))})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"

_DATES = (
    rf"{_YEAR}-(?P<m>\d\d)-(?P<day>\d\d)",
    rf"{_YEAR}/(?P<m>\d\d?)/(?P<day>\d\d?)",
    r"(?P<year>(?:19|20)\d\d)(?P<m>\d\d)(?P<day>\d\d)",
    r"D:(?P<year>\d{4})(?P<m>\d\d)(?P<day>\d\d)[\dZ'+-]*",
    rf"{_YEAR}-(?P<m>\d\d)",
    rf"{_WEEKDAY}{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}",
    rf"{_WEEKDAY}(?:the\s+)?{_DAY}\s*(?:of\s+)?[-\s]?{_MONTH},?\s*[-\s]?\s*{_YEAR}",
    rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}",
    r"(?P<year>(?:1[5-9]|20)\d\d)",
    rf"{_WEEKDAY}(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark){_YEAR}",
)
_AFTER = rf"(?:(?:\s*T\s*|\s*,?\s*(?:at\s+|[-–—|·•]\s*)?){_TIME}|\s*{_ZONE})?"
_FORMS = tuple(re.compile(rf"{_BEFORE}(?:{_TIME}\s*,?\s+(?:on\s+)?)?{form}{_AFTER}", re.IGNORECASE | re.ASCII) for form in _DATES)
_FULL = _any(list(_MONTHS))
PRINTED = re.compile(
    rf"(?:{_any(list(_WEEKDAYS))}\b\.?,?\s+)?(?:{_FULL}\b\.?\s*\d{{1,2}}(?:st|nd|rd|th)?\s*,\s*\d{{4}}"
    rf"|\d{{1,2}}\s+{_FULL}\b\.?,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)\b",
    re.IGNORECASE,
)
"""A day printed in full, month by name (or ISO), wherever it stands in a line."""

NOT_A_DATE = "not a date"

EARLIEST = 1500
"""The first year that is a date: before it there was no paper, and programs write the year 1 where there is no date."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days a printed date covers, both inclusive, ISO: one day, or the days of a month or a year."""

    earliest: str
    latest: str


def parse_days(printed: str) -> Days | str:
    """The days that a whole string names, or in words why it names none (`not a date`, `day and month could be swapped`)."""
    string = " ".join(printed.split()).strip(" ,;")
    if len(string) > 100:
        return NOT_A_DATE
    for form in _FORMS:
        if found := form.fullmatch(string):
            return _days(found.groupdict())
    return NOT_A_DATE


def _days(parts: dict[str, str | None]) -> Days | str:
    year = int(parts["year"] or 0)
    if year < EARLIEST:
        return "older than any paper"
    if first := parts.get("a"):
        one, two = int(first), int(parts["b"] or 0)
        if one != two and one <= 12 and two <= 12:
            return "day and month could be swapped"
        month, day = (one, two) if two > 12 or one == two else (two, one)
    else:
        month = _MONTHS[name.lower()] if (name := parts.get("month")) else int(parts.get("m") or 0)
        day = int(parts.get("day") or 0)
    if not month and "m" not in parts:
        return Days(f"{year:04}-01-01", f"{year:04}-12-31")
    if not day and "day" not in parts and "a" not in parts:
        return _month(year, month)
    try:
        known = date(year, month, day)
    except ValueError:
        return "no such day"
    weekday = parts.get("weekday")
    if weekday and _WEEKDAYS[weekday.lower()] != known.weekday():
        return f"that day was no {weekday}"
    return Days(known.isoformat(), known.isoformat())


def _month(year: int, month: int) -> Days | str:
    if not (1 <= month <= 12 and year):
        return "no such month"
    return Days(f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{monthrange(year, month)[1]:02}")
