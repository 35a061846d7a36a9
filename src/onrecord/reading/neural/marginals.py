"""How sure a network is of a piece: its probability by the chain of labels (forward-backward, Lafferty et al. 2001)."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.neural.roles import Piece, Steps

Array = NDArray[np.float32]
Doubles = NDArray[np.float64]

LEAST = 1e-300
"""Below any probability that matters; keeps logarithms finite."""


class Lattice(NamedTuple):
    """All sequences of labels of one window at once.

    `scores` [words, labels] are those of labels; `before` and `after` [words, labels] the logarithms of the sums over all sequences
    that end in a label (its own score included), and that go on from it (its own left out); `total` over all sequences.
    """

    scores: Doubles
    before: Doubles
    after: Doubles
    total: float
    between: Doubles


def lattices(scores: Sequence[Array], steps: Steps) -> list[Lattice]:
    """One for each window, given its scores [words, labels], at least one word each."""
    if not scores:
        return []
    between = np.asarray(steps.between, dtype=np.float64)
    longest = max(map(len, scores))
    padded = np.zeros((len(scores), longest, len(between)))
    for row, each in enumerate(scores):
        padded[row, : len(each)] = each
    lengths = np.asarray([len(each) for each in scores])
    before = _forward(padded, between, np.asarray(steps.begin, dtype=np.float64))
    after = _backward(padded, lengths, between, np.asarray(steps.end, dtype=np.float64))
    return [
        Lattice(own[:length], ahead[:length], behind[:length], float(_summed(ahead[0] + behind[0])), between)
        for own, ahead, behind, length in zip(padded, before, after, lengths, strict=True)
    ]


def log_probability(lattice: Lattice, piece: Piece) -> float:
    """The logarithm of the probability that exactly these words, numbered in the window, are a piece in its role."""
    first, inside = 2 * piece.role + 1, 2 * piece.role + 2
    path = lattice.before[piece.start, first]
    if piece.end - piece.start > 1:
        going_on = lattice.between[first, inside] + (piece.end - piece.start - 2) * lattice.between[inside, inside]
        path = path + going_on + lattice.scores[piece.start + 1 : piece.end, inside].sum()
    last = inside if piece.end - piece.start > 1 else first
    if piece.end < len(lattice.scores):
        leaving = lattice.between[last] + lattice.scores[piece.end] + lattice.after[piece.end]
        path = path + _summed(np.delete(leaving, inside))
    else:
        path = path + lattice.after[piece.end - 1, last]
    return min(0.0, float(path - lattice.total))


def shares(lattice: Lattice, role: int) -> Doubles:
    """For each word of the window the probability that it is in a role."""
    labels = (2 * role + 1, 2 * role + 2)
    chances: Doubles = np.exp(lattice.before[:, labels] + lattice.after[:, labels] - lattice.total).sum(axis=1)
    return chances.clip(0.0, 1.0)


def _forward(scores: Doubles, between: Doubles, begin: Doubles) -> Doubles:
    step, greatest = np.exp(between), scores.max(axis=2, keepdims=True)
    chances = np.exp(scores - greatest)
    scaled, scales = np.empty_like(scores), np.empty_like(greatest)
    reached = np.exp(begin)
    for at in range(scores.shape[1]):
        reached = reached * chances[:, at]
        scales[:, at] = reached.sum(axis=1, keepdims=True)
        scaled[:, at] = reached = reached / scales[:, at]
        reached = reached @ step
    sums: Doubles = _logarithms(scaled) + np.cumsum(np.log(scales) + greatest, axis=1)
    return sums


def _backward(scores: Doubles, lengths: NDArray[np.int64], between: Doubles, end: Doubles) -> Doubles:
    step, greatest = np.exp(between).T, scores.max(axis=2, keepdims=True)
    chances = np.exp(scores - greatest)
    scaled, scales = np.empty_like(scores), np.zeros_like(greatest)
    last = np.exp(end)
    following = np.tile(last, (len(scores), 1))
    for at in range(scores.shape[1] - 1, -1, -1):
        ends = lengths == at + 1
        following[ends] = last
        scaled[:, at] = following
        following = (following * chances[:, at]) @ step
        scales[:, at] = following.sum(axis=1, keepdims=True)
        following = following / scales[:, at]
    own = np.arange(scores.shape[1])[None, :, None] < lengths[:, None, None] - 1  # a window's sums begin at its own last word
    carried = np.where(own, np.roll(np.log(scales) + greatest, -1, axis=1), 0.0)
    sums: Doubles = _logarithms(scaled) + np.flip(np.cumsum(np.flip(carried, axis=1), axis=1), axis=1)
    return sums


def _logarithms(chances: Doubles) -> Doubles:
    logarithms: Doubles = np.log(np.maximum(chances, LEAST))
    return logarithms


def _summed(logarithms: Doubles) -> float:
    greatest = logarithms.max()
    return float(np.log(np.exp(logarithms - greatest).sum()) + greatest)
