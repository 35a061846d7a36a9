"""Keep: a network learns more of whom pronouns mean, and what it gives for all else is kept as it was.

    python -m training.keep --from RUN --data DATA --polnear POLNEAR --run FOLDER [--steps 600] [--kept 4] [...]

Each step reads a batch of windows with pronouns (what `antecedents` and `by_gender` wrote) and one of stories. On both, every
output beside pronouns' is pulled to that of the network begun with, by the square of its distance in parts of that output's
variance: learning without forgetting (Li and Hoiem 2016). No marks of stories are read, and the heads of all else stay as they
are. Goes on from the run's checkpoint where there is one; figures go to `log.jsonl`, those on dev are of the running average, which
is what is exported.
"""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from itertools import chain, count, islice
from pathlib import Path
from random import Random
from time import monotonic

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.antecedent_measures import antecedents_measured
from training.batches import Frames, batch, masked, referring_batch
from training.corpus import annotated_stories
from training.examples import Example, Prepared, read_prepared, training_batches
from training.logs import log
from training.measuring import measured
from training.model import Network, Outputs
from training.pronouns import Referring, read_referring, referring_batches
from training.reading import read
from training.runs import CHECKPOINT, state_of, trained
from training.settings import rate_at

TIMES = {"gap": 2.0, "gum": 2.0, "silver": 0.5, "made polnear": 0.5, "made stories": 0.5}
"""How often a window of a set is read in a pass over all; others once."""

KEPT = ("scores", "vectors", "names", "tags", "arcs", "relations")
"""The outputs that are kept."""

LEARNING = ("encoder.", "antecedents.")
"""The parts that learn."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a run is asked for, kept with its checkpoints; `pieces` are those of windows with pronouns a step, `stories` the windows
    of stories, `kept` the weight of what is kept, `rate` the encoder's and `head_rate` the pronouns' head's.
    """

    seed: int = 1
    steps: int = 600
    pieces: int = 2048
    stories: int = 3
    kept: float = 4.0
    rate: float = 4e-5
    head_rate: float = 2e-4
    decay: float = 0.01
    warm_up: float = 0.06
    clip: float = 1.0
    masking: float = 0.1
    averaging: float = 0.99


class Run:
    """A network that learns pronouns beside the one that it began as."""

    def __init__(self, recipe: Keeping, begun: Path) -> None:
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.begun = begun
        self.step = 0
        self.network, self._before = trained(begun), trained(begun).eval()
        self._average = AveragedModel(self.network, multi_avg_fn=get_ema_multi_avg_fn(recipe.averaging))
        for name, weight in self.network.named_parameters():
            weight.requires_grad_(name.startswith(LEARNING))
        self._optimizer = torch.optim.AdamW(self._groups(), fused=True)

    @property
    def average(self) -> Network:
        """The running average of the network."""
        network = self._average.module
        assert isinstance(network, Network)
        return network.eval()

    def advance(self, windows: list[Referring], stories: list[Example]) -> dict[str, float]:
        """Take the next step; what it cost."""
        share = rate_at(self.step, self.recipe.steps, self.recipe.warm_up)
        for group in self._optimizer.param_groups:
            group["lr"] = group["full"] * share
        self.network.train()
        self._optimizer.zero_grad()
        pronouns = referring_batch(windows)
        hidden, kept = self._kept(pronouns.frames)
        cost = self.network.antecedents.loss(self.network.antecedents(hidden.float()), pronouns)
        (cost + self.recipe.kept * kept).backward()
        _, of_stories = self._kept(batch(stories).frames)
        (self.recipe.kept * of_stories).backward()
        nn.utils.clip_grad_norm_([weight for group in self._optimizer.param_groups for weight in group["params"]], self.recipe.clip)
        self._optimizer.step()
        self._average.update_parameters(self.network)
        self.step += 1
        return {"antecedents": cost.item(), "kept": kept.item(), "kept of stories": of_stories.item()}

    def _kept(self, frames: Frames) -> tuple[Tensor, Tensor]:
        """The vectors of words, and how far all outputs but pronouns' are from those of before, a share of their variance."""
        hidden_from = frames._replace(pieces=masked(frames.pieces, self.recipe.masking))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.network.words(hidden_from)
            now = self.network.outputs(hidden)
            with torch.no_grad():
                before = self._before.outputs(self._before.words(frames))
        real = torch.arange(frames.firsts.shape[1])[None, :] < frames.lengths[:, None]
        return hidden, _distance(now, before, real)

    def _groups(self) -> list[dict[str, object]]:
        recipe = self.recipe
        learning = [(name, weight) for name, weight in self.network.named_parameters() if weight.requires_grad]
        return [
            {"params": weights, "lr": rate, "full": rate, "weight_decay": decay}
            for part, rate in zip(LEARNING, (recipe.rate, recipe.head_rate), strict=True)
            for wide, decay in ((True, recipe.decay), (False, 0.0))
            if (weights := [weight for name, weight in learning if name.startswith(part) and (weight.ndim > 1) == wide])
        ]

    def save(self, folder: Path) -> None:
        """Write the run's checkpoint, which `export` takes too; a write that is cut short leaves the one before."""
        state = {name: state_of(self.begun)[name] for name in ("recipe", "size")}
        state |= {"keeping": asdict(self.recipe), "begun": str(self.begun), "steps": self.recipe.steps, "step": self.step}
        state |= {"network": self.network.state_dict(), "average": self.average.state_dict(), "averaged": self._average.n_averaged}
        state |= {"optimizer": self._optimizer.state_dict(), "random": torch.get_rng_state()}
        part = folder / f"{CHECKPOINT}.part"
        torch.save(state, part)
        part.replace(folder / CHECKPOINT)

    @classmethod
    def resumed(cls, folder: Path) -> "Run | None":
        """The run in a folder as its checkpoint has it; None where there is none yet."""
        if not (folder / CHECKPOINT).exists():
            return None
        state = state_of(folder)
        run = cls(Keeping(**state["keeping"]), Path(state["begun"]))
        run.step = state["step"]
        run.network.load_state_dict(state["network"])
        run.average.load_state_dict(state["average"])
        run._average.n_averaged.copy_(state["averaged"])
        run._optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        return run


