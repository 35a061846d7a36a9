"""Examples: one window of a prepared story with its labels and links, as plain numbers."""

import gzip
import json
from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.neural.links import InWords, Place, Words, places
from onrecord.reading.neural.names import Named
from onrecord.reading.neural.roles import LABELS, ROLES, Piece, Steps, labels_of
from onrecord.reading.neural.windows import ROOM, Window, windows
from training.lessons import SORTED_TOGETHER, name_labels, named

Scores: TypeAlias = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A story as `prepare` leaves it: words by offset, their pieces and features, and what each annotator marked, in words.

    `names` are those that a program found, or None where it did not read the story; `scores` those of labels [words, labels] that
    teachers gave, or None where people marked the story.
    """

    id: str
    publisher: str
    text: str
    words: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    features: tuple[tuple[int, int, int], ...]
    by_annotator: tuple[tuple[InWords, ...], ...]
    names: tuple[Named, ...] | None
    scores: Scores | None = None

    @property
    def borders(self) -> tuple[int, ...]:
        """For each word the position in BORDERS of what begins with it."""
        return tuple(border for _, _, border in self.features)


@dataclass(frozen=True, slots=True)
class Example:
    """A window: pieces and features by word, labels by word, and the links among the pieces of each role that lie in it.

    `cue_of` has for each content the position of its cue among `cues`, or -1; `source_of` for each cue that of its source, or -1
    where it has none, or -2 where that lies outside of the window. `names` are labels by word, or None where names are not marked;
    `scores` as in the story.
    """

    story: str
    window: Window
    pieces: tuple[tuple[int, ...], ...]
    features: tuple[tuple[int, int, int], ...]
    labels: tuple[int, ...]
    names: tuple[int, ...] | None
    sources: tuple[Place, ...]
    cues: tuple[Place, ...]
    contents: tuple[Place, ...]
    cue_of: tuple[int, ...]
    source_of: tuple[int, ...]
    scores: Scores | None = None


def read_prepared(path: Path) -> list[Prepared]:
    """The stories that `prepare` or `teach` wrote to a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_story(row) for row in map(json.loads, lines) if "id" in row]


def steps_of(path: Path) -> Steps:
    """The steps of the teachers that read the stories in a file that `teach` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return Steps.of(**json.loads(next(lines))["steps"])


def _story(row: dict[str, Any]) -> Prepared:
    scores = np.frombuffer(b64decode(row["scores"]), "<f2").reshape(-1, len(LABELS)) if "scores" in row else None
    return Prepared(
        row["id"],
        row["publisher"],
        row["text"],
        tuple(map(tuple, row["words"])),
        tuple(map(tuple, row["pieces"])),
        tuple(map(tuple, row["features"])),
        tuple(tuple(_in_words(each) for each in marked) for marked in row["by_annotator"]),
        named(row["names"]),
        scores,
    )


def _in_words(row: dict[str, list[list[int]]]) -> InWords:
    source, cue, content = (tuple((start, end) for start, end in row[role]) for role in ROLES)
    return InWords(source, cue, content)


def training_batches(stories: Sequence[Prepared], size: int, draw: Random) -> list[list[Example]]:
    """One pass over the stories, so many windows a batch, those of a batch of about one length, in random order."""
    found = training_examples(stories, draw)
    together = SORTED_TOGETHER * size
    chunks = (found[at : at + together] for at in range(0, len(found), together))
    ordered = [sorted(chunk, key=lambda example: len(example.pieces)) for chunk in chunks]
    cut = [chunk[at : at + size] for chunk in ordered for at in range(0, len(chunk), size)]
    draw.shuffle(cut)
    return cut


def training_examples(stories: Sequence[Prepared], draw: Random) -> list[Example]:
    """The windows of all stories, each cut anew and read as one of its annotators marked it, in random order."""
    found: list[Example] = []
    for story in stories:
        first = draw.randint(ROOM // 4, ROOM)
        found.extend(examples(story, draw.choice(story.by_annotator), first=first))
    draw.shuffle(found)
    return found


def examples(story: Prepared, marked: Sequence[InWords], *, first: int | None = None, context: int = 0) -> Iterator[Example]:
    """The windows of a story with what one annotator marked in them."""
    sizes = [len(pieces) for pieces in story.pieces]
    for window in windows(sizes, story.borders, first=first, context=context):
        yield _example(story, marked, window)


def _example(story: Prepared, marked: Sequence[InWords], window: Window) -> Example:
    clipped = [_clipped(each, window) for each in marked]
    by_role = {role: sorted({piece for each in clipped for piece in getattr(each, role)}) for role in ROLES}
    labels = labels_of(
        (Piece(role, start, end) for role, name in enumerate(ROLES) for start, end in by_role[name]), window.end - window.start
    )
    borders = story.borders[window.start : window.end]
    sources, cues, contents = by_role["source"], by_role["cue"], by_role["content"]
    cue_of = {content: cues.index(each.cue[0]) for each in clipped if each.cue for content in each.content}
    source_of = {
        each.cue[0]: sources.index(each.source[0]) if each.source else -2 if whole.source else -1
        for each, whole in zip(clipped, marked, strict=True)
        if each.cue
    }
    return Example(
        story.id,
        window,
        story.pieces[window.start : window.end],
        story.features[window.start : window.end],
        tuple(labels),
        None if story.names is None else name_labels(story.names, window),
        places(sources, borders),
        places(cues, borders),
        places(contents, borders),
        tuple(cue_of.get(content, -1) for content in contents),
        tuple(source_of[cue] for cue in cues),
        None if story.scores is None else story.scores[window.start : window.end],
    )


def _clipped(attribution: InWords, window: Window) -> InWords:
    return InWords(*(_inside(pieces, window) for pieces in (attribution.source, attribution.cue, attribution.content)))


def _inside(pieces: Sequence[Words], window: Window) -> tuple[Words, ...]:
    inside = ((max(start, window.start) - window.start, min(end, window.end) - window.start) for start, end in pieces)
    return tuple((start, end) for start, end in inside if start < end)
