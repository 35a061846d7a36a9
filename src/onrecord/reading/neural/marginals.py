"""How sure a network is of a piece: its probability by the chain of labels (forward-backward, Lafferty et al. 2001)."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.neural.roles import Piece, Steps

Array = NDArray[np.float32]
Doubles = NDArray[np.float64]

TOGETHER = 64
"""Windows whose sums are reckoned at once, some 200 KB a window."""

LEAST = 1e-300
"""Below any probability that matters; keeps logarithms finite."""


class Lattice(NamedTuple):
    """All sequences of labels of one window at once.

    `before` and `after` [words, labels] are the logarithms of the sums over all sequences that end in a label (its own score
    included), and that go on from it (its own left out); `total` that over all sequences. `leaving` [words + 1, labels] is that of
    going on with a word after a label that ends a piece before it, the last row that of the window's end; `staying`
    [words, labels] the running sums of the scores of words that go on in a label.
    """

    before: Doubles
    after: Doubles
    leaving: Doubles
    staying: Doubles
    total: float
    between: Doubles


def lattices(scores: Sequence[Array], steps: Steps, together: int = TOGETHER) -> list[Lattice]:
    """One for each window, given its scores [words, labels], at least one word each; made of `together` windows at a time."""
    starts = range(0, max(1, len(scores) - 1), together)  # one left alone at the end would be rounded otherwise
    ends = (*starts[1:], len(scores))
    return [lattice for start, end in zip(starts, ends, strict=True) for lattice in _lattices(scores[start:end], steps)]


def _lattices(scores: Sequence[Array], steps: Steps) -> list[Lattice]:
    if not scores:
        return []
    between, ends = (np.asarray(each, dtype=np.float64) for each in (steps.between, (steps.begin, steps.end)))
    sums = _carried(_both_ways(scores), np.stack([between, between.T]), ends)
    return [
        _lattice(each.astype(np.float64), ahead[: len(each)], back[: len(each)][::-1], between, ends[1])
        for each, (ahead, back) in zip(scores, sums, strict=True)
    ]


def log_probability(lattice: Lattice, piece: Piece) -> float:
    """The logarithm of the probability that exactly these words, numbered in the window, are a piece in its role."""
    first, inside = 2 * piece.role + 1, 2 * piece.role + 2
    path = lattice.before[piece.start, first]
    if piece.end - piece.start == 1:
        return min(0.0, float(path + lattice.leaving[piece.end, first] - lattice.total))
    path += lattice.between[first, inside] - lattice.between[inside, inside]
    path += lattice.staying[piece.end - 1, inside] - lattice.staying[piece.start, inside]
    return min(0.0, float(path + lattice.leaving[piece.end, inside] - lattice.total))


def shares(lattice: Lattice, role: int) -> Doubles:
    """For each word of the window the probability that it is in a role."""
    labels = (2 * role + 1, 2 * role + 2)
    chances: Doubles = np.exp(lattice.before[:, labels] + lattice.after[:, labels] - lattice.total).sum(axis=1)
    return chances.clip(0.0, 1.0)


def _both_ways(scores: Sequence[Array]) -> Doubles:
    """The scores [words, ways, windows, labels] as they stand and from each window's end, filled up with zeros."""
    filled = np.zeros((max(map(len, scores)), 2, len(scores), scores[0].shape[1]))
    for window, each in enumerate(scores):
        filled[: len(each), 0, window] = each
        filled[: len(each), 1, window] = each[::-1]
    return filled


def _carried(scores: Doubles, between: Doubles, begin: Doubles) -> Doubles:
    """[windows, ways, words, labels]: the logarithms of the sums over all sequences up to a label, its own score left out.

    Chances are made to add up to one word by word, and what they were divided by is kept, for products of hundreds vanish.
    """
    greatest = scores.max(axis=3, keepdims=True)
    chances, passing = np.exp(scores - greatest), np.exp(between)
    carried, scales = np.empty_like(scores), np.empty_like(greatest)
    here = np.repeat(np.exp(begin)[:, None], scores.shape[2], axis=1)
    for seen, kept, scale in zip(chances, carried, scales, strict=True):
        kept[:] = here
        np.matmul(here * seen, passing, out=here)
        np.add.reduce(here, axis=2, keepdims=True, out=scale)
        here /= scale
    sums = np.log(np.maximum(carried, LEAST))
    sums[1:] += np.cumsum(np.log(scales) + greatest, axis=0)[:-1]
    return sums.transpose(2, 1, 0, 3)


def _lattice(scores: Doubles, ahead: Doubles, after: Doubles, between: Doubles, end: Doubles) -> Lattice:
    """What is asked of a window, given the sums before each label and after it."""
    before, following = ahead + scores, scores + after
    greatest = following.max(axis=1, keepdims=True)
    leaving = np.log(np.maximum(np.exp(following - greatest) @ _ending(between).T, LEAST)) + greatest
    staying = np.cumsum(scores + between.diagonal(), axis=0)
    return Lattice(before, after, np.concatenate([leaving, end[None]]), staying, _summed(before[-1] + end), between)


def _ending(between: Doubles) -> Doubles:
    """The chances of steps between labels that end a piece: all but those that go on in it."""
    chances = np.exp(between)
    labels = np.arange(1, len(between))
    chances[labels, labels + labels % 2] = 0.0
    return chances


def _summed(logarithms: Doubles) -> float:
    greatest = logarithms.max()
    return float(np.log(np.exp(logarithms - greatest).sum()) + greatest)
