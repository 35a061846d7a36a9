"""Clusters in the making: which members are together, and which may not be."""

from collections.abc import Sequence
from typing import TypeVar

from onrecord.core.resolved import Profile
from onrecord.resolution.person_forms import Form, clash, forms_of

T = TypeVar("T")


class Partition:
    """A partition of chains, joined step by step under constraints that are never broken.

    Two clusters may be joined unless a ruling keeps two of their members apart; persons besides unless the two share a
    document, or have names that cannot be one person's. What rulings joined may be joined to any of its names.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.members = {profile.chain: [profile.chain] for profile in profiles}
        self._root = {chain: chain for chain in self.members}
        self._apart: dict[str, set[str]] = {}
        self._documents: dict[str, set[str]] = {}
        self._forms: dict[str, set[Form]] = {}
        self._excused: set[frozenset[Form]] = set()
        for profile in profiles:
            if profile.type == "person":
                self._documents[profile.chain] = {profile.document}
                self._forms[profile.chain] = set(forms_of(profile.names))

    def root(self, chain: str) -> str:
        """The member that stands for a chain's cluster for now."""
        while self._root[chain] != chain:
            self._root[chain] = self._root[self._root[chain]]
            chain = self._root[chain]
        return chain

    def join(self, one: str, other: str) -> None:
        """Put the clusters of two chains together, whatever speaks against it."""
        small, large = sorted((self.root(one), self.root(other)), key=lambda root: (len(self.members[root]), root))
        if small == large:
            return
        self._root[small] = large
        self.members[large] += self.members.pop(small)
        _merge(self._documents, small, large)
        _merge(self._forms, small, large)
        for root in self._apart.pop(small, set()):
            self._apart[root].discard(small)
            self.keep_apart(root, large)

    def keep_apart(self, one: str, other: str) -> None:
        """Forbid that the clusters of two chains be joined, unless they are together already."""
        one, other = self.root(one), self.root(other)
        if one != other:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def excuse(self) -> None:
        """Let the names that stand together in a cluster now stand together anywhere."""
        for forms in self._forms.values():
            for one in forms:
                self._excused |= {frozenset((one, other)) for other in forms if clash(one, other)}

    def may_join(self, one: str, other: str) -> bool:
        """Whether nothing speaks against joining the clusters of two chains, which are two."""
        one, other = self.root(one), self.root(other)
        if one == other or other in self._apart.get(one, ()):
            return False
        return self._documents_differ(one, other) and not self._names_clash(one, other)

    def only_of_one_document(self, one: str, other: str) -> bool:
        """Whether nothing but a document that has both speaks against joining the clusters of two chains, which are two."""
        one, other = self.root(one), self.root(other)
        apart = one == other or other in self._apart.get(one, ()) or self._names_clash(one, other)
        return not apart and not self._documents_differ(one, other)

    def _documents_differ(self, one: str, other: str) -> bool:
        small, large = sorted((self._documents.get(one, set()), self._documents.get(other, set())), key=len)
        return large.isdisjoint(small)

    def _names_clash(self, one: str, other: str) -> bool:
        return any(
            clash(a, b) and frozenset((a, b)) not in self._excused
            for a in self._forms.get(one, ())
            for b in self._forms.get(other, ())
            if a != b
        )


def _merge(sets: dict[str, set[T]], small: str, large: str) -> None:
    """Give one member's set to another, the smaller set moved into the larger."""
    less, more = sorted((sets.pop(small, set()), sets.pop(large, set())), key=len)
    more |= less
    sets[large] = more
