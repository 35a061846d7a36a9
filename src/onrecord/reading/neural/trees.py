"""Dependencies: vectors of words → for each word of a text the word it hangs on, and how.

Arcs are scored as in Dozat and Manning (2017) and chosen together, so that the words of each sentence make one tree with one root
(Chu and Liu 1965, Edmonds 1967).
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.tags import RELATIONS

Doubles = NDArray[np.float64]

ARC_WIDTH = 192
RELATION_WIDTH = 128

ROOT = -1
"""The head of a word that hangs on nothing."""

NEVER = -1e9


class TreeWeights(NamedTuple):
    """What is learnt outside of the network's graph: the root as a head, and relations from the sum of two words' vectors.

    `root` has the width of an arc and one more for how often a word is root at all; `relations` is [relations, width + 1],
    `relation_root` what stands for the root's vector there.
    """

    root: Array
    relations: Array
    relation_root: Array

    @classmethod
    def of(cls, row: dict[str, Any]) -> "TreeWeights":
        """The weights in a row of plain lists."""
        return cls(*(np.asarray(row[name], dtype=np.float32) for name in cls._fields))


class Tree(NamedTuple):
    """For each word the number of its head, or ROOT, and the position in RELATIONS of how it hangs on it."""

    heads: list[int]
    relations: list[int]


def trees(arcs: Array, relations: Array, sentences: Sequence[tuple[int, int]], weights: TreeWeights) -> Tree:
    """The trees of a text's sentences, each words `[start, end)`, given its words' vectors for arcs and for relations.

    `arcs` are [words, 2 · ARC_WIDTH + 1]: a word as dependent, as head, and how often it is a head at all; `relations` are
    [words, 2 · RELATION_WIDTH]: as dependent, as head. Words outside of all sentences are roots.
    """
    found = Tree([ROOT] * len(arcs), [RELATIONS.index("root")] * len(arcs))
    for start, end in sentences:
        heads = tree(arc_scores(arcs[start:end], weights))
        kinds = _relations(relations[start:end], heads, weights)
        found.heads[start:end] = [start + head if head != ROOT else ROOT for head in heads]
        found.relations[start:end] = kinds
    return found


def arc_scores(arcs: Array, weights: TreeWeights) -> Array:
    """[words, words + 1] of one sentence: how well each word hangs on each, the last column for the root."""
    of_dependent, of_head = arcs[:, :ARC_WIDTH], arcs[:, ARC_WIDTH : 2 * ARC_WIDTH]
    among = of_dependent @ of_head.T + arcs[:, -1]
    root = of_dependent @ weights.root[:-1] + weights.root[-1]
    scores: Array = np.concatenate([among, root[:, None]], axis=1)
    return scores


def _relations(vectors: Array, heads: Sequence[int], weights: TreeWeights) -> list[int]:
    """The relation of each word of a sentence to its head; `root` for the one that hangs on nothing, and for no other."""
    of_heads = np.concatenate([vectors[:, RELATION_WIDTH:], weights.relation_root[None]])
    joined = np.maximum(vectors[:, :RELATION_WIDTH] + of_heads[list(heads)], 0)
    scores = joined @ weights.relations[:, :-1].T + weights.relations[:, -1]
    root = RELATIONS.index("root")
    scores[:, root] = NEVER
    return [root if head == ROOT else int(row.argmax()) for head, row in zip(heads, scores, strict=True)]


def tree(scores: Array) -> list[int]:
    """The heads of the best tree with one root, by its sum of scores [words, words + 1]; no word is its own head.

    Of LIKELY_ROOTS words or fewer it is the best of all, of more the best under the likely roots.
    """
    words = len(scores)
    if words == 0:
        return []
    own = scores.astype(np.float64)
    own[np.arange(words), np.arange(words)] = NEVER
    best: list[int] = own.argmax(axis=1).tolist()
    if best.count(words) == 1 and not _cycle(best, words):
        return [ROOT if head == words else head for head in best]
    return min((_rooted(own, root) for root in _roots(own)), key=lambda each: (-each[0], each[1]))[1]


LIKELY_ROOTS = 5
"""Words tried as root of a sentence whose words choose no tree by themselves: those that gain most by it, for each try costs."""


def _roots(scores: Doubles) -> list[int]:
    """The words that gain most, or lose least, by being the root."""
    gain = scores[:, -1] - scores[:, :-1].max(axis=1, initial=NEVER)
    return [int(word) for word in np.argsort(-gain, kind="stable")[:LIKELY_ROOTS]]


def _rooted(scores: Doubles, root: int) -> tuple[float, list[int]]:
    """The best tree with this word as the only root: its sum of scores, and its heads."""
    words = len(scores)
    only = scores.copy()
    only[:, -1] = NEVER
    only[root, :] = NEVER
    only[root, -1] = scores[root, -1]
    heads = _spanning(only)
    total = float(scores[np.arange(words), heads].sum())
    return total, [ROOT if head == words else head for head in heads]


def _spanning(scores: Doubles) -> list[int]:
    """The best heads [words] without a cycle, the root being the last column; cycles are drawn together one by one."""
    words = len(scores)
    heads: list[int] = scores.argmax(axis=1).tolist()
    cycle = _cycle(heads, words)
    if not cycle:
        return heads
    rest = [word for word in range(words) if word not in cycle]
    outside = [*rest, words]
    into = scores[cycle][:, outside] - scores[cycle].max(axis=1)[:, None]
    drawn = np.full((len(rest) + 1, len(rest) + 2), NEVER)
    columns = [*range(len(rest)), len(rest) + 1]
    drawn[:-1, columns] = scores[rest][:, outside]
    drawn[:-1, len(rest)] = scores[rest][:, cycle].max(axis=1, initial=NEVER)
    drawn[-1, columns] = into.max(axis=0)
    chosen = _spanning(drawn)
    for at, word in enumerate(rest):
        into_cycle = chosen[at] == len(rest)
        heads[word] = cycle[int(scores[word, cycle].argmax())] if into_cycle else outside[columns.index(chosen[at])]
    column = columns.index(chosen[-1])
    heads[cycle[int(into[:, column].argmax())]] = outside[column]
    return heads


def _cycle(heads: Sequence[int], root: int) -> list[int]:
    """The words of a cycle among the heads, in order; none where they are a tree."""
    seen: dict[int, int] = {root: -1}
    for first in range(len(heads)):
        word = first
        while word not in seen:
            seen[word] = first
            word = heads[word]
        if seen[word] == first:
            found = [word]
            while heads[found[-1]] != word:
                found.append(heads[found[-1]])
            return sorted(found)
    return []
