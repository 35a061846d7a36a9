"""Organizations and places of one name: who may be whom."""

from collections.abc import Callable, Iterable, Iterator

from onrecord.core.resolved import Block, Link, Profile
from onrecord.knowledge.bodies import is_local_body
from onrecord.resolution.printed_names import acronyms, folded_organization, folded_place, fullest
from onrecord.resolution.stars import MOST_CANDIDATES, Judgement, distinct, least, pair, star

SAME_NAME: Judgement = (0.95, ("same name",))
SAME_PLACE: Judgement = (0.9, ("same name",))
"""Less than an organization's: towns share names more often than organizations do."""


def link_organizations(block: Block) -> tuple[Link, ...]:
    """The links among organizations found by one folded name or acronym, in order of id.

    Those of one name are a star; those printed by the acronym alone are linked to the least of each name that was printed
    with it. A body that every town has (`City Council`) is linked to none.
    """
    key = block.key.partition(":")[2]
    if is_local_body(key):
        return ()
    named: dict[str, list[Profile]] = {}
    for profile in sorted(block.profiles, key=lambda profile: profile.chain):
        named.setdefault(compared_organization(profile), []).append(profile)
    bare = named.pop(key, [])
    hubs = [least(group) for name, group in sorted(named.items()) if not is_local_body(name)]
    if len(hubs) > MOST_CANDIDATES:
        return ()
    return distinct([*star(bare, _same_name), *_expanded(key, bare, hubs)])


def linked_to_the_least(key: str, printed: Callable[[], Iterable[tuple[str, ...]]]) -> bool:
    """Whether in a block of this key, whose chains print these names, every chain is linked to the least and to no other.

    Then those that are new can be compared with the least alone. `printed` is asked for only where it matters.
    """
    kind, _, name = key.partition(":")
    if kind == "organization":
        return not is_local_body(name) and all(folded_organization(fullest(names)) == name for names in printed())
    return kind == "place"


def compared_organization(profile: Profile) -> str:
    """The folded name that an organization's chain is compared by."""
    return folded_organization(fullest(profile.names))


def _same_name(_one: Profile, _other: Profile) -> Judgement:
    return SAME_NAME


def _expanded(acronym: str, bare: list[Profile], hubs: list[Profile]) -> Iterator[Link]:
    def judge(one: Profile, other: Profile) -> Judgement | None:
        expanded = [name for name in (one, other) if acronym in acronyms(name.names)]
        return (0.85, (f"{acronym.upper()} stands for {fullest(expanded[0].names)}",)) if expanded else None

    for hub in hubs:
        for chain in bare:
            yield from pair(hub, chain, judge)


def link_places(block: Block) -> tuple[Link, ...]:
    """The links among places of one folded name, in order of id: a star."""
    return distinct(star(block.profiles, lambda _one, _other: SAME_PLACE))


def compared_place(profile: Profile) -> str:
    """The folded name that a place's chain is compared by."""
    return folded_place(fullest(profile.names))
