"""Persons of one common name: nothing but who is named beside them joins them."""

from collections import defaultdict

from onrecord.core.readings import Reading
from onrecord.core.resolved import Block, Link, Profile
from onrecord.resolution import keys, resolve
from onrecord.resolution.company import link_company
from onrecord.resolution.describing import profiles
from resolution.piles import chain, named, read

BESIDE = ("Ottilie Brandvold", "Thorvald Quennell")


def story(day: str, *names: str) -> tuple[str, Reading]:
    """A story of the day that names these people, in this order."""
    text = f"On {day} came {', '.join(names)}."
    return text, read(text, *(named(text, name) for name in names))


def links_among(*stories: tuple[str, Reading]) -> tuple[Link, ...]:
    """The links that company makes among the stories' chains, each once."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for text, reading in stories:
        told = {profile.chain: profile for profile in profiles(text, reading)}
        for key, members in keys(text, reading).items():
            if key.startswith("beside:"):
                blocks[key].extend(told[member] for member in members)
    found = (link for key, members in sorted(blocks.items()) for link in resolve(Block(key, tuple(members)), ()))
    return tuple({link.id: link for link in found}.values())


def test_two_rare_names_beside_a_common_one_join_it() -> None:
    (link,) = links_among(story("Monday", "John Smith", *BESIDE), story("Friday", *BESIDE, "John Smith"))
    assert link.reasons == (
        "same first name and surname",
        "common name",
        "both named beside Ottilie Brandvold and Thorvald Quennell",
    )
    assert 0.5 <= link.score < 0.97


def test_one_of_them_is_not_enough() -> None:
    assert not links_among(story("Monday", "John Smith", *BESIDE), story("Friday", "John Smith", BESIDE[0]))


def test_common_names_beside_a_common_name_tell_nothing() -> None:
    names = ("John Smith", "Mary Johnson", "James Brown")
    assert not links_among(story("Monday", *names), story("Friday", *names))


def test_a_rare_name_needs_no_company() -> None:
    assert not links_among(story("Monday", "Greta Ruud", *BESIDE), story("Friday", "Greta Ruud", *BESIDE))


def test_another_first_name_or_a_middle_initial_in_one_alone_is_somebody_else() -> None:
    one = story("Monday", "John Smith", *BESIDE)
    assert not links_among(one, story("Friday", "Mary Smith", *BESIDE))
    assert not links_among(one, story("Friday", "John Q. Smith", *BESIDE))


def test_those_who_are_named_beside_everybody_tell_nothing() -> None:
    days = [f"{day} May" for day in range(1, 11)]
    assert links_among(*(story(day, "John Smith", *BESIDE) for day in days[:8]))
    assert not links_among(*(story(day, "John Smith", *BESIDE) for day in days))


def test_two_with_different_titles_are_not_joined_by_company() -> None:
    plain, mayor, nurse = (
        chain("a", "John Smith"),
        chain("b", "John Smith", titles=["mayor"]),
        chain("c", "John Smith", titles=["nurse"]),
    )
    joined = {
        frozenset((link.a, link.b))
        for link in link_company(Block("beside:ottilie brandvold and thorvald quennell", (mayor, nurse)))
    }
    assert not joined
    assert link_company(Block("beside:ottilie brandvold and thorvald quennell", (plain, mayor)))


def test_the_order_of_arrival_does_not_matter() -> None:
    pile = [story(day, "John Smith", *BESIDE) for day in ("Monday", "Friday", "Sunday")]
    assert {link.id for link in links_among(*pile)} == {link.id for link in links_among(*reversed(pile))}
