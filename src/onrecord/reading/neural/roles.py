"""Labels of words: source, cue and content as BIO, and the best sequence of them that is possible.

Labels are numbered O, then B and I of each role in turn; what holds of their order holds of any such set.
"""

from collections.abc import Iterable, Sequence
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
    for at, label in enumerate(labels):
        if label == 0:
            continue
        role, inside = divmod(label - 1, 2)
        if inside and found and found[-1].role == role and found[-1].end == at:
            found[-1] = found[-1]._replace(end=at + 1)
        else:
            found.append(Piece(role, at, at + 1))
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


def best_labels(scores: Sequence[Sequence[float]] | NDArray[np.float32], steps: Steps) -> list[int]:
    """The possible sequence of labels with the highest sum of scores (Viterbi); of equal ones the least label last."""
    if not len(scores):
        return []
    rows = np.asarray(scores, dtype=np.float64)
    into = np.ascontiguousarray(np.asarray(steps.between, dtype=np.float64).T)
    came_from = np.zeros(rows.shape, dtype=np.intp)
    sums = np.empty_like(into)
    reached = rows[0] + steps.begin
    for row, origins in zip(rows[1:], came_from[1:], strict=True):
        np.add(into, reached, out=sums)
        sums.argmax(axis=1, out=origins)
        np.maximum.reduce(sums, axis=1, out=reached)
        np.add(reached, row, out=reached)
    labels = [int((reached + steps.end).argmax())]
    for origins_of in reversed(came_from[1:].tolist()):
        labels.append(origins_of[labels[-1]])
    return labels[::-1]
