"""Single quotation marks told from apostrophes, where a text speaks in them."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import words_at
from onrecord.reading import READERS
from onrecord.reading.layout import layout
from onrecord.reading.quotations import find_quotations

SPOKEN = "‘The ferry is late again,’ said Ann Reed.\n\n"


def quoted(text: str) -> list[str]:
    return [text[slice(*quotation.span)] for quotation in find_quotations(layout(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘We waited an hour,’ said Jo Lind. ‘Nobody came.’", ["‘We waited an hour,’", "‘Nobody came.’"]),
        ("'We can't wait, and they don't care,' said Jo Lind.", ["'We can't wait, and they don't care,'"]),
        ("‘The boys’ rooms aren’t dry,’ said Jo Lind.", ["‘The boys’ rooms aren’t dry,’"]),
        ("‘I’ve told ’em since ’98,’ said Jo Lind.", ["‘I’ve told ’em since ’98,’"]),
        ("'We were told 'em in '98,' said Jo Lind of the '90s.", ["'We were told 'em in '98,'"]),
        ("‘He said, “We wait,” and so we did,’ said Jo Lind.", ["‘He said, “We wait,” and so we did,’"]),
        ("Lind said: 'They told me, \"Only a bit of mould.\" A bit!'", ["'They told me, \"Only a bit of mould.\" A bit!'"]),
    ],
)
def test_speech_in_single_marks_is_quoted(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lind called it ‘reckless’ and ‘a gift to the lawyers’.", ["‘reckless’", "‘a gift to the lawyers’"]),
        ("The ‘smart’ meters of the workers’ hostel are old.", ["‘smart’"]),
        ("The crews' boats and the pilots' hut burned.", []),
        ("Rock ’n’ roll came to the isle in the ’60s, O’Hara’s brother said.", []),
    ],
)
def test_where_a_text_speaks_in_single_marks_its_odd_words_are_quoted_too(text: str, found: list[str]) -> None:
    assert quoted(SPOKEN + text)[1:] == found


@pytest.mark.parametrize(
    "text",
    [
        "Lind: ‘We will not pay’\n\n“We will not pay,” Jo Lind said of the ‘smart’ meters.",
        "“I said, ‘We will not pay, ever,’ and left,” Lind said.",
        "The pilots' hut burned, 'most likely', by '98.",
    ],
)
def test_where_it_does_not_single_marks_are_left(text: str) -> None:
    assert all(words[0] == "“" for words in quoted(text))


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "‘We had ten minutes,’ said Jo Lind. ‘There was no siren.\n\n‘I rang again.\n\n‘By night the village was gone.’"

    assert quoted(text)[1:] == ["‘There was no siren.", "‘I rang again.", "‘By night the village was gone.’"]


def test_a_story_in_single_marks_is_read_as_one_in_double_ones() -> None:
    text = (
        "Residents of Kettle Bay have accused the harbour authority of ignoring them.\n\n"
        "‘We were told nothing,’ said Joan Hale, 71. ‘The workers’ lorries came at six.’\n\n"
        "Harbour master Peter Quill said: ‘We could not wait. I told them, “Not till May.”’"
    )
    reading = READERS["neural"]().read(Document.of(text))
    names = {chain.id: chain.name for chain in reading.chains}
    told = [(names.get(one.speaker or ""), words_at(text, *one.content)) for one in reading.statements if one.type == "direct"]

    assert ("Joan Hale", "‘We were told nothing,’ … ‘The workers’ lorries came at six.’") in told
    assert ("Peter Quill", "‘We could not wait. I told them, “Not till May.”’") in told
