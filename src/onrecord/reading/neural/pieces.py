"""Words as a network reads them: their pieces, and what an uncased encoder cannot see (case, quotation marks, borders)."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout, Word
from onrecord.reading.quotations import Quotation, find_quotations

SHAPES = ("mark", "lower", "capitalized", "upper", "mixed", "digits")
"""The case of a word; `digits` has a digit in it, `mark` no letter and no digit."""

QUOTED = ("outside", "opening", "inside", "closing", "half open")
"""Where a word stands to quotation marks; `half open` is inside a quotation that lacks one of its marks."""

BORDERS = ("inside", "sentence", "paragraph")
"""What begins with a word: nothing, a sentence, a paragraph."""

MOST_PIECES = 24
"""Pieces of one word that are kept; longer ones are addresses and strings of signs, of which the end tells nothing."""

UNKNOWN_PIECE = 100
"""`[UNK]` of the BERT vocabularies, for a word that the tokenizer makes nothing of (a zero-width character)."""

CutWords = Callable[[Sequence[str]], Sequence[Sequence[int]]]
"""Words → for each, the numbers of its pieces."""


@dataclass(frozen=True, slots=True)
class WordPieces:
    """A text's words with, for each, its pieces and its features (positions in SHAPES, QUOTED and BORDERS)."""

    words: tuple[Word, ...]
    pieces: tuple[tuple[int, ...], ...]
    features: tuple[tuple[int, int, int], ...]


def word_pieces(page: Layout, cut: CutWords) -> WordPieces:
    """The words of the page with their pieces and features; every word has at least one piece.

    Single marks around quotations are read as the double ones that the network learnt from.
    """
    quotations = find_quotations(page)
    doubled = {at: mark for quotation in quotations for at, mark in _marks(page.text, quotation)}
    cut_words = cut([doubled.get(word.start, word.text) for word in page.words])
    pieces = tuple(tuple(each[:MOST_PIECES]) or (UNKNOWN_PIECE,) for each in cut_words)
    quoted = quoted_words(page, quotations)
    borders = border_words(page)
    features = tuple((shape(word.text), quoted[at], borders[at]) for at, word in enumerate(page.words))
    return WordPieces(page.words, pieces, features)


def _marks(text: str, quotation: Quotation) -> Iterator[tuple[int, str]]:
    """Where single marks stand around a quotation, and the double ones for them."""
    start, end = quotation.span
    if text[start] in "'‘" and text[start : start + 2] not in ("''", "‘‘"):
        yield start, "“"
        if quotation.closed:
            yield end - 1, "”"


@lru_cache(maxsize=1 << 16)
def shape(word: str) -> int:
    """The position in SHAPES of the word's case."""
    if any(character.isdigit() for character in word):
        return SHAPES.index("digits")
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return SHAPES.index("mark")
    if not any(letter.isupper() for letter in letters):
        return SHAPES.index("lower")
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return SHAPES.index("upper")
    return SHAPES.index("capitalized" if letters[0].isupper() and not any(map(str.isupper, letters[1:])) else "mixed")


def quoted_words(page: Layout, quotations: Sequence[Quotation]) -> list[int]:
    """For each word of the page the position in QUOTED of where it stands to the quotations."""
    stands = [QUOTED.index("outside")] * len(page.words)
    for quotation in quotations:
        first, end = _words_of(page, quotation.span)
        whole = quotation.opened and quotation.closed
        stands[first:end] = [QUOTED.index("inside" if whole else "half open")] * (end - first)
        if quotation.opened:
            stands[first] = QUOTED.index("opening")
        if quotation.closed:
            stands[end - 1] = QUOTED.index("closing")
    return stands


def border_words(page: Layout) -> list[int]:
    """For each word of the page the position in BORDERS of what begins with it."""
    borders = [BORDERS.index("inside")] * len(page.words)
    for kind, spans in (("sentence", page.sentences), ("paragraph", page.paragraphs)):
        for span in spans:
            first, end = _words_of(page, span)
            if first < end:
                borders[first] = BORDERS.index(kind)
    return borders


def _words_of(page: Layout, span: Span) -> tuple[int, int]:
    return bisect_left(page.starts, span.start), bisect_left(page.starts, span.end)
