"""Clusters of statements: utterances."""

from collections.abc import Sequence

from onrecord.core.resolved import Clusters, Link, Telling, Utterance


def cluster_statements(tellings: Sequence[Telling], links: Sequence[Link]) -> Clusters:
    """The utterances that one component of linked statements comes to, in order of id."""
    return Clusters(
        utterances=tuple(
            Utterance(telling.statement, telling.speaker or None, (telling.statement,), telling.statement)
            for telling in sorted(tellings, key=lambda telling: telling.statement)
        )
    )
