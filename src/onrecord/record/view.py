"""The view of a record: reads only, one consistent snapshot, everything as items of the interchange format."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from onrecord.core.decisions import Target
from onrecord.core.evidence import Date
from onrecord.core.faults import Fault
from onrecord.core.items import (
    AppearanceItem,
    DecisionItem,
    DocumentItem,
    EntityItem,
    Item,
    LinkItem,
    MentionItem,
    RecordItem,
    StatementItem,
    TimeItem,
    UtteranceItem,
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many documents a view as of a day leaves out: published `later`, or `undated` (not certainly published by then)."""

    later: int
    undated: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that names an entity, at `[start, end)` of its document; `when` is the day it speaks of, as far as known.

    `when` is the interval of the first anchored time in the sentence, else `{null, published.latest, inferred}`.
    """

    document: str
    start: int
    end: int
    words: str
    when: Date


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words of a search were found; `statement` is "" where it is the document's text.

    `snippet` is the text around the words, which stand between `[` and `]`.
    """

    document: str
    statement: str
    snippet: str


class View:
    """A record as it was when the view was opened; `as_of` (an ISO day) leaves out what was not certainly published by then."""

    def __init__(self, path: Path | str, as_of: str | None = None) -> None:
        raise NotImplementedError

    def __enter__(self) -> "View":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        raise NotImplementedError

    def record(self) -> RecordItem:
        """The format, the versions and how many items of each kind there are (counts are those of this view)."""
        raise NotImplementedError

    def left_out(self) -> LeftOut:
        """How many documents `as_of` leaves out and why; nothing without it."""
        raise NotImplementedError

    def documents(self) -> tuple[DocumentItem, ...]:
        """All documents by id, `text` None (see `text`)."""
        raise NotImplementedError

    def document(self, sought: str) -> DocumentItem:
        """The document with that id, prefix of an id, or appearance's name. Raises NotFoundError, AmbiguousError."""
        raise NotImplementedError

    def text(self, document: str) -> str:
        """The text of the document with that whole id."""
        raise NotImplementedError

    def replaced_by(self, document: str) -> str | None:
        """The id of the document that took this one's place at every path and URL where it stood, or None while it stands."""
        raise NotImplementedError

    def appearances(self, document: str | None = None) -> tuple[AppearanceItem, ...]:
        """The appearances, of one document or of all, by id."""
        raise NotImplementedError

    def entities(self) -> tuple[EntityItem, ...]:
        """All entities by id."""
        raise NotImplementedError

    def entity(self, sought: str) -> EntityItem:
        """The entity with that id, or of the chain with that id; prefixes serve. Raises NotFoundError, AmbiguousError."""
        raise NotImplementedError

    def find_entities(self, name: str) -> tuple[EntityItem, ...]:
        """The entities that a loosely written name may mean, best first: id, full name or alias, surname, near misses."""
        raise NotImplementedError

    def mentions(self, entity: str | None = None, document: str | None = None) -> Iterator[MentionItem]:
        """Mentions in order of document, span and chain."""
        raise NotImplementedError

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        document: str | None = None,
    ) -> tuple[StatementItem, ...]:
        """Statements in people's order (said.latest, earliest, id; undated last); `speaker` and `about` are entities' ids.

        `since` and `until` keep those that may have been said on or after, on or before that day.
        """
        raise NotImplementedError

    def statement(self, sought: str) -> StatementItem:
        """The statement with that id or prefix. Raises NotFoundError, AmbiguousError."""
        raise NotImplementedError

    def times(self, document: str | None = None) -> tuple[TimeItem, ...]:
        """Time expressions by id."""
        raise NotImplementedError

    def utterances(self) -> tuple[UtteranceItem, ...]:
        """Utterances by id."""
        raise NotImplementedError

    def links(self, member: str | None = None) -> tuple[LinkItem, ...]:
        """Links by id, of all or of one chain or statement."""
        raise NotImplementedError

    def decisions(self) -> tuple[DecisionItem, ...]:
        """Decisions by id."""
        raise NotImplementedError

    def faults(self) -> tuple[Fault, ...]:
        """Faults by place and message: what was wrong in the input, and what contradicts or is adrift among decisions."""
        raise NotImplementedError

    def traverse(self, *, text: bool = True) -> Iterator[Item]:
        """Every item in the export's order: kinds as in `core.items.KINDS`, then by id. All exports and checks go through here."""
        raise NotImplementedError

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Where all of the words stand in documents and statements, best first; any input is taken as plain words."""
        raise NotImplementedError

    def passages(self, entity: str) -> tuple[Passage, ...]:
        """The sentences that name the entity, in people's order of their day, undated last."""
        raise NotImplementedError

    def target(self, sought: str) -> Target:
        """What a ruling about that statement, entity, chain or decision is pinned to. Raises NotFoundError, AmbiguousError."""
        raise NotImplementedError

    def pending(self) -> int:
        """How many marks of unfinished work there are: 0 when all that was added has been worked in."""
        raise NotImplementedError
