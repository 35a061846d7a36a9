"""Decoding: what a network gives for each word of a text → attributions in words."""

from collections.abc import Sequence
from math import sqrt
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.neural.links import InWords, Linked, Place, between, distance, linked, places
from onrecord.reading.neural.roles import ROLES, Steps, best_labels, pieces_of
from onrecord.reading.neural.windows import Window

Array: TypeAlias = NDArray[np.float32]

SIDES = 4
"""What a vector for links is for: a cue for its contents, a content, a cue for its source, a source; in this order."""

REACH = 2
"""Paragraphs that may lie between a cue and its source or content; of 19,882 attributions in PolNeAR train 163 cross even one."""

NEVER = -1e9


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


def label_words(found: Sequence[tuple[Window, Array]], steps: Steps) -> list[int]:
    """The labels of a text's words, from the scores [words, labels] of each of its windows; context gives way to what was kept."""
    labels: list[int] = []
    for window, scores in found:
        labels.extend(best_labels(scores.tolist(), steps)[window.kept - window.start :])
    return labels


def attributions(labels: Sequence[int], vectors: Array, borders: Sequence[int], weights: Weights) -> list[InWords]:
    """The attributions of a text in order of cue, given its words' labels and their vectors for links [words, ..]."""
    pieces = pieces_of(labels)
    sources, cues, contents = (
        places([(piece.start, piece.end) for piece in pieces if piece.role == role], borders) for role in range(len(ROLES))
    )
    if not cues:
        return []
    by_side = vectors.reshape(len(vectors), SIDES, 2, -1)
    cue_of = _best_columns(_scores(by_side, weights, 0, contents, cues))
    of_sources = _scores(by_side, weights, 1, sources, cues).T
    none = _of(by_side, 2, cues) @ weights.none / sqrt(by_side.shape[-1])
    source_of = _best_columns(np.concatenate([of_sources, none[:, None]], axis=1))
    chosen = linked(cue_of, [None if source == len(sources) else source for source in source_of])
    return [_in_words(each, sources, cues, contents) for each in chosen]


def _scores(by_side: Array, weights: Weights, kind: int, pieces: Sequence[Place], cues: Sequence[Place]) -> Array:
    """[pieces, cues]: how well each piece goes with each cue; `kind` 0 for contents, 1 for sources."""
    if not pieces:
        return np.zeros((0, len(cues)), dtype=np.float32)
    products = _of(by_side, 1 + 2 * kind, pieces) @ _of(by_side, 2 * kind, cues).T / sqrt(by_side.shape[-1])
    starts = [cue.start for cue in cues]
    by_place = [
        [
            weights.distance[kind][distance(piece, cue)] + weights.between[kind][between(piece, cue, starts)]
            if abs(piece.paragraph - cue.paragraph) <= REACH
            else NEVER
            for cue in cues
        ]
        for piece in pieces
    ]
    scores: Array = products + np.asarray(by_place, dtype=np.float32)
    return scores


def _of(by_side: Array, side: int, pieces: Sequence[Place]) -> Array:
    first = by_side[[piece.start for piece in pieces], side, 0]
    vectors: Array = first + by_side[[piece.end - 1 for piece in pieces], side, 1]
    return vectors


def _best_columns(scores: Array) -> list[int | None]:
    """For each row the column of its highest score, the first of equals; None where all are out of reach."""
    best = (int(row.argmax()) for row in scores)
    return [column if row[column] > NEVER / 2 else None for row, column in zip(scores, best, strict=True)]


def _in_words(chosen: Linked, sources: Sequence[Place], cues: Sequence[Place], contents: Sequence[Place]) -> InWords:
    source = () if chosen.source is None else (_words(sources[chosen.source]),)
    return InWords(source, (_words(cues[chosen.cue]),), tuple(_words(contents[at]) for at in chosen.contents))


def _words(place: Place) -> tuple[int, int]:
    return place.start, place.end
