"""Syntax of a text's words: part of speech, head, relation and lemma of each, from what a network gives."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.lemmas import Lemmatizer
from onrecord.reading.neural.pieces import BORDERS
from onrecord.reading.neural.roles import Steps
from onrecord.reading.neural.tags import TAGS, tags
from onrecord.reading.neural.trees import TreeWeights, trees
from onrecord.reading.neural.windows import Window

FURTHER = "further.json"


class Further(NamedTuple):
    """What the heads beside attribution need outside of the network's graph."""

    names: Steps
    trees: TreeWeights
    lemmas: Lemmatizer

    @classmethod
    def read(cls, folder: Path) -> "Further":
        """That of the network in a folder. Raises FileNotFoundError where it was trained for attribution alone."""
        row = json.loads((folder / FURTHER).read_text(encoding="utf-8"))
        steps = Steps.of(*(row["names"][name] for name in ("between", "begin", "end")))
        return cls(steps, TreeWeights.of(row["trees"]), Lemmatizer.of(row["lemmas"]))


class Syntax(NamedTuple):
    """For each word of a text the position of its tag in TAGS, the number of its head or ROOT, the position of its relation in
    RELATIONS, and its lemma.
    """

    tags: list[int]
    heads: list[int]
    relations: list[int]
    lemmas: list[str]


def syntax(
    words: Sequence[str], borders: Sequence[int], read: Sequence[tuple[Window, Array, Array, Array]], further: Further
) -> Syntax:
    """The syntax of a text's words, given what begins with each and, for each window, its words' outputs for SYNTAX."""
    given, arcs, relations = (
        np.concatenate([outputs[part][: outputs[0].kept - outputs[0].start] for outputs in read]) for part in (1, 2, 3)
    )
    found = tags(given)
    tree = trees(arcs, relations, sentences(borders), further.trees)
    return Syntax(found, *tree, [further.lemmas.lemma(word, TAGS[tag]) for word, tag in zip(words, found, strict=True)])


def sentences(borders: Sequence[int]) -> list[tuple[int, int]]:
    """The words `[start, end)` of each sentence, given what begins with each word; the first begins one whatever is said of it."""
    begins = [at for at, border in enumerate(borders) if at == 0 or border != BORDERS.index("inside")]
    return list(pairwise([*begins, len(borders)]))
