"""Persons' names that print tells whole, and whom a bare surname means after them."""

import pytest

from onrecord.reading.chains import build_chains
from onrecord.reading.layout import Layout, layout
from onrecord.reading.names import find_names
from onrecord.reading.told_name import ToldName
from onrecord.reading.whole_names import whole_names


def whole(text: str) -> list[str]:
    page = layout(text)
    return [text[page.words[first].start : page.words[last - 1].end] for first, last in whole_names(page)]


@pytest.mark.parametrize(
    "name",
    [
        "Edward “Ted” Malloy",
        'James "Jim" Harker',
        "Gerald 'Buck' Tolliver",
        "Gerald ‘Buck’ Tolliver",
        "Margaret (Peg) Oduya",
        "William J. “Bill” de la Cruz Jr.",
        "R.D. “Tex” Alden",
        "C. J. “Duke” Moss",
        'F. "Buck" Quill',
        "Park Ji-hoon",
        "Ji-hoon Park",
        "Nguyen Thi Mai",
        "Tran Van Duc",
    ],
)
def test_a_name_told_whole_by_its_print(name: str) -> None:
    assert whole(f"On Monday {name} sold the boats.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Edward “Ted” went home.",
        "She told Edward, “Ted Malloy left.”",
        "“Edward,” Ted said. “Malloy left.”",
        "They sang “Edward” and “Ted” Monday.",
        "Margaret (R) Oduya and Madison (Wis.) East met.",
        "Edward’s ‘Moby’ Monday sold out.",
        "The U.S. “Navy” Hale spoke of left.",
        "The town has no plan. “Tex” Alden left.",
        "Kim Jones-Reyes and Lee Anne-Marie left.",
        "Ho Van left, and Le Monde said so.",
        "Mid-size Park vans and Old-time Park rides went.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert whole(text) == []


def people(page: Layout, told: list[str] | None = None) -> dict[str, list[str]]:
    """The persons of a text with the words that mean each; `told` are the persons that a network found."""
    words = [word.text for word in page.words]
    found = None
    if told is not None:
        each = [name.split() for name in told]
        starts = [next(at for at in range(len(words)) if words[at : at + len(name)] == name) for name in each]
        found = [ToldName(at, at + len(name), "person") for at, name in zip(starts, each, strict=True)]
    chains = build_chains(page, find_names(page, told=found), "d" * 32)
    return {
        chain.name: [page.text[slice(*mention.span)] for mention in chains.mentions if mention.chain == chain.id]
        for chain in chains.chains
        if chain.type == "person"
    }


FERRY = (
    "Edward “Ted” Malloy ran the ferry before his daughter, Rena Malloy, took the books. "
    "Malloy said no. Rena Malloy said yes. Ted Malloy left."
)


def test_kin_called_by_the_whole_name_are_not_whom_the_surname_means() -> None:
    assert people(layout(FERRY)) == {
        "Edward “Ted” Malloy": ["Edward “Ted” Malloy", "his", "Malloy", "Ted Malloy"],
        "Rena Malloy": ["Rena Malloy", "Rena Malloy"],
    }


def test_a_whole_name_stands_where_a_network_told_its_parts() -> None:
    found = people(layout(FERRY), ["Edward", "Ted", "Rena Malloy"])

    assert list(found) == ["Edward “Ted” Malloy", "Rena Malloy"]


def test_a_surname_that_stands_first_is_whom_the_text_goes_on_to_call_so() -> None:
    story = "Park Ji-hoon met Nguyen Thi Mai. Park said no. Nguyen laughed."

    assert people(layout(story)) == {"Park Ji-hoon": ["Park Ji-hoon", "Park"], "Nguyen Thi Mai": ["Nguyen Thi Mai", "Nguyen"]}


def test_a_person_called_park_is_no_park() -> None:
    page = layout("Ji-hoon Park met Lena Ortiz. Park said no.")
    told = [ToldName(0, 2, "place"), ToldName(3, 5, "person")]

    assert [(name.type, page.text[slice(*name.span)]) for name in find_names(page, told=told)] == [
        ("person", "Ji-hoon Park"),
        ("person", "Lena Ortiz"),
        ("person", "Park"),
    ]


def test_a_son_keeps_the_suffix_behind_a_comma() -> None:
    story = "Walter Pruitt, Jr. bought the mill from Walter Pruitt Sr. in May. Walter Pruitt Jr. kept it."

    assert people(layout(story), ["Walter Pruitt", "Walter Pruitt Sr."]) == {
        "Walter Pruitt, Jr.": ["Walter Pruitt, Jr.", "Walter Pruitt Jr."],
        "Walter Pruitt Sr.": ["Walter Pruitt Sr."],
    }


def test_initials_are_one_name_with_a_space_between_them_and_without() -> None:
    found = people(layout("J. R. Pell kept the mill. J.R. Pell said so."))

    assert found == {"J. R. Pell": ["J. R. Pell", "J.R. Pell"]}


def test_the_first_surname_means_its_bearer_though_a_namesake_follows() -> None:
    story = "Isabel Carrasco Muñoz sued. Carrasco said so. José Carrasco is no relation."

    assert people(layout(story))["Isabel Carrasco Muñoz"] == ["Isabel Carrasco Muñoz", "Carrasco"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sen. Dean Quill voted no. Dean Quill left.", {"Dean Quill": ["Dean Quill", "Dean Quill"]}),
        ("Former Gov. Major Lind left.", {"Major Lind": ["Major Lind"]}),
        ("Dean Ruth Quill voted no.", {"Ruth Quill": ["Ruth Quill"]}),
        ("Edwin Lane King Jr. spoke. Dr. King left.", {"Edwin Lane King Jr.": ["Edwin Lane King Jr.", "King"]}),
        ("Rep. Ida King and Sen. Bishop met.", {"Ida King": ["Ida King"], "Bishop": ["Bishop"]}),
        ("The Rev. Dean met Ida Pope.", {"Dean": ["Dean"], "Ida Pope": ["Ida Pope"]}),
    ],
)
def test_a_title_may_be_a_given_name_or_a_surname(text: str, names: dict[str, list[str]]) -> None:
    assert people(layout(text)) == names


def test_a_surname_before_two_syllables_tells_no_gender() -> None:
    text = "Kim Tae Rim met Ida Lind on Monday. “The ferry is late,” he said. Kim left."

    assert people(layout(text))["Kim Tae Rim"] == ["Kim Tae Rim", "he", "Kim"]
