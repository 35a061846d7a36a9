"""The probability of a piece is the share of all sequences of labels that have it."""

from itertools import pairwise, product
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.neural.marginals import lattices, log_probability, shares
from onrecord.reading.neural.roles import LABELS, Piece, Steps, may_begin, pieces_of, possible

numbers = st.floats(-3, 3)
row = st.lists(numbers, min_size=len(LABELS), max_size=len(LABELS))
steps = st.builds(Steps.of, st.lists(row, min_size=len(LABELS), max_size=len(LABELS)), row, row)


def every_sequence(scores: list[list[float]], steps: Steps) -> dict[tuple[int, ...], float]:
    """Each possible sequence of labels with its weight, one by one."""
    weights = {}
    for labels in product(range(len(LABELS)), repeat=len(scores)):
        joined = list(pairwise(labels))
        if may_begin(labels[0]) and all(possible(*each) for each in joined):
            total = steps.begin[labels[0]] + steps.end[labels[-1]] + sum(steps.between[one][two] for one, two in joined)
            weights[labels] = exp(total + sum(scores[at][label] for at, label in enumerate(labels)))
    return weights


@settings(deadline=None)
@given(st.lists(row, min_size=1, max_size=4), steps)
def test_of_a_window(scores: list[list[float]], steps: Steps) -> None:
    weights = every_sequence(scores, steps)
    (lattice,) = lattices([np.asarray(scores, dtype=np.float32)], steps)

    for role in range(3):
        for start in range(len(scores)):
            for end in range(start + 1, len(scores) + 1):
                piece = Piece(role, start, end)
                with_it = sum(weight for labels, weight in weights.items() if piece in pieces_of(labels))
                assert log_probability(lattice, piece) == pytest.approx(log(with_it / sum(weights.values())), abs=1e-4)
        for at, share in enumerate(shares(lattice, role)):
            in_role = sum(weight for labels, weight in weights.items() if labels[at] in (2 * role + 1, 2 * role + 2))
            assert share == pytest.approx(in_role / sum(weights.values()), abs=1e-4)


@settings(deadline=None)
@given(st.lists(st.lists(row, min_size=1, max_size=5), min_size=1, max_size=4), steps)
def test_a_window_beside_others_is_reckoned_as_if_alone(windows: list[list[list[float]]], steps: Steps) -> None:
    scores = [np.asarray(each, dtype=np.float32) for each in windows]

    for each, together in zip(scores, lattices(scores, steps), strict=True):
        (alone,) = lattices([each], steps)
        assert together.total == pytest.approx(alone.total, abs=1e-9)
        assert np.allclose(together.before, alone.before) and np.allclose(together.after, alone.after)


@settings(deadline=None)
@given(st.lists(st.lists(row, min_size=1, max_size=5), min_size=2, max_size=9), steps, st.integers(2, 5))
def test_windows_some_at_a_time_give_the_very_numbers_of_all_at_once(
    windows: list[list[list[float]]], steps: Steps, together: int
) -> None:
    scores = [np.asarray(each, dtype=np.float32) for each in windows]

    for whole, apart in zip(lattices(scores, steps), lattices(scores, steps, together), strict=True):
        assert apart.total == whole.total
        assert np.array_equal(apart.before, whole.before) and np.array_equal(apart.after, whole.after)
        assert np.array_equal(apart.leaving, whole.leaving) and np.array_equal(apart.staying, whole.staying)
