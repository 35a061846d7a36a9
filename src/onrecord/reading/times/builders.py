"""From the words of a match to a draft: one builder for each `make` of the rules.

A builder gets the match's groups by name, as they are printed, and gives a draft, or None where they make no time after all
(`February 30`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from onrecord.core.calendar import day_of, holiday
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


def _ordinal_day(groups: Groups) -> Draft | None:
    return _date({**groups, "day": str(time_words().ordinals[_word(groups, "ordinal_day")])})


def _holiday(groups: Groups) -> Draft | None:
    """A holiday of a printed year, of one counted from now, last or next, or of none."""
    name = time_words().holidays[" ".join(groups["holiday"].lower().split())]
    if "year" in groups:
        day = holiday(int(groups["year"]), name)
        return Draft("DATE", day.isoformat()) if day else None
    return _part_of_year(name, groups)


def _days(groups: Groups) -> Draft | None:
    """Days from the one to the other: `Oct. 3–5`, `Oct. 30–Nov. 2`."""
    first = _date(groups)
    last = _date({**groups, "month": groups.get("to_month", groups["month"]), "day": groups["to_day"]})
    if first is None or last is None or first.value >= last.value:
        return None
    return replace(first, value=f"{first.value}/{last.value}")


def _years(groups: Groups) -> Draft | None:
    """Years from the one to the other: `2018-19`, `2016–2018`."""
    first, printed = int(groups["from_year"]), groups["to_year"]
    last = int(printed) if len(printed) == 4 else first - first % 100 + int(printed)
    last += 100 if len(printed) == 2 and first % 100 == 99 else 0
    # `2018-11` is a month, `2018-19` are years
    reach = 1 if len(printed) == 2 and groups["dash"] == "-" else 100
    return Draft("DATE", f"{first}/{last}", mod=_mod(groups)) if first < last <= first + reach else None


def _clock(groups: Groups) -> Draft | None:
    """A time of the clock, on the day printed beside it, else on one that the story tells."""
    hour = _hour(groups)
    make = next((make for word, make in _CLOCK_DAYS if word in groups), None)
    if make is None:
        return Draft("TIME", f"XXXX-XX-XX{hour}", "day", story=True)
    day = BUILDERS[make](groups)
    return replace(day, type="TIME", value=day.value.partition("T")[0] + hour, mod="") if day else None


_CLOCK_DAYS = (("month", "date"), ("weekday", "weekday"), ("named_day", "day"))


def _hour(groups: Groups) -> str:
    if "hour_name" in groups:
        return time_words().hours[_word(groups, "hour_name")]
    hour = int(groups["hour"]) % 12 + (12 if groups["half_day"] in "pP" else 0)
    return f"T{hour:02d}:{groups.get('minute', '00')}"


def _reference(groups: Groups) -> Draft | None:
    return Draft("DATE", time_words().references[_word(groups, "reference")])


def _vague(groups: Groups) -> Draft | None:
    """Units of no number near now: `recent years` and `future quarters` of no length, `the coming months` of an open one."""
    reference = {"recent": "PAST_REF", "past": "PAST_REF", "future": "FUTURE_REF"}.get(_word(groups, "nearness"))
    if reference:
        return Draft("DATE", reference)
    return Draft("DURATION", _measure({**groups, "count": "several"}, "count"), direction="future")


def _season(groups: Groups) -> Draft | None:
    return _part_of_year(time_words().seasons[_word(groups, "season")], groups)


def _quarter(groups: Groups) -> Draft | None:
    """A quarter of a printed year, of the year before that of the writing, or one near it."""
    part = f"Q{time_words().ordinals[_word(groups, 'ordinal')]}"
    mod = "APPROX" if "fiscal" in groups else ""
    if "ago" in groups:
        return Draft("DATE", f"XXXX-{part}", "year", -1, mod=mod)
    draft = _part_of_year(part, groups)
    return replace(draft, mod=mod or draft.mod)


def _results(groups: Groups) -> Draft | None:
    """The period that a company's figures are of: the quarter that ended last, or the one a year before it."""
    return Draft("DATE", "", "quarter", -5 if "ago" in groups else -1)


