"""The measures of coreference, against figures counted by hand and against every possible pairing."""

from itertools import permutations

import pytest
from benchmarks.clusters import Cluster, best_assignment, conll, coreference, together
from hypothesis import given
from hypothesis import strategies as st


def clusters(*printed: str) -> list[Cluster]:
    return [frozenset(each) for each in printed]


def test_the_example_of_the_b_cubed_paper() -> None:
    # Bagga and Baldwin 1998, response 1: of twelve mentions in three entities, two entities are run together.
    shares = coreference(clusters("12345", "67", "89abc"), clusters("12345", "6789abc"))
    assert shares["muc"].precision == pytest.approx(9 / 10)
    assert shares["muc"].recall == 1.0
    assert shares["b3"].precision == pytest.approx((5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12)
    assert shares["b3"].recall == 1.0
    # φ4 of the best pairing: 1 for the first, 2·5/12 for the last
    assert shares["ceafe"].recall == pytest.approx((1 + 10 / 12) / 3)


def test_a_mention_that_only_one_side_has_costs_that_side() -> None:
    shares = coreference(clusters("ab"), clusters("abx"))
    assert shares["mentions"].precision == pytest.approx(2 / 3)
    assert shares["mentions"].recall == 1.0
    assert shares["muc"].precision == pytest.approx(1 / 2)
    assert shares["muc"].recall == 1.0


def test_nothing_found_is_nothing_right() -> None:
    assert conll(coreference(clusters("ab"), [])) == 0.0


def test_documents_add_up() -> None:
    one, two = coreference(clusters("ab"), clusters("ab")), coreference(clusters("cd"), [])
    assert together([one, two])["muc"].recall == pytest.approx(1 / 2)


WEIGHTS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.floats(0, 1), min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(WEIGHTS)
def test_the_best_assignment_is_the_best_of_all(weights: list[list[float]]) -> None:
    wide = weights if len(weights) <= len(weights[0]) else [list(column) for column in zip(*weights, strict=True)]
    best = max(
        sum(wide[row][column] for row, column in enumerate(chosen)) for chosen in permutations(range(len(wide[0])), len(wide))
    )
    assert best_assignment(weights) == pytest.approx(best)
