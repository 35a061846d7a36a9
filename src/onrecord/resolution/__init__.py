"""Readings, appearances and decisions → what follows from them: entities, utterances, dates. Pure functions, no database.

A document touches blocks (`keys`); a block resolves to links by the entry of RESOLVERS for its kind (`resolve`); what links and
people's rulings join is clustered anew, whole (`cluster_chains`, `cluster_statements`). None of it depends on the order of
arrival. `VERSION` is stamped on what is derived.
"""

from collections.abc import Callable, Mapping, Sequence

from onrecord.core.decisions import Decision
from onrecord.core.resolved import Block, Link
from onrecord.resolution.blocks import keys
from onrecord.resolution.clusters import cluster_chains
from onrecord.resolution.describing import describe
from onrecord.resolution.quoted_words import telling
from onrecord.resolution.utterances import cluster_statements

__all__ = ["RESOLVERS", "VERSION", "cluster_chains", "cluster_statements", "describe", "keys", "resolve", "telling"]

VERSION = "names/1"

Resolver = Callable[[Block], tuple[Link, ...]]

RESOLVERS: Mapping[str, Resolver] = {}
"""The kind before the `:` of a block's key → what finds the links inside such a block."""


def resolve(block: Block, decisions: Sequence[Decision]) -> tuple[Link, ...]:
    """The links inside one block, in order of id; pairs that a person ruled different or unsure have none.

    The targets of `decisions` carry the ids that they have today.
    """
    return ()
