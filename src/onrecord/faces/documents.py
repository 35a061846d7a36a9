"""`onrecord documents`: what the record rests on, and when each document was published as far as can be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter

from onrecord.core.evidence import Date, Evidence
from onrecord.core.items import AppearanceItem
from onrecord.faces.answers import Answer, as_json, give, tell_left_out
from onrecord.faces.citing import Citation, Citer
from onrecord.faces.counting import counted
from onrecord.faces.dates import falls_within, in_order, shown
from onrecord.faces.exports.plain import Plain, plain
from onrecord.faces.opening import SHORTEST_ID, answering, days
from onrecord.faces.options import ASKED_PLAINLY, Question
from onrecord.faces.printing import Line, print_lines, print_table
from onrecord.faces.refusals import DONE

HEADINGS = ("document", "published_earliest", "published_latest", "basis", "publisher", "title", "name", "language", "chars")


@dataclass(frozen=True, slots=True)
class Listed:
    """A document with every way it came in."""

    citation: Citation
    appearances: tuple[AppearanceItem, ...]
    replaced: bool
    repairs: tuple[str, ...]

    @property
    def state(self) -> str:
        """What a reader has to know about the document's standing, "" where nothing."""
        language = self.citation.document.language
        notes = ["replaced" if self.replaced else "", "" if language == "en" else f"not read: language {language}", *self.repairs]
        return "; ".join(note for note in notes if note)

    def lines(self) -> Iterator[Line]:
        """The document, then each appearance with what its date rests on."""
        yield Line(f"{self.citation}{f' · {self.state}' if self.state else ''}", style="bold")
        for appearance in self.appearances:
            yield Line(f"{appearance.name}: {shown(appearance.published)} ({rests_on(appearance.published)})", 2)
        published = self.citation.document.published
        if published.basis == "inferred":
            yield Line(f"came out {shown(published)} ({rests_on(published, self.citation.document.id)})", 2)

    def plain(self) -> Plain:
        """The document and its appearances as in the interchange format."""
        return plain(self.citation.document) | {
            "appearances": [plain(one) for one in self.appearances],
            "replaced": self.replaced,
            "repairs": list(self.repairs),
        }

    def row(self) -> tuple[object, ...]:
        """The document as a row under `HEADINGS`."""
        document, appearance = self.citation.document, self.citation.appearance
        return (
            *(document.id, document.published.earliest, document.published.latest, document.published.basis),
            *(appearance.publisher, self.citation.title, appearance.name, document.language, document.chars),
        )


def documents(
    *,
    why: Annotated[bool, Parameter(negative="", help="Show every appearance, and what its date rests on.")] = False,
    question: Question = ASKED_PLAINLY,
) -> int:
    """List the documents, with their dates."""
    as_json(question)
    since, until = days(question)
    with answering(question) as view:
        citer = Citer(view)
        found = sorted(view.documents(), key=lambda one: (in_order(one.published), one.id))
        entries = [
            Listed(citer.cite(one.id), citer.appearances(one.id), view.replaced_by(one.id) is not None, view.repairs(one.id))
            for one in found
            if falls_within(one.published, since, until)
        ]
        answer = Answer(counted(len(entries), "document"), entries, HEADINGS)
        if why or question.json or question.csv:
            give(answer, question, view)
        else:
            _print_table(answer.heading, entries)
            tell_left_out(question, view)
    return DONE


def rests_on(date: Date, document: str = "") -> str:
    """What a date rests on: its basis and the words that were found, with their place; `document` is whose date it is."""
    found = "; ".join(f"“{' '.join(one.words.split())}” in {_place(one, document)}" for one in date.evidence)
    return ", ".join(part for part in (date.basis if date.basis != "unknown" else "no date found", found) if part)


def _place(evidence: Evidence, document: str) -> str:
    if evidence.field:
        return evidence.field
    return f"document {evidence.document[:SHORTEST_ID]}" if document and evidence.document != document else "the text"


def _print_table(heading: str, entries: list[Listed]) -> None:
    print_lines([Line(heading, style="bold")])
    if not entries:
        return
    print_lines([Line("")])
    noted = any(one.state for one in entries)
    headings = ("published", "document", "publisher", "title", "note")
    print_table(headings if noted else headings[:-1], [_cells(one)[: None if noted else -1] for one in entries])


def _cells(one: Listed) -> tuple[str, ...]:
    cited = one.citation
    return (shown(cited.document.published), cited.short, cited.appearance.publisher, cited.title, one.state)
