"""Persons of one common name with the same surroundings: who is named beside them, at which place, in which weeks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from heapq import merge
from itertools import combinations, islice

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.readings import Reading
from onrecord.core.resolved import Block, Link, Profile
from onrecord.knowledge.name_shares import given_share, surname_share
from onrecord.knowledge.name_words import known_places
from onrecord.resolution.person_forms import Form, agreement, forms_of, full
from onrecord.resolution.persons import CEILINGS, PEOPLE_IN_NEWS, SAME_COMPANY
from onrecord.resolution.printed_names import folded_place, fullest
from onrecord.resolution.stars import THRESHOLD, Judgement, distinct, star
from onrecord.resolution.titles import all_compared

RARE = 0.1
"""Fewer others of the name than this are expected among the people in the news: whoever else has it is the same person."""

NEAREST = 12
"""Persons of rare names, nearest to somebody of a common one, who count as named beside them: the rest of a long list do not."""

NEAREST_PLACES = 6
"""Places nearest to somebody of a common name that count."""

WEEKS = 4
"""Weeks within which stories of the same surroundings are about the same: windows of so many begin every second week."""

MOST_DOCUMENTS = 8
"""Two who are named beside common names in more documents than this are named everywhere, and tell nothing of anybody."""

_PARTED = "|"


def company(reading: Reading, names: Mapping[str, tuple[str, ...]], published: Date = UNKNOWN_DATE) -> dict[str, tuple[str, ...]]:
    """For each person of a common name, the blocks of what surrounds it in a document published then.

    `beside:` with each pair of the people of rare names whom the document names nearest; `at:` with each of these and each of the
    nearest places that are not known by name everywhere; `around:` with each of these and the first day of each window of weeks.
    """
    starts = {chain.id: chain.first.start for chain in reading.chains if chain.type == "person"}
    common = [chain for chain in starts if any(map(_is_common, forms_of(names[chain])))]
    if not common:
        return {}
    rare = {chain: form for chain in starts for form in forms_of(names[chain])[:1] if _is_rare(form)}
    places = _places(reading, names)
    people_in_order = sorted((starts[other], other) for other in rare)
    places_in_order = sorted((start, place) for place, start in places.items())
    found: dict[str, tuple[str, ...]] = {}
    for chain in common:
        surnames = {form.last for form in forms_of(names[chain])}
        others = (other for other in _outward(people_in_order, starts[chain]) if rare[other].last not in surnames)
        people = sorted({f"{rare[other].first} {rare[other].spelled}" for other in islice(others, NEAREST)})
        where = sorted(islice(_outward(places_in_order, starts[chain]), NEAREST_PLACES))
        found[chain] = (
            *(f"beside:{one} and {other}" for one, other in combinations(people, 2)),
            *(f"at:{one}{_PARTED}{place}" for one in people for place in where),
            *(f"around:{one}{_PARTED}{window}" for one in people for window in _windows(published)),
        )
    return found


def _outward(in_order: Sequence[tuple[int, str]], start: int) -> Iterator[str]:
    """What stands in a text, the nearest to a place first, given where each stands in order."""
    at = bisect_left(in_order, (start,))
    before = ((start - there, each) for there, each in map(in_order.__getitem__, range(at - 1, -1, -1)))
    after = ((there - start, each) for there, each in map(in_order.__getitem__, range(at, len(in_order))))
    return (each for _, each in merge(before, after))


def _places(reading: Reading, names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """The folded places of a document and where each stands first, without those that are known by name: everybody is there."""
    found: dict[str, int] = {}
    for chain in reading.chains:
        place = folded_place(fullest(names[chain.id])) if chain.type == "place" and chain.name else ""
        if place and place not in known_places() and place not in known_places().values():
            found.setdefault(place, chain.first.start)
    return found


def _windows(published: Date) -> Iterator[str]:
    """The first days of the windows that hold a known day; whatever came out within half of one is together in one."""
    if published.exact and published.earliest:
        step = WEEKS * 7 // 2
        last = date.fromisoformat(published.earliest).toordinal() // step * step
        yield from (date.fromordinal(first).isoformat() for first in (last - step, last))


def link_company(block: Block) -> tuple[Link, ...]:
    """The links among those of one name whom a block gathers by their surroundings, in order of id: a star for each name.

    None where what surrounds them stands beside common names in many documents. The same weeks join only those who both have a
    title in print or both none: a senator who has the name of somebody long dead is told by his.
    """
    if len({profile.document for profile in block.profiles}) > MOST_DOCUMENTS:
        return ()
    kind, _, of = block.key.partition(":")
    shared = _SHARED[kind](of)

    def judge(one: Profile, other: Profile) -> Judgement | None:
        titles = all_compared(one.titles), all_compared(other.titles)
        return None if kind == "around" and all(titles) != any(titles) else _judge(one, other, shared)

    called: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in sorted(block.profiles, key=lambda profile: profile.chain):
        for name in sorted({(form.first, form.surname) for form in forms_of(profile.names) if _is_common(form)}):
            called[name].append(profile)
    return distinct(link for name in sorted(called) for link in star(called[name], judge))


def _beside(of: str) -> str:
    return f"both named beside {' and '.join(name.title() for name in of.split(' and '))}"


def _at(of: str) -> str:
    companion, _, place = of.partition(_PARTED)
    return f"both named beside {companion.title()}, and near {place.title()}"


def _around(of: str) -> str:
    companion, _, first = of.partition(_PARTED)
    last = date.fromisoformat(first) + timedelta(weeks=WEEKS, days=-1)
    return f"both named beside {companion.title()}, in stories of {first} to {last.isoformat()}"


_SHARED: Mapping[str, Callable[[str], str]] = {"beside": _beside, "at": _at, "around": _around}
"""The kind of a block → what its members have in common, in words."""


def _judge(one: Profile, other: Profile, shared: str) -> Judgement | None:
    """How likely two of one name are one person whom a document each has in the same surroundings."""
    titles = all_compared(one.titles), all_compared(other.titles)
    if one.document == other.document or (all(titles) and titles[0].isdisjoint(titles[1])):
        return None
    agreeing = [(a, b) for a in forms_of(one.names) for b in forms_of(other.names) if _is_one_name(a, b)]
    if not agreeing:
        return None
    others = min(_expected(a) for a, _ in agreeing) * SAME_COMPANY
    return round(CEILINGS["same"][0] / (1 + others), 4), ("same first name and surname", "common name", shared)


def _is_one_name(one: Form, other: Form) -> bool:
    """Whether two forms say the same: a middle initial in one alone is often there to tell its bearer from the other."""
    found = agreement(one, other)
    same = found is not None and found.first == "same" and found.whole_surname and found.suffix
    return same and bool(one.middle) == bool(other.middle)


@lru_cache(maxsize=1 << 16)
def _expected(form: Form) -> float:
    """How many more people in the news are expected to have the name."""
    return PEOPLE_IN_NEWS * surname_share(form.spelled, form.spelled) * given_share(form.first)


def _is_common(form: Form) -> bool:
    """Whether the name alone joins nobody."""
    return full(form) and bool(form.last) and CEILINGS["same"][0] / (1 + _expected(form)) < THRESHOLD


def _is_rare(form: Form) -> bool:
    return full(form) and bool(form.last) and _expected(form) < RARE