def _half(groups: Groups) -> Draft | None:
    """A half of a year, or of a decade, which has no name for its halves: its first or last part."""
    half = time_words().halves[_word(groups, "half")]
    if "year" in groups:
        return Draft("DATE", f"{groups['year']}-{half}")
    draft = _decade(groups)
    return replace(draft, mod="START" if half == "H1" else "END") if draft else None


def _half_counted(groups: Groups) -> Draft | None:
    half = time_words().halves[_word(groups, "half")]
    return Draft("DATE", f"XXXX-{half}", "year", time_words().which.get(_word(groups, "which"), 0))


def _fiscal(groups: Groups) -> Draft | None:
    """A fiscal or school year, which begins and ends within the calendar's years beside it."""
    if "year" in groups:
        return Draft("DATE", groups["year"], mod="APPROX")
    return Draft("DATE", "", "year", time_words().which.get(_word(groups, "which"), 0), mod="APPROX")


def _whole_unit(groups: Groups) -> Draft | None:
    """The week, the month or the year that runs: `for the year`."""
    return Draft("DATE", "", _counting(_word(groups, "period")), 0)


def _year_end(groups: Groups) -> Draft | None:
    if "year" in groups:
        return Draft("DATE", groups["year"], mod="END")
    return Draft("DATE", "", "year", time_words().which.get(_word(groups, "which"), 0), mod="END")


def _aloud(groups: Groups) -> Draft | None:
    year = str(time_words().years[_word(groups, "year_aloud").replace("-", " ").replace(" and ", " ")])
    return _month({**groups, "year": year}) if "month" in groups else Draft("DATE", year)


def _beside_year(groups: Groups) -> Draft | None:
    return Draft("DATE", groups["year"], mod={"pre": "BEFORE", "post": "AFTER"}[_word(groups, "beside")])


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
    """The TIMEX3 value of so many units: `P3Y`, `PT36H`, `PXM`, `P2Y6M`; decades and centuries that are counted are years."""
    words = time_words()
    number = _number(groups, name)
    unit = words.units[_word(groups, "units")]
    letters = words.letters[unit]
    if number is not None and unit in _YEARS and not _word(groups, name).startswith("half"):
        return f"P{number * _YEARS[unit]}Y"
    if parts := _fraction(groups, name, unit):
        return parts
    if _word(groups, name).startswith("half"):
        return {"TH": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}.get(letters, "")
    clock, letter = letters[:-1] if letters.startswith("T") else "", letters.removeprefix("T")
    return f"P{clock}{'X' if number is None else number}{letter}"


_HALF_UNITS = {"minute": "30S", "hour": "30M", "day": "T12H", "year": "6M", "month": "15D"}


def _fraction(groups: Groups, name: str, unit: str) -> str:
    """The value of units and a half (`2 1/2 years`, `a year and a half`, `1.5 hours`), or "" where the number is whole."""
    words = time_words()
    found = re.fullmatch(r"(\d+)(?: 1/2|\.5)", _word(groups, name))
    number = int(found[1]) if found else _number(groups, name) if "and_a_half" in groups else None
    if number is None:
        return ""
    letters = words.letters[unit]
    clock, letter = ("T", letters[1:]) if letters.startswith("T") else ("", letters)
    return f"P{clock}{number}{letter}{_HALF_UNITS[unit]}" if unit in _HALF_UNITS else f"P{clock}{number}.5{letter}"


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
    draft = _away(groups, -1, _amount(groups, 1))
    return replace(draft, ago=True) if draft else None


def _from_now(groups: Groups) -> Draft | None:
    return _away(groups, 1, "APPROX" if "amount" in groups else "")


def _within(groups: Groups) -> Draft | None:
    length = _duration({**groups, "count": groups["number"]})
    if length is None:
        return None
    return Draft(length.type, length.value, direction="ask", mod=length.mod, future=_from_now(groups))


