from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.layout import layout

PIECES = [*"abcdeABC .,!?\n\"'“”’‘—-1290", "said ", "Lind ", "p.m. ", "U.S. ", "''"]
NEWSLIKE = st.lists(st.sampled_from(PIECES), max_size=120).map("".join)


def test_a_text_is_cut_into_paragraphs_sentences_and_words() -> None:
    page = layout("Mayor Lind won’t run. She said so Monday.\n\nThe council met at 7 p.m. It voted 5-2.")

    assert [page.text[slice(*span)] for span in page.paragraphs] == [
        "Mayor Lind won’t run. She said so Monday.",
        "The council met at 7 p.m. It voted 5-2.",
    ]
    assert [page.text[slice(*span)] for span in page.sentences] == [
        "Mayor Lind won’t run.",
        "She said so Monday.",
        "The council met at 7 p.m.",
        "It voted 5-2.",
    ]
    assert [word.text for word in page.words_in(page.sentences[0])] == ["Mayor", "Lind", "wo", "n’t", "run", "."]


@pytest.mark.parametrize(
    "text",
    [
        "They met in the park. | “No,” she said.",
        "He flew to New York. | ‘No,’ she said.",
        "Stroud said no. | “Nonsense,” said Aziz.",
        "The boat left at 5 p.m. | “No,” she said.",
        "Mr. “Buck” Lane asked for bus No. 5. | He left.",
        "Gov. “Jerry” Lane and William J. “Bill” Cruz came.",
    ],
)
def test_sentences_end_before_quotations(text: str) -> None:
    whole = text.replace("| ", "")

    assert [whole[slice(*sentence)] for sentence in layout(whole).sentences] == text.split(" | ")


def test_no_is_a_short_form_before_a_number_alone() -> None:
    words = [word.text for word in layout("She said no. Bus No. 5 left. “No.” He asked no. 7.").words]

    assert [word for word in words if word.lower().startswith("no")] == ["no", "No.", "No", "no."]


def test_what_follows_a_word_tells_whether_it_ends_there() -> None:
    page = layout("Mr. Lind doesn’t row the U.S. boat; J. Oso’s twenty-one co-owners can't, at 9 a.m. or 10th_")

    assert [word.text for word in page.words] == [
        *("Mr.", "Lind", "does", "n’t", "row", "the", "U.S.", "boat", ";", "J.", "Oso", "’s", "twenty-one", "co-owners"),
        *("ca", "n't", ",", "at", "9", "a.m.", "or", "10th", "_"),
    ]


def test_lines_broken_to_fit_a_page_are_one_paragraph() -> None:
    mail = (
        "The council of Kettle Bay voted late on Tuesday night to keep the ferry\n"
        "running through the winter. “We have no other road,” said Mayor Jo Lind,\n"
        "who came by boat.\n\n"
        "Clerk Omar Petrosyan counted the votes twice, because the first count had\n"
        "come out at nine for a council that has never had more than seven seats."
    )
    page = layout(mail)

    assert len(page.paragraphs) == 2
    assert (
        page.text[slice(*page.sentences[1])].replace("\n", " ") == "“We have no other road,” said Mayor Jo Lind, who came by boat."
    )


def test_possessives_initials_and_abbreviations_stay_whole() -> None:
    page = layout("J. Lind's U.S. trip, Sen. O'Hara-Vance's idea")

    assert [word.text for word in page.words] == ["J.", "Lind", "'s", "U.S.", "trip", ",", "Sen.", "O'Hara-Vance", "'s", "idea"]


@given(NEWSLIKE | st.text(max_size=120))
def test_words_and_sentences_lose_no_character_but_white_space(text: str) -> None:
    page = layout(text)
    in_words = {at for word in page.words for at in range(word.start, word.end)}
    in_sentences = {at for span in page.sentences for at in range(*span)}
    printed = {at for at, character in enumerate(text) if not character.isspace()}

    assert printed <= in_words
    assert printed <= in_sentences
    assert all(word.text == text[word.start : word.end] for word in page.words)
    assert all(before.end <= after.start for before, after in pairwise(page.sentences))
