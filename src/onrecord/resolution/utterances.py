"""Clusters of statements: utterances."""

from collections.abc import Iterable, Sequence

from onrecord.core.resolved import Clusters, Link, Telling, Utterance


def cluster_statements(tellings: Sequence[Telling], links: Sequence[Link]) -> Clusters:
    """The utterances that one component of linked statements comes to, in order of id.

    Links are followed by score, then id. Two speakers never come together: a statement whose speaker is not known, and that is
    as much one speaker's as another's, stays alone.
    """
    by_id = {telling.statement: telling for telling in sorted(tellings, key=lambda telling: telling.statement)}
    ordered = sorted(links, key=lambda link: (-link.score, link.id))
    joined = _Joined(by_id)
    for link in ordered:
        if by_id[link.a].speaker and by_id[link.a].speaker == by_id[link.b].speaker:
            joined.join(link.a, link.b)
    unnamed = [link for link in ordered if not (by_id[link.a].speaker and by_id[link.b].speaker)]
    claimed = _claimants(by_id, unnamed)
    for link in unnamed:
        if len(claimed[link.a] | claimed[link.b]) < 2:
            joined.join(link.a, link.b)
    utterances = (_utterance([by_id[id_] for id_ in sorted(group)]) for group in joined.groups())
    return Clusters(utterances=tuple(sorted(utterances, key=lambda utterance: utterance.id)))


class _Joined:
    """Statements joined step by step."""

    def __init__(self, statements: Iterable[str]) -> None:
        self._groups = {statement: [statement] for statement in statements}

    def join(self, one: str, other: str) -> None:
        """Put the groups of two statements together."""
        small, large = sorted((self._groups[one], self._groups[other]), key=len)
        if small is not large:
            large += small
            for statement in small:
                self._groups[statement] = large

    def groups(self) -> list[list[str]]:
        """Each group once."""
        return list({id(group): group for group in self._groups.values()}.values())


def _claimants(tellings: dict[str, Telling], links: Sequence[Link]) -> dict[str, frozenset[str]]:
    """Statement → the speakers to whose statements the links lead from it, through others whose speaker is not known."""
    reach = _Joined(tellings)
    for link in links:
        if not tellings[link.a].speaker and not tellings[link.b].speaker:
            reach.join(link.a, link.b)
    group_of = {statement: at for at, group in enumerate(reach.groups()) for statement in group}
    speakers: dict[int, set[str]] = {}
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if not tellings[one].speaker:
                speakers.setdefault(group_of[one], set()).update(filter(None, [tellings[other].speaker]))
    return {
        statement: frozenset({telling.speaker} if telling.speaker else speakers.get(group_of[statement], set()))
        for statement, telling in tellings.items()
    }


def _utterance(tellings: Sequence[Telling]) -> Utterance:
    speaker = next((telling.speaker for telling in tellings if telling.speaker), None)
    return Utterance(tellings[0].statement, speaker, tuple(telling.statement for telling in tellings), _first(tellings))


def _first(tellings: Sequence[Telling]) -> str | None:
    """The statement that was certainly published before all others; one that stands alone is the first."""
    for telling in tellings:
        latest = telling.published.latest
        others = [other.published.earliest for other in tellings if other is not telling]
        if not others or (latest and all(earliest and latest < earliest for earliest in others)):
            return telling.statement
    return None
