"""From scores to attributions: what no text can mean is not decoded."""

import numpy as np

from onrecord.reading.neural.decoding import SIDES, Weights, decode
from onrecord.reading.neural.labelled import label_words, within_borders
from onrecord.reading.neural.links import BETWEEN, DISTANCES, Place, distances
from onrecord.reading.neural.pieces import BORDERS
from onrecord.reading.neural.roles import LABELS, Steps
from onrecord.reading.neural.windows import Window

FREE = Steps.of([[0.0] * len(LABELS)] * len(LABELS), [0.0] * len(LABELS), [0.0] * len(LABELS))


def labels(wanted: list[str], borders: list[str]) -> list[str]:
    """The labels of words that a network is nearly sure of, beginnings second, with what begins at each word."""
    scores = np.zeros((len(wanted), len(LABELS)), dtype=np.float32)
    for at, label in enumerate(wanted):
        scores[at, LABELS.index(label)] = 5.0
        scores[at, LABELS.index(label.replace("I-", "B-"))] += 1.0
    bounded = within_borders(scores, [BORDERS.index(border) for border in borders])
    return [LABELS[label] for label in label_words([(Window(0, len(wanted), len(wanted)), bounded)], FREE)]


def test_a_source_ends_with_its_paragraph() -> None:
    # By Orla Finch ¶ Councilwoman Petra Lind said
    wanted = ["O", "B-source", "I-source", "I-source", "I-source", "I-source", "B-cue"]
    borders = ["paragraph", "inside", "inside", "paragraph", "inside", "inside", "inside"]

    assert labels(wanted, borders) == ["O", "B-source", "I-source", "B-source", "I-source", "I-source", "B-cue"]


def test_a_source_may_run_over_what_looks_like_the_end_of_a_sentence() -> None:
    # Mayor J. Lind said
    assert labels(["B-source", "I-source", "I-source", "B-cue"], ["paragraph", "inside", "sentence", "inside"]) == [
        "B-source", "I-source", "I-source", "B-cue",
    ]  # fmt: skip


def test_a_cue_ends_with_its_sentence_and_a_content_may_go_on() -> None:
    assert labels(["B-cue", "I-cue", "B-content", "I-content"], ["paragraph", "sentence", "inside", "paragraph"]) == [
        "B-cue", "B-cue", "B-content", "I-content",
    ]  # fmt: skip


def contents_of_cues(wanted: list[str], near: float) -> list[int]:
    """How many contents each cue has, where the network likes a content that directly follows its cue so much more."""
    borders = [BORDERS.index("paragraph"), *[BORDERS.index("inside")] * (len(wanted) - 1)]
    scores = np.full((len(wanted), len(LABELS)), -9.0, dtype=np.float32)
    for at, label in enumerate(wanted):
        scores[at, LABELS.index(label)] = 9.0
    by_distance = np.zeros((2, DISTANCES), dtype=np.float32)
    by_distance[0, distances([Place(1, 2, 1, 1)], [Place(0, 1, 1, 1)])[0, 0]] = near
    weights = Weights(FREE, by_distance, np.zeros((2, BETWEEN), dtype=np.float32), np.zeros(2, dtype=np.float32))
    window = Window(0, len(wanted), len(wanted))
    found = decode([(window, scores, np.zeros((len(wanted), SIDES * 2 * 2), dtype=np.float32))], borders, weights)
    return [len(each.words.content) for each in found]


def test_a_content_belongs_to_a_cue_only_where_that_is_more_likely_than_not() -> None:
    # said [it holds] warned
    assert contents_of_cues(["B-cue", "B-content", "B-cue"], near=2.0) == [1, 0]
    assert contents_of_cues(["B-cue", "B-content", "B-cue"], near=0.0) == [0, 0]
