"""Quotations keep their speakers when their marks are broken, wherever a reader could still tell.

Each quotation of the demo stories is printed anew in every way below that leaves a reader able to tell whose words these are.
The rule for that:

1. The shape of the marks never matters.
2. One mark is enough for words that somebody says. Whichever of the two is left shows that words are quoted; where they begin or
   end on the other side follows from the words that say whose they are, or from the sentence or the paragraph. A term or
   a title that stands in the paper's own sentence needs both: with one mark it looks like the end of what somebody says.
3. Without both marks, the words are still somebody's when the sentence goes on outside of them, to say whose they are: they
   follow an introduction (`She said the city …`, `Hale added: …`) or run on to one (`…, the mayor said`). A whole sentence
   that nothing of the kind is attached to has become the paper's own. So have words after the name of who speaks the words
   before them (`“…,” he said, and …` tells what he did next), and words that tell of another saying (`I said that …, the mayor
   said` may be the paper's own report of the first).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from demo_stories import demo_texts
from demo_truth import QUOTATIONS, Quotation
from onrecord.core.documents import Document
from onrecord.core.names import fold
from onrecord.core.readings import Reading, Statement
from onrecord.core.spans import Span
from onrecord.knowledge.reporting import reporting_verbs
from onrecord.reading import READERS

GLYPHS = {"straight": ('"', '"'), "curly": ("“", "”"), "two apostrophes": ("''", "''"), "ill-matched": ("“", '"')}
OPENING = re.compile("(?:[\"“”]|''|``)$")
CLOSING = re.compile("[ ]?(?:[\"“”]|'')(?!\\w)")
ANY_MARK = re.compile("[\"“”]|''")


@dataclass(frozen=True, slots=True)
class Printed:
    """A text with a quotation in it: where its marks (empty where missing) and its words stand."""

    text: str
    opening: Span
    words: Span
    closing: Span

    def marked(self, opening: str, closing: str) -> "Printed":
        """The same text with other marks around the words."""
        before, quoted, after = self.text[: self.opening.start], self.text[slice(*self.words)], self.text[self.closing.end :]
        start = len(before) + len(opening)
        end = start + len(quoted)
        return Printed(
            before + opening + quoted + closing + after, Span(len(before), start), Span(start, end), Span(end, end + len(closing))
        )

    @property
    def marks(self) -> tuple[str, str]:
        """The marks as printed, "" where one is missing."""
        return self.text[slice(*self.opening)], self.text[slice(*self.closing)]

    @property
    def introduced(self) -> bool:
        """Whether words of the same sentence stand before the quotation, and no quotation before them."""
        before = re.split(r"\n|[.!?] ", self.text[: self.opening.start])[-1].strip()
        return bool(before) and not ANY_MARK.search(before)

    @property
    def runs_on(self) -> bool:
        """Whether words of the same sentence stand after the quotation."""
        return not self.text[slice(*self.words)].endswith((".", "!", "?"))

    @property
    def tells_of_another_saying(self) -> bool:
        """Whether the words report something themselves."""
        clauses = re.findall(r"(?=\b(\w+)(?: \w+)? that\b)", self.text[slice(*self.words)])
        return any(word.lower() in reporting_verbs() for word in clauses)


def printed(quotation: Quotation) -> Printed:
    """The quotation where it stands in its story."""
    text = demo_texts()[quotation.story]
    start = text.index(quotation.words)
    end = start + len(quotation.words)
    opening = OPENING.search(text, 0, start)
    closing = CLOSING.match(text, end)
    return Printed(
        text,
        Span(opening.start() if opening else start, start),
        Span(start, end),
        Span(end, closing.end() if closing else end),
    )


def variants(quotation: Quotation) -> Iterator[tuple[str, Printed]]:
    """Every way of printing the quotation that leaves a reader able to tell, with its name."""
    original = printed(quotation)
    opening, closing = original.marks
    yield "as printed", original
    if opening and closing and quotation.speaker:
        yield "opening dropped", original.marked("", closing)
        yield "closing dropped", original.marked(opening, "")
    if (original.introduced or original.runs_on) and not original.tells_of_another_saying:
        yield "both dropped", original.marked("", "")
    for name, (opens, closes) in GLYPHS.items():
        yield name, original.marked(opens if opening else "", closes if closing else "")


CASES = [
    pytest.param(quotation, variant, id=f"{quotation.words[:30]}… {name}")
    for quotation in QUOTATIONS
    for name, variant in variants(quotation)
]


@cache
def read(text: str) -> Reading:
    return READERS["rules"]().read(Document.of(text))


def told(reading: Reading, words: Span) -> list[Statement]:
    """The statements that the words are told in, those within other statements left out."""
    return [
        statement
        for statement in reading.statements
        if not statement.within and any(piece.overlaps(words) for piece in statement.content)
    ]


def persons(reading: Reading, statement: Statement) -> set[str]:
    """Who speaks in the statement, and who speaks for them, by folded name."""
    speaking = (statement.speaker, statement.via)
    return {fold(chain.name) for chain in reading.chains if chain.id in speaking and chain.type == "person"}


@pytest.mark.parametrize(("quotation", "variant"), CASES)
def test_a_quotation_keeps_its_speaker(quotation: Quotation, variant: Printed) -> None:
    reading = read(variant.text)
    named = [speaking for each in told(reading, variant.words) if (speaking := persons(reading, each))]

    if quotation.speaker is None:
        assert named == []
    else:
        assert named
        assert [speaking for speaking in named if fold(quotation.speaker) not in speaking] == []


def test_every_quotation_stands_once_in_its_story() -> None:
    assert {quotation.story for quotation in QUOTATIONS} == set(demo_texts())
    assert [quotation for quotation in QUOTATIONS if demo_texts()[quotation.story].count(quotation.words) != 1] == []


def test_every_mark_in_the_stories_belongs_to_a_quotation_written_down() -> None:
    left = dict(demo_texts())
    for quotation in QUOTATIONS:
        opening, closing = printed(quotation).marks
        left[quotation.story] = left[quotation.story].replace(opening + quotation.words + closing, "")

    assert {story: re.findall("[\"“”]|''", text) for story, text in left.items()} == {story: [] for story in left}


def test_the_stories_break_quotation_marks_in_every_way() -> None:
    marks = {printed(quotation).marks for quotation in QUOTATIONS}

    assert {("", '"'), ('"', ""), ("“", '"'), ('"', "”"), ("“", "”"), ('"', '"'), ("''", "''"), ("“", ' "')} <= marks


def test_a_whole_sentence_without_marks_is_the_papers_own() -> None:
    dropped = {quotation.words for quotation in QUOTATIONS for name, _ in variants(quotation) if name == "both dropped"}

    assert "It is October," in dropped
    assert "keeps its promises to developers by the hour and to islanders by the decade." in dropped
    assert "By spring the ice will have decided for us." not in dropped
    assert "and to count for them." not in dropped
    assert "Last year the mayor told us that nobody rides this boat," not in dropped
    assert "It goes there and it comes back. That was all we asked." not in dropped
