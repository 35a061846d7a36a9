"""From the words of a match to a draft: one builder for each `make` of the rules.

A builder gets the match's groups by name, as they are printed, and gives a draft, or None where they make no time after all
(`February 30`).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from onrecord.core.calendar import day_of
from onrecord.core.readings import Direction, TimeType
from onrecord.knowledge.times import time_words
from onrecord.reading.times.drafts import Draft, Unit

Groups = Mapping[str, str]
Builder = Callable[[Groups], Draft | None]

_LEAP_YEAR = 2000
_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}
"""The values of units that nobody has counted yet."""

_PIVOT = 50
"""Years of two digits: 49 is 2049, 50 is 1950, as in dates of news stories of our time."""

_UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}
_PERIODS: dict[str, Unit] = {**_UNITS, "decade": "decade", "century": "century"}
_YEARS = {"decade": 10, "century": 100}


def _word(groups: Groups, name: str) -> str:
    return " ".join(groups.get(name, "").lower().split()).rstrip(".")


def _mod(groups: Groups) -> str:
    words = time_words()
    if "fuzz" in groups:
        return words.fuzz[_word(groups, "fuzz")][0]
    return words.edges[_word(groups, "edge")] if "edge" in groups else ""


def _digits(groups: Groups) -> Draft | None:
    year = int(groups["year"])
    if len(groups["year"]) == 2:
        year += 2000 if year < _PIVOT else 1900
    day = day_of(year, int(groups["month_number"]), int(groups["day"]))
    return Draft("DATE", day.isoformat()) if day else None


def _date(groups: Groups) -> Draft | None:
    month = time_words().months[_word(groups, "month")]
    day = day_of(int(groups.get("year", _LEAP_YEAR)), month, int(groups["day"]))
    if day is None:
        return None
    if "year" in groups:
        return Draft("DATE", day.isoformat(), mod=_mod(groups))
    return Draft("DATE", f"XXXX-{day:%m-%d}", direction="ask", mod=_mod(groups))


def _month(groups: Groups) -> Draft | None:
    return _part_of_year(f"{time_words().months[_word(groups, 'month')]:02d}", groups)


def _season(groups: Groups) -> Draft | None:
    return _part_of_year(time_words().seasons[_word(groups, "season")], groups)


def _quarter(groups: Groups) -> Draft | None:
    return _part_of_year(f"Q{time_words().ordinals[_word(groups, 'ordinal')]}", groups)


def _part_of_year(part: str, groups: Groups) -> Draft:
    """A month, season or quarter: of a printed year, of one counted from now, last or next, or of none."""
    mod = _mod(groups)
    if "year" in groups:
        return Draft("DATE", f"{groups['year']}-{part}", mod=mod)
    offset = time_words().which.get(_word(groups, "which"), 0)
    if "unit" in groups or _word(groups, "which") == "this":
        return Draft("DATE", f"XXXX-{part}", "year", offset, mod=mod)
    return Draft("DATE", f"XXXX-{part}", "", _sign(offset), _toward(offset), mod)


def _sign(offset: int) -> int:
    return (offset > 0) - (offset < 0)


def _toward(offset: int) -> Direction | Literal["ask"]:
    return "past" if offset < 0 else "future" if offset > 0 else "ask"


def _year(groups: Groups) -> Draft | None:
    return Draft("DATE", groups["year"], mod=_mod(groups) or ("APPROX" if "around" in groups else ""))


def _decade(groups: Groups) -> Draft | None:
    words = time_words()
    if "decade" in groups:
        return Draft("DATE", str(words.decades[_word(groups, "decade")]), mod=_mod(groups))
    value = groups["decade_number"] if "decade_number" in groups else f"19{groups['decade_short']}"
    return Draft("DATE", value, mod=_mod(groups))


def _century(groups: Groups) -> Draft | None:
    number = int(groups["century_number"]) if "century_number" in groups else time_words().ordinals[_word(groups, "ordinal")]
    return Draft("DATE", f"{number - 1:02d}", mod=_mod(groups)) if number > 0 else None


def _weekday(groups: Groups) -> Draft | None:
    words = time_words()
    part = words.parts.get(_word(groups, "part"), "")
    value = f"XXXX-WXX-{words.weekdays[_word(groups, 'weekday')]}{part}"
    offset = words.which.get(_word(groups, "which"), 0)
    kind: TimeType = "TIME" if part else "DATE"
    if "unit" in groups:
        return Draft(kind, value, "week", offset, mod=_mod(groups))
    return Draft(kind, value, "", _sign(offset), _toward(offset), _mod(groups))


def _weekdays(groups: Groups) -> Draft | None:
    words = time_words()
    name = _word(groups, "weekday").removesuffix("s")
    return Draft("SET", f"XXXX-WXX-{words.weekdays[name]}{words.parts.get(_word(groups, 'part'), '')}", quant="EVERY")


def _day(groups: Groups) -> Draft | None:
    words = time_words()
    offset = words.days.get(_word(groups, "named_day"), -1 if "last_night" in groups else 0)
    night = "TNI" if "tonight" in groups else ""
    part = words.parts.get(_word(groups, "part"), night)
    return Draft("TIME" if part else "DATE", part, "day", offset, mod=_mod(groups))


def _counted(groups: Groups) -> Draft | None:
    """A unit counted from now; `earlier this week` is the part of it that has gone by, `later this year` what is left."""
    words = time_words()
    offset = words.which.get(_word(groups, "which"), 0)
    side = words.fuzz[_word(groups, "fuzz")][1] if "fuzz" in groups and offset == 0 else "none"
    unit = _word(groups, "period")
    return Draft(
        "DATE", "", _counting(unit), offset, "past" if side == "past" else "future" if side == "future" else "none", _mod(groups)
    )


def _counting(unit: str) -> Unit:
    return "decade" if unit == "decade" else "century" if unit == "century" else _UNITS[unit]


def _weekend(_: Groups) -> Draft | None:
    return Draft("DATE", "XXXX-WXX-WE", direction="ask")


def _number(groups: Groups, name: str) -> int | None:
    """The number printed, 1 for `a`, None for `several` and the like."""
    word = _word(groups, name)
    if word in ("a", "an"):
        return 1
    digits = word.replace(",", "")
    return int(digits) if digits.isdecimal() else time_words().numbers.get(word)


def _measure(groups: Groups, name: str) -> str:
    """The TIMEX3 value of so many units: `P3Y`, `PT36H`, `PXM`."""
    words = time_words()
    number = _number(groups, name)
    letters = words.letters[words.units[_word(groups, "units")]]
    if _word(groups, name).startswith("half"):
        return {"TH": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}.get(letters, "")
    clock, letter = letters[:-1] if letters.startswith("T") else "", letters.removeprefix("T")
    return f"P{clock}{'X' if number is None else number}{letter}"


def _away(groups: Groups, sign: int, mod: str) -> Draft | None:
    """A date so many units from now; hours and minutes make none, and units without a number only a side."""
    unit = time_words().units[_word(groups, "units")]
    number = _number(groups, "number")
    if unit in _YEARS and number is not None:
        return Draft("DATE", "", "year", sign * number * _YEARS[unit], mod=mod)
    if unit not in _UNITS:
        return None
    if number is None:
        return Draft("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    return Draft("DATE", "", _UNITS[unit], sign * number, mod=mod)


def _amount(groups: Groups, which: int) -> str:
    return time_words().amounts[_word(groups, "amount")][which] if "amount" in groups else ""


def _ago(groups: Groups) -> Draft | None:
    return _away(groups, -1, _amount(groups, 1))


def _from_now(groups: Groups) -> Draft | None:
    return _away(groups, 1, "APPROX" if "amount" in groups else "")


def _within(groups: Groups) -> Draft | None:
    length = _duration({**groups, "count": groups["number"]})
    if length is None:
        return None
    return Draft(length.type, length.value, direction="ask", mod=length.mod, future=_from_now(groups))


def _story(groups: Groups) -> Draft | None:
    """Two days later: of a day that the story tells, which nobody has looked for yet; so its value stays open."""
    value = _OPEN.get(time_words().units[_word(groups, "units")])
    return Draft("DATE", value) if value else None


def _story_weekday(groups: Groups) -> Draft | None:
    draft = _weekday(groups)
    return replace(draft, direction="none") if draft else None


def _stretch(groups: Groups) -> Draft | None:
    past = _word(groups, "stretch") in ("past", "last")
    several = _word(groups, "units") not in time_words().letters
    value = _measure({"count": "several" if several else "one", **groups}, "count")
    return Draft("DURATION", value, direction="past" if past else "future", mod=_amount(groups, 0))


def _duration(groups: Groups) -> Draft | None:
    value = _measure({"count": "several", **groups}, "count")
    return Draft("DURATION", value, mod=_amount(groups, 0)) if value else None


def _set(groups: Groups) -> Draft | None:
    value = _measure({"count": "two" if "other" in groups else "one", **groups}, "count")
    return Draft("SET", value, quant="EVERY")


def _adverb(groups: Groups) -> Draft | None:
    return Draft("SET", time_words().adverbs[_word(groups, "adverb")], quant="EVERY")


BUILDERS: dict[str, Builder] = {
    "digits": _digits,
    "date": _date,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "day": _day,
    "counted": _counted,
    "weekend": _weekend,
    "ago": _ago,
    "from_now": _from_now,
    "within": _within,
    "story": _story,
    "story_weekday": _story_weekday,
    "stretch": _stretch,
    "duration": _duration,
    "set": _set,
    "adverb": _adverb,
}
"""A rule's `make` → its builder; `nothing` has none."""
