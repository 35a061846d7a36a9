"""Builders of dates by the calendar and the clock: days, months, seasons, quarters, years, weekdays, holidays."""

from dataclasses import replace
from typing import Literal

from onrecord.core.calendar import counted, day_of, days_of, week_of
from onrecord.core.calendar import holiday as day_of_holiday
from onrecord.core.readings import Direction, TimeType
from onrecord.knowledge.times import time_words
from onrecord.reading.times.drafts import Draft
from onrecord.reading.times.groups import Builder, Groups, mod_in, word_in

_LEAP_YEAR = 2000

_PIVOT = 50
"""Years of two digits: 49 is 2049, 50 is 1950, as in dates of news stories of our time."""


def _whole_year(printed: str) -> int:
    year = int(printed)
    return year + (2000 if year < _PIVOT else 1900) if len(printed) == 2 else year


def _digits(groups: Groups) -> Draft | None:
    year = _whole_year(groups["year"])
    first, second = int(groups["month_number"]), int(groups["day"])
    day = day_of(year, first, second)
    other = day_of(year, second, first) if "slashes" in groups else None
    if day is None or other is None:
        one = day or other
        return Draft("DATE", one.isoformat()) if one else None
    return Draft("DATE", day.isoformat(), day_first="" if other == day else other.isoformat())


def _date(groups: Groups) -> Draft | None:
    month = time_words().months[word_in(groups, "month")]
    day = day_of(int(groups.get("year", _LEAP_YEAR)), month, int(groups["day"]))
    if day is None:
        return None
    if "year" in groups:
        return Draft("DATE", day.isoformat(), mod=mod_in(groups))
    return Draft("DATE", f"XXXX-{day:%m-%d}", direction="ask", mod=mod_in(groups))


def _ordinal_day(groups: Groups) -> Draft | None:
    words = time_words()
    year = {"year": str(_year_aloud(groups))} if "year_aloud" in groups else {}
    return _date({**groups, **year, "day": str(words.ordinals[word_in(groups, "ordinal_day").replace(" ", "-")])})


def _numbered_weekday(groups: Groups) -> Draft | None:
    """The second Tuesday in March: a day that moves as holidays do."""
    words = time_words()
    first = 7 * words.ordinals[word_in(groups, "ordinal")] - 6
    name = f"{words.months[word_in(groups, 'month')]:02d}-{first:02d}+{words.weekdays[word_in(groups, 'weekday')]}"
    return _on_holiday(name, groups)


def _days(groups: Groups) -> Draft | None:
    """Days from the one to the other: `Oct. 3–5`, `Oct. 30–Nov. 2`."""
    first = _date(groups)
    last = _date({**groups, "month": groups.get("to_month", groups["month"]), "day": groups["to_day"]})
    if first is None or last is None or first.value >= last.value:
        return None
    return replace(first, value=f"{first.value}/{last.value}")


def _month(groups: Groups) -> Draft | None:
    return _part_of_year(f"{time_words().months[word_in(groups, 'month')]:02d}", groups)


def _season(groups: Groups) -> Draft | None:
    return _part_of_year(time_words().seasons[word_in(groups, "season")], groups)


def _holiday(groups: Groups) -> Draft | None:
    """A holiday of a printed year, of one counted from now, last or next, or of none."""
    name = time_words().holidays[" ".join(groups["holiday"].lower().split())]
    return _on_holiday(name, groups)


def _on_holiday(name: str, groups: Groups) -> Draft | None:
    if "year" in groups:
        day = day_of_holiday(int(groups["year"]), name)
        return Draft("DATE", day.isoformat()) if day else None
    return _part_of_year(name, groups)


def _week_of(groups: Groups) -> Draft | None:
    """The week of May 5, Easter week."""
    draft = _holiday(groups) if "holiday" in groups else _date(groups)
    if draft is None or draft.unit:
        return None
    days = days_of(draft.value)
    if days is None:
        return replace(draft, value=f"{draft.value}W")
    return replace(draft, value=counted(days[0], "week", 0) if "holiday" in groups else week_of(days[0]))


def _part_of_year(part: str, groups: Groups) -> Draft:
    """A month, season or quarter: of a printed year, of one counted from now, last or next, or of none."""
    mod = mod_in(groups)
    if "year" in groups:
        return Draft("DATE", f"{groups['year']}-{part}", mod=mod)
    offset = time_words().which.get(word_in(groups, "which"), 0)
    if "unit" in groups or word_in(groups, "which") == "this":
        return Draft("DATE", f"XXXX-{part}", "year", offset, mod=mod)
    return Draft("DATE", f"XXXX-{part}", "", _sign(offset), _toward(offset), mod)


