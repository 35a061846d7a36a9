"""Persons of one surname: who may be whom, with reasons, from names, titles and how common a name is."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.core.resolved import Block, Link, Profile
from onrecord.knowledge.name_shares import given_names_of, given_share, surname_share
from onrecord.knowledge.people import given_names
from onrecord.resolution.person_forms import Agreement, FirstName, Form, agreement, forms_of, full, key_forms
from onrecord.resolution.printed_names import given_alone
from onrecord.resolution.stars import MOST_CANDIDATES, Judgement, distinct, least, pair, star
from onrecord.resolution.titles import WOMAN, all_compared, is_kin

PEOPLE_IN_NEWS = 50_000
"""People whom a pile of news may name. With it, 1.4 % of 21,053 names of state legislators are so common that another person of
the name is expected (more than one); 33 % of these are borne by legislators of two states, and 1 % of the others are."""

SAME_TITLE = 1 / 50
"""The share of people in the news who have a given title: of 50,000, some 1,000 are mayors, and as many senators."""

OTHER_TITLE = 2
"""How much likelier another person of the name is where both have a title in print and none in common (a mayor and a student of one
name): nearly all pairs of two people have none, of one person's stories about half."""

SAME_MIDDLE = 1 / 20
"""The share of people with a given middle initial."""

SAME_INITIAL = 1 / 20
"""The share of people with a given first initial."""

CEILINGS: dict[FirstName, tuple[float, float]] = {
    "same": (0.97, 0.99),
    "nickname": (0.90, 0.95),
    "initial": (0.85, 0.92),
    "absent": (0.0, 0.90),
}
"""The score where nobody else of the name is expected, without and with a title in common: in order of how much the forms say.
A surname alone joins nobody by itself: it takes a title beside it, or somebody who is known by it (LONE_SURNAME)."""

PART_OF_SURNAME = (0.5, 0.8)
"""What is left of the score where only the last part of the surname is the same (`Rao`, `Tennant-Rao`; `Ávila`, `de Ávila`),
without and with a title in common: without one, less than a link takes."""

LACKING_SUFFIX = (0.0, 0.8)
"""What is left of the score where only one has a `Jr.`, without and with a title in common: a father and a son share all else."""

TWO_INITIALS = (0.0, 0.8)
"""What is left where one is called by two initials and the other by a given name alone (`J.R. Quill`, `Janet Quill`), likewise."""

LONE_SURNAME = 0.85
"""The score of a rare surname alone, without a title, and the one person who is known by it, where nobody else is expected."""

KNOWN = 5
"""Whoever is known by a surname is named in full in so many documents: papers use it alone of those whom everybody knows."""

KNOWN_BEFORE = 10
"""And everybody else of the surname in no more than a tenth of them. So 42 surnames alone of PolNeAR's train stories find a person,
each the right one."""

SAME_COMPANY = 1 / 50
"""The share of people in the news who are named beside somebody of a given surname, as a title's is."""


def link_persons(block: Block) -> tuple[Link, ...]:
    """The links among persons found by one surname, in order of id.

    Chains of one name are linked as stars, by title where they have one; a vaguer name (a nickname, an initial, a surname with
    a title) to the least chain of each fuller name that it may be; a rare surname without a title to whoever is known by it; a
    given name alone to those of the surname.
    """
    groups = _groups(block)
    links = [*_same_names(groups), *_fuller_names(groups), *_bare_surnames(groups), *_lone_surnames(groups)]
    return distinct([*links, *_given_names_alone(block, groups)])


def judge(one: Profile, other: Profile) -> Judgement | None:
    """How likely two chains are one person, with reasons, or None where they cannot be.

    Two chains of one document are two persons: the reader had the whole text before it and kept them apart. The score is
    ceiling / (1 + others), others being how many more people in the news are expected to fit what the two have in common.
    """
    if one.document == other.document:
        return None
    shared = sorted(all_compared(one.titles) & all_compared(other.titles))
    apart = bool(all_compared(one.titles) and all_compared(other.titles)) and not shared
    found = [
        _score(a, b, common, shared, apart=apart)
        for a in forms_of(one.names)
        for b in forms_of(other.names)
        if (common := agreement(a, b))
    ]
    return max(found, default=None)


