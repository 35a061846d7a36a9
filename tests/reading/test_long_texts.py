"""Reading a text several times as long takes several times the steps, and no more."""

import cProfile
import pstats

import pytest

from onrecord.core.documents import Document
from onrecord.reading import READERS

PARAGRAPHS = (
    "Mayor Rosa Hale said on Tuesday that the ferry would sail in May. “I have waited for it,” she told the council.",
    "The council's chair, Tom Varga, declined to comment. He had said in March through his spokeswoman, Ann Lee, that nobody had.",
    "“We will not wait, Varga said. “It is late,” a clerk added. According to the Harbor Trust, the slip is theirs.",
)


def steps(text: str) -> int:
    """How many functions a reading calls, the words of the text being known from another reading."""
    document = Document.of(text)
    reader = READERS["rules"]()
    reader.read(document)
    profile = cProfile.Profile()
    profile.runcall(reader.read, document)
    return int(vars(pstats.Stats(profile))["total_calls"])


@pytest.mark.parametrize("between", ["\n\n", " "], ids=["paragraphs", "one paragraph"])
def test_a_text_four_times_as_long_is_read_in_four_times_the_steps(between: str) -> None:
    short, long = (steps(between.join(PARAGRAPHS * times)) for times in (20, 80))
    assert long < 4.4 * short
