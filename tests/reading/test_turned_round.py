"""Whose words they are where the subject of the report is not who said it."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import words_at
from onrecord.reading import READERS

TOLD = "Mayor Tom Reed met Ida Hadley on Monday and closed the ferry at Osterby.\n\n"


def told(reader: str, text: str) -> list[tuple[str, str, str]]:
    """Source and content of each statement of the last paragraph as printed, and its mode."""
    found = read(reader, text).statements
    return [(words_at(text, *one.source), words_at(text, *one.content), one.mode) for one in found if one.cue[0].start > len(TOLD)]


def read(reader: str, text: str) -> Reading:
    return READERS[reader]().read(Document.of(text))


def speakers(text: str) -> list[str]:
    reading = read("neural", text)
    named = {chain.id: chain.name for chain in reading.chains}
    return [named.get(each.speaker or "", each.basis) for each in reading.statements if each.cue[0].start > len(TOLD)]


@pytest.mark.parametrize("reader", ["neural", "rules"])
@pytest.mark.parametrize(
    ("report", "source", "content"),
    [
        ("The Osterby Gazette quoted Reed as saying that the ferry would sink.", "Reed", "that the ferry would sink"),
        ("The Osterby Gazette quoted Reed as saying the ferry would sink.", "Reed", "the ferry would sink"),
        ("The Osterby Gazette quoted a harbor spokesman as saying, “It will sink.”", "a harbor spokesman", "“It will sink.”"),
    ],
)
def test_whoever_is_quoted_said_it(reader: str, report: str, source: str, content: str) -> None:
    assert told(reader, TOLD + report) == [(source, content, "said")]


@pytest.mark.parametrize(
    ("report", "source", "content"),
    [
        ("“It will sink,” the Osterby Gazette quoted Reed as saying.", "Reed", "“It will sink,”"),
        (
            "“It will sink,” the Gazette quoted Jon Vale, a clerk, as saying on Tuesday. “It is old.”",
            "Jon Vale, a clerk",
            "“It will sink,” … “It is old.”",
        ),
        ("“It will sink,” Reed was quoted as saying by the Osterby Gazette.", "Reed", "“It will sink,”"),
        ("Reed was quoted by the Osterby Gazette as saying it would sink.", "Reed", "it would sink"),
        ("“It will sink,” Reed was quoted as saying on Sunday by the Gazette, which he owns.", "Reed", "“It will sink,”"),
        ("Reed, the mayor, is quoted in “Mud and Money,” a book, as saying it would sink.", "Reed, the mayor", "it would sink"),
        ("In the book, Reed was quoted verbatim as having called the ferry “a tub.”", "Reed", "the ferry “a tub.”"),
        ("Reed was quoted saying the ferry would sink.", "Reed", "the ferry would sink"),
        ("The Gazette quoted a clerk saying the ferry would sink.", "a clerk", "the ferry would sink"),
        ("“It will sink,” Reed is quoted as saying in the book. “It is old.”", "Reed", "“It will sink,” … “It is old.”"),
        ("Hadley’s ad uses footage of Reed asking, “Who needs a ferry?”", "Reed", "“Who needs a ferry?”"),
        ("The union aired ads with a clip of Reed saying: “I sank the ferry.”", "Reed", "“I sank the ferry.”"),
        ("On Monday, a tape surfaced of Reed allegedly calling the ferry “a tub.”", "Reed", "the ferry “a tub.”"),
        ("“It will sink,” Reed was told by Hadley.", "Hadley", "“It will sink,”"),
        ("Ida Hadley, quoting Reed, said the ferry would sink.", "Ida Hadley", "the ferry would sink"),
    ],
)
def test_the_network_told_the_same_way(report: str, source: str, content: str) -> None:
    assert (source, content) in [each[:2] for each in told("neural", TOLD + report)]


def test_whoever_was_told_is_kept() -> None:
    text = TOLD + "“It will sink,” Reed was told by Hadley."
    reading = read("neural", text)
    named = {chain.id: chain.name for chain in reading.chains}

    assert speakers(text) == ["Ida Hadley"]
    assert "Tom Reed" in [named.get(each.addressee) for each in reading.statements]


@pytest.mark.parametrize("several", ["Neither Reed nor Hadley", "Reed or Hadley", "Reed and Hadley"])
def test_of_several_no_one_is_chosen(several: str) -> None:
    assert speakers(f"{TOLD}{several} said the ferry would sink.") == ["ambiguous"]


@pytest.mark.parametrize(("pronoun", "who"), [("she", "Ida Hadley"), ("he", "Tom Reed")])
def test_a_common_name_of_one_gender_is_never_the_other_pronouns(pronoun: str, who: str) -> None:
    text = f"Ida Hadley runs the ferry at Osterby on Monday and Tuesday. Tom Reed wants it shut.\n\n“It is late,” {pronoun} said."

    assert speakers(text) == [who]
