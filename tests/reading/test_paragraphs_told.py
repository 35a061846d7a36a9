"""Paragraphs whose form tells whose words they are: interviews, transcripts, posts printed whole."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import words_at
from onrecord.reading import READERS

READER = READERS["neural"]()


def told(text: str) -> list[tuple[str, str]]:
    """Speaker, or why none, and content of each statement."""
    reading = READER.read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}
    return [(names.get(one.speaker or "", f"({one.basis})"), words_at(text, *one.content)) for one in reading.statements]


QUESTIONS = """\
The novelist Iris Fenn talks about her book.

{q} Where did the idea come from?

{a} I was walking on the pier one morning.

{q} Did you ever speak to the man?

{a} Never. He might have been dull."""


@pytest.mark.parametrize(("q", "a"), [("Q:", "A:"), ("Q.", "A."), ("**Q:**", "**A:**"), ("Question:", "Answer:")])
def test_who_answers_is_the_one_person_of_the_introduction(q: str, a: str) -> None:
    answers = [words for name, words in told(QUESTIONS.format(q=q, a=a)) if name == "Iris Fenn" and "book" not in words]

    assert answers == ["I was walking on the pier one morning.", "Never. He might have been dull."]


def test_where_two_people_are_introduced_nobody_is_named() -> None:
    text = QUESTIONS.format(q="Q:", a="A:").replace("Iris Fenn talks", "Iris Fenn and the painter Otto Frey talk")

    assert ("(unnamed)", "I was walking on the pier one morning.") in told(text)


def test_an_article_at_the_head_of_paragraphs_is_no_answer() -> None:
    text = "A. Reed, the baker, died.\n\nQ. Moss, the clerk, wept.\n\nA. Lind said the shop would close."

    assert [words for name, words in told(text) if name == "(unnamed)"] == []


def test_labels_in_bold_and_initials_are_labels() -> None:
    text = (
        "**The Osterby Post:** How did you come here?\n\n"
        "**Anna Quill:** My father kept the light. I never left.\n\n"
        "**OP:** Are you lonely?\n\n**AQ:** In February, yes.\n\n**OP:** And later?\n\n**AQ:** They will put in a machine."
    )

    assert [words for name, words in told(text) if name == "Anna Quill"] == [
        "My father kept the light. I never left.",
        "In February, yes.",
        "They will put in a machine.",
    ]


def test_a_broadcasters_label_tells_who_it_is() -> None:
    text = (
        "LENA MOSS, HOST: Welcome back.\n\nSEN. PAUL QUILL (R), OHIO: Good to be here.\n\n"
        "MOSS: You voted no. Why?\n\nQUILL: It would have closed the market."
    )

    assert told(text) == [
        ("Lena Moss", "Welcome back."),
        ("Paul Quill", "Good to be here."),
        ("Lena Moss", "You voted no. Why?"),
        ("Paul Quill", "It would have closed the market."),
    ]


def test_two_turns_of_a_person_and_of_a_host_without_a_name_are_a_transcript() -> None:
    text = """\
HOST: Welcome back. With me is the author Odile Marsh.
MARSH: Thank you for having me.
HOST: Your book says the river was moved.
MARSH: Twice. Nobody noticed."""

    assert [content for speaker, content in told(text) if speaker == "Odile Marsh"] == [
        "Thank you for having me.",
        "Twice. Nobody noticed.",
    ]


def test_a_headline_with_a_name_is_no_turn_that_goes_on() -> None:
    text = (
        "Quill: We will sell the mill\n\nThe mill of Ada Quill has stood empty since the flood.\n\n"
        "MOSS: Will you sell?\n\nQUILL: We will.\n\nMOSS: When?\n\nQUILL: In May."
    )

    assert all("empty since" not in words for _, words in told(text))


POST = "The pier is shut and nobody told us. #pier https://t.co/aB1"


@pytest.mark.parametrize(
    "text",
    [
        f"The quarrel went on.\n\n{POST} — Jo Lind (@jolind) May 4, 2031\n\nShe has not been seen since.",
        f"The quarrel went on.\n\n{POST} pic.twitter.com/xY2 — Jo Lind (@jolind) 4 May 2031",
        f"The quarrel went on.\n\n{POST}\n\n— Jo Lind (@jolind) May 4, 2031",
        f"The quarrel went on.\n\nJo Lind (@jolind) {POST}",
        f"The quarrel went on.\n\nSo what? — Bo Trent (@bo) May 3, 2031 {POST} — Jo Lind (@jolind) May 4, 2031",
    ],
)
def test_a_post_printed_whole_is_its_posters_without_its_addresses(text: str) -> None:
    assert told(text) == [("Jo Lind", "The pier is shut and nobody told us. #pier")]


def test_a_handle_in_a_sentence_is_no_post() -> None:
    text = "Jo Lind (@jolind) is the clerk of Osterby and the author of two books on piers."

    assert told(text) == []


def test_a_quotation_below_a_post_is_not_the_posters() -> None:
    text = f"{POST} — Jo Lind (@jolind) May 4, 2031\n\n“Nobody told us either.”"

    assert told(text)[1] == ("(unresolved)", "“Nobody told us either.”")
