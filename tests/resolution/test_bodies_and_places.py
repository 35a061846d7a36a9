"""Organizations and places across documents: names, acronyms, and bodies that every town has."""

from onrecord.core.resolved import Profile
from resolution.piles import chain, clusters_of, groups, reasons


def body(story: str, *names: str) -> Profile:
    return chain(story, *names, kind="organization")


def test_an_acronym_goes_with_the_name_that_was_printed_with_it() -> None:
    expanded = body("release", "Harbor Workers United", "HWU")
    other, bare = body("courier", "Harbor Workers United"), body("signal", "HWU")
    assert groups([expanded, other, bare]) == [[expanded, other, bare]]
    assert clusters_of([bare, expanded]).entities[0].name == "Harbor Workers United"
    assert reasons(expanded, bare) == ("HWU stands for Harbor Workers United",)


def test_an_acronym_of_two_bodies_goes_with_neither() -> None:
    pile = [body("release", "Harbor Workers United", "HWU"), body("courier", "Healthy Water Utility", "HWU")]
    bare = [body("signal", "HWU"), body("herald", "HWU")]
    assert groups([*pile, *bare]) == [[one] for one in (*pile, *bare)]


def test_known_acronyms_are_their_full_names() -> None:
    pile = [body("courier", "FBI"), body("signal", "Federal Bureau of Investigation"), body("herald", "F.B.I.")]
    pile += [body("letter", "Federal Bureau of Investigation", "FBI")]
    assert groups(pile) == [pile]


def test_a_word_of_the_name_is_no_acronym_of_it() -> None:
    pile = [body("courier", "Larch Street PAC", "PAC"), body("signal", "PAC")]
    assert groups(pile) == [[one] for one in pile]


def test_accents_articles_and_legal_forms_do_not_make_another_organization() -> None:
    pile = [body("courier", "The Larch Street Café, Inc."), body("signal", "Larch Street Cafe")]
    assert groups(pile) == [pile]


def test_a_city_council_may_be_another_citys() -> None:
    ours, theirs = body("courier", "City Council"), body("signal", "City Council")
    named = [body("herald", "Port Kettle City Council", "City Council"), body("letter", "Port Kettle City Council")]
    assert groups([ours, theirs, *named]) == [[ours], [theirs], named]


def test_places_of_one_name_are_one_and_never_a_person() -> None:
    places = [chain("courier", "Gull Point", kind="place"), chain("signal", "gull point", kind="place")]
    person = chain("herald", "Gull Point")
    assert groups([*places, person]) == [places, [person]]


def test_capitals_do_not_make_another_place_or_body() -> None:
    for kind, names in (("place", ("HARBOR", "Harbor", "Harbor")), ("organization", ("TRUST", "Trust", "Trust"))):
        for first in range(20):
            pile = [
                chain(f"{first} {at}", name, kind="place" if kind == "place" else "organization") for at, name in enumerate(names)
            ]
            assert groups(pile) == [pile], "whichever has the least id"