def _score(one: Form, other: Form, common: Agreement, titles: Sequence[str], *, apart: bool) -> Judgement:
    others = _expected_others(one, other, common) * (SAME_TITLE if titles else OTHER_TITLE if apart else 1)
    ceiling = CEILINGS[common.first][bool(titles)]
    ceiling *= 1 if common.whole_surname else PART_OF_SURNAME[bool(titles)]
    ceiling *= 1 if common.suffix else LACKING_SUFFIX[bool(titles)]
    ceiling *= TWO_INITIALS[bool(titles)] if _initials_alone(one, other) or _initials_alone(other, one) else 1
    return round(ceiling / (1 + others), 4), tuple(_reasons(one, other, common, titles, others))


def _initials_alone(one: Form, other: Form) -> bool:
    """Whether one has two initials and the other a given name without a middle one."""
    return len(one.first) == 1 and bool(one.middle) and len(other.first) > 1 and not other.middle


def _expected_others(one: Form, other: Form, common: Agreement) -> float:
    """How many more people in the news are expected to share what the two forms have in common."""
    share = surname_share(one.spelled, other.spelled)
    if common.first == "same":
        share *= given_share(one.first)
    elif common.first == "nickname":
        share *= given_share(one.first) + given_share(other.first)
    elif common.first == "initial":
        share *= SAME_INITIAL
    elif not one.first and not other.first:
        share = max(share, given_share(one.spelled))
    return PEOPLE_IN_NEWS * share * (SAME_MIDDLE if common.middle else 1)


def _reasons(one: Form, other: Form, common: Agreement, titles: Sequence[str], others: float) -> Iterator[str]:
    if common.first == "same":
        yield "same first name and surname" if common.whole_surname else "same first name, last part of the surname in common"
    else:
        yield "same surname" if common.whole_surname else "last part of the surname in common"
    if common.first == "nickname":
        yield (
            f"{one.first} and {other.first} may be one first name"
            if one < other
            else (f"{other.first} and {one.first} may be one first name")
        )
    if common.first == "initial":
        yield f"first initial {one.first[0]} in common"
    if common.middle:
        yield "middle name or initial in common"
    if one.suffix or other.suffix:
        yield f"both {one.suffix}" if common.suffix else f"{one.suffix or other.suffix} in one alone"
    yield from (f"both {title}" for title in titles)
    if others >= 1:
        yield "common name"
    elif others < 0.1:
        yield "rare name" if not titles else "rare name and title"


@dataclass
class _Group:
    """The chains of one form, and those of each title among them."""

    form: Form
    members: list[Profile] = field(default_factory=list)
    by_title: dict[str, list[Profile]] = field(default_factory=lambda: defaultdict(list))


def _groups(block: Block) -> dict[Form, _Group]:
    """The chains of a block by form, forms in order."""
    key = block.key.partition(":")[2]
    groups: dict[Form, _Group] = {}
    for profile in sorted(block.profiles, key=lambda profile: profile.chain):
        for form in key_forms(profile, key):
            group = groups.setdefault(form, _Group(form))
            group.members.append(profile)
            for title in sorted(all_compared(profile.titles)):
                group.by_title[title].append(profile)
    return {form: groups[form] for form in sorted(groups)}


def _same_names(groups: dict[Form, _Group]) -> Iterator[Link]:
    """Chains of one form: those of one title to the least of them; the least of each title and the untitled to the least of all."""
    for group in groups.values():
        if group.form.first:
            for titled in group.by_title.values():
                yield from star(titled, judge)
            hubs = {least(titled).chain for titled in group.by_title.values()}
            yield from star([one for one in group.members if one.chain in hubs or not all_compared(one.titles)], judge)


def _fuller_names(groups: dict[Form, _Group]) -> Iterator[Link]:
    """A form's chains to those of each fuller form that it may be."""
    found_by: dict[str, list[Form]] = defaultdict(list)
    for form in groups:
        for sketch in _sketches(form):
            found_by[sketch].append(form)
    for form in groups:
        found = {other for sketch in _sketches_of_fuller(form) for other in found_by.get(sketch, ())}
        fuller = sorted(other for other in found if other != form and form.suffix in ("", other.suffix) and agreement(form, other))
        for other in _of_one_suffix(form, fuller):
            yield from _between(groups[form], groups[other])


def _of_one_suffix(form: Form, fuller: Sequence[Form]) -> Sequence[Form]:
    """The fuller forms without those that have a suffix which the form lacks, where they have several: father and son."""
    several = len({other.suffix for other in fuller} - {""}) > 1
    return [other for other in fuller if other.suffix == form.suffix] if several else fuller


def _sketches(form: Form) -> frozenset[str]:
    """What a form with a first name is found by: first name or initial, alone and with middle name or initial."""
    firsts = {form.first, form.first[:1]} - {""}
    return frozenset(sketch for first in firsts for sketch in (first, *(f"{first} {m}" for m in {form.middle, form.middle[:1]})))


