"""Batches: examples as tensors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from onrecord.reading.neural.framing import framed
from onrecord.reading.neural.roles import Steps
from training.examples import Example
from training.lessons import Passage

MASK = 103
"""`[MASK]` of the BERT vocabularies; all pieces of words come after it."""


class Frames(NamedTuple):
    """Windows side by side: pieces [windows, length], features [.., 3], where each word's first piece stands [windows, words]."""

    pieces: Tensor
    features: Tensor
    firsts: Tensor
    lengths: Tensor


class Taught(NamedTuple):
    """The mean of teachers' scores of labels [windows, words, labels] and of their steps."""

    scores: Tensor
    steps: Steps


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of stories with their labels [windows, words]; `names` are labels of the windows whose rows are in `named`.

    `taught` is what teachers think of them, where no people marked the stories.
    """

    examples: tuple[Example, ...]
    frames: Frames
    labels: Tensor
    names: Tensor
    named: Tensor
    taught: Taught | None = None


@dataclass(frozen=True, slots=True)
class LessonBatch:
    """Windows of lessons; `names` are labels of the windows whose rows are in `named`, the others' are those in `parsed`.

    `sentences` are the numbers of words' sentences from 1, 0 where there is no word.
    """

    frames: Frames
    names: Tensor
    named: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor
    sentences: Tensor
    parsed: Tensor


def batch(examples: Sequence[Example], device: str = "cpu", steps: Steps | None = None) -> Batch:
    """The examples as tensors on a device; `steps` are those of the teachers who read them, where some did."""
    frames = _frames(examples, device)
    named, names = _marked([each.names for each in examples], device)
    labels = _filled([each.labels for each in examples], device)
    scores = [torch.from_numpy(each.scores.astype("f4")) for each in examples if each.scores is not None]
    taught = Taught(pad_sequence(scores, batch_first=True).to(device), steps) if steps else None
    return Batch(tuple(examples), frames, labels, names, named, taught)


def lesson_batch(passages: Sequence[Passage], device: str = "cpu") -> LessonBatch:
    """The passages as tensors on a device."""
    frames = _frames(passages, device)
    named, names = _marked([each.names for each in passages], device)
    parsed, tags = _marked([each.tags or None for each in passages], device)
    taught = [each for each in passages if each.tags]
    heads, relations, sentences = (
        (_filled(rows, device) for rows in zip(*((each.heads, each.relations, each.sentences) for each in taught), strict=True))
        if taught
        else (tags, tags, tags)
    )
    return LessonBatch(frames, names, named, tags, heads, relations, sentences, parsed)


def _frames(windows: Sequence[Example] | Sequence[Passage], device: str) -> Frames:
    """The windows in their frames, padded with zeros to the longest."""
    framed_windows = [framed(each.pieces, each.features) for each in windows]
    length = max(len(each.pieces) for each in framed_windows)
    features = torch.zeros(len(windows), length, 3, dtype=torch.long)
    for row, each in enumerate(framed_windows):
        features[row, : len(each.features)] = torch.tensor(each.features)
    lengths = torch.tensor([len(each.pieces) for each in windows])
    pieces, firsts = (
        _filled(rows, device) for rows in ([each.pieces for each in framed_windows], [each.firsts for each in framed_windows])
    )
    return Frames(pieces, features.to(device), firsts, lengths.to(device))


def _marked(rows: Sequence[Sequence[int] | None], device: str) -> tuple[Tensor, Tensor]:
    """Which rows there are, and those."""
    there = [number for number, row in enumerate(rows) if row is not None]
    return torch.tensor(there, dtype=torch.long, device=device), _filled([row for row in rows if row is not None], device)


def _filled(rows: Sequence[Sequence[int]], device: str) -> Tensor:
    """The rows one under another, filled up with zeros."""
    table = torch.zeros(len(rows), max(map(len, rows), default=0), dtype=torch.long)
    for number, row in enumerate(rows):
        table[number, : len(row)] = torch.tensor(row)
    return table.to(device)


def masked(pieces: Tensor, share: float) -> Tensor:
    """The pieces with a share of those of words, drawn anew each time, as `[MASK]`: no word is to be leant on alone."""
    words = pieces > MASK
    return torch.where(words & (torch.rand(pieces.shape, device=pieces.device) < share), MASK, pieces)
