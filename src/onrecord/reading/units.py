"""Units: the sentences of the page, each with the quotations in it standing as single words.

A sentence inside a quotation ends no unit; the words that say whose the quotation is (`“Why now?” Lind asked.`) belong to it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.spans import Span, overlapping
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Layout, Word
from onrecord.reading.noun_phrases import QUOTED, QUOTED_ON, is_quoted, is_word, past_tense, phrase_after, phrase_before
from onrecord.reading.quotations import Quotation

SHORT_ATTRIBUTION = 14
"""Words that an attribution may have that stands as a sentence of its own after a quotation."""

CLOSING = " ”\"'’"
"""What may stand after the last mark of quoted words."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the page; `words` has one `QUOTED` word for each quotation; `paragraph` counts from 0."""

    span: Span
    words: tuple[Word, ...]
    paragraph: int

    @property
    def only_quoted(self) -> bool:
        """Whether nothing stands in the unit but quotations and punctuation."""
        return not any(is_word(word) for word in self.words) and any(is_quoted(word) for word in self.words)


def find_units(layout: Layout, quotations: Sequence[Quotation]) -> tuple[Unit, ...]:
    """The units of a text, in order."""
    spans = [quotation.span for quotation in quotations]
    stopped = frozenset(span.end for span in spans if stops(layout.text[slice(*span)]))
    return tuple(
        Unit(Span(words[0].start, words[-1].end), words, number)
        for number, paragraph in enumerate(layout.paragraphs)
        for words in _cut(_outer_words(layout, paragraph, spans), _ends(layout, paragraph), stopped)
    )


def stops(quoted: str) -> bool:
    """Whether quoted words end with a full stop: a comma stands there where `Lind said` goes on with them."""
    return quoted.rstrip(CLOSING).endswith(".")


def _outer_words(layout: Layout, paragraph: Span, quotations: Sequence[Span]) -> list[Word]:
    outer: list[Word] = []
    at = paragraph.start
    for span in overlapping(quotations, paragraph):
        outer.extend(layout.words_in(Span(at, span.start)))
        outer.append(Word(span.start, span.end, _quoted(layout.words_in(span))))
        at = span.end
    outer.extend(layout.words_in(Span(at, paragraph.end)))
    return outer


def _quoted(words: Sequence[Word]) -> str:
    first = next((word for word in words if is_word(word)), None)
    return QUOTED_ON if first is not None and first.text[0].islower() else QUOTED


def _ends(layout: Layout, paragraph: Span) -> frozenset[int]:
    first, last = (bisect_left(layout.sentences, Span(offset, 0)) for offset in paragraph)
    return frozenset(sentence.end for sentence in layout.sentences[first:last])


def _cut(words: list[Word], ends: frozenset[int], stopped: frozenset[int]) -> Iterator[tuple[Word, ...]]:
    """Cut at sentence ends that lie between outer words, unless what follows is an attribution of what stands before."""
    start = 0
    for index, word in enumerate(words):
        if index + 1 == len(words):
            yield tuple(words[start:])
        elif _ends_here(word, words[index + 1], ends) and not _attributes(words, index + 1, word, word.end in stopped):
            yield tuple(words[start : index + 1])
            start = index + 1


def _ends_here(word: Word, following: Word, ends: frozenset[int]) -> bool:
    quoted = is_quoted(following)
    if quoted and word.text in (".", "?", "!"):
        return True
    if quoted and is_quoted(word):
        return False
    return not ends.isdisjoint(range(word.end, following.start + 1 + quoted))


def _attributes(words: Sequence[Word], index: int, quoted: Word, stopped: bool) -> bool:
    if not is_quoted(quoted):
        return False
    if words[index].text[0].islower() or words[index].text == ",":
        return True
    if words[index].text in reporting_verbs() and phrase_after(words, index + 1) is not None:
        return True
    return _short_attribution(words, index, stopped)


def _quotes(word: Word) -> bool:
    verb = reporting_verbs().get(word.text)
    return verb is not None and "q" in verb.frames


def _short_attribution(words: Sequence[Word], index: int, stopped: bool) -> bool:
    """Whether `Lind said.` and no more stands there; after a full stop, `Lind left.` says nothing of whose words they are."""
    for at in range(index + 1, min(index + SHORT_ATTRIBUTION, len(words))):
        if _quotes(words[at]) or (past_tense(words[at]) and not stopped):
            following = words[at + 1].text.lower() if at + 1 < len(words) else "."
            closed = following in (".", ",") or following in phrase_words("setting") or following.endswith("ly")
            if closed and phrase_before(words, at, index) == index:
                return True
        if words[at].text == ".":
            return False
    return False
