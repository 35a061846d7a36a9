"""Times counted from another that the story told before: `two days later`, `the previous week`, `that year`, `at 10 p.m.`.

The one before is the nearest in the paragraph, or a little above it, that is fine enough to count from. Where there is none,
or where the sum is not known before the document is dated, the value stays open.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.core.calendar import counted, days_of, shifted
from onrecord.reading.layout import Layout
from onrecord.reading.times.drafts import Draft, Told
from onrecord.reading.times.figures import QUARTER_BEFORE, beside_figures, is_longer, is_quarter, is_year_before

_FINE_ENOUGH = {
    "day": ("day",),
    "week": ("day", "week"),
    "weekend": ("day", "week"),
    "month": ("day", "month"),
    "quarter": ("day", "month", "quarter"),
    "year": ("day", "month", "quarter", "year"),
}
"""Counted unit → what it can be counted from: two days after a month is no day."""

_PARAGRAPHS = 2
"""How many paragraphs before its own the time that one is counted from may stand in; for a time of the clock none."""

_CLOCK = re.compile(r"T\d")

_TIMES = 12
"""How many times before it that one may be among."""


def in_story(layout: Layout, told: Sequence[Told]) -> Iterator[Told]:
    """The times of a text in order, those counted from the story resolved as far as it tells."""
    before: deque[Told] = deque(maxlen=_TIMES)
    quarter = False
    for one in told:
        if quarter and is_year_before(one.draft) and beside_figures(layout, one.span):
            one = replace(one, draft=QUARTER_BEFORE)
        elif one.draft.story:
            one = replace(one, draft=_resolved(layout, one, before))
        elif before and _ends_range(layout, before[-1], one):
            one = replace(one, draft=replace(one.draft, direction=before[-1].draft.direction))
        before.append(one)
        quarter = is_quarter(one.draft) or (quarter and not is_longer(one.draft))
        yield one


_RANGE = re.compile(r"\s*(to|through|until|till|and|[-–—])\s*")


def _ends_range(layout: Layout, first: Told, last: Told) -> bool:
    """Whether two open times are the ends of one stretch (`from June to August`), which both are of one side of the writing."""
    between = _RANGE.fullmatch(layout.text, first.span.end, last.span.start)
    if not between or first.draft.direction not in ("past", "future") or last.draft.direction == "none":
        return False
    if between[1] == "and" and last.draft.direction != "near":
        return False
    return _grain_of_open(first.draft) == _grain_of_open(last.draft) != ""


def _grain_of_open(draft: Draft) -> str:
    found = re.match(r"XXXX-(?:(?P<week>WXX-\d)|(?P<day>\d\d-\d\d)|(?P<month>\d\d))", draft.value)
    return (found.lastgroup or "") if found and not draft.unit and not draft.offset else ""


def _resolved(layout: Layout, one: Told, before: Sequence[Told]) -> Draft:
    draft = one.draft
    anchor = _anchor(layout, one, before)
    part = draft.value[draft.value.find("T") :] if "T" in draft.value else ""
    counted = _counted_from(draft, anchor, part) if anchor else None
    if counted is None and draft.unit == "year" and draft.offset < 0 and beside_figures(layout, one.span):
        # figures that no time stands beside are those of today: `up 4 percent from a year earlier`
        return replace(draft, value="", story=False)
    return counted or replace(draft, unit="", offset=0, story=False)


def _anchor(layout: Layout, one: Told, before: Sequence[Told]) -> Draft | None:
    above = layout.paragraph_at(one.span.start)
    for _ in range(0 if _CLOCK.search(one.draft.value) else _PARAGRAPHS):
        above = layout.paragraph_at(max(0, above.start - 1))
    for other in reversed(before):
        if other.span.start < above.start:
            return None
        if _grain(other.draft) in _FINE_ENOUGH.get(one.draft.unit or "day", ()):
            return other.draft
    return None


_GRAINS = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}-Q\d"), "quarter"),
    (re.compile(r"\d{4}"), "year"),
    (re.compile(r"XXXX-WXX-\d"), "day"),
    (re.compile(r"XXXX-\d\d-\d\d"), "day"),
)


def _grain(draft: Draft) -> str:
    """How fine a time is: the unit that it names one of, or "" where one cannot count from it."""
    if draft.type not in ("DATE", "TIME") or draft.story or draft.mod not in ("", "START", "MID", "END"):
        return ""
    whole = draft.value.partition("T")[0]
    if draft.unit and not whole:
        return draft.unit
    return next((grain for pattern, grain in _GRAINS if pattern.fullmatch(whole)), "")


def _counted_from(draft: Draft, anchor: Draft, part: str) -> Draft | None:
    """A draft counted from another one, or None where only the date of the document would tell."""
    whole = anchor.value.partition("T")[0]
    days = days_of(whole)
    if days is not None:
        value = _from_day(draft, days[0])
        return replace(draft, value=value + part, unit="", offset=0, story=False) if value else None
    if not draft.unit:
        return None
    if anchor.unit and not whole and anchor.direction == "none":
        return _from_counted(draft, anchor, part)
    return _from_open(draft, anchor, whole, part)


def _from_day(draft: Draft, day: date) -> str:
    weekday = re.match(r"XXXX-WXX-(\d)", draft.value)
    if draft.unit or weekday is None:
        return counted(day, draft.unit or "day", draft.offset)
    gap = int(weekday[1]) - day.isoweekday()
    step = gap % 7 or 7 if draft.offset > 0 else -(-gap % 7 or 7) if draft.offset < 0 else gap
    moved = shifted(day, step)
    return moved.isoformat() if moved else ""


def _from_counted(draft: Draft, anchor: Draft, part: str) -> Draft | None:
    """`last year … the year before`: two years back."""
    if anchor.unit == draft.unit:
        return replace(draft, value=part, offset=anchor.offset + draft.offset, story=False)
    if anchor.unit == "day" and draft.unit == "week":
        return replace(draft, value=part, unit="day", offset=anchor.offset + 7 * draft.offset, story=False)
    return None


def _from_open(draft: Draft, anchor: Draft, whole: str, part: str) -> Draft | None:
    """Days after a weekday that has gone by (`Monday … two days later`): the weekday that is so many days on."""
    if draft.unit != "day":
        return None
    if draft.offset == 0:
        return replace(anchor, type=draft.type, value=whole + part, mod="", future=None)
    weekday = re.fullmatch(r"XXXX-WXX-(\d)", whole)
    if weekday is None or anchor.direction != "past" or anchor.unit or not 0 < draft.offset < 7:
        return None
    value = f"XXXX-WXX-{(int(weekday[1]) + draft.offset - 1) % 7 + 1}{part}"
    return replace(anchor, type=draft.type, value=value, mod="", offset=0)
