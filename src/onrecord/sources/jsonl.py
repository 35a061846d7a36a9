"""JSONL: one object a line, one document an object."""

import json
from collections.abc import Iterator

from onrecord.core.faults import Fault
from onrecord.sources.decoding import decode_line
from onrecord.sources.input import Input
from onrecord.sources.lines import Line, lines_of
from onrecord.sources.outcomes import Options, Outcome
from onrecord.sources.rows import Row, read_rows


def read_jsonl(taken: Input, options: Options) -> Iterator[Outcome]:
    """The documents of a JSONL file, line by line; a line that is no object is a fault, and the next ones are read."""
    yield from read_rows(_rows(taken), taken.name, options)


def _rows(taken: Input) -> Iterator[Row | Fault]:
    for line in lines_of(taken.stream):
        if line.too_long:
            yield Fault(f"{taken.name}#{line.number}", "a line too long to be a document; skipped")
        elif line.raw.strip():
            yield _row(line, taken.name)


def _row(line: Line, name: str) -> Row | Fault:
    place = f"{name}#{line.number}"
    decoded = decode_line(line.raw)
    try:
        values = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep or a number too long"
        column = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return Fault(place, f"not JSON ({reason}{column}); skipped (one object a line)")
    if not isinstance(values, dict):
        return Fault(place, "not an object of JSON; skipped (one object a line)")
    return Row(line.number, line.raw.rstrip(b"\r\n"), values, decoded.repair)
