"""A title tells the gender of whoever bears it, not of those who are named in it."""

import pytest

from onrecord.core.documents import Document
from onrecord.reading.rules import RulesReader


def persons(text: str) -> list[tuple[str, int]]:
    """The persons' names of a text and how often each is mentioned by name."""
    reading = RulesReader().read(Document.of(text))
    named = [mention.chain for mention in reading.mentions if mention.form == "name"]
    return [(chain.name, named.count(chain.id)) for chain in reading.chains if chain.type == "person"]


@pytest.mark.parametrize(
    "title",
    ["a strategist for Mrs. Brandvold's campaign", "a spokesman for Mrs. Brandvold", "an adviser to Congresswoman Brandvold"],
)
def test_whom_somebody_works_for_is_not_who_he_is(title: str) -> None:
    text = f"Geoff Tarnby, {title}, agreed.\n\n“It will do,” Mr. Tarnby said.\n"
    assert ("Geoff Tarnby", 2) in persons(text)


def test_his_own_title_still_tells() -> None:
    text = "Robin Tarnby, the congresswoman from Ohio, agreed.\n\n“It will do,” Mr. Tarnby said. “It will,” Ms. Tarnby said.\n"
    assert ("Robin Tarnby", 2) in persons(text)
