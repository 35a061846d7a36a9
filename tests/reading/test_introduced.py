"""Quotations that no verb of saying introduces."""

import pytest

from onrecord.core.documents import Document
from onrecord.core.spans import words_at
from onrecord.reading import READERS
from onrecord.reading.introduced import introduced
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.quotations import find_quotations
from onrecord.reading.units import find_units


def found(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each quotation that is introduced so."""
    page = layout(text)
    units = find_units(page, find_quotations(page))
    people = [name.span for name in find_names(page) if name.type == "person"]
    told = (introduced(units, number, people) for number in range(len(units)))
    return [(words_at(text, *one.source), words_at(text, *one.cue), words_at(text, *one.content)) for one in told if one]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("• Union president Abe Colt: “A disgrace.”", ("Union president Abe Colt", ":", "“A disgrace.”")),
        ("Lawyer Omar Reid, who will appeal: “Not yet.”", ("Lawyer Omar Reid", ":", "“Not yet.”")),
        ("Added his deputy, Omar Reid: “Not yet.”", ("his deputy, Omar Reid", "Added", "“Not yet.”")),
        ("It was, in the words of one diver, “a coffin.”", ("one diver", "in the words of", "“a coffin.”")),
        ("“She rolled,” in the words of Ann Reed.", ("Ann Reed", "in the words of", "“She rolled,”")),
        ("Ann Reed smiled. “Give him time.”", ("Ann Reed", "smiled", "“Give him time.”")),
        ("Her trainer grins. “She bites.”", ("Her trainer", "grins", "“She bites.”")),
        ("Her deputy, Omar Reid, slowly shook his head. “No.”", ("Her deputy, Omar Reid", "shook", "“No.”")),
    ],
)
def test_who_is_quoted(text: str, told: tuple[str, str, str]) -> None:
    assert found(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Abe Colt's view: “A disgrace.”",
        "The verdict on Abe Colt came at noon: “Guilty.”",
        "What Abe Colt told the court: “Nothing.”",
        "In the words of the song lies a truth. “La,” it goes.",
        "Ann Reed smiled.\n\n“Give him time.”",
        "The boat leaned. It sank. “Gull” was its name.",
        "Film: “The Salt Road”",
    ],
)
def test_where_nobody_is(text: str) -> None:
    assert found(text) == []


STORY = """\
Reactions to the verdict came from all over Osterby on Monday.

- Mayor Jill Stone: “A good day for Osterby.”

- Union president Abe Colt: “A disgrace.”

Commissioner Faye Holt closed the file. “I have heard worse.”

Her deputy, Ray Imbert, laughed. “Not from the governor.”

“The court,” said lawyer Omar Reid, “has spoken.” He called it late, adding, “We had hoped for May.”

In a letter to parents, Principal Joy Sato wrote:

The school is closed on Friday. The boiler has failed. I am sorry for the trouble.

Parents were not amused."""


def test_a_story_with_few_verbs_of_saying_gives_each_quotation_to_its_speaker_or_to_nobody() -> None:
    reading = READERS["neural"]().read(Document.of(STORY))
    names = {chain.id: chain.name for chain in reading.chains}
    told = [(names.get(one.speaker or "", f"({one.basis})"), words_at(STORY, *one.content)) for one in reading.statements]

    assert [one for one in told if "“" in one[1]] == [
        ("Jill Stone", "“A good day for Osterby.”"),
        ("Abe Colt", "“A disgrace.”"),
        ("(unresolved)", "“I have heard worse.”"),
        ("Ray Imbert", "“Not from the governor.”"),
        ("Omar Reid", "“The court,” … “has spoken.”"),
        ("Omar Reid", "“We had hoped for May.”"),
    ]
    assert ("Joy Sato", "The school is closed on Friday. The boiler has failed. I am sorry for the trouble.") in told
