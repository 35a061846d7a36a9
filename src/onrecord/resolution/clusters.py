"""Clusters of chains: entities, with people's rulings as hard constraints."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.names import fold
from onrecord.core.resolved import Clusters, Entity, Link, PlacedRuling, Profile, Review
from onrecord.knowledge.name_words import known_organizations
from onrecord.resolution.acronyms import is_acronym
from onrecord.resolution.bodies_and_places import compared_organization
from onrecord.resolution.constraints import Constraints, weigh
from onrecord.resolution.display_names import display_name
from onrecord.resolution.partition import Partition
from onrecord.resolution.person_forms import Rank, forms_of, rank
from onrecord.resolution.persons import judge
from onrecord.resolution.printed_names import fullest, given_alone
from onrecord.resolution.titles import all_compared

MARGIN = 0.05
"""How much better than the next a vague name's best candidate must be. Scores of a kind lie closer only where nothing but
chance tells the candidates apart; one more thing in common (a title, a name not only by its initial) makes .05 or more."""

OUTWEIGHED = 20
"""Of two who have a bare surname's title in print, the one with it in fewer than a twentieth of the other's documents is no
rival: `Mayor Lind` is not her husband for two slips in a hundred stories. One in twenty is the usual risk of being wrong."""


def cluster_chains(profiles: Sequence[Profile], links: Sequence[Link], rulings: Sequence[PlacedRuling]) -> Clusters:
    """The entities that one component of linked chains comes to, in order of id, and the contradictions among rulings.

    First what people ruled the same is joined, then links among names of equal fullness by score, then each vaguer name to the
    fuller ones that it may be, the fullest first; one that might as well be another's stays alone. Rulings `different` and
    `unsure` are never broken, nor are persons of two names or of one document joined but by a ruling. `rulings` are all that
    name one of the chains, with those that follow or undo them.
    """
    ordered = sorted(profiles, key=lambda profile: profile.chain)
    constraints = weigh(rulings, {profile.chain for profile in ordered})
    partition = _ruled(ordered, constraints)
    _Joining(ordered, partition, constraints).follow(links)
    by_chain = {profile.chain: profile for profile in ordered}
    entities = [_entity(sorted(members), by_chain, constraints.settled) for members in partition.members.values()]
    return Clusters(tuple(sorted(entities, key=lambda entity: entity.id)), faults=tuple(sorted(constraints.faults)))


def _ruled(profiles: Sequence[Profile], constraints: Constraints) -> Partition:
    """The chains joined and kept apart as people ruled."""
    partition = Partition(profiles)
    for one, other in constraints.same:
        partition.join(one, other)
    partition.excuse()
    for one, other in (*constraints.different, *constraints.unsure):
        partition.keep_apart(one, other)
    return partition


def fullness(profile: Profile) -> Rank:
    """How much a chain's fullest name says: a person's by its parts, a given name alone least; an acronym less than a name."""
    if profile.type == "person" and given_alone(profile.names):
        return 0, 0, 0, 0
    if profile.type == "person":
        return max((rank(form) for form in forms_of(profile.names)), default=(0, 0, 0, 0))
    name = fullest(profile.names)
    vague = profile.type == "organization" and is_acronym(name) and fold(name) not in known_organizations()
    return int(not vague), 0, 0, 0


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A cluster that a vague name may belong to, by its best link."""

    score: float
    link: str
    vague: str
    fuller: str


