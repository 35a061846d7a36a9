"""Those whom a text never names: `I` and `we` of whoever writes, `a girl … she`, `the players … they`."""

import time

import pytest

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import words_at
from onrecord.reading import READERS
from onrecord.resolution.blocks import keys
from onrecord.resolution.describing import profiles


def reading(text: str) -> Reading:
    return READERS["rules"]().read(Document.of(text))


def unnamed(text: str) -> list[str]:
    """The words of each chain without a name, its mentions in order."""
    read = reading(text)
    nameless = [chain.id for chain in read.chains if not chain.name]
    told = [[words_at(text, mention.span) for mention in read.mentions if mention.chain == chain] for chain in nameless]
    return [" | ".join(words) for words in told]


def of(text: str, name: str) -> list[str]:
    """The words of all mentions of the chain with a name."""
    read = reading(text)
    chains = [chain.id for chain in read.chains if chain.name == name]
    return [words_at(text, mention.span) for mention in read.mentions if mention.chain in chains]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("I grew up by the river. My house was small, and the water frightened me.", ["I | My | me"]),
        ("We walked home in the rain. Nobody had told us that the bridge was closed.", ["We | us"]),
        ("A young girl stood at the gate. The girl held a letter, and she was crying.", ["A young girl | The girl | she"]),
        ("The players left the field. They were tired, and their bus was late.", ["The players | They | their"]),
        ("The first woman sang. Many left. The first woman sang again.", ["The first woman | The first woman"]),
        ("We met older drivers. We saw older drivers everywhere.", ["We | We", "drivers | drivers"]),
        ("It is said that players cheat. The players deny it.", ["players | The players"]),
        ("The school bus was late. The school opened.", []),
        ("A boy and a woman waited. The boy sang. The woman read her book.", ["A boy | The boy", "a woman | The woman | her"]),
    ],
)
def test_whom_the_text_never_names_has_a_chain_without_a_name(text: str, chains: list[str]) -> None:
    assert unnamed(text) == chains


def test_a_noun_with_other_words_before_it_is_somebody_else() -> None:
    text = "An old driver stopped. A young driver went on. The old driver waved, and the young driver did not."
    assert unnamed(text) == ["An old driver | The old driver", "A young driver | the young driver"]


def test_whose_wife_somebody_is_does_not_make_her_the_mayor() -> None:
    assert of("Rosa Lane is the mayor. Rosa Lane met the council.", "Rosa Lane") == ["Rosa Lane", "the mayor", "Rosa Lane"]
    assert "the mayor" not in of("Rosa Lane is the mayor's wife. The mayor met the council.", "Rosa Lane")


def test_whose_somebody_is_tells_who_it_is() -> None:
    text = "Karl Vane brought his brother. Rosa Holm came with her brother. Vane's brother sang, and Holm's brother left."
    assert unnamed(text) == ["his brother | 's brother", "her brother | 's brother"]


def test_its_is_the_body_that_the_sentence_is_about() -> None:
    text = "Harbor Trust opened its doors. The boat lost its mast."
    assert of(text, "Harbor Trust") == ["Harbor Trust", "its"]


def test_who_is_named_keeps_what_refers_to_them() -> None:
    text = "Marta Lind left the hall. She did not look back. A guard followed. The guard carried her coat."
    assert of(text, "Marta Lind")[:2] == ["Marta Lind", "She"]
    assert "A guard | The guard" in unnamed(text)


def test_i_in_a_quotation_is_whoever_says_it() -> None:
    text = "“I will not sell my boat,” Marta Lind said. “It was given to me.”"
    assert of(text, "Marta Lind") == ["I", "my", "Marta Lind", "me"]
    assert unnamed(text) == []


def test_nobody_without_a_name_is_a_speaker() -> None:
    text = "A woman came to the door. The woman said that she knew nothing of the letter."
    read = reading(text)
    assert unnamed(text) == ["A woman | The woman | she"]
    assert [statement.speaker for statement in read.statements] == [None]


def test_whom_the_text_mentions_once_has_no_chain() -> None:
    assert unnamed("A man opened the window. The rain had stopped.") == []


def test_i_in_a_transcript_is_whose_turn_it_is() -> None:
    text = "MARTA LIND: I was there.\n\nKARL VANE: I was not.\n\nMARTA LIND: Then I saw you.\n\nKARL VANE: So I think."
    assert of(text, "Marta Lind") == ["MARTA LIND", "I", "MARTA LIND", "I"]
    assert of(text, "Karl Vane") == ["KARL VANE", "I", "KARL VANE", "I"]


def test_anybody_is_whom_they_means() -> None:
    assert unnamed("Someone had left the gate open. They had not been careful.") == ["Someone | They"]


def test_what_describes_somebody_is_a_mention_of_them() -> None:
    text = "Marta Lind (born 1950) is a teacher. Karl Vane, a farmer, was there too. The painter Rosa Holm came late."
    assert of(text, "Marta Lind") == ["Marta Lind", "a teacher"]
    assert of(text, "Karl Vane") == ["Karl Vane", "a farmer"]
    assert of(text, "Rosa Holm") == ["The painter", "Rosa Holm"]
    assert of("Jo Lind (born 1951) [1] is a teacher.", "Jo Lind") == ["Jo Lind", "a teacher"]


def test_resolution_knows_nothing_of_chains_without_a_name() -> None:
    text = "A girl met Marta Lind. The girl was late. I saw them, and I said nothing."
    read = reading(text)
    assert len([chain for chain in read.chains if not chain.name]) == 2
    assert [profile.names for profile in profiles(text, read)] == [("Marta Lind",)]
    assert list(keys(text, read)) == ["person:lind"]


def test_a_long_text_is_read_in_time_in_proportion_to_it() -> None:
    story = "A girl met the tall players of the team. They sang, and she told them that I was late. Marta Lind smiled at her. "
    reading(story)
    start = time.perf_counter()
    reading(story * 300)
    assert time.perf_counter() - start < 20
