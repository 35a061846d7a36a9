"""From a text to its unanchored times: match the rules, let the longest stand, ask the words around for a direction."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from onrecord.core.ids import item_id
from onrecord.core.readings import Time
from onrecord.core.spans import Span
from onrecord.knowledge.times import TimeRule, time_rules, time_words
from onrecord.reading.layout import Layout, Word
from onrecord.reading.times.builders import BUILDERS
from onrecord.reading.times.direction import direction
from onrecord.reading.times.drafts import Draft


class Found(NamedTuple):
    """A match of a rule; `draft` is None where the words only look like a time."""

    span: Span
    rank: int
    rule: str
    draft: Draft | None


def find_times(layout: Layout, document_id: str) -> tuple[Time, ...]:
    """The time expressions of a text, in order, none overlapping; dates counted from the writing are left unanchored.

    Rules are tried paragraph by paragraph, since a sentence cut short after `Oct.` is common and an expression over a line
    break is not.
    """
    return tuple(
        _time(layout, document_id, found)
        for paragraph in layout.paragraphs
        if (kinds := _kinds(layout.words_in(paragraph)))
        for found in _standing(list(_matches(layout.text, paragraph, kinds)))
    )


def _kinds(words: tuple[Word, ...]) -> set[str]:
    """The kinds of words that rules need (`month`, `digits`, …) among some words."""
    table = _kinds_of_words()
    kinds: set[str] = set()
    for word in words:
        for part in word.text.lower().split("-"):
            kinds.update(table.get(part.rstrip("."), ()))
        if word.text[0].isdecimal() or word.text[-1].isdecimal() or word.text[1:2].isdecimal():
            kinds.add("digits")
    return kinds


@cache
def _kinds_of_words() -> dict[str, tuple[str, ...]]:
    words = time_words()
    kinds: dict[str, list[str]] = {}
    for kind, forms in (
        ("month", words.months),
        ("weekday", [*words.weekdays, *(f"{weekday}s" for weekday in words.weekdays)]),
        ("season", words.seasons),
        ("part", words.parts),
        ("unit", words.units),
        ("day", [*words.days, "tonight"]),
        ("decade", [*words.decades, "twenties"]),
        ("adverb", words.adverbs),
    ):
        for form in forms:
            kinds.setdefault(form, []).append(kind)
    return {form: tuple(of_form) for form, of_form in kinds.items()}


def _matches(text: str, paragraph: Span, kinds: set[str]) -> Iterator[Found]:
    for rank, rule in enumerate(time_rules()):
        if not rule.needs.isdisjoint(kinds):
            yield from _matches_of(rule, rank, text, paragraph)


def _matches_of(rule: TimeRule, rank: int, text: str, paragraph: Span) -> Iterator[Found]:
    for match in rule.pattern.finditer(text, *paragraph):
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


def _joined(spans: list[Span]) -> list[Span]:
    """The spans in order with those that overlap made one, so that a span's neighbours are all that it can touch."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].overlaps(span):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _time(layout: Layout, document_id: str, found: Found) -> Time:
    draft = found.draft or Draft("DATE")
    side = direction(layout, found.span) if draft.direction == "ask" else draft.direction
    if draft.future:
        draft, side = (draft.future, "none") if side == "future" else (draft, "none")
    return Time(
        item_id("time", document_id, found.span),
        found.span,
        draft.type,
        draft.value,
        draft.unit,
        draft.offset,
        side,
        draft.mod,
        draft.quant,
        draft.freq,
        found.rule,
    )
