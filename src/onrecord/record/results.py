"""What a view answers beside the items of the interchange format."""

from dataclasses import dataclass

from onrecord.core.evidence import Date


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many documents a view leaves out.

    As of a day, those published `later`, or `undated` (not certainly published by then); as the record was known on a day, those
    that `came` later, and those that were known then and have been `removed` since.
    """

    later: int
    undated: int
    came: int
    removed: int


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
class PrintedTitle:
    """A role printed beside a name of `person`, an entity; at `[start, end)` of its document.

    `role` is folded, `former` says it is past.
    """

    person: str
    document: str
    start: int
    end: int
    words: str
    role: str
    former: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words of a search were found; `statement` is "" where it is the document's text.

    `snippet` is the text around the words, which stand between `[` and `]`.
    """

    document: str
    statement: str
    snippet: str
