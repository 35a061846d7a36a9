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