class _Joining:
    """The links of a component followed, one kind after the other."""

    def __init__(self, profiles: Sequence[Profile], partition: Partition, constraints: Constraints) -> None:
        self._profiles = {profile.chain: profile for profile in profiles}
        self._fullness = {profile.chain: fullness(profile) for profile in profiles}
        self._partition = partition
        self._undecided: set[str] = set()
        self._printed: dict[str, Counter[str]] = {}
        self._kept_apart = (*constraints.different, *constraints.unsure)

    def follow(self, links: Sequence[Link]) -> None:
        """Join along the links: among equals, from the vaguer to the fuller, and last among the vaguest."""
        ordered = sorted(links, key=lambda link: (-link.score, link.id))
        among_equals, among_vaguest, upward = self._kinds(ordered)
        self._join_all(among_equals)
        for level in sorted(upward, reverse=True):
            self._join_vague(upward[level])
        self._join_all(link for link in among_vaguest if not {link.a, link.b} & self._undecided)

    def _kinds(self, links: Sequence[Link]) -> tuple[list[Link], list[Link], dict[Rank, list[Link]]]:
        among_equals, among_vaguest = [], []
        upward: dict[Rank, list[Link]] = defaultdict(list)
        for link in links:
            one, other = self._fullness[link.a], self._fullness[link.b]
            if one != other and not self._same_body(link):
                upward[min(one, other)].append(link)
            elif max(one, other)[0]:
                among_equals.append(link)
            else:
                among_vaguest.append(link)
        return among_equals, among_vaguest, upward

    def _same_body(self, link: Link) -> bool:
        """Whether two organizations have one name, which one prints in capitals as acronyms are: `Pentagon`, `PENTAGON`."""
        one, other = (self._profiles[end] for end in (link.a, link.b))
        return one.type == other.type == "organization" and compared_organization(one) == compared_organization(other)

    def _join_all(self, links: Iterable[Link]) -> None:
        for link in links:
            if self._partition.may_join(link.a, link.b):
                self._partition.join(link.a, link.b)

    def _join_vague(self, links: Sequence[Link]) -> None:
        """Join each cluster of vague names to the fuller ones that it may be, the one with the best link first."""
        candidates: dict[str, list[_Candidate]] = defaultdict(list)
        for link in links:
            vague, fuller = sorted((link.a, link.b), key=lambda chain: self._fullness[chain])
            candidates[self._partition.root(vague)].append(_Candidate(link.score, link.id, vague, fuller))
        self._printed = self._titles_in_print(one for own in candidates.values() for one in own)
        for own in sorted(candidates.values(), key=lambda own: (-own[0].score, own[0].link)):
            self._join_one(own)

    def _titles_in_print(self, candidates: Iterable[_Candidate]) -> dict[str, Counter[str]]:
        """For each full name that a bare surname may be: in how many documents each title is printed with its cluster."""
        fuller = {one.fuller: self._partition.root(one.fuller) for one in candidates if not self._fullness[one.vague][0]}
        counts = {
            root: Counter(title for chain in self._partition.members[root] for title in all_compared(self._profiles[chain].titles))
            for root in set(fuller.values())
        }
        return {chain: counts[root] for chain, root in fuller.items()}

    def _join_one(self, candidates: Sequence[_Candidate]) -> None:
        """Join a vague cluster to its best candidate, unless that has a rival; one whom its story names besides is a rival too."""
        possible = [one for one in candidates if self._partition.may_join(one.vague, one.fuller)]
        if not possible:
            return
        best = max((one for one in possible if one.score > possible[0].score - MARGIN), key=self._documents)
        besides = [one for one in candidates if self._partition.only_of_one_document(one.vague, one.fuller)]
        near = [one for one in (*possible, *besides) if one.score > best.score - MARGIN]
        if self._has_rival(best, near):
            self._undecided |= set(self._partition.members[self._partition.root(best.vague)])
        else:
            self._partition.join(best.vague, best.fuller)

    def _documents(self, candidate: _Candidate) -> int:
        """In how many documents the candidate has a title of the bare surname's; 0 for other vague names."""
        titles = all_compared(self._profiles[candidate.vague].titles)
        return max((self._printed.get(candidate.fuller, Counter())[title] for title in titles), default=0)

    def _has_rival(self, best: _Candidate, near: Sequence[_Candidate]) -> bool:
        """Whether another cluster is about as good: by its own link, or by what it shares where only a ruling split them."""
        root = self._partition.root(best.fuller)
        outweighed = self._documents(best) / OUTWEIGHED
        if any(self._partition.root(one.fuller) != root and self._documents(one) >= outweighed for one in near):
            return True
        return any(
            self._score(best.vague, other) > best.score - MARGIN
            for pair in self._kept_apart
            for one, other in (pair, pair[::-1])
            if self._partition.root(one) == root and self._partition.may_join(best.vague, other)
        )

    def _score(self, one: str, other: str) -> float:
        """How likely two persons are one, 0 for what is no person."""
        profiles = self._profiles[one], self._profiles[other]
        judgement = judge(*profiles) if {profile.type for profile in profiles} == {"person"} else None
        return judgement[0] if judgement else 0.0


def _entity(chains: Sequence[str], profiles: Mapping[str, Profile], settled: frozenset[str]) -> Entity:
    """The entity that these chains, in order, are; its type is that of most of them, in a tie the first's."""
    members = [profiles[chain] for chain in chains]
    types = Counter(profile.type for profile in members)
    name = display_name(members)
    aliases = sorted({other for profile in members for other in profile.names} - {name})
    review: Review = "machine" if settled.isdisjoint(chains) else "accepted"
    return Entity(chains[0], types.most_common(1)[0][0], name, tuple(aliases), tuple(chains), review)
