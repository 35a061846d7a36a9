"""Quotations that report somebody else themselves: whoever is quoted says the whole."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import words_at
from onrecord.reading import READERS

READER = READERS["neural"]()


def told(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each statement with quotation marks that stands in no other."""
    reading = READER.read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}
    every = [(names.get(one.speaker or ""), words_at(text, *one.content)) for one in reading.statements if not one.within]
    return [(name, words) for name, words in every if '"' in words]


LEAD = "Senator Ruth Fellgate won the vote on the harbor on Monday.\n\n"


def test_a_quotation_with_an_inner_report_is_whole_its_speakers() -> None:
    quotation = (
        '"While we await completion of the pier study, which will answer many questions regarding the harbor, our bill directs the '
        'agency not to undertake new work and instead focus on improving security,"'
    )

    assert told(f"{LEAD}{quotation} Fellgate said.") == [("Ruth Fellgate", quotation)]


@pytest.mark.parametrize(
    "second",
    [
        '"Under the plan the agency proposed, the harbor will be deep enough for ferries by May."',
        '"As the Marl Courier reported yesterday, the agency has been working closely with the port to delay the pier."',
    ],
)
def test_a_quotation_that_goes_on_is_the_speakers_before_it(second: str) -> None:
    first = '"The harbor faces a heavy burden when it comes to silt,"'
    found = told(f"{LEAD}{first} said Fellgate. {second}")

    assert {name for name, _ in found} == {"Ruth Fellgate"}
    assert second in " ".join(words for _, words in found)


def test_a_quotation_over_paragraphs_is_not_the_papers_that_it_mentions() -> None:
    text = (
        f"{LEAD}"
        '"Every citizen has a right to the pier," Fellgate said. "The council has dedicated its life to silt.\n\n'
        '"This is a moment for the port, which as the Marl Courier reported yesterday has been working closely with the agency to '
        "delay the pier. Will it stand by and say nothing?\n\n"
        '"There should be a full debate on the harbor."'
    )

    assert {name for name, _ in told(text)} == {"Ruth Fellgate"}


def test_the_senators_are_whoever_was_named_before() -> None:
    text = '"We expect better," Senators Biddle and Ames wrote to the port on Monday. "It is sad," added the Senators.'

    assert {name for name, _ in told(text)} == {None}


def test_an_award_that_is_accepted_is_nobodys_words() -> None:
    text = 'Mayor John Jenks will officially accept the "Golden Oar" award on the pier. "I am glad," said Jenks.'

    assert told(text) == [("John Jenks", '"I am glad,"')]
