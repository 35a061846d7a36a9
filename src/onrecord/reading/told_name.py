"""A name as a network tells it."""

from typing import NamedTuple

from onrecord.core.readings import EntityType


class ToldName(NamedTuple):
    """The words `[first, last)` of a name, by number, and what it names; None where that is no person, organization or place."""

    first: int
    last: int
    type: EntityType | None
