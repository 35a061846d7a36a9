"""Whom a pronoun means, as a network has it beside the rules: two vectors a word, as a pronoun and as whom one may mean.

A pronoun's score for a mention is the product of its vector with that of the mention's last word, by the root of their width; that
of a person the logarithm of the sum of its mentions' powers, as the network was trained. Nobody named has a score of its own, and
the mentions of those who passed by without a name.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import takewhile
from math import exp, log, sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.reading.antecedents import Candidate, chosen, sums
from onrecord.reading.grouping import Group
from onrecord.reading.layout import Word
from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.windows import WINDOW
from onrecord.reading.nobody import nobody_named
from onrecord.reading.pronoun_cases import says
from onrecord.reading.walk import Walk

REFERRING_WIDTH = 64

BALANCES = "antecedents.json"


class Balance(NamedTuple):
    """The weights of the rules' features beside the network, and what the network's scores count."""

    features: Mapping[str, float]
    network: float


class Balances(NamedTuple):
    """That for pronouns that report what is said (`he said`), and that for all others: who speaks is told by other signs."""

    reporting: Balance
    others: Balance

    @classmethod
    def read(cls, folder: Path) -> "Balances | None":
        """Those of the network in a folder, None where it was not trained for pronouns."""
        path = folder / BALANCES
        if not path.exists():
            return None
        return cls(**{name: Balance(**row) for name, row in json.loads(path.read_text(encoding="utf-8")).items()})

    def of(self, words: tuple[Word, ...], at: int) -> Balance:
        """The one for the pronoun at an index."""
        return self.reporting if says(words, at) else self.others


class Referring:
    """Picks whom the pronouns of a page mean, given its words' vectors [words, 2 · REFERRING_WIDTH + 1]."""

    def __init__(self, vectors: Array, balances: Balances) -> None:
        self._vectors = vectors
        self._balances = balances

    def __call__(self, walk: Walk, at: int, gender: str, found: list[Candidate]) -> list[Group]:
        """As `antecedents.meant`, by the rules' features and the network's scores together."""
        features, network = self._balances.of(walk.layout.words, at)
        by_rules = sums(found, nobody_named(walk, at, gender), features)
        by_network = self.scores(walk, at, gender, found)
        return chosen(walk, at, found, [one + network * other for one, other in zip(by_rules, by_network, strict=True)])

    def scores(self, walk: Walk, at: int, gender: str, found: Sequence[Candidate]) -> list[float]:
        """The network's score of each candidate for the pronoun at an index, nobody's last."""
        strangers = self._of_words(at, _strangers(walk, at, gender))
        return [
            *(_summed(self._of_words(at, last_words(walk, at, each.group))) for each in found),
            _summed([float(self._vectors[at, -1]), *strangers]),
        ]

    def _of_words(self, at: int, words: Sequence[int]) -> list[float]:
        """The network's scores of mentions that end at these words for the pronoun at an index."""
        of_words = self._vectors[list(words), REFERRING_WIDTH : 2 * REFERRING_WIDTH].astype(np.float64)
        scores: list[float] = (of_words @ self._vectors[at, :REFERRING_WIDTH] / sqrt(REFERRING_WIDTH)).tolist()
        return scores


def _summed(scores: Sequence[float]) -> float:
    """The logarithm of the sum of the scores' powers."""
    most = max(scores)
    return most + log(sum(exp(score - most) for score in scores))


def _strangers(walk: Walk, at: int, gender: str) -> list[int]:
    """The nouns of those of a fitting gender without a name, as far back as a window reaches."""
    nouns = ((bisect_left(walk.layout.starts, start), kind) for start, kind in reversed(walk.strangers))
    return [word for word, kind in takewhile(lambda each: each[0] >= at - WINDOW, nouns) if kind in ("u", gender)]


def last_words(walk: Walk, at: int, group: Group) -> list[int]:
    """The last words of the group's names up to the end of the pronoun's sentence, as far back as a window reaches; where it is
    named only further back, or later, that of the nearest name.
    """
    starts, words = walk.layout.starts, walk.layout.words
    end = walk.layout.sentence_at(words[at].start).end
    numbers = range(bisect_left(group.spans, (end,)) - 1, -1, -1)
    named = (bisect_left(starts, group.spans[number].end) - 1 for number in numbers)
    before = (word for word in named if words[word].end <= end)
    nearest = next(before, bisect_left(starts, group.spans[0].end) - 1)
    further = takewhile(lambda word: word >= at - WINDOW, before) if nearest >= at - WINDOW else ()
    return [nearest, *further][::-1]
