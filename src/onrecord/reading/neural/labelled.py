"""What is kept of a text that a network reads window by window: labels of words, and vectors only where pieces begin or end."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.neural.marginals import Array
from onrecord.reading.neural.pieces import BORDERS
from onrecord.reading.neural.roles import FORBIDDEN, LABELS, Steps, best_labels
from onrecord.reading.neural.windows import Window

TOGETHER = 32
"""Windows that are labelled at once: all that the network gave for them is held, half a megabyte a window."""

Read: TypeAlias = tuple[Window, Array, Array]
"""A window with its scores of labels [words, labels] and its vectors for links [words, ..]."""

Scored: TypeAlias = tuple[Window, Array]
"""A window with its scores of labels."""

Some = TypeVar("Some")


class Labelled(NamedTuple):
    """A text's windows with their scores, what no border allows forbidden, and the labels of its words.

    `at` are the words, in order, at which pieces begin or end; `vectors` [at, ..] those for links of these words alone, for those
    of all words of a long text are two gigabytes a million.
    """

    scored: list[Scored]
    labels: list[int]
    at: NDArray[np.intp]
    vectors: Array

    def of(self, words: Sequence[int]) -> NDArray[np.intp]:
        """Where the vectors of these words stand, each the first or last one of a piece."""
        return np.searchsorted(self.at, np.asarray(words, dtype=np.intp))


def labelled(read: Iterable[Read], borders: Sequence[int], steps: Steps, together: int = TOGETHER) -> Labelled:
    """The windows of a text, one at least, labelled as they come, `together` of them at a time."""
    scored: list[Scored] = []
    labels: list[int] = []
    edges, vectors = [], []
    for some in _by(together, read):
        allowed = [(window, within_borders(scores, borders[window.start : window.end])) for window, scores, _ in some]
        their_labels = label_words(allowed, steps)
        here = _edges(their_labels)
        edges.append(here + len(labels))
        for window, _, each in some:
            first, end = np.searchsorted(here, (window.start - len(labels), window.kept - len(labels)))
            vectors.append(each[here[first:end] + len(labels) - window.start])
        scored += allowed
        labels += their_labels
    return Labelled(scored, labels, np.concatenate(edges), np.concatenate(vectors))


def within_borders(scores: Array, borders: Sequence[int]) -> Array:
    """The scores of a window's words with what no border allows forbidden: no source goes on into the next paragraph, no cue into
    the next sentence (of 18,367 sources in PolNeAR train 2 do, of 19,833 cues none; contents may)."""
    allowed = scores.copy()
    borders_at = np.asarray(borders)
    allowed[borders_at == BORDERS.index("paragraph"), LABELS.index("I-source")] = FORBIDDEN
    allowed[borders_at != BORDERS.index("inside"), LABELS.index("I-cue")] = FORBIDDEN
    return allowed


def label_words(found: Sequence[Scored], steps: Steps) -> list[int]:
    """The labels of a text's words, from the scores [words, labels] of each of its windows; context gives way to what was kept."""
    return [
        label
        for some in _by(TOGETHER, found)
        for (window, _), labels in zip(some, best_labels([scores for _, scores in some], steps), strict=True)
        for label in labels[: window.kept - window.start]
    ]


def _edges(labels: Sequence[int]) -> NDArray[np.intp]:
    """The words at which a piece may begin or end; the first and the last one too, for a piece may go on over them."""
    framed = np.asarray([-1, *labels, -1])
    before, here, after = framed[:-2], framed[1:-1], framed[2:]
    begins = here % 2 == 1
    return np.flatnonzero((here > 0) & (begins | (before != here) | (after != here)))


def _by(together: int, windows: Iterable[Some]) -> Iterator[list[Some]]:
    rest = iter(windows)
    while some := list(islice(rest, together)):
        yield some
