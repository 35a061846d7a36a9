"""`onrecord timeline`: statements, passages and publications in one order of date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from cyclopts import Parameter

from onrecord.core.evidence import Date
from onrecord.core.items import EntityItem
from onrecord.core.spans import Span
from onrecord.faces.answers import Answer, as_json, give
from onrecord.faces.citing import Citation, Citer
from onrecord.faces.counting import counted
from onrecord.faces.dates import falls_within, in_order, shown
from onrecord.faces.exports.plain import Plain, plain_date
from onrecord.faces.opening import answering, days, one_entity
from onrecord.faces.options import ASKED_PLAINLY, Question
from onrecord.faces.printing import Line
from onrecord.faces.refusals import DONE
from onrecord.faces.statements import Shower, Shown
from onrecord.record.results import Passage
from onrecord.record.view import View

HEADINGS = ("when_earliest", "when_latest", "what", "words", "publisher", "title", "document", "start", "end")


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a date: a statement, a sentence that names somebody, or a publication."""

    when: Date
    what: str
    words: str
    citation: Citation

    def lines(self) -> Iterator[Line]:
        """When, what and where it stands."""
        yield Line(f"{shown(self.when)} · {self.what}", style="bold")
        if self.words:
            yield Line(self.words, 2)
        yield Line(str(self.citation), 2, "dim")

    def plain(self) -> Plain:
        """The moment as a JSON object."""
        return {"when": plain_date(self.when), "what": self.what, "words": self.words, "citation": self.citation.plain()}

    def row(self) -> tuple[object, ...]:
        """The moment as a row under `HEADINGS`."""
        cited = self.citation
        start, end = (cited.spans[0].start, cited.spans[-1].end) if cited.spans else ("", "")
        return (
            *(self.when.earliest, self.when.latest, self.what, self.words),
            *(cited.appearance.publisher, cited.title, cited.document.id, start, end),
        )


def timeline(
    *words: Annotated[str, Parameter(name="NAME", help="Of whom or what: a name, loosely written, or an id; all where not given.")],
    question: Question = ASKED_PLAINLY,
) -> int:
    """List what was said, told and published, in order of date."""
    name = " ".join(words)
    as_json(question)
    since, until = days(question)
    with answering(question) as view:
        entity = one_entity(view, name) if name else None
        moments = _of_entity(view, entity) if entity else _of_all(view)
        kept = [moment for moment in moments if falls_within(moment.when, since, until)]
        kept.sort(key=lambda moment: (in_order(moment.when), moment.citation.document.id, moment.citation.spans))
        heading = f"{counted(len(kept), 'entry')}{f' on {entity.name}' if entity else ''}"
        give(Answer(heading, kept, HEADINGS), question, view)
    return DONE


def _of_all(view: View) -> Iterator[Moment]:
    """Every statement, and every document's publication."""
    citer, shower = Citer(view), Shower(view)
    for document in view.documents():
        yield Moment(document.published, "published", "", citer.cite(document.id))
    for statement in view.statements():
        yield _said(shower.show(statement))


def _of_entity(view: View, entity: EntityItem) -> Iterator[Moment]:
    """What the entity said, and the sentences that name it without being part of that."""
    citer, shower = Citer(view), Shower(view)
    said = [shower.show(statement) for statement in view.statements(speaker=entity.id)]
    yield from (_said(one) for one in said)
    for passage in view.passages(entity.id):
        if not _told_already(passage, said):
            yield Moment(passage.when, "named", passage.words, citer.cite(passage.document, Span(passage.start, passage.end)))


def _said(one: Shown) -> Moment:
    return Moment(one.statement.said, one.headline, one.words, one.citation)


def _told_already(passage: Passage, said: Sequence[Shown]) -> bool:
    """Whether a statement that is listed stands in the passage."""
    place = Span(passage.start, passage.end)
    told = (one.statement for one in said if one.statement.document == passage.document)
    return any(span.overlaps(place) for statement in told for span in (*statement.content, *statement.source))
