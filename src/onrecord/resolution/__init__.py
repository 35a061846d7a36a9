"""Readings, appearances and decisions → what follows from them: entities, utterances, tenures, dates. Pure functions, no database.

A document touches blocks (`keys`); a block resolves to links by the entry of RESOLVERS for its kind (`resolve`); what links and
people's rulings join is clustered anew, whole (`cluster_chains`, `cluster_statements`); `tenures_of` one person follows from all
that is told of their offices. None of it depends on the order of
arrival. `VERSION` is stamped on what is derived.
"""

from collections.abc import Callable, Mapping, Sequence

from onrecord.core.decisions import Decision
from onrecord.core.resolved import Block, Link
from onrecord.resolution.blocks import keys
from onrecord.resolution.bodies_and_places import link_organizations, link_places, linked_to_the_least
from onrecord.resolution.clusters import cluster_chains
from onrecord.resolution.company import link_company
from onrecord.resolution.dating import appearance_date, published
from onrecord.resolution.describing import describe
from onrecord.resolution.display_names import full_names
from onrecord.resolution.persons import link_persons
from onrecord.resolution.quoted_words import telling
from onrecord.resolution.ruled_links import ruled
from onrecord.resolution.tellings import link_tellings
from onrecord.resolution.tenures import tenures_of
from onrecord.resolution.utterances import cluster_statements

__all__ = [
    "RESOLVERS",
    "VERSION",
    "appearance_date",
    "cluster_chains",
    "cluster_statements",
    "describe",
    "full_names",
    "keys",
    "linked_to_the_least",
    "published",
    "resolve",
    "telling",
    "tenures_of",
]

VERSION = "names/10"

Resolver = Callable[[Block], tuple[Link, ...]]

RESOLVERS: Mapping[str, Resolver] = {
    "person": link_persons,
    "organization": link_organizations,
    "place": link_places,
    "beside": link_company,
    "at": link_company,
    "around": link_company,
    "words": link_tellings,
}
"""The kind before the `:` of a block's key → what finds the links inside such a block."""


def resolve(block: Block, decisions: Sequence[Decision]) -> tuple[Link, ...]:
    """The links inside one block, in order of id: what its members have in common, then what people ruled of them.

    The targets of `decisions` carry the ids that they have today. A pair ruled the same has a link that names the decision; one
    ruled different or unsure has none. Near-linear in the block's members.
    """
    return ruled(block, RESOLVERS[block.key.partition(":")[0]](block), decisions)
