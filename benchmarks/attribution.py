"""How well a reader finds who said what: the design's measures on PolNeAR, from the project's own export.

python -m benchmarks.attribution --data FOLDER [--split dev] [--reader rules] [--jobs N] [--errors N] [--samples 1000]
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.contents import Attribution
from benchmarks.exported import statements_of
from benchmarks.polnear import Story, stories
from benchmarks.samples import sample
from benchmarks.scoring import Count, Counts, intervals, score, total
from onrecord.reading import DEFAULT_READER

Bounds = Mapping[str, tuple[float, float]]
BY_PUBLISHER = ("source", "cue", "content", "linked", "overlap", "end to end")


def main() -> None:
    """Measure what the command line asks for."""
    asked = _asked()
    told = stories(asked.data, asked.split)
    began = perf_counter()
    predicted = statements_of(told, reader=asked.reader, jobs=asked.jobs)
    seconds = perf_counter() - began
    if asked.save:
        save(predicted, asked.save)
    counts = [score(story.text, story.gold, predicted[story.id]) for story in told]
    print(f"reader {asked.reader}, PolNeAR {asked.split}, {len(told)} stories, added and exported in {seconds:.1f} s\n")
    print("\n".join(measures(total(counts), intervals(counts, samples=asked.samples) if asked.samples else {})))
    print("\n" + "\n".join(by_publisher(told, counts)))
    if asked.errors:
        print("\n" + "\n".join(sample(told, predicted, each=asked.errors)))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--split", default="dev", choices=["train", "dev"])
    parser.add_argument("--reader", default=DEFAULT_READER)
    parser.add_argument("--jobs", type=int, default=None, help="worker processes; the program's own choice where not given")
    parser.add_argument("--errors", type=int, default=0, help="print up to so many errors of each sort")
    parser.add_argument("--samples", type=int, default=1000, help="draws for the 95 %% bootstrap intervals; 0 for none")
    parser.add_argument("--save", type=Path, default=None, help="write the predictions as JSONL, for other scorers")
    return parser.parse_args()


def save(predicted: Mapping[str, Sequence[Attribution]], path: Path) -> None:
    """Write the predictions, one story a line: `id`, and `attributions` with `source`, `cue` and `content`."""
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        for story, attributions in sorted(predicted.items()):
            rows = [{"source": each.source, "cue": each.cue, "content": each.content} for each in attributions]
            lines.write(json.dumps({"id": story, "attributions": rows}) + "\n")


def measures(counts: Counts, bounds: Bounds) -> Iterator[str]:
    """A table of all measures, as lines of Markdown; figures in per cent."""
    yield "| measure | P | R | F1 | 95 % | predicted | marked |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for measure, count in counts.items():
        low, high = bounds.get(measure, (0.0, 0.0))
        interval = f"{100 * low:.1f}–{100 * high:.1f}" if measure in bounds else ""
        yield f"| {measure} | {_percent(count)} | {interval} | {count.predicted} | {count.gold} |"


def by_publisher(told: Sequence[Story], counts: Sequence[Counts]) -> Iterator[str]:
    """A table of the main measures' F1 by publisher, as lines of Markdown; figures in per cent."""
    yield "| publisher | stories | " + " | ".join(BY_PUBLISHER) + " |"
    yield "| --- " * (len(BY_PUBLISHER) + 2) + "|"
    for publisher in sorted({story.publisher for story in told}):
        its_own = [each for story, each in zip(told, counts, strict=True) if story.publisher == publisher]
        together = total(its_own)
        figures = " | ".join(f"{100 * together[measure].f1:.1f}" for measure in BY_PUBLISHER)
        yield f"| {publisher} | {len(its_own)} | {figures} |"


def _percent(count: Count) -> str:
    return f"{100 * count.precision:.1f} | {100 * count.recall:.1f} | {100 * count.f1:.1f}"


if __name__ == "__main__":
    main()
