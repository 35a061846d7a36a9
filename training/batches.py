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
from training.pronouns import Referring

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


@dataclass(frozen=True, slots=True)
class ReferringBatch:
    """Windows with pronouns: for each pronoun the row of its window, its word and its weight; and for each the words of mentions
    [pronouns, mentions], which of them are `there`, and which are `right` [pronouns, 1 + mentions], nobody first.
    """

    frames: Frames
    rows: Tensor
    pronouns: Tensor
    weights: Tensor
    mentions: Tensor
    there: Tensor
    right: Tensor


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


def referring_batch(windows: Sequence[Referring], device: str = "cpu") -> ReferringBatch:
    """The windows with their pronouns as tensors on a device."""
    found = [(row, window.weight, each) for row, window in enumerate(windows) for each in window.pronouns]
    mentions = _filled([each.mentions for _, _, each in found], device)
    there = _filled([[1] * len(each.mentions) for _, _, each in found], device).bool()
    right = torch.zeros(len(found), 1 + mentions.shape[1], dtype=torch.bool)
    for number, (_, _, each) in enumerate(found):
        right[number, [(position + 1) % (len(each.mentions) + 1) for position in each.right]] = True
    rows, pronouns = (torch.tensor(each, device=device) for each in zip(*((row, each.at) for row, _, each in found), strict=True))
    weights = torch.tensor([weight for _, weight, _ in found], device=device)
    return ReferringBatch(_frames(windows, device), rows, pronouns, weights, mentions, there, right.to(device))


def _frames(windows: Sequence[Example] | Sequence[Passage] | Sequence[Referring], device: str) -> Frames:
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
