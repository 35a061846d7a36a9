"""From how sure the network is to a probability that can be trusted."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution
from onrecord.reading.neural.confidence import NAMES, SUREST, Calibration, log_odds, row
from onrecord.reading.neural.signs import Signs

SAID = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 20),), ReportingVerb("say", "said", "qc"), "network")
EVEN = Calibration(tuple(float(name == "least") for name in NAMES), {"carried": 0.62})
"""Trusts the least sure part of an attribution as it is."""


def told(content: float, cue: float = 0.0) -> Attribution:
    signs = Signs(True, 0.0, cue, content, 0.0, 0.0, 0.0)
    return replace(SAID, signs=row(signs, quoted=False, contents=1))


def test_an_attribution_is_as_likely_right_as_its_least_sure_part() -> None:
    assert EVEN.confidence(told(content=-0.693147)) == 0.5
    assert EVEN.confidence(told(content=-0.1, cue=-0.693147)) == 0.5
    assert EVEN.confidence(told(content=0.0)) == 0.99


def test_what_rules_found_has_the_share_of_their_pattern_that_is_right() -> None:
    assert EVEN.confidence(replace(SAID, pattern="carried")) == 0.62
    assert EVEN.confidence(replace(SAID, pattern="label")) == 0.85


@given(st.floats(max_value=0.0, allow_nan=False))
def test_log_odds_are_numbers_whatever_the_network_gives(logarithm: float) -> None:
    assert -SUREST - 0.01 <= log_odds(logarithm) <= SUREST + 0.01


@given(st.floats(-40, 0), st.floats(-40, 0))
def test_a_surer_network_gives_no_less_confidence(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert EVEN.confidence(told(content=low)) <= EVEN.confidence(told(content=high))
