"""What the rules' features and a network's scores count beside each other."""

import numpy as np
import pytest
from tools.antecedents import Seen
from training.fit_antecedents import BESIDE, FEWEST, Weighed, balance, fitted, learnt, right, weighed
from training.judged import Judged, travelling_right

from onrecord.reading.antecedents import Candidate
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.walk import Walk

SURE_NETWORK = Judged((("near", "subject"), ("near",), ("nobody",)), (-1.0, 3.0, 0.0), 1)
"""The network is right, the rules are for the one who is subject."""
FEATURES = {"near": 0.2, "subject": 0.3, "nobody": -0.5}


def test_features_are_summed_up() -> None:
    assert weighed(FEATURES, SURE_NETWORK).options.tolist() == [[0.5, -1.0, 0.0], [0.2, 3.0, 0.0], [-0.5, 0.0, 1.0]]


def test_features_are_learnt_for_what_the_network_does_not_tell() -> None:
    doubtful = Judged((("near", "subject"), ("near",), ("nobody",)), (0.0, 0.0, 0.0), 0)

    told_by_network, told_by_nobody = learnt([SURE_NETWORK] * FEWEST), learnt([doubtful] * FEWEST)

    assert told_by_nobody["subject"] > 0 > told_by_network["subject"]
    assert told_by_nobody["nobody"] < told_by_network["nobody"] < 0


def test_features_that_are_seldom_seen_have_no_weight() -> None:
    assert learnt([SURE_NETWORK] * (FEWEST - 1)) == {}


def test_what_nothing_is_known_of_stays_as_it_began() -> None:
    assert fitted([]) == pytest.approx((1.0, BESIDE, 0.0))


def test_a_network_that_is_right_counts_more_and_one_that_is_wrong_less() -> None:
    options = weighed(FEATURES, SURE_NETWORK).options

    assert fitted([Weighed(options, 1)] * 20)[1] > BESIDE > 0 > fitted([Weighed(options, 0)] * 20)[1]


def test_nobody_gains_where_nobody_is_meant() -> None:
    nobody = Weighed(np.asarray([(0.0, 0.0, 0.0), (0.0, 0.0, 1.0)]), 1)

    assert fitted([nobody] * 20)[2] > 1


def test_what_features_count_is_part_of_their_weights() -> None:
    found = balance(FEATURES, np.asarray([2.0, 0.7, 1.0]))

    assert found.features == {"near": 0.4, "nobody": 0.0, "subject": 0.6}
    assert found.network == 0.7


def test_figures_are_of_what_was_not_fitted_on() -> None:
    assert right([weighed(FEATURES, SURE_NETWORK)] * 10) == {"pronouns": 10, "network": 100.0, "together": 100.0}


def test_the_right_option_of_a_travelling_quotation_is_the_candidate_of_its_surname() -> None:
    story = "Jon Lind met Omar Reyes. He said no."
    page = layout(story)
    seen: list[Seen] = []

    def watching(walk: Walk, at: int, _gender: str, near: list[Candidate]) -> list[Group]:
        seen.append(Seen(walk.layout.words[at].span, tuple(near), ("nobody",)))
        return []

    build_chains(page, find_names(page), "d" * 32, watching)
    (he,) = seen
    names = [next(iter(each.group.forms)) for each in he.candidates]

    assert travelling_right({he.span: "reyes"}, he) == names.index("omar reyes")
    assert travelling_right({he.span: "hale"}, he) is None
    assert travelling_right({}, he) is None


def test_a_fit_far_from_its_start_settles() -> None:
    hard = [Weighed(np.asarray([[900.0, 0.0, 0.0], [0.0, 40.0, 0.0], [0.0, 0.0, 1.0]]), number) for number in (0, 1, 2, 1)]

    found = fitted(hard)

    assert np.isfinite(found).all()
    assert abs(found[0]) < 1
