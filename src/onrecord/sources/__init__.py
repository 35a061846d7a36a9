"""Places to documents: files, folders, archives and standard input, each text with the appearance it came in by.

Something new is plugged in here: a source reads a kind of file that holds documents, a container opens one that holds files.
The kinds are named in `knowledge/sources_kinds.toml`.
"""

from collections.abc import Iterator, Sequence

from onrecord.sources.archives import open_compressed, open_tar, open_zip
from onrecord.sources.feeds import read_feed
from onrecord.sources.folders import place_name
from onrecord.sources.jsonl import read_json, read_jsonl
from onrecord.sources.mail import read_mail
from onrecord.sources.outcomes import FIELDS, Absent, Found, Notice, Options, Outcome
from onrecord.sources.pages import read_page
from onrecord.sources.pdf import read_pdf
from onrecord.sources.tables import read_csv
from onrecord.sources.texts import read_markdown, read_text
from onrecord.sources.walk import Container, Source, Walk
from onrecord.sources.word import read_docx

SOURCES: dict[str, Source] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_page,
    "pdf": read_pdf,
    "docx": read_docx,
    "eml": read_mail,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "feed": read_feed,
}
"""Kind of file → what reads the documents in it."""

CONTAINERS: dict[str, Container] = {
    "zip": open_zip,
    "tar": open_tar,
    "compressed": open_compressed,
}
"""Kind of file → what opens the files in it."""


def collect(places: Sequence[str], options: Options) -> Iterator[Outcome]:
    """What is found at the places, in their order, one outcome at a time: documents with appearances, faults, notices.

    A place is a path as typed, or `-` for standard input. No bad input raises: it is a Fault with its place and the mend, and the
    rest goes on. Nothing is held in memory but the document being read.
    """
    walk = Walk(SOURCES, CONTAINERS, options)
    for place in places:
        yield from walk.place(place)


__all__ = [
    "CONTAINERS",
    "FIELDS",
    "SOURCES",
    "Absent",
    "Container",
    "Found",
    "Notice",
    "Options",
    "Outcome",
    "Source",
    "collect",
    "place_name",
]
