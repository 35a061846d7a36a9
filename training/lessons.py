"""Lessons: prepared texts that teach names or syntax, and their windows, as plain numbers."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Protocol, TypeVar

from onrecord.reading.neural.names import Named
from onrecord.reading.neural.pieces import BORDERS
from onrecord.reading.neural.roles import Piece, labels_of
from onrecord.reading.neural.trees import ROOT
from onrecord.reading.neural.windows import ROOM, Window, windows

OUTSIDE = -2
"""The head of a word whose head lies outside of the window."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text as `prepare` leaves it: words by offset, their pieces and features; `names` is None, and `tags`, `heads` and
    `relations` are empty, where its set does not mark them. `marked` are the names' kinds, starts and ends in the text, which words
    may not meet.
    """

    id: str
    text: str
    words: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    features: tuple[tuple[int, int, int], ...]
    names: tuple[Named, ...] | None
    tags: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    marked: tuple[tuple[int, int, int], ...]

    @property
    def borders(self) -> tuple[int, ...]:
        """For each word the position in BORDERS of what begins with it."""
        return tuple(border for _, _, border in self.features)


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of a lesson; `names` are labels by word or None, `heads` are by the window's own numbers, ROOT or OUTSIDE."""

    window: Window
    pieces: tuple[tuple[int, ...], ...]
    features: tuple[tuple[int, int, int], ...]
    names: tuple[int, ...] | None
    tags: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    sentences: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many pieces it has."""
        return sum(map(len, self.pieces))


def read_lessons(path: Path) -> list[Lesson]:
    """The lessons that `prepare` wrote to a file."""
    rows = map(json.loads, gzip.decompress(path.read_bytes()).decode("utf-8").splitlines())
    return [
        Lesson(
            row["id"],
            row["text"],
            tuple(map(tuple, row["words"])),
            tuple(map(tuple, row["pieces"])),
            tuple(map(tuple, row["features"])),
            named(row["names"]),
            tuple(row["tags"]),
            tuple(row["heads"]),
            tuple(row["relations"]),
            tuple(map(tuple, row["marked"])),
        )
        for row in rows
    ]


def named(rows: Sequence[Sequence[int]] | None) -> tuple[Named, ...] | None:
    """The names in rows of kind, first word and end; None where names are not marked."""
    return None if rows is None else tuple(Named(kind, (start, end)) for kind, start, end in rows)


def name_labels(names: Sequence[Named], window: Window) -> tuple[int, ...]:
    """The labels of a window's words."""
    inside = (
        Piece(kind, max(start, window.start) - window.start, min(end, window.end) - window.start) for kind, (start, end), _ in names
    )
    return tuple(labels_of((piece for piece in inside if piece.start < piece.end), window.end - window.start))


def passages(lesson: Lesson, *, first: int | None = None) -> Iterator[Passage]:
    """The windows of a lesson."""
    for window in windows([len(pieces) for pieces in lesson.pieces], lesson.borders, first=first):
        stretch = slice(window.start, window.end)
        begins = [border != BORDERS.index("inside") for border in lesson.borders[stretch]]
        yield Passage(
            window,
            lesson.pieces[stretch],
            lesson.features[stretch],
            None if lesson.names is None else name_labels(lesson.names, window),
            lesson.tags[stretch],
            tuple(_inside(head, window) for head in lesson.heads[stretch]),
            lesson.relations[stretch],
            tuple(accumulate(begins)),
        )


def _inside(head: int, window: Window) -> int:
    if head == ROOT:
        return ROOT
    return head - window.start if window.start <= head < window.end else OUTSIDE


SORTED_TOGETHER = 16
"""Batches whose windows are put in order of length before they are cut, so that little of a batch is padding."""


def lesson_batches(lessons: Sequence[Sequence[Lesson]], size: int, draw: Random) -> list[list[Passage]]:
    """One pass over all lessons, of each as one of its versions has it, in batches of up to so many pieces, padding included."""
    found = [passage for versions in lessons for passage in passages(draw.choice(versions), first=draw.randint(ROOM // 4, ROOM))]
    draw.shuffle(found)
    return in_batches(found, size, draw)


class Sized(Protocol):
    """What has a number of pieces."""

    @property
    def size(self) -> int:
        """How many pieces it has."""
        ...


S = TypeVar("S", bound=Sized)


def in_batches(found: Sequence[S], size: int, draw: Random) -> list[list[S]]:
    """The windows in batches of up to so many pieces, padding included, those of like length together; the batches in any order."""
    together = SORTED_TOGETHER * max(1, size // ROOM)
    cut: list[list[S]] = []
    for at in range(0, len(found), together):
        batch: list[S] = []
        for window in sorted(found[at : at + together], key=lambda window: window.size):
            if batch and (window.size + 2) * (len(batch) + 1) > size:
                cut.append(batch)
                batch = []
            batch.append(window)
        cut.append(batch)
    draw.shuffle(cut)
    return cut
