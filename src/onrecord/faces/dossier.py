"""One entity's dossier: how it is printed, where, what it said and what was said of it, who tells it, and why it is one."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.core.evidence import Date
from onrecord.core.items import EntityItem, LinkItem, MentionItem, StatementItem
from onrecord.core.spans import Span
from onrecord.faces.citing import Citation, Citer
from onrecord.faces.counting import Told, counted, told
from onrecord.faces.dates import falls_within
from onrecord.faces.exports.plain import Plain, plain
from onrecord.faces.glance import directly, span_shown, spanned, undated
from onrecord.faces.offices import OfficeHeld, offices_held, spans_told
from onrecord.faces.opening import short
from onrecord.faces.printing import Line
from onrecord.faces.statements import Shower, Shown
from onrecord.record.view import View


@dataclass(frozen=True, slots=True)
class Joined:
    """A link between two of the entity's chains, with each one's short id, first words and their place."""

    link: LinkItem
    a: tuple[str, str, Citation]
    b: tuple[str, str, Citation]

    def lines(self) -> Iterator[Line]:
        """The two places, and why they are taken to mean the same."""
        ruled = f" · ruled in {', '.join(self.link.decisions)}" if self.link.decisions else ""
        yield Line(f"{self.link.score:.2f} · {'; '.join(self.link.reasons)}{ruled}", 2)
        for chain, words, citation in (self.a, self.b):
            yield Line(f"{chain} {words} · {citation}", 4, "dim")


@dataclass(frozen=True, slots=True)
class Titled:
    """A role printed beside the entity's name: in how many documents, published when."""

    role: str
    documents: int
    dated: tuple[str | None, str | None]
    undated: int

    def line(self) -> Line:
        """The role and where it is printed; what is printed on a day need not be held on it."""
        return Line(f"titled {self.role} in {counted(self.documents, 'document')}, {span_shown(self.dated, self.undated)}", 2)

    def plain(self) -> Plain:
        """The role as a JSON object."""
        return {"role": self.role, "documents": self.documents, "earliest": self.dated[0], "latest": self.dated[1]}


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a record has on one entity, in brief."""

    entity: EntityItem
    short: str
    documents: int
    dated: tuple[str | None, str | None]
    undated: int
    publishers: tuple[tuple[str, int], ...]
    offices: tuple[OfficeHeld, ...]
    titles: tuple[Titled, ...]
    by: Told
    about: Told
    latest_by: Shown | None
    latest_about: Shown | None
    joined: tuple[Joined, ...] | None

    def lines(self) -> Iterator[Line]:
        """The dossier as lines for a person."""
        entity = self.entity
        review = "" if entity.review == "machine" else f" · {entity.review}"
        yield Line(f"{entity.name} · {entity.type} · {self.short}{review}", style="bold")
        if entity.aliases:
            yield Line(f"also printed as {', '.join(entity.aliases)}", 2)
        when = f", {span_shown(self.dated, self.undated)}" if self.documents else ""
        yield Line(f"named in {counted(self.documents, 'document')}{when}", 2)
        if self.publishers:
            yield Line(f"told by {', '.join(f'{name} ({number})' for name, number in self.publishers)}", 2)
        yield from (line for office in self.offices for line in office.lines())
        yield from (title.line() for title in self.titles)
        yield from self._latest("said by", self.by, self.latest_by)
        yield from self._latest("said about", self.about, self.latest_about)
        if self.joined is not None:
            why = f"{counted(len(self.entity.chains), 'chain')}, {counted(len(self.joined), 'link')}"
            yield Line("")
            yield Line(f"why these are one: {why}", style="bold")
            for joined in self.joined:
                yield from joined.lines()

    def _latest(self, what: str, told: Told, latest: Shown | None) -> Iterator[Line]:
        rest = ", the latest:" if latest else ", none of them dated" if told.statements else ""
        yield Line("")
        yield Line(f"{what} {self.entity.name}: {told}{rest}", style="bold")
        if latest:
            yield from (Line(line.text, line.indent + 2, "" if line.style == "bold" else line.style) for line in latest.lines())

    def plain(self) -> Plain:
        """The dossier as a JSON object: the entity as in the interchange format, with more beside it."""
        told = plain(self.entity) | {
            "documents": self.documents,
            "published": {"earliest": self.dated[0], "latest": self.dated[1], "undated_documents": self.undated},
            "publishers": dict(self.publishers),
            "offices": [office.plain() for office in self.offices],
            "titles": [title.plain() for title in self.titles],
            "utterances_by": self.by.utterances,
            "statements_by": self.by.statements,
            "utterances_about": self.about.utterances,
            "statements_about": self.about.statements,
            "latest_by": self.latest_by.plain() if self.latest_by else None,
            "latest_about": self.latest_about.plain() if self.latest_about else None,
        }
        return told if self.joined is None else told | {"links": [plain(one.link) for one in self.joined]}

    def rows(self) -> Iterator[tuple[str, object]]:
        """The dossier as pairs of a heading and a value."""
        yield from (("id", self.entity.id), ("type", self.entity.type), ("name", self.entity.name), ("review", self.entity.review))
        yield from (("alias", alias) for alias in self.entity.aliases)
        yield from (("documents", self.documents), ("published earliest", self.dated[0]), ("published latest", self.dated[1]))
        yield from ((f"told by {name}", number) for name, number in self.publishers)
        yield from (("office", f"{office.called}: {office.interval}") for office in self.offices)
        yield from (("titled", title.role) for title in self.titles)
        yield from (("utterances by", self.by.utterances), ("statements by", self.by.statements))
        yield from (("utterances about", self.about.utterances), ("statements about", self.about.statements))


def dossier(view: View, entity: EntityItem, asked: tuple[str | None, str | None], *, why: bool, on: str = "") -> Dossier:
    """The entity's dossier; `asked` are the first and last day of the documents and statements that count.

    Of its offices it says whether they were held on the day `on`, where one is given.
    """
    citer, shower = Citer(view), Shower(view)
    mentions = [one for one in view.mentions(entity=entity.id) if falls_within(view.document(one.document).published, *asked)]
    named_in = [citer.cite(document) for document in sorted({mention.document for mention in mentions})]
    by = view.statements(speaker=entity.id, since=asked[0], until=asked[1])
    about = view.statements(about=entity.id, since=asked[0], until=asked[1])
    published = {citation.document.id: directly(citation.document.published) for citation in named_in}
    offices = offices_held(view, entity.id, published, on=on, why=why, citer=citer)
    publishers = Counter(citation.appearance.publisher for citation in named_in if citation.appearance.publisher)
    return Dossier(
        entity=entity,
        short=short(view.entity, entity.id),
        documents=len(named_in),
        dated=spanned(published.values()),
        undated=undated(published.values()),
        publishers=tuple(sorted(publishers.items(), key=lambda told: (-told[1], told[0]))),
        offices=offices,
        titles=tuple(_titles(view, entity.id, published, spans_told(offices))),
        by=told(by),
        about=told(about),
        latest_by=_latest(shower, by),
        latest_about=_latest(shower, about),
        joined=tuple(_joined(view, entity, mentions, citer)) if why else None,
    )


def _titles(view: View, entity: str, published: Mapping[str, Date], offices: Collection[tuple[str, Span]]) -> Iterator[Titled]:
    """The roles printed beside the name in documents of these dates, the latest first; those that are told as offices aside.

    One that is said to be past says so.
    """
    told: dict[str, list[Span]] = {}
    for document, span in offices:
        told.setdefault(document, []).append(span)
    roles: dict[str, dict[str, Date]] = {}
    for title in view.titles(entity):
        here = Span(title.start, title.end)
        if title.document in published and title.role and not any(here.overlaps(span) for span in told.get(title.document, ())):
            role = f"former {title.role}" if title.former else title.role
            roles.setdefault(role, {})[title.document] = published[title.document]
    for role, documents in sorted(roles.items(), key=lambda one: (_last(one[1].values()), one[0]), reverse=True):
        yield Titled(role, len(documents), spanned(list(documents.values())), undated(list(documents.values())))


def _last(dates: Iterable[Date]) -> str:
    return max((date.latest or "" for date in dates), default="")


def _latest(shower: Shower, statements: Sequence[StatementItem]) -> Shown | None:
    """What was said last as far as that is known, as the first told it; None where there is nothing with a date."""
    dated = [statement for statement in shower.tellings.first(statements) if statement.said.latest is not None]
    return shower.show(dated[-1]) if dated else None


def _joined(view: View, entity: EntityItem, mentions: Sequence[MentionItem], citer: Citer) -> Iterator[Joined]:
    """The links among the entity's chains, in order of id."""
    first: dict[str, tuple[str, str, Citation]] = {}
    for mention in mentions:
        if mention.chain not in first:
            place = citer.cite(mention.document, Span(mention.start, mention.end))
            first[mention.chain] = (short(view.entity, mention.chain), mention.words, place)
    links = {link.id: link for chain in entity.chains for link in view.links(chain)}
    for _, link in sorted(links.items()):
        if link.a in first and link.b in first:
            yield Joined(link, first[link.a], first[link.b])
