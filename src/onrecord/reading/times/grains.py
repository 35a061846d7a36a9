"""How fine times are, and what can be counted from them."""

import re

from onrecord.reading.times.drafts import Draft

_FINE_ENOUGH = {
    "day": ("day",),
    "week": ("day", "week"),
    "weekend": ("day", "week"),
    "month": ("day", "month"),
    "season": ("day", "month", "season"),
    "quarter": ("day", "month", "quarter"),
    "year": ("day", "month", "season", "quarter", "year"),
}
"""Counted unit → what it can be counted from: two days after a month is no day."""

_GRAINS = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}-Q\d"), "quarter"),
    (re.compile(r"\d{4}-(?:SP|SU|FA|WI|H\d)"), "season"),
    (re.compile(r"\d{4}"), "year"),
    (re.compile(r"XXXX-WXX-\d"), "day"),
    (re.compile(r"XXXX-(?:\d\d-\d\d(?:\+\d)?|EA[+-]\d+)"), "day"),
    (re.compile(r"XXXX-\d\d"), "month"),
)


def is_fine_enough(draft: Draft, unit: str) -> bool:
    """Whether times can be counted from a time in a unit."""
    return grain(draft) in _FINE_ENOUGH.get(unit, ())


def grain(draft: Draft) -> str:
    """How fine a time is: the unit that it names one of, or "" where one cannot count from it."""
    if draft.type not in ("DATE", "TIME") or draft.story or draft.mod not in ("", "START", "MID", "END"):
        return ""
    whole = draft.value.partition("T")[0]
    if draft.unit and not whole:
        return draft.unit
    return next((name for pattern, name in _GRAINS if pattern.fullmatch(whole)), "")
