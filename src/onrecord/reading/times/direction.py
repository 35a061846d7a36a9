"""Whether a bare weekday, day or month lies before or after the writing, from the words around it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.core.readings import Direction
from onrecord.core.spans import Span
from onrecord.knowledge.times import TenseWords, tense_words
from onrecord.reading.layout import Layout, Word

_CLAUSE_WORDS = 14
"""How far to look for a verb: about two clauses."""

_BESIDE_WORDS = 3
"""How far from a day of a month its verb stands: papers print a year with the days that the calendar would take for others."""

_GOVERNED_WITHIN = 4
"""Within how many words before a participle its auxiliary stands (`will not yet have been held`)."""

_OPENING = 2
"""How many words before a time still leave it at the opening of its sentence: `Early on Monday, …`."""

_CLAUSE_ENDS = frozenset('“”"«»;:()[]') | {"''", "``", "that"}


def direction(layout: Layout, span: Span, *, beside: bool) -> Direction | None:
    """The side of the writing that a time without one is on: told by its preposition, else by the nearest verb, else None.

    A verb before it in its clause tells more than one after it; quotation marks, semicolons and `that` end the clause. With
    `beside`, only a past verb right next to the time counts, and what is to come.
    """
    sentence = layout.sentence_at(span.start)
    before = _clause(reversed(layout.words_in(Span(sentence.start, max(sentence.start, span.start)))))
    after = _clause(layout.words_in(Span(span.end, max(sentence.end, span.end))))
    clues = tense_words()
    if before and before[0] in clues.since:
        return "past"
    if before and before[0] in clues.open:
        return "near"
    if before and before[0] in clues.due and not beside:
        told = _from_before(before[1:], clues, _CLAUSE_WORDS) or _from_after(after, clues, _CLAUSE_WORDS)
        if told != "past" or not clues.aiming.isdisjoint(before):
            return "future"
        # `was seen by thousands by Thursday`, but `ordered her to pay by Thursday`
        return "past" if before[0] == "by" and "to" not in before else "near"
    reach = _BESIDE_WORDS if beside else _CLAUSE_WORDS
    if told := _from_before(before, clues, reach):
        return told
    ended = len(before) > _OPENING and after[:1] == [","]
    return None if ended else _from_after(after, clues, reach)


def side_of_whole(layout: Layout, span: Span, *, year: bool) -> Direction:
    """Whether a text looks back on a time that is printed whole or forward to it, where its words leave no doubt; else `none`.

    A `year` that stands after an article or a verb marks a noun (`reframed the 2016 race`), and tells nothing.
    """
    sentence = layout.sentence_at(span.start)
    clues = tense_words()
    before = _clause(reversed(layout.words_in(Span(sentence.start, max(sentence.start, span.start)))))
    while before and not year and before[0] in clues.passed_over:
        before = before[1:]
    if before and before[0] in clues.ahead:
        return "future"
    if before and not year and is_past_form(before[0], clues):
        return _sure(_of_past_form(before[1 : 1 + _GOVERNED_WITHIN], clues))
    if not before or before[0] not in clues.told:
        return "none"
    if len(before) > 1:
        return _told_before(before[1:], clues)
    after = _clause(layout.words_in(Span(span.end, max(sentence.end, span.end))))
    if after[:1] != [","] or not clues.likely.isdisjoint(after[: _NEAR_WHOLE + 1]):
        return "none"
    return _sure(_from_after(after[1:], clues, _NEAR_WHOLE) or "none")


_NEAR_WHOLE = 8
"""How far from a whole time its verb may stand."""


def _told_before(backward: Sequence[str], clues: TenseWords) -> Direction:
    barred = False
    for at, word in enumerate(backward[:_NEAR_WHOLE]):
        if word in clues.future:
            return "future"
        if word in clues.unsure or word in clues.likely:
            return "none"
        if is_past_form(word, clues):
            earlier = backward[at + 1 : at + 1 + _GOVERNED_WITHIN]
            # `the only bill to be enacted in 1994` is none to come
            return "none" if barred or _to_be(earlier) else _sure(_of_past_form(earlier, clues))
        barred = barred or word in clues.barring
    return "none"


def _sure(side: Direction) -> Direction:
    return "none" if side == "near" else side


def _clause(words: Iterable[Word]) -> list[str]:
    clause: list[str] = []
    for word in words:
        if word.text.lower() in _CLAUSE_ENDS or len(clause) == _CLAUSE_WORDS:
            break
        clause.append(word.text.lower())
    return clause


def _from_before(backward: Sequence[str], clues: TenseWords, reach: int) -> Direction | None:
    for at, word in enumerate(backward):
        if word in clues.future or word in clues.likely:
            return "future"
        if word in clues.unsure:
            return "near"
        if word in clues.past_marks and backward[at + 1 : at + 2] != ["to"]:
            return "past" if at < reach else "near"
        if word in clues.aiming and backward[at - 1 : at] == ["to"]:
            return "future"
        if is_past_form(word, clues):
            return _of_past_form(backward[at + 1 : at + 1 + _GOVERNED_WITHIN], clues) if at < reach else "near"
    return None


def _of_past_form(earlier: Sequence[str], clues: TenseWords) -> Direction:
    """The side of a past form: a participle governed by what is to come (`will be held`) is none of the past."""
    if clues.governing.isdisjoint(earlier):
        return "past"
    if _to_be(earlier):
        return "future"
    return "future" if not clues.future.isdisjoint(earlier) else "near" if not clues.unsure.isdisjoint(earlier) else "past"


def _to_be(backward: Sequence[str]) -> bool:
    return ("be", "to") in pairwise(backward)


def _from_after(forward: Sequence[str], clues: TenseWords, reach: int) -> Direction | None:
    for at, word in enumerate(forward):
        if word in clues.future or word in clues.likely:
            return "future"
        if word in clues.unsure:
            return "near"
        if word in clues.past_marks or is_past_form(word, clues):
            return "past" if at < 2 * reach else "near"
    return None


def is_past_form(word: str, clues: TenseWords) -> bool:
    """Whether a word in lower case looks like a past form of a verb."""
    if word in clues.past:
        return True
    return word.endswith("ed") and len(word) > 3 and word.isalpha() and word not in clues.not_past
