"""From a text to its unanchored times: match the rules, let the longest stand, ask the words around for a direction."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from onrecord.core.ids import item_id
from onrecord.core.readings import Direction, Time
from onrecord.core.spans import Span
from onrecord.knowledge.times import TimeRule, time_rules, time_words
from onrecord.reading.layout import Layout, Word
from onrecord.reading.times.builders import BUILDERS
from onrecord.reading.times.direction import direction
from onrecord.reading.times.drafts import Draft, Told
from onrecord.reading.times.story import in_story

_DAY_OR_QUARTER = re.compile(r"XXXX-(?:\d\d-\d\d|Q)")


_BEFORE, _AFTER = 8, 8
"""How many words of an expression and its neighbours may stand on either side of the one that a rule needs."""


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
    told = [
        _told(layout, found)
        for paragraph in layout.paragraphs
        if (triggers := _triggers(words := layout.words_in(paragraph)))
        for found in _standing(list(_matches(layout.text, words, triggers)))
    ]
    return tuple(_time(document_id, one) for one in in_story(layout, told))


def _triggers(words: tuple[Word, ...]) -> dict[str, list[int]]:
    """Where among the words those stand that rules need, by kind (`month`, `digits`, …)."""
    table = _kinds_of_words()
    triggers: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        for part in word.text.lower().split("-"):
            for kind in table.get(part.rstrip("."), ()):
                triggers.setdefault(kind, []).append(at)
        if word.text[0].isdecimal() or word.text[-1].isdecimal() or word.text[1:2].isdecimal():
            triggers.setdefault("digits", []).append(at)
    return triggers


@cache
def _kinds_of_words() -> dict[str, tuple[str, ...]]:
    """Word in lower case → the kinds that it is of; a word that a rule needs by itself is its own kind."""
    words = time_words()
    forms: dict[str, Iterable[str]] = {
        "month": words.months,
        "weekday": [*words.weekdays, *(f"{weekday}s" for weekday in words.weekdays)],
        "season": words.seasons,
        "part": words.parts,
        "unit": words.units,
        "day": [*words.days, "tonight"],
        "decade": [*words.decades, "twenties"],
        "adverb": words.adverbs,
        "clock": ["a.m", "p.m", "am", "pm"],
        "hour": words.hours,
        "aloud": ["eighteen", "nineteen", "twenty", "thousand"],
        "beside": ["pre", "post"],
        "holiday": _telling(words.holidays),
        "reference": _telling(words.references),
    }
    kinds: dict[str, set[str]] = {}
    for kind in {need for rule in time_rules() for need in rule.needs if need != "digits"}:
        for form in forms.get(kind, [kind]):
            kinds.setdefault(form, set()).add(kind)
    return {form: tuple(sorted(of_form)) for form, of_form in kinds.items()}


def _telling(forms: Iterable[str]) -> list[str]:
    """The words of some forms that are not in every other sentence anyway."""
    return sorted({word for form in forms for word in re.findall(r"[^\W\d_]{3,}", form)} - _COMMON)


_COMMON = frozenset(("the", "new", "not", "more", "most", "near", "long", "right", "even", "these", "day"))
"""Words of holidays and references that rules do not look for."""


def _matches(text: str, words: tuple[Word, ...], triggers: dict[str, list[int]]) -> Iterator[Found]:
    windows: dict[frozenset[str], list[Span]] = {}
    for rank, rule in enumerate(time_rules()):
        if rule.needs not in windows:
            windows[rule.needs] = _windows(words, sorted(at for kind in rule.needs for at in triggers.get(kind, ())))
        for window in windows[rule.needs]:
            yield from _matches_of(rule, rank, text, window)


def _windows(words: tuple[Word, ...], triggers: list[int]) -> list[Span]:
    """The stretches of text around some words, in order, apart from each other."""
    spans = (Span(words[max(0, at - _BEFORE)].start, words[min(len(words) - 1, at + _AFTER)].end) for at in triggers)
    return _joined(spans)


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
    taken = _joined(sorted(found.span for found in matches if found.draft is None))
    standing: list[Found] = []
    for found in sorted(matches, key=lambda one: (one.span.start - one.span.end, one.rank, one.span)):
        at = bisect_left(taken, found.span)
        if found.draft and not any(found.span.overlaps(span) for span in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, found.span)
            standing.append(found)
    return sorted(standing, key=lambda one: one.span)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order with those that overlap made one, so that a span's neighbours are all that it can touch."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].overlaps(span):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


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
        "none" if side == "ask" else side,
        draft.mod,
        draft.quant,
        draft.freq,
        told.rule,
    )


def _told(layout: Layout, found: Found) -> Told:
    return Told(found.span, found.rule, _directed(layout, found.span, found.draft or Draft("DATE")))


def _directed(layout: Layout, span: Span, draft: Draft) -> Draft:
    """A draft with a direction, asked of the words around where it has none of its own."""
    if draft.direction != "ask":
        return draft
    side = direction(layout, span, beside=_DAY_OR_QUARTER.match(draft.value) is not None) or _untold(draft)
    if draft.type == "DURATION":
        return draft.future if draft.future and side == "future" else replace(draft, direction="none")
    return replace(draft, direction=side)


def _untold(draft: Draft) -> Direction:
    """The side where no word tells it: news is of the weekday that was, but a month without a year is the nearest."""
    return "past" if re.match(r"XXXX-WXX-\d", draft.value) else "near"
