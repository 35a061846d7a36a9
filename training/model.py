"""The network: one encoder and the heads on it."""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn

from onrecord.reading.neural.names import NAME_LABELS
from onrecord.reading.neural.roles import LABELS
from training.antecedents_head import AntecedentHead
from training.batches import Batch, Frames, LessonBatch, ReferringBatch
from training.crf import Chain
from training.encoder import Dropout, Encoder, Size
from training.linking import LinkHead
from training.syntax import SyntaxHead


@dataclass(frozen=True, slots=True)
class Losses:
    """What a batch of stories costs, by head; each a scalar."""

    roles: Tensor
    cues: Tensor
    sources: Tensor
    names: Tensor


@dataclass(frozen=True, slots=True)
class LessonLosses:
    """What a batch of lessons costs, by head; each a scalar."""

    names: Tensor
    tags: Tensor
    arcs: Tensor
    relations: Tensor


class Outputs(NamedTuple):
    """What the network gives for each piece or word [.., ..]: scores of labels, vectors for links, scores of names' labels and of
    tags, vectors for arcs and for relations.
    """

    scores: Tensor
    vectors: Tensor
    names: Tensor
    tags: Tensor
    arcs: Tensor
    relations: Tensor
    antecedents: Tensor


class Network(nn.Module):
    """Pieces and features → outputs, each [windows, length, ..]."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.dropout = Dropout(size.dropout)
        self.encoder = Encoder(size, self.dropout)
        self.roles = nn.Linear(size.width, len(LABELS))
        self.chain = Chain(len(LABELS))
        self.links = LinkHead(size.width, self.dropout)
        self.names = nn.Linear(size.width, len(NAME_LABELS))
        self.names_chain = Chain(len(NAME_LABELS))
        self.syntax = SyntaxHead(size.width)
        self.antecedents = AntecedentHead(size.width)

    def forward(self, pieces: Tensor, features: Tensor) -> Outputs:
        return self._outputs(self.dropout(self.encoder(pieces, features)))

    def _outputs(self, hidden: Tensor) -> Outputs:
        return Outputs(self.roles(hidden), self.links(hidden), self.names(hidden), *self.syntax(hidden), self.antecedents(hidden))

    def by_word(self, frames: Frames) -> Outputs:
        """The outputs at the first piece of each word, in full precision."""
        return Outputs(*(each.float() for each in self._outputs(self._hidden(frames))))

    def _hidden(self, frames: Frames) -> Tensor:
        """The vectors of words [windows, words, width]: those of their first pieces."""
        hidden = self.dropout(self.encoder(frames.pieces, frames.features))
        return hidden[torch.arange(len(frames.firsts), device=hidden.device)[:, None], frames.firsts]

    def losses(self, windows: Batch, *, narrow: bool) -> Losses:
        """The losses on a batch of stories; `narrow` computes the encoder in bf16."""
        with torch.autocast(windows.labels.device.type, dtype=torch.bfloat16, enabled=narrow):
            hidden = self._hidden(windows.frames)
            scores, vectors, names = self.roles(hidden), self.links(hidden), self.names(hidden[windows.named])
        lengths = windows.frames.lengths
        taught = windows.taught
        if taught:
            roles = self.chain.distance(scores.float(), taught.scores, lengths, taught.steps)
        else:
            roles = self.chain.loss(scores.float(), windows.labels, lengths)
        cues, sources = self._link_losses(windows, vectors.float())
        return Losses(roles, cues, sources, self._name_loss(names, windows.names, lengths[windows.named]))

    def lesson_losses(self, windows: LessonBatch, *, narrow: bool) -> LessonLosses:
        """The losses on a batch of lessons; nothing for what none of its windows teaches."""
        with torch.autocast(windows.tags.device.type, dtype=torch.bfloat16, enabled=narrow):
            hidden = self._hidden(windows.frames)
            names = self.names(hidden[windows.named])
            syntax = self.syntax(hidden[windows.parsed, : windows.tags.shape[1]])
        named = self._name_loss(names, windows.names, windows.frames.lengths[windows.named])
        if len(windows.parsed) == 0:
            return LessonLosses(named, *[named * 0] * 3)
        tags, arcs, relations = (each.float() for each in syntax)
        gold = (windows.tags, windows.heads, windows.relations)
        return LessonLosses(named, *self.syntax.losses((tags, arcs, relations), gold, windows.sentences))

    def antecedent_loss(self, windows: ReferringBatch, *, narrow: bool) -> Tensor:
        """The loss on a batch of windows with pronouns."""
        with torch.autocast(windows.rows.device.type, dtype=torch.bfloat16, enabled=narrow):
            hidden = self._hidden(windows.frames)
        return self.antecedents.loss(self.antecedents(hidden.float()), windows)

    def _name_loss(self, scores: Tensor, labels: Tensor, lengths: Tensor) -> Tensor:
        if len(labels) == 0:
            return scores.sum().float() * 0
        return self.names_chain.loss(scores[:, : labels.shape[1]].float(), labels, lengths)

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