def _sign(offset: int) -> int:
    return (offset > 0) - (offset < 0)


Side = Direction | Literal["ask", "ask ahead"]


def _toward(offset: int) -> Side:
    return "past" if offset < 0 else "future" if offset > 0 else "ask"


def _quarter(groups: Groups) -> Draft | None:
    """A quarter of a printed year, of the year before that of the writing, or one near it."""
    part = f"Q{_LAST_QUARTER.get(word_in(groups, 'ordinal')) or time_words().ordinals[word_in(groups, 'ordinal')]}"
    mod = "APPROX" if "fiscal" in groups else ""
    if "ago" in groups:
        return Draft("DATE", f"XXXX-{part}", "year", -1, mod=mod)
    draft = _part_of_year(part, groups)
    return replace(draft, mod=mod or draft.mod)


_LAST_QUARTER = {"final": 4, "last": 4}
"""Other names of the fourth quarter of a year."""


def _half(groups: Groups) -> Draft | None:
    """A half of a year, or of a decade, which has no name for its halves: its first or last part."""
    half = time_words().halves[word_in(groups, "half")]
    if "year" in groups:
        return Draft("DATE", f"{groups['year']}-{half}")
    draft = _decade(groups)
    return replace(draft, mod="START" if half == "H1" else "END") if draft else None


def _half_counted(groups: Groups) -> Draft | None:
    words = time_words()
    if "half_joined" in groups:
        return _part_of_year(words.halves[f"{word_in(groups, 'half_joined')} half"], groups)
    half = words.halves[word_in(groups, "half")]
    return Draft("DATE", f"XXXX-{half}", "year", time_words().which.get(word_in(groups, "which"), 0))


def _fiscal(groups: Groups) -> Draft | None:
    """A fiscal or school year, which begins and ends within the calendar's years beside it."""
    if "year" in groups:
        return Draft("DATE", groups["year"], mod="APPROX")
    offset = -1 if "latest" in groups else time_words().which.get(word_in(groups, "which"), 0)
    return Draft("DATE", "", "year", offset, mod="APPROX")


def _year(groups: Groups) -> Draft | None:
    if "year_short" in groups:
        return Draft("DATE", str(_whole_year(groups["year_short"])))
    return Draft("DATE", groups["year"], mod=mod_in(groups) or ("APPROX" if "around" in groups else ""))


def _year_on(groups: Groups) -> Draft | None:
    return Draft("DATE", groups["year"], mod="ON_OR_AFTER")


def _years(groups: Groups) -> Draft | None:
    """Years from the one to the other: `2018-19`, `2016–2018`."""
    first, printed = int(groups["from_year"]), groups["to_year"]
    last = int(printed) if len(printed) == 4 else first - first % 100 + int(printed)
    last += 100 if len(printed) == 2 and first % 100 == 99 else 0
    # `2018-11` is a month, `2018-19` are years
    reach = 1 if len(printed) == 2 and groups["dash"] == "-" else 100
    return Draft("DATE", f"{first}/{last}", mod=mod_in(groups)) if first < last <= first + reach else None


def _year_end(groups: Groups) -> Draft | None:
    if "year" in groups:
        return Draft("DATE", groups["year"], mod="END")
    return Draft("DATE", "", "year", time_words().which.get(word_in(groups, "which"), 0), mod="END")


def _year_aloud(groups: Groups) -> int:
    return time_words().years[word_in(groups, "year_aloud").replace("-", " ").replace(" and ", " ")]


def _aloud(groups: Groups) -> Draft | None:
    year = str(_year_aloud(groups))
    return _month({**groups, "year": year}) if "month" in groups else Draft("DATE", year)


def _beside_year(groups: Groups) -> Draft | None:
    return Draft("DATE", groups["year"], mod={"pre": "BEFORE", "post": "AFTER"}[word_in(groups, "beside")])


_FIRST_DECADE = "190"
"""The first of `the 1900s` and `the 2000s` that is called after its decade as often as after its century."""


def _decade(groups: Groups) -> Draft | None:
    words = time_words()
    if "decade" in groups:
        return Draft("DATE", str(words.decades[word_in(groups, "decade")]), mod=mod_in(groups))
    value = groups["decade_number"] if "decade_number" in groups else f"19{groups['decade_short']}"
    if value.endswith("0") and value < _FIRST_DECADE:
        # the 1800s are a century
        value = value[:2]
    return Draft("DATE", value, mod=mod_in(groups))


