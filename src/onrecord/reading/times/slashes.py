"""Days printed with slashes or dashes, in the order that a text shows elsewhere: `3/5/2018` is in March or in May."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from onrecord.reading.layout import Layout
from onrecord.reading.times.drafts import Draft, Told

_MONTH_FIRST = re.compile(r"(?:[A-Z][a-z]+\.?,? )?[A-Z][a-z]+\.? \d")
_DAY_FIRST = re.compile(r"(?:[A-Z][a-z]+\.?,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z]")


def in_order(layout: Layout, told: Sequence[Told]) -> list[Told]:
    """The times of a text, those that may be of two days as one of them where all other days of the text are printed in one order.

    Where the text shows no order, or both, such a time is a stretch that has both days in it.
    """
    if not any(one.draft.day_first for one in told):
        return list(told)
    orders: set[Order] = {order for one in told if (order := _order(layout, one))}
    return [replace(one, draft=_resolved(one.draft, orders)) if one.draft.day_first else one for one in told]


Order = Literal["", "month", "day"]


def _order(layout: Layout, one: Told) -> Order:
    words = layout.text[one.span.start : one.span.end]
    if one.draft.day_first or one.draft.type not in ("DATE", "TIME"):
        return ""
    if slashes := re.match(r"(\d{1,2})[/-](\d{1,2})[/-]", words):
        return "day" if int(slashes[1]) > _MONTHS else "month" if int(slashes[2]) > _MONTHS else ""
    return "month" if _MONTH_FIRST.match(words) else "day" if _DAY_FIRST.match(words) else ""


_MONTHS = 12


def _resolved(draft: Draft, orders: set[Order]) -> Draft:
    if len(orders) == 1:
        return replace(draft, value=draft.value if "month" in orders else draft.day_first, day_first="")
    first, last = sorted((draft.value, draft.day_first))
    return replace(draft, value=f"{first}/{last}", day_first="")
