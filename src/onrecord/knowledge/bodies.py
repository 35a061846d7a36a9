"""Names of bodies that every town has."""

from functools import cache

from onrecord.knowledge.name_words import known_organizations
from onrecord.knowledge.tables import rows


@cache
def _words() -> frozenset[str]:
    return frozenset(word for row in rows("local_bodies.tsv") for word in row[0].split())


def is_local_body(folded: str) -> bool:
    """Whether a folded name is that of a body of which there are many (`city council`), none of them known by that name alone."""
    return folded not in known_organizations() and all(word in _words() for word in folded.split())
