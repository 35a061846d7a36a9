"""Nouns of persons and bodies that a text may speak of without a name."""

from dataclasses import dataclass
from functools import cache

from onrecord.core.readings import EntityType
from onrecord.knowledge.people import GENDERS, Gender, plural, roles
from onrecord.knowledge.tables import rows

TYPES: dict[str, EntityType] = {"person": "person", "organization": "organization"}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of persons or bodies: of which type, in the singular, of what gender, and whether it stands for several."""

    type: EntityType
    lemma: str
    gender: Gender
    many: bool


@cache
def nouns() -> dict[str, Noun]:
    """Every form in lower case, regular plurals among them → its noun."""
    found: dict[str, Noun] = {}
    for kind, gender, number, words in rows("persons.tsv"):
        for word in words.split() if kind in TYPES else ():
            _enter(found, Noun(TYPES[kind], word, GENDERS[gender], number == "many"))
    things = _words("thing")
    for form, role in roles().items():
        if role.kind in ("role", "title", "person") and form.isalpha() and len(form) > 3 and form not in things:
            _enter(found, Noun("person", form, role.gender, False))
    return found


@cache
def plurals() -> frozenset[str]:
    """The forms that are regular plurals, no nouns for a crowd."""
    return frozenset(form for form, noun in nouns().items() if noun.many and form != noun.lemma)


@cache
def nouns_before_nouns() -> frozenset[str]:
    """Nouns that stand before others as adjectives do: `the school bus`, `a local paper`."""
    return _words("before")


@cache
def inner_words() -> frozenset[str]:
    """Words that may stand between a determiner and its noun, though they begin phrases elsewhere: `first`, `former`, `own`."""
    return _words("inner")


def _words(wanted: str) -> frozenset[str]:
    return frozenset(word for kind, _, _, words in rows("persons.tsv") if kind == wanted for word in words.split())


def _enter(found: dict[str, Noun], noun: Noun) -> None:
    found.setdefault(noun.lemma, noun)
    if not noun.many:
        found.setdefault(plural(noun.lemma), Noun(noun.type, noun.lemma, noun.gender, True))
