"""Two surnames with a hyphen between them: two people whom the text names in full, or one person's double surname."""

import re

from onrecord.core.documents import Document
from onrecord.core.spans import Span
from onrecord.reading.bodies import Name
from onrecord.reading.chains import build_chains
from onrecord.reading.layout import layout
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


def test_where_a_network_takes_it_for_a_name_it_is_nobodys() -> None:
    text = "Ada Lane met Paul Okafor. A Lane-Okafor ticket? “No,” Okafor said. Okafor left."
    spans = [Span(*found.span()) for found in re.finditer(r"Ada Lane|Paul Okafor|Lane-Okafor|Okafor", text)]
    chains = build_chains(layout(text), tuple(Name(span, "person") for span in spans), "d" * 32)
    assert [(chain.name, sum(mention.chain == chain.id for mention in chains.mentions)) for chain in chains.chains] == [
        ("Ada Lane", 1),
        ("Paul Okafor", 3),
    ]


def test_a_double_surname_is_one_persons() -> None:
    text = "Ada Lane-Okafor came on Tuesday.\n\n“We shall see,” Lane-Okafor said. Paul Okafor agreed with Lane-Okafor.\n"
    assert persons(text) == [("Ada Lane-Okafor", 3), ("Paul Okafor", 1)]
