"""A name as a network tells it."""

from typing import NamedTuple

from onrecord.core.readings import EntityType


class ToldName(NamedTuple):
    """The words `[first, last)` of a name, by number, what it names (None where that is no person, organization or place), and how
    likely that is, 0 to 1."""

    first: int
    last: int
    type: EntityType | None
    sure: float = 1.0
