"""Names: labels of words by window → stretches of words with what they name."""

import numpy as np

from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.names import KINDS, NAME_LABELS, Named, names
from onrecord.reading.neural.roles import Steps
from onrecord.reading.neural.windows import Window

SIZE = len(NAME_LABELS)
FREE = Steps.of([[0.0] * SIZE] * SIZE, [0.0] * SIZE, [0.0] * SIZE)
PERSON, ORGANIZATION, PLACE, OTHER = range(len(KINDS))


def scores(*labels: str) -> Array:
    return np.asarray([[name == label for name in NAME_LABELS] for label in labels], dtype=np.float32)


def test_names_of_one_kind_side_by_side_stay_two() -> None:
    # Edda Brandt , Calder Harbor Board
    found = scores("B-person", "I-person", "O", "B-place", "B-organization", "I-organization")

    assert names([(Window(0, 6, 6), found)], FREE) == [
        Named(PERSON, (0, 2)),
        Named(PLACE, (3, 4)),
        Named(ORGANIZATION, (4, 6)),
    ]


def test_a_name_goes_on_only_as_it_began() -> None:
    found = scores("B-person", "I-place", "O")
    found[1, NAME_LABELS.index("B-other")] = 0.5

    assert names([(Window(0, 3, 3), found)], FREE) == [Named(PERSON, (0, 1)), Named(OTHER, (1, 2))]


def test_what_a_window_reads_as_context_is_left_to_the_next() -> None:
    first, second = scores("O", "B-person"), scores("B-place", "O", "B-place")

    assert names([(Window(0, 1, 2), first), (Window(1, 4, 4), second)], FREE) == [Named(PLACE, (1, 2)), Named(PLACE, (3, 4))]
