"""Titles as they are compared: which of two people's printed roles are the same one."""

from collections.abc import Iterator
from functools import lru_cache

from onrecord.core.names import fold
from onrecord.knowledge.people import Role, roles

LONGEST_FORM = 4
"""Words in the longest form of `roles.tsv`."""

KIN = "relative"
"""The role of whoever is told by whose wife, son or sister somebody is: of all people, so it is compared with nobody's."""

WOMAN = "mrs."
"""The title of whoever is printed by a surname and `Mrs.`, `Ms.` or the like alone: compared with nobody's, but no man's."""

_SECOND_TO = frozenset({"deputy", "vice", "assistant", "associate"})


@lru_cache(maxsize=1 << 14)
def compared_titles(printed: str) -> frozenset[str]:
    """The roles in a printed title, each in the form it is compared in: `los angeles city councilman` → council member.

    A title without a known role is compared whole; `mr.`, `the woman` and `his wife` are none. A deputy's role is not his chief's.
    """
    words = printed.casefold().split()
    if words[-1:] == [KIN]:
        return frozenset()
    known = list(_known(words))
    if not known:
        return frozenset({fold(printed)} - {""})
    return frozenset(_compared(words, at, role) for at, role in known if role.kind not in ("honorific", "person"))


def _known(words: list[str]) -> Iterator[tuple[int, Role]]:
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + LONGEST_FORM), at, -1)
        end = next((end for end in ends if " ".join(words[at:end]) in roles()), at)
        if end > at:
            yield at, roles()[" ".join(words[at:end])]
        at = max(end, at + 1)


def _compared(words: list[str], at: int, role: Role) -> str:
    """Titles are compared by what they have in common, plain roles (`nurse`, `spokesman`) as they stand."""
    form = role.role if role.kind == "title" else role.form
    rank = next((word for word in words[max(0, at - 1) : at + 1] if word in _SECOND_TO), "")
    return form if not rank or form.startswith(rank) else f"{rank} {form}"


@lru_cache(maxsize=1 << 14)
def all_compared(titles: tuple[str, ...]) -> frozenset[str]:
    """The roles in all of a chain's printed titles."""
    return frozenset(role for title in titles for role in compared_titles(title))


def is_kin(titles: tuple[str, ...]) -> bool:
    """Whether one of a chain's printed titles says whose relative somebody is."""
    return any(title.casefold().split()[-1:] == [KIN] for title in titles)
