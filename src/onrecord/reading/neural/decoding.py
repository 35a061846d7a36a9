"""Decoding: what a network gives for each word of a text → attributions in words."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from math import log, sqrt
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.neural.labelled import Labelled, Read, labelled
from onrecord.reading.neural.links import InWords, Linked, Place, apart, crossings, distances, linked, places
from onrecord.reading.neural.roles import FORBIDDEN, ROLES, Piece, Steps, pieces_of
from onrecord.reading.neural.signs import Signs, Sureness
from onrecord.reading.neural.windows import WINDOW

Array: TypeAlias = NDArray[np.float32]

SIDES = 4
"""What a vector for links is for: a cue for its contents, a content, a cue for its source, a source; in this order."""

REACH = 2
"""Paragraphs that may lie between a cue and its source or content; of 19,882 attributions in PolNeAR train 163 cross even one."""

FURTHEST = WINDOW
"""Words that may lie between the beginnings of two pieces of an attribution: none in training are further apart than a window."""

AT_ONCE = 1024
"""Pieces that are scored at once. What a longer text has is scored with what may be near it: all pairs would not fit in memory."""

LIKELY = log(0.5)
"""A content is a cue's only where that is more likely than not; the rules may still find whose quoted words are."""


class Weights(NamedTuple):
    """What is learnt outside of the network's graph: steps between labels, and scores of links by distance."""

    steps: Steps
    distance: Array
    between: Array
    none: Array

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Weights":
        """The weights in a row of plain lists, as `row` gives it."""
        tables = (np.asarray(row[name], dtype=np.float32) for name in ("distance", "between", "none"))
        return cls(Steps.of(*(row["steps"][name] for name in ("between", "begin", "end"))), *tables)


class Vectors:
    """The vectors for links of a text's pieces, by side."""

    def __init__(self, text: Labelled) -> None:
        self._text = text
        self._by_side = text.vectors.reshape(len(text.vectors), SIDES, 2, -1)
        self.width: int = self._by_side.shape[-1]

    def of(self, side: int, pieces: Sequence[Place]) -> Array:
        """[pieces, width]: those of the pieces on one of the SIDES, of first and last word together."""
        if not pieces:
            return np.zeros((0, self.width), dtype=np.float32)
        first = self._by_side[self._text.of([piece.start for piece in pieces]), side, 0]
        vectors: Array = first + self._by_side[self._text.of([piece.end - 1 for piece in pieces]), side, 1]
        return vectors


class Choice(NamedTuple):
    """What a piece was tied to, by position, or None; and the logarithm of the chance of that choice."""

    chosen: int | None
    sure: float


class Decoded(NamedTuple):
    """An attribution that a network found, and how sure it was of each part of it."""

    words: InWords
    signs: Signs


def decode(read: Iterable[Read], borders: Sequence[int], weights: Weights) -> list[Decoded]:
    """The attributions of a text in order of cue, given its windows as the network read them and its words' borders."""
    return decode_labelled(labelled(read, borders, weights.steps), borders, weights)


def decode_labelled(text: Labelled, borders: Sequence[int], weights: Weights) -> list[Decoded]:
    """The attributions of a text in order of cue, given its labels and its words' borders."""
    pieces = pieces_of(text.labels)
    sources, cues, contents = (
        places([(piece.start, piece.end) for piece in pieces if piece.role == role], borders) for role in range(len(ROLES))
    )
    if not cues:
        return []
    vectors = Vectors(text)

    def cues_of(some: Sequence[Place], near: Sequence[Place]) -> list[Choice]:
        return _choices(_link_scores(vectors, weights, 0, some, near, cues), _near(some, near))

    def sources_of(some: Sequence[Place], near: Sequence[Place]) -> list[Choice]:
        none = vectors.of(2, some) @ weights.none / sqrt(vectors.width)
        return _choices(_link_scores(vectors, weights, 1, near, some, cues).T, _near(near, some).T, none)

    of_contents = _tied(contents, cues, cues_of)
    to_cues = [choice if choice.sure > LIKELY else Choice(None, choice.sure) for choice in of_contents]
    to_sources = _tied(cues, sources, sources_of)
    sure = Sureness(text.scored, weights.steps)
    chosen = linked([choice.chosen for choice in to_cues], [choice.chosen for choice in to_sources])
    return [_decoded(each, (sources, cues, contents), sure, to_cues, to_sources) for each in chosen]


