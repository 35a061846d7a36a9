"""Two surnames with a hyphen between them: two people whom the text names in full, or one person's double surname."""

from onrecord.core.documents import Document
from onrecord.reading.rules import RulesReader


def persons(text: str) -> list[tuple[str, int]]:
    """The persons of a text and how often each is mentioned by name."""
    reading = RulesReader().read(Document.of(text))
    named = [mention.chain for mention in reading.mentions if mention.form == "name"]
    return [(chain.name, named.count(chain.id)) for chain in reading.chains if chain.type == "person"]


def test_a_ticket_of_two_takes_no_name_from_either() -> None:
    text = (
        "Sen. Ada Lane met Gov. Paul Okafor on Tuesday.\n\nThere was talk of a Lane-Okafor ticket.\n\n"
        "“We shall see,” Okafor said. Lane would not say more, and Okafor left.\n"
    )
    assert persons(text) == [("Ada Lane", 2), ("Paul Okafor", 3)]


def test_a_double_surname_is_one_persons() -> None:
    text = "Ada Lane-Okafor came on Tuesday.\n\n“We shall see,” Lane-Okafor said. Paul Okafor agreed with Lane-Okafor.\n"
    assert persons(text) == [("Ada Lane-Okafor", 3), ("Paul Okafor", 1)]
