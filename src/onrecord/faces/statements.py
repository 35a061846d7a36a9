"""Statements as faces show them: who, when, how, the words as printed, where they stand, who else tells the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.items import StatementItem
from onrecord.core.spans import words_at
from onrecord.faces.citing import Citation, Citer
from onrecord.faces.dates import shown
from onrecord.faces.exports.plain import Plain, plain
from onrecord.faces.opening import short
from onrecord.faces.printing import Line
from onrecord.faces.tellings import Telling, Tellings, beneath, beneath_with_why, printed_words
from onrecord.record.view import View

NOT_VERBS = ("according to", "saying")
"""Cues in words that do not stand after a name and say no more than the statement's mode, which stands there instead."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement with all that it is shown with; names stand for entities."""

    statement: StatementItem
    short: str
    speaker: str
    cue: str
    via: str
    addressee: str
    about: tuple[str, ...]
    citation: Citation
    tellings: tuple[Telling, ...]
    why: bool

    @property
    def words(self) -> str:
        """The words as printed; a direct statement's without the quotation marks around its pieces."""
        return printed_words(self.statement)

    @property
    def headline(self) -> str:
        """Who said it, how, and who stands behind that."""
        via = f" through {self.via}" if self.via else ""
        to = f" to {self.addressee}" if self.addressee else ""
        item = self.statement
        review = f"machine {item.confidence:.2f}" if item.review == "machine" else item.review
        return f"{self.speaker}{via} {self.verb}{to} · {item.type} · {self.short} · {review}"

    @property
    def verb(self) -> str:
        """The cue as printed, since `denied` must not be shown as `said`; the mode where the cue is a mark, or missing."""
        return self.cue if self.cue[:1].isalpha() and self.cue.casefold() not in NOT_VERBS else self.statement.mode

    def lines(self) -> Iterator[Line]:
        """The statement as an answer's lines: when and who, the words, who else tells it, and last the line to cite.

        Where it is shown why these are one, the others follow that line, each with its own.
        """
        yield Line(f"{shown(self.statement.said)} · {self.headline}", style="bold")
        yield Line(self.words, 2)
        if self.why:
            yield Line(str(self.citation), 2, "dim")
            yield from beneath_with_why(self.statement, self.tellings)
        else:
            yield from beneath(self.statement, self.tellings)
            yield Line(str(self.citation), 2, "dim")

    def plain(self) -> Plain:
        """The statement as in the interchange format, with the names and citations that a reader needs beside it."""
        return plain(self.statement) | {
            "speaker_name": self.speaker,
            "cue_words": self.cue,
            "about_names": list(self.about),
            "citation": self.citation.plain(),
            "also_told": [one.plain() for one in self.tellings if one.statement.id != self.statement.id],
        }

    def row(self) -> tuple[object, ...]:
        """The statement as a row under `HEADINGS`."""
        item, document = self.statement, self.citation.document
        return (
            *(item.id, item.said.earliest, item.said.latest, self.speaker, item.speaker_basis, item.mode, self.cue, item.type),
            self.words,
            *("; ".join(self.about), self.citation.appearance.publisher, self.citation.title),
            *(document.published.earliest, document.published.latest, document.id),
            *(item.content[0].start, item.content[-1].end, f"{item.confidence:.2f}", item.review, item.utterance),
        )


HEADINGS = (
    *("statement", "said_earliest", "said_latest", "speaker", "speaker_basis", "mode", "cue", "type", "words"),
    *("about", "publisher", "title", "published_earliest", "published_latest", "document"),
    *("start", "end", "confidence", "review", "utterance"),
)
"""The headings of statements as comma-separated values."""


class Shower:
    """Makes statements of a view ready to be shown."""

    def __init__(self, view: View, *, why: bool = False) -> None:
        self._view = view
        self._why = why
        self._citer = Citer(view)
        self._names: dict[str, str] = {}
        self._last_text = ("", "")
        self.tellings = Tellings(view, self._citer, why=why)

    def show(self, item: StatementItem) -> Shown:
        """The statement with its names and citations."""
        return Shown(
            statement=item,
            short=short(self._view.statement, item.id),
            speaker=self._speaker(item),
            cue=" ".join(words_at(self._text(item.document), *item.cue).split()),
            via=self._name(item.via),
            addressee=self._name(item.addressee),
            about=tuple(self._name(entity) for entity in item.about),
            citation=self._citer.cite(item.document, *item.content),
            tellings=self.tellings.of(item),
            why=self._why,
        )

    def _text(self, document: str) -> str:
        if self._last_text[0] != document:
            self._last_text = (document, self._view.text(document))
        return self._last_text[1]

    def _name(self, entity: str | None) -> str:
        """The entity's name, "" for none."""
        if entity is None:
            return ""
        if entity not in self._names:
            self._names[entity] = self._view.entity(entity).name
        return self._names[entity]

    def _speaker(self, item: StatementItem) -> str:
        """The speaker's name, or what is printed instead of one and why there is none."""
        if item.speaker is not None:
            return self._name(item.speaker)
        among = f" among {' and '.join(self._name(entity) for entity in item.candidates)}" if item.candidates else ""
        printed = f"as printed: {item.printed}" if item.printed else "nobody named"
        return printed if item.speaker_basis == "none" else f"{printed} ({item.speaker_basis}{among})"
