"""Fit antecedents: an exported network → what the rules' features count beside its scores in whom pronouns mean, written beside it.

    python -m training.fit_antecedents --gap FOLDER --gum FOLDER --polnear FOLDER --stories FILE --data DATA --exported FOLDER

Learns the features' weights beside the network's scores, as the whole reading comes by pronouns with the weights that the program
has so far: those of pronouns that report what is said (`he said`), and those of all others. Both come of GAP, of GUM and of
pronouns that nothing but their gender tells (`by_gender.py`), in PolNeAR's stories and in those of FILE, gzipped lines of JSON with
`date` and `text`. The former also come of what `training.travelling` wrote in DATA, each counted TRAVELLING times, the latter of
GAP and GUM once more. The network is surer of what it was trained on than of other texts, so what its scores, the features and
nobody count is fitted on every fifth text of GAP and GUM, which was held out of both. Writes `antecedents.json` in the exported
folder, which `calibrate` must have been at before. What is printed is of texts held out, what needs a fit by that on other fifths.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from benchmarks.polnear import stories
from benchmarks.travelling import published
from numpy.typing import NDArray
from tools.antecedents import Weights

from onrecord.reading.antecedents import feature_weights
from onrecord.reading.neural.reader import NETWORK, NeuralReader
from onrecord.reading.neural.referring import BALANCES, Balance, Balances
from onrecord.reading.neural.session import TOKENIZER
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from training.by_gender import genders
from training.judged import Judged, from_by_gender, from_gap, from_gum, from_travelling
from training.logs import log
from training.pronouns import held
from training.travelling import LAST

Doubles = NDArray[np.float64]

FOLDS = 5
RIDGE = 1.0
ROUNDS = 30
SETTLED = 1e-4
"""Weights that change by less are found."""

BESIDE = 0.4
"""What the network's scores count while features are learnt."""
PENALTY = 10.0
"""What is taken off for half the square of each feature's weight; a likelihood's logarithm is summed up over all pronouns."""
FEWEST = 15
"""A feature seen beside fewer pronouns gets no weight."""
PLACES = 3

TRAVELLING = 3
"""How many times a pronoun of a travelling quotation counts: of those that report there are few beside the others."""

NOBODY = "nobody"
"""The feature that nobody always has."""


class Weighed(NamedTuple):
    """A pronoun: what tells for each option [options, features' sum, network's score and nobody], and which one is right."""

    options: Doubles
    right: int


