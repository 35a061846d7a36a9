"""Trees: the best one of those with one root, whatever the scores, and relations to the heads that were chosen."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.tags import RELATIONS
from onrecord.reading.neural.trees import ARC_WIDTH, RELATION_WIDTH, ROOT, TreeWeights, tree, trees

NO_WEIGHTS = TreeWeights(
    np.zeros(ARC_WIDTH + 1, dtype=np.float32),
    np.zeros((len(RELATIONS), RELATION_WIDTH + 1), dtype=np.float32),
    np.zeros(RELATION_WIDTH, dtype=np.float32),
)


@st.composite
def scores(draw: st.DrawFn) -> Array:
    words = draw(st.integers(1, 4))
    rows = st.lists(st.integers(-30, 30), min_size=words + 1, max_size=words + 1)
    return np.asarray(draw(st.lists(rows, min_size=words, max_size=words)), dtype=np.float32)


def total(heads: list[int], table: Array) -> float:
    return float(sum(table[word, head] for word, head in enumerate(heads)))


def hangs_together(heads: list[int]) -> bool:
    for word in range(len(heads)):
        way = {word}
        while heads[word] != ROOT:
            word = heads[word]
            if word in way:
                return False
            way.add(word)
    return heads.count(ROOT) == 1


@given(scores())
def test_no_other_tree_has_a_higher_sum(table: Array) -> None:
    found = tree(table)

    every = product([ROOT, *range(len(table))], repeat=len(table))
    best = max(total(list(heads), table) for heads in every if hangs_together(list(heads)))
    assert hangs_together(found)
    assert total(found, table) == best


def test_of_two_words_that_choose_each_other_one_hangs_elsewhere() -> None:
    # Ferries run: each likes the other best, and `run` is the better root.
    assert tree(np.asarray([[0, 9, 1], [9, 0, 4]], dtype=np.float32)) == [1, ROOT]


def test_only_one_word_hangs_on_nothing() -> None:
    assert tree(np.asarray([[0, 1, 9], [2, 0, 7]], dtype=np.float32)) == [ROOT, 0]


def test_words_of_two_sentences_never_hang_on_each_other() -> None:
    arcs = np.ones((5, 2 * ARC_WIDTH + 1), dtype=np.float32)

    found = trees(arcs, np.zeros((5, 2 * RELATION_WIDTH), dtype=np.float32), [(0, 2), (2, 5)], NO_WEIGHTS)

    assert [head // 2 if head != ROOT else head for head in found.heads[:2]].count(0) == 1
    assert all(head == ROOT or head >= 2 for head in found.heads[2:])
    assert [found.heads[:2].count(ROOT), found.heads[2:].count(ROOT)] == [1, 1]


def test_the_relation_is_that_of_a_word_to_its_head_and_root_is_the_roots_alone() -> None:
    # `Ferries run`: as dependent and head together they say `nsubj`; `root` scores highest everywhere.
    relations = np.zeros((2, 2 * RELATION_WIDTH), dtype=np.float32)
    relations[0, 0] = relations[1, RELATION_WIDTH] = 1
    table = np.zeros((len(RELATIONS), RELATION_WIDTH + 1), dtype=np.float32)
    table[RELATIONS.index("nsubj"), 0] = 1
    table[RELATIONS.index("root"), -1] = 5
    arcs = np.zeros((2, 2 * ARC_WIDTH + 1), dtype=np.float32)
    arcs[1, -1] = 1

    found = trees(arcs, relations, [(0, 2)], NO_WEIGHTS._replace(relations=table))

    assert found.heads == [1, ROOT]
    assert [RELATIONS[relation] for relation in found.relations] == ["nsubj", "root"]


def test_a_text_without_words_has_no_tree() -> None:
    assert tree(np.zeros((0, 1), dtype=np.float32)) == []
