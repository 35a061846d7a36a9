"""The encoder: BERT as all-MiniLM-L6-v2 has it, with features of words added to its embeddings.

Written out so that it trains in bf16 on a CPU with plain attention (torch's fused attention spends a third of a step in its
backward pass there) and exports to ONNX without a library in between.
"""

from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.reading.neural.pieces import BORDERS, QUOTED, SHAPES


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of an encoder; the defaults are those of all-MiniLM-L6-v2."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    dropout: float = 0.1


class Dropout(nn.Module):
    """Dropout with masks cut at random places from one long mask: drawing a fresh one each time was a tenth of a step on a CPU."""

    LENGTH = 1 << 23
    mask: Tensor

    def __init__(self, share: float) -> None:
        super().__init__()
        drawn = torch.rand(self.LENGTH, generator=torch.Generator().manual_seed(0))
        self.register_buffer("mask", (drawn >= share).to(torch.bfloat16) / (1 - share), persistent=False)

    def forward(self, hidden: Tensor) -> Tensor:
        if not self.training:
            return hidden
        start = int(torch.randint(self.LENGTH - hidden.numel(), ()))
        return hidden * self.mask[start : start + hidden.numel()].view(hidden.shape).to(hidden.dtype)


class Embeddings(nn.Module):
    """Pieces, positions and features of words, added up; the features begin as nothing, so that the encoder begins as it was."""

    def __init__(self, size: Size, dropout: Dropout) -> None:
        super().__init__()
        self.pieces = nn.Embedding(size.vocabulary, size.width)
        self.positions = nn.Embedding(size.positions, size.width)
        self.kind = nn.Parameter(torch.zeros(size.width))
        self.features = nn.ModuleList(_nothing(len(names), size.width) for names in (SHAPES, QUOTED, BORDERS))
        self.norm = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = dropout

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        added = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]] + self.kind
        for position, table in enumerate(self.features):
            added = added + table(features[..., position])
        return self.dropout(self.norm(added))


def _nothing(rows: int, width: int) -> nn.Embedding:
    return nn.Embedding.from_pretrained(torch.zeros(rows, width), freeze=False)


class Layer(nn.Module):
    """Self-attention and a feed-forward network, each added to its input and normalised.

    The weights of attention are not dropped out: drawing the masks was a third of a step.
    """

    def __init__(self, size: Size, dropout: Dropout) -> None:
        super().__init__()
        self.heads = size.heads
        self.query = nn.Linear(size.width, size.width)
        self.key = nn.Linear(size.width, size.width)
        self.value = nn.Linear(size.width, size.width)
        self.mixed = nn.Linear(size.width, size.width)
        self.mixed_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.inner = nn.Linear(size.width, size.inner)
        self.outer = nn.Linear(size.inner, size.width)
        self.outer_norm = nn.LayerNorm(size.width, eps=1e-12)
        self.dropout = dropout

    def forward(self, hidden: Tensor, unseen: Tensor | None, *, first_apart: bool = False) -> Tensor:
        batch, length, width = hidden.shape
        query, key, value = (
            each(hidden).view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for each in (self.query, self.key, self.value)
        )
        scores = (query / sqrt(width // self.heads)) @ key.transpose(-1, -2)
        if unseen is not None:
            scores = scores + unseen.to(query.dtype)
        with torch.autocast(scores.device.type, enabled=False):  # else softmax copies its input to fp32
            weights = torch.softmax(scores, dim=-1)
        mixed = (weights @ value).transpose(1, 2).reshape(batch, length, width)
        hidden = self.mixed_norm(hidden + self.dropout(self.mixed(mixed)))
        if not first_apart:
            return self.outer_norm(hidden + self.dropout(self._fed(hidden)))
        return self.outer_norm(hidden + torch.cat([self._fed(hidden[:, :1]), self._fed(hidden[:, 1:])], dim=1))

    def _fed(self, hidden: Tensor) -> Tensor:
        fed: Tensor = self.outer(nn.functional.gelu(self.inner(hidden)))
        return fed


class Encoder(nn.Module):
    """Pieces [windows, length] and features [windows, length, 3] → vectors [windows, length, width].

    Piece 0 is padding. `exported`, for the graph: windows have none, which costs no mask, and `[CLS]` goes through feed-forward
    networks apart. The encoder parks numbers there that are five to ten times as great as any other, so that one int8 scale for
    all pieces leaves the others coarse; apart, int8 comes twice as close to fp32 (scores of labels off by 0.046, not 0.092).
    """

    exported = False

    def __init__(self, size: Size, dropout: Dropout) -> None:
        super().__init__()
        self.embeddings = Embeddings(size, dropout)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        hidden = self.embeddings(pieces, features)
        unseen = None if self.exported else (pieces == 0).to(hidden.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, unseen, first_apart=self.exported)
        return hidden


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "mixed_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def load_pretrained(encoder: Encoder, folder: Path) -> None:
    """Give the encoder the weights of a BERT in `folder/model.safetensors`; raises KeyError where one is missing."""
    weights = load_file(folder / "model.safetensors")
    ours = encoder.state_dict()
    taken = {
        "embeddings.pieces.weight": weights["embeddings.word_embeddings.weight"],
        "embeddings.positions.weight": weights["embeddings.position_embeddings.weight"],
        "embeddings.kind": weights["embeddings.token_type_embeddings.weight"][0],
        "embeddings.norm.weight": weights["embeddings.LayerNorm.weight"],
        "embeddings.norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for number in range(len(encoder.layers)):
        for name, theirs in _NAMES.items():
            for part in ("weight", "bias"):
                taken[f"layers.{number}.{name}.{part}"] = weights[f"encoder.layer.{number}.{theirs}.{part}"]
    encoder.load_state_dict(ours | taken)
