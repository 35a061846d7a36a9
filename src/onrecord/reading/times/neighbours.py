"""Times beside others that are the same or share a year: `tomorrow, Tuesday`, `from July to December 2006`.

Each is counted from the other, so that both are of one day or year whatever the verbs around them are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.reading.layout import Layout
from onrecord.reading.times.drafts import Draft, Told

_WHOLE = re.compile(r"\d{4}-\d\d(?P<day>-\d\d)?")
_OPEN = re.compile(r"XXXX-\d\d(?P<day>-\d\d)?")

_JOINED = re.compile(r"\s*(?:to|through|until|till|and|or|,|, and|, or|&|[-–—])\s*")
_LED_TO = re.compile(r"\s*(?:to|through|until|till|[-–—])\s*")


def with_years(layout: Layout, told: Sequence[Told]) -> list[Told]:
    """The times of a text in order, those without a year counted from the one with a year that they are joined to.

    What a stretch with a year leads to is the first of its name from there on, and what stands before a year the last up to there.
    """
    done = list(told)
    for at, (first, last) in enumerate(pairwise(done)):
        if (
            _is_open(last.draft)
            and _has_year(first.draft, last.draft)
            and _LED_TO.fullmatch(layout.text, first.span.end, last.span.start)
        ):
            done[at + 1] = replace(last, draft=replace(last.draft, direction="future", offset=1, counted_from=first.span))
    for at in reversed(range(len(done) - 1)):
        one, other = done[at : at + 2]
        if (
            _is_open(one.draft)
            and _has_year(other.draft, one.draft)
            and _JOINED.fullmatch(layout.text, one.span.end, other.span.start)
        ):
            done[at] = replace(one, draft=replace(one.draft, direction="past", offset=0, counted_from=other.span))
    return done


def with_days(layout: Layout, told: Sequence[Told]) -> list[Told]:
    """The times of a text in order, weekdays counted from the day that they are printed beside: `tomorrow, Tuesday (Oct. 31)`."""
    done = list(told)
    for at, one in enumerate(told):
        if _WEEKDAY.fullmatch(one.draft.value) and not one.draft.unit:
            for other, gap, start, end in _neighbours(told, at):
                if _names_a_day(other.draft) and gap.fullmatch(layout.text, start, end):
                    done[at] = replace(one, draft=replace(one.draft, direction="near", offset=0, counted_from=other.span))
    return done


def _neighbours(told: Sequence[Told], at: int) -> Iterator[tuple[Told, re.Pattern[str], int, int]]:
    """The times beside one, with what may stand between them and where that stands."""
    one = told[at]
    if at:
        yield told[at - 1], _BEFORE_NAME_OF_NOW if told[at - 1].draft.unit else _BEFORE_NAME, told[at - 1].span.end, one.span.start
    if at + 1 < len(told):
        yield told[at + 1], _AFTER_NAME, one.span.end, told[at + 1].span.start


_WEEKDAY = re.compile(r"XXXX-WXX-\d")
_BEFORE_NAME = re.compile(r",\s+an?\s+|\s+\((?:a\s+)?")
_BEFORE_NAME_OF_NOW = re.compile(r",\s+(?:a\s+)?|\s+\(")
_AFTER_NAME = re.compile(r"\s+\((?:the\s+)?")


def _names_a_day(draft: Draft) -> bool:
    """Whether a draft is a day by its date, or today, tomorrow or yesterday."""
    named = draft.unit == "day" and not draft.value and not draft.ago and not draft.story
    return draft.type == "DATE" and (named or re.fullmatch(r"(?:\d{4}|XXXX)-\d\d-\d\d", draft.value) is not None)


def _is_open(draft: Draft) -> bool:
    """Whether a draft is a month or a day of the year that lacks its year."""
    return draft.type == "DATE" and not (draft.unit or draft.counted_from) and _OPEN.fullmatch(draft.value) is not None


def _has_year(draft: Draft, like: Draft) -> bool:
    """Whether a draft has a year, of its own or of another beside it, and is as fine as the one that lacks it."""
    shape = _OPEN if draft.counted_from else _WHOLE
    whole, open_one = shape.fullmatch(draft.value), _OPEN.fullmatch(like.value)
    return draft.type == "DATE" and whole is not None and open_one is not None and bool(whole["day"]) == bool(open_one["day"])
