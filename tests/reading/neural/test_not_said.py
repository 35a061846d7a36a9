"""What is no statement, and no part of one, however the network reads it."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import words_at
from onrecord.reading import READERS

READER = READERS["neural"]()


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each statement."""
    return [
        (words_at(text, *one.source), words_at(text, *one.cue), words_at(text, *one.content))
        for one in READER.read(Document.of(text)).statements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Marr's second novel, titled “The Drowned Mile,” sold out in a week.",
        "The painter known as “Little Ro” bought the mill in May.",
        "He sang an air entitled “Home by the Weir” at the fair.",
    ],
)
def test_a_title_or_a_nickname_is_nobodys_words(text: str) -> None:
    assert told(text) == []


def test_the_head_of_a_letter_says_nothing() -> None:
    text = "Dear Hetty: My brother keeps borrowing my ladder. It came back wet. — Dry in Dunmere"

    assert not any("Hetty" in source for source, _, _ in told(text))


def test_whom_it_was_told_to_is_not_what_was_told() -> None:
    text = "“Ice is not your friend,” Mrs. Oakes used to tell the youngest ones. “Your feet are.”"

    assert [content for _, _, content in told(text)] == ["“Ice is not your friend,” … “Your feet are.”"]


def test_whoever_was_told_is_not_what_was_told() -> None:
    text = "Keeper Rolf Denny was told by engineers that the east gate could fall."

    assert told(text) == [("engineers", "was told", "that the east gate could fall")]


def test_whoever_was_quoted_as_saying_it_said_it() -> None:
    text = "Admiral Ulf Kranz was quoted by the state agency as saying that the strait would open in a week."

    assert told(text) == [("Admiral Ulf Kranz", "was quoted … as saying", "the strait would open in a week")]


def test_a_title_in_the_sentence_before_is_no_part_of_what_is_quoted() -> None:
    text = "It includes a play called “The Weir.” Curator Ute Lang calls the show “a love letter to mud.”"

    assert [content for source, _, content in told(text) if "Lang" in source] == ["the show “a love letter to mud.”"]


def test_a_headline_ends_before_the_story() -> None:
    text = "Minister says ferries will sail by June\n\nPort owner Gus Tallow ruled out a sale on Friday."

    assert all("Tallow" not in content for source, _, content in told(text) if source == "Minister")


def test_a_nickname_beside_what_is_said_is_no_part_of_it() -> None:
    text = "Ivo Marr, nicknamed “the Heron” by rivals, says he wrote it in nine days."

    assert [content for _, _, content in told(text)] == ["he wrote it in nine days"]


def test_the_title_of_a_speech_is_its_speakers_words() -> None:
    text = "In March, Provost Ilse Brandt gave a speech titled “How to Lose a Harbor” at the Guildhall."

    assert told(text) == [("Provost Ilse Brandt", "gave a speech titled", "“How to Lose a Harbor”")]


@pytest.mark.parametrize(
    "text",
    [
        "Every morning, Lucan Marsh orders tea, two eggs and a slice of pie.",
        "Mayor Quill Abara called the meeting to order at 7 p.m.",
        "Biologist Noor Castell recorded 14,000 calls at 40 sites.",
        "The night was long and the soup was thin. That was how Edda Vane described it.",
        "Orla Finn remembers it differently.",
    ],
)
def test_what_is_only_done_or_told_elsewhere_is_nobodys_words(text: str) -> None:
    assert told(text) == []


def test_an_order_that_tells_what_to_do_is_somebodys_words() -> None:
    text = "Judge Abel Naka ordered the town to pay for the bridge."

    assert [content for _, _, content in told(text)] == ["the town to pay for the bridge"]


def test_a_name_that_is_called_is_somebodys_words() -> None:
    text = "Councilman Otto Brisk called the police a gang in uniform."

    assert [content for _, _, content in told(text)] == ["a gang in uniform"]


def test_what_a_family_announces_after_a_long_subject_is_told_whole() -> None:
    text = (
        "Hester Vall, who taught three generations of Millbrae children to swim and once chased a bear from the town pool with a "
        "rake, died Monday, her family announced. She was 91."
    )

    assert [(source, content.startswith("Hester Vall"), content[-11:]) for source, _, content in told(text)] == [
        ("her family", True, "died Monday")
    ]
