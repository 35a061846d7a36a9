"""Whom a pronoun means, as a network has it: two vectors a word, as a pronoun and as what one may mean, and how likely nobody is.

A pronoun's score for a mention is the product of its vector with that of the mention's last word, by the root of their width.
"""

from collections.abc import Sequence
from math import sqrt

import numpy as np

from onrecord.reading.neural.decoding import Array

REFERRING_WIDTH = 64


def nobodys(vectors: Array, at: int) -> float:
    """The score of nobody in the text for the pronoun at an index, from the words' vectors [words, 2 · REFERRING_WIDTH + 1]."""
    return float(vectors[at, -1])


def mentions(vectors: Array, at: int, words: Sequence[int]) -> list[float]:
    """The scores of mentions, by their last words, for the pronoun at an index."""
    of_words = vectors[list(words), REFERRING_WIDTH : 2 * REFERRING_WIDTH].astype(np.float64)
    scores: list[float] = (of_words @ vectors[at, :REFERRING_WIDTH] / sqrt(REFERRING_WIDTH)).tolist()
    return scores
