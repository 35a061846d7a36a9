"""Pronouns of which nothing but their gender tells whom they mean, and their stories told again in one gender.

`Ida Vale met Per Lind. She …`: only one of the two is a woman, so it is known whom *she* means; and in `A nurse met Per Lind. She
…`, that it is nobody named. With every name, title and pronoun of the text in one gender (`Olga Frost met Ruth Bell. She …`) the
same pronoun asks for a choice that the words around it must tell. Where names are near, just one of either gender may be: with many
men around, *she* would be known and *he* not, and whom others speak of would seem to be meant more often than they are.
Exchanging genders is how texts are made to teach no prejudice (Zhao et al. 2018); here it takes away the easy clue.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from random import Random
from typing import NamedTuple

from onrecord.knowledge.name_shares import given_counts
from onrecord.knowledge.people import Gender, given_names, surnames
from onrecord.reading.antecedents import Candidate
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group, grouped
from onrecord.reading.layout import Layout, Word, layout
from onrecord.reading.names import find_names
from onrecord.reading.naming import lower
from onrecord.reading.neural.pieces import CutWords, WordPieces, word_pieces
from onrecord.reading.neural.reader import NeuralReader
from onrecord.reading.pronoun_cases import case_of
from onrecord.reading.titles import find_titles
from onrecord.reading.walk import Walk
from training.self_made import FORMS

COMMON = 3
"""Legislators who bear a given name, from which on its gender is taken for sure."""

NEAR = 2
"""Told sentences back in which one of the other gender must be mentioned, and nobody unnamed of the pronoun's beside a name."""

MANY = 10
NEARLY_ALL = 0.85
"""Persons of a surname, and the share of them of one gender, from which on whoever is called by it alone is taken to be of that."""

OTHER_WORDS: Mapping[str, tuple[str, str]] = {
    word: pair
    for pair in (
        ("mr.", "mrs."), ("mr", "mrs"), ("mr.", "ms."), ("mr", "ms"), ("himself", "herself"), ("his", "hers"), ("man", "woman"),
        ("men", "women"), ("gentleman", "gentlewoman"), ("spokesman", "spokeswoman"), ("congressman", "congresswoman"),
        ("chairman", "chairwoman"), ("councilman", "councilwoman"), ("businessman", "businesswoman"), ("actor", "actress"),
        ("husband", "wife"), ("father", "mother"), ("dad", "mom"), ("son", "daughter"), ("brother", "sister"), ("boy", "girl"),
        ("boyfriend", "girlfriend"), ("king", "queen"), ("prince", "princess"), ("uncle", "aunt"), ("nephew", "niece"),
        ("male", "female"), ("grandfather", "grandmother"), ("widower", "widow"),
    )
    for word in pair
}  # fmt: skip
"""Words that tell a gender, but for pronouns of several cases: as a man's and as a woman's."""


Genders = Mapping[str, Gender]


class Pronouns(NamedTuple):
    """The pronouns that nothing but their gender tells, by the number of their word, with whom they mean, None for nobody named;
    and a page's persons."""

    pronouns: list[tuple[int, Group | None]]
    persons: list[Group]


def told(page: Layout, reader: NeuralReader, known: Genders) -> Pronouns:
    """The pronouns of a page that nothing but their gender tells; `known` are the genders of those called by the surname alone."""
    pronouns: list[tuple[int, Group | None]] = []
    persons: dict[int, Group] = {}
    choose = reader.choosing(page)

    def watching(walk: Walk, at: int, gender: str, near: list[Candidate]) -> list[Group]:
        persons.update((id(group), group) for _, group in walk.named if group.type == "person")
        fitting = _fitting(walk, at, gender, near, known)
        if fitting is None:
            return choose(walk, at, gender, near)
        pronouns.append((at, fitting[0] if fitting else None))
        return fitting

    build_chains(page, reader.names(page), "", watching)
    return Pronouns(pronouns, list(persons.values()))


def _fitting(walk: Walk, at: int, gender: str, near: Sequence[Candidate], known: Genders) -> list[Group] | None:
    """The persons of the pronoun's gender near it, one beside one of the other gender, or none; None where the gender of somebody
    near is not sure, nobody of the other gender is close by, or these are not all that it may mean."""
    here = walk.sentence(walk.layout.words[at].start)
    groups = {key: walk.groups[key] for key in walk.recent(here) if walk.groups[key].type == "person"}
    groups.update((id(group), group) for _, group in walk.ahead(walk.layout.words[at].start) if group.type == "person")
    sure = {key: _sure(group, known) for key, group in groups.items()}
    close = any(
        walk.back(here, seen.sentence) <= NEAR for key in groups if sure[key] != gender for seen in walk.seen.get(key, ())[-1:]
    )
    mine = [group for key, group in groups.items() if sure[key] == gender]
    if "u" in sure.values() or not close or (mine and len(groups) != 2):
        return None
    candidates = [each.group for each in near if sure.get(id(each.group)) == gender]
    passed = any(kind == gender and walk.back(here, walk.sentence(start)) <= NEAR for start, kind in walk.strangers[-6:])
    return mine if candidates == mine and not (mine and passed) else None


