"""What onrecord says of some texts, taken from its own export: added to a fresh record, exported, read back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.contents import Attribution
from benchmarks.polnear import Story, attribution
from onrecord import compile as trip
from onrecord.faces.exports import EXPORTERS
from onrecord.record.view import View
from onrecord.sources import Options

Row = Mapping[str, Any]
CONTAINER = "stories.jsonl"


def statements_of(stories: Sequence[Story], *, reader: str, jobs: int | None) -> dict[str, tuple[Attribution, ...]]:
    """Story id → the attributions that onrecord exports for it, in order of content.

    Raises ValueError where a story did not come back with exactly the text that went in, since its offsets would mean nothing.
    """
    with TemporaryDirectory(prefix="onrecord-") as folder:
        rows = list(export_of(stories, Path(folder), reader=reader, jobs=jobs))
    texts = {row["id"]: row["text"] for row in rows if row["kind"] == "document"}
    document_of = {row["name"].partition("#")[2]: row["document"] for row in rows if row["kind"] == "appearance"}
    if altered := [story.id for story in stories if texts.get(document_of.get(story.id, "")) != story.text]:
        raise ValueError(f"{altered[0]}: the record does not hold this text as it was given ({len(altered)} such stories)")
    told: dict[str, list[Attribution]] = {document: [] for document in texts}
    for row in rows:
        if row["kind"] == "statement":
            told[row["document"]].append(attribution(row))
    return {story.id: tuple(sorted(told[document_of[story.id]], key=lambda each: each.content)) for story in stories}


def export_of(stories: Iterable[Story], folder: Path, *, reader: str, jobs: int | None) -> Iterator[Row]:
    """The rows of the `jsonl` export of a record of these stories, made in the folder."""
    container = folder / CONTAINER
    with container.open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(json.dumps({"id": story.id, "date": story.date, "text": story.text}) + "\n" for story in stories)
    record = folder / "stories.db"
    trip.add(record, [str(container)], Options(), reader=reader, jobs=jobs)
    with View(record) as view:
        yield from (json.loads(line) for line in EXPORTERS["jsonl"](view.traverse()))
