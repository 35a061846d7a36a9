"""Printing: wrapped lines, tables that fit, JSON and CSV; colour and width of the terminal only where there is a terminal."""

import csv
import re
import sys
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.core.faults import Fault
from onrecord.faces.exports.plain import Plain

WIDTH = 80
"""Columns of a page where the output is no terminal; the narrowest that tables are made for."""


_SPACE = "\t\n\v\f\r"
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if chr(code) not in _SPACE} | {
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}
"""Control characters → the signs that stand for them."""


def harmless(text: str) -> str:
    """The text with signs for control characters: what a document holds must not move a terminal's cursor or colour its lines."""
    return text.translate(_CONTROLS)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer, wrapped where it is too long, each part indented alike."""

    text: str
    indent: int = 0
    style: str = ""


def print_lines(lines: Iterable[Line]) -> None:
    """Print the lines; an empty text is an empty line."""
    page = _page()
    for line in lines:
        margin = " " * line.indent
        wrapped = textwrap.wrap(
            harmless(line.text),
            page.width,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for part in wrapped or [""]:
            _put(page, Text(part, line.style))


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table without frame that fits the page, long cells folded."""
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    page = _page()
    for drawn in page.render_lines(table, pad=False):
        _put(page, Text.assemble(*((segment.text, segment.style or "") for segment in drawn)))


def _page() -> Console:
    """Where answers go: standard output as it is now; a terminal has colours and its own width."""
    at_terminal = sys.stdout.isatty()
    return Console(width=None if at_terminal else WIDTH, highlight=False, markup=False, emoji=False, no_color=not at_terminal)


def _put(page: Console, line: Text) -> None:
    """Print a line that fits; plainly, where the output is no terminal, so that a reader's end of the pipe is met as such."""
    line.rstrip()
    if page.is_terminal:
        page.print(line, soft_wrap=True)
    else:
        sys.stdout.write(line.plain + "\n")


def print_json(told: Sequence[Plain] | Plain) -> None:
    """Print one JSON value, indented for reading."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(told), indent=2).decode("utf-8") + "\n")


def print_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a heading and the rows as comma-separated values, no cell of which a spreadsheet takes for a formula."""
    writer = csv.writer(_Rows(), lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_no_formula(cell) for cell in row] for row in rows)


class _Rows:
    """Standard output, a row a line; `csv` puts a carriage return in quotation marks only where one ends its lines."""

    def write(self, row: str) -> int:
        """Write a row that ends with a carriage return and a new line, without the former."""
        return sys.stdout.write(row.removesuffix("\r\n") + "\n")


_FORMULA = re.compile("'*[=+\\-@＝＋－＠\t\r\n]")
"""How a text begins that a spreadsheet would compute, be it behind apostrophes already, by OWASP's list (CSV injection)."""


def _no_formula(cell: object) -> object:
    """The cell, a text that begins like a formula behind an apostrophe; without the first of them it is the text as it stands.

    What a story says is anybody's to write, and `=HYPERLINK(...)` would run in the spreadsheet of whoever looks it up.
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def tell(*messages: str) -> None:
    """Print messages for the person at the keyboard, on standard error."""
    for message in messages:
        print(harmless(message), file=sys.stderr)


def tell_faults(faults: Iterable[Fault]) -> None:
    """Print faults, each with its place, on standard error."""
    tell(*(str(fault) for fault in faults))
