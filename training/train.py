"""Train: prepared stories → a network.

    python -m training.train --data FOLDER --run FOLDER --polnear FOLDER [--lessons 2048] [--taught 4] [--from RUN [RUN]] [...]

`--data` is what `prepare` wrote, `teach` and `antecedents`. With `--lessons` each step also reads so many pieces
of texts that teach names and syntax, with `--taught` so many windows of the stories that teachers read, and with `--antecedents` so
many pieces of windows with pronouns.
`--from` begins with the running average of another run, one of attribution alone too, or of two: the second one's names and syntax,
and what both changed of the encoder. Goes on from the run's checkpoint where there is one, with the recipe it was begun with; the
same seed on the same machine gives the same network, cut short and gone on or not. Figures go to `log.jsonl` in the run's folder;
those on dev are of the network's running average, which is also what is exported.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, fields
from itertools import chain, count, islice, repeat
from pathlib import Path
from random import Random
from time import monotonic
from typing import NamedTuple, TypeVar

import torch

from training.antecedent_measures import antecedents_measured
from training.batches import Batch, LessonBatch, ReferringBatch, batch, lesson_batch, referring_batch
from training.corpus import Annotated, annotated_stories
from training.examples import Example, Prepared, read_prepared, steps_of, training_batches
from training.lesson_measures import Dev, dev_of, lessons_measured
from training.lessons import Lesson, lesson_batches, read_lessons
from training.logs import log
from training.measuring import measured
from training.pronouns import Referring, read_referring, referring_batches
from training.reading import network_outputs, read
from training.runs import Costs, Run
from training.settings import Recipe


def main() -> None:
    """Train what the command line asks for."""
    asked = _asked()
    torch.set_num_threads(asked.threads)
    asked.run.mkdir(parents=True, exist_ok=True)
    whole = read_prepared(asked.data / "train.jsonl.gz")
    dev = read_prepared(asked.data / "dev.jsonl.gz")
    gold = annotated_stories(asked.polnear, "dev")
    further = dev_of(asked.data, dev) if asked.lessons else None
    run = Run.resumed(asked.run, asked.device) or _begun(whole, asked)
    stories = Stories(whole, read_prepared(asked.data / "train_broken.jsonl.gz") if run.recipe.breaking else whole)
    held = read_referring(asked.data / "antecedents_held.jsonl.gz") if run.recipe.antecedents else []
    log(asked.run / "log.jsonl", step=run.step, of=run.steps, **asdict(run.recipe))
    began = monotonic()
    costs: list[Costs] = []
    lessons = _lessons(asked.data, run.recipe, run.step, asked.device)
    taught = _taught(asked.data, run.recipe, run.step, asked.device)
    referring = _referring(asked.data, run.recipe, run.step, asked.device)
    for windows in _from(stories, run.recipe, run.step, asked.device):
        if run.step >= run.steps:
            break
        costs.append(run.advance(windows, next(lessons), next(taught), next(referring)))
        last = run.step == run.steps
        figures: dict[str, object] = {"step": run.step, "minutes": (monotonic() - began) / 60}
        if run.step % asked.log_every == 0:
            log(asked.run / "log.jsonl", **figures, **_means(costs))
            costs.clear()
        if last or run.step % asked.keep_every == 0:
            run.save(asked.run)
        if last or run.step % asked.measure_every == 0:
            log(asked.run / "log.jsonl", **figures, dev=_on_dev(run, dev, gold, further, held))


class Stories(NamedTuple):
    """The stories that people marked, as they are and with quotation marks lost."""

    whole: list[Prepared]
    broken: list[Prepared]

    def drawn(self, breaking: float, draw: Random) -> list[Prepared]:
        """Each story once, that share of them with marks lost."""
        return [broken if draw.random() < breaking else whole for whole, broken in zip(self.whole, self.broken, strict=True)]


def _begun(stories: list[Prepared], asked: argparse.Namespace) -> Run:
    recipe = Recipe(**{each.name: getattr(asked, each.name) for each in fields(Recipe)})
    steps = round(recipe.epochs * len(training_batches(stories, recipe.batch, Random(0))))
    return Run.begun(recipe, steps, asked.device, asked.sources)


def _means(costs: list[Costs]) -> dict[str, float]:
    return {head: sum(each) / len(costs) for head, each in zip(Costs._fields, zip(*costs, strict=True), strict=True)}


T = TypeVar("T")


def _following(passes: Callable[[int], Iterable[T]], done: int) -> Iterator[T]:
    """The batches of all passes, by number, but the first so many."""
    return islice(chain.from_iterable(map(passes, count())), done, None)


def _from(stories: Stories, recipe: Recipe, done: int, device: str) -> Iterator[Batch]:
    """The batches of all epochs but the first so many; an epoch's order follows from the seed and its number alone."""

    def epoch(number: int) -> list[list[Example]]:
        read = stories.drawn(recipe.breaking, Random(f"{recipe.seed} marks {number}"))
        return training_batches(read, recipe.batch, Random(f"{recipe.seed} {number}"))

    return (batch(each, device) for each in _following(epoch, done))


