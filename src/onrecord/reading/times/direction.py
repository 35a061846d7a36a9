"""Whether a bare weekday, day or month lies before or after the writing, from the words around it."""

from collections.abc import Iterator, Sequence

from onrecord.core.readings import Direction
from onrecord.core.spans import Span
from onrecord.knowledge.times import TenseWords, tense_words
from onrecord.reading.layout import Layout, Word

_CLAUSE_WORDS = 14
"""How far to look for a verb: about two clauses."""

_GOVERNED_WITHIN = 4
"""Within how many words before a participle its auxiliary stands (`will not yet have been held`)."""

_CLAUSE_ENDS = frozenset('“”"«»;:()[]') | {"''", "``"}


def direction(layout: Layout, span: Span) -> Direction:
    """The side of the writing that a time without one is on: told by its preposition, else by the nearest verb, else `near`.

    A verb before it in its clause tells more than one after it; quotation marks and semicolons end the clause.
    """
    sentence = layout.sentence_at(span.start)
    before = layout.words_in(Span(sentence.start, max(sentence.start, span.start)))
    after = layout.words_in(Span(span.end, max(sentence.end, span.end)))
    clues = tense_words()
    if before and before[-1].text.lower() in clues.since:
        return "past"
    if before and before[-1].text.lower() in clues.until:
        return "future"
    return _from_before(before, clues) or _from_after(after, clues) or "near"


def _clause(words: Iterator[Word]) -> list[str]:
    clause: list[str] = []
    for word in words:
        if word.text in _CLAUSE_ENDS or len(clause) == _CLAUSE_WORDS:
            break
        clause.append(word.text.lower())
    return clause


def _from_before(words: Sequence[Word], clues: TenseWords) -> Direction | None:
    backward = _clause(iter(reversed(words)))
    for at, word in enumerate(backward):
        if word in clues.future or (word == "to" and at and not _is_number(backward[at - 1])):
            return "future" if word != "to" or _to_come(backward[at + 1 :], clues) else "past"
        if _is_past(word, clues):
            governing = backward[at + 1 : at + 1 + _GOVERNED_WITHIN]
            if not clues.governing.isdisjoint(governing) and not clues.future.isdisjoint(governing):
                return "future"
            return "past"
    return None


def _to_come(earlier: Sequence[str], clues: TenseWords) -> bool:
    """Whether a `to` with a verb speaks of what is to come: `plans to meet`, but `was the first to resign`."""
    verb = next((word for word in earlier if word in clues.future or _is_past(word, clues)), "")
    return not verb or verb in clues.future


def _from_after(words: Sequence[Word], clues: TenseWords) -> Direction | None:
    for word in _clause(iter(words)):
        if word in clues.future:
            return "future"
        if _is_past(word, clues):
            return "past"
    return None


def _is_past(word: str, clues: TenseWords) -> bool:
    if word in clues.past:
        return True
    return word.endswith("ed") and len(word) > 3 and word.isalpha() and word not in clues.not_past


def _is_number(word: str) -> bool:
    return word[:1].isdecimal()
