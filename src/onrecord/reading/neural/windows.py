"""Windows: the stretches of a text that a network reads at once, cut at paragraph borders where it can be."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from onrecord.reading.neural.pieces import BORDERS

WINDOW = 256
"""Pieces of a window with the two that frame it: 128 and 512 both lost two points of content F1 on PolNeAR dev."""

ROOM = WINDOW - 2
"""Pieces of words that fit into a window between `[CLS]` and `[SEP]`."""


CONTEXT = 48
"""Pieces at the end of a window that the next one reads again, at most, so that what is kept has been read with what follows it
(PolNeAR dev, by the network that ships: linked 59.9 → 61.1, end to end 74.6 → 75.9; others gained less or nothing)."""


class Window(NamedTuple):
    """The words `[start, end)`; those from `kept` on are context, which the next window reads again and keeps."""

    start: int
    kept: int
    end: int


def windows(
    sizes: Sequence[int], borders: Sequence[int], *, room: int = ROOM, context: int = 0, first: int | None = None
) -> list[Window]:
    """Windows that together keep every word once, in order.

    `sizes` are the pieces of each word, none over `room`; `borders` positions in BORDERS. A window holds up to `room` pieces,
    its context of up to `context` pieces included, and ends before a paragraph where one ends in it, else before a sentence; its
    context begins with a sentence. `first` is the room of the first window, to shift all others (training reads each text cut
    differently).
    """
    before = [0, *accumulate(sizes)]
    found: list[Window] = []
    start = read = 0
    while read < len(sizes):
        limit = before[start] + (room if found or first is None else first)
        read = _cut(before, borders, read, max(limit, before[read + 1]))
        following = _reach_back(before, borders, start, read, context) if read < len(sizes) else read
        found.append(Window(start, following, read))
        start = following
    return found


def _reach_back(before: Sequence[int], borders: Sequence[int], start: int, end: int, context: int) -> int:
    """The earliest beginning of a sentence after `start` from which there are at most `context` pieces to `end`, else `end`."""
    found = at = end
    while at - 1 > start and before[end] - before[at - 1] <= context:
        at -= 1
        if borders[at] != BORDERS.index("inside"):
            found = at
    return found


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
