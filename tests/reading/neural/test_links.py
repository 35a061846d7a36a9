"""Links: classes of distance, and attributions from choices."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.neural.links import DISTANCES, Linked, Place, best, crossings, distances, linked, places
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

    assert len(set(distances(beside, [cue])[:, 0].tolist())) == len(beside)


@given(STARTS, st.integers(1, 20), STARTS, st.integers(0, 2))
def test_every_distance_has_a_class(start: int, length: int, cue: int, border: int) -> None:
    piece = Place(start, start + length, int(border > 0), int(border > 1))

    assert 0 <= distances([piece], [Place(cue, cue + 1, 0, 0)])[0, 0] < DISTANCES


def test_cues_between_are_counted_up_to_two() -> None:
    piece, *cues = (Place(start, start + 1, 0, 0) for start in (0, 5, 9, 12, 20))

    assert crossings([piece], cues).tolist() == [[0, 1, 2, 2]]
    assert crossings([Place(30, 31, 0, 0)], cues).tolist() == [[2, 2, 1, 0]]


def test_a_cue_gathers_the_contents_that_chose_it() -> None:
    assert linked(cue_of=[0, 1, 0, None], source_of=[2, None]) == [Linked(0, 2, (0, 2)), Linked(1, None, (1,))]


def test_none_is_chosen_where_it_scores_higher() -> None:
    assert best([0.5, 2.0, 2.0]) == 1
    assert best([0.5, 2.0], none=3.0) is None
    assert best([]) is None
