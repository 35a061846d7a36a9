"""PolNeAR's stories with what people marked in them, from the folder that holds `text_SPLIT` and `attributions_SPLIT`.

The corpus (Newell, Margolin and Ruths, LREC 2018) is not part of this project. The files are JSONL, packed with gzip or not.
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.contents import Attribution
from onrecord.core.spans import Span


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its attributions; where several people annotated it, those of the alphabetically first."""

    id: str
    publisher: str
    date: str
    title: str
    text: str
    gold: tuple[Attribution, ...]


def stories(folder: Path, split: str) -> tuple[Story, ...]:
    """The stories of a split (`dev`, `train`) in order of id. Raises FileNotFoundError where the folder does not hold it."""
    texts = {row["id"]: row["text"] for row in _rows(folder, f"text_{split}")}
    told = [
        Story(row["id"], row["publisher"], row["date"], row["title"], texts[row["id"]], tuple(map(attribution, _marked(row))))
        for row in _rows(folder, f"attributions_{split}")
    ]
    return tuple(sorted(told, key=lambda story: story.id))


def annotated_by_several(folder: Path, split: str) -> Iterator[tuple[str, tuple[tuple[Attribution, ...], ...]]]:
    """The text of each story that several people annotated, and what each of them marked, in order of their names."""
    texts = {row["id"]: row["text"] for row in _rows(folder, f"text_{split}")}
    for row in sorted(_rows(folder, f"attributions_{split}"), key=lambda row: str(row["id"])):
        marked = {row["annotator"]: row["attributions"], **row.get("other_annotators", {})}
        if len(marked) > 1:
            yield texts[row["id"]], tuple(tuple(map(attribution, marked[name])) for name in sorted(marked))


def attribution(row: Mapping[str, Any]) -> Attribution:
    """The attribution in a row with `source`, `cue` and `content`, each a list of `[start, end]`."""
    return Attribution(_spans(row["source"]), _spans(row["cue"]), _spans(row["content"]))


def _marked(row: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    first = min(row["annotators"])
    marked: Sequence[Mapping[str, Any]] = row["attributions"] if first == row["annotator"] else row["other_annotators"][first]
    return marked


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _rows(folder: Path, name: str) -> Iterator[Mapping[str, Any]]:
    packed, plain = folder / f"{name}.jsonl.gz", folder / f"{name}.jsonl"
    text = gzip.decompress(packed.read_bytes()).decode("utf-8") if packed.exists() else plain.read_text(encoding="utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line.strip())
