"""Evaluate: a trained network, or an exported one, on dev.

    python -m training.evaluate --data FOLDER --polnear FOLDER --to FILE (--run FOLDER | --exported FOLDER) [--context PIECES]

Prints the measures of `benchmarks/attribution.py` for the network alone (`--whole`: for the program's reading with it) and writes
what was found, one story a line, for the design's own scorers. Figures go to `log.jsonl` beside FILE.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import torch
from benchmarks.attribution import by_publisher, measures, save
from benchmarks.contents import Attribution
from benchmarks.polnear import stories
from benchmarks.scoring import score, total

from onrecord.core.documents import Document
from onrecord.core.readings import Statement
from onrecord.reading.neural.reader import NeuralReader
from onrecord.reading.neural.windows import CONTEXT
from training.examples import Prepared, read_prepared
from training.exported import Exported
from training.lesson_measures import Reader, dev_of, lessons_measured
from training.logs import log
from training.measuring import measured
from training.reading import network_outputs, read
from training.runs import trained


def main() -> None:
    """Measure what the command line asks for."""
    asked = _asked()
    torch.set_num_threads(1)
    dev = read_prepared(asked.data / "dev.jsonl.gz")
    told = stories(asked.polnear, "dev")
    reader = _reader(asked)
    began, busy = perf_counter(), process_time()
    found = [reader(story) for story in dev]
    seconds, busy = perf_counter() - began, process_time() - busy
    save({story.id: its_own for story, its_own in zip(dev, found, strict=True)}, asked.to)
    counts = [score(story.text, story.gold, its_own) for story, its_own in zip(told, found, strict=True)]
    print("\n".join(measures(total(counts), {})), "\n")
    print("\n".join(by_publisher(told, counts)), "\n")
    further = _further(asked)
    log(
        asked.to.parent / "log.jsonl",
        evaluated=str(asked.run or asked.exported),
        context=asked.context,
        whole=asked.whole,
        stories_a_second=len(dev) / seconds,
        stories_a_busy_second=len(dev) / busy,
        dev=measured([story.text for story in told], [story.gold for story in told], found),
        further=lessons_measured(further, dev_of(asked.data, dev)) if further else None,
    )


def _reader(asked: argparse.Namespace) -> Callable[[Prepared], list[Attribution]]:
    if asked.exported and asked.whole:
        reader = NeuralReader(asked.exported)
        return lambda story: [as_found(statement) for statement in reader.read(Document.of(story.text)).statements]
    if asked.exported:
        exported = Exported(asked.exported)
        return lambda story: exported.read(story, context=asked.context)
    network = trained(asked.run)
    return lambda story: read(network, story, context=asked.context, narrow=asked.narrow)


def _further(asked: argparse.Namespace) -> Reader | None:
    """The network for measuring names and syntax, where that is asked for."""
    if not asked.further:
        return None
    return Exported(asked.exported).lesson_reader() if asked.exported else network_outputs(trained(asked.run), narrow=asked.narrow)


def as_found(statement: Statement) -> Attribution:
    """The statement without whom it is by."""
    return Attribution(statement.source, statement.cue, statement.content)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that prepare wrote")
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--to", type=Path, required=True, help="the file to write what was found to")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--run", type=Path, help="the folder of a training run")
    what.add_argument("--exported", type=Path, help="the folder that export wrote")
    parser.add_argument("--whole", action="store_true", help="the program's whole reading with an exported network, rules included")
    parser.add_argument("--further", action="store_true", help="measure names and syntax too")
    parser.add_argument("--context", type=int, default=CONTEXT, help="pieces at the end of a window that the next reads again")
    parser.add_argument("--narrow", action="store_true", help="compute a training run's network in bf16")
    return parser.parse_args()


if __name__ == "__main__":
    main()
