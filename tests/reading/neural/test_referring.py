"""Scores of whom a pronoun means, from two vectors a word."""

import numpy as np

from onrecord.reading.neural.referring import REFERRING_WIDTH, mentions, nobodys


def test_a_mention_scores_by_its_likeness_to_what_the_pronoun_asks_for() -> None:
    vectors = np.zeros((4, 2 * REFERRING_WIDTH + 1), dtype=np.float32)
    vectors[3, 0] = 8.0  # the pronoun asks for the first number
    vectors[0, REFERRING_WIDTH] = 2.0
    vectors[1, REFERRING_WIDTH] = -1.0
    vectors[2, REFERRING_WIDTH + 1] = 9.0
    vectors[3, -1] = 0.5

    assert mentions(vectors, 3, [0, 1, 2]) == [2.0, -1.0, 0.0]
    assert nobodys(vectors, 3) == 0.5
