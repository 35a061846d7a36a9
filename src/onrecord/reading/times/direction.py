"""Whether a bare weekday, day or month lies before or after the writing, from the words around it."""

import re
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
    before, after = _clause_before(layout, sentence, span), _clause_after(layout, sentence, span)
    clues = tense_words()
    if told := _from_preposition(before, after, clues, beside=beside):
        return told
    reach = _BESIDE_WORDS if beside else _CLAUSE_WORDS
    if told := _from_before(before, clues, reach):
        return told
    ended = len(before) > _OPENING and after[:1] == [","]
    if not ended and (told := _from_after(after, clues, reach)):
        return told
    return "near" if _has_infinitive(before, clues) else None


def _from_preposition(before: Sequence[str], after: Sequence[str], clues: TenseWords, *, beside: bool) -> Direction | None:
    """The side that the words directly before a time tell, or None."""
    if not before:
        return None
    if before[0] in clues.since:
        return "past"
    if before[0] in clues.open or (before[0] == "into" and not clues.nearing.isdisjoint(before[1:2])):
        return "near"
    if before[0] in clues.ahead or _is_to_be(before, clues):
        return "future"
    if before[0] == "as" and not clues.soonest.isdisjoint(before[1:2]):
        # `may vote as soon as Tuesday`, but `left as early as Tuesday`
        return "near" if _from_before(before[3:], clues, _BESIDE_WORDS) == "past" else "future"
    return _from_due(before, after, clues) if before[0] in clues.due and not beside else None


def _is_to_be(before: Sequence[str], clues: TenseWords) -> bool:
    """Whether something is said to be at a time: `the vote is Tuesday`, `is on Tuesday`."""
    return before[0] in clues.copulas or (before[0] in clues.at and not clues.copulas.isdisjoint(before[1:2]))


def _from_due(before: Sequence[str], after: Sequence[str], clues: TenseWords) -> Direction:
    told = _from_before(before[1:], clues, _CLAUSE_WORDS) or _from_after(after, clues, _CLAUSE_WORDS)
    if told != "past" or not clues.aiming.isdisjoint(before):
        return "future"
    # `was seen by thousands by Thursday`, `Until Thursday, nobody knew`, but `ordered her to pay by Thursday`
    return "past" if len(before) == 1 or (before[0] == "by" and "to" not in before) else "near"


def side_of_whole(layout: Layout, span: Span, *, year: bool) -> Direction:
    """Whether a text looks back on a time that is printed whole or forward to it, where its words leave no doubt; else `none`.

    A `year` that stands after an article or a verb marks a noun (`reframed the 2016 race`), and tells nothing.
    """
    sentence = layout.sentence_at(span.start)
    clues = tense_words()
    before = _clause_before(layout, sentence, span)
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
    after = _clause_after(layout, sentence, span)
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


def _clause_before(layout: Layout, sentence: Span, span: Span) -> list[str]:
    """The words of the clause before a time, the last one first."""
    first, last = layout.places_in(Span(sentence.start, max(sentence.start, span.start)))
    return _clause(layout, reversed(layout.words[max(first, last - _CLAUSE_WORDS) : last]))


def _clause_after(layout: Layout, sentence: Span, span: Span) -> list[str]:
    """The words of the clause after a time."""
    first, last = layout.places_in(Span(span.end, max(sentence.end, span.end)))
    return _clause(layout, layout.words[first : min(last, first + _CLAUSE_WORDS)])


def _clause(layout: Layout, words: Iterable[Word]) -> list[str]:
    """The words up to the first that ends the clause in lower case, but for `May` the month, which is no verb."""
    clause: list[str] = []
    for word in words:
        if word.text.lower() in _CLAUSE_ENDS:
            break
        clause.append(word.text if word.text == "May" and _is_name(layout, word) else word.text.lower())
    return clause


def _is_name(layout: Layout, word: Word) -> bool:
    """Whether a word with a capital is no sentence's first and in no headline that has capitals throughout."""
    return layout.sentence_at(word.start).start != word.start and not _CAPITAL.match(layout.text, word.end)


_CAPITAL = re.compile(r"\s+[A-Z]")


def _from_before(backward: Sequence[str], clues: TenseWords, reach: int) -> Direction | None:
    for at, word in enumerate(backward):
        if word in clues.future or word in clues.likely:
            return "near" if tuple(backward[at + 1 : at + 3]) == _GIVEN_UP else "future"
        if word in clues.bound and (backward[at - 1 : at] == ["to"] or backward[:at] == ["for"]):
            return "near" if _was(backward[at + 1 : at + 3], clues) else "future"
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
        # `a rule that was to be printed Wednesday` may have been printed since
        return "near" if _was(earlier[earlier.index("to") + 1 :][:1], clues) else "future"
    return "future" if not clues.future.isdisjoint(earlier) else "near" if not clues.unsure.isdisjoint(earlier) else "past"


def _to_be(backward: Sequence[str]) -> bool:
    return ("be", "to") in pairwise(backward)


def _has_infinitive(backward: Sequence[str], clues: TenseWords) -> bool:
    """Whether `to` stands before what may be a verb (`hopes to win in November`), not before an article, a name or a number."""
    pairs = pairwise(backward)
    return any(word == "to" and verb.isalpha() and verb.islower() and verb not in clues.no_verbs for verb, word in pairs)


def _was(backward: Sequence[str], clues: TenseWords) -> bool:
    return not clues.was.isdisjoint(backward)


_GIVEN_UP = ("been", "had")
"""Before a plan, from the last word on: `had been scheduled` tells a plan that holds no longer, of either side."""


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
