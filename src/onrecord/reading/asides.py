"""Attributions as they stand beside quoted words, found where the marks do not tell quoted words from the rest.

Used only to mend quotations whose opening or closing mark is missing: `“We will not wait, Lind said.`
"""

from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Layout, Word
from onrecord.reading.noun_phrases import before_verb_group, phrase_after, phrase_before

_BEFORE_ASIDE = frozenset({",", "?", "!", "…", "—", "--", ".", "..."})
_LEADING_WORDS = 15


def attribution_start(layout: Layout, start: int, limit: int) -> int | None:
    """Where quoted words end because `, Lind said.` or `, said Lind.` follows: after the comma; None if nothing such follows."""
    words = layout.words_in(Span(start, limit))
    for index in _reporting(words):
        first = phrase_before(words, before_verb_group(words, index))
        if first is not None and first > 0 and _stands_apart(words, first, index):
            return words[first - 1].end
        last = phrase_after(words, index + 1)
        if index == 0 or last is None or not _closes(words, last):
            continue
        unmarked = words[index].text in phrase_words("inverting") and words[index + 1].capitalized
        if words[index - 1].text in _BEFORE_ASIDE - {"."} or unmarked:
            return words[index - 1].end
    return None


def attribution_end(layout: Layout, floor: int, end: int) -> int | None:
    """Where new words begin after an attribution that stands first (`Lind said. | We will…`), or None if none stands there."""
    words = layout.words_in(Span(floor, end))
    for index in _reporting(words[:_LEADING_WORDS]):
        first = phrase_before(words, before_verb_group(words, index))
        leads = first is not None and all(word.text in _BEFORE_ASIDE for word in words[:first])
        inverted = all(word.text in _BEFORE_ASIDE for word in words[:index])
        closed = index + 1 if leads else phrase_after(words, index + 1) if inverted else None
        if closed is not None:
            return _after_punctuation(words, closed)
    return None


def attributed_after(layout: Layout, start: int, limit: int) -> bool:
    """Whether `Lind said` or `said Lind` begins right at an offset, so that the words before it are hers."""
    words = layout.words_in(Span(start, limit))[:_LEADING_WORDS]
    skipped = 1 if words and words[0].text == "," else 0
    for index in _reporting(words):
        if index == skipped and phrase_after(words, index + 1) is not None:
            return True
        if phrase_before(words, before_verb_group(words, index)) == skipped:
            return True
    return False


def head_cue_end(layout: Layout, floor: int, end: int, *, attributed: bool = False) -> int | None:
    """Where words begin that `Lind said:`, `Lind said,` or `Lind said that` introduces; the last such place, or None.

    Without a mark or `that`, only in the sentence that the words end in: `Lind called it a slow no.”`. Where the words are
    `attributed` to somebody after them, only by a mark in that sentence.
    """
    words = layout.words_in(Span(floor, end))
    last_sentence = layout.sentence_at(max(floor, end - 1)).start
    found: int | None = None
    for index in _reporting(words):
        first = phrase_before(words, before_verb_group(words, index))
        if first is None:
            found = _inverted_introduction(words, index) or found
            continue
        if words[first].text.lower() in _FIRST_PERSON:
            continue
        in_last = words[index].start >= last_sentence
        if attributed and not in_last:
            continue
        introduced = _introduced(words, index, in_last=in_last and not attributed)
        if introduced is not None and (found is None or words[introduced].start >= last_sentence > found):
            found = words[introduced].start
    return found if found is not None else _according_end(words)


_FIRST_PERSON = frozenset({"i", "we"})
"""Whoever says `I said` is inside the quotation."""


def _introduced(words: Sequence[Word], cue: int, *, in_last: bool) -> int | None:
    """The first word that the cue introduces, or None."""
    verb = reporting_verbs()[words[cue].text.lower()]
    mark = next((at for at in range(cue + 1, min(cue + 9, len(words))) if words[at].text in (",", ":", ".")), None)
    if mark is not None and mark + 1 < len(words) and (words[mark].text == ":" or (words[mark].text == "," and mark == cue + 1)):
        return mark + 1
    start = cue + 1
    if "p" in verb.frames:
        start = _past_addressee(words, start)
    if not in_last or start >= len(words):
        return None
    that = next((at for at in range(start, min(start + 9, len(words) - 1)) if words[at].text == "that"), None)
    if that is not None and not any(word.text in _BEFORE_ASIDE for word in words[start:that]):
        return that + 1
    if words[start].text.lower() in phrase_words("setting") or words[start].text in _BEFORE_ASIDE:
        return None
    return start if set("co") & set(verb.frames) else None


def _inverted_introduction(words: Sequence[Word], cue: int) -> int | None:
    """`Said Jo Lind, the clerk: We …`: where the words begin after the colon."""
    last = phrase_after(words, cue + 1)
    introduces = last is not None and last + 1 < len(words) and words[last].text == ":"
    return words[last + 1].start if introduces and last is not None else None


def _past_addressee(words: Sequence[Word], start: int) -> int:
    if start < len(words) and words[start].text.lower() in phrase_words("object"):
        return start + 1
    last = phrase_after(words, start)
    plain = start < len(words) and words[start].text.islower() and words[start].text not in phrase_words("clause")
    return last if last is not None else start + 1 if plain else start


def _according_end(words: Sequence[Word]) -> int | None:
    for index in range(len(words) - 2):
        if words[index].text == "According" and words[index + 1].text == "to":
            last = phrase_after(words, index + 2)
            return words[last + 1].start if last is not None and last + 1 < len(words) and words[last].text == "," else None
    return None


def reports(layout: Layout, start: int, end: int) -> bool:
    """Whether somebody, named or not, reports something in the words between two offsets."""
    words = layout.words_in(Span(start, end))
    sources = (phrase_before(words, before_verb_group(words, index)) for index in _reporting(words))
    return any(first is not None and words[first].text.lower() not in _FIRST_PERSON for first in sources)


def _reporting(words: Sequence[Word]) -> list[int]:
    verbs = reporting_verbs()
    forms = (word.text if at else word.text.lower() for at, word in enumerate(words))
    return [at for at, form in enumerate(forms) if form in verbs and set("qo") & set(verbs[form].frames)]


def _stands_apart(words: Sequence[Word], first: int, cue: int) -> bool:
    """Whether `Lind said` is set off from what stands before; after a full stop it is only as a sentence of its own."""
    if words[first - 1].text == ".":
        return cue + 1 == len(words) or words[cue + 1].text == "."
    return words[first - 1].text in _BEFORE_ASIDE and _closes_aside(words, cue)


def _closes_aside(words: Sequence[Word], cue: int) -> bool:
    """Whether the attribution is over after the cue, or after whom it was told to."""
    if "q" not in reporting_verbs()[words[cue].text.lower()].frames:
        return False
    if "p" in reporting_verbs()[words[cue].text.lower()].frames:
        return _closes(words, cue + 1) or _closes(words, _past_addressee(words, cue + 1))
    return _closes(words, cue + 1)


def _closes(words: Sequence[Word], index: int) -> bool:
    if index >= len(words) or words[index].text in (",", ".", ";"):
        return True
    return words[index].text.lower() in phrase_words("setting") or words[index].text in ("who", "whose")


def _after_punctuation(words: Sequence[Word], index: int) -> int | None:
    for at in range(index, len(words) - 1):
        if words[at].text in (".", ","):
            return words[at + 1].start
    return None
