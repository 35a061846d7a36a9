"""Words that came by way of somebody who speaks for the speaker."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.reading import READERS


def read(text: str) -> Reading:
    return READERS["rules"]().read(Document.of(text))


def told(text: str) -> list[tuple[str, str]]:
    """For each statement who says it, and who passed it on."""
    reading = read(text)
    names = {chain.id: chain.name for chain in reading.chains}
    return [(names.get(each.speaker or "", ""), names.get(each.via, "")) for each in reading.statements]


@pytest.mark.parametrize(
    "words",
    [
        "“The ferry will sail,” Mayor Rosa Hale said through her spokeswoman, Ann Lee.",
        "Mayor Rosa Hale said via spokeswoman Ann Lee that the ferry would sail.",
        "“The ferry will sail,” Mayor Rosa Hale said through a longtime spokeswoman, Ann Lee.",
    ],
)
def test_a_statement_passed_on_by_somebody_named(words: str) -> None:
    assert told(words) == [("Rosa Hale", "Ann Lee")]


@pytest.mark.parametrize(
    "words",
    [
        "Mayor Rosa Hale said through a spokeswoman that the ferry would sail.",
        "Mayor Rosa Hale said that the ferry would sail through Ann Lee's district.",
        "Mayor Rosa Hale said the offer came through spokeswoman Ann Lee.",
        "Mayor Rosa Hale, who had walked through Osterby with Ann Lee, said the ferry would sail.",
    ],
)
def test_nobody_named_passed_it_on(words: str) -> None:
    assert told(words) == [("Rosa Hale", "")]


def test_a_named_spokesperson_who_speaks_is_the_speaker() -> None:
    assert told("Ann Lee, a spokeswoman for Mayor Rosa Hale, said the ferry would sail.") == [("Ann Lee", "")]
