"""Small packs of invented people, as files."""

import gzip
import json
from collections.abc import Mapping, Sequence
from typing import Any

HEADER: dict[str, Any] = {
    "format": "onrecord-pack/1",
    "name": "assembly",
    "title": "Members of the assembly",
    "snapshot": "2031-06-01",
    "licence": "CC0-1.0",
    "attribution": "the clerk of the assembly",
    "source": "https://assembly.example/people",
}


def office(role: str, since: str | None = None, until: str | None = None, **more: Any) -> dict[str, Any]:
    """An office of a person of a pack, in Ohio unless it is said to be elsewhere."""
    days = {name: day for name, day in (("since", since), ("until", until)) if day}
    federal = {"senator": "United States Senate", "representative": "United States House of Representatives"}
    return {"role": role, "organization": federal.get(role, "Ohio"), "place": "Ohio", **days, **more}


def person(id_: str, name: str, *offices: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """A person of a pack."""
    return {"id": id_, "name": name, "offices": list(offices), **more}


def pack(*people: Mapping[str, Any], packed: bool = False, **header: Any) -> bytes:
    """The bytes of a pack of these people."""
    return lines([HEADER | {"people": len(people)} | header, *people], packed=packed)


def lines(rows: Sequence[object], *, packed: bool = False) -> bytes:
    """Rows as lines of JSON, packed with gzip or not."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")
    return gzip.compress(text, mtime=0) if packed else text
