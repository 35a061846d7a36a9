"""Rows of JSONL and CSV as documents: which field is the text, what the others say, what a row is called.

The text of a row is stored as it stands, its title is metadata only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b, sha256

from onrecord.core.faults import Fault
from onrecord.knowledge.sources import source_table
from onrecord.sources.decoding import encodable
from onrecord.sources.finishing import Draft, Mark, finish
from onrecord.sources.outcomes import Found, Notice, Options, Outcome

_USUAL: dict[str, tuple[str, ...]] = {field: tuple(names) for field, names in source_table("fields")["row"].items()}

MOST_NAMED = 20
"""Faults of one file of rows that are named; the others are counted, so that a wrong file does not bury the rest."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line (of a file, from 1), its raw bytes, what each of its fields says, and how it was decoded."""

    line: int
    raw: bytes
    values: Mapping[str, object]
    repair: str = ""


def read_rows(rows: Iterable[Row | Fault], name: str, options: Options) -> Iterator[Outcome]:
    """The documents of rows, each named `file#id`, or `file#LINE` where it has no id; a name taken already gets `@LINE`.

    Beyond MOST_NAMED faults, and as many notices, of one file the others are counted.
    """
    names = _Names(name)
    said: Counter[type[Outcome]] = Counter()
    repair = ""
    for row in rows:
        if isinstance(row, Row) and row.repair and not repair:
            repair = row.repair
            yield Notice(f"{name}#{row.line}", f"{repair}, and so are later rows of its kind")
        for outcome in (row,) if isinstance(row, Fault) else _read_row(row, names, options):
            said[type(outcome)] += 1
            if isinstance(outcome, Found) or said[type(outcome)] <= MOST_NAMED:
                yield outcome
    if (more := said[Fault] - MOST_NAMED) > 0:
        yield Fault(name, f"{more:,} more rows with faults; skipped (mend those named, then add the file again)")
    if (more := said[Notice] - MOST_NAMED) > 0:
        yield Notice(name, f"{more:,} more rows with something to notice")


class _Names:
    """The names given to the rows of one file, as short hashes: a million take some 80 MB."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._taken: set[bytes] = set()

    def give(self, row_id: str, line: int) -> tuple[str, bool]:
        """The name of a row, and whether it had to be another one because an earlier row has that of its id."""
        name = f"{self._file}#{row_id or line}"
        digest = blake2b(name.encode("utf-8"), digest_size=8).digest()
        if digest in self._taken:
            return f"{name}@{line}", True
        self._taken.add(digest)
        return name, False


def _read_row(row: Row, names: _Names, options: Options) -> Iterator[Outcome]:
    fields = Fields(row.values, options.fields)
    text, row_id = fields.value("text"), " ".join(encodable(fields.said("id")).split())
    name, renamed = names.give(row_id, row.line)
    if text is None:
        yield Fault(name, f"no text among {columns(row.values)}; skipped (name the field: --field text=NAME)")
        return
    if not isinstance(text, str):
        yield Fault(name, f"its text is a {_JSON_TYPES.get(type(text), 'value')}, not a string; skipped")
        return
    if renamed:
        yield Notice(name, f"the id {row_id or row.line} stands in the file before; this row is named with its line")
    draft = Draft(
        text,
        title=fields.said("title"),
        publisher=fields.said("publisher"),
        url=fields.said("url"),
        author=fields.said("author"),
        dates=fields.dates(),
        repair=row.repair,
        verbatim=True,
    )
    yield from finish(draft, name, sha256(row.raw).hexdigest(), options)


_JSON_TYPES: dict[type, str] = {list: "list", dict: "object", int: "number", float: "number", bool: "truth value"}


class Fields:
    """What a row says under each of FIELDS, by the caller's mapping or by the usual names."""

    def __init__(self, values: Mapping[str, object], mapped: tuple[tuple[str, str], ...]) -> None:
        self._values = values
        self._folded: dict[str, str] = {}
        for key in values:
            self._folded.setdefault(folded(key), key)
        self._mapped = dict(mapped)

    def key(self, field: str) -> str | None:
        """The row's own name for a field: the caller's, else the first usual name that has a value, else None."""
        if field in self._mapped:
            name = self._mapped[field]
            return name if name in self._values else self._folded.get(folded(name))
        keys = [key for name in _USUAL[field] if (key := self._folded.get(name)) is not None]
        return next((key for key in keys if self._values[key] not in (None, "")), keys[0] if keys else None)

    def value(self, field: str) -> object | None:
        """What stands under a field, of whatever type."""
        key = self.key(field)
        return None if key is None else self._values[key]

    def said(self, field: str) -> str:
        """What a field says as words, "" where it says nothing."""
        return said(self.value(field))

    def dates(self) -> tuple[Mark, ...]:
        """The date a row states, if it states one, with the row's own name for it."""
        key, words = self.key("date"), self.said("date")
        return (Mark(words, encodable(key or "date")),) if words.strip() else ()


def folded(key: str) -> str:
    """A name of a field for comparison: lower case, `_`, `-` and dots as spaces."""
    return " ".join(key.lower().replace("_", " ").replace("-", " ").replace(".", " ").split())


def has_text(keys: Iterable[str], options: Options) -> bool:
    """Whether one of the names is that of a row's text."""
    return Fields(dict.fromkeys(keys, ""), options.fields).key("text") is not None


def columns(keys: Iterable[str]) -> str:
    """The names of fields as a fault lists them."""
    names = [encodable(key)[:40] for key in keys]
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return ", ".join(names[:12]) + more if names else "no fields"


def said(value: object) -> str:
    """What a value says as metadata: a string, a number, an object's name, or those in a list; anything else says nothing."""
    if isinstance(value, list):
        return ", ".join(words for part in value if (words := _one_said(part)))
    return _one_said(value)


def _one_said(value: object) -> str:
    match value:
        case str():
            return value
        case int() | float() if not isinstance(value, bool):
            return str(value)
        case {"name": str(name)} | {"title": str(name)}:
            return name
        case _:
            return ""
