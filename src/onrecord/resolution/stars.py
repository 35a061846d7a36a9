"""Linking many that are the same as stars: each to the least of its group, never all pairs."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.core.resolved import Link, Profile, link

Judgement = tuple[float, tuple[str, ...]]
"""A score, 0 to 1, and the reasons for it."""

THRESHOLD = 0.5
"""The least score of a link: as likely as not."""

MOST_CANDIDATES = 8
"""Fuller names among which a short one (a surname with a title, an acronym) is looked for; with more it stays undecided."""


def pair(one: Profile, other: Profile, judge: Callable[[Profile, Profile], Judgement | None]) -> Iterator[Link]:
    """The link between two chains, if they are two and the judgement is worth one."""
    judgement = judge(one, other) if one.chain != other.chain else None
    if judgement and judgement[0] >= THRESHOLD:
        yield link(one.chain, other.chain, *judgement)


def star(group: Sequence[Profile], judge: Callable[[Profile, Profile], Judgement | None]) -> Iterator[Link]:
    """Each chain of a group linked to the one with the least id."""
    if len(group) < 2:
        return
    hub = least(group)
    for member in group:
        yield from pair(hub, member, judge)


def least(group: Iterable[Profile]) -> Profile:
    """The chain with the least id."""
    return min(group, key=lambda profile: profile.chain)


def distinct(links: Iterable[Link]) -> tuple[Link, ...]:
    """Each link once, in order of id."""
    return tuple(sorted({found.id: found for found in links}.values(), key=lambda found: found.id))
