"""How common names are, and which first names may be one person's."""

from functools import cache

from onrecord.knowledge.people import surnames
from onrecord.knowledge.tables import rows

UNLISTED = 1
"""Bearers taken for a given name that the table does not list."""

CENSUS = 100_000
"""Of so many Americans `surname_shares.tsv` tells how many bear a surname."""

UNLISTED_SURNAME = 0.5 / CENSUS
"""The share taken for a surname that neither table lists: half of the least that is listed."""


@cache
def given_counts() -> dict[str, int]:
    """Folded given name → how many American legislators bear it."""
    return {name: int(count) for name, _, count in rows("given_names.tsv")}


@cache
def _people() -> int:
    """How many people the tables count: each has one given name."""
    return sum(given_counts().values())


@cache
def _census_counts() -> dict[str, int]:
    """Folded surname → how many of a hundred thousand Americans bear it."""
    return {name: int(count) for count, names in rows("surname_shares.tsv") for name in names.split()}


def surname_share(*spellings: str) -> float:
    """The share of people who bear a folded surname, the commonest of its spellings (`de avila`, `avila`).

    That among Americans or among their legislators, whichever is more.
    """
    return max((_share_of(name) for name in spellings), default=UNLISTED_SURNAME)


def _share_of(surname: str) -> float:
    return max(_census_counts().get(surname, 0) / CENSUS, surnames().get(surname, 0) / _people(), UNLISTED_SURNAME)


def given_share(name: str) -> float:
    """The share of people who bear a folded given name."""
    return given_counts().get(name, UNLISTED) / _people()


def may_be_short_for(one: str, other: str) -> bool:
    """Whether one of two folded first names is a nickname of the other, whichever is named first."""
    return one in nicknames().get(other, ()) or other in nicknames().get(one, ())


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Folded given name → its nicknames."""
    return {name: frozenset(short.split()) for name, short in rows("nicknames.tsv")}


@cache
def given_names_of() -> dict[str, tuple[str, ...]]:
    """Folded nickname → the given names that it stands for, in order."""
    found: dict[str, list[str]] = {}
    for name, short in sorted(nicknames().items()):
        for nickname in sorted(short):
            found.setdefault(nickname, []).append(name)
    return {nickname: tuple(names) for nickname, names in found.items()}