def _sure(group: Group, known: Genders) -> Gender:
    """The person's gender where a title tells it, a given name that many bear, or, of a surname alone, other stories."""
    if group.gender_by == "title":
        return group.gender
    if group.parts is None:
        return "u"
    if not group.parts.first:
        return known.get(group.parts.last, "u")
    return group.gender if group.gender_by == "name" and given_counts().get(group.parts.first, 0) >= COMMON else "u"


def _surnames_in(text: str) -> list[tuple[str, Gender]]:
    """The surname and gender of each person whom a text names in full, where it tells the gender."""
    page = layout(text)
    names = find_names(page)
    groups = grouped(page, names, find_titles(page, names))[0]
    full = [group for group in groups if group.type == "person" and group.parts is not None and group.parts.first]
    return [(group.parts.last, gender) for group in full if group.parts is not None and (gender := _sure(group, {})) != "u"]


def genders(texts: Iterable[str]) -> Genders:
    """The genders of surnames that at least MANY of the texts give to persons of one gender, and hardly any to others."""
    counts = Counter(found for text in texts for found in _surnames_in(text))
    totals = Counter[str]()
    for (surname, _), number in counts.items():
        totals[surname] += number
    return {
        surname: gender for (surname, gender), number in sorted(counts.items()) if number >= max(MANY, NEARLY_ALL * totals[surname])
    }


@contextmanager
def of_one_gender(walk: Walk, gender: str) -> Iterator[None]:
    """For a while all persons of the text are of a gender, as their names tell it; those without a name, as their nouns do."""
    persons = {id(group): group for _, group in walk.named if group.type == "person"}.values()
    before = [(group, group.gender, group.gender_by) for group in persons]
    strangers = walk.strangers
    its_own: Gender = "m" if gender == "m" else "f"
    for group in persons:
        group.gender, group.gender_by = its_own, "name"
    walk.strangers = [(start, "u" if kind == "u" else its_own) for start, kind in strangers]
    try:
        yield
    finally:
        walk.strangers = strangers
        for group, gender_before, by in before:
            group.gender, group.gender_by = gender_before, by


def in_one_gender(page: Layout, groups: Sequence[Group], draw: Random, cut: CutWords) -> WordPieces:
    """The page's words with all its persons of one gender, of other names; features stay as they are."""
    gender: Gender = draw.choice(["m", "f"])
    read = word_pieces(page, cut)
    pieces = list(read.pieces)
    named = {at: group for group in groups for span in group.spans for at in range(*page.places_in(span))}
    other: dict[str, str] = {}
    for at in range(len(page.words)):
        text = lower(page.words[at])
        if at not in named:
            printed = _of_gender(page.words, at, gender)
        elif text[0].isalpha() and len(text.rstrip(".")) > 1:
            printed = other.setdefault(text, draw.choice(_given(gender) if _is_given(named[at], text) else _families()))
        else:
            printed = ""
        if printed:
            pieces[at] = tuple(cut([printed])[0])
    return WordPieces(read.words, tuple(pieces), read.features)


def _is_given(group: Group, text: str) -> bool:
    """Whether a word of a person's name is the given name."""
    return text in given_names() and (group.parts is None or text == group.parts.first)


def _of_gender(words: tuple[Word, ...], at: int, gender: Gender) -> str:
    """What stands for a word in a text of one gender; nothing where the word tells none."""
    text = lower(words[at])
    if text in ("he", "him", "his", "she", "her"):
        return FORMS[gender, case_of(words, at)]
    pair = OTHER_WORDS.get(text)
    return pair[gender == "f"] if pair is not None else ""


@cache
def _given(gender: Gender) -> tuple[str, ...]:
    """Given names that many bear."""
    counts = given_counts()
    return tuple(name for name, its_own in sorted(given_names().items()) if its_own == gender and counts.get(name, 0) >= COMMON)


@cache
def _families() -> tuple[str, ...]:
    """Surnames that several legislators bear."""
    return tuple(sorted(name for name, count in surnames().items() if count >= COMMON and name.isalpha()))
