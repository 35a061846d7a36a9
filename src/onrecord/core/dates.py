"""Dates as intervals of days: what a value covers, what an unanchored time comes to, which candidate holds, in what order.

Nothing here raises on odd input: a day that no calendar has gives an open interval.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.core.calendar import Days, counted, day_of, days_of, holiday, shifted, week_of
from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.readings import Time
from onrecord.core.resolved import AnchoredTime

Bounds = tuple[str | None, str | None]
OPEN: Bounds = (None, None)

_PREFERRED = ("given", "metadata", "stated", "relative", "published", "inferred", "unknown")
_UNDATED_DAY = "9999-99-99"
_LEAP_GAP = 8
"""Years within which every day of the year comes again (29 February: 1896 to 1904)."""


def interval(value: str) -> Bounds:
    """The first and last ISO day that a TIMEX3 value covers, both None where it names no days (durations, open values).

    `2021`, `2021-10`, `2021-10-19`, `2021-W42` (from the Sunday before to its Sunday), `2021-Q4`, `2021-FA`, decades `201` and
    centuries `20`; a part of a day gives the day.
    """
    return _bounds(days_of(value))


def parse_day(text: str) -> str | None:
    """The ISO day that a text begins with (`2023-09-20`, `2023-09-20T08:00:00Z`, `20230920`), as written, or None."""
    found = re.match(r"\s*(\d{4})(-?)(\d\d)\2(\d\d)(?!\d)", text, re.ASCII)
    day = day_of(int(found[1]), int(found[3]), int(found[4])) if found else None
    return day.isoformat() if day else None


def choose(candidates: Sequence[Date]) -> Date:
    """The candidate that holds for an appearance: what the caller gave, else metadata, else print; of equals the first."""
    dated = [candidate for candidate in candidates if (candidate.earliest, candidate.latest) != OPEN]
    return min(dated, key=lambda candidate: _PREFERRED.index(candidate.basis), default=UNKNOWN_DATE)


def order(date: Date) -> tuple[str, str]:
    """The key by which people read dates: by latest, then earliest day; what has no latest day comes last."""
    return (date.latest or _UNDATED_DAY, date.earliest or ("" if date.latest else _UNDATED_DAY))


def anchor_all(times: Sequence[Time], published: Date) -> tuple[AnchoredTime, ...]:
    """The times of a reading in a document published then, in the reading's order, those with a reference counted from that.

    A reference that is not among the times, or that comes back to itself, leaves the value open.
    """
    by_id = {time.id: time for time in times}
    done: dict[str, AnchoredTime] = {}
    for time in times:
        waiting = [time]
        while (before := by_id.get(waiting[-1].reference)) and before.id not in done and before not in waiting:
            waiting.append(before)
        for one in reversed(waiting):
            done[one.id] = anchor(one, _day_of(done.get(one.reference)) if one.reference else published)
    return tuple(done[time.id] for time in times)


def _day_of(reference: AnchoredTime | None) -> Date:
    """The day that others are counted from a time by: its first, for a week its Monday; unknown where its value is open."""
    days = days_of(reference.value) if reference else None
    if reference is None or days is None:
        return UNKNOWN_DATE
    first = shifted(days[0], 1) if re.fullmatch(r"\d{4}-W\d\d", reference.value) else days[0]
    day = first.isoformat() if first else None
    return Date(day, day, "relative")


def anchor(time: Time, published: Date) -> AnchoredTime:
    """A reading's time in a document published then, or counted from another of that day: its value and its interval of days.

    A document dated to one day anchors to it, and `anchor` names it; one dated to an interval gives the hull of what its ends
    give, open where an end is; an undated one leaves the value open. Absolute values need no anchor and name none.
    """
    if not _needs_anchor(time):
        return AnchoredTime(time, time.value, "", *_bounds(_narrowed(days_of(time.value), time.mod)))
    if published.exact:
        value, days = _counted_from(time, published.earliest)
        return AnchoredTime(time, value, published.earliest or "", *_bounds(days))
    low_value, low = _counted_from(time, published.earliest)
    high_value, high = _counted_from(time, published.latest)
    value = low_value if low_value == high_value else open_value(time)
    return AnchoredTime(time, value, "", _bounds(low)[0], _bounds(high)[1])


def open_value(time: Time) -> str:
    """The TIMEX3 value of a time that nothing anchors: `XXXX-WXX-5` a Friday, `XXXX-WXX` a week, as far as it is known."""
    if not time.unit or time.value[:1] not in ("", "T"):
        return "XXXX-WXX" if time.value.endswith("W") else _HOLIDAY.sub(lambda found: found["month"] or "", time.value)
    return _OPEN_UNITS[time.unit] + time.value


_HOLIDAY = re.compile(r"-EA[+-]\d+|(?P<month>-\d\d)-\d\d\+\d")
"""The part of a value that `core.calendar.holiday` turns into a day; without a year no more than its month is known."""

_OPEN_UNITS = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def _needs_anchor(time: Time) -> bool:
    if time.type == "SET":
        return False
    if time.type == "DURATION":
        return time.direction in ("past", "future")
    return bool(time.unit) or "XX" in time.value or time.value.endswith("_REF")


def _counted_from(time: Time, anchor_day: str | None) -> tuple[str, Days | None]:
    checked = parse_day(anchor_day or "")
    if checked is None:
        return open_value(time), None
    day = date.fromisoformat(checked)
    if time.type == "DURATION":
        return time.value, _stretch(time, day)
    if time.value.endswith("_REF"):
        return time.value, _reference(time.value, day)
    part = time.value[time.value.find("T") :] if "T" in time.value else ""
    period = counted(day, time.unit, time.offset) if time.unit else ""
    pattern = time.value.removesuffix(part)
    value = period
    if pattern:
        value = _within(pattern, period) if time.unit else _next_or_last(pattern, time, day)
    if not value:
        return open_value(time), None
    days = _narrowed(days_of(value + part), time.mod if _whole(time) else "")
    return value + part, _clipped(time, _either_week(time, days, day), day)


def _whole(time: Time) -> bool:
    """Whether a mod cuts the period itself; `earlier this week` means the days gone by, which are cut already."""
    return not (time.unit and time.direction in ("past", "future"))


def _clipped(time: Time, days: Days | None, day: date) -> Days | None:
    if days is None or _whole(time):
        return days
    first, last = days
    if time.offset:
        return (first, max(last, day)) if time.direction == "past" else (min(first, day), last)
    return (first, max(first, min(last, day))) if time.direction == "past" else (min(last, max(first, day)), last)


def _either_week(time: Time, days: Days | None, day: date) -> Days | None:
    """The days of a period; for weeks counted from a Sunday, of both weeks that the Sunday may belong to."""
    if days is None or time.unit != "week" or time.value or day.isoweekday() != 7:
        return days
    return days[0], shifted(days[1], 7) or days[1]


def _within(pattern: str, period: str) -> str:
    """An open value filled from a counted period: `XXXX-WXX-3` in `2023-W38`, `XXXX-10` in `2023`."""
    if pattern.startswith("XXXX-WXX"):
        return period + pattern.removeprefix("XXXX-WXX") if re.fullmatch(r"\d{4}-W\d\d", period) else ""
    return _in_year(pattern, int(period[:4])) if re.match(r"\d{4}", period) else ""


def _in_year(pattern: str, year: int) -> str:
    """An open value filled with a year: `XXXX-10` → `2023-10`; a movable holiday is its day, the week of a day its number."""
    if pattern.endswith("W"):
        day = holiday(year, pattern.removeprefix("XXXX-").removesuffix("W"))
        return "" if day is None else counted(day, "week", 0) if _HOLIDAY.search(pattern) else week_of(day)
    if _HOLIDAY.search(pattern):
        day = holiday(year, pattern.removeprefix("XXXX-"))
        return day.isoformat() if day else ""
    return pattern.replace("XXXX", f"{year:04d}")


def _next_or_last(pattern: str, time: Time, day: date) -> str:
    """An open value filled with the occurrence that the time's direction asks for, or "" where that is open.

    Offset 0 counts the anchor's own (a Friday written on a Friday); -1 and 1 ask for one wholly before or after it, and of weekdays
    counted from the writing for none that is yesterday or tomorrow. Of `near` ones
    the nearest holds; with offset -1 one to come only where it is half as far as the last (a month that no verb stands beside:
    news looks back further than ahead).
    """
    found = [(value, days) for value in _occurrences(pattern, day) if (days := days_of(value))]
    apart = _apart(pattern, time)
    if time.direction == "past":
        return next(
            (value for value, days in reversed(found) if (days[1] < _moved(day, -apart) if time.offset else days[0] <= day)), ""
        )
    far = bool(_DAY_OF_YEAR.match(pattern)) and not time.offset
    if time.direction == "future" and not (far and found and _is_far(day, found)):
        return next((value for value, days in found if (days[0] > _moved(day, apart) if time.offset else days[1] >= day)), "")
    if time.direction in ("near", "future") and found:
        return min(found, key=lambda one: _distance(one[1], day, ahead=2 if time.offset < 0 else 1, days_of_year=far))[0]
    return ""


def _distance(days: Days, day: date, *, ahead: int, days_of_year: bool) -> int:
    """How far a period is from a day, one to come counted `ahead` times; days of another year than the running one are farther."""
    distance = max(ahead * (days[0] - day).days, (day - days[1]).days, 0)
    return distance * (_OTHER_YEAR if days_of_year and days[0].year != day.year else _SAME_YEAR)


_SAME_YEAR, _OTHER_YEAR = 4, 5
"""Weights of days by their year: papers print the year of a day that is not of the running one, most often."""


def _apart(pattern: str, time: Time) -> int:
    """Days that lie at least between: who writes `last Thursday` on a Friday means that of the week before."""
    return int(pattern.startswith("XXXX-WXX-") and not time.reference)


_DAY_OF_YEAR = re.compile(r"XXXX-(?:\d\d-\d\d|EA)")

_FAR_DAY = 305
"""Days ahead beyond which a day without its year is not looked for: that of less than two months ago is nearer, and `may` in its
sentence need not be its verb."""


def _is_far(day: date, found: Sequence[tuple[str, Days]]) -> bool:
    return min(((first - day).days for _, (first, last) in found if last >= day), default=0) > _FAR_DAY


def _occurrences(pattern: str, day: date) -> Iterator[str]:
    """The values that fill the pattern around a day, in order: eight days each way, for weekends a week, else eight years."""
    if found := re.fullmatch(r"XXXX-WXX-([1-7])", pattern):
        days = (shifted(day, step) for step in range(-8, 9))
        yield from (one.isoformat() for one in days if one and one.isoweekday() == int(found[1]))
    elif pattern == "XXXX-WXX-WE":
        yield from (counted(day, "weekend", step) for step in (-1, 0, 1))
    elif pattern.startswith("XXXX-") and "X" not in pattern.replace("XXXX", ""):
        years = range(max(1, day.year - _LEAP_GAP), min(9999, day.year + _LEAP_GAP) + 1)
        yield from (_in_year(pattern, year) for year in years)


def _stretch(time: Time, day: date) -> Days | None:
    """The days of a duration that ends or begins at the anchor (`the past three years`)."""
    found = re.fullmatch(r"P(\d{1,6})([DWMYQ]|DE|CE)", time.value)
    if not found:
        return None
    unit, size = _DURATION_UNITS[found[2]]
    sign = -1 if time.direction == "past" else 1
    far = days_of(counted(day, unit, sign * size * int(found[1])))
    if far is None:
        return None
    return (far[0], day) if sign < 0 else (day, far[1])


_DURATION_UNITS = {
    "D": ("day", 1),
    "W": ("week", 1),
    "M": ("month", 1),
    "Q": ("quarter", 1),
    "Y": ("year", 1),
    "DE": ("year", 10),
    "CE": ("year", 100),
}


def _reference(value: str, day: date) -> Days | None:
    return {"PAST_REF": (date.min, day), "FUTURE_REF": (day, date.max)}.get(value)


def _narrowed(days: Days | None, mod: str) -> Days | None:
    """What a TIMEX3 mod leaves of a period: its first, middle or last half, all before or after, its likes beside it."""
    if days is None:
        return None
    first, last = days
    length = (last - first).days + 1
    if mod == "START":
        return first, _moved(first, (length - 1) // 2)
    if mod == "END":
        return _moved(last, -((length - 1) // 2)), last
    if mod == "MID":
        return _moved(first, length // 4), _moved(last, -(length // 4))
    if mod == "APPROX":
        return _with_neighbours(first, last, length)
    return {"BEFORE": (date.min, last), "ON_OR_BEFORE": (date.min, last)}.get(
        mod, {"AFTER": (first, date.max), "ON_OR_AFTER": (first, date.max)}.get(mod, days)
    )


def _with_neighbours(first: date, last: date, length: int) -> Days:
    """A period with as long a one before it and after it; years by the calendar, leap or not."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = last.year - first.year + 1
        return day_of(first.year - years, 1, 1) or date.min, day_of(last.year + years, 12, 31) or date.max
    return _moved(first, -length), _moved(last, length)


def _moved(day: date, days: int) -> date:
    return shifted(day, days) or (date.min if days < 0 else date.max)


def _bounds(days: Days | None) -> Bounds:
    """ISO days; the calendar's own ends stand for open."""
    if days is None:
        return OPEN
    first, last = days
    return (None if first == date.min else first.isoformat(), None if last == date.max else last.isoformat())
