"""Syntax: windows put together, sentences from borders, lemmas by rule and exception."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.neural.lemmas import Lemmatizer
from onrecord.reading.neural.names import NAME_LABELS
from onrecord.reading.neural.pieces import BORDERS
from onrecord.reading.neural.syntax import FURTHER, Further, sentences, syntax
from onrecord.reading.neural.tags import RELATIONS, TAGS
from onrecord.reading.neural.trees import ARC_WIDTH, RELATION_WIDTH, ROOT
from onrecord.reading.neural.windows import Window

INSIDE, SENTENCE, PARAGRAPH = range(len(BORDERS))
ROW = {
    "rules": {"VERB": {"s": [1, ""], "ies": [3, "y"], "ing": [3, ""]}, "NOUN": {"s": [1, ""]}},
    "exceptions": {"VERB": {"said": "say"}, "AUX": {"was": "be"}},
}
LEMMAS = Lemmatizer.of(ROW)


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("said", "VERB", "say"),
        ("Said", "VERB", "say"),
        ("Ferries", "VERB", "ferry"),
        ("runs", "VERB", "run"),
        ("Harbors", "NOUN", "harbor"),
        ("Harbors", "PROPN", "Harbors"),
        ("was", "AUX", "be"),
        ("Was", "NOUN", "wa"),
        ("s", "NOUN", "s"),
        ("Over", "ADP", "over"),
    ],
)
def test_exceptions_come_first_then_the_longest_ending(word: str, tag: str, lemma: str) -> None:
    assert LEMMAS.lemma(word, tag) == lemma


@given(st.text(min_size=1), st.sampled_from(TAGS))
def test_every_word_has_a_lemma(word: str, tag: str) -> None:
    assert LEMMAS.lemma(word, tag)


def test_sentences_begin_where_words_say_so_and_with_the_text() -> None:
    assert sentences([INSIDE, INSIDE, SENTENCE, PARAGRAPH, INSIDE]) == [(0, 2), (2, 3), (3, 5)]
    assert sentences([]) == []


def test_windows_are_put_together_and_each_sentence_has_its_tree(tmp_path: Path) -> None:
    # Ferries run . | Boats wait
    further = _further(tmp_path)
    tags = np.zeros((5, len(TAGS)), dtype=np.float32)
    for at, tag in enumerate(["NOUN", "VERB", "PUNCT", "NOUN", "VERB"]):
        tags[at, TAGS.index(tag)] = 1
    arcs = np.zeros((5, 2 * ARC_WIDTH + 1), dtype=np.float32)
    arcs[[1, 4], -1] = 1
    relations = np.zeros((5, 2 * RELATION_WIDTH), dtype=np.float32)
    read = [(window, tags[stretch], arcs[stretch], relations[stretch]) for window, stretch in _windows()]

    found = syntax(["Ferries", "runs", ".", "Boats", "wait"], [PARAGRAPH, INSIDE, INSIDE, SENTENCE, INSIDE], read, further)

    assert [TAGS[tag] for tag in found.tags] == ["NOUN", "VERB", "PUNCT", "NOUN", "VERB"]
    assert found.heads == [1, ROOT, 1, 4, ROOT]
    assert [relation == RELATIONS.index("root") for relation in found.relations] == [False, True, False, False, True]
    assert found.lemmas == ["ferrie", "run", ".", "boat", "wait"]


def _windows() -> list[tuple[Window, slice]]:
    """Two windows, of which the first reads the second one's sentence as context."""
    return [(Window(0, 3, 5), slice(0, 5)), (Window(3, 5, 5), slice(3, 5))]


def _further(folder: Path) -> Further:
    size = len(NAME_LABELS)
    trees = {
        "root": [0.0] * (ARC_WIDTH + 1),
        "relations": [[0.0] * (RELATION_WIDTH + 1)] * len(RELATIONS),
        "relation_root": [0.0] * RELATION_WIDTH,
    }
    row = {"names": {"between": [[0.0] * size] * size, "begin": [0.0] * size, "end": [0.0] * size}, "trees": trees, "lemmas": ROW}
    (folder / FURTHER).write_text(json.dumps(row), encoding="utf-8")
    return Further.read(folder)