def main() -> None:
    """Learn, fit, print and write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gap", type=Path, required=True, help="the folder with gap-development.tsv.gz")
    parser.add_argument("--gum", type=Path, required=True, help="the folder with gum_train_dev.tar.xz")
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_train.jsonl.gz")
    parser.add_argument("--stories", type=Path, required=True, help="gzipped lines of JSON with date and text")
    parser.add_argument("--most", type=int, default=3000, help="so many of PolNeAR's and of these stories at most")
    parser.add_argument("--data", type=Path, required=True, help="the folder that travelling wrote to")
    parser.add_argument("--exported", type=Path, required=True, help="the folder that export wrote")
    asked = parser.parse_args()
    same = Balance(feature_weights(), BESIDE)
    write(Balances.read(NETWORK) or Balances(same, same), asked.exported)
    reader = NeuralReader(asked.exported)
    sets = [from_gap(asked.gap, reader), from_gum(asked.gum, reader)]
    apart = [[each for number, text in enumerate(texts) if held(number) for each in text] for texts in sets]
    marked = [each for texts in sets for number, text in enumerate(texts) if not held(number) for each in text]
    texts = [story.text for story in stories(asked.polnear, "train")] + published(asked.stories, last=LAST)
    cut = cut_by(tokenizer_in(asked.exported / TOKENIZER))
    of_gender = list(from_by_gender(texts[: asked.most], reader, genders(texts), cut))
    told = TRAVELLING * list(from_travelling(asked.data, reader))
    tell = partial(log, asked.exported / "log.jsonl")
    found = Balances(
        reporting=fit([*marked, *of_gender, *told], apart, partial(tell, kind="reporting")),
        others=fit([*marked, *marked, *of_gender], apart, partial(tell, kind="others")),
    )
    write(found, asked.exported)


def fit(seen: Sequence[Judged], apart: Sequence[Sequence[Judged]], tell: Callable[..., None]) -> Balance:
    """The balance learnt from pronouns, and fitted on those held out of sets."""
    features = learnt(seen)
    held_out = [[weighed(features, each) for each in its_own] for its_own in apart]
    numbers = fitted([each for its_own in held_out for each in its_own])
    tell(learnt_from=len(seen), fitted=numbers.round(2).tolist(), right=[right(its_own) for its_own in held_out])
    return balance(features, numbers)


def learnt(found: Sequence[Judged]) -> Weights:
    """The features' weights that make the right options likeliest beside the network's scores."""
    counts = Counter(feature for each in found for feature in {feature for option in each.options for feature in option})
    names = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    columns = {feature: column for column, feature in enumerate(names)}
    weights = likeliest([_shown(each, columns) for each in found], np.zeros(len(names)), PENALTY)
    return dict(zip(names, weights.tolist(), strict=True))


class Shown(NamedTuple):
    """A pronoun: what its options have [options, weights], what tells for each beside that, and which one is right."""

    options: Doubles
    beside: Doubles
    right: int


def _shown(each: Judged, columns: Mapping[str, int]) -> Shown:
    options = np.zeros((len(each.options), len(columns)))
    for number, option in enumerate(each.options):
        options[number, [columns[feature] for feature in option if feature in columns]] = 1.0
    return Shown(options, BESIDE * np.asarray(each.network), each.right)


def likeliest(found: Sequence[Shown], start: Doubles, penalty: float) -> Doubles:
    """The weights, pulled towards their start, that make the right options likeliest: a conditional logit by Newton's method, each
    step halved until it gains (Boyd and Vandenberghe 2004, 9.5)."""
    weights = start.copy()
    for _ in range(ROUNDS):
        slope, curve = -penalty * (weights - start), penalty * np.eye(len(start))
        for options, beside, number in found:
            chances = _chances(options @ weights + beside)
            apart = options - chances @ options
            slope += apart[number]
            curve += (apart * chances[:, None]).T @ apart
        step = np.linalg.solve(curve, slope)
        now = _likelihood(found, weights, start, penalty)
        while np.abs(step).max(initial=0.0) >= SETTLED and _likelihood(found, weights + step, start, penalty) < now:
            step /= 2
        weights = weights + step
        if np.abs(step).max(initial=0.0) < SETTLED:
            break
    return weights


def _likelihood(found: Sequence[Shown], weights: Doubles, start: Doubles, penalty: float) -> float:
    """The logarithm of how likely the weights make the right options, less the penalty."""
    total = -penalty / 2 * float(np.square(weights - start).sum())
    for options, beside, number in found:
        scores = options @ weights + beside
        most = scores.max()
        total += float(scores[number] - most - np.log(np.exp(scores - most).sum()))
    return total


def weighed(features: Weights, each: Judged) -> Weighed:
    """The pronoun with its features summed up."""
    by_rules = [sum(features.get(feature, 0.0) for feature in option) for option in each.options]
    nobody = [0.0] * (len(each.options) - 1) + [1.0]
    return Weighed(np.asarray([by_rules, each.network, nobody]).T, each.right)


def fitted(found: Iterable[Weighed]) -> Doubles:
    """What features, network and nobody count that makes the right options likeliest; of nothing known 1, BESIDE and 0."""
    shown = [Shown(options, np.zeros(len(options)), number) for options, number in found]
    return likeliest(shown, np.asarray((1.0, BESIDE, 0.0)), RIDGE)


def _chances(scores: Doubles) -> Doubles:
    powers: Doubles = np.exp(scores - scores.max())
    return powers / powers.sum()


def balance(features: Weights, numbers: Doubles) -> Balance:
    """The features' weights with what they count, nobody's among them, and what the network's scores do."""
    rules, network, nobody = numbers.tolist()
    weights = {feature: rules * weight for feature, weight in features.items()}
    weights[NOBODY] = weights.get(NOBODY, 0.0) + nobody
    rounded = {feature: round(weight, PLACES) for feature, weight in sorted(weights.items())}
    return Balance(rounded, round(network, PLACES))


def write(found: Balances, folder: Path) -> None:
    """Write the balances as `Balances.read` reads them."""
    rows = {name: {"features": dict(each.features), "network": each.network} for name, each in found._asdict().items()}
    (folder / BALANCES).write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8", newline="\n")


def right(every: Sequence[Weighed]) -> dict[str, float]:
    """How many pronouns there are, and the share of them resolved rightly by the network alone and by all together, in per cent."""
    alone = sum(int(options[:, 1].argmax()) == number for options, number in every)
    together = 0
    for fold in range(FOLDS):
        weights = fitted(each for at, each in enumerate(every) if at % FOLDS != fold)
        together += sum(int((each.options @ weights).argmax()) == each.right for each in every[fold::FOLDS])
    shares = (round(100 * count / max(1, len(every)), 2) for count in (alone, together))
    return {"pronouns": len(every)} | dict(zip(("network", "together"), shares, strict=True))


if __name__ == "__main__":
    main()
