"""Items as plain dictionaries, lists, strings and numbers: the form that `onrecord/1` and `--json` share."""

from dataclasses import fields
from typing import Any

from onrecord.core.decisions import Target
from onrecord.core.evidence import Date, Evidence, PackRow
from onrecord.core.items import KINDS, ConflictSide, DocumentItem, Item
from onrecord.core.spans import Span

Plain = dict[str, Any]
"""A JSON object: its values are strings, numbers, booleans, None, lists and objects of the same."""

_KIND_OF = {item_class: kind for kind, item_class in KINDS.items()}
_DECIMALS = {"confidence": 2, "score": 4}
_FIELDS_OF = {item_class: tuple(field.name for field in fields(item_class)) for item_class in KINDS.values()}


def plain(item: Item) -> Plain:
    """The item as a JSON object: `kind` first, then the fields in the format's order.

    A field named by a word of Python's (`from_`) goes without its `_`. A document's `text` is absent where it was left out. Spans
    are `[start, end]`, half-open, in Unicode code points.
    """
    item_class = type(item)
    told: Plain = {"kind": _KIND_OF[item_class]}
    for name in _FIELDS_OF[item_class]:
        value = getattr(item, name)
        told[name.rstrip("_")] = round(value, _DECIMALS[name]) if isinstance(value, float) else _value(value)
    if isinstance(item, DocumentItem) and item.text is None:
        del told["text"]
    return told


def plain_date(date: Date) -> Plain:
    """The date as a JSON object."""
    return {
        "earliest": date.earliest,
        "latest": date.latest,
        "basis": date.basis,
        "evidence": [plain_evidence(evidence) for evidence in date.evidence],
    }


def plain_evidence(evidence: Evidence) -> Plain:
    """The evidence as a JSON object: with `spans` where it stands in the document's text, else with the `field` it stood in."""
    if evidence.spans:
        return {"document": evidence.document, "spans": _spans(evidence.spans), "words": evidence.words}
    return {"document": evidence.document, "field": evidence.field, "words": evidence.words}


def plain_row(row: PackRow) -> Plain:
    """The row of a pack as a JSON object."""
    return {"pack": row.pack, "snapshot": row.snapshot, "sha256": row.sha256, "line": row.line, "id": row.id}


def _side(side: ConflictSide) -> Plain:
    return {"value": side.value, "items": list(side.items), "evidence": _value(side.evidence)}


def _target(target: Target) -> Plain:
    return {
        "kind": target.kind,
        "id": target.id,
        "document": target.document,
        "spans": _spans(target.spans),
        "words": target.words,
    }


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _value(value: object) -> object:
    match value:
        case None | str() | int():
            return value
        case Date():
            return plain_date(value)
        case Evidence():
            return plain_evidence(value)
        case PackRow():
            return plain_row(value)
        case ConflictSide():
            return _side(value)
        case Target():
            return _target(value)
        case tuple():
            return [_value(part) for part in value]
        case dict():
            return {key: _value(part) for key, part in sorted(value.items())}
        case _:
            raise TypeError(f"no plain form for {type(value).__name__}")
