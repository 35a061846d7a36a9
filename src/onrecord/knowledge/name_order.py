"""The order of a name: in `Park Ji-hoon`, `Park Ji Hoon` and `Nguyen Thi Mai` the surname stands first, as their form tells."""

import re
from collections.abc import Sequence

from onrecord.core.names import PersonName, fold, split_person
from onrecord.knowledge.name_words import name_words

LONGEST_SYLLABLE = 6
"""Letters of a syllable of `Ji-hoon` at most."""


def surname_first(name: str) -> bool:
    """Whether the surname of a printed name stands first: `Park Ji-hoon`, `Park Ji Hoon`, `Nguyen Thi Mai`."""
    first, *given = name.split() or [""]
    syllables = len(given) != 1 or two_syllables(given[0])
    return syllables and folded_surname_first([fold(first), *map(fold, given)])


def folded_surname_first(forms: Sequence[str]) -> bool:
    """As `surname_first`, of folded words, in which a hyphen is a space."""
    if len(forms) == 2:
        return forms[0] in name_words("surname_first") and " " in forms[1]
    if len(forms) == 3 and forms[0] in name_words("surname_first") and all(map(_is_syllable, forms[1:])):
        return True
    return len(forms) > 2 and forms[0] in name_words("vietnamese") and forms[1] in name_words("before_given")


def _is_syllable(form: str) -> bool:
    return 1 < len(form) <= LONGEST_SYLLABLE and _SYLLABLE.fullmatch(form) is not None


def two_syllables(given: str) -> bool:
    """Whether a printed given name is of two short syllables, the second small: `Ji-hoon`."""
    first, hyphen, second = given.partition("-")
    short = max(len(first), len(second)) <= LONGEST_SYLLABLE
    return bool(hyphen) and short and first.istitle() and second.isalpha() and second.islower()


_SYLLABLE = re.compile(r"(?:[ckpstzgh]h|ts|[kgh]w|qu|[bcdfghjklmnpqrstwxyz])?[yw]?[aeiou]{1,3}(?:ng|[hklmnprt])?")


def spells_syllables(given: str) -> bool:
    """Whether both halves of a printed given name are syllables as Korean and Chinese are spelled: `Ji-hoon`, not `Mid-size`."""
    return all(map(_SYLLABLE.fullmatch, given.lower().split("-")))


def person_parts(name: str) -> PersonName:
    """The parts of a person's printed name without titles, as `core.names.split_person`, in whichever order they stand."""
    if not surname_first(name):
        return split_person(name)
    surname, *given = name.split()
    return PersonName(" ".join(map(fold, given)), "", "", fold(surname), "")
