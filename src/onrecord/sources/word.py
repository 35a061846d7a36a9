"""Word files (DOCX): the paragraphs of the body in reading order, tables and tracked insertions with them."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import OpcError

from onrecord.sources.finishing import Draft, Mark, finish
from onrecord.sources.head import behead
from onrecord.sources.input import LARGEST_FILE, Input, UnreadableError, whole
from onrecord.sources.outcomes import Options, Outcome

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}p"})
"""What is not part of a paragraph's own words: deletions, second forms of the same text, paragraphs in text boxes."""
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_TEMPLATE_MADE = "2013-12-23"
"""The day python-docx's own template was made, which files written with it carry as theirs."""


def read_docx(taken: Input, options: Options) -> Iterator[Outcome]:
    """The document of a Word file. Raises UnreadableError for one that is broken or locked."""
    raw, raw_sha256 = whole(taken)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("locked by a password, or an old .doc; skipped (save it as .docx without a password)")
    _refuse_bombs(raw)
    try:
        file = docx.Document(BytesIO(raw))
        paragraphs = list(_paragraphs(file.element.body))
        properties = _properties(file)
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, SyntaxError, NotImplementedError) as error:
        raise UnreadableError("not a Word file that can be read, broken or cut short; skipped (save it again)") from error
    draft = behead("\n\n".join(paragraphs))
    title = draft.title or properties.title
    yield from finish(
        replace(properties, text=draft.text, title=title, dates=draft.dates, notices=draft.notices), taken.name, raw_sha256, options
    )


def _refuse_bombs(raw: bytes) -> None:
    """Refuse a file whose parts would unpack to more than one document may have; no reader gives more than a header states."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            unpacked = sum(part.file_size for part in package.infolist() if part.filename.lower().endswith((".xml", ".rels")))
    except zipfile.BadZipFile as error:
        raise UnreadableError("not a Word file that can be read, broken or cut short; skipped (save it again)") from error
    if unpacked > LARGEST_FILE:
        raise UnreadableError(f"unpacks to more than {LARGEST_FILE >> 20} MB; skipped (split it up)")


def _properties(file: Any) -> Draft:
    properties = file.core_properties
    made = properties.created.date().isoformat() if properties.created else ""
    author = "" if properties.author == "python-docx" else properties.author
    created = (Mark(made, "docx created"),) if made and made != _TEMPLATE_MADE else ()
    return Draft("", title=properties.title or "", author=author or "", created=created)


def _paragraphs(body: Any) -> Iterator[str]:
    for paragraph in body.iter(f"{_W}p"):
        if not any(above.tag == _FALLBACK for above in paragraph.iterancestors()):
            words = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(_words(paragraph))).strip()
            if words:
                yield words


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        else:
            yield from _words(child)
