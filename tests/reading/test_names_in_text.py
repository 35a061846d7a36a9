"""Names in invented stories: each line is the type, the name, and the title before it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.language import language
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names


def names_in(text: str) -> list[str]:
    lines = []
    for name in find_names(layout(text)):
        title = f" [{text[slice(*name.title)]}]" if name.title else ""
        lines.append(f"{name.type} {text[slice(*name.span)]}{title}")
    return lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        # titles are not part of a name, and what a title is of is named by itself
        (
            "Calder City Council President Marisol de Ávila spoke first.",
            ["organization Calder City Council", "person Marisol de Ávila [Calder City Council President]"],
        ),
        ("Then Mayor Ana Ruiz sat down.", ["person Ana Ruiz [Then Mayor]"]),
        # nor are letters of honour after it
        ("Marta Vance OBE sat down.", ["person Marta Vance"]),
        # who is unknown is told by what stands around
        ("When he was twelve, Ansel’s mother gave Bremer a coat.", ["person Ansel", "person Bremer"]),
        (
            "The Calder County Federation of Labor President Bo Lindqvist left.",
            [
                "organization Calder County Federation of Labor",
                "person Bo Lindqvist [Calder County Federation of Labor President]",
            ],
        ),
        (
            "It was then-City Council President Nora Vance who asked.",
            ["organization City Council", "person Nora Vance [then-City Council President]"],
        ),
        ("Republican Sen. Dana Okafor voted no.", ["person Dana Okafor [Republican Sen.]"]),
        ("Secretary of State Ann Pell will visit.", ["person Ann Pell [Secretary of State]"]),
        ("Secretary of Homeland Security Ann Pell left.", ["person Ann Pell [Secretary of Homeland Security]"]),
        ("Nobody there knew Maj. Gen. Ann Pell or Del. Dana Okafor.", ["person Ann Pell [Maj. Gen.]", "person Dana Okafor [Del.]"]),
        (
            "Dockworkers Local 88 President Greta Ost spoke.",
            ["organization Dockworkers Local 88", "person Greta Ost [Dockworkers Local 88 President]"],
        ),
        # a name within another name is not a person
        ("The Ruiz Foundation gave money.", ["organization Ruiz Foundation"]),
        ("It stands on Vance Street.", ["place Vance Street"]),
        # sentence openings are not names
        ("Yesterday Ana Ruiz spoke. Despite Ruiz, the vote passed.", ["person Ana Ruiz", "person Ruiz"]),
        # surnames alone, initials, suffixes, hyphens, apostrophes, possessives
        ("Ben O'Malley Jr. won. O'Malley's son cheered.", ["person Ben O'Malley Jr.", "person O'Malley"]),
        ("J. P. Harrow met Pia Tennant-Rao.", ["person J. P. Harrow", "person Pia Tennant-Rao"]),
        ("Kevin de Soto spoke. Later de Soto left.", ["person Kevin de Soto", "person de Soto"]),
        # bodies of which the name goes on after of, for, and
        (
            "The Department of Health and Human Services wrote to Women for Calder.",
            ["organization Department of Health and Human Services", "organization Women for Calder"],
        ),
        # acronyms with what they stand for
        (
            "We asked Harbor Asset Development Re-defining Energy (HADRE) today.",
            ["organization Harbor Asset Development Re-defining Energy", "organization HADRE"],
        ),
        # datelines, places after in
        ("HARBOR CITY, Ohio (AP) — It rained.", ["place HARBOR CITY", "place Ohio", "organization AP"]),
        ("They met in Wexcombe on Monday.", ["place Wexcombe"]),
    ],
)
def test_names_of_a_sentence(text: str, lines: list[str]) -> None:
    assert names_in(text) == lines


def test_a_surname_stands_for_the_person_named_in_full_later_too() -> None:
    assert names_in("Price said no. The council heard Odile Price on Monday.") == ["person Price", "person Odile Price"]


def test_a_headline_in_capitals_has_the_names_that_the_story_has() -> None:
    text = "Ruiz Wins Harbor Vote After Long Night Count\n\nAna Ruiz won the vote on Tuesday.\n\nShe thanked nobody."
    assert names_in(text) == ["person Ruiz", "person Ana Ruiz"]


def test_a_person_may_be_called_by_initials() -> None:
    assert names_in("Quentin De Lima won. The harbour can do without QDL.") == ["person Quentin De Lima", "person QDL"]


def test_a_surname_that_is_a_place_too() -> None:
    assert names_in("Troy Madison spoke. Madison was in Madison, Wis., on Monday.")[:3] == [
        "person Troy Madison",
        "person Madison",
        "place Madison",
    ]


@given(st.lists(st.sampled_from(["Ana Ruiz", "the", "Mayor", ",", "of", "Council", "de", "\n", "said", ".", "Ohio", "(", "AP"])))
def test_names_are_in_order_and_apart_and_never_empty(words: list[str]) -> None:
    text = " ".join(words)
    names = find_names(layout(text))
    for name in names:
        assert text[slice(*name.span)].strip() == text[slice(*name.span)] != ""
    for before, after in pairwise(names):
        assert before.span.end <= after.span.start


@given(st.text())
def test_any_text_is_read_and_the_same_way_twice(text: str) -> None:
    assert language(text) == language(text)
    assert find_names(layout(text)) == find_names(layout(text))


def test_names_of_a_long_story_are_found_fast() -> None:
    page = layout("Calder Mayor Ana Ruiz told Sen. Dana Okafor that the Harbor Trust would sue. " * 400)
    find_names(page)
    start = time.perf_counter()
    find_names(page)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(("name", "kind"), [("Tolliver & Quayle", "organization"), ("Johnson & Smith", "organization")])
def test_two_surnames_with_an_ampersand_are_a_firm(name: str, kind: str) -> None:
    story = f"The sails were sewn by {name}."

    assert [(story[slice(*each.span)], each.type) for each in find_names(layout(story))] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister Ida May said Saturday that it was over.", ["Ida May"]),
        ("Talks with Ida May on Monday failed.", ["Ida May"]),
        ("A letter reached Ida May 3 at noon.", ["Ida"]),
        ("The talks in Osterby May end.", ["Osterby"]),
        ("Ida May left in May. May it end in May.", ["Ida May"]),
        ("It was a cold May. May 3 was colder.", []),
        ("“We will row,” Ida May said. Asked again, May left in May.", ["Ida May", "May"]),
        ("Mrs. May rowed. Farmers asked May to wait until May 3, or May 2016.", ["May", "May"]),
        ("Ida May rowed. “May I speak?” asked Jon Reed. “May the best boat win.”", ["Ida May", "Jon Reed"]),
        ("The reporter April Wood spoke. June Hale answered her.", ["April Wood", "June Hale"]),
        ("In June Hale answered. The April Wood poll was old.", ["Hale"]),
    ],
)
def test_a_surname_that_is_a_month_too(text: str, names: list[str]) -> None:
    page = layout(text)

    assert [text[slice(*name.span)] for name in find_names(page)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ida White rowed. “It is far,” White said.", ["Ida White", "White"]),
        ("Ida White rowed. White’s boat sank, and White had a plan for White voters.", ["Ida White", "White", "White"]),
        ("Ida Page rowed. A memo on Page was lost. The Page was torn.", ["Ida Page", "Page"]),
        ("Ida Lind rowed. White said nothing of it.", ["Ida Lind"]),
        ("Ida French rowed in the French Sea with French sailors.", ["Ida French", "French Sea"]),
    ],
)
def test_a_surname_that_is_a_word_stands_for_its_person_where_it_does_what_persons_do(text: str, names: list[str]) -> None:
    assert [text[slice(*name.span)] for name in find_names(layout(text))] == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Hurricane Dorian hit the coast. Dorian killed two, Ida Quill said.", ["Ida Quill"]),
        ("Tropical Storm Rosa grew. Rosa is expected on Friday, Ida Quill said.", ["Ida Quill"]),
        ("Hurricane Rosa hit the coast. Rosa Hale, a nurse, stayed. Rosa said it rained.", ["Rosa Hale", "Rosa"]),
    ],
)
def test_a_storm_is_nobody(text: str, people: list[str]) -> None:
    page = layout(text)

    assert [text[slice(*name.span)] for name in find_names(page) if name.type == "person"] == people
