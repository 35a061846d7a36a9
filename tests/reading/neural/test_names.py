"""Names: labels of words by window → stretches of words with what they name."""

import numpy as np

from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.links import Words
from onrecord.reading.neural.names import KINDS, NAME_LABELS, names
from onrecord.reading.neural.roles import Steps
from onrecord.reading.neural.windows import Window

SIZE = len(NAME_LABELS)
FREE = Steps.of([[0.0] * SIZE] * SIZE, [0.0] * SIZE, [0.0] * SIZE)
PERSON, ORGANIZATION, PLACE, OTHER = range(len(KINDS))


def scores(*labels: str) -> Array:
    return np.asarray([[name == label for name in NAME_LABELS] for label in labels], dtype=np.float32)


def told(*read: tuple[Window, Array]) -> list[tuple[int, Words]]:
    return [(name.kind, name.words) for name in names(read, FREE)]


def test_names_of_one_kind_side_by_side_stay_two() -> None:
    # Edda Brandt , Calder Harbor Board
    found = scores("B-person", "I-person", "O", "B-place", "B-organization", "I-organization")

    assert told((Window(0, 6, 6), found)) == [(PERSON, (0, 2)), (PLACE, (3, 4)), (ORGANIZATION, (4, 6))]


def test_a_name_goes_on_only_as_it_began() -> None:
    found = scores("B-person", "I-place", "O")
    found[1, NAME_LABELS.index("B-other")] = 0.5

    assert told((Window(0, 3, 3), found)) == [(PERSON, (0, 1)), (OTHER, (1, 2))]


def test_what_a_window_reads_as_context_is_left_to_the_next() -> None:
    first, second = scores("O", "B-person"), scores("B-place", "O", "B-place")

    assert told((Window(0, 1, 2), first), (Window(1, 4, 4), second)) == [(PLACE, (1, 2)), (PLACE, (3, 4))]


def test_a_name_is_as_likely_as_its_labels_and_less_so_where_others_are_near() -> None:
    clear, close = 20 * scores("B-person", "O"), 20 * scores("B-person", "O")
    close[0, NAME_LABELS.index("B-organization")] = 20.0

    assert [round(name.sure, 2) for one in (clear, close) for name in names([(Window(0, 2, 2), one)], FREE)] == [1.0, 0.5]
