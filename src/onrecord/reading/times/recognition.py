"""From a text to its unanchored times: match the rules, let the longest stand, ask the words around for a direction."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from onrecord.core.ids import item_id
from onrecord.core.readings import Time
from onrecord.core.spans import Span, joined
from onrecord.knowledge.times import TimeRule
from onrecord.reading.layout import Layout
from onrecord.reading.times.builders import BUILDERS
from onrecord.reading.times.direction import direction, side_of_whole
from onrecord.reading.times.drafts import Draft, Told
from onrecord.reading.times.neighbours import with_days, with_years
from onrecord.reading.times.slashes import in_order
from onrecord.reading.times.story import in_story
from onrecord.reading.times.triggers import windows

_DAY = re.compile(r"XXXX-(?:\d\d-\d\d|EA)")


class Found(NamedTuple):
    """A match of a rule; `draft` is None where the words only look like a time."""

    span: Span
    rank: int
    rule: str
    draft: Draft | None


def find_times(layout: Layout, document_id: str) -> tuple[Time, ...]:
    """The time expressions of a text, in order, none overlapping; dates counted from the writing are left unanchored.

    Rules are tried around the words that they need, within paragraphs: a sentence cut short after `Oct.` is common, an expression
    over a line break is not.
    """
    told = [_told(layout, found) for found in _standing(list(_matches(layout)))]
    return tuple(_time(document_id, one) for one in in_story(layout, with_days(layout, with_years(layout, in_order(layout, told)))))


def _matches(layout: Layout) -> Iterator[Found]:
    for rules, stretches in windows(layout):
        for rank, rule in rules:
            for stretch in stretches:
                yield from _matches_of(rule, rank, layout.text, stretch)


def _matches_of(rule: TimeRule, rank: int, text: str, window: Span) -> Iterator[Found]:
    for match in rule.pattern.finditer(text, *window):
        groups = rule.groups(match)
        span = Span(*match.span("x" if "x" in groups else 0))
        if rule.make == "nothing":
            yield Found(span, rank, rule.name, None)
        elif draft := BUILDERS[rule.make](groups):
            yield Found(span, rank, rule.name, draft)


def _standing(matches: list[Found]) -> list[Found]:
    """The matches that hold, in order: none that touches what only looks like a time, then the longest, then the first rule's."""
    taken = joined(sorted(found.span for found in matches if found.draft is None))
    standing: list[Found] = []
    for found in sorted(matches, key=lambda one: (one.span.start - one.span.end, one.rank, one.span)):
        at = bisect_left(taken, found.span)
        if found.draft and not any(found.span.overlaps(span) for span in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, found.span)
            standing.append(found)
    return sorted(standing, key=lambda one: one.span)


def _time(document_id: str, told: Told) -> Time:
    draft = told.draft
    side = draft.direction
    return Time(
        item_id("time", document_id, told.span),
        told.span,
        draft.type,
        draft.value,
        draft.unit,
        draft.offset,
        "none" if side == "ask" or side == "ask ahead" else side,
        draft.mod,
        draft.quant,
        draft.freq,
        told.rule,
        item_id("time", document_id, draft.counted_from) if draft.counted_from else "",
    )


def _told(layout: Layout, found: Found) -> Told:
    return Told(found.span, found.rule, _directed(layout, found.span, found.draft or Draft("DATE")))


def _directed(layout: Layout, span: Span, draft: Draft) -> Draft:
    """A draft with a direction, asked of the words around where it has none of its own."""
    if draft.type in ("DATE", "TIME") and draft.value[:4].isdecimal() and not draft.unit:
        return replace(draft, direction=side_of_whole(layout, span, year=len(draft.value) == 4))
    if draft.direction not in ("ask", "ask ahead"):
        return draft
    beside = _DAY.match(draft.value) is not None
    side = direction(layout, span, beside=beside, days=beside or draft.value.startswith("XXXX-W"))
    if draft.direction == "ask ahead" and side in (None, "near"):
        side = "future"
    if side is None and draft.type != "DURATION":
        return _untold(draft)
    if side == "future" and re.fullmatch(r"XXXX-Q\d", draft.value) and _OF_FIGURES.search(layout.text, *_around(span)):
        side = "near"
    if draft.type == "DURATION":
        return draft.future if draft.future and side == "future" else replace(draft, direction="none")
    return replace(draft, direction=side or "none")


_OF_FIGURES = re.compile(r"\bfor(?: (?:the|its|their))? [a-z]+ quarter$|[a-z]-quarter$", re.IGNORECASE)
"""A quarter that figures are of: a company that will report its third quarter has seen the end of it."""

_FOR = 10
"""Characters of `for` and an article before a quarter."""


def _around(span: Span) -> tuple[int, int]:
    return max(0, span.start - _FOR), span.end


def _untold(draft: Draft) -> Draft:
    """A draft where no word tells its side: the weekday that was, the nearest day, the month that was or soon will be."""
    if re.match(r"XXXX-WXX-\d", draft.value):
        return replace(draft, direction="past")
    days = draft.value.startswith("XXXX-W") or _DAY.match(draft.value)
    return replace(draft, direction="near", offset=0 if days else -1)
