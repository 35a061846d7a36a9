"""Rulings from a file: rows of CSV or lines of JSONL, each with its place, so that a bad one is named and the rest are done."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.core.faults import Fault
from onrecord.faces.decided import Wanted
from onrecord.faces.refusals import RefusedError
from onrecord.sources.decoding import decode, unix_lines
from onrecord.sources.input import UnreadableError

COLUMNS = ("ruling", "a", "b", "speaker", "why", "by", "at")
"""What a row may say: the ruling, what it is about (`b` for a pair), the speaker that `correct` sets, why, who and when."""

_DELIMITERS = ",;\t"
"""What spreadsheets put between cells, by the country that they are set to."""


def wanted_from(path: Path, by: str) -> Iterator[tuple[str, Wanted | Fault]]:
    """Each row's place (`rulings.csv#2`, the line it ends on) and what it wants, or the fault that it cannot be read.

    `by` is for rows that do not say. Raises RefusedError where the file as a whole cannot be read.
    """
    try:
        text = unix_lines(decode(path.read_bytes()).text)
    except UnreadableError as error:
        raise RefusedError(f"{path}: {error}") from error
    except OSError as error:
        raise RefusedError(f"{path}: cannot be read ({error.strerror}); name a CSV or JSONL file") from error
    rows = _jsonl(text) if path.suffix.lower() in (".jsonl", ".ndjson") else _csv(path, text)
    for number, row in rows:
        place = f"{path.as_posix()}#{number}"
        yield place, Fault(place, row) if isinstance(row, str) else _wanted(row, by)


def _csv(path: Path, text: str) -> Iterator[tuple[int, dict[str, str] | str]]:
    first = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), restkey="beyond", restval="", delimiter=max(_DELIMITERS, key=first.count))
    rows.fieldnames = headings = [heading.strip().lower() for heading in rows.fieldnames or ()]
    if set(headings) - {*COLUMNS, ""} or "ruling" not in headings:
        raise RefusedError(f"{path}: the columns have to be among {', '.join(COLUMNS)}, and ruling one of them")
    for row in rows:
        yield rows.line_num, "more values than columns; skipped" if "beyond" in row else row


def _jsonl(text: str) -> Iterator[tuple[int, dict[str, str] | str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            yield number, f"not JSON ({error}); skipped"
            continue
        whole = isinstance(row, dict) and all(map(_is_text, row.values())) and not set(row) - set(COLUMNS)
        yield number, row if whole else f"not an object with text under {', '.join(COLUMNS)}; skipped"


def _is_text(value: object) -> bool:
    """Whether it is text that a file can hold: JSON can escape halves of surrogate pairs, which none can."""
    return isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _wanted(row: dict[str, str], by: str) -> Wanted:
    said = {column: (row.get(column) or "").strip() for column in COLUMNS}
    items = tuple(item for item in (said["a"], said["b"]) if item)
    return Wanted(said["ruling"], items, said["speaker"], said["why"], said["by"] or by, said["at"])
