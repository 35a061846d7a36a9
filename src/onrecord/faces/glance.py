"""The record at a glance: how much of what it holds, over which days, and who is quoted most."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.items import RecordItem, StatementItem
from onrecord.faces.counting import Told, counted, told
from onrecord.faces.dates import falls_within, interval_shown
from onrecord.faces.exports.plain import Plain
from onrecord.faces.opening import in_record
from onrecord.faces.printing import Line
from onrecord.record.view import View

MOST_QUOTED = 10
"""How many people the glance names."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody who speaks in the record, and over which days."""

    name: str
    told: Told
    span: tuple[str | None, str | None]
    undated: int

    def plain(self) -> Plain:
        """The same as a JSON object."""
        span = {"earliest": self.span[0], "latest": self.span[1]}
        said = {"utterances": self.told.utterances, "statements": self.told.statements}
        return {"name": self.name, **said, **span, "undated": self.undated}


@dataclass(frozen=True, slots=True)
class Glance:
    """The record at a glance."""

    place: str
    at: str
    record: RecordItem
    types: tuple[tuple[str, int], ...]
    dated: tuple[str | None, str | None]
    undated: int
    nameless: int
    quoted: tuple[Quoted, ...]
    faults: int

    def lines(self) -> Iterator[Line]:
        """The glance as lines for a person."""
        versions = self.record.versions
        yield Line(f"{self.place} · {self.record.format} · read by {versions.get('reader', '?')}", style="bold")
        yield Line("")
        for heading, fact in self._facts():
            yield Line(f"{heading:<12}{fact}")
        if self.quoted:
            yield Line("")
            yield Line("Most quoted (utterances, however many tell them)", style="bold")
            widest = max(len(one.name) for one in self.quoted)
            for one in self.quoted:
                yield Line(f"{one.name:<{widest}}  {one.told.utterances:>4}  {span_shown(one.span, one.undated)}", 2)

    def _facts(self) -> Iterator[tuple[str, str]]:
        counts = self.record.counts
        when = f" ({span_shown(self.dated, self.undated)})" if counts.get("document") else ""
        yield "documents", f"{counts.get('document', 0)}{when}"
        yield "appearances", str(counts.get("appearance", 0))
        yield "entities", ", ".join(counted(number, kind) for kind, number in self.types) or "0"
        nameless = f" ({self.nameless} without a named speaker)" if self.nameless else ""
        yield "statements", f"{counts.get('statement', 0)}{nameless}"
        yield "tenures", str(counts.get("tenure", 0))
        yield "utterances", str(counts.get("utterance", 0))
        yield "decisions", str(counts.get("decision", 0))
        yield "faults", f"{self.faults}{f' (list them with: onrecord check{self.at})' if self.faults else ''}"

    def plain(self) -> Plain:
        """The glance as a JSON object."""
        return {
            "record": self.place,
            "format": self.record.format,
            "versions": dict(sorted(self.record.versions.items())),
            "counts": dict(self.record.counts),
            "entities": dict(self.types),
            "published": {"earliest": self.dated[0], "latest": self.dated[1], "undated_documents": self.undated},
            "most_quoted": [one.plain() for one in self.quoted],
            "faults": self.faults,
        }

    def rows(self) -> Iterator[tuple[str, object]]:
        """The glance as pairs of a heading and a value."""
        yield from self.record.counts.items()
        yield from ((f"entity {kind}", number) for kind, number in self.types)
        yield from (("published earliest", self.dated[0]), ("published latest", self.dated[1]), ("undated", self.undated))
        for one in self.quoted:
            yield f"utterances by {one.name}", one.told.utterances
            yield f"statements by {one.name}", one.told.statements


def glance(view: View, place: Path, asked: tuple[str | None, str | None]) -> Glance:
    """The glance at a view; `asked` are the first and last day that published dates and statements are counted of."""
    documents = {document.id: document.published for document in view.documents()}
    dates = [directly(published) for published in documents.values() if falls_within(published, *asked)]
    bounded = {document for document, published in documents.items() if published.basis == "inferred"}
    statements = view.statements(since=asked[0], until=asked[1])
    entities = {entity.id: entity for entity in view.entities()}
    types = Counter(entity.type for entity in entities.values())
    return Glance(
        place=place.name,
        at=in_record(place),
        record=view.record(),
        types=tuple((kind, types[kind]) for kind in ("person", "organization", "place") if types[kind]),
        dated=spanned(dates),
        undated=undated(dates),
        nameless=sum(statement.speaker is None for statement in statements),
        quoted=tuple(_most_quoted(statements, {one: entity.name for one, entity in entities.items()}, bounded)),
        faults=len(view.faults()),
    )


def directly(published: Date) -> Date:
    """The date that a document bears; unknown for one whose day lies somewhere between bounds."""
    return UNKNOWN_DATE if published.basis == "inferred" else published


def spanned(dates: Iterable[Date]) -> tuple[str | None, str | None]:
    """The first and last day that the dates certainly name, None for both where none does."""
    days = sorted(day for date in dates for day in (date.earliest, date.latest) if day is not None)
    return (days[0], days[-1]) if days else (None, None)


def undated(dates: Iterable[Date]) -> int:
    """How many of the dates are unknown."""
    return sum(date.earliest is None and date.latest is None for date in dates)


def span_shown(span: tuple[str | None, str | None], undated_ones: int) -> str:
    """A span of days and how many undated ones are not in it: `2023-03-15 to 2025-03-17, 1 undated`."""
    known = [] if span == (None, None) else [interval_shown(*span)]
    return ", ".join([*known, *([f"{undated_ones} undated"] if undated_ones else [])])


def _most_quoted(statements: Sequence[StatementItem], names: dict[str, str], bounded: Collection[str]) -> Iterator[Quoted]:
    said: dict[str, list[StatementItem]] = {}
    for statement in statements:
        if statement.speaker is not None:
            said.setdefault(statement.speaker, []).append(statement)
    amounts = {speaker: told(by) for speaker, by in said.items()}
    ranked = sorted(said, key=lambda one: (-amounts[one].utterances, -amounts[one].statements, names[one], one))
    for speaker in ranked[:MOST_QUOTED]:
        dates = [directly(one.said) if one.document in bounded else one.said for one in said[speaker]]
        yield Quoted(names[speaker], amounts[speaker], spanned(dates), undated(dates))
