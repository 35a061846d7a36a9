"""Links: which cue a content belongs to, and which source a cue has."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.reading.neural.pieces import BORDERS

GAPS = (0, 1, 3, 6, 11, 21, 41)
"""The least number of words between two pieces for each class of distance."""

DISTANCES = 2 * len(GAPS) * 3
BETWEEN = 3


class Place(NamedTuple):
    """The words `[start, end)` of a piece with the sentence and the paragraph that it begins in, by number."""

    start: int
    end: int
    sentence: int
    paragraph: int


def places(pieces: Sequence[tuple[int, int]], borders: Sequence[int]) -> tuple[Place, ...]:
    """The pieces, each words `[start, end)`, with their sentences and paragraphs; `borders` has a position in BORDERS a word."""
    paragraphs = [at for at, border in enumerate(borders) if border == BORDERS.index("paragraph")]
    sentences = [at for at, border in enumerate(borders) if border != BORDERS.index("inside")]
    return tuple(Place(start, end, bisect_right(sentences, start), bisect_right(paragraphs, start)) for start, end in pieces)


def distance(piece: Place, cue: Place) -> int:
    """The class of how far and on which side of the cue the piece stands, and whether a border lies between; below DISTANCES."""
    follows = piece.start >= cue.start
    gap = piece.start - cue.end if follows else cue.start - piece.end
    near = bisect_left(GAPS, max(0, gap) + 1) - 1
    border = 0 if piece.sentence == cue.sentence else 1 if piece.paragraph == cue.paragraph else 2
    return (int(follows) * len(GAPS) + near) * 3 + border


def between(piece: Place, cue: Place, starts: Sequence[int]) -> int:
    """How many other cues begin between the piece and the cue, up to BETWEEN - 1; `starts` are those of all cues, in order."""
    low, high = sorted((piece.start, cue.start))
    return min(BETWEEN - 1, max(0, bisect_left(starts, high) - bisect_right(starts, low)))


Words = tuple[int, int]
"""The words `[start, end)` of a text, by number."""


class InWords(NamedTuple):
    """An attribution in words; any role may be empty."""

    source: tuple[Words, ...]
    cue: tuple[Words, ...]
    content: tuple[Words, ...]


class Linked(NamedTuple):
    """The positions of a cue, of the source it has (None: it has none) and of the contents that belong to it."""

    cue: int
    source: int | None
    contents: tuple[int, ...]


def linked(cue_of: Sequence[int | None], source_of: Sequence[int | None]) -> list[Linked]:
    """The attributions that choices make: `cue_of` each content (None: of none), `source_of` each cue; in order of cue."""
    return [
        Linked(cue, source, tuple(content for content, its_cue in enumerate(cue_of) if its_cue == cue))
        for cue, source in enumerate(source_of)
    ]


def best(scores: Sequence[float], none: float | None = None) -> int | None:
    """The position of the highest score, the first of equals; None where `none` is higher, or there is nothing to choose from."""
    if not scores:
        return None
    at = max(range(len(scores)), key=lambda position: (scores[position], -position))
    return None if none is not None and none > scores[at] else at
