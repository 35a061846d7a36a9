"""Batches: examples as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from onrecord.reading.neural.framing import framed
from training.examples import Example

MASK = 103
"""`[MASK]` of the BERT vocabularies; all pieces of words come after it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side: pieces [windows, length], features [.., 3], where each word's first piece stands [windows, words]."""

    examples: tuple[Example, ...]
    pieces: Tensor
    features: Tensor
    firsts: Tensor
    labels: Tensor
    lengths: Tensor


def batch(examples: Sequence[Example], device: str = "cpu") -> Batch:
    """The examples as tensors on a device, padded with zeros to the longest."""
    length = max(sum(map(len, example.pieces)) for example in examples) + 2
    words = max(len(example.pieces) for example in examples)
    pieces = torch.zeros(len(examples), length, dtype=torch.long)
    features = torch.zeros(len(examples), length, 3, dtype=torch.long)
    firsts = torch.zeros(len(examples), words, dtype=torch.long)
    labels = torch.zeros(len(examples), words, dtype=torch.long)
    for row, example in enumerate(examples):
        numbers, kinds, starts = framed(example.pieces, example.features)
        pieces[row, : len(numbers)] = torch.tensor(numbers)
        features[row, : len(kinds)] = torch.tensor(kinds)
        firsts[row, : len(starts)] = torch.tensor(starts)
        labels[row, : len(starts)] = torch.tensor(example.labels)
    lengths = torch.tensor([len(example.pieces) for example in examples])
    return Batch(tuple(examples), *(each.to(device) for each in (pieces, features, firsts, labels, lengths)))


def masked(pieces: Tensor, share: float) -> Tensor:
    """The pieces with a share of those of words, drawn anew each time, as `[MASK]`: no word is to be leant on alone."""
    words = pieces > MASK
    return torch.where(words & (torch.rand(pieces.shape, device=pieces.device) < share), MASK, pieces)
