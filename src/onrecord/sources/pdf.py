"""PDF files with a text layer (PDFium, one thread only): lines joined into paragraphs by where they stand on the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw as pdfium

from onrecord.sources.finishing import Draft, Mark, finish
from onrecord.sources.head import behead, ends_a_sentence
from onrecord.sources.input import Input, UnreadableError, whole
from onrecord.sources.outcomes import Options, Outcome

_LINE_END_HYPHEN = ("\x02", "\ufffe")
"""What PDFium gives for a hyphen at the end of a line, and for its line break, both at once."""
_TYPED_IN = re.compile(r"\.(?:docx?|pdf|rtf|indd|pages|odt|qxd)\b|^(?:microsoft word|untitled)", re.IGNORECASE)
"""Titles in a file's properties that name the file it was made from, not the text."""

_GAP = 1.35
"""Times the page's usual distance of lines that a gap between paragraphs has at least."""
_SHORT = 0.88
"""Share of the column's width below which a line that ends a sentence ends its paragraph."""
_VERY_SHORT = 0.6
"""Share of the column's width below which any line ends its paragraph: a heading, an item of a list."""
_COLUMN = 24.0
"""Points that the left ends of lines of one column lie apart at most (an indent)."""


def read_pdf(taken: Input, options: Options) -> Iterator[Outcome]:
    """The document of a PDF file. Raises UnreadableError for one that is broken, locked or only pictures."""
    raw, raw_sha256 = whole(taken)
    try:
        with pypdfium2.PdfDocument(raw) as pdf:
            properties = pdf.get_metadata_dict()
            paragraphs = list(_paragraphs(pdf))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_why(error)) from error
    if not paragraphs:
        raise UnreadableError("no text layer, only pictures of pages; skipped (run text recognition over it first)")
    yield from finish(_described(behead("\n\n".join(paragraphs)), properties), taken.name, raw_sha256, options)


def _why(error: pypdfium2.PdfiumError) -> str:
    if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
        return "locked by a password; skipped (save it without one)"
    return "not a PDF that can be read, broken or cut short; skipped (get it again)"


def _described(draft: Draft, properties: dict[str, str]) -> Draft:
    title = properties.get("Title", "")
    made = properties.get("CreationDate", "")
    return replace(
        draft,
        title=draft.title or ("" if _TYPED_IN.search(title) else title),
        author=draft.author or properties.get("Author", ""),
        created=(Mark(made, "PDF CreationDate"),) if made else (),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its words and where they stand, in points from the left and from below."""

    words: str
    left: float
    right: float
    bottom: float
    size: float


def _paragraphs(pdf: pypdfium2.PdfDocument) -> Iterator[str]:
    """The paragraphs of all pages; one that a page's end cuts in two is joined."""
    waiting = ""
    for number in range(len(pdf)):
        page = pdf[number]
        text_page = page.get_textpage()
        lines = _lines(text_page)
        text_page.close()
        page.close()
        for paragraph in _joined(lines):
            if waiting and not ends_a_sentence(waiting) and paragraph[0].islower():
                waiting = f"{waiting} {paragraph}"
                continue
            if waiting:
                yield waiting
            waiting = paragraph
    if waiting:
        yield waiting


def _lines(text_page: pypdfium2.PdfTextPage) -> list[_Line]:
    lines: list[_Line] = []
    start, count = 0, text_page.count_chars()
    codes = [pdfium.FPDFText_GetUnicode(text_page, at) for at in range(count)]
    for end in range(count + 1):
        if end == count or codes[end] in (10, 13):
            words = _words(codes[start:end])
            places = [at for at in range(start, end) if codes[at] > 32]
            if words and places:
                lines.append(_line(text_page, words, places))
            start = end + 1
    return lines


def _words(codes: list[int]) -> str:
    """The characters of a line. A hyphen that PDFium found at a line's end goes, unless a capital or digit follows it."""
    text = "".join(chr(code) for code in codes).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    for mark in _LINE_END_HYPHEN:
        text = re.sub(rf"{mark}(?=[A-Z0-9])", "-", text).replace(mark, "")
    return " ".join(text.replace("\0", " ").split())


def _line(text_page: pypdfium2.PdfTextPage, words: str, places: list[int]) -> _Line:
    boxes = [text_page.get_charbox(at) for at in places]
    first = boxes[0]
    last = [box for box in boxes if abs(box[1] - boxes[-1][1]) < 3] or boxes
    size = pdfium.FPDFText_GetFontSize(text_page, places[0])
    return _Line(words, first[0], max(box[2] for box in last), min(box[1] for box in last), size)


def _joined(lines: list[_Line]) -> Iterator[str]:
    """The paragraphs of one page."""
    if not lines:
        return
    steps = [step for above, below in pairwise(lines) if (step := above.bottom - below.bottom) > 0]
    usual = median(steps) if steps else 0.0
    paragraph = lines[0].words
    for above, below in pairwise(lines):
        if _parts(above, below, usual, lines):
            yield paragraph
            paragraph = below.words
        else:
            paragraph = f"{paragraph} {below.words}"
    yield paragraph


def _parts(above: _Line, below: _Line, usual: float, lines: list[_Line]) -> bool:
    """Whether a paragraph ends between two lines: by a gap, another size of type, a short line, or an indent."""
    column = [line for line in lines if abs(line.left - above.left) <= _COLUMN]
    left, right = min(line.left for line in column), max(line.right for line in column)
    share = (above.right - left) / max(1.0, right - left)
    ended = ends_a_sentence(above.words)
    if abs(above.size - below.size) > 0.15 * max(above.size, below.size):
        return True
    if below.bottom >= above.bottom:
        return ended
    gap = above.bottom - below.bottom > _GAP * usual
    indented = ended and below.left - above.left > 8
    return gap or indented or share < _VERY_SHORT or (ended and share < _SHORT)
