"""Times counted from another that the story told before: `two days later`, `the previous week`, `that year`, `at 10 p.m.`.

The one before is the nearest in the paragraph, or a little above it, that is fine enough to count from. Where there is none, the
value stays open.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.core.readings import Direction
from onrecord.core.spans import Span
from onrecord.knowledge.times import tense_words
from onrecord.reading.layout import Layout
from onrecord.reading.times.distances import Distances
from onrecord.reading.times.drafts import Draft, Told
from onrecord.reading.times.figures import Figures, beside_figures, is_year_before
from onrecord.reading.times.grains import grain, is_fine_enough

_PARAGRAPHS = 2
"""How many paragraphs before its own the time that one is counted from may stand in; for a time of the clock none."""

_CLOCK = re.compile(r"T\d")

_TIMES = 12
"""How many times before it that one may be among."""


def in_story(layout: Layout, told: Sequence[Told]) -> Iterator[Told]:
    """The times of a text in order, those counted from the story with the time that they are counted from."""
    before: deque[Told] = deque(maxlen=_TIMES)
    figures, distances = Figures(), Distances(layout, told)
    for at, printed in enumerate(told):
        one = figures.applied(layout, printed)
        if one.draft.story:
            one = replace(one, draft=_resolved(layout, one, before, told[at + 1 : at + 2]))
        elif one.draft.type == "DURATION":
            one = replace(one, draft=distances.led(at))
        elif before and _was_to_come(layout, before[-1], one):
            one = replace(one, draft=replace(one.draft, direction="future", offset=0, counted_from=before[-1].span))
        elif before and _ends_range(layout, before[-1], one):
            one = replace(one, draft=replace(one.draft, direction=before[-1].draft.direction, offset=0))
        before.append(one)
        figures.told(one)
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


def _was_to_come(layout: Layout, told: Told, one: Told) -> bool:
    """Whether a weekday was to come when somebody told of it on another (`said Monday that he would decide by Wednesday`)."""
    if told.draft.direction != "past" or one.draft.direction not in ("near", "future"):
        return False
    if not (_WEEKDAY.match(told.draft.value) and _WEEKDAY.match(one.draft.value)) or one.draft.unit or one.draft.counted_from:
        return False
    if layout.sentence_at(told.span.start) != layout.sentence_at(one.span.start):
        return False
    between = [word.text.lower() for word in layout.words_in(Span(told.span.end, one.span.start))]
    return not tense_words().then.isdisjoint(between) and tense_words().future.isdisjoint(between)


_WEEKDAY = re.compile(r"XXXX-WXX-\d")


def _grain_of_open(draft: Draft) -> str:
    found = re.match(r"XXXX-(?:(?P<day>WXX-\d|\d\d-\d\d)|(?P<month>\d\d))", draft.value)
    return (found.lastgroup or "") if found and not draft.unit and (not draft.offset or draft.direction == "near") else ""


def _resolved(layout: Layout, one: Told, before: Sequence[Told], after: Sequence[Told]) -> Draft:
    draft = one.draft
    if anchor := _anchor(layout, one, before) or _day_after(layout, one, after):
        if is_year_before(draft) and is_year_before(anchor.draft):
            return replace(anchor.draft, mod=draft.mod)
        if draft.unit:
            part = draft.value[draft.value.find("T") :] if "T" in draft.value else ""
            return replace(draft, value=part, story=False, counted_from=anchor.span)
        side: Direction = "past" if draft.offset < 0 else "future" if draft.offset > 0 else "near"
        return replace(draft, direction=side, story=False, counted_from=anchor.span)
    if draft.unit == "year" and draft.offset < 0 and _is_set_against_today(layout, one.span):
        return replace(draft, value="", story=False)
    return replace(draft, unit="", offset=0, story=False)


def _is_set_against_today(layout: Layout, span: Span) -> bool:
    """Whether a time that no other stands beside is counted from the writing: `up 4 percent from a year earlier`, or alone."""
    return beside_figures(layout, span) or _is_compared(layout, span) or _is_alone(layout, span)


def _is_alone(layout: Layout, span: Span) -> bool:
    paragraph = layout.paragraph_at(span.start)
    return layout.text[paragraph.start : paragraph.end].strip() == layout.text[span.start : span.end]


_COMPARED = re.compile(r"\b(?:from|than|with|over|against|to)\s+$")


def _is_compared(layout: Layout, span: Span) -> bool:
    return _COMPARED.search(layout.text, max(0, span.start - _BEFORE), span.start) is not None


_BEFORE = 10
"""Characters before a time that show whether something is compared with what was then."""


def _anchor(layout: Layout, one: Told, before: Sequence[Told]) -> Told | None:
    above = layout.paragraph_at(one.span.start)
    for _ in range(0 if _CLOCK.search(one.draft.value) else _PARAGRAPHS):
        above = layout.paragraph_at(max(0, above.start - 1))
    for other in reversed(before):
        if other.span.start < above.start:
            return None
        fine_enough = is_fine_enough(other.draft, one.draft.unit or _named_unit(one.draft))
        if fine_enough and not _is_only_compared(layout, other):
            return other
    return None


def _is_only_compared(layout: Layout, one: Told) -> bool:
    """Whether a time stands after `since`, and nothing is told of it: `the most since May 9`, not `since May 9, when it burned`."""
    since = _SINCE.search(layout.text, max(0, one.span.start - _BEFORE), one.span.start)
    return since is not None and not _TOLD_OF.match(layout.text, one.span.end)


_TOLD_OF = re.compile(r",?\s+when\b")


def _named_unit(draft: Draft) -> str:
    """The unit of a time that is a part of a year or a day by its name."""
    return "season" if _PART_OF_YEAR.fullmatch(draft.value) else "day"


_PART_OF_YEAR = re.compile(r"XXXX-(?:\d\d|SP|SU|FA|WI)")

_SINCE = re.compile(r"\bsince\s+$")
"""Before a time that something is compared with (`the most since May 2017`), from which nothing is counted."""


def _day_after(layout: Layout, one: Told, after: Sequence[Told]) -> Told | None:
    """The day that a sentence tells right after a time of the clock: `at noon, she told them Tuesday`."""
    if not _CLOCK.search(one.draft.value):
        return None
    sentence = layout.sentence_at(one.span.start)
    return next((other for other in after if other.span.start < sentence.end and grain(other.draft) == "day"), None)
