"""Offices as print calls them, what packs call them, and of which states."""

from dataclasses import dataclass
from functools import cache

from onrecord.core.names import fold
from onrecord.knowledge.name_words import known_places
from onrecord.knowledge.people import roles
from onrecord.knowledge.tables import rows


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """A title in print and the roles that packs have for it.

    Whoever holds one that is `alone` holds no other such office; one that is `kept` is by custom printed for life; one that has
    `house` may have the house's name before it.
    """

    title: str
    roles: frozenset[str]
    alone: bool
    kept: bool
    house: bool


@cache
def office_titles() -> dict[str, OfficeTitle]:
    """Printed form of an office in lower case, with its full stops (`sen.`, `state rep.`, `majority leader`) → its title."""
    titles = {
        title: OfficeTitle(title, frozenset(known.split("|")), *(what in how.split() for what in ("alone", "kept", "house")))
        for title, known, how in rows("pack_titles.tsv")
    }
    found = {form: titles[role.role] for form, role in roles().items() if role.kind == "title" and role.role in titles}
    return found | titles


@cache
def alone_in_packs() -> frozenset[str]:
    """The roles in packs of which nobody holds two at a time."""
    return frozenset(role for title in office_titles().values() if title.alone for role in title.roles)


@cache
def pack_words(label: str) -> frozenset[str]:
    """A class of `pack_words.tsv`, in lower case."""
    return frozenset(word for name, words in rows("pack_words.tsv") if name == label for word in words.split())


@cache
def _states() -> dict[str, str]:
    return {fold(name): fold(full) for full, *others in rows("states.tsv") for name in (full, *others)}


def state_named(words: str) -> str:
    """The folded full name of the state that these words are (`Calif.`, `N.J.`, `Texas`), "" where they are none."""
    folded = fold(words)
    return _states().get(known_places().get(folded, folded), "")


def place_named(words: str) -> str:
    """The folded full name of the state or other place that these words are, themselves folded where they are no known place."""
    folded = fold(words)
    return state_named(words) or known_places().get(folded, folded)
