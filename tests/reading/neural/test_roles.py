"""Labels: what they tell of, which sequences are possible, and that the best possible one is found."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.neural.roles import LABELS, ROLES, Piece, Steps, best_labels, labels_of, may_begin, pieces_of, possible

SOURCE, CUE, CONTENT = range(len(ROLES))
SIZE = len(LABELS)
FREE = Steps.of([[0.0] * SIZE] * SIZE, [0.0] * SIZE, [0.0] * SIZE)
SCORES = st.lists(st.lists(st.integers(-9, 9).map(float), min_size=SIZE, max_size=SIZE), min_size=1, max_size=4)
PIECES = st.lists(st.tuples(st.sampled_from(range(len(ROLES))), st.integers(0, 3), st.integers(1, 4)), max_size=8)


def named(*labels: str) -> list[int]:
    return [LABELS.index(label) for label in labels]


def test_source_cue_and_content_as_labels() -> None:
    # Mayor Lind said ferries will run .
    pieces = [Piece(SOURCE, 0, 2), Piece(CUE, 2, 3), Piece(CONTENT, 3, 6)]

    assert labels_of(pieces, 7) == named("B-source", "I-source", "B-cue", "B-content", "I-content", "I-content", "O")


def test_two_contents_side_by_side_stay_two() -> None:
    pieces = [Piece(CONTENT, 0, 2), Piece(CONTENT, 2, 3)]

    assert pieces_of(labels_of(pieces, 3)) == pieces


def test_of_overlapping_pieces_the_earlier_role_holds() -> None:
    assert labels_of([Piece(CONTENT, 0, 3), Piece(SOURCE, 0, 1)], 3) == named("B-source", "O", "O")


def test_inside_follows_only_its_own_role() -> None:
    assert possible(*named("B-cue", "I-cue"))
    assert not possible(*named("B-cue", "I-content"))
    assert not possible(*named("O", "I-source"))
    assert not may_begin(LABELS.index("I-content"))


def test_a_word_that_alone_would_be_impossible_takes_the_label_that_fits() -> None:
    scores = [[0.0] * SIZE, [0.0] * SIZE]
    scores[0][LABELS.index("B-source")] = 1.0
    scores[1][LABELS.index("I-content")] = 1.5
    scores[1][LABELS.index("I-source")] = 1.0

    assert best_labels([np.asarray(scores, np.float32)], FREE) == [named("B-source", "I-source")]


def test_no_words_have_no_labels() -> None:
    nothing = np.zeros((0, SIZE), np.float32)

    assert best_labels([], FREE) == []
    assert best_labels([nothing, np.zeros((1, SIZE), np.float32)], FREE) == [[], named("O")]


@given(st.lists(SCORES, min_size=1, max_size=4))
def test_a_window_is_labelled_as_it_is_alone(drawn: list[list[list[float]]]) -> None:
    windows = [np.asarray(scores, np.float32) for scores in drawn]

    assert best_labels(windows, FREE) == [best_labels([window], FREE)[0] for window in windows]


@given(SCORES, st.lists(st.lists(st.integers(-3, 3).map(float), min_size=SIZE, max_size=SIZE), min_size=SIZE, max_size=SIZE))
def test_the_best_possible_sequence_is_found(scores: list[list[float]], between: list[list[float]]) -> None:
    steps = Steps.of(between, [0.0] * SIZE, [0.0] * SIZE)
    (found,) = best_labels([np.asarray(scores, np.float32)], steps)

    def worth(labels: tuple[int, ...]) -> float:
        walked = sum(steps.between[one][two] for one, two in pairwise(labels))
        return steps.begin[labels[0]] + walked + sum(row[label] for row, label in zip(scores, labels, strict=True))

    assert may_begin(found[0])
    assert all(possible(one, two) for one, two in pairwise(found))
    if len(scores) <= 3:
        assert worth(tuple(found)) == max(map(worth, product(range(SIZE), repeat=len(scores))))


@given(PIECES)
def test_pieces_that_stand_apart_come_back(drawn: list[tuple[int, int, int]]) -> None:
    pieces, at = [], 0
    for role, gap, length in drawn:
        pieces.append(Piece(role, at + gap, at + gap + length))
        at += gap + length

    assert pieces_of(labels_of(pieces, at)) == pieces
