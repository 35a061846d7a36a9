"""`onrecord search`: where words stand in documents and statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from cyclopts import Parameter

from onrecord.core.evidence import Date
from onrecord.faces.answers import Answer, as_json, give
from onrecord.faces.citing import Citation, Citer
from onrecord.faces.counting import counted
from onrecord.faces.dates import falls_within
from onrecord.faces.exports.plain import Plain
from onrecord.faces.opening import answering, days
from onrecord.faces.options import ASKED_PLAINLY, Question
from onrecord.faces.printing import Line
from onrecord.faces.refusals import DONE, RefusedError
from onrecord.faces.statements import Shower, Shown
from onrecord.record.results import Hit
from onrecord.record.view import View

MOST_FOUND = 50
"""How many places are shown: who sees more than these adds a word."""

HEADINGS = ("document", "statement", "snippet", "speaker", "publisher", "title", "published_earliest", "published_latest")


@dataclass(frozen=True, slots=True)
class Place:
    """A document or statement in which the words were found, and the text around them, with the words in brackets."""

    hit: Hit
    citation: Citation
    statement: Shown | None

    @property
    def when(self) -> Date:
        """When the statement was said, or the document published."""
        return self.statement.statement.said if self.statement else self.citation.document.published

    def lines(self) -> Iterator[Line]:
        """Whose words they are, the words, and where they stand."""
        yield Line(self.statement.headline if self.statement else "in the text", style="bold")
        yield Line(" ".join(self.hit.snippet.split()), 2)
        yield Line(str(self.citation), 2, "dim")

    def plain(self) -> Plain:
        """The place as a JSON object."""
        return {
            "document": self.hit.document,
            "snippet": self.hit.snippet,
            "statement": self.statement.plain() if self.statement else None,
            "citation": self.citation.plain(),
        }

    def row(self) -> tuple[object, ...]:
        """The place as a row under `HEADINGS`."""
        speaker = self.statement.speaker if self.statement else ""
        published = self.citation.document.published
        return (
            *(self.hit.document, self.hit.statement, self.hit.snippet, speaker),
            *(self.citation.appearance.publisher, self.citation.title, published.earliest, published.latest),
        )


def search(
    *words: Annotated[str, Parameter(name="WORDS", help="The words, all of which have to stand there, in any order.")],
    question: Question = ASKED_PLAINLY,
) -> int:
    """Find words in documents and statements."""
    if not any(sign.isalnum() for word in words for sign in word):
        raise RefusedError("no words to search for; write: onrecord search WORDS")
    as_json(question)
    since, until = days(question)
    with answering(question) as view:
        citer, shower = Citer(view), Shower(view)
        hits = view.search(" ".join(words), None if since or until else MOST_FOUND + 1)
        found = (_place(view, citer, shower, hit) for hit in hits)
        kept = list(islice((place for place in found if falls_within(place.when, since, until)), MOST_FOUND + 1))
        first = "the first " if len(kept) > MOST_FOUND else ""
        note = f"There are more than {MOST_FOUND} places; more words find fewer." if first else ""
        if not kept and len(" ".join(words).split()) > 1:
            note = "All of the words have to stand in one place, in any order; none of them is an operator. Fewer words find more."
        shown = kept[:MOST_FOUND]
        give(Answer(f"{first}{counted(len(shown), 'place')} with “{' '.join(words)}”", shown, HEADINGS, note), question, view)
    return DONE


def _place(view: View, citer: Citer, shower: Shower, hit: Hit) -> Place:
    if not hit.statement:
        return Place(hit, citer.cite(hit.document), None)
    statement = view.statement(hit.statement)
    return Place(hit, citer.cite(hit.document, *statement.content), shower.show(statement))
