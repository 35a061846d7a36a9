"""Persons' names as forms, and what two forms have in common."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.core.resolved import Profile
from onrecord.knowledge.name_order import person_parts
from onrecord.knowledge.name_shares import given_names_of, may_be_short_for
from onrecord.resolution.headlines import person_alone

FirstName = Literal["same", "nickname", "initial", "absent"]


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """A person's printed name, folded. `surname` has particles and both halves in one word (`deleon`), `last` its last part."""

    first: str
    middle: str
    surname: str
    last: str
    suffix: str
    spelled: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two forms have in common: how the first names agree, whether middle names do, whether all of the surname does.

    `suffix` is whether both have the same suffix or none; else one has one and the other does not say.
    """

    first: FirstName
    middle: bool
    whole_surname: bool
    suffix: bool


@lru_cache(maxsize=1 << 16)
def form_of(name: str) -> Form:
    """The form of a printed name without titles."""
    parts = person_parts(person_alone(name))
    spelled = f"{parts.particles} {parts.last}".strip()
    last = parts.last.split()[-1] if parts.last else ""
    return Form(parts.first, parts.middle, spelled.replace(" ", ""), last, parts.suffix, spelled)


@lru_cache(maxsize=1 << 16)
def forms_of(names: tuple[str, ...]) -> tuple[Form, ...]:
    """The forms among a chain's printed names, in order: those with a first name, or all where none has one."""
    forms = {form_of(name) for name in names if name}
    return tuple(sorted({form for form in forms if form.first} or forms))


def full(form: Form) -> bool:
    """Whether the form has a first name that is no initial."""
    return len(form.first) > 1


Rank = tuple[int, int, int, int]


def rank(form: Form) -> Rank:
    """How much a form says, the vaguest least: by its first name, the middle, how much of the surname it has, then the suffix.

    A surname says least, then an initial, a nickname, a given name.
    """
    first = 0 if not form.first else 1 if not full(form) else 2 if form.first in given_names_of() else 3
    return first, min(len(form.middle), 2), len(form.surname), int(bool(form.suffix))


@lru_cache(maxsize=1 << 18)
def agreement(one: Form, other: Form) -> Agreement | None:
    """What two forms have in common, or None where they cannot be one person's.

    They cannot where surnames, first names, middle names or suffixes differ. Papers leave out a `Jr.`, so that it may be lacking.
    """
    if not related(one, other) or (one.suffix and other.suffix and one.suffix != other.suffix):
        return None
    first = _first(one.first, other.first)
    if first is None or not _middles_agree(one.middle, other.middle):
        return None
    whole = one.surname == other.surname or _surname_with_middle(one, other) or _surname_with_middle(other, one)
    return Agreement(first, bool(one.middle and other.middle), whole, one.suffix == other.suffix)


def _first(one: str, other: str) -> FirstName | None:
    if not one or not other:
        return "absent"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else None
    if one == other:
        return "same"
    return "nickname" if may_be_short_for(one, other) else None


def _middles_agree(one: str, other: str) -> bool:
    """Whether each pair of middle names is the same, one its initial, or absent."""
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one.split(), other.split(), strict=False))


def _surname_with_middle(one: Form, other: Form) -> bool:
    """Whether `Ocasio Cortez` without its hyphen, read as a middle name and a surname, is the other's hyphenated surname."""
    return bool(one.middle) and one.middle.replace(" ", "") + one.surname == other.surname


def clash(one: Form, other: Form) -> bool:
    """Whether two forms of one surname cannot be one person's; of different surnames nothing is said."""
    return related(one, other) and agreement(one, other) is None


def related(one: Form, other: Form) -> bool:
    """Whether the surnames are the same, or the last part of both is."""
    return bool(one.last) and (one.last == other.last or one.surname == other.surname)


def key_forms(profile: Profile, key: str) -> tuple[Form, ...]:
    """The forms of a chain's names that are found by this surname, in one word or its last part."""
    return tuple(form for form in forms_of(profile.names) if key in (form.last, form.surname))
