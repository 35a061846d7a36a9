"""Where in a text rules are tried: around the words that they need, so that the rest of a text costs one look-up a word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from onrecord.core.spans import Span, joined
from onrecord.knowledge.times import TimeRule, time_rules, time_words
from onrecord.reading.layout import Layout, Word

_BEFORE, _AFTER = 6, 6
"""How many words of an expression and its neighbours may stand on either side of the one that a rule needs."""

_SHAPES = (
    ("year", re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d")),
    ("tens", re.compile(r"\d0s?$")),
    ("number", re.compile(r"\d")),
    ("slash", re.compile(r"\d/\d")),
)
"""Kinds of words that are told by their digits."""

Windows = Iterator[tuple[Sequence[tuple[int, TimeRule]], list[Span]]]


def windows(layout: Layout) -> Windows:
    """Rules, each with its rank, that need the same words, with the stretches of text around those, in order and apart.

    No stretch goes beyond its paragraph.
    """
    words, triggers = layout.words, _triggers(layout.words)
    if not triggers:
        return
    paragraphs = [(bisect_left(layout.starts, one.start), bisect_left(layout.starts, one.end) - 1) for one in layout.paragraphs]
    ends = [last for _, last in paragraphs]
    around: dict[int, Span] = {}
    groups, by_kind = _rules_by_needs()
    for group in sorted({group for kind in triggers for group in by_kind[kind]}):
        needs, also, rules = groups[group]
        found = sorted({at for kind in needs for at in triggers.get(kind, ())})
        if also:
            found = _beside(found, sorted({at for kind in also for at in triggers.get(kind, ())}))
        for at in found:
            if at not in around:
                first, last = paragraphs[bisect_left(ends, at)]
                around[at] = Span(words[max(first, at - _BEFORE)].start, words[min(last, at + _AFTER)].end)
        if found:
            yield rules, joined(around[at] for at in found)


def _triggers(words: Sequence[Word]) -> dict[str, list[int]]:
    """Kind → the places of its words."""
    triggers: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        for kind in _kinds(word.text):
            triggers.setdefault(kind, []).append(at)
    return triggers


def _beside(found: list[int], others: list[int]) -> list[int]:
    """Those of some places that have one of the others within reach."""
    return [at for at in found if bisect_left(others, at - _BEFORE) < bisect_right(others, at + _AFTER)]


Needs = tuple[str, ...]
Group = tuple[Needs, Needs, tuple[tuple[int, TimeRule], ...]]


@cache
def _rules_by_needs() -> tuple[tuple[Group, ...], dict[str, tuple[int, ...]]]:
    """Groups of rules that need the same kinds of words, and for each kind the groups that need it first."""
    together: dict[tuple[Needs, Needs], list[tuple[int, TimeRule]]] = {}
    for rank, rule in enumerate(time_rules()):
        together.setdefault((tuple(sorted(rule.needs)), tuple(sorted(rule.also))), []).append((rank, rule))
    groups = tuple((needs, also, tuple(rules)) for (needs, also), rules in together.items())
    kinds = sorted({kind for needs, also, _ in groups for kind in (*needs, *also)} | {kind for kind, _ in _SHAPES})
    return groups, {kind: tuple(at for at, (needs, _, _) in enumerate(groups) if kind in needs) for kind in kinds}


_MOST_KNOWN = 1 << 16
"""Words whose kinds are kept at once: texts repeat their words."""


@lru_cache(maxsize=_MOST_KNOWN)
def _kinds(text: str) -> tuple[str, ...]:
    """The kinds that a word is of, as rules name them."""
    table = _kinds_of_words()
    named = {kind for part in text.lower().split("-") for kind in table.get(part.rstrip("."), ())}
    if _DIGIT.search(text):
        named.update(kind for kind, shape in _SHAPES if shape.search(text))
    return tuple(sorted(named))


_DIGIT = re.compile(r"\d")


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
        "which": {form.split()[-1] for form in words.which},
        "named day": words.days,
        "decade": words.decades,
        "adverb": words.adverbs,
        "hour": words.hours,
        "holiday": _telling(words.holidays),
        "reference": _telling(words.references),
        "alone": words.alone,
        "fuzz": {*words.fuzz, *(form.split()[-1] for form in words.edges)},
        "count": {word for form in (*words.numbers, *words.vague_numbers) for word in re.split(r"[ -]", form)},
        "half": {form.split()[-1] for form in words.halves},
    }
    shapes = {shape for shape, _ in _SHAPES}
    kinds: dict[str, set[str]] = {}
    for kind in {need for rule in time_rules() for need in (*rule.needs, *rule.also)} - shapes:
        for form in (*(forms.get(kind) or (() if kind in words.kinds else (kind,))), *words.kinds.get(kind, ())):
            kinds.setdefault(form, set()).add(kind)
    return {form: tuple(sorted(of_form)) for form, of_form in kinds.items()}


def _telling(forms: Iterable[str]) -> set[str]:
    """The last word of each form: the one that is not in every other sentence anyway, or else is a unit."""
    return {re.findall(r"[^\W\d_]+", form.lower())[-1] for form in forms}
