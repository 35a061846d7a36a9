"""How much a network's word counts beside the rules'."""

import numpy as np
import pytest
from training.fit_antecedents import BEFORE, Judged, fitted, right

from onrecord.reading.neural.referring import Balance

SURE_NETWORK = Judged(np.asarray([(0.2, 3.0, 0.0), (0.4, -1.0, 0.0), (0.0, 0.0, 1.0)]), 0)
"""The network is right, the rules are just wrong."""


def test_what_nothing_is_known_of_stays_with_the_rules() -> None:
    assert fitted([]) == pytest.approx(BEFORE)


def test_a_network_that_is_right_counts() -> None:
    assert fitted([SURE_NETWORK] * 20).network > 0.5


def test_a_network_that_is_wrong_does_not() -> None:
    wrong = Judged(SURE_NETWORK.options, 1)

    assert fitted([wrong] * 20).network < 0


def test_nobody_gains_where_nobody_is_meant() -> None:
    nobody = Judged(np.asarray([(0.0, 0.0, 0.0), (0.0, 0.0, 1.0)]), 1)

    assert fitted([nobody] * 20).nobody > 1


def test_figures_are_of_what_was_not_fitted_on() -> None:
    assert right([[SURE_NETWORK]] * 10) == (10, 0.0, 100.0)
    assert Balance._fields == ("rules", "network", "nobody")
