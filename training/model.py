"""The network: one encoder and the heads on it."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from onrecord.reading.neural.roles import LABELS
from training.batches import Batch
from training.crf import Chain
from training.encoder import Dropout, Encoder, Size
from training.linking import LinkHead


@dataclass(frozen=True, slots=True)
class Losses:
    """What a batch costs, by head; each a scalar."""

    roles: Tensor
    cues: Tensor
    sources: Tensor


class Network(nn.Module):
    """Pieces and features → scores of labels and vectors for links, each [windows, length, ..]."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.dropout = Dropout(size.dropout)
        self.encoder = Encoder(size, self.dropout)
        self.roles = nn.Linear(size.width, len(LABELS))
        self.chain = Chain()
        self.links = LinkHead(size.width, self.dropout)

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.dropout(self.encoder(pieces, features))
        return self.roles(hidden), self.links(hidden)

    def by_word(self, windows: Batch) -> tuple[Tensor, Tensor]:
        """Scores and vectors at the first piece of each word, in full precision."""
        scores, vectors = self(windows.pieces, windows.features)
        rows = torch.arange(len(windows.firsts), device=windows.firsts.device)[:, None]
        return scores[rows, windows.firsts].float(), vectors[rows, windows.firsts].float()

    def losses(self, windows: Batch, *, narrow: bool) -> Losses:
        """The losses on a batch; `narrow` computes the encoder in bf16."""
        with torch.autocast(windows.pieces.device.type, dtype=torch.bfloat16, enabled=narrow):
            scores, vectors = self.by_word(windows)
        roles = self.chain.loss(scores.float(), windows.labels, windows.lengths)
        cues, sources = self._link_losses(windows, vectors.float())
        return Losses(roles, cues, sources)

    def _link_losses(self, windows: Batch, vectors: Tensor) -> tuple[Tensor, Tensor]:
        """Cross-entropy of each content's choice among the window's cues, and of each cue's among its sources and none."""
        of_contents, of_cues = [vectors.sum() * 0], [vectors.sum() * 0]
        contents = cues = 0
        for example, its_vectors in zip(windows.examples, vectors, strict=True):
            known = [at for at, cue in enumerate(example.cue_of) if cue >= 0]
            if known:
                scores = self.links.cue_scores(its_vectors, [example.contents[at] for at in known], example.cues)
                of_contents.append(_cost(scores, [example.cue_of[at] for at in known]))
            contents += len(known)
            known = [at for at, source in enumerate(example.source_of) if source >= -1]
            if known:
                scores = self.links.source_scores(its_vectors, [example.cues[at] for at in known], example.sources)
                of_cues.append(_cost(scores, [example.source_of[at] % scores.shape[1] for at in known]))
            cues += len(known)
        return torch.stack(of_contents).sum() / max(contents, 1), torch.stack(of_cues).sum() / max(cues, 1)


def _cost(scores: Tensor, chosen: list[int]) -> Tensor:
    return nn.functional.cross_entropy(scores, torch.tensor(chosen, device=scores.device), reduction="sum")
