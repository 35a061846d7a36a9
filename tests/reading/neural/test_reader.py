"""The neural reader as it ships: plain stories in, what a newsroom would note down out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.documents import Document
from onrecord.core.readings import Reading, Statement
from onrecord.core.spans import words_at
from onrecord.reading import READERS
from onrecord.record.evidence import require_evidence

READER = READERS["neural"]()

STORY = """\
Kettle Bay council weighs a toll on the causeway

By Orla Finch

Councilwoman Petra Lindqvist said Tuesday that the causeway would need $4 million in repairs before winter.

“We can pay now or we can swim later,” Lindqvist told reporters. “I know which one I prefer.”

Mayor Jonah Abernathy disagreed, calling the estimate “a work of fiction.” He said he would veto any toll.

According to a report by the harbor commission, traffic on the causeway has doubled since 2019.

A spokeswoman for Lindqvist declined to comment on the veto threat.
"""


def read(text: str) -> Reading:
    return READER.read(Document.of(text))


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each statement as printed."""
    return [(words_at(text, *one.source), words_at(text, *one.cue), words_at(text, *one.content)) for one in read(text).statements]


def about(words: str) -> Statement:
    """The statement of the story that has these words."""
    (found,) = [one for one in read(STORY).statements if words in words_at(STORY, *one.content)]
    return found


def name(chain: str | None) -> str:
    return next((each.name for each in read(STORY).chains if each.id == chain), "")


@pytest.mark.parametrize(
    ("words", "speaker", "kind", "mode"),
    [
        ("$4 million in repairs", "Petra Lindqvist", "indirect", "said"),
        ("swim later", "Petra Lindqvist", "direct", "told"),
        ("a work of fiction", "Jonah Abernathy", "mixed", "said"),
        ("veto any toll", "Jonah Abernathy", "indirect", "said"),
        ("has doubled since 2019", "", "indirect", "said"),
    ],
)
def test_a_story_gives_its_statements(words: str, speaker: str, kind: str, mode: str) -> None:
    statement = about(words)

    assert (name(statement.speaker), statement.type, statement.mode) == (speaker, kind, mode)
    assert 0.0 < statement.confidence < 1.0


def test_a_quotation_in_two_pieces_is_one_statement() -> None:
    assert words_at(STORY, *about("swim later").content) == "“We can pay now or we can swim later,” … “I know which one I prefer.”"


def test_whoever_was_told_is_kept() -> None:
    text = "“The weir will hold,” Ana Mossfeld told Tilda Brandt on Monday."
    (statement,) = read(text).statements

    assert [chain.name for chain in read(text).chains if chain.id == statement.addressee] == ["Tilda Brandt"]


@pytest.mark.parametrize("reader", ["neural", "rules"])
@pytest.mark.parametrize(("surname", "when"), [("May", ["June", "May", "May 3"]), ("White", ["June", "May", "May 3"])])
def test_a_surname_that_is_a_word_speaks_and_a_month_is_a_time(reader: str, surname: str, when: list[str]) -> None:
    text = (
        f"Prime Minister Ida {surname} said that the toll would rise in June.\n\n“Nobody rows for nothing,” {surname} said. "
        f"“We lost two boats in May.”\n\nFarmers asked {surname} to wait until May 3."
    )
    reading = READERS[reader]().read(Document.of(text))
    (person,) = [chain for chain in reading.chains if chain.type == "person"]
    spoken = {words_at(text, *each.content) for each in reading.statements if each.speaker == person.id}

    assert person.name == f"Ida {surname}"
    assert spoken == {"that the toll would rise in June", "“Nobody rows for nothing,” … “We lost two boats in May.”"}
    assert [text[slice(*time.span)] for time in reading.times] == when


def test_whoever_has_a_title_is_believed_to_be_somebody_by_surname_too() -> None:
    text = "Mayor Ida Price of Osterby met farmers there.\n\n“Nobody rows for nothing,” Price said. The council told Price so."
    reading = read(text)
    (statement,) = [each for each in reading.statements if each.type == "direct"]

    assert [chain.name for chain in reading.chains if chain.id == statement.speaker] == ["Ida Price"]


def test_a_refusal_is_on_the_record() -> None:
    assert [one.mode for one in read(STORY).statements].count("declined") == 1


def test_a_reading_says_what_it_was_made_by() -> None:
    assert read(STORY).reader == "neural/13"
    assert read(STORY).build.startswith("onnxruntime ")


def test_a_reading_does_not_depend_on_what_was_read_before() -> None:
    first = read(STORY)
    read("“Gulls,” said Ana Mossfeld, “are the bay's only free citizens.” " * 40)

    assert read(STORY) == first
    assert READERS["neural"]().read(Document.of(STORY)) == first


def test_a_text_that_is_not_english_is_not_read() -> None:
    reading = read(
        "Die Bürgermeisterin sagte am Dienstag, die Brücke müsse vor dem Winter erneuert werden. Der Rat war anderer Ansicht."
    )

    assert (reading.language, reading.statements) == ("de", ())


def test_an_empty_text_and_one_of_marks_say_nothing() -> None:
    assert told("") == told("”“ ''\n\n—") == []


pieces = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "''",
        "’",
        " said ",
        " told ",
        "Mossfeld",
        "Mayor Ana Mossfeld",
        " the weir ",
        ",",
        ".",
        "\n",
        "\n\n",
        ": ",
        "—",
        "é",
        "\u200b",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, max_size=60).map("".join) | st.text(max_size=200))
def test_whatever_the_text_the_reading_fits_it(text: str) -> None:
    require_evidence(text, read(text))
