"""What people ruled of the pairs in a block."""

from collections.abc import Sequence
from itertools import combinations

from onrecord.core.decisions import Decision
from onrecord.core.resolved import Block, Link, link
from onrecord.resolution.rulings import standing

PAIR_RULINGS = ("same", "different", "unsure")
"""Rulings about whether chains are one entity."""


def ruled(block: Block, links: Sequence[Link], decisions: Sequence[Decision]) -> tuple[Link, ...]:
    """The links with those of pairs ruled the same, without those of pairs ruled different or unsure; the latest ruling holds."""
    found = {one.id: one for one in links}
    members = {profile.chain for profile in block.profiles}
    for decision in standing(decisions):
        if decision.ruling in PAIR_RULINGS:
            for a, b in combinations(sorted({target.id for target in decision.about} & members), 2):
                ruling = link(a, b, 1.0, (f"ruled the same by {decision.by}",), (decision.id,))
                found.pop(ruling.id, None)
                if decision.ruling == "same":
                    found[ruling.id] = ruling
    return tuple(found[id_] for id_ in sorted(found))
