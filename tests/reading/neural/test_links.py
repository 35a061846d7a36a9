"""Links: classes of distance, and attributions from choices."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.neural.links import DISTANCES, Linked, Place, best, between, distance, linked, places
from onrecord.reading.neural.pieces import BORDERS

INSIDE, SENTENCE, PARAGRAPH = range(len(BORDERS))
STARTS = st.integers(0, 300)


def test_places_count_sentences_and_paragraphs() -> None:
    borders = [PARAGRAPH, INSIDE, SENTENCE, INSIDE, PARAGRAPH]

    assert places([(1, 2), (2, 4), (4, 5)], borders) == (Place(1, 2, 1, 1), Place(2, 4, 2, 1), Place(4, 5, 3, 2))


def test_side_gap_and_border_tell_distances_apart() -> None:
    cue = Place(10, 11, 2, 1)
    beside = [
        Place(11, 14, 2, 1),  # right after it
        Place(8, 10, 2, 1),  # right before it
        Place(12, 14, 2, 1),  # a word between
        Place(11, 14, 3, 1),  # in the next sentence
        Place(11, 14, 3, 2),  # in the next paragraph
    ]

    assert len({distance(piece, cue) for piece in beside}) == len(beside)


@given(STARTS, st.integers(1, 20), STARTS, st.integers(0, 2))
def test_every_distance_has_a_class(start: int, length: int, cue: int, border: int) -> None:
    piece = Place(start, start + length, int(border > 0), int(border > 1))

    assert 0 <= distance(piece, Place(cue, cue + 1, 0, 0)) < DISTANCES


def test_cues_between_are_counted_up_to_two() -> None:
    piece, cue = Place(0, 3, 0, 0), Place(20, 21, 0, 0)

    assert between(piece, cue, [20]) == 0
    assert between(piece, cue, [5, 20, 30]) == 1
    assert between(cue, piece, [5, 9, 12, 20]) == 2


def test_a_cue_gathers_the_contents_that_chose_it() -> None:
    assert linked(cue_of=[0, 1, 0, None], source_of=[2, None]) == [Linked(0, 2, (0, 2)), Linked(1, None, (1,))]


def test_none_is_chosen_where_it_scores_higher() -> None:
    assert best([0.5, 2.0, 2.0]) == 1
    assert best([0.5, 2.0], none=3.0) is None
    assert best([]) is None
