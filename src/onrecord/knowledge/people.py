"""Given names, surnames and roles: what tells a person in print."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Literal

from onrecord.knowledge.tables import rows

Gender = Literal["m", "f", "u"]
RoleKind = Literal["honorific", "title", "role", "person"]
GENDERS: dict[str, Gender] = {"m": "m", "f": "f", "u": "u"}
KINDS: dict[str, RoleKind] = {"honorific": "honorific", "title": "title", "role": "role", "person": "person"}


@dataclass(frozen=True, slots=True)
class Role:
    """A role in print: what it is compared as, the gender that the word itself gives, family and kind (see `roles.tsv`)."""

    form: str
    role: str
    gender: Gender
    family: str
    kind: RoleKind


COMMON = 10
"""A given name that so many American legislators bear is common."""


@cache
def roles() -> dict[str, Role]:
    """Every printed form in lower case → its role."""
    found: dict[str, Role] = {}
    for forms, *fields in rows("roles.tsv"):
        role, gender, family, kind = fields
        for form in forms.split("|"):
            found.setdefault(form, Role(form, role, GENDERS[gender], family, KINDS[kind]))
    for form, office in portfolio_offices().items():
        holder = found[office.split()[-1]]
        found.setdefault(form, replace(holder, form=form))
    _prefer_gendered(found)
    return found


@cache
def portfolio_offices() -> dict[str, str]:
    """Every printed form of an office with a portfolio, in lower case → the form that it is compared and shown in:
    `minister of health` → `health minister`."""
    offices: dict[str, str] = {}
    for holders, portfolios in rows("portfolios.tsv"):
        for holder, portfolio in product(holders.split("|"), portfolios.split("|")):
            office = f"{portfolio} {holder}"
            offices |= dict.fromkeys((office, f"{holder} of {portfolio}", f"{holder} for {portfolio}"), office)
    return offices


@cache
def singular_titles() -> dict[str, str]:
    """Words in the plural that titles before several names hold, in lower case → the singular: `sens.` → `sen.`.

    The word that bears the plural is the last before `of` or `for`: ministers of water are no waters.
    """
    found: dict[str, str] = {}
    for form, role in roles().items():
        words = re.split(r"\s(?:of|for)\s", form)[0].split()
        if role.kind in ("title", "role") and role.family != "clergy":
            bearing = words[0] if words[-1] == "general" else words[-1]
            found.setdefault(plural(bearing), bearing)
    return {many: one for many, one in found.items() if many not in roles() or many.endswith("s.")}


def plural(word: str) -> str:
    """The regular plural of a noun or an abbreviated title in lower case."""
    if word.endswith("."):
        return word[:-1] + "s."
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in tuple("aeiou") else word + "s"


def _prefer_gendered(found: dict[str, Role]) -> None:
    """A form that ends in -man or -woman says a gender, wherever it was listed first."""
    for form, role in list(found.items()):
        if role.gender == "u" and form.endswith("woman"):
            found[form] = Role(form, role.role, "f", role.family, role.kind)
        elif role.gender == "u" and form.endswith("man"):
            found[form] = Role(form, role.role, "m", role.family, role.kind)


@cache
def given_names() -> dict[str, Gender]:
    """Folded given name → the gender of nearly all who bear it, `u` where it may be either or is not known."""
    found: dict[str, Gender] = {}
    for name, gender, _ in rows("given_names.tsv"):
        found[name] = GENDERS[gender]
    for table in ("given_names_world.tsv", "given_names_census.tsv"):
        for gender, names in rows(table):
            for name in names.split():
                if found.get(name, "u") == "u":
                    found[name] = GENDERS[gender]
    return found


@cache
def names_of_one_gender() -> frozenset[str]:
    """Folded given names that at least ten American legislators bear, nearly all of them of one gender."""
    return frozenset(name for name, gender, count in rows("given_names.tsv") if gender != "u" and int(count) >= COMMON)


@cache
def weak_given_names() -> frozenset[str]:
    """Folded given names that are as often a word or a place."""
    return frozenset(name for row in rows("weak_given_names.tsv") for name in row[0].split())


@cache
def world_surnames() -> frozenset[str]:
    """Folded surnames that are frequent in the world's news."""
    return frozenset(name for row in rows("surnames_world.tsv") for name in row[0].split())


@cache
def known_surnames() -> frozenset[str]:
    """All folded surnames of the lists."""
    return world_surnames() | surnames().keys()


@cache
def census_surnames() -> frozenset[str]:
    """Folded surnames common in the United States that are no words and no places as well."""
    return frozenset(name for row in rows("surnames_census.tsv") for name in row[0].split())


@cache
def surnames() -> dict[str, int]:
    """Folded surname → how many American legislators bear it."""
    return {name: int(count) for name, count in rows("surnames.tsv")}
