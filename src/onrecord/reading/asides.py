"""Attributions as they stand beside quoted words, found where the marks do not tell quoted words from the rest.

Used only to mend quotations whose opening or closing mark is missing: `“We will not wait, Lind said.`
"""

from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Layout, Word
from onrecord.reading.noun_phrases import phrase_after, phrase_before

_BEFORE_ASIDE = frozenset({",", "?", "!", "…", "—", "--", ".", "..."})
_LEADING_WORDS = 15


def attribution_start(layout: Layout, start: int, limit: int) -> int | None:
    """Where quoted words end because `, Lind said.` or `, said Lind.` follows: after the comma; None if nothing such follows."""
    words = layout.words_in(Span(start, limit))
    for index in _reporting(words):
        first = phrase_before(words, index)
        if first is not None and first > 0 and words[first - 1].text in _BEFORE_ASIDE and _closes_aside(words, index + 1):
            return words[first - 1].end
        if index > 0 and words[index - 1].text in _BEFORE_ASIDE - {"."}:
            last = phrase_after(words, index + 1)
            if last is not None and _closes_aside(words, last):
                return words[index - 1].end
    return None


def attribution_end(layout: Layout, floor: int, end: int) -> int | None:
    """Where new words begin after an attribution that stands first (`Lind said. | We will…`), or None if none stands there."""
    words = layout.words_in(Span(floor, end))
    for index in _reporting(words[:_LEADING_WORDS]):
        first = phrase_before(words, index)
        leads = first is not None and all(word.text in _BEFORE_ASIDE for word in words[:first])
        inverted = all(word.text in _BEFORE_ASIDE for word in words[:index])
        closed = index + 1 if leads else phrase_after(words, index + 1) if inverted else None
        if closed is not None:
            return _after_punctuation(words, closed)
    return None


def head_cue_end(layout: Layout, floor: int, end: int) -> int | None:
    """Where words begin that `Lind said:` or `Lind said,` introduces; the last such place before `end`, or None."""
    words = layout.words_in(Span(floor, end))
    found: int | None = None
    for index in _reporting(words):
        if phrase_before(words, index) is None:
            continue
        introduced = next((at for at in range(index + 1, min(index + 9, len(words))) if words[at].text in (",", ":", ".")), None)
        if introduced is not None and introduced + 1 < len(words) and _introduces(words, index, introduced):
            found = words[introduced + 1].start
    return found


def _introduces(words: Sequence[Word], cue: int, mark: int) -> bool:
    return words[mark].text == ":" or (words[mark].text == "," and mark == cue + 1)


def _reporting(words: Sequence[Word]) -> list[int]:
    verbs = reporting_verbs()
    return [at for at, word in enumerate(words) if word.text in verbs and "q" in verbs[word.text].frames]


def _closes_aside(words: Sequence[Word], index: int) -> bool:
    if index >= len(words) or words[index].text in (",", ".", ";"):
        return True
    return words[index].text.lower() in phrase_words("setting")


def _after_punctuation(words: Sequence[Word], index: int) -> int | None:
    for at in range(index, len(words) - 1):
        if words[at].text in (".", ","):
            return words[at + 1].start
    return None
