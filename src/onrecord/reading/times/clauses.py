"""The words of the clause around a time: what stands in brackets or is a quoted title is passed over, a quotation ends it."""

import re
from collections.abc import Mapping, Sequence

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout, Word

CLAUSE_WORDS = 14
"""How far to look for a verb: about two clauses."""

FAR_WORDS = 24
"""How far to look for what is to come, where no verb stands between."""

_ASIDE_WORDS = 9
"""How many words a title or a nickname in quotation marks, or a remark in brackets, may have."""

_SENTENCE_WORDS = 80
"""How many words before a time are looked at for quotation marks that are the same at both ends."""

_ENDS = frozenset('“”"«»;:()[]') | {"''", "``", "that"}
_BEGINS = frozenset({"who", "which"})
"""Words that begin a clause whose verb is before a time only if it stands between."""

_OPENERS = {"”": "“", "''": "``", "»": "«", ")": "(", "]": "[", '"': '"'}
"""What ends an aside → what opens it."""

_SPEECH_ENDS = frozenset(",.?!")
"""What stands before the closing mark of words that were said, and not of a title."""


def clause_before(layout: Layout, sentence: Span, span: Span) -> list[str]:
    """The words of the clause before a time, the last one first."""
    first, last = layout.places_in(Span(sentence.start, max(sentence.start, span.start)))
    words = layout.words[max(first, last - _SENTENCE_WORDS) : last]
    return _clause(layout, words[::-1], {mark: other for mark, other in _OPENERS.items() if mark != other or not _is_inside(words)})


def clause_after(layout: Layout, sentence: Span, span: Span) -> list[str]:
    """The words of the clause after a time."""
    first, last = layout.places_in(Span(span.end, max(sentence.end, span.end)))
    return _clause(layout, layout.words[first : min(last, first + CLAUSE_WORDS)], {})


def _is_inside(before: Sequence[Word]) -> bool:
    """Whether a quotation in marks that are the same at both ends has begun and has not ended yet."""
    return sum(word.text == '"' for word in before) % 2 == 1


def _clause(layout: Layout, outward: Sequence[Word], far_marks: Mapping[str, str]) -> list[str]:
    """The words from a time outward to the end of its clause, in lower case, but for `May` the month, which is no verb."""
    clause: list[str] = []
    at = 0
    while at < len(outward) and len(clause) < FAR_WORDS:
        word = outward[at].text
        if far_marks and word.lower() in _BEGINS:
            break
        if word.lower() in _ENDS:
            beyond = _beyond_aside(outward, at, far_marks.get(word, ""))
            if not beyond:
                clause += _label(outward[at : at + 2])
                break
            at = beyond
            continue
        clause.append(word if word == "May" and _is_name(layout, outward[at]) else word.lower())
        at += 1
    return clause


def _label(words: Sequence[Word]) -> list[str]:
    """The label that a time follows, with its colon: `WHEN: Tuesday`."""
    return [f"{words[1].text.lower()}:"] if len(words) > 1 and words[0].text == ":" else []


def _beyond_aside(outward: Sequence[Word], at: int, far_mark: str) -> int:
    """The place beyond the other end of a short aside that begins there, or 0 where none does."""
    reach = outward[at + 1 : at + 2 + _ASIDE_WORDS]
    if not far_mark or (reach and reach[0].text in _SPEECH_ENDS):
        return 0
    return next((at + 2 + step for step, word in enumerate(reach) if word.text == far_mark), 0)


def _is_name(layout: Layout, word: Word) -> bool:
    """Whether a word with a capital is no sentence's first and in no headline that has capitals throughout."""
    return layout.sentence_at(word.start).start != word.start and not _CAPITAL.match(layout.text, word.end)


_CAPITAL = re.compile(r"\s+[A-Z]")
