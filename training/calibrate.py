"""Calibrate: an exported network → how far its confidence can be trusted, written beside it.

    python -m training.calibrate --polnear FOLDER --exported FOLDER [--split dev]

Fits the logistic regression of `confidence.py` on what the whole reading finds in stories that the network was not trained on, and
writes it to `confidence.json` in the exported folder. What is printed is reckoned across five folds of the stories, each judged by
weights fitted on the other four, so that no figure is of what it was fitted on: a reliability table, the expected calibration error
(Guo et al. 2017, ten bins of width .1, weighted by size), and what is left at thresholds of confidence.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks.patterns import outcomes
from benchmarks.polnear import stories
from numpy.typing import NDArray

from onrecord.reading.attributions import Attribution
from onrecord.reading.neural.confidence import NAMES, Calibration
from onrecord.reading.neural.reader import CONFIDENCE, NeuralReader
from training.logs import log

Doubles = NDArray[np.float64]
Outcome = tuple[Attribution, bool]

FOLDS = 5
RIDGE = 5.0
"""How strongly weights are drawn to nothing, against about two thousand statements."""
FEWEST = 20
"""How often a pattern of rules must be seen for its figure to be written."""
THRESHOLDS = (0.5, 0.7, 0.8, 0.9, 0.95)
ROUNDS = 50


def main() -> None:
    """Fit, print and write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--exported", type=Path, required=True, help="the folder that export wrote")
    parser.add_argument("--split", default="dev", help="stories that the network was not trained on")
    asked = parser.parse_args()
    path = asked.exported / CONFIDENCE
    path.write_text(json.dumps({"weights": dict.fromkeys(NAMES, 0.0), "patterns": {}}), encoding="utf-8", newline="\n")
    reader = NeuralReader(asked.exported)
    by_story = [list(outcomes(story, reader.attributions)) for story in stories(asked.polnear, asked.split)]
    judged = [each for fold in range(FOLDS) for each in judged_apart(by_story, fold)]
    calibration = fitted([each for story in by_story for each in story])
    path.write_text(json.dumps(as_row(calibration), indent=1) + "\n", encoding="utf-8", newline="\n")
    print("\n".join(reliability(judged)))
    log(asked.exported / "log.jsonl", calibrated=asked.split, statements=len(judged), error=expected_error(judged))


def judged_apart(by_story: Sequence[Sequence[Outcome]], fold: int) -> list[tuple[float, bool]]:
    """Confidence and outcome of what was found in the stories of a fold, fitted on all others."""
    calibration = fitted([each for at, story in enumerate(by_story) if at % FOLDS != fold for each in story])
    return [(calibration.confidence(found), right) for story in by_story[fold::FOLDS] for found, right in story]


def fitted(told: Sequence[Outcome]) -> Calibration:
    """The calibration that fits these outcomes best."""
    by_network = [(found.signs, right) for found, right in told if found.signs]
    weights = regression(
        np.asarray([signs for signs, _ in by_network]), np.asarray([right for _, right in by_network], dtype=float)
    )
    by_pattern: dict[str, list[bool]] = {}
    for found, right in told:
        if not found.signs:
            by_pattern.setdefault(found.pattern, []).append(right)
    often = {
        pattern: round((sum(rights) + 1) / (len(rights) + 2), 2)  # the rule of succession: never certain
        for pattern, rights in sorted(by_pattern.items())
        if len(rights) >= FEWEST
    }
    return Calibration(tuple(weights.tolist()), often)


def regression(rows: Doubles, right: Doubles) -> Doubles:
    """The weights of a logistic regression with a ridge on all but the constant, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([0.0, *[RIDGE] * (rows.shape[1] - 1)])
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chances) - ridge @ weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + ridge + 1e-9 * np.eye(rows.shape[1])
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def as_row(calibration: Calibration) -> dict[str, dict[str, float]]:
    """The calibration as `Calibration.of` reads it."""
    weights = {name: round(weight, 4) for name, weight in zip(NAMES, calibration.weights, strict=True)}
    return {"weights": weights, "patterns": dict(calibration.patterns)}


def bins(judged: Sequence[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """What was judged in ten bins by confidence."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for confidence, right in judged:
        found[min(9, int(10 * confidence))].append((confidence, right))
    return found


def expected_error(judged: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error, in per cent."""
    apart = [abs(sum(confidence for confidence, _ in each) - sum(right for _, right in each)) for each in bins(judged)]
    return round(100 * sum(apart) / max(1, len(judged)), 2)


def reliability(judged: Sequence[tuple[float, bool]]) -> list[str]:
    """The lines of the reliability table and of what is left at thresholds."""
    lines = ["confidence  statements  mean  right"]
    for at, each in enumerate(bins(judged)):
        if each:
            mean, right = sum(one for one, _ in each) / len(each), sum(one for _, one in each) / len(each)
            lines.append(f"{at / 10:.1f}–{at / 10 + 0.1:.1f}     {len(each):10}  {mean:.2f}  {right:.2f}")
    lines.append(f"expected calibration error {expected_error(judged):.2f} % over {len(judged)} statements")
    for least in THRESHOLDS:
        left = [right for confidence, right in judged if confidence >= least]
        lines.append(f"at least {least}: {len(left)} left, {100 * sum(left) / max(1, len(left)):.1f} % right")
    return lines


if __name__ == "__main__":
    main()
