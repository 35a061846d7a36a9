"""PolNeAR with all its annotators, from the folder that holds `text_SPLIT` and `attributions_SPLIT`."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.contents import Attribution
from benchmarks.polnear import attribution


@dataclass(frozen=True, slots=True)
class Annotated:
    """A story with the attributions of each of its annotators, in order of their names."""

    id: str
    publisher: str
    text: str
    by_annotator: tuple[tuple[Attribution, ...], ...]


def annotated_stories(folder: Path, split: str) -> tuple[Annotated, ...]:
    """The stories of a split in order of id. Raises FileNotFoundError where the folder does not hold it."""
    texts = {row["id"]: row["text"] for row in _rows(folder / f"text_{split}.jsonl.gz")}
    stories = [
        Annotated(row["id"], row["publisher"], texts[row["id"]], tuple(_marked(row, name) for name in sorted(row["annotators"])))
        for row in _rows(folder / f"attributions_{split}.jsonl.gz")
    ]
    return tuple(sorted(stories, key=lambda story: story.id))


def _marked(row: Mapping[str, Any], annotator: str) -> tuple[Attribution, ...]:
    marked = row["attributions"] if annotator == row["annotator"] else row["other_annotators"][annotator]
    return tuple(map(attribution, marked))


def _rows(path: Path) -> Sequence[Mapping[str, Any]]:
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]
