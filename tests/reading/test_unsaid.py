"""What somebody did not say is on the record as that."""

import pytest

from onrecord.core.documents import Document
from onrecord.reading import READERS

TOLD = "Mayor Tom Reed met Ida Hadley on Monday and closed the ferry at Osterby.\n\n"


def modes(reader: str, report: str) -> list[str]:
    """The modes of the statements of a report of its own paragraph."""
    found = READERS[reader]().read(Document.of(TOLD + report)).statements
    return [each.mode for each in found if each.cue and each.cue[0].start > len(TOLD)]


@pytest.mark.parametrize(
    "report",
    [
        "Reed did not say that the ferry would sink.",
        "Reed never said the ferry would sink.",
        "Neither Reed nor Hadley said the ferry would sink.",
        "No one said the ferry would sink.",
        "Reed could have said that the ferry was safe.",
        "“The ferry is safe,” Reed should have said.",
        "If Reed says the ferry is safe, people will row.",
        "Had Reed said the ferry was safe, Hadley would have rowed.",
        "Reed has yet to say whether the ferry is safe.",
        "Reed stopped short of saying the ferry was unsafe.",
        "Reed plans to tell voters that the ferry is safe.",
        "Reed might say the ferry is safe.",
    ],
)
def test_what_was_not_said_is_no_statement(report: str) -> None:
    assert modes("neural", report) == ["no_response"]
    assert set(modes("rules", report)) <= {"no_response"}


@pytest.mark.parametrize(
    ("report", "mode"),
    [
        ("Reed refused to say whether the ferry was safe.", "declined"),
        ("Reed, through a spokesman, declined to comment.", "declined"),
        ("Reed said the ferry might sink.", "said"),
        ("Reed would say only that the ferry was safe.", "said"),
        ("Reed did not deny that the ferry was unsafe.", "said"),
        ("“I never said the ferry was safe,” Reed told reporters.", "told"),
    ],
)
def test_what_was_refused_or_said_has_its_own_mode(report: str, mode: str) -> None:
    assert modes("neural", report) == [mode]
