"""The link head: each content chooses its cue, each cue its source or none, by dot products and classes of distance."""

from collections.abc import Sequence
from math import sqrt

import torch
from torch import Tensor, nn

from onrecord.reading.neural.links import BETWEEN, DISTANCES, Place, crossings, distances

WIDTH = 64
SIDES = ("cue for contents", "content", "cue for sources", "source")
"""What a vector is for; of each there are two a word, one for the first word of a piece and one for its last."""


class LinkHead(nn.Module):
    """Vectors of pieces [.., width] → vectors for links [.., 2 · sides · WIDTH], and the scores between pieces."""

    def __init__(self, width: int, dropout: nn.Module) -> None:
        super().__init__()
        self.vectors = nn.Sequential(nn.Linear(width, 256), nn.GELU(), dropout, nn.Linear(256, 2 * len(SIDES) * WIDTH))
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.between = nn.Parameter(torch.zeros(2, BETWEEN))
        self.none = nn.Parameter(torch.zeros(WIDTH))

    def forward(self, hidden: Tensor) -> Tensor:
        return self.vectors(hidden)

    def cue_scores(self, vectors: Tensor, contents: Sequence[Place], cues: Sequence[Place]) -> Tensor:
        """[contents, cues], from the vectors [words, ..] of one window."""
        return self._scores(vectors, 1, contents, 0, cues) + self._by_place(0, contents, cues)

    def source_scores(self, vectors: Tensor, cues: Sequence[Place], sources: Sequence[Place]) -> Tensor:
        """[cues, sources + 1], the last for having none."""
        of_cues = self._of(vectors, 2, cues)
        none = (of_cues @ self.none / sqrt(WIDTH))[:, None]
        if not sources:
            return none
        scores = self._scores(vectors, 2, cues, 3, sources) + self._by_place(1, sources, cues).T
        return torch.cat([scores, none], dim=1)

    def _scores(self, vectors: Tensor, side: int, pieces: Sequence[Place], other: int, others: Sequence[Place]) -> Tensor:
        return self._of(vectors, side, pieces) @ self._of(vectors, other, others).T / sqrt(WIDTH)

    def _of(self, vectors: Tensor, side: int, pieces: Sequence[Place]) -> Tensor:
        parts = vectors.view(len(vectors), len(SIDES), 2, WIDTH)
        first = parts[[piece.start for piece in pieces], side, 0]
        return first + parts[[piece.end - 1 for piece in pieces], side, 1]

    def _by_place(self, kind: int, pieces: Sequence[Place], cues: Sequence[Place]) -> Tensor:
        classes, crossed = torch.from_numpy(distances(pieces, cues)), torch.from_numpy(crossings(pieces, cues))
        return self.distance[kind][classes.to(self.distance.device)] + self.between[kind][crossed.to(self.between.device)]
