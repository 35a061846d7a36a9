"""Labels of words: source, cue and content as BIO, and the best sequence of them that is possible.

Labels are numbered O, then B and I of each role in turn; what holds of their order holds of any such set.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in ("B", "I")))
FORBIDDEN = -10000.0
"""The score of an impossible step; far below any sum of scores, and still a number that can be added up."""


class Piece(NamedTuple):
    """The words `[start, end)` of a text in a role (a position in ROLES)."""

    role: int
    start: int
    end: int


def possible(label: int, following: int) -> bool:
    """Whether a label may follow another: inside a role only what began in it or goes on in it."""
    return not _inside(following) or label in (following - 1, following)


def may_begin(label: int) -> bool:
    """Whether a label may stand on the first word."""
    return not _inside(label)


def _inside(label: int) -> bool:
    return label > 0 and label % 2 == 0


def labels_of(pieces: Iterable[Piece], words: int) -> list[int]:
    """The labels of a text's words; where pieces overlap the earlier in order of role holds."""
    labels = [0] * words
    for role, start, end in sorted(pieces):
        if not any(labels[start:end]):
            inside = 2 + 2 * role
            labels[start:end] = [inside - 1, *[inside] * (end - start - 1)]
    return labels


def pieces_of(labels: Sequence[int]) -> list[Piece]:
    """The pieces that a possible sequence of labels tells of, in order."""
    found: list[Piece] = []
    at = 0
    for label, equal in groupby(labels):
        end = at + len(list(equal))
        if label and _inside(label) and found and found[-1].end == at and found[-1].role == (label - 1) // 2:
            found[-1] = found[-1]._replace(end=end)
        elif label and _inside(label):
            found.append(Piece((label - 1) // 2, at, end))
        elif label:
            found.extend(Piece((label - 1) // 2, begun, begun + 1) for begun in range(at, end))
        at = end
    return found


class Steps(NamedTuple):
    """The scores of a label after another (`between[label][following]`), on the first word and on the last."""

    between: tuple[tuple[float, ...], ...]
    begin: tuple[float, ...]
    end: tuple[float, ...]

    @classmethod
    def of(cls, between: Sequence[Sequence[float]], begin: Sequence[float], end: Sequence[float]) -> "Steps":
        """The steps with those that are impossible forbidden, whatever score they were given."""
        every = range(len(begin))
        return cls(
            tuple(tuple(between[one][two] if possible(one, two) else FORBIDDEN for two in every) for one in every),
            tuple(begin[label] if may_begin(label) else FORBIDDEN for label in every),
            tuple(end),
        )


def best_labels(windows: Sequence[NDArray[np.float32]], steps: Steps) -> list[list[int]]:
    """For each window the possible sequence of labels with the highest sum of scores [words, labels] (Viterbi); of equal ones the
    least label last. All windows go forward together, a word a turn.
    """
    if not windows:
        return []
    lengths = [len(scores) for scores in windows]
    rows = np.zeros((max(lengths), len(windows), len(steps.begin)))
    for window, scores in enumerate(windows):
        rows[: len(scores), window] = scores
    into = np.asarray(steps.between, dtype=np.float64).T[None]
    reached = rows
    reached[0] += steps.begin
    sums = np.empty((len(windows), *into.shape[1:]))
    for before, here in pairwise(reached):
        np.add(into, before[:, None], out=sums)
        here += np.maximum.reduce(sums, axis=2)
    came_from = (into + reached[:-1, :, None]).argmax(axis=3)
    ends = np.asarray(steps.end)
    return [
        _back(came_from[: length - 1, window].tolist(), int((reached[length - 1, window] + ends).argmax())) if length else []
        for window, length in enumerate(lengths)
    ]


def _back(came_from: Sequence[Sequence[int]], last: int) -> list[int]:
    """The labels that end with the last one, each the one that the next came from."""
    labels = [last]
    for origins in reversed(came_from):
        labels.append(origins[labels[-1]])
    return labels[::-1]