SETS = {"ewt_train": 1, "gum_train": 1, "wikigold_train": 1, "crossner_train": 2}
"""The sets of lessons, and how often each is read in a pass over them; CrossNER is small, and of politics."""

OWN = "_own"
"""What the file of a set is called by that has the same texts in the program's own words."""


def _lessons(data: Path, recipe: Recipe, done: int, device: str) -> Iterator[LessonBatch | None]:
    """The batches of lessons of all passes but the first so many; none for ever where the recipe asks for none."""
    if not recipe.lessons:
        yield from repeat(None)
    read = _texts(data)
    yield from (
        lesson_batch(each, device)
        for each in _following(lambda number: lesson_batches(read, recipe.lessons, Random(f"{recipe.seed} lessons {number}")), done)
    )


def _taught(data: Path, recipe: Recipe, done: int, device: str) -> Iterator[Batch | None]:
    """The batches that teachers read of all passes but the first so many; none for ever where the recipe asks for none."""
    if not recipe.taught:
        yield from repeat(None)
    files = sorted(data.glob("taught*.jsonl.gz"))
    stories = [story for path in files for story in read_prepared(path)]
    steps = steps_of(files[0])
    yield from (
        batch(each, device, steps)
        for each in _following(
            lambda number: training_batches(stories, recipe.taught, Random(f"{recipe.seed} taught {number}")), done
        )
    )


ANTECEDENTS = {"gap": 2, "gum": 2}
"""The sets of windows with pronouns that are read more than once in a pass over them: people marked these."""


def _referring(data: Path, recipe: Recipe, done: int, device: str) -> Iterator[ReferringBatch | None]:
    """The batches of windows with pronouns of all passes but the first so many; none for ever where the recipe asks for none."""
    if not recipe.antecedents:
        yield from repeat(None)
    read = read_referring(data / "antecedents_train.jsonl.gz")
    windows = [window for window in read for _ in range(ANTECEDENTS.get(window.origin, 1))]
    yield from (
        referring_batch(each, device)
        for each in _following(
            lambda number: referring_batches(windows, recipe.antecedents, Random(f"{recipe.seed} antecedents {number}")), done
        )
    )


def _texts(data: Path) -> list[tuple[Lesson, ...]]:
    """All texts of a pass, each in all its versions."""
    found: list[tuple[Lesson, ...]] = []
    for name, times in SETS.items():
        versions = [read_lessons(path) for path in (data / f"{name}.jsonl.gz", data / f"{name}{OWN}.jsonl.gz") if path.exists()]
        found.extend(list(zip(*versions, strict=True)) * times)
    return found


def _on_dev(
    run: Run, dev: list[Prepared], gold: tuple[Annotated, ...], further: Dev | None, held: list[Referring]
) -> dict[str, float]:
    figures: dict[str, float] = {}
    if run.recipe.role_weight:
        found = [read(run.average, story) for story in dev]
        figures = measured([story.text for story in dev], [story.by_annotator[0] for story in gold], found)
    if further:
        figures |= lessons_measured(network_outputs(run.average), further)
    return figures | (antecedents_measured(run.average, held) if held else {})


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that prepare wrote")
    parser.add_argument("--run", type=Path, required=True, help="the folder of the run: log and checkpoint")
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT, to measure")
    parser.add_argument(
        "--from", dest="sources", type=Path, nargs="*", default=[], help="one run, or two, whose weights to begin with"
    )
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
