"""Windows: the stretches of a text that a network reads at once, cut at paragraph borders where it can be."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from onrecord.reading.neural.pieces import BORDERS

WINDOW = 256
"""Pieces of a window with the two that frame it: 128 and 512 both lost two points of content F1 on PolNeAR dev."""

ROOM = WINDOW - 2
"""Pieces of words that fit into a window between `[CLS]` and `[SEP]`."""


class Window(NamedTuple):
    """The words `[start, end)`; those before `kept` are context, read a second time and left to the window before."""

    start: int
    kept: int
    end: int


def windows(
    sizes: Sequence[int], borders: Sequence[int], *, room: int = ROOM, context: int = 0, first: int | None = None
) -> list[Window]:
    """Windows that together keep every word once, in order.

    `sizes` are the pieces of each word, none over `room`; `borders` positions in BORDERS. A window holds up to `room` pieces,
    its context of up to `context` pieces included, and begins with a paragraph where one begins in it, else with a sentence.
    `first` is the room of the first window, to shift all others (training reads each text cut differently).
    """
    before = [0, *accumulate(sizes)]
    found: list[Window] = []
    kept = 0
    while kept < len(sizes):
        start = _reach_back(before, borders, kept, context) if found else kept
        limit = before[start] + (room if found or first is None else first)
        end = _cut(before, borders, kept, max(limit, before[kept + 1]))
        found.append(Window(start, kept, end))
        kept = end
    return found


def _reach_back(before: Sequence[int], borders: Sequence[int], kept: int, context: int) -> int:
    """The earliest beginning of a sentence from which there are at most `context` pieces to `kept`."""
    start = at = kept
    while at > 0 and before[kept] - before[at - 1] <= context:
        at -= 1
        if borders[at] != BORDERS.index("inside"):
            start = at
    return start


def _cut(before: Sequence[int], borders: Sequence[int], start: int, limit: int) -> int:
    """Where the window that begins at `start` ends: the best border with at most `limit` pieces before it."""
    end = start + 1
    best = dict.fromkeys(range(len(BORDERS)), 0)
    while end < len(borders) and before[end + 1] <= limit:
        best[borders[end]] = end
        end += 1
    if end == len(borders):
        return end
    best[borders[end]] = end
    return next((best[border] for border in reversed(range(1, len(BORDERS))) if best[border]), end)
