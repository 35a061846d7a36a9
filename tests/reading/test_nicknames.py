"""Nicknames inside persons' names, in the marks that papers set them in."""

import pytest

from onrecord.core.documents import Document
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.neural.reader import NeuralReader
from onrecord.reading.rules import RulesReader
from onrecord.reading.told_name import ToldName

READERS: dict[str, NeuralReader | RulesReader] = {"neural": NeuralReader(), "rules": RulesReader()}


def persons(text: str) -> list[str]:
    return [text[slice(*name.span)] for name in find_names(layout(text)) if name.type == "person"]


@pytest.mark.parametrize(
    "name",
    [
        "Edward “Ted” Mallory",
        'Edward "Ted" Mallory',
        "Edward ‘Ted’ Mallory",
        "Edward 'Ted' Mallory",
        "Edward (Ted) Mallory",
        "Edward “The Old Fox” Mallory",
        "Edward J. “Ted” Mallory",
    ],
)
def test_a_nickname_is_within_the_name(name: str) -> None:
    assert persons(f"The prize went to {name} on Friday.") == [name]


def test_a_title_stays_before_the_name() -> None:
    text = "Mayor Peter “Pete” Lindqvist opened the fair."
    (found,) = find_names(layout(text))

    assert text[slice(*found.span)] == "Peter “Pete” Lindqvist"
    assert found.title is not None and text[slice(*found.title)] == "Mayor"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # words that somebody said, a party, a play
        ("Rosa Vane shouted “Never” Lane recalled.", "Vane shouted “Never” Lane"),
        ("Sen. Rosa Vane (Independent) Okafor’s rival, spoke.", "Vane (Independent) Okafor"),
        ("Rosa Vane “Why” Lane asked.", "Vane “Why” Lane"),
        ("She read Rosa “once more” Vane wrote.", "Rosa “once more” Vane"),
    ],
)
def test_other_words_in_marks_are_no_nickname(text: str, found: str) -> None:
    assert not any(found in name for name in persons(text))


@pytest.mark.parametrize("reader", READERS)
def test_a_surname_after_it_is_the_same_person_and_the_nickname_nobodys_words(reader: str) -> None:
    text = 'The board fired Edward "Ted" Mallory on Tuesday. "I did nothing wrong," Mallory told reporters.'
    reading = READERS[reader].read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}

    assert [(names[one.speaker or ""], text[slice(*one.content[0])]) for one in reading.statements] == [
        ('Edward "Ted" Mallory', '"I did nothing wrong,"')
    ]


def test_names_told_apart_around_it_are_one() -> None:
    text = "Xylo “Bram” Quorrin rowed over."
    told = [ToldName(0, 1, "person"), ToldName(4, 5, "person")]

    assert [text[slice(*name.span)] for name in find_names(layout(text), told=told)] == ["Xylo “Bram” Quorrin"]


def test_a_vietnamese_name_is_one_and_called_by_its_last_word() -> None:
    text = "The prize went to Nguyen Thi Mai, a teacher. “I am glad,” Mai said."
    reading = READERS["neural"].read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}

    assert [names[one.speaker or ""] for one in reading.statements] == ["Nguyen Thi Mai"]
