"""Statements that press releases print whole, below an introduction or a heading."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import words_at
from onrecord.reading import READERS

NEURAL, RULES = READERS["neural"](), READERS["rules"]()


def told(text: str, reader: str = "neural") -> list[tuple[str | None, str]]:
    """Speaker and content of each statement that stands in no other."""
    reading = {"neural": NEURAL, "rules": RULES}[reader].read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}
    return [(names.get(one.speaker or ""), words_at(text, *one.content)) for one in reading.statements if not one.within]


FIRST = '"I believe that every ferry deserves a hearing, and I am glad that the council decided it was time.'
SECOND = '"The mayor said he would wait. I will not."'

INTRODUCTIONS = [
    "Sen. Ruth Fellgate (D-Osterby), a member of the Committee on Harbors, today issued the following statement on the ferry:",
    "Following his talk with Mayor Henry Doyle of Marl, Sen. Ruth Fellgate released this statement:",
    "Senator Ruth Fellgate made the following remarks after the vote. Fellgate has two harbors in her state.",
    "Sen. Ruth Fellgate had this to say about the ferry:",
    "The following is Senator Ruth Fellgate's statement:",
    "Statement of Senator Ruth Fellgate on the ferry:",
    "Senator Ruth Fellgate won the vote. Here is her statement.",
    "Senator Ruth Fellgate won the vote. Then she issued the following statement:",
    "TEXT OF STATEMENT BY SENATOR RUTH FELLGATE\n\nJune 20, 2031",
]


@pytest.mark.parametrize("introduction", INTRODUCTIONS)
@pytest.mark.parametrize("reader", ["neural", "rules"])
def test_a_statement_issued_whole_is_the_issuers(introduction: str, reader: str) -> None:
    found = told(f"FERRY VOTE\n\n{introduction}\n\n{FIRST}\n\n{SECOND}\n\nContact: Jon Ames, 555-0134", reader)

    told_whole = [(name.title(), words) for name, words in found if name is not None and '"' in words]
    assert told_whole == [("Ruth Fellgate", f"{FIRST} … {SECOND}")]


@pytest.mark.parametrize(
    "heading",
    [
        "SEN. FELLGATE ISSUES STATEMENT ON FERRY VOTE",
        "SEN. FELLGATE ON FERRY VOTE",
        "SEN. FELLGATE: FERRIES MUST RUN",
        "STATEMENT BY SEN. FELLGATE ON FERRY VOTE",
        "SEN. RUTH FELLGATE COMMENTS ON FERRY VOTE",
    ],
)
def test_a_heading_says_whose_the_statement_below_it_is(heading: str) -> None:
    (name, words), *rest = told(f"{heading}\n  {FIRST}\n  {SECOND}\n")

    assert name in ("Fellgate", "Ruth Fellgate")
    assert words == f"{FIRST} … {SECOND}"
    assert rest == []


def test_a_statement_goes_on_over_paragraphs_without_marks() -> None:
    statement = ['"He was a friend.', "We sailed together for years.", 'I will miss him."']
    text = "\n\n".join(["SEN. FELLGATE ISSUES STATEMENT ON DOYLE", *statement, "Contact: Jon Ames"])

    assert told(text) == [("Fellgate", " … ".join(statement))]


def test_what_somebody_else_says_below_the_statement_is_not_the_issuers() -> None:
    text = (
        "Sen. Ruth Fellgate issued the following statement:\n\n"
        '"The ferry will run."\n\n'
        '"It will sink," said Henry Doyle, the harbormaster of Marl.'
    )

    assert [(name, words.strip('"')) for name, words in told(text)] == [
        ("Ruth Fellgate", "The ferry will run."),
        ("Henry Doyle", "It will sink,"),
    ]


def test_a_first_paragraph_with_its_own_speaker_is_that_speakers() -> None:
    text = 'SEN. FELLGATE ON FERRY VOTE\n\n"It will sink," said Henry Doyle, the harbormaster of Marl. "I have seen the hull."'

    assert {name for name, words in told(text) if '"' in words} == {"Henry Doyle"}


def test_words_in_marks_within_the_statement_do_not_end_it() -> None:
    statement = '"We need to put the "public" back into public ferries. I will see to it."'

    assert ("Ruth Fellgate", statement) in told(f"Sen. Ruth Fellgate released the following statement:\n\n{statement}\n")


def test_a_statement_of_two_is_nobodys_alone() -> None:
    text = f"Sen. Ruth Fellgate and Mayor Henry Doyle issued the following statement:\n\n{SECOND}\n"

    assert told(text) == [(None, SECOND)]


def test_a_statement_that_an_office_releases_is_whose_it_is_by() -> None:
    text = f"The White House in Marl released the following statement by President Ruth Fellgate on the ferry:\n\n{SECOND}\n"

    assert told(text) == [("Ruth Fellgate", SECOND)]


def test_a_statement_that_begins_beside_its_introduction_goes_on_below_it() -> None:
    text = f"Mayor Henry Doyle had this response: {FIRST}\n\n{SECOND}\n\nNobody answered."

    assert [name for name, words in told(text) if "hearing" in words] == ["Henry Doyle"]
    assert {name for name, words in told(text) if "wait" in words} == {"Henry Doyle"}


@pytest.mark.parametrize("reader", ["neural", "rules"])
def test_a_spokesmans_statement_is_not_whom_he_speaks_for(reader: str) -> None:
    text = f"A spokesman for Mayor Ruth Fellgate issued the following statement:\n\n{SECOND}\n"

    assert told(text, reader) == [(None, SECOND)]


def test_a_heading_of_what_others_say_of_a_statement_is_not_its_own() -> None:
    text = f"REACTION TO SEN. FELLGATE'S STATEMENT ON FERRIES\n\n{SECOND}\n\nHenry Doyle left. “Good,” he said."

    assert all(name != "Fellgate" for name, words in told(text, "rules"))
    assert any(words == SECOND for _, words in told(text, "rules"))


def test_a_signature_behind_the_statement_is_not_of_it() -> None:
    text = 'Sen. Ruth Fellgate issued the following statement:\n\n"The ferry will run." - U.S. Senator Ruth Fellgate.'

    assert told(text) == [("Ruth Fellgate", '"The ferry will run."')]
