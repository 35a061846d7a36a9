"""Offices in print: which roles are offices, and the words that give and take them."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.core.readings import Tells
from onrecord.knowledge.people import Role, portfolio_offices
from onrecord.knowledge.tables import rows

Standing = Literal["alone", "of", "at"]
STANDINGS: dict[str, Standing] = {"alone": "alone", "of": "of", "at": "at"}
TELLS: dict[str, Tells] = {"began": "began", "elected": "elected", "served": "served", "ended": "ended", "held": "held"}
Form = Literal["base", "third", "past", "participle", "ing"]
FORMS: tuple[Form, ...] = ("base", "third", "past", "participle", "ing")


@dataclass(frozen=True, slots=True)
class OfficeVerb:
    """A verb that gives or takes an office; `takes` are what may follow it (see `offices.tsv`)."""

    lemma: str
    particle: str
    passive: bool
    tells: Tells
    takes: frozenset[str]


@cache
def _rows(label: str) -> tuple[tuple[str, ...], ...]:
    found = tuple(row[1:] for row in rows("offices.tsv") if row[0] == label)
    if not found:
        raise KeyError(f"offices.tsv has no {label}")
    return found


@cache
def office_words(label: str) -> frozenset[str]:
    """The words of a class of `offices.tsv`, in lower case."""
    return frozenset(word for row in _rows(label) for word in row[0].split("|"))


@cache
def office_forms(label: str) -> dict[str, str]:
    """The words of a class of `offices.tsv` → what they stand for."""
    return {word: row[1] for row in _rows(label) for word in row[0].split("|")}


def standing_of(role: Role) -> Standing | None:
    """How much must be printed for the role to be an office, or None for one that is none."""
    if role.form in office_words("not_office") or role.kind in ("honorific", "person"):
        return None
    if role.form in portfolio_offices():
        return "alone"
    if role.family in ("attorney", "aide") and role.kind == "role":
        return "at"
    if role.family == "aide":
        return "of"
    found = office_forms("standing").get(role.family)
    return None if found is None else STANDINGS[found]


def office_of(form: str) -> str:
    """The form that a printed role is compared and shown in: `councilwoman` → `council member`."""
    return office_forms("same").get(form) or portfolio_offices().get(form, form)


@cache
def office_verbs() -> dict[str, tuple[tuple[OfficeVerb, Form], ...]]:
    """Each form of the verbs in lower case → the verbs whose form it is, and which; particles aside."""
    found: dict[str, list[tuple[OfficeVerb, Form]]] = {}
    for words, voice, tells, takes in _rows("verb"):
        *forms, last = words.split()
        particle = last[1:] if last.startswith("+") else ""
        forms = forms if particle else [*forms, last]
        verb = OfficeVerb(forms[0], particle, voice == "passive", TELLS[tells], frozenset(takes.split("|")))
        for name, form in zip(FORMS, forms, strict=True):
            if all(one is not verb or name != kind for one, kind in found.get(form, [])):
                found.setdefault(form, []).append((verb, name))
    return {form: tuple(kinds) for form, kinds in found.items()}
