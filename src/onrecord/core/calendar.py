"""The calendar behind dates: TIMEX3 values and the days that they cover.

Values follow TIMEX3 (ISO 8601 with its additions): `2021`, `2021-10`, `2021-10-19`, `2021-W42`, `2021-W42-WE`, `2021-Q4`,
`2021-H2`, `2021-FA`, `201` (a decade), `20` (a century: 2000 to 2099), any day with a part (`2021-10-19TNI`), and two of them
with a `/` between for all from the one to the other. Days are
those of the Gregorian calendar from year 1 to 9999; what falls outside of it is None, never another day.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]
"""A first and a last day, both inclusive."""

_SEASONS = {"SP": ((3, 1), (6, 21)), "SU": ((6, 1), (9, 23)), "FA": ((9, 1), (12, 21))}
"""From the first day of a season as the weather has it to its last as the sun has it: papers use both."""

_WINTER_ENDS = (3, 21)
_WEEKEND = (6, 7)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    """The day so many days later, or None past the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def days_of(value: str) -> Days | None:
    """The first and last day that a whole TIMEX3 value covers, or None for an open, unknown or impossible one.

    A week runs from the Sunday before its Monday to its own Sunday, eight days, since papers begin weeks on either. A season runs
    over both the weather's and the sun's; a winter `2021-WI` over all that is called the winter of 2021, from January 2021 on.
    Midnight (`2021-10-19T24:00`) is the day's and the next one's, for papers call either border of a day so.
    """
    first, _, last = value.partition("/")
    if last:
        begins, ends = days_of(first), days_of(last) if "/" not in last else None
        return (begins[0], ends[1]) if begins and ends and begins[0] <= ends[1] else None
    whole, _, part = value.partition("T")
    found = next(((read, match) for pattern, read in _FORMS if (match := pattern.fullmatch(whole))), None)
    days = found[0](*found[1].groups()) if found else None
    return _between(days[0], shifted(days[1], 1)) if days and part == "24:00" else days


def holiday(year: int, name: str) -> date | None:
    """The day of a movable holiday in a year: `11-22+4` the first Thursday from 22 November on, `EA-2` two days before Easter."""
    if found := re.fullmatch(r"EA([+-]\d{1,2})", name, re.ASCII):
        sunday = _easter(year)
        return shifted(sunday, int(found[1])) if sunday else None
    found = re.fullmatch(r"(\d\d)-(\d\d)(?:\+([1-7]))?", name, re.ASCII)
    day = day_of(year, int(found[1]), int(found[2])) if found else None
    if day is None or found is None or found[3] is None:
        return day
    return shifted(day, (int(found[3]) - day.isoweekday()) % 7)


def week_of(day: date) -> str:
    """The value of the week that is called after one of its days, a Sunday being its first, or "" past the calendar's ends."""
    return _week_value(day, int(day.isoweekday() == _WEEKEND[1]))


def _easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of Nature, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return day_of(year, month, day + 1)


def _between(first: date | None, last: date | None) -> Days | None:
    return (first, last) if first and last else None


def _years(first: int, count: int) -> Days | None:
    return _between(day_of(max(first, 1), 1, 1), day_of(first + count - 1, 12, 31))


def _months(year: int, first: int, count: int) -> Days | None:
    last = first + count - 1
    if not (year >= 1 and first >= 1 and last <= 12):
        return None
    return _between(day_of(year, first, 1), day_of(year, last, monthrange(year, last)[1]))


def _day(year: str, month: str, day: str) -> Days | None:
    one = day_of(int(year), int(month), int(day))
    return _between(one, one)


def week_day(year: int, week: int, weekday: int) -> date | None:
    """The day of an ISO week (weekday 1 is Monday), or None where there is no such week."""
    try:
        return date.fromisocalendar(year, week, weekday)
    except (ValueError, OverflowError):
        return None


def _week(year: str, week: str) -> Days | None:
    monday = week_day(int(year), int(week), 1)
    return _between(shifted(monday, -1), shifted(monday, 6)) if monday else None


def _weekend(year: str, week: str) -> Days | None:
    saturday, sunday = (week_day(int(year), int(week), weekday) for weekday in _WEEKEND)
    return _between(saturday, sunday)


def _week_day(year: str, week: str, weekday: str) -> Days | None:
    one = week_day(int(year), int(week), int(weekday))
    return _between(one, one)


def _season(year: str, season: str) -> Days | None:
    if season == "WI":
        return _between(day_of(int(year), 1, 1), day_of(int(year) + 1, *_WINTER_ENDS))
    first, last = _SEASONS[season]
    return _between(day_of(int(year), *first), day_of(int(year), *last))


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Days | None]], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (r"(\d{4})-(\d\d)-(\d\d)", _day),
        (r"(\d{4})-(\d\d)", lambda year, month: _months(int(year), int(month), 1)),
        (r"(\d{4})", lambda year: _years(int(year), 1)),
        (r"(\d{4})-W(\d\d)", _week),
        (r"(\d{4})-W(\d\d)-(\d)", _week_day),
        (r"(\d{4})-W(\d\d)-WE", _weekend),
        (r"(\d{4})-Q([1-4])", lambda year, quarter: _months(int(year), 3 * int(quarter) - 2, 3)),
        (r"(\d{4})-H([12])", lambda year, half: _months(int(year), 6 * int(half) - 5, 6)),
        (r"(\d{4})-(SP|SU|FA|WI)", _season),
        (r"(\d{3})", lambda decade: _years(10 * int(decade), 10)),
        (r"(\d\d)", lambda century: _years(100 * int(century), 100)),
    )
)


def _week_value(day: date, offset: int) -> str:
    moved = shifted(day, 7 * offset)
    if moved is None:
        return ""
    year, week, _ = moved.isocalendar()
    return f"{year:04d}-W{week:02d}" if 1 <= year <= 9999 else ""


def _month_value(day: date, offset: int) -> str:
    year, month = divmod(12 * day.year + day.month - 1 + offset, 12)
    return f"{year:04d}-{month + 1:02d}" if 1 <= year <= 9999 else ""


def _quarter_value(day: date, offset: int) -> str:
    year, quarter = divmod(4 * day.year + (day.month - 1) // 3 + offset, 4)
    return f"{year:04d}-Q{quarter + 1}" if 1 <= year <= 9999 else ""


def _year_value(day: date, offset: int, size: int, digits: int) -> str:
    count = day.year // size + offset
    return f"{count:0{digits}d}" if (count + 1) * size - 1 >= 1 and count * size <= 9999 else ""


def counted(day: date, unit: str, offset: int) -> str:
    """The TIMEX3 value of the unit that lies `offset` units from the one the day is in, or "" past the calendar's ends."""
    if unit == "day":
        moved = shifted(day, offset)
        return moved.isoformat() if moved else ""
    if unit in ("week", "weekend"):
        week = _week_value(day, offset)
        return f"{week}-WE" if week and unit == "weekend" else week
    if unit == "month":
        return _month_value(day, offset)
    if unit == "quarter":
        return _quarter_value(day, offset)
    return _year_value(day, offset, *_YEARS[unit])


_YEARS = {"year": (1, 4), "decade": (10, 3), "century": (100, 2)}
