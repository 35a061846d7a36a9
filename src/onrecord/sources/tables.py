"""CSV and TSV: one document a row, fields named by the first row."""

import csv
from collections.abc import Iterator

from onrecord.core.faults import Fault
from onrecord.sources.decoding import decode_line
from onrecord.sources.input import Input, UnreadableError
from onrecord.sources.lines import Line, lines_of
from onrecord.sources.outcomes import Options, Outcome
from onrecord.sources.rows import Row, columns, has_text, read_rows

LONGEST_FIELD = 16 << 20
"""Characters of the longest field: past it, a quotation mark was opened and never closed."""
_DELIMITERS = ",;\t|"


def read_csv(taken: Input, options: Options) -> Iterator[Outcome]:
    """The documents of a CSV file, row by row. Raises UnreadableError for a file without a column of texts."""
    csv.field_size_limit(LONGEST_FIELD)
    lines = _Lines(lines_of(taken.stream))
    try:
        header = next(lines, "")
        delimiter = max(_DELIMITERS, key=lambda mark: (len(_split(header, mark)), -_DELIMITERS.index(mark)))
        names = _split(header, delimiter)
    except csv.Error as error:
        raise UnreadableError(f"its first row cannot be read ({error}); skipped") from error
    if not header.strip():
        raise UnreadableError("empty; skipped")
    if not has_text(names, options):
        raise UnreadableError(f"no column of texts among {columns(names)}; skipped (name it: --field text=NAME)")
    yield from read_rows(_rows(taken.name, lines, names, delimiter), taken.name, options)


class _Lines:
    """Decoded lines for the reader of rows, which remembers those of the row being read."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self.begin(0)

    def begin(self, last: int) -> None:
        """Forget the row read before, which ended at line `last`."""
        self.first, self.last = last + 1, last
        self.raw: list[bytes] = []
        self.repair = ""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.last = line.number
        if line.too_long:
            raise csv.Error("a line too long to be a document")
        decoded = decode_line(line.raw)
        self.raw.append(line.raw)
        self.repair = self.repair or decoded.repair
        return decoded.text


def _rows(file: str, lines: _Lines, names: list[str], delimiter: str) -> Iterator[Row | Fault]:
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.begin(lines.last)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(f"{file}#{lines.first}", f"{error}; skipped (is a quotation mark not closed?)")
            continue
        if lines.last > lines.first and _never_closed(lines, delimiter):
            yield Fault(f"{file}#{lines.first}", "a quotation mark is not closed before the end of the file; skipped from here on")
        elif any(cell.strip() for cell in cells):
            yield Row(lines.first, b"".join(lines.raw).rstrip(b"\r\n"), _named(names, cells), lines.repair)


def _named(names: list[str], cells: list[str]) -> dict[str, object]:
    """The cells by name; of two columns of one name the first counts, absent cells are empty, those past the names are left."""
    values: dict[str, object] = {}
    for at, name in enumerate(names):
        values.setdefault(name, cells[at] if at < len(cells) else "")
    return values


def _never_closed(lines: _Lines, delimiter: str) -> bool:
    """Whether the last row of a file was ended by the end of the file inside a quotation."""
    text = [decode_line(raw).text for raw in lines.raw]
    try:
        list(csv.reader(text, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False


def _split(header: str, delimiter: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
