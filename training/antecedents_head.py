"""The antecedents head: each pronoun chooses whom it means among the mentions near it, or nobody."""

from math import sqrt

import torch
from torch import Tensor, nn

from onrecord.reading.neural.referring import REFERRING_WIDTH
from training.batches import ReferringBatch

NEVER = -1e4


class AntecedentHead(nn.Module):
    """Vectors of words [.., width] → vectors of words as pronouns and as mentions, and nobody's score, side by side."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.pronoun = nn.Linear(width, REFERRING_WIDTH)
        self.mention = nn.Linear(width, REFERRING_WIDTH)
        self.nobody = nn.Linear(width, 1)

    def forward(self, hidden: Tensor) -> Tensor:
        return torch.cat([self.pronoun(hidden), self.mention(hidden), self.nobody(hidden)], dim=-1)

    def scores(self, vectors: Tensor, windows: ReferringBatch) -> Tensor:
        """[pronouns, 1 + mentions], nobody's first; of mentions that are not there NEVER."""
        its_own = vectors[windows.rows, windows.pronouns]
        of_mentions = vectors[windows.rows[:, None], windows.mentions, REFERRING_WIDTH : 2 * REFERRING_WIDTH]
        among = torch.einsum("pmw,pw->pm", of_mentions, its_own[:, :REFERRING_WIDTH]) / sqrt(REFERRING_WIDTH)
        return torch.cat([its_own[:, -1:], among.masked_fill(~windows.there, NEVER)], dim=1)

    def loss(self, vectors: Tensor, windows: ReferringBatch) -> Tensor:
        """What the right choices cost, a pronoun on average: the logarithm of all that are right together."""
        shares = torch.log_softmax(self.scores(vectors, windows), dim=1)
        of_right = torch.logsumexp(shares.masked_fill(~windows.right, NEVER), dim=1)
        return -(windows.weights * of_right).sum() / len(windows.weights)
