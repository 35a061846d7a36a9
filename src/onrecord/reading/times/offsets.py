"""Builders of times counted from the writing or from the story, and of those that nobody could date."""

from dataclasses import replace

from onrecord.core.readings import TimeType
from onrecord.knowledge.times import time_words
from onrecord.reading.times.dates import weekday
from onrecord.reading.times.drafts import Draft, Unit
from onrecord.reading.times.groups import (
    UNITS,
    YEARS_IN,
    Builder,
    Groups,
    amount_in,
    counting,
    mod_in,
    number_and_a_half_in,
    number_in,
    word_in,
)
from onrecord.reading.times.lengths import duration

_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}
"""The values of units that nobody has counted yet."""


def _counted(groups: Groups) -> Draft | None:
    """A unit counted from now; `earlier this week` is the part of it that has gone by, `later this year` what is left."""
    words = time_words()
    offset = words.which.get(word_in(groups, "which"), 0)
    side = words.fuzz[word_in(groups, "fuzz")][1] if "fuzz" in groups and offset == 0 else "none"
    unit = word_in(groups, "period")
    if unit == "weekend" and offset == 0:
        # `took place this weekend` on a Tuesday is of the one gone by
        return _weekend(groups)
    return Draft(
        "DATE", "", counting(unit), offset, "past" if side == "past" else "future" if side == "future" else "none", mod_in(groups)
    )


def _weekend(_: Groups) -> Draft | None:
    return Draft("DATE", "XXXX-WXX-WE", direction="ask")


def _whole_unit(groups: Groups) -> Draft | None:
    """The week, the month or the year that runs: `for the year`."""
    return Draft("DATE", "", counting(word_in(groups, "period")), 0)


def _results(groups: Groups) -> Draft | None:
    """The period that a company's figures are of: the quarter that ended last, the one a year before it, or one of that year."""
    if "year" in groups:
        return Draft("DATE", groups["year"], figures="year")
    if "ago" in groups:
        return Draft("DATE", "", "quarter", -5, figures="year before")
    return Draft("DATE", "", "quarter", -1, figures="period")


def _away(groups: Groups, sign: int, mod: str) -> Draft | None:
    """A date so many units from now; hours and minutes make none, and units without a number only a side."""
    unit = time_words().units[word_in(groups, "units")]
    number = number_in(groups, "number")
    if unit in YEARS_IN and number is not None:
        return Draft("DATE", "", "year", sign * number * YEARS_IN[unit], mod=mod)
    if unit not in UNITS:
        return None
    if number is None:
        return Draft("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    return Draft("DATE", "", UNITS[unit], sign * number, mod=mod)


def _ago(groups: Groups) -> Draft | None:
    half = 0 if word_in(groups, "number").startswith("half") else number_and_a_half_in(groups, "number")
    if half is not None:
        return _and_a_half_ago(groups, half)
    draft = _away(groups, -1, amount_in(groups, 1) or ("APPROX" if "to_count" in groups else ""))
    return replace(draft, ago=True) if draft else None


def _and_a_half_ago(groups: Groups, number: int) -> Draft | None:
    """A year and a half ago: counted in units so much smaller, and about then."""
    smaller = _HALVED.get(time_words().units[word_in(groups, "units")])
    if smaller is None:
        return None
    unit, count = smaller
    return Draft("DATE", "", unit, -number * count - count // 2, mod="APPROX")


_HALVED: dict[str, tuple[Unit, int]] = {"week": ("day", 7), "month": ("week", 4), "year": ("quarter", 4), "decade": ("year", 10)}
"""Units of which a half is counted in smaller ones, and how many of those they have."""


def _from_now(groups: Groups) -> Draft | None:
    return _away(groups, 1, "APPROX" if "amount" in groups else "")


def _within(groups: Groups) -> Draft | None:
    length = duration({**groups, "count": groups["number"]})
    if length is None:
        return None
    return Draft(length.type, length.value, direction="ask", mod=length.mod, future=_from_now(groups))


def _story(groups: Groups) -> Draft | None:
    """Two days later, the previous week, that year: counted from a time that the story told before."""
    unit = time_words().units[word_in(groups, "units")]
    number = number_in(groups, "number") if "number" in groups else 1
    if unit not in UNITS and unit not in YEARS_IN:
        return None
    if number is None:
        return Draft("DATE", _OPEN.get(unit, "XXXX"))
    counted = UNITS.get(unit, "year")
    offset = _story_sign(groups) * number * YEARS_IN.get(unit, 1)
    part = time_words().parts.get(word_in(groups, "part"), "")
    kind: TimeType = "TIME" if part else "DATE"
    return Draft(
        kind,
        _OPEN.get(counted, "XXXX") + part,
        counted,
        offset,
        mod=amount_in(groups, 1),
        story=True,
        ago="number" in groups and offset < 0,
    )


def _story_sign(groups: Groups) -> int:
    return time_words().story[word_in(groups, "story_which") or word_in(groups, "story_side")]


def _story_part(groups: Groups) -> Draft | None:
    """The next morning, that night: a part of a day counted from the one that the story tells."""
    part = time_words().parts[word_in(groups, "part")]
    return Draft("TIME", f"XXXX-XX-XX{part}", "day", _story_sign(groups), story=True)


def _story_part_of_year(groups: Groups) -> Draft | None:
    """The following June, that summer: a month or season counted from a time that the story told before."""
    words = time_words()
    part = f"{words.months[word_in(groups, 'month')]:02d}" if "month" in groups else words.seasons[word_in(groups, "season")]
    return Draft("DATE", f"XXXX-{part}", offset=_story_sign(groups), story=True)


def _story_weekday(groups: Groups) -> Draft | None:
    draft = weekday(groups)
    return replace(draft, direction="none", offset=_story_sign(groups), story=True) if draft else None


def _weekday_ago(groups: Groups) -> Draft | None:
    """A week ago Monday: the Monday of a week counted from now."""
    day, number = weekday(groups), number_in(groups, "number")
    return Draft("DATE", day.value, "week", -number) if day and number else None


def _open_weekday(groups: Groups) -> Draft | None:
    """On a Monday: nobody says which."""
    day = weekday(groups)
    return replace(day, direction="none") if day else None


def _reference(groups: Groups) -> Draft | None:
    words = time_words()
    return Draft(
        "DATE", words.alone[word_in(groups, "alone")] if "alone" in groups else words.references[word_in(groups, "reference")]
    )


def _present(_: Groups) -> Draft | None:
    return Draft("DATE", "PRESENT_REF")


def _gone_by(_: Groups) -> Draft | None:
    return Draft("DATE", "PAST_REF")


def _to_come(_: Groups) -> Draft | None:
    return Draft("DATE", "FUTURE_REF")


BUILDERS: dict[str, Builder] = {
    "reference": _reference,
    "results": _results,
    "whole_unit": _whole_unit,
    "present": _present,
    "to_come": _to_come,
    "gone_by": _gone_by,
    "counted": _counted,
    "weekend": _weekend,
    "ago": _ago,
    "from_now": _from_now,
    "within": _within,
    "story": _story,
    "story_part": _story_part,
    "story_part_of_year": _story_part_of_year,
    "story_weekday": _story_weekday,
    "weekday_ago": _weekday_ago,
    "open_weekday": _open_weekday,
}
