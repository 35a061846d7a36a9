"""Train: prepared stories → a network.

    python -m training.train --data FOLDER --run FOLDER --polnear FOLDER [--epochs 6] [--seed 1] [--batch 8] [...]

`--data` is what `prepare` wrote. Goes on from the run's checkpoint where there is one, with the recipe it was begun with; the
same seed on the same machine gives the same network, cut short and gone on or not. Figures go to `log.jsonl` in the run's folder;
those on dev are of the network's running average, which is also what is exported.
"""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, fields
from itertools import count
from pathlib import Path
from random import Random
from time import monotonic

import torch

from training.batches import Batch, batch
from training.corpus import Annotated, annotated_stories
from training.examples import Prepared, read_prepared, training_batches
from training.logs import log
from training.measuring import measured
from training.reading import read
from training.runs import Costs, Run
from training.settings import Recipe


def main() -> None:
    """Train what the command line asks for."""
    asked = _asked()
    torch.set_num_threads(asked.threads)
    asked.run.mkdir(parents=True, exist_ok=True)
    stories = read_prepared(asked.data / "train.jsonl.gz")
    dev = read_prepared(asked.data / "dev.jsonl.gz")
    gold = annotated_stories(asked.polnear, "dev")
    run = Run.resumed(asked.run, asked.device) or _begun(stories, asked)
    log(asked.run / "log.jsonl", step=run.step, of=run.steps, **asdict(run.recipe))
    began = monotonic()
    costs: list[Costs] = []
    for windows in _from(stories, run.recipe, run.step, asked.device):
        if run.step >= run.steps:
            break
        costs.append(run.advance(windows))
        last = run.step == run.steps
        figures: dict[str, object] = {"step": run.step, "minutes": (monotonic() - began) / 60}
        if run.step % asked.log_every == 0:
            log(asked.run / "log.jsonl", **figures, **_means(costs))
            costs.clear()
        if last or run.step % asked.measure_every == 0:
            log(asked.run / "log.jsonl", **figures, dev=_on_dev(run, dev, gold))
        if last or run.step % asked.keep_every == 0:
            run.save(asked.run)


def _begun(stories: list[Prepared], asked: argparse.Namespace) -> Run:
    recipe = Recipe(**{each.name: getattr(asked, each.name) for each in fields(Recipe)})
    steps = round(recipe.epochs * len(training_batches(stories, recipe.batch, Random(0))))
    return Run(recipe, steps, asked.device)


def _means(costs: list[Costs]) -> dict[str, float]:
    return {head: sum(each) / len(costs) for head, each in zip(Costs._fields, zip(*costs, strict=True), strict=True)}


def _from(stories: list[Prepared], recipe: Recipe, done: int, device: str) -> Iterator[Batch]:
    """The batches of all epochs but the first so many; an epoch's order follows from the seed and its number alone."""
    skipped = 0
    for epoch in count():
        for each in training_batches(stories, recipe.batch, Random(f"{recipe.seed} {epoch}")):
            if skipped < done:
                skipped += 1
            else:
                yield batch(each, device)


def _on_dev(run: Run, dev: list[Prepared], gold: tuple[Annotated, ...]) -> dict[str, float]:
    found = [read(run.average, story) for story in dev]
    return measured([story.text for story in dev], [story.by_annotator[0] for story in gold], found)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that prepare wrote")
    parser.add_argument("--run", type=Path, required=True, help="the folder of the run: log and checkpoint")
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT, to measure")
    parser.add_argument("--device", default="cpu", help="where torch computes; `cuda` is the same code, but was not tried yet")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--log-every", type=int, default=20, help="steps")
    parser.add_argument("--measure-every", type=int, default=540, help="steps; about an epoch with batches of 8")
    parser.add_argument("--keep-every", type=int, default=100, help="steps")
    for field in fields(Recipe):
        if field.name == "narrow":
            parser.add_argument("--narrow", action=argparse.BooleanOptionalAction, default=field.default)
        else:
            parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    return parser.parse_args()


if __name__ == "__main__":
    main()