def _story(groups: Groups) -> Draft | None:
    """Two days later, the previous week, that year: counted from a time that the story told before."""
    unit = time_words().units[_word(groups, "units")]
    number = 1 if "story_which" in groups else _number(groups, "number")
    if unit not in _UNITS and unit not in _YEARS:
        return None
    if number is None:
        return Draft("DATE", _OPEN.get(unit, "XXXX"))
    counted = _UNITS.get(unit, "year")
    offset = _story_sign(groups) * number * _YEARS.get(unit, 1)
    part = time_words().parts.get(_word(groups, "part"), "")
    kind: TimeType = "TIME" if part else "DATE"
    return Draft(
        kind,
        _OPEN.get(counted, "XXXX") + part,
        counted,
        offset,
        mod=_amount(groups, 1),
        story=True,
        ago="number" in groups and offset < 0,
    )


def _story_sign(groups: Groups) -> int:
    word = _word(groups, "story_which") or _word(groups, "story_side")
    return {"previous": -1, "preceding": -1, "earlier": -1, "before": -1, "same": 0, "that": 0, "that same": 0}.get(word, 1)


def _story_part(groups: Groups) -> Draft | None:
    """The next morning, that night: a part of a day counted from the one that the story tells."""
    part = time_words().parts[_word(groups, "part")]
    return Draft("TIME", f"XXXX-XX-XX{part}", "day", _story_sign(groups), story=True)


def _story_weekday(groups: Groups) -> Draft | None:
    draft = _weekday(groups)
    return replace(draft, direction="none", offset=_story_sign(groups), story=True) if draft else None


def _stretch(groups: Groups) -> Draft | None:
    past = _word(groups, "stretch") in ("past", "last")
    several = _word(groups, "units") not in time_words().letters
    value = _measure({"count": "several" if several else "one", **groups}, "count")
    return Draft("DURATION", value, direction="past" if past else "future", mod=_amount(groups, 0))


def _duration(groups: Groups) -> Draft | None:
    value = _measure({"count": "several", **groups}, "count")
    return Draft("DURATION", value, mod=_amount(groups, 0)) if value else None


def _single(groups: Groups) -> Draft | None:
    return _duration({"count": "one", **groups})


def _present(_: Groups) -> Draft | None:
    return Draft("DATE", "PRESENT_REF")


def _to_come(_: Groups) -> Draft | None:
    return Draft("DATE", "FUTURE_REF")


def _each(groups: Groups) -> Draft | None:
    """Each of a month or season: every July, each spring."""
    words = time_words()
    part = f"{words.months[_word(groups, 'month')]:02d}" if "month" in groups else words.seasons[_word(groups, "season")]
    return Draft("SET", f"XXXX-{part}", quant="EVERY")


def _set(groups: Groups) -> Draft | None:
    value = _measure({"count": "two" if "other" in groups else "one", **groups}, "count")
    return Draft("SET", value, quant="EVERY")


def _adverb(groups: Groups) -> Draft | None:
    return Draft("SET", time_words().adverbs[_word(groups, "adverb")], quant="EVERY")


BUILDERS: dict[str, Builder] = {
    "digits": _digits,
    "date": _date,
    "ordinal_day": _ordinal_day,
    "days": _days,
    "years": _years,
    "clock": _clock,
    "holiday": _holiday,
    "reference": _reference,
    "vague": _vague,
    "results": _results,
    "half": _half,
    "half_counted": _half_counted,
    "fiscal": _fiscal,
    "whole_unit": _whole_unit,
    "year_end": _year_end,
    "aloud": _aloud,
    "beside_year": _beside_year,
    "each": _each,
    "single": _single,
    "present": _present,
    "to_come": _to_come,
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
    "story_part": _story_part,
    "story_weekday": _story_weekday,
    "stretch": _stretch,
    "duration": _duration,
    "set": _set,
    "adverb": _adverb,
}
"""A rule's `make` → its builder; `nothing` has none."""
