"""Persons of one common name who are named beside the same two people of rare names: what joins them but the name."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import merge
from itertools import combinations, islice

from onrecord.core.readings import Reading
from onrecord.core.resolved import Block, Link, Profile
from onrecord.knowledge.name_shares import given_share, surname_share
from onrecord.resolution.person_forms import Form, agreement, forms_of, full
from onrecord.resolution.persons import CEILINGS, PEOPLE_IN_NEWS, SAME_COMPANY
from onrecord.resolution.stars import THRESHOLD, Judgement, distinct, star
from onrecord.resolution.titles import all_compared

RARE = 0.1
"""Fewer others of the name than this are expected among the people in the news: whoever else has it is the same person."""

NEAREST = 12
"""Persons of rare names, nearest to somebody of a common one, who count as named beside them: the rest of a long list do not."""

MOST_DOCUMENTS = 8
"""Two who are named beside common names in more documents than this are named everywhere, and tell nothing of anybody."""


def company(reading: Reading, names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """For each person of a common name, the pairs of those of rare names whom the document names nearest to them, folded."""
    starts = {chain.id: chain.first.start for chain in reading.chains if chain.type == "person"}
    common = [chain for chain in starts if any(map(_is_common, forms_of(names[chain])))]
    if not common:
        return {}
    rare = {chain: form for chain in starts for form in forms_of(names[chain])[:1] if _is_rare(form)}
    in_order = sorted((starts[other], other) for other in rare)
    found: dict[str, tuple[str, ...]] = {}
    for chain in common:
        surnames = {form.last for form in forms_of(names[chain])}
        others = (other for other in _outward(in_order, starts[chain]) if rare[other].last not in surnames)
        near = sorted({f"{rare[other].first} {rare[other].spelled}" for other in islice(others, NEAREST)})
        found[chain] = tuple(f"{one} and {other}" for one, other in combinations(near, 2))
    return found


def _outward(in_order: Sequence[tuple[int, str]], start: int) -> Iterator[str]:
    """The chains, the nearest to a place first, given where each stands in order."""
    at = bisect_left(in_order, (start,))
    before = ((start - there, chain) for there, chain in map(in_order.__getitem__, range(at - 1, -1, -1)))
    after = ((there - start, chain) for there, chain in map(in_order.__getitem__, range(at, len(in_order))))
    return (chain for _, chain in merge(before, after))


def link_company(block: Block) -> tuple[Link, ...]:
    """The links among those of one name whom a block gathers beside two people, in order of id: a star for each name.

    The key's names are those people's. None where the two are named beside common names in many documents.
    """
    beside = block.key.partition(":")[2]
    if len({profile.document for profile in block.profiles}) > MOST_DOCUMENTS:
        return ()

    def judge(one: Profile, other: Profile) -> Judgement | None:
        return _judge(one, other, beside)

    called: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in sorted(block.profiles, key=lambda profile: profile.chain):
        for name in sorted({(form.first, form.surname) for form in forms_of(profile.names) if _is_common(form)}):
            called[name].append(profile)
    return distinct(link for name in sorted(called) for link in star(called[name], judge))


def _judge(one: Profile, other: Profile, beside: str) -> Judgement | None:
    """How likely two of one name are one person whom a document each names beside the same two."""
    titles = all_compared(one.titles), all_compared(other.titles)
    if one.document == other.document or (all(titles) and titles[0].isdisjoint(titles[1])):
        return None
    agreeing = [(a, b) for a in forms_of(one.names) for b in forms_of(other.names) if _is_one_name(a, b)]
    if not agreeing:
        return None
    others = min(_expected(a) for a, _ in agreeing) * SAME_COMPANY
    printed = " and ".join(name.title() for name in beside.split(" and "))
    reasons = ("same first name and surname", "common name", f"both named beside {printed}")
    return round(CEILINGS["same"][0] / (1 + others), 4), reasons


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
