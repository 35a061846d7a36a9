"""Signs of how sure a network was of an attribution: what its confidence is reckoned from."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.reading.neural.marginals import Array, lattices, log_probability, shares
from onrecord.reading.neural.roles import ROLES, Piece, Steps
from onrecord.reading.neural.windows import Window

CONTENT = ROLES.index("content")


class Signs(NamedTuple):
    """Logarithms of probabilities, by the network's own reckoning: 0 where it is certain or where there is no such part.

    `source`, `cue` and `content` are those of exactly these pieces (of several contents the least); `inside` that of the
    contents' words being content at all; `to_source` and `to_cue` those of the links. `sourced`: it has a source.
    """

    sourced: bool
    source: float
    cue: float
    content: float
    inside: float
    to_source: float
    to_cue: float


class Sureness:
    """How sure a network is of pieces of a text, from its scores of labels by window."""

    def __init__(self, read: Sequence[tuple[Window, Array]], steps: Steps) -> None:
        self._windows = [window for window, _ in read]
        self._lattices = lattices([scores for _, scores in read], steps)
        self._in_content = [shares(lattice, CONTENT) for lattice in self._lattices]
        self._window_of = [at for at, window in enumerate(self._windows) for _ in range(window.start, window.kept)]

    def of(self, piece: Piece) -> float:
        """The logarithm of the probability of a piece, its words numbered in the text."""
        at = self._window_of[piece.start]
        start = self._windows[at].start
        return log_probability(self._lattices[at], piece._replace(start=piece.start - start, end=piece.end - start))

    def inside(self, contents: Sequence[Piece]) -> float:
        """The logarithm of the mean probability of the contents' words to be content; 0 where there are none."""
        chances = [chance for piece in contents for chance in self._shares(piece)]
        return float(np.log(max(1e-9, sum(chances) / len(chances)))) if chances else 0.0

    def _shares(self, piece: Piece) -> list[float]:
        at = self._window_of[piece.start]
        start = self._windows[at].start
        chances: list[float] = self._in_content[at][piece.start - start : piece.end - start].tolist()
        return chances
