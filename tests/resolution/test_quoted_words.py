"""The quoted words of statements, acronyms in print, and titles as they are compared."""

from dataclasses import replace

import pytest

from onrecord.core.readings import StatementType
from onrecord.core.spans import Span
from onrecord.resolution.acronyms import acronym_after, stands_for
from onrecord.resolution.quoted_words import quoted_pieces
from onrecord.resolution.titles import compared_titles
from resolution.piles import said


@pytest.mark.parametrize(
    ("content", "kind", "pieces"),
    [
        ("“We can’t wait,”", "direct", ["we cant wait"]),
        ("We can't wait,”", "direct", ["we cant wait"]),
        ("that the city “keeps its promises” to islanders ‘by the decade’", "mixed", ["keeps its promises", "by the decade"]),
        ("that it's “a museum piece, not a boat", "mixed", ["a museum piece not a boat"]),
        ("that ''nobody asks'' Larch Street's shops", "mixed", ["nobody asks"]),
        ('that "nobody asks" the islanders\' children', "mixed", ["nobody asks"]),
        ("that nobody asks", "mixed", []),
        ("that nobody asks", "indirect", []),
    ],
)
def test_quoted_pieces(content: str, kind: StatementType, pieces: list[str]) -> None:
    text = f"He said {content}"
    assert [" ".join(piece) for piece in quoted_pieces(text, said(text, content, kind=kind))] == pieces


def test_what_was_not_said_is_no_telling_of_what_was() -> None:
    text = "He should have said “the ferry is safe to row”"
    statement = said(text, "“the ferry is safe to row”", kind="direct")

    assert quoted_pieces(text, statement) == (("the", "ferry", "is", "safe", "to", "row"),)
    assert quoted_pieces(text, replace(statement, mode="no_response")) == ()


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("Harbor Workers United (HWU) met.", "HWU"),
        ("Harbor Workers United (“HWU”) met.", "HWU"),
        ("Harbor Workers United (D-Ohio) met.", ""),
        ("Harbor Workers United (CIO) met.", ""),
        ("Harbor Workers United, HWU, met.", ""),
    ],
)
def test_an_acronym_is_printed_in_brackets_after_its_name(text: str, acronym: str) -> None:
    assert acronym_after(text, Span(0, len("Harbor Workers United"))) == acronym


@pytest.mark.parametrize(
    ("acronym", "name", "stands"),
    [
        ("VISTA", "Vecinos Isleños en Sindicato y Tarea", True),
        ("PVPD", "Port Varnell Police Department", True),
        ("PAC", "Larch Street PAC", False),
        ("KKC", "Kettle", False),
        ("ABC", "Harbor Workers United", False),
    ],
)
def test_stands_for(acronym: str, name: str, stands: bool) -> None:
    assert stands_for(acronym, name) is stands


@pytest.mark.parametrize(
    ("printed", "compared"),
    [
        ("city councilman", {"council member"}),
        ("council member", {"council member"}),
        ("state senator and mayor", {"senator", "mayor"}),
        ("deputy director", {"deputy director"}),
        ("vice president", {"vice president"}),
        ("mr.", set()),
        ("harbormaster", {"harbormaster"}),
        ("nurse", {"nurse"}),
        ("", set()),
    ],
)
def test_titles_as_they_are_compared(printed: str, compared: set[str]) -> None:
    assert compared_titles(printed) == compared
