"""Paragraphs, sentences and words of a text, with offsets; together they lose no character that is not white space."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from nupunkt import sent_spans

from onrecord.core.spans import Span, trimmed


class Word(NamedTuple):
    """A word, a number or one mark of punctuation, at `[start, end)` of the text."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)

    @property
    def capitalized(self) -> bool:
        """Whether the word begins with an upper-case letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Layout:
    """A text cut into paragraphs, sentences (never across paragraphs) and words, each in order."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that begin in the span."""
        return self.words[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def places_in(self, span: Span) -> tuple[int, int]:
        """Where among all words those stand that begin in the span: `[first, last)`."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that the character at the offset belongs to (the one before, between two)."""
        return _at(self.sentences, offset)

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that the character at the offset belongs to (the one before, between two)."""
        return _at(self.paragraphs, offset)


def _at(spans: tuple[Span, ...], offset: int) -> Span:
    return spans[max(0, bisect_left(spans, (offset + 1, 0)) - 1)]


_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")

WRAPPED_LINE = (45, 100)
"""The length of a line that was broken to fit a page, in code points: mail wraps at 72 to 78, old wires at 60 to 90."""

LONG_BLOCK = 150
"""Code points of a block between blank lines that must have been broken if the text's lines are."""
_WORD = re.compile(
    r"""
      [^\W\d]\w*+(?![.'’‐‑-])                            # most words: nothing follows that any of the others would look at
    | (?:[A-Z]\.){2,}                                   # U.S., L.A.
    | (?:Messrs|Drs|Sens|Reps|Govs|Gens|Profs)\.        # titles of several
    | (?:Adm|Atty|Brig|Cmdr|Cpl|Del|Det|Maj|Pfc|Pvt|Spc|Supt)\.(?=\s+[A-Z])
    | (?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|St|Jr|Sr|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.
    | No\.(?=\s*[\d#])                                  # a number, not an answer
    | [A-Z]\.(?=\s+[A-Z])                               # an initial
    | (?:n['’]t|['’](?:s|re|ve|ll|d|m))\b               # what a contraction or a possessive adds
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%)?             # numbers with their separators
    | \w+?(?=n['’]t\b)                                  # the verb before n't
    | \w+(?:['’](?!(?:s|re|ve|ll|d|m)\b)\w+)*(?:[-‐‑]\w+(?:['’](?!s\b)\w+)*)*
    | ''|``                                             # two marks used as one quotation mark
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


def layout(text: str) -> Layout:
    """Cut a text into paragraphs, sentences (nupunkt, within paragraphs) and words.

    A paragraph is a line or, where a text's lines are broken to fit a page, a block between blank lines.
    """
    bounds = _BLOCK if _is_wrapped(text) else _LINE
    spans = (trimmed(text, Span(*found.span())) for found in bounds.finditer(text))
    paragraphs = tuple(span for span in spans if span.start < span.end)
    sentences = tuple(sentence for paragraph in paragraphs for sentence in _sentences(text, paragraph))
    words = tuple(Word(found.start(), found.end(), found.group()) for found in _WORD.finditer(text))
    return Layout(text, paragraphs, sentences, words, tuple(word.start for word in words))


def _is_wrapped(text: str) -> bool:
    """Whether most long blocks of the text are broken into lines of one width, in the middle of sentences."""
    blocks = [found.group().split("\n") for found in _BLOCK.finditer(text) if found.end() - found.start() >= LONG_BLOCK]
    return bool(blocks) and 2 * sum(map(_is_wrapped_block, blocks)) > len(blocks)


def _is_wrapped_block(lines: list[str]) -> bool:
    *full, last = (line.rstrip() for line in lines)
    shortest, longest = WRAPPED_LINE
    even = bool(full) and all(shortest <= len(line) <= longest for line in full) and len(last) <= longest
    return even and any(line[-1] not in '.!?:;”"' for line in full)


def _sentences(text: str, paragraph: Span) -> list[Span]:
    found = [Span(paragraph.start + start, paragraph.start + end) for start, end in sent_spans(text[slice(*paragraph)])]
    spans = (Span(start, end) for raw in _after_titles(text, found) for start, end in _at_missed(text, raw))
    return [span for raw in spans if (span := trimmed(text, raw)).start < span.end]


_PLURAL_TITLE = re.compile(r"\b(?:Sens|Reps|Govs|Gens|Drs|Profs|Messrs)\.\s*$")


def _after_titles(text: str, sentences: list[Span]) -> list[Span]:
    """The sentences, those cut after `Sens.` joined again: the tokenizer knows such titles in the singular only."""
    joined: list[Span] = []
    for sentence in sentences:
        if joined and _PLURAL_TITLE.search(text, joined[-1].start, joined[-1].end):
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return joined


_MISSED = re.compile(
    r"""
      \b[ap]\.m\.(?=\s+(?:I|He|She|It|They|We|The|A|An|But|In|His|Her|Their|This|That|There)\b)
    | \b(?!(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gens?|Lt|Col|Sgt|Capt|Rev|Hon|Profs?|Drs|Messrs|St|Mt|vs)\.)
      (?:[^\W\d_]{2,}|[ap]\.m|U\.S)\.(?=\s+(?:[“‘«]|``|''))
    """,
    re.VERBOSE,
)
"""Ends of sentences that the tokenizer passes over: after `p.m.` where another plainly begins, and after some 600 words that it
takes for short forms before a quotation (`in the park. “No,”`; not in straight marks). A nickname may stand behind a title."""


def _at_missed(text: str, sentence: Span) -> list[Span]:
    """The sentence cut where the tokenizer took two for one."""
    cuts = [found.end() for found in _MISSED.finditer(text, *sentence)]
    bounds = [sentence.start, *cuts, sentence.end]
    return [Span(start, end) for start, end in pairwise(bounds)]
