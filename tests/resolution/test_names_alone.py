"""Given names that stand alone in a story, and names that somebody is likened to, whole stories read by hand."""

from collections import defaultdict

from onrecord.core.readings import Title
from onrecord.core.resolved import Block, Profile
from onrecord.core.spans import Span
from onrecord.resolution import cluster_chains, keys, resolve
from onrecord.resolution.describing import profiles
from resolution.piles import named, read

FAMILY = "Councilman Piet Vandermeer and Ivanka Vandermeer came to the hearing."


def entities(*stories: tuple[str, str], kin: str = "") -> set[frozenset[str]]:
    """The names that are one, of stories with the names that they print of persons, `;` between; `kin` is told by a relative."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for text, printed in stories:
        chains = [named(text, name) for name in printed.split(";")]
        titles = [Title(one.id, Span(0, 1), "relative", "", False) for one in chains if one.name == kin]
        reading = read(text, *chains, titles=titles)
        by_id = {profile.chain: profile for profile in profiles(text, reading)}
        for key, members in keys(text, reading).items():
            blocks[key] += [by_id[member] for member in members]
    links = [link for key, members in blocks.items() for link in resolve(Block(key, tuple(members)), ())]
    every = {profile.chain: profile for members in blocks.values() for profile in members}
    found = cluster_chains(tuple(every.values()), links, ()).entities
    return {frozenset(entity.aliases) | {entity.name} for entity in found}


def test_a_rare_given_name_alone_is_found_among_the_surnames_of_its_story() -> None:
    story = "Vandermeer said that he had asked Ivanka what she thought of it."
    found = entities((FAMILY, "Piet Vandermeer;Ivanka Vandermeer"), (story, "Vandermeer;Ivanka"))
    assert frozenset({"Ivanka", "Ivanka Vandermeer"}) in found


def test_a_given_name_alone_is_nobody_of_a_surname_that_its_story_does_not_print() -> None:
    story = "Brask said that he had asked Ivanka what she thought of it."
    found = entities((FAMILY, "Piet Vandermeer;Ivanka Vandermeer"), (story, "Brask;Ivanka"))
    assert frozenset({"Ivanka"}) in found


def test_a_common_given_name_alone_takes_a_relative() -> None:
    family = (FAMILY.replace("Ivanka", "Susan"), "Piet Vandermeer;Susan Vandermeer")
    story = ("Vandermeer said that his daughter Susan had thought of it.", "Vandermeer;Susan")
    assert frozenset({"Susan"}) in entities(family, story)
    assert frozenset({"Susan", "Susan Vandermeer"}) in entities(family, story, kin="Susan")


def test_a_given_name_alone_that_two_of_the_surnames_bear_is_nobody() -> None:
    other = ("Ivanka Brask spoke first.", "Ivanka Brask")
    story = ("Vandermeer and Brask had both asked Ivanka.", "Vandermeer;Brask;Ivanka")
    assert frozenset({"Ivanka"}) in entities((FAMILY, "Piet Vandermeer;Ivanka Vandermeer"), other, story)


def test_whoever_is_likened_to_somebody_is_somebody_else() -> None:
    known = [(f"Ottoline Brandvold spoke on day {day}.", "Ottoline Brandvold") for day in range(6)]
    plain, likened = (
        ("Papers wrote about Brandvold all summer.", "Brandvold"),
        ("The rise of Norway’s Brandvold went on.", "Brandvold"),
    )
    assert frozenset({"Ottoline Brandvold", "Brandvold"}) in entities(*known, plain)
    assert entities(*known, likened) == {frozenset({"Ottoline Brandvold"})}


def test_whoever_is_always_printed_as_a_woman_is_no_man_of_the_surname() -> None:
    known = [(f"Thomas Brandvold spoke on day {day}.", "Thomas Brandvold") for day in range(6)]
    wife, anybody = ("They had asked Mrs. Brandvold about it.", "Brandvold"), ("They asked Mr. Brandvold.", "Brandvold")
    assert frozenset({"Thomas Brandvold", "Brandvold"}) in entities(*known, anybody)
    assert frozenset({"Brandvold"}) in entities(*known, wife)
