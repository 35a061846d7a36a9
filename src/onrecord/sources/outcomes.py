"""What comes out of a place: documents with their appearances, faults, and notices; and what the caller may say beforehand."""

from dataclasses import dataclass

from onrecord.core.documents import Appearance, Document
from onrecord.core.faults import Fault
from onrecord.sources.days import parse_days

FIELDS = ("id", "title", "date", "publisher", "url", "author", "text")
"""What a row of JSONL or CSV may say about its document; `--field text=NAME` maps one of these to a column or key."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller says about everything that is read in one call; it wins over what the files say.

    `published` is the day (or month, or year) of publication as typed, or None; `publisher` is "" where none is given; `fields`
    are pairs of one of FIELDS and the name of a column or key. Raises ValueError for a day that is none and for an unknown field.
    """

    published: str | None = None
    publisher: str = ""
    fields: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.published is not None and isinstance(why := parse_days(self.published), str):
            raise ValueError(f"--published {self.published}: {why}; write it as 2023-09-20")
        for field, _ in self.fields:
            if field not in FIELDS:
                raise ValueError(f"--field {field}: unknown; the fields are {', '.join(FIELDS)}")


@dataclass(frozen=True, slots=True)
class Found:
    """A document and the appearance it came in by."""

    document: Document
    appearance: Appearance


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Something worth saying about a place that is no fault: the document was read all the same."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class Absent(Fault):
    """A place that the caller named and where nothing is: nothing came in, so that no record has to note it."""

    __slots__ = ()


Outcome = Found | Fault | Notice
