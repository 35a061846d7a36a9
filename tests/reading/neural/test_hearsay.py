"""What somebody told within what somebody else tells."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import words_at
from onrecord.reading import READERS

READER = READERS["neural"]()


def told(text: str) -> list[tuple[str, str, bool]]:
    """Speaker, content and whether it is told within another statement, of each."""
    reading = READER.read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}
    return [(names.get(one.speaker or "", ""), words_at(text, *one.content), bool(one.within)) for one in reading.statements]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "Clerk Nell Ashby testified that the mayor, Hugo Brent, had told her that the ballots were burnt.",
            ("Hugo Brent", "that the ballots were burnt", True),
        ),
        (
            "Hugo Brent's lawyer said Nell Ashby had once claimed that she “never met the mayor.”",
            ("Nell Ashby", "that she “never met the mayor.”", True),
        ),
    ],
)
def test_the_inner_report_is_told_too(text: str, inner: tuple[str, str, bool]) -> None:
    statements = told(text)

    assert inner in statements
    assert len(statements) == 2


def test_what_somebody_hopes_within_a_report_is_told_by_whoever_reports_it() -> None:
    assert len(told("Nell Ashby said the mayor hopes that the bridge will hold.")) == 1


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“We will wait,” Hugo Brent told the council, the Marl Herald reported.", "Hugo Brent", "“We will wait,”"),
        (
            "“The bridge will hold for years,” Hugo Brent said, according to pool reports. “But somebody has to look after it.”",
            "Hugo Brent",
            "“The bridge will hold for years,” … “But somebody has to look after it.”",
        ),
    ],
)
def test_whoever_stands_behind_a_quotation_that_is_passed_on_says_it(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in [(name, content) for name, content, _ in told(text)]
