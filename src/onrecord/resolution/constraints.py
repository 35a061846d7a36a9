"""People's rulings on chains as hard constraints: who is one, who is not, and which rulings contradict each other."""

from collections import deque
from collections.abc import Collection, Sequence
from itertools import combinations

from onrecord.core.decisions import Decision
from onrecord.core.faults import Fault
from onrecord.core.resolved import PlacedRuling
from onrecord.resolution.ruled_links import PAIR_RULINGS
from onrecord.resolution.rulings import named, short_words, standing

Pair = tuple[str, str]


class Constraints:
    """What holds between chains: pairs ruled `same`, `different` or `unsure`, each with its ruling, and contradictions."""

    def __init__(self) -> None:
        self.same: list[Pair] = []
        self.different: list[Pair] = []
        self.unsure: list[Pair] = []
        self.faults: set[Fault] = set()
        self.ruling_on: dict[Pair, Decision] = {}
        self._neighbours: dict[str, list[str]] = {}
        self._root: dict[str, str] = {}

    @property
    def settled(self) -> frozenset[str]:
        """The chains of which a person has said whose they are, or whose not."""
        return frozenset(chain for pair in (*self.same, *self.different) for chain in pair)

    def hold(self, pair: Pair, decision: Decision) -> None:
        """Let a ruling hold of a pair."""
        self.ruling_on[pair] = decision
        if decision.ruling == "same":
            self.same.append(pair)
            self._root[self.root(pair[0])] = self.root(pair[1])
            for one, other in (pair, pair[::-1]):
                self._neighbours.setdefault(one, []).append(other)
        else:
            (self.different if decision.ruling == "different" else self.unsure).append(pair)

    def root(self, chain: str) -> str:
        """The chain that stands for all that rulings make one with this one."""
        while (above := self._root.get(chain, chain)) != chain:
            self._root[chain] = chain = self._root.get(above, above)
        return chain

    def path(self, one: str, other: str) -> tuple[Decision, ...]:
        """The rulings `same` that lead from one chain to another that they make one with it, the fewest."""
        ways: dict[str, tuple[Decision, ...]] = {one: ()}
        waiting = deque([one])
        while other not in ways:
            chain = waiting.popleft()
            for to in self._neighbours[chain]:
                if to not in ways:
                    low, high = sorted((chain, to))
                    ways[to] = (*ways[chain], self.ruling_on[low, high])
                    waiting.append(to)
        return ways[other]


def weigh(rulings: Sequence[PlacedRuling], chains: Collection[str]) -> Constraints:
    """The constraints among chains, from the rulings that stand, the latest first: what they leave open the one before may say.

    `rulings` are all that name one of the chains, with those that follow or undo them.

    A ruling that contradicts later ones, by itself or through what they imply, does not hold and is a fault that names them all.
    """
    places = {ruling.decision.id: ruling.members for ruling in rulings}
    constraints = Constraints()
    for decision in reversed(standing(ruling.decision for ruling in rulings)):
        members = sorted({member for member in places[decision.id] if member and member in chains})
        if decision.ruling in PAIR_RULINGS:
            for pair in combinations(members, 2):
                _weigh(constraints, pair, decision)
    return constraints


def _weigh(constraints: Constraints, pair: Pair, decision: Decision) -> None:
    against = _contradicting(constraints, pair, decision)
    if against:
        constraints.faults.add(_contradiction(decision, against))
    elif pair not in constraints.ruling_on:
        constraints.hold(pair, decision)


def _contradicting(constraints: Constraints, pair: Pair, decision: Decision) -> tuple[Decision, ...]:
    """The later rulings, fewest, that say otherwise of a pair: of the pair itself, or by what they imply together."""
    later = constraints.ruling_on.get(pair)
    if later:
        return () if later.ruling == decision.ruling else (later,)
    if decision.ruling == "different" and constraints.root(pair[0]) == constraints.root(pair[1]):
        return constraints.path(*pair)
    return _kept_apart(constraints, pair) if decision.ruling == "same" else ()


def _kept_apart(constraints: Constraints, pair: Pair) -> tuple[Decision, ...]:
    """The rulings by which a pair is two: a `different`, and what makes its two the two of the pair."""
    roots = tuple(map(constraints.root, pair))
    for apart in constraints.different:
        for one, other in (apart, apart[::-1]):
            if roots == (constraints.root(one), constraints.root(other)):
                return (constraints.ruling_on[apart], *constraints.path(pair[0], one), *constraints.path(pair[1], other))
    return ()


def _contradiction(earlier: Decision, later: Sequence[Decision]) -> Fault:
    who = " and ".join(short_words(target.words) for target in earlier.about)
    others = " and ".join(f"{named(one)} “{one.ruling}”" for one in dict.fromkeys(later))
    holds = "the later holds: undo one of them" if len(later) == 1 else "taken together they say otherwise and hold: undo one"
    return Fault(named(earlier), f"rules “{earlier.ruling}” on {who}, but {others}; {holds}")