def _century(groups: Groups) -> Draft | None:
    number = int(groups["century_number"]) if "century_number" in groups else time_words().ordinals[word_in(groups, "ordinal")]
    return Draft("DATE", f"{number - 1:02d}", mod=mod_in(groups)) if number > 0 else None


def weekday(groups: Groups) -> Draft | None:
    """A weekday of a week counted from now, last or next, or of none, with its part of the day."""
    words = time_words()
    part = words.parts.get(word_in(groups, "part"), "")
    value = f"XXXX-WXX-{words.weekdays[word_in(groups, 'weekday')]}{part}"
    offset = words.which.get(word_in(groups, "which"), 0)
    kind: TimeType = "TIME" if part else "DATE"
    if "unit" in groups:
        return Draft(kind, value, "week", offset, mod=mod_in(groups))
    side: Side = "ask ahead" if word_in(groups, "which") == "this" else _toward(offset)
    # last Saturday is not yesterday, this past Saturday may be
    asked = _sign(offset) if word_in(groups, "which") in ("last", "next") else 0
    return Draft(kind, value, "", asked, side, mod_in(groups))


def _weekdays(groups: Groups) -> Draft | None:
    words = time_words()
    name = word_in(groups, "weekday").removesuffix("s")
    return Draft("SET", f"XXXX-WXX-{words.weekdays[name]}{words.parts.get(word_in(groups, 'part'), '')}", quant="EVERY")


def _weekends(_: Groups) -> Draft | None:
    return Draft("SET", "XXXX-WXX-WE", quant="EVERY")


def _day(groups: Groups) -> Draft | None:
    words = time_words()
    offset = words.days.get(word_in(groups, "named_day"), -1 if "last_night" in groups else 0)
    night = "TNI" if "tonight" in groups else ""
    part = words.parts.get(word_in(groups, "part"), night)
    return Draft("TIME" if part else "DATE", part, "day", offset, mod=mod_in(groups))


def _clock(groups: Groups) -> Draft | None:
    """A time of the clock, on the day printed beside it, else on one that the story tells."""
    hour = _hour(groups)
    build = next((build for printed, build in _CLOCK_DAYS if printed in groups), None)
    if "this_day" in groups:
        return Draft("TIME", hour, "day")
    if build is None:
        return Draft("TIME", f"XXXX-XX-XX{hour}", "day", story=True)
    day = build(groups)
    return replace(day, type="TIME", value=day.value.partition("T")[0] + hour, mod="") if day else None


_CLOCK_DAYS: tuple[tuple[str, Builder], ...] = (("month", _date), ("weekday", weekday), ("named_day", _day))


def _hour(groups: Groups) -> str:
    if "hour_name" in groups:
        return time_words().hours[word_in(groups, "hour_name")]
    if "hour_of_day" in groups:
        return f"T{groups['hour_of_day']}:{groups['minute']}"
    if "half_day" in groups:
        after_noon = groups["half_day"] in "pP"
    else:
        # 6:15 in the evening, but 12:30 at night
        after_noon = word_in(groups, "part") != "morning" and not (int(groups["hour"]) % 12 < _SMALL_HOURS and _is_night(groups))
    hour = int(groups["hour"]) % 12 + (12 if after_noon else 0)
    return f"T{hour:02d}:{groups.get('minute', '00')}"


_SMALL_HOURS = 5
"""Hours from midnight on that are the night's, and not the evening's."""


def _is_night(groups: Groups) -> bool:
    return word_in(groups, "part") == "night" and "weekday" not in groups and "named_day" not in groups


def _part_of_day(groups: Groups) -> Draft | None:
    """The morning of Oct. 7, the night of Tuesday."""
    part = time_words().parts[word_in(groups, "part")]
    day = _date(groups) if "month" in groups else weekday({**groups, "part": ""})
    return replace(day, type="TIME", value=day.value + part) if day else None


BUILDERS: dict[str, Builder] = {
    "part_of_day": _part_of_day,
    "digits": _digits,
    "date": _date,
    "ordinal_day": _ordinal_day,
    "week_of": _week_of,
    "days": _days,
    "years": _years,
    "clock": _clock,
    "holiday": _holiday,
    "numbered_weekday": _numbered_weekday,
    "half": _half,
    "half_counted": _half_counted,
    "fiscal": _fiscal,
    "year_end": _year_end,
    "aloud": _aloud,
    "beside_year": _beside_year,
    "month": _month,
    "season": _season,
    "quarter": _quarter,
    "year": _year,
    "year_on": _year_on,
    "decade": _decade,
    "century": _century,
    "weekday": weekday,
    "weekdays": _weekdays,
    "weekends": _weekends,
    "day": _day,
}
