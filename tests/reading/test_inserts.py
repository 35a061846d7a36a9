"""What pages insert into stories: lines in an advertisement's place, cards with headlines behind a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.documents import Document
from onrecord.core.spans import Span
from onrecord.reading import READERS
from onrecord.reading.inserts import beside, blanked, inserts
from onrecord.record.evidence import require_evidence

CARDS = """President Quill Edwin Marsh QuillFerry fares rise in the fog Warden buys a new boat MORE on Friday attacked \
Sen. Ana Lind Ana (Annie) Maria LindSeals return to the bay Harbor notes: Rope is dear | Hale mends a net MORE (D-Marl).

“She has no plan,” Quill said at a rally with Rep. Tom Hale Thomas (Tom) Hale Bakers want the old clock back MORE (R-Ord).

Lind's spokeswoman, Vera Moss Vera MossThe bay's weather: Rain on six days Noon bulletin MORE, said the senator would answer \
Rep. Hale Thomas (Tom) HaleBakers want the old clock back MORE “in her own time.”
"""


def inserted(text: str) -> list[str]:
    return [text[slice(*span)].strip() for span in inserts(text)]


def test_a_card_reaches_from_behind_the_name_to_its_link() -> None:
    assert inserted(CARDS) == [
        "Edwin Marsh QuillFerry fares rise in the fog Warden buys a new boat MORE",
        "Ana (Annie) Maria LindSeals return to the bay Harbor notes: Rope is dear | Hale mends a net MORE",
        "Thomas (Tom) Hale Bakers want the old clock back MORE",
        "Vera MossThe bay's weather: Rain on six days Noon bulletin MORE",
        "Thomas (Tom) HaleBakers want the old clock back MORE",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Advertisement:",
        "[Advertisement]",
        "Story Continued Below",
        "Slideshow (12 Images)",
        "Article continues below this advertisement",
    ],
)
def test_a_line_in_the_place_of_something_else_is_an_insert(line: str) -> None:
    assert inserted(f"Lind won.\n\n  {line}\n\nShe waved.\n") == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement for the bridge cost the town $40, Lind said.\n",
        "The story continued below the fold, and Lind read it.\n",
        "MAYOR LIND: WE NEED MORE, SAYS LINDEN HALE. MORE NEWS\n",
        "Tom Hale wants more. Hale Street needs MORE light, he said.\n",
        "“MORE,” Ana Lind told Lindqvist. LindCo had asked for it.\n",
    ],
)
def test_a_story_that_uses_such_words_has_none(text: str) -> None:
    assert inserts(text) == ()


@pytest.mark.parametrize("reader", sorted(READERS))
def test_nobody_said_a_card_and_whoever_stands_before_it_is_the_source(reader: str) -> None:
    document = Document.of(CARDS)

    reading = READERS[reader]().read(document)

    require_evidence(document.text, reading)
    names = {chain.id: chain.name for chain in reading.chains}
    told = {
        names[statement.speaker]: [document.text[slice(*span)] for span in statement.content]
        for statement in reading.statements
        if statement.speaker and statement.type != "indirect"
    }
    assert told["Quill"] == ["“She has no plan,”"]
    assert told["Vera Moss"] == ["the senator would answer Rep. Hale", "“in her own time.”"]
    assert {chain.name for chain in reading.chains if chain.type == "person" and chain.name} == {
        "Quill",
        "Ana Lind",
        "Tom Hale",
        "Vera Moss",
    }


@pytest.mark.parametrize("reader", sorted(READERS))
def test_a_quotation_goes_on_past_an_advertisement(reader: str) -> None:
    document = Document.of(
        "“She has no plan,” Tom Hale said in Ord on Friday.\n\nADVERTISEMENT\n\n“She never had one.”\n\nThe rally ended at noon.\n"
    )

    reading = READERS[reader]().read(document)

    names = {chain.id: chain.name for chain in reading.chains}
    said = [
        (names[statement.speaker or ""], document.text[slice(*span)])
        for statement in reading.statements
        for span in statement.content
    ]
    assert said == [("Tom Hale", "“She has no plan,”"), ("Tom Hale", "“She never had one.”")]


@pytest.mark.parametrize("elision", ["[...]", "[…]", "[ . . . ]"])
def test_a_quotation_is_whole_where_words_of_it_are_left_out(elision: str) -> None:
    words = f"“A ferry that sails once a day helps no baker. {elision} We would like to see two of them by the spring.”"
    document = Document.of(f"Clara Lind, who teaches in Ord, went on to say, {words}\n")

    (statement,) = READERS["neural"]().read(document).statements

    assert [document.text[slice(*span)] for span in statement.content] == [words]


@given(st.text(alphabet="ab AB\n“”", max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_what_stands_beside_inserts_keeps_every_other_word(text: str, drawn: list[tuple[int, int]]) -> None:
    taken: list[Span] = []
    for start, end in sorted((min(pair), min(max(pair), len(text))) for pair in drawn):
        if start < end and (not taken or start >= taken[-1].end):
            taken.append(Span(start, end))
    whole = Span(0, len(text))

    pieces = beside(text, (whole,), taken) if text else ()

    assert len(blanked(text, taken)) == len(text)
    assert (
        "".join(text[slice(*piece)] for piece in pieces).split()
        == "".join(blanked(text, taken)[slice(*piece)] for piece in pieces).split()
    )
    left = {at for at, letter in enumerate(blanked(text, taken)) if not letter.isspace()}
    assert left == {at for piece in pieces for at in range(*piece) if not text[at].isspace()}
