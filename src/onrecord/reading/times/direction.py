"""Whether a bare weekday, day or month lies before or after the writing, from the words around it."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.core.readings import Direction
from onrecord.core.spans import Span
from onrecord.knowledge.times import TenseWords, tense_words, tense_words_afar, tense_words_of_periods
from onrecord.reading.layout import Layout
from onrecord.reading.times.clauses import CLAUSE_WORDS, FAR_WORDS, clause_after, clause_before

_BESIDE_WORDS = 3
"""How far from a day of a month its verb stands: papers print a year with the days that the calendar would take for others."""

_GOVERNED_WITHIN = 4
"""Within how many words before a participle its auxiliary stands (`will not yet have been held`)."""

_OPENING = 2
"""How many words before a time still leave it at the opening of its sentence: `Early on Monday, …`."""


def direction(layout: Layout, span: Span, *, beside: bool, days: bool) -> Direction | None:
    """The side of the writing that a time without one is on: told by its preposition, else by the nearest verb, else None.

    A verb before it in its clause tells more than one after it; quotation marks, semicolons and `that` end the clause. With
    `beside`, only a past verb right next to the time counts, and what is to come. What is being done (`is hosting a fair`) is to
    come of `days`, and on either side of longer times and of what is named after a day (`are hailing Monday’s vote`).
    """
    sentence = layout.sentence_at(span.start)
    far, after = clause_before(layout, sentence, span), clause_after(layout, sentence, span)
    before = far[:CLAUSE_WORDS]
    days = days and after[:1] not in _POSSESSIVE
    clues = tense_words() if days else tense_words_of_periods()
    if told := _from_preposition(before, after, clues, beside=beside):
        return told
    reach = _BESIDE_WORDS if beside else CLAUSE_WORDS
    if told := _from_before(before, clues, reach):
        if told == "past" and before[0] == "the" and not clues.open.isdisjoint(before[1:2]):
            # `warned him before the November vote`
            return "near"
        # `are trying to win and on Monday said`: the verb right after is the nearest
        return "past" if not beside and _is_told_right_after(before, after, clues) else told
    if days and not beside and _from_before(far, tense_words_afar(), FAR_WORDS) == "future":
        return "future"
    ended = len(before) > _OPENING and after[:1] == [","]
    if not ended and (told := _from_after(after, clues, reach)):
        return told
    return "near" if _has_infinitive(before, clues) else None


def _is_told_right_after(before: Sequence[str], after: Sequence[str], clues: TenseWords) -> bool:
    """Whether a verb of the past follows a time right away, that is no `was` of what the time marks (`the vote on Monday was`)."""
    return bool(after) and before[0] in ("on", "in") and after[0] not in clues.was and is_past_form(after[0], clues)


_POSSESSIVE = (["’s"], ["'s"])


def _from_preposition(before: Sequence[str], after: Sequence[str], clues: TenseWords, *, beside: bool) -> Direction | None:
    """The side that the words directly before a time tell, or None."""
    if not before:
        return None
    if before[0] in clues.since:
        return "past"
    if before[0] in clues.open or (before[0] == "into" and not clues.nearing.isdisjoint(before[1:2])):
        return "near"
    if before[0] in clues.ahead or _is_to_be(before, clues) or tuple(before[:3]) == _NO_LATER_THAN:
        return "future"
    if before[0] == "as" and not clues.soonest.isdisjoint(before[1:2]):
        # `may vote as soon as Tuesday`, but `left as early as Tuesday`
        return "near" if _from_before(before[3:], clues, _BESIDE_WORDS) == "past" else "future"
    if before[0] not in clues.due:
        return None
    if beside:
        # `respond to what was asked by Nov. 8`: the calendar knows better
        return "future" if _from_before(before[1:], clues, _BESIDE_WORDS) == "future" or _is_extended(before, clues) else "near"
    return _from_due(before, after, clues)


_NO_LATER_THAN = ("than", "later", "no")


def _is_extended(before: Sequence[str], clues: TenseWords) -> bool:
    """Whether what stands until a day was moved there, or is asked for by then: `was extended until Nov. 8`."""
    return not clues.aiming.isdisjoint(before[1 : 1 + _BESIDE_WORDS])


def _is_to_be(before: Sequence[str], clues: TenseWords) -> bool:
    """Whether something is said to be at a time: `the vote is Tuesday`, `is on Tuesday`."""
    return before[0] in clues.copulas or (before[0] in clues.at and not clues.copulas.isdisjoint(before[1:2]))


def _from_due(before: Sequence[str], after: Sequence[str], clues: TenseWords) -> Direction:
    told = _from_before(before[1:], clues, CLAUSE_WORDS) or _from_after(after, clues, CLAUSE_WORDS)
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
    before = clause_before(layout, sentence, span)
    while before and not year and before[0] in clues.passed_over:
        before = before[1:]
    if before and before[0] in clues.ahead:
        return "future"
    if before and not year and is_past_form(before[0], clues):
        return _sure(_of_past_form(before, 0, clues))
    if not before or before[0] not in clues.told:
        return "none"
    if len(before) > 1:
        return _told_before(before[1:], clues)
    after = clause_after(layout, sentence, span)
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
            return "none" if barred or _to_be(earlier) else _sure(_of_past_form(backward, at, clues))
        barred = barred or word in clues.barring
    return "none"


def _sure(side: Direction) -> Direction:
    return "none" if side == "near" else side


def _from_before(backward: Sequence[str], clues: TenseWords, reach: int) -> Direction | None:
    for at, word in enumerate(backward):
        if told := _to_come(backward, at, clues) or _of_now(backward, at, clues):
            return told
        if word in clues.past_marks and backward[at + 1 : at + 2] != ["to"] and not (at == 0 and word in clues.beyond):
            return "past" if at < reach else "near"
        if is_past_form(word, clues):
            return _of_past_form(backward, at, clues) if at < reach else "near"
    return None


def _to_come(backward: Sequence[str], at: int, clues: TenseWords) -> Direction | None:
    """The side of a word of what is to come, `near` where that was given up or is doubtful; None of others."""
    word, after = backward[at], backward[at - 1 : at]
    if word in clues.future or word in clues.likely:
        return "near" if tuple(backward[at + 1 : at + 3]) == _GIVEN_UP else "future"
    if word in clues.meant and after == ["to"] and clues.no_verbs.isdisjoint(backward[at + 1 : at + 2]):
        return "future"
    if word in clues.bound and (after == ["to"] or backward[:at] == ["for"]):
        return "near" if _was(backward[at + 1 : at + 3], clues) else "future"
    if word in clues.aiming and "to" in backward[max(0, at - _ASKED_WITHIN) : at]:
        return "future" if after == ["to"] else "near"
    return None


def _of_now(backward: Sequence[str], at: int, clues: TenseWords) -> Direction | None:
    """The side of a verb in the present; None of other words."""
    word = backward[at]
    if word in clues.unsure:
        return _of_present(word, backward[:at], clues)
    if not clues.auxiliaries.isdisjoint(backward[at + 1 : at + 2]):
        return None
    if _takes_effect(backward, at, clues) or (word in clues.starting and at <= _NEXT_TO):
        return "future"
    return "near" if word in clues.starting or word in clues.present else None


_NEXT_TO = 1
"""How many words may stand between a verb of beginning or ending and its time: `opens on Monday`."""


_ASKED_WITHIN = 4
"""Within how many words after a verb the infinitive stands of what is to be done (`asked the people of the town to stay`)."""


def _of_present(word: str, later: Sequence[str], clues: TenseWords) -> Direction:
    """The side of `is` and the like: what is being done, or is to be done, is to come (`is hosting a fair Saturday`)."""
    if word not in clues.being or not later or later[-1] in clues.unsure or "," in later:
        return "near"
    return "future" if later[-1] in clues.arranging or _has_infinitive(later[-_ASKED_WITHIN:], clues) else "near"


def _of_past_form(backward: Sequence[str], at: int, clues: TenseWords) -> Direction:
    """The side of a past form: a participle governed by what is to come (`will be held`) is none of the past."""
    earlier, later = backward[at + 1 : at + 1 + _GOVERNED_WITHIN], backward[:at]
    if backward[at] in clues.was and later[-1:] == ["to"]:
        # `was to open Wednesday`: a plan of then, which may have come about since
        return "near"
    if clues.governing.isdisjoint(earlier):
        return "past"
    if _to_be(earlier):
        # `a rule that was to be printed Wednesday` may have been printed since
        return "near" if _was(earlier[earlier.index("to") + 1 :][:1], clues) else "future"
    if not clues.future.isdisjoint(earlier):
        return "future"
    if not clues.likely.isdisjoint(earlier):
        # `may have left Monday`, but `must be left by Monday`
        return "past" if "have" in earlier and "be" not in earlier else "future"
    if not clues.unsure.isdisjoint(earlier):
        # `are asked to come on Tuesday`
        asked = not clues.being.isdisjoint(earlier) and "," not in later and _has_infinitive(later[-_ASKED_WITHIN:], clues)
        return "future" if asked else "near"
    return "future" if earlier[:1] == ["be"] and not _was(earlier[1:2], clues) else "past"


def _takes_effect(backward: Sequence[str], at: int, clues: TenseWords) -> bool:
    return backward[at] in clues.effect and "effect" in backward[max(0, at - 2) : at]


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