def _decoded(
    chosen: Linked, places: tuple[Sequence[Place], ...], sure: Sureness, to_cues: Sequence[Choice], to_sources: Sequence[Choice]
) -> Decoded:
    source = None if chosen.source is None else Piece(0, *_words(places[0][chosen.source]))
    cue = Piece(1, *_words(places[1][chosen.cue]))
    contents = [Piece(2, *_words(places[2][at])) for at in chosen.contents]
    signs = Signs(
        sourced=source is not None,
        source=sure.of(source) if source else 0.0,
        cue=sure.of(cue),
        content=min(map(sure.of, contents), default=0.0),
        inside=sure.inside(contents),
        to_source=to_sources[chosen.cue].sure,
        to_cue=min((to_cues[at].sure for at in chosen.contents), default=0.0),
    )
    in_words = InWords((source[1:],) if source else (), (cue[1:],), tuple(content[1:] for content in contents))
    return Decoded(in_words, signs)


def _tied(
    pieces: Sequence[Place], others: Sequence[Place], choose: Callable[[Sequence[Place], Sequence[Place]], list[Choice]]
) -> list[Choice]:
    """What each piece is tied to of the others, `choose` being asked for AT_ONCE of them at a time."""
    if len(pieces) <= AT_ONCE:
        return choose(pieces, others)
    found: list[Choice] = []
    for first in range(0, len(pieces), AT_ONCE):
        some = pieces[first : first + AT_ONCE]
        low = bisect_left(others, some[0].start - FURTHEST, key=_start)
        high = bisect_right(others, some[-1].start + FURTHEST, key=_start)
        choices = choose(some, others[low:high])
        found += [Choice(None if chosen is None else low + chosen, sure) for chosen, sure in choices]
    return found


def _start(place: Place) -> int:
    return place.start


def _choices(scores: Array, near: NDArray[np.bool_], none: Array | None = None) -> list[Choice]:
    """What is chosen for each row of the scores, of the columns that are near; or nothing, at the score that `none` has for it."""
    if none is not None:
        scores, near = np.column_stack([scores, none]), np.column_stack([near, np.ones(len(none), dtype=bool)])
    if not scores.size:
        return [Choice(None, 0.0)] * len(scores)
    within = np.where(near, scores, FORBIDDEN)
    best, highest = within.argmax(axis=1).tolist(), within.max(axis=1, keepdims=True)
    sure = (-np.log(np.exp(within - highest).sum(axis=1))).tolist()
    nothing = -1 if none is None else scores.shape[1] - 1
    choices = [Choice(None if at == nothing else at, chance) for at, chance in zip(best, sure, strict=True)]
    return [choice if some else Choice(None, 0.0) for choice, some in zip(choices, map(any, near.tolist()), strict=True)]


def _link_scores(
    vectors: Vectors, weights: Weights, kind: int, pieces: Sequence[Place], cues: Sequence[Place], every: Sequence[Place]
) -> Array:
    """[pieces, cues]: how well contents (`kind` 0) or sources (1) go with cues, of `every` cue of the text."""
    of_pieces, of_cues = vectors.of(1 if kind == 0 else 3, pieces), vectors.of(0 if kind == 0 else 2, cues)
    by_place = weights.distance[kind][distances(pieces, cues)] + weights.between[kind][crossings(pieces, cues, every)]
    scores: Array = of_pieces @ of_cues.T / sqrt(vectors.width) + by_place
    return scores


def _near(pieces: Sequence[Place], cues: Sequence[Place]) -> NDArray[np.bool_]:
    """[pieces, cues]: whether they may belong to each other at all."""
    words, paragraphs = apart(pieces, cues)
    return (words <= FURTHEST) & (paragraphs <= REACH)


def _words(place: Place) -> tuple[int, int]:
    return place.start, place.end
