"""The measures of coreference: MUC, B³ and CEAF φ4 over two partitions of mentions, and their mean, the CoNLL F1.

Vilain and others (MUC-6, 1995), Bagga and Baldwin (1998), Luo (2005); as in the CoNLL-2012 scorer (Pradhan and others, ACL 2014).
A mention is anything that compares equal to itself in the other partition; mentions that only one side has cost that side.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from benchmarks.scoring import Count

Cluster = frozenset[Hashable]

Shares = Mapping[str, Count]


def coreference(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> dict[str, Count]:
    """`muc`, `b3`, `ceafe` and `mentions` of one document."""
    matched = _assigned(gold, predicted)
    common = len(frozenset().union(*gold) & frozenset().union(*predicted))
    return {
        "muc": _both(gold, predicted, _links, _link_count),
        "b3": _both(gold, predicted, _b3, len),
        "ceafe": Count(matched, len(predicted), matched, len(gold)),
        "mentions": Count(common, sum(map(len, predicted)), common, sum(map(len, gold))),
    }


def conll(shares: Shares) -> float:
    """The mean of the three F1s, 0 to 1."""
    return sum(shares[name].f1 for name in ("muc", "b3", "ceafe")) / 3


def together(documents: Iterable[Shares]) -> dict[str, Count]:
    """The shares of several documents, added up as the CoNLL scorer does."""
    total: dict[str, Count] = {}
    for shares in documents:
        for name, share in shares.items():
            total[name] = total.get(name, Count()) + share
    return total


def _both(
    gold: Sequence[Cluster],
    predicted: Sequence[Cluster],
    agreement: Callable[[Cluster, Mapping[Hashable, int]], float],
    size: Callable[[Cluster], int],
) -> Count:
    in_gold, in_predicted = _numbered(gold), _numbered(predicted)
    return Count(
        sum(agreement(cluster, in_gold) for cluster in predicted),
        sum(map(size, predicted)),
        sum(agreement(cluster, in_predicted) for cluster in gold),
        sum(map(size, gold)),
    )


def _numbered(clusters: Sequence[Cluster]) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _link_count(cluster: Cluster) -> int:
    return len(cluster) - 1


def _links(cluster: Cluster, other: Mapping[Hashable, int]) -> float:
    """The links of the cluster that the other side keeps: its size less the parts into which the other side cuts it."""
    parts = {other[mention] for mention in cluster if mention in other}
    alone = sum(mention not in other for mention in cluster)
    return len(cluster) - len(parts) - alone


def _b3(cluster: Cluster, other: Mapping[Hashable, int]) -> float:
    counts = Counter(other[mention] for mention in cluster if mention in other)
    return sum(count * count for count in counts.values()) / len(cluster)


def _assigned(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> float:
    """The greatest sum of φ4 likenesses over a one-to-one pairing of clusters."""
    likeness = [[2 * len(one & other) / (len(one) + len(other)) for other in predicted] for one in gold]
    return best_assignment(likeness)


def best_assignment(weights: Sequence[Sequence[float]]) -> float:
    """The greatest sum of weights that takes at most one of each row and column (Kuhn's method with potentials)."""
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights, strict=True)]
    rows, columns = len(weights), len(weights[0])
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    holder = [0] * (columns + 1)
    for row in range(1, rows + 1):
        holder[0] = row
        _augment(weights, row_potential, column_potential, holder)
    return sum(weights[holder[column] - 1][column - 1] for column in range(1, columns + 1) if holder[column])


def _augment(
    weights: Sequence[Sequence[float]], row_potential: list[float], column_potential: list[float], holder: list[int]
) -> None:
    """Give the row that column 0 holds a column of its own, moving others where that is better."""
    columns = len(holder)
    least = [float("inf")] * columns
    way = [0] * columns
    used = [False] * columns
    at = 0
    while holder[at]:
        used[at] = True
        row, delta, following = holder[at], float("inf"), 0
        for column in range(1, columns):
            if used[column]:
                continue
            cost = -weights[row - 1][column - 1] - row_potential[row] - column_potential[column]
            if cost < least[column]:
                least[column], way[column] = cost, at
            if least[column] < delta:
                delta, following = least[column], column
        for column in range(columns):
            if used[column]:
                row_potential[holder[column]] += delta
                column_potential[column] -= delta
            else:
                least[column] -= delta
        at = following
    while at:
        holder[at] = holder[way[at]]
        at = way[at]