def main() -> None:
    """Train what the command line asks for."""
    asked = _asked()
    torch.set_num_threads(1)
    asked.run.mkdir(parents=True, exist_ok=True)
    recipe = Keeping(**{each.name: getattr(asked, each.name) for each in fields(Keeping)})
    run = Run.resumed(asked.run) or Run(recipe, asked.begun)
    train = read_referring(asked.data / "antecedents_train.jsonl.gz") + read_referring(asked.data / "by_gender_train.jsonl.gz")
    held = read_referring(asked.data / "antecedents_held.jsonl.gz") + read_referring(asked.data / "by_gender_held.jsonl.gz")
    stories = read_prepared(asked.data / "train.jsonl.gz")
    dev = read_prepared(asked.data / "dev.jsonl.gz")
    gold = [story.by_annotator[0] for story in annotated_stories(asked.polnear, "dev")]
    log(asked.run / "log.jsonl", step=run.step, begun=str(run.begun), **asdict(run.recipe))
    began = monotonic()
    batches = zip(_windows(train, run.recipe), _stories(stories, run.recipe), strict=True)
    for windows, examples in islice(batches, run.step, run.recipe.steps):
        costs = run.advance(windows, examples)
        figures: dict[str, object] = {"step": run.step, "minutes": (monotonic() - began) / 60}
        last = run.step == run.recipe.steps
        if run.step % asked.log_every == 0:
            log(asked.run / "log.jsonl", **figures, **costs)
        if last or run.step % asked.keep_every == 0:
            run.save(asked.run)
        if last or run.step % asked.measure_every == 0:
            found = [read(run.average, story) for story in dev]
            of_dev = measured([story.text for story in dev], gold, found) | antecedents_measured(run.average, held)
            log(asked.run / "log.jsonl", **figures, dev=of_dev)


def _windows(found: list[Referring], recipe: Keeping) -> Iterator[list[Referring]]:
    """The batches of windows with pronouns, pass after pass, by the seed and the pass's number alone."""

    def one(number: int) -> list[list[Referring]]:
        draw = Random(f"{recipe.seed} pronouns {number}")
        times = ((window, TIMES.get(window.origin, 1.0)) for window in found)
        drawn = [window for window, often in times for _ in range(int(often) + (draw.random() < often % 1))]
        return referring_batches(drawn, recipe.pieces, draw)

    return chain.from_iterable(map(one, count()))


def _stories(found: list[Prepared], recipe: Keeping) -> Iterator[list[Example]]:
    """The batches of windows of stories, as those with pronouns."""
    passes = (Random(f"{recipe.seed} stories {number}") for number in count())
    return chain.from_iterable(training_batches(found, recipe.stories, draw) for draw in passes)


def _distance(now: Outputs, before: Outputs, real: Tensor) -> Tensor:
    """The squared distance at real words of what is kept, in parts of the variance of those of before; the mean of all outputs."""
    pairs = ((getattr(now, name)[real].float(), getattr(before, name)[real].float()) for name in KEPT)
    return torch.stack([((one - other) ** 2).mean() / other.var() for one, other in pairs]).mean()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="begun", type=Path, required=True, help="the run to go on from")
    parser.add_argument("--data", type=Path, required=True, help="the folder that prepare, antecedents and by_gender wrote")
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT, to measure")
    parser.add_argument("--run", type=Path, required=True, help="the folder of the run: log and checkpoint")
    parser.add_argument("--log-every", type=int, default=20, help="steps")
    parser.add_argument("--measure-every", type=int, default=150, help="steps")
    parser.add_argument("--keep-every", type=int, default=50, help="steps")
    for field in fields(Keeping):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    return parser.parse_args()


if __name__ == "__main__":
    main()
