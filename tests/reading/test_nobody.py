"""Pronouns that mean nobody whom the text names."""

import pytest

from onrecord.core.documents import Document
from onrecord.reading.antecedents import Candidate
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.neural.reader import NeuralReader
from onrecord.reading.nobody import nobody_named
from onrecord.reading.walk import Walk

READER = NeuralReader()


def last_pronoun(text: str) -> tuple[set[str], set[str]]:
    """The persons whom the last pronoun of the text may mean, every one before it taken for the one who fits; and what tells for
    nobody named."""
    page = layout(text)
    found: tuple[set[str], set[str]] = (set(), set())

    def watching(walk: Walk, at: int, gender: str, near: list[Candidate]) -> list[Group]:
        nonlocal found
        found = {each.group.name(text) for each in near}, set(nobody_named(walk, at, gender))
        return [each.group for each in near if each.group.gender in ("u", gender)]

    build_chains(page, find_names(page), "", watching)
    return found


@pytest.mark.parametrize("either", ["he or she", "she or he", "he/she"])
def test_he_or_she_is_nobody_named(either: str) -> None:
    assert last_pronoun(f"Eric Lane asked who would keep the ferry. Whoever it is, {either} must row well.")[0] == set()


def test_two_who_are_named_are_two() -> None:
    assert last_pronoun("Eric Lane and Rosa Quill rowed. He and she sang.")[0] == {"Rosa Quill"}


def test_a_name_whose_gender_pronouns_bear_out_is_not_of_the_other() -> None:
    assert last_pronoun("Quentin Lane rowed over. She sang.")[0] == {"Quentin Lane"}
    assert last_pronoun("Quentin Lane rowed over. He sang, and she sang.")[0] == set()


def test_a_common_name_of_one_gender_is_not_of_the_other_whatever_pronouns_tell() -> None:
    assert last_pronoun("Eric Lane rowed over. She sang.")[0] == set()


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("A woman met Eric Lane. She sang.", "stranger a of gender"),
        ("The woman met Eric Lane. She sang.", "stranger the of gender"),
        ("Eric Lane's new client rowed over. She sang.", "stranger somebody's of any"),
        ("Eric Lane met a woman. She sang.", "stranger last of gender"),
        ("A woman met Rosa Quill. She sang.", "stranger before another of gender"),
        ("Eric Lane said that anyone may row, for he may.", "stranger any of any"),
        ("“A woman met Eric Lane,” he said. She sang.", "stranger across quotation"),
        ("Eric Lane met a woman. She sang, and she rowed.", "nobody again 0"),
        ("Eric Lane met a woman. She sang. She rowed.", "nobody again still"),
        ("Eric Lane met a woman. She sang. Rosa Quill rowed. She slept.", "nobody again before another"),
    ],
)
def test_what_tells_for_nobody(text: str, sign: str) -> None:
    assert sign in last_pronoun(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Quill was a nurse. She sang.",
        "Rosa Quill spoke as a nurse. She sang.",
        "Rosa Quill, a nurse, sang. She rowed.",
        "Nurse Rosa Quill sang. She rowed.",
        "Rosa Quill met the nurses. She rowed.",
    ],
)
def test_what_somebody_is_said_to_be_is_no_other(text: str) -> None:
    assert not [sign for sign in last_pronoun(text)[1] if sign.startswith("stranger")]


def test_the_words_of_a_woman_without_a_name_are_not_those_of_the_man_who_has_one() -> None:
    text = (
        "Governor Eric Lane denied on Monday that he had met his former hairdresser. He called the story a lie.\n\n"
        "“I just wanted it to be over,” the woman told the Harbor Gazette.\n\nShe said she had not been paid."
    )
    read = READER.read(Document.of(text))
    named = {chain.id: chain.name for chain in read.chains}
    meant = {text[slice(*mention.span)]: named[mention.chain] for mention in read.mentions if mention.chain in named}

    assert meant["He"] == "Eric Lane"
    assert not meant.get("She")


def speakers(text: str) -> list[str]:
    """Whose the quotations of a text are, "" for nobody's that it names."""
    read = READER.read(Document.of(text))
    named = {chain.id: chain.name for chain in read.chains}
    return [named.get(each.speaker or "", "") for each in read.statements if each.type == "direct"]


SENATE = "Sen. Eric Lane met reporters in the hall on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("One senator said the ferry would go. “It is old,” the senator said.", ""),
        ("“It is old,” said one senator, who asked not to be named. “It will go,” the senator said.", ""),
        ("The Gazette quoted one senator as saying that it would go. “It is old,” the senator said.", ""),
        ("One senator said the ferry would go. Senator Lane left. “It is old,” the senator said.", "Eric Lane"),
        ("“It is old,” the senator said.", "Eric Lane"),
        ("He hopes that a senator will keep it. “It is old,” the senator said.", "Eric Lane"),
    ],
)
def test_an_anonymous_source_is_never_given_the_name_of_one_who_has_the_office(text: str, who: str) -> None:
    assert speakers(SENATE + text)[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rosa Quill’s spokesman said she would row. “She is strong,” he said.", ""),
        ("Rosa Quill’s spokesman said she would row. “She is strong,” she said.", "Rosa Quill"),
        ("Rosa Quill’s spokesman, Tom Reed, said she would row. “She is strong,” he said.", "Tom Reed"),
    ],
)
def test_a_spokesman_without_a_name_goes_on_speaking(text: str, who: str) -> None:
    assert speakers(SENATE + "Lane saw it coming.\n\n" + text)[-1] == who
