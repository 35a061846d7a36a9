"""A text labelled some windows at a time comes out as one labelled whole, and vectors are kept where pieces begin and end."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.neural.labelled import Labelled, Read, labelled
from onrecord.reading.neural.roles import LABELS, Steps, pieces_of
from onrecord.reading.neural.windows import Window

EVEN = Steps.of([[0.0] * len(LABELS)] * len(LABELS), [0.0] * len(LABELS), [0.0] * len(LABELS))


def read_as(labels: list[int], kept: int, context: int) -> list[Read]:
    """Windows of `kept` words and up to `context` more, whose scores tell these labels and whose vectors tell the word's number."""
    found = []
    for start in range(0, len(labels), kept):
        window = Window(start, min(start + kept, len(labels)), min(start + kept + context, len(labels)))
        scores = 9 * np.eye(len(LABELS), dtype=np.float32)[labels[window.start : window.end]]
        found.append((window, scores, np.arange(window.start, window.end, dtype=np.float32)[:, None]))
    return found


def edges(text: Labelled) -> list[int]:
    """The first and the last word of each piece."""
    return [word for piece in pieces_of(text.labels) for word in (piece.start, piece.end - 1)]


@given(
    labels=st.lists(st.integers(0, len(LABELS) - 1), min_size=1, max_size=40),
    kept=st.integers(1, 9),
    context=st.integers(0, 4),
    together=st.integers(1, 5),
)
def test_windows_at_a_time_or_all_at_once_are_labelled_alike(labels: list[int], kept: int, context: int, together: int) -> None:
    read, borders = read_as(labels, kept, context), [0] * len(labels)
    whole, apart = labelled(read, borders, EVEN, len(read)), labelled(iter(read), borders, EVEN, together)
    assert apart.labels == whole.labels
    assert [window for window, _ in apart.scored] == [window for window, _ in whole.scored]
    for text in (whole, apart):
        assert text.vectors[text.of(edges(text)), 0].tolist() == edges(text)


def test_a_long_content_keeps_the_vectors_of_its_two_ends() -> None:
    inside, first = LABELS.index("I-content"), LABELS.index("B-content")
    text = labelled(read_as([0, 0, first, *[inside] * 20, 0], 24, 0), [0] * 24, EVEN)
    assert text.at.tolist() == [2, 3, 22]
