"""Examples: the labels and links of a window, also of what it cuts."""

from random import Random

from training.examples import Prepared, examples, training_batches
from training.settings import rate_at

from onrecord.reading.neural.links import InWords
from onrecord.reading.neural.names import NAME_LABELS, Named
from onrecord.reading.neural.pieces import BORDERS
from onrecord.reading.neural.roles import LABELS
from onrecord.reading.neural.windows import ROOM, Window

INSIDE, SENTENCE, PARAGRAPH = range(len(BORDERS))


def story(borders: list[int], marked: tuple[InWords, ...], *, pieces: int = 1, names: tuple[Named, ...] | None = None) -> Prepared:
    words = tuple((at, at + 1) for at in range(len(borders)))
    features = tuple((1, 0, border) for border in borders)
    return Prepared("pier", "courier", "m" * len(borders), words, ((7,) * pieces,) * len(borders), features, (marked,), names)


def test_contents_choose_cues_and_cues_choose_sources() -> None:
    # “Safe,” Mora said, “and dry.” Experts hope to reopen.
    both = (InWords(((1, 2),), ((2, 3),), ((0, 1), (3, 5))), InWords((), ((6, 7),), ((7, 9),)))
    (only,) = examples(story([PARAGRAPH, *[INSIDE] * 4, SENTENCE, *[INSIDE] * 3], both), both)

    assert [LABELS[label] for label in only.labels] == [
        "B-content",
        "B-source",
        "B-cue",
        "B-content",
        "I-content",
        "O",
        "B-cue",
        "B-content",
        "I-content",
    ]
    assert only.cue_of == (0, 0, 1)
    assert only.source_of == (0, -1)


def test_what_another_window_holds_is_not_chosen_from() -> None:
    borders = [PARAGRAPH, *[INSIDE] * 3, PARAGRAPH, *[INSIDE] * 3]
    across = (InWords(((0, 1),), ((5, 6),), ((6, 8), (2, 3))),)
    first, second = examples(story(borders, across, pieces=ROOM // 5), across)

    assert (first.cue_of, first.source_of) == ((-1,), ())
    assert (second.cue_of, second.source_of) == ((0,), (-2,))


def test_names_have_labels_in_every_window_that_they_reach_into() -> None:
    borders = [PARAGRAPH, *[INSIDE] * 9]
    told = story(borders, (), pieces=ROOM // 5, names=(Named(0, (1, 2)), Named(2, (4, 7))))

    first, second = examples(told, ())

    assert [NAME_LABELS[label] for label in first.names or ()] == ["O", "B-person", "O", "O", "B-place"]
    assert [NAME_LABELS[label] for label in second.names or ()] == ["B-place", "I-place", "O", "O", "O"]


def test_a_pass_is_the_same_for_the_same_seed_and_cut_anew_for_another() -> None:
    told = [story([PARAGRAPH, INSIDE] * 200, ()) for _ in range(3)]

    def cuts(seed: int) -> list[list[Window]]:
        return [[example.window for example in batch] for batch in training_batches(told, 2, Random(seed))]

    assert cuts(1) == cuts(1)
    assert cuts(1) != cuts(2)


def test_the_rate_warms_up_and_falls_to_nothing() -> None:
    rates = [rate_at(step, 100, 0.1) for step in range(101)]

    assert rates[9] == 1.0
    assert rates[:10] == sorted(rates[:10])
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert rates[100] == 0.0
