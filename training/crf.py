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
        between, begin, end = self._tables()
        rows = torch.arange(len(lengths), device=lengths.device)
        real = torch.arange(scores.shape[1], device=lengths.device)[None, :] < lengths[:, None]
        chosen = (scores.gather(2, labels[..., None])[..., 0] * real).sum(1)
        steps = (between[labels[:, :-1], labels[:, 1:]] * real[:, 1:]).sum(1)
        gold = chosen + steps + begin[labels[:, 0]] + end[labels[rows, lengths - 1]]
        return (_total(scores, lengths, between, begin, end) - gold).sum() / lengths.sum()

    def distance(self, scores: Tensor, taught: Tensor, lengths: Tensor, steps: Steps) -> Tensor:
        """The cross-entropy of this chain by what teachers think of all sequences of labels, a word on average.

        `taught` are the teachers' scores, as `scores`, and `steps` their steps. What they expect of labels and of steps is all that
        the mean over sequences needs (Wang et al. 2021, structural knowledge distillation), and is the gradient of their own total.
        """
        tables = [torch.tensor(table, device=scores.device) for table in steps]
        known = [each.requires_grad_() for each in (taught.detach(), *tables)]
        with torch.enable_grad():
            total = _total(known[0], lengths, *known[1:]).sum()
        expected = torch.autograd.grad(total, known)
        own = (scores, *self._tables())
        gold = sum(((one * other).sum() for one, other in zip(expected, own, strict=True)), scores.new_zeros(()))
        return (_total(scores, lengths, *own[1:]).sum() - gold) / lengths.sum()

    def _tables(self) -> tuple[Tensor, Tensor, Tensor]:
        between = self.between.masked_fill(~self.may_follow, FORBIDDEN)
        return between, self.begin.masked_fill(~self.may_begin, FORBIDDEN), self.end

    def steps(self) -> Steps:
        """The scores for `roles.best_labels`."""
        return Steps.of(self.between.tolist(), self.begin.tolist(), self.end.tolist())


def _total(scores: Tensor, lengths: Tensor, between: Tensor, begin: Tensor, end: Tensor) -> Tensor:
    """For each window the logarithm of the sum over all sequences of labels."""
    real = torch.arange(scores.shape[1], device=lengths.device)[None, :] < lengths[:, None]
    reached = begin + scores[:, 0]
    for at in range(1, scores.shape[1]):
        following = torch.logsumexp(reached[:, :, None] + between, dim=1) + scores[:, at]
        reached = torch.where(real[:, at, None], following, reached)
    return torch.logsumexp(reached + end, dim=1)
