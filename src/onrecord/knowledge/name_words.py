"""Words that tell names apart, and organizations and places known by name."""

from functools import cache

from onrecord.core.names import fold
from onrecord.knowledge.tables import rows


@cache
def name_words(label: str) -> frozenset[str]:
    """A class of `name_words.tsv`, in lower case."""
    found = frozenset(word for row in rows("name_words.tsv") if row[0] == label for word in row[1].split())
    if not found:
        raise KeyError(f"name_words.tsv has no class {label}")
    return found


@cache
def known_organizations() -> dict[str, str]:
    """Folded printed form → folded full name of an organization known by name."""
    return _forms("organizations.tsv")


@cache
def known_places() -> dict[str, str]:
    """Folded printed form → folded full name of a place known by name."""
    return _forms("places.tsv")


def _forms(table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for full, *others in rows(table):
        for form in (full, *others):
            found.setdefault(fold(form), fold(full))
    return found


@cache
def organization_nouns() -> dict[str, frozenset[str]]:
    """Noun that stands for an organization named before → the words of which such a name has one, the noun among them."""
    return {noun: frozenset((noun, *words.split())) for noun, words in rows("nominals.tsv")}


@cache
def pronouns() -> dict[str, tuple[str, str]]:
    """Pronoun in lower case → the gender of whom it means (m, f, u) and its case (subject, object, possessive, relative)."""
    return {word: (gender, case) for word, gender, _, case in rows("pronouns.tsv")}
