"""Fit antecedents: an exported network → how much its word counts beside the rules' in whom pronouns mean, written beside it.

    python -m training.fit_antecedents --gap FOLDER --gum FOLDER --polnear FOLDER --exported FOLDER

Fits the three numbers of `referring.Balance` on the texts that `antecedents` held out, as the whole reading comes by their
pronouns, and writes them to `antecedents.json` in the exported folder, which `calibrate` must have been at before. For it the
features' weights are learnt anew without these texts, else the rules would seem surer than they are. What is printed is reckoned
across five folds of the texts, each judged by numbers fitted on the other four.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tools.antecedents import Example, Seen, Weights, from_gap, from_gum, from_polnear, gap_right, gum_right, learnt, open_texts

from benchmarks import gap
from onrecord.reading.antecedents import Candidate, nobody_named
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.layout import layout
from onrecord.reading.neural.reader import NeuralReader
from onrecord.reading.neural.referring import BALANCE, Balance, Told
from onrecord.reading.walk import Walk
from training.logs import log
from training.pronouns import held

Doubles = NDArray[np.float64]

FOLDS = 5
RIDGE = 1.0
ROUNDS = 30

BEFORE = Balance(1.0, 0.0, 0.0)
"""The rules alone: what a network begins with."""


class Judged(NamedTuple):
    """A pronoun: what tells for each option [options, rules, network and nobody], and the number of the right one."""

    options: Doubles
    right: int


def main() -> None:
    """Fit, print and write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gap", type=Path, required=True, help="the folder with gap-development.tsv.gz")
    parser.add_argument("--gum", type=Path, required=True, help="the folder with gum_train_dev.tar.xz")
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_train and corenlp_train")
    parser.add_argument("--exported", type=Path, required=True, help="the folder that export wrote")
    asked = parser.parse_args()
    weights = learnt(seen_in_training(asked.gap, asked.gum, asked.polnear))
    balance = BEFORE
    for _ in range(2):  # whom earlier pronouns were taken for decides what later ones may mean
        write(balance, asked.exported)
        reader = NeuralReader(asked.exported)
        sets = {"gap": list(gap_held(asked.gap, reader, weights)), "gum": list(gum_held(asked.gum, reader, weights))}
        balance = fitted([each for texts in sets.values() for text in texts for each in text])
    write(balance, asked.exported)
    figures = {name: dict(zip(("pronouns", "rules", "both"), right(texts), strict=True)) for name, texts in sets.items()}
    log(asked.exported / "log.jsonl", antecedents=balance._asdict(), right=figures)


def write(balance: Balance, folder: Path) -> None:
    """Write the numbers as `Balance.read` reads them."""
    row = {name: round(value, 4) for name, value in balance._asdict().items()}
    (folder / BALANCE).write_text(json.dumps(row) + "\n", encoding="utf-8", newline="\n")


def seen_in_training(gap_folder: Path, gum_folder: Path, polnear: Path) -> list[Example]:
    """The pronouns that the features' weights are learnt from, without those of texts held out."""

    def wanted(number: int) -> bool:
        return not held(number)

    return [*from_gap(gap_folder, wanted), *from_gum(gum_folder, wanted), *from_polnear(polnear)]


def gap_held(folder: Path, reader: NeuralReader, weights: Weights) -> Iterator[list[Judged]]:
    """The pronoun of each snippet held out, where it can be told."""
    for number, snippet in enumerate(gap.snippets(folder, "development")):
        if held(number):
            yield list(judged(reader, weights, snippet.text, partial(gap_right, snippet)))


def gum_held(folder: Path, reader: NeuralReader, weights: Weights) -> Iterator[list[Judged]]:
    """The pronouns of each document held out."""
    for number, document in enumerate(open_texts(folder)):
        if held(number):
            yield list(judged(reader, weights, document.text, partial(gum_right, document)))


def judged(reader: NeuralReader, weights: Weights, text: str, right: Callable[[Seen], int | None]) -> Iterator[Judged]:
    """The pronouns of a text of which it is known whom they mean, as the reading comes by them."""
    found: list[tuple[Seen, list[Told]]] = []
    page = layout(text)
    referring = reader.referring(page)
    assert referring is not None

    def watching(walk: Walk, at: int, gender: str, near: list[Candidate]) -> list[Group]:
        seen = Seen(walk.layout.words[at].span, tuple(near), nobody_named(walk, at, gender))
        found.append((seen, referring.told(walk, at, gender, near)))
        return referring(walk, at, gender, near)

    build_chains(page, reader.names(page), "", watching)
    for seen, told in found:
        if (number := right(seen)) is not None:
            by_rules = [sum(weights.get(feature, 0.0) for feature in option) for option in seen.options]
            nobody = [0.0] * len(seen.candidates) + [1.0]
            yield Judged(np.asarray(list(zip(by_rules, (each.network for each in told), nobody, strict=True))), number)


def fitted(found: Sequence[Judged]) -> Balance:
    """The numbers that make the right options likeliest (a conditional logit, by Newton's method), drawn to the rules alone."""
    start = np.asarray(BEFORE, dtype=np.float64)
    weights = start.copy()
    for _ in range(ROUNDS):
        slope, curve = -RIDGE * (weights - start), RIDGE * np.eye(len(start))
        for options, number in found:
            chances = _chances(options, weights)
            apart = options - chances @ options
            slope += options[number] - chances @ options
            curve += (apart * chances[:, None]).T @ apart
        weights = weights + np.linalg.solve(curve, slope)
    return Balance(*weights.tolist())


def _chances(options: Doubles, weights: Doubles) -> Doubles:
    scores = options @ weights
    powers: Doubles = np.exp(scores - scores.max())
    return powers / powers.sum()


def right(texts: Sequence[Sequence[Judged]]) -> tuple[int, float, float]:
    """How many pronouns there are, and the share resolved rightly by the rules alone and by both together, in per cent."""
    counts = np.zeros(3)
    for fold in range(FOLDS):
        both = fitted([each for at, text in enumerate(texts) if at % FOLDS != fold for each in text])
        for options, number in (each for text in texts[fold::FOLDS] for each in text):
            chosen = (int((options @ np.asarray(weights)).argmax()) for weights in (BEFORE, both))
            counts += (1, *(each == number for each in chosen))
    every = int(counts[0])
    by_rules, by_both = (round(100 * float(share) / max(1, every), 2) for share in counts[1:])
    return every, by_rules, by_both


if __name__ == "__main__":
    main()
