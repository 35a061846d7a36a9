"""Dialogue: whose a short quotation is that does not tell, and where it stays nobody's."""

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


def test_two_people_take_turns() -> None:
    text = """\
Rosa Fane met her cousin Edwin at the lock.

“You let the boat go,” Rosa said.

“I did,” said Edwin.

“With the dog in it?”

“He can swim.”

“Not in winter.”

Edwin looked at the water."""

    assert told(text) == [
        ("Rosa Fane", "“You let the boat go,”"),
        ("Edwin", "“I did,”"),
        ("Rosa Fane", "“With the dog in it?”"),
        ("Edwin", "“He can swim.”"),
        ("Rosa Fane", "“Not in winter.”"),
    ]


def test_a_short_question_is_answered_by_the_other() -> None:
    text = """\
“Who shut the sluice?” asked Rosa Fane.

“The wind did,” said Edwin Holt.

“Did the wind turn the key?” Fane said.

“It was a strong wind.”"""

    assert told(text)[-1] == ("Edwin Holt", "“It was a strong wind.”")


def test_the_answer_to_whoever_asks_is_not_the_askers() -> None:
    text = """\
Rosa Fane stopped a boy at the lock.

“Did you see the dog?” Fane asked.

“No.”"""

    assert told(text) == [("Rosa Fane", "“Did you see the dog?”"), ("(unresolved)", "“No.”")]


@pytest.mark.parametrize("second", ["Fane added", "she said"])
def test_a_quotation_of_its_own_goes_on_with_whoever_spoke_where_it_may_be_one_person(second: str) -> None:
    text = f"""\
“The lock is old,” said Rosa Fane, the keeper.

“The gates are rotten,” {second}.

“We have asked for new ones.”"""

    assert {speaker for speaker, _ in told(text)} == {"Rosa Fane"}


def test_one_quotation_after_two_people_is_the_second_ones() -> None:
    text = """\
“The lock is old,” said Rosa Fane, the keeper.

“The gates are rotten,” said Edwin Holt, an engineer.

“We have asked for new ones.”"""

    assert [(speaker, "new ones" in content) for speaker, content in told(text)] == [("Rosa Fane", False), ("Edwin Holt", True)]


@pytest.mark.parametrize("before", ["", "The hearing began on Monday in a hall above the fish market, with forty people in it. "])
def test_no_after_a_question_is_not_the_askers(before: str) -> None:
    text = f"""\
{before}“On memory,” repeated Rosa Fane, the lawyer. “Of a night two years ago?”

“No.”"""

    assert told(text)[-1] == ("(unresolved)", "“No.”")
