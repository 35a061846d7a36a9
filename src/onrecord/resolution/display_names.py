"""The name that an entity is shown by."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from onrecord.core.readings import EntityType
from onrecord.core.resolved import Profile
from onrecord.resolution.acronyms import is_acronym
from onrecord.resolution.person_forms import form_of, full
from onrecord.resolution.printed_names import folded_organization, folded_place, fullest


def display_name(profiles: Sequence[Profile]) -> str:
    """The full name printed in most documents; ties by diacritics, more first, then in order of code points.

    A person's full name has a first name, or at least an initial, where any is printed; an organization's or place's is the
    fullest one that a document prints, an acronym where there is nothing else.
    """
    documents: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        for name in full_names(profile):
            documents[name].add(profile.document)
    persons = any(profile.type == "person" for profile in profiles)
    named = _with_first_names(documents) if persons else [name for name in documents if not is_acronym(name)]
    return min(named or documents, key=lambda name: (-len(documents[name]), -_diacritics(name), name), default="")


def full_names(profile: Profile) -> Iterable[str]:
    """The printed names of a chain that count for the name shown."""
    if profile.type == "person":
        return profile.names
    folded = _FOLDED[profile.type]
    whole = folded(fullest(profile.names))
    return [name for name in profile.names if folded(name) == whole]


_FOLDED: dict[EntityType, Callable[[str], str]] = {"organization": folded_organization, "place": folded_place}


def _with_first_names(names: Iterable[str]) -> list[str]:
    """The persons' names with a first name, else those with an initial."""
    firsts = [name for name in names if form_of(name).first]
    return [name for name in firsts if full(form_of(name))] or firsts


def _diacritics(name: str) -> int:
    return sum(unicodedata.combining(character) > 0 for character in unicodedata.normalize("NFD", name))
