"""Documents and their appearances: one text, and each way it came in."""

from dataclasses import dataclass

from onrecord.core.evidence import Date
from onrecord.core.ids import content_id, document_id


@dataclass(frozen=True, slots=True)
class Document:
    """One text, never altered once made; the only thing spans point into."""

    id: str
    text: str

    @classmethod
    def of(cls, text: str) -> "Document":
        """The document that this text is."""
        return cls(document_id(text), text)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A document as it came in.

    `name` is the path as it was given with `/` between folders, `file#id` for a row or member of a file, or a URL. `dates` are the
    candidates for the day of publication, each with its basis and evidence; which of them holds is decided in resolution.
    `repair` says what was done to make the text readable ("" when nothing was). Absent metadata is "".
    """

    id: str
    document: str
    name: str
    title: str
    publisher: str
    url: str
    author: str
    dates: tuple[Date, ...]
    raw_sha256: str
    repair: str


def appearance_id(document: str, name: str) -> str:
    """An appearance's id: its document and its name; adding it again with another date is the same appearance, re-dated."""
    return content_id("appearance", document, name)