def _sketches_of_fuller(form: Form) -> Iterator[str]:
    """What the forms that are fuller are found by. Only a form without a middle name looks through all of a first name."""
    if form.first:
        yield form.first if not form.middle else f"{form.first} {form.middle}"
    if len(form.first) == 1 and len(form.middle) == 1:
        yield f"{form.first} "
    for name in given_names_of().get(form.first, ()):
        yield from (name,) if not form.middle else (f"{name} ", f"{name} {form.middle}")


def _between(vague: _Group, fuller: _Group) -> Iterator[Link]:
    """The least chains of two forms, and of each title that both have."""
    yield from pair(least(vague.members), least(fuller.members), judge)
    for title in sorted(vague.by_title.keys() & fuller.by_title.keys()):
        yield from pair(least(vague.by_title[title]), least(fuller.by_title[title]), judge)


def _bare_surnames(groups: dict[Form, _Group]) -> Iterator[Link]:
    """Each chain of a surname alone to the least chain of each full name that has its title, and to its own kind's."""
    fuller: dict[str, list[_Group]] = defaultdict(list)
    for group in groups.values():
        if group.form.first:
            for title in group.by_title:
                fuller[title].append(group)
    for group in groups.values():
        for title, members in () if group.form.first else group.by_title.items():
            hubs = [least(other.by_title[title]) for other in fuller.get(title, ()) if agreement(group.form, other.form)]
            if len(hubs) <= MOST_CANDIDATES:
                yield from star(members, judge)
                yield from (found for member in members for hub in hubs for found in pair(member, hub, judge))


def _lone_surnames(groups: dict[Form, _Group]) -> Iterator[Link]:
    """Each chain of a surname alone, without a title, to a chain of whoever is known by it."""
    known = _known(groups)
    for group in groups.values():
        if known and not group.form.first and agreement(group.form, known.form):
            for member in group.members:
                if not all_compared(member.titles) and not (WOMAN in member.titles and given_names().get(known.form.first) == "m"):
                    yield from _elsewhere(member, known.members, _judge_lone)


def _known(groups: dict[Form, _Group]) -> _Group | None:
    """The full name of a block that is printed most, if whoever may have it is known by the surname, else None."""
    documents = {form: {one.document for one in group.members} for form, group in groups.items() if full(form)}
    if not documents:
        return None
    most = min(documents, key=lambda form: (-len(documents[form]), form))
    named = set().union(*(own for form, own in documents.items() if agreement(most, form)))
    others = max((len(own) for form, own in documents.items() if not agreement(most, form)), default=0)
    return groups[most] if len(named) >= max(KNOWN, KNOWN_BEFORE * others) else None


def _elsewhere(one: Profile, others: Sequence[Profile], judge_pair: Callable[[Profile, Profile], Judgement]) -> Iterator[Link]:
    """The link to the least of the others, which are in order, that stands in another document."""
    other = next((other for other in others if other.document != one.document), one)
    return pair(one, other, judge_pair)


def _judge_lone(one: Profile, other: Profile) -> Judgement:
    share = max(surname_share(a.spelled, b.spelled) for a in forms_of(one.names) for b in forms_of(other.names) if agreement(a, b))
    score = LONE_SURNAME / (1 + PEOPLE_IN_NEWS * share)
    return round(score, 4), ("same surname", "rare surname", "nobody else of it is named a tenth as often")


def _given_names_alone(block: Block, groups: dict[Form, _Group]) -> Iterator[Link]:
    """Each given name alone, of a story that names the surname, to a chain of each full name that it may be."""
    key = block.key.partition(":")[2]
    by_first: dict[str, list[_Group]] = defaultdict(list)
    for group in groups.values():
        if len(group.form.middle) < 2:
            by_first[group.form.first].append(group)
    for profile in sorted(block.profiles, key=lambda profile: profile.chain):
        given = "" if key_forms(profile, key) else given_alone(profile.names)
        for group in by_first.get(given, ()) if given else ():
            yield from _elsewhere(profile, group.members, _judge_given)


def _judge_given(one: Profile, other: Profile) -> Judgement:
    others = PEOPLE_IN_NEWS * given_share(given_alone(one.names) or given_alone(other.names)) * SAME_COMPANY
    kin = is_kin(one.titles)
    score = CEILINGS["absent"][1] / (1 + others * (SAME_TITLE if kin else 1))
    reasons = ("same first name, alone in one story", "named beside somebody of the surname")
    return round(score, 4), (*reasons, "told by a relative") if kin else reasons
