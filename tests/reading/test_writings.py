"""Whose words a statement, a letter or a spokesperson tells in small invented stories."""

import pytest

from onrecord.core.documents import Document
from onrecord.reading import READERS


def speakers(text: str) -> list[str]:
    """For each statement who says it, "" where nobody is told."""
    reading = READERS["rules"]().read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}
    return [names.get(each.speaker or "", "") for each in reading.statements]


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Mayor Rosa Hale said in a statement that the ferry would sail.", "the statement"),
        ("Mayor Rosa Hale wrote in an angry letter that the ferry would sail.", "the letter"),
        ("Mayor Rosa Hale said that the ferry would sail.", "Hale's letter"),
        ("Mayor Rosa Hale said that the ferry would sail.", "her statement"),
    ],
)
def test_what_a_writing_says_its_writer_says(before: str, source: str) -> None:
    assert speakers(f"{before} “The old pier is safe for everybody,” {source} said.") == ["Rosa Hale", "Rosa Hale"]


@pytest.mark.parametrize(
    "before",
    [
        "Mayor Rosa Hale released a statement on Monday.",
        "Rosa Hale, a friend of Jon Lind, also issued a short statement.",
        "The Herald has seen a statement from Rosa Hale.",
    ],
)
def test_a_writing_that_was_put_out_is_of_who_put_it_out(before: str) -> None:
    assert speakers(f"{before} “The old pier is safe for everybody,” the statement said.") == ["Rosa Hale"]


def test_of_two_letters_the_last_is_meant() -> None:
    story = (
        "Rosa Hale wrote a letter to the port. Jon Lind sent a letter to the Herald. “The old pier is safe,” the letter said. "
        "“Nobody will be fined for it,” Hale's letter said."
    )

    assert speakers(story) == ["Jon Lind", "Rosa Hale"]


def test_a_statement_after_somebody_else_spoke_may_be_theirs() -> None:
    story = (
        "Mayor Rosa Hale said in a statement that the ferry would sail. “We were never asked,” the dockers told the port. "
        "“It is an outrage for all,” the statement said."
    )

    assert speakers(story) == ["Rosa Hale", "", ""]


def test_a_statement_of_which_nothing_was_told_is_nobodys() -> None:
    assert speakers("Rosa Hale left. “The old pier is safe for everybody,” the statement said.") == [""]
    assert speakers("A statement was leaked near Hale. “The old pier is safe for all,” the statement said.") == [""]


def test_a_spokesperson_speaks_on_for_the_same_body() -> None:
    story = "A spokesperson for the Harbor Trust said the ferry would sail. “The old pier is safe,” the spokesperson said."

    assert speakers(story) == ["Harbor Trust", "Harbor Trust"]


def test_a_letter_to_somebody_is_not_theirs() -> None:
    story = "“You are failing us,” a letter to Rosa Hale said. Jon Lind left. “We were never asked,” the letter said."

    assert "Rosa Hale" not in speakers(story)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A statement from Hale", "Rosa Hale"),
        ("The letter by Jon Lind, the clerk,", "Jon Lind"),
        ("An email from Hale to Lind", "Rosa Hale"),
        ("A letter to Lind from Hale", "Rosa Hale"),
        ("A memo from the mayor", "Rosa Hale"),
        ("A letter to Hale", ""),
        ("A statement from Hale’s lawyers", ""),
        ("A statement from Hale and Lind", ""),
        ("A letter about the ferry from Lind", ""),
    ],
)
def test_a_writing_is_of_whom_it_is_from(source: str, name: str) -> None:
    text = f"Mayor Rosa Hale met Jon Lind at the old pier on Monday.\n\n{source} said that the ferry would sail."

    assert speakers(text)[-1] == name
