"""Links: which cue a content belongs to, and which source a cue has."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.neural.pieces import BORDERS

Whole: TypeAlias = NDArray[np.int64]

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
    begins = np.asarray(borders)
    paragraphs = np.cumsum(begins == BORDERS.index("paragraph")).tolist()
    sentences = np.cumsum(begins != BORDERS.index("inside")).tolist()
    return tuple(Place(start, end, sentences[start], paragraphs[start]) for start, end in pieces)


def distances(pieces: Sequence[Place], cues: Sequence[Place]) -> Whole:
    """[pieces, cues], each the class of how far and on which side of the cue the piece stands, and whether a border lies between;
    below DISTANCES."""
    (start, end, sentence, paragraph), (cue_start, cue_end, cue_sentence, cue_paragraph) = _columns(pieces), _rows(cues)
    follows = start >= cue_start
    gap = np.maximum(0, np.where(follows, start - cue_end, cue_start - end))
    near = np.searchsorted(GAPS, gap, side="right") - 1
    border = np.where(sentence == cue_sentence, 0, np.where(paragraph == cue_paragraph, 1, 2))
    classes: Whole = (follows * len(GAPS) + near) * 3 + border
    return classes


def crossings(pieces: Sequence[Place], cues: Sequence[Place], every: Sequence[Place] | None = None) -> Whole:
    """[pieces, cues], each how many other cues begin between the piece and the cue, up to BETWEEN - 1.

    `every` are all cues that may stand between; left out, there are no others than `cues`.
    """
    start, cue_start = _columns(pieces)[0], _rows(cues)[0]
    starts = np.sort(_rows(cues if every is None else every)[0].reshape(-1))
    first, last = np.minimum(start, cue_start), np.maximum(start, cue_start)
    crossed = np.searchsorted(starts, last, side="left") - np.searchsorted(starts, first, side="right")
    counts: Whole = crossed.clip(0, BETWEEN - 1)
    return counts


def apart(pieces: Sequence[Place], others: Sequence[Place]) -> tuple[Whole, Whole]:
    """[pieces, others] twice: words between the beginnings of the two, and paragraphs between them."""
    (start, _, _, paragraph), (other_start, _, _, other_paragraph) = _columns(pieces), _rows(others)
    return np.abs(start - other_start), np.abs(paragraph - other_paragraph)


def _columns(places: Sequence[Place]) -> Whole:
    return np.asarray(places, dtype=np.int64).reshape(-1, len(Place._fields)).T[:, :, None]


def _rows(places: Sequence[Place]) -> Whole:
    return np.asarray(places, dtype=np.int64).reshape(-1, len(Place._fields)).T[:, None, :]


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
    contents: dict[int | None, list[int]] = {}
    for content, cue in enumerate(cue_of):
        contents.setdefault(cue, []).append(content)
    return [Linked(cue, source, tuple(contents.get(cue, ()))) for cue, source in enumerate(source_of)]


def best(scores: Sequence[float], none: float | None = None) -> int | None:
    """The position of the highest score, the first of equals; None where `none` is higher, or there is nothing to choose from."""
    if not scores:
        return None
    at = max(range(len(scores)), key=lambda position: (scores[position], -position))
    return None if none is not None and none > scores[at] else at
