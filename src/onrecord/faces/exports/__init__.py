"""The export formats: one table, name → what turns a record's items into that format's bytes."""

from collections.abc import Callable, Iterable, Iterator

from onrecord.core.items import Item
from onrecord.faces.exports import jsonl

Exporter = Callable[[Iterable[Item]], Iterator[bytes]]

EXPORTERS: dict[str, Exporter] = {
    "jsonl": jsonl.lines,
}
"""A format's name → its exporter: a pure function from the items, in the order of an export, to the pieces of a file."""
