"""Confidence: signs of how sure the network was → the probability that an attribution is right, content and source both.

A logistic regression (Platt 1999) on the network's own log-probabilities, which alone are far too sure of themselves; its
weights are fitted on stories that the network was not trained on, and stand beside the network.
"""

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import Any, NamedTuple

from onrecord.reading.attributions import Attribution
from onrecord.reading.neural.signs import Signs
from onrecord.reading.statements import sure_by_pattern

SUREST = 6.0
"""Log-odds beyond this, one in four hundred, are taken as this: further out the network is sure for no reason."""

NAMES = ("constant", "sourced", *Signs._fields[1:], "quoted", "contents", "least")
"""What the probability is reckoned from, in order; each has a weight."""


def row(signs: Signs, *, quoted: bool, contents: int) -> tuple[float, ...]:
    """The numbers that the probability is reckoned from: log-odds of the signs and the least of them, whether quotation marks
    stand around content, and how many contents there are."""
    odds = [log_odds(sign) for sign in signs[1:]]
    return (1.0, float(signs.sourced), *odds, float(quoted), log(max(1, contents)), min(odds))


def log_odds(logarithm: float) -> float:
    """The log-odds of a probability that is given by its logarithm, within `SUREST`."""
    chance = min(max(exp(logarithm), exp(-SUREST)), 1 - exp(-SUREST))
    return log(chance / (1 - chance))


class Calibration(NamedTuple):
    """The weights of `NAMES`, and how often patterns of rules are right beside the network."""

    weights: tuple[float, ...]
    patterns: Mapping[str, float]

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> "Calibration":
        """The calibration in `confidence.json`. Raises KeyError where a weight is missing."""
        return cls(tuple(float(given["weights"][name]) for name in NAMES), dict(given["patterns"]))

    def confidence(self, attribution: Attribution) -> float:
        """The probability that the attribution is right, two decimals, never 0 or 1."""
        if not attribution.signs:
            return self.patterns.get(attribution.pattern) or sure_by_pattern(attribution)
        return min(0.99, max(0.01, round(logistic(self.weights, attribution.signs), 2)))


def logistic(weights: Sequence[float], numbers: Sequence[float]) -> float:
    """The probability that a logistic regression gives."""
    total = sum(weight * number for weight, number in zip(weights, numbers, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
