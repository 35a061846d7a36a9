"""Evidence and dates: what an item rests on, and when, as an interval of days."""

from dataclasses import dataclass
from typing import Literal

from onrecord.core.spans import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that something rests on, and where they stood when they were read.

    `document` and `spans` point into a document's text. Words that stood outside of it, in a page's metadata, a file's date
    line or the caller's own arguments, have no span: then `field` names the place (`meta article:published_time`,
    `--published`). Exactly one of `spans` and `field` is filled.
    """

    words: str
    document: str
    spans: tuple[Span, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class PackRow:
    """A row of a named, dated pack that something rests on: what no document says, kept apart from what they say.

    `sha256` is that of the unpacked pack, `line` the row's place in it, from 1; `id` is whom or what the pack has there.
    """

    pack: str
    snapshot: str
    sha256: str
    line: int
    id: str

    def __str__(self) -> str:
        return f"{self.pack} pack, snapshot {self.snapshot}, line {self.line}: {self.id}"


Basis = Literal["stated", "given", "metadata", "relative", "published", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Date:
    """An interval of days, both bounds inclusive ISO days (`2023-09-20`) or None where open, and what it rests on."""

    earliest: str | None
    latest: str | None
    basis: Basis
    evidence: tuple[Evidence, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the interval is one known day."""
        return self.earliest is not None and self.earliest == self.latest


UNKNOWN_DATE = Date(None, None, "unknown")
