"""JSONL and JSON: one document an object, one object a line, or all in one list."""

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from onrecord.core.faults import Fault
from onrecord.sources.decoding import decode, decode_line
from onrecord.sources.input import Input, UnreadableError, whole
from onrecord.sources.lines import Line, lines_of
from onrecord.sources.outcomes import Options, Outcome
from onrecord.sources.rows import Row, has_text, read_rows


def read_jsonl(taken: Input, options: Options) -> Iterator[Outcome]:
    """The documents of a JSONL file, line by line; a line that is no object is a fault, and the next ones are read."""
    yield from read_rows(_rows(taken), taken.name, options)


def read_json(taken: Input, options: Options) -> Iterator[Outcome]:
    """The documents of a JSON file: its list of objects, or the one that an object around it holds; or one object with a text.

    A file of one object a line is read as JSONL. Raises UnreadableError for a file that is none of these.
    """
    raw, _ = whole(taken)
    decoded = decode(raw)
    try:
        held = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        if decoded.text.lstrip().startswith("{") and "Extra data" in str(error):
            yield from read_jsonl(replace(taken, stream=BytesIO(raw)), options)
            return
        raise UnreadableError(f"not JSON ({_wrong(error)}); skipped (get it again)") from error
    yield from read_rows(_listed(held, taken.name, options, decoded.repair), taken.name, options)


def _listed(held: object, name: str, options: Options, repair: str) -> Iterator[Row | Fault]:
    """The objects of a file, numbered as they stand in their list."""
    if isinstance(held, dict) and not has_text(held, options):
        lists = [inner for inner in held.values() if isinstance(inner, list) and any(isinstance(one, dict) for one in inner)]
        if len(lists) != 1:
            raise UnreadableError("no list of objects in it; skipped (write it as .jsonl, one object a line)")
        (held,) = lists
    for number, values in enumerate(held if isinstance(held, list) else [held], 1):
        if isinstance(values, dict):
            yield Row(number, json.dumps(values).encode("ascii"), values, repair)
        else:
            yield Fault(f"{name}#{number}", "not an object of JSON; skipped")


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
        return Fault(place, f"not JSON ({_wrong(error, line.number)}); skipped (one object a line)")
    if not isinstance(values, dict):
        return Fault(place, f"not an object of JSON (line {line.number}); skipped (one object a line)")
    return Row(line.number, line.raw.rstrip(b"\r\n"), values, decoded.repair)


def _wrong(error: Exception, line: int = 0) -> str:
    """What is wrong and where: in that line of a file, or where the error says."""
    if not isinstance(error, json.JSONDecodeError):
        return "nested too deep or a number too long"
    return f"{error.msg.removesuffix(' at')} at line {line or error.lineno}, column {error.colno}"
