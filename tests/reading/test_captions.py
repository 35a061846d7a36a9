"""Captions of pictures between the paragraphs of a story."""

import pytest

from onrecord.reading.captions import captions
from onrecord.reading.layout import layout


@pytest.mark.parametrize(
    "paragraph",
    [
        "FILE PHOTO: Mayor Ada Quill waves from a ferry in Marl, June 29, 2031. REUTERS/Jo Lind",
        "Mayor Ada Quill waves from a ferry in Marl. (AP Photo/Jo Lind)",
        "Ada Quill listens to a speech in Marl. | Jo Lind/AP Photo",
        "Not much. Jo Lind/Getty Images",
        "Photo: Ada Quill on the pier",
    ],
)
def test_a_caption_begins_as_one_or_credits_whoever_took_the_picture(paragraph: str) -> None:
    page = layout(f"Ada Quill won on Monday.\n\n{paragraph}\n\nShe waved.")

    assert [page.text[slice(*caption)] for caption in captions(page)] == [paragraph]


@pytest.mark.parametrize(
    "paragraph",
    [
        "MARL (Reuters) - Mayor Ada Quill waved from a ferry on Monday.",
        "She sold the picture to Getty Images for $50.",
        "“Photo: not bad,” she said of a caption by AP Photo/Jo Lind.",
        "AFP and Reuters said the mayor had waved.",
    ],
)
def test_a_story_that_speaks_of_agencies_goes_on(paragraph: str) -> None:
    assert captions(layout(f"Ada Quill won on Monday.\n\n{paragraph}\n\nShe waved.")) == ()
