"""A linear-chain conditional random field over the labels of words (Lafferty, McCallum and Pereira 2001)."""

import torch
from torch import Tensor, nn

from onrecord.reading.neural.roles import FORBIDDEN, Steps, may_begin, possible


class Chain(nn.Module):
    """Scores of steps among so many labels, numbered as in `roles`; impossible ones stay forbidden whatever is learnt."""

    may_follow: Tensor
    may_begin: Tensor

    def __init__(self, size: int) -> None:
        super().__init__()
        self.between = nn.Parameter(torch.zeros(size, size))
        self.begin = nn.Parameter(torch.zeros(size))
        self.end = nn.Parameter(torch.zeros(size))
        between = torch.tensor([[possible(one, two) for two in range(size)] for one in range(size)])
        self.register_buffer("may_follow", between, persistent=False)
        self.register_buffer("may_begin", torch.tensor([may_begin(label) for label in range(size)]), persistent=False)

    def loss(self, scores: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        """The negative log-likelihood of the labels [windows, words] by the scores [windows, words, labels], a word on average."""
        between = self.between.masked_fill(~self.may_follow, FORBIDDEN)
        begin = self.begin.masked_fill(~self.may_begin, FORBIDDEN)
        rows = torch.arange(len(lengths), device=lengths.device)
        real = torch.arange(scores.shape[1], device=lengths.device)[None, :] < lengths[:, None]
        chosen = (scores.gather(2, labels[..., None])[..., 0] * real).sum(1)
        steps = (between[labels[:, :-1], labels[:, 1:]] * real[:, 1:]).sum(1)
        gold = chosen + steps + begin[labels[:, 0]] + self.end[labels[rows, lengths - 1]]
        reached = begin + scores[:, 0]
        for at in range(1, scores.shape[1]):
            following = torch.logsumexp(reached[:, :, None] + between, dim=1) + scores[:, at]
            reached = torch.where(real[:, at, None], following, reached)
        total = torch.logsumexp(reached + self.end, dim=1)
        return (total - gold).sum() / lengths.sum()

    def steps(self) -> Steps:
        """The scores for `best_labels`."""
        return Steps.of(self.between.tolist(), self.begin.tolist(), self.end.tolist())
