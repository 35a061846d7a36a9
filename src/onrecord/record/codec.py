"""Values ↔ columns: readings as compressed MessagePack, the rest as JSON that a person can read in the file."""

import zlib
from functools import lru_cache
from typing import Any

import msgspec

from onrecord.core.evidence import Date, Evidence
from onrecord.core.readings import Reading
from onrecord.core.spans import Span

_COMPRESSION = 6
"""zlib's own default: a reading shrinks to about a quarter; level 9 gains 1 % for twice the time."""

_readings = msgspec.msgpack.Decoder(Reading)
_spans = msgspec.json.Decoder(tuple[Span, ...])
_strings = msgspec.json.Decoder(tuple[str, ...])
_date = msgspec.json.Decoder(Date)
_dates = msgspec.json.Decoder(tuple[Date, ...])
_evidence = msgspec.json.Decoder(tuple[Evidence, ...])


def pack_reading(reading: Reading) -> bytes:
    """The reading as the file keeps it."""
    return zlib.compress(msgspec.msgpack.encode(reading), _COMPRESSION)


def unpack_reading(blob: bytes) -> Reading:
    """The reading that was packed; the same value, spans and all."""
    return _readings.decode(zlib.decompress(blob))


def to_json(value: Any) -> str:
    """Spans, strings, dates or evidence as JSON."""
    return msgspec.json.encode(value).decode()


@lru_cache(maxsize=1 << 12)
def json_of_strings(strings: tuple[str, ...]) -> str:
    """Strings as JSON; the same few come many thousand times."""
    return to_json(strings)


def spans_of(column: str) -> tuple[Span, ...]:
    """The spans that a column holds."""
    return _spans.decode(column)


@lru_cache(maxsize=1 << 16)
def strings_of(column: str) -> tuple[str, ...]:
    """The strings that a column holds."""
    return _strings.decode(column)


def dates_of(column: str) -> tuple[Date, ...]:
    """The dates that a column holds."""
    return _dates.decode(column)


def date_columns(date: Date) -> tuple[str | None, str | None, str, str]:
    """A date as the four columns `earliest`, `latest`, `basis`, `evidence`."""
    return date.earliest, date.latest, date.basis, to_json(date.evidence)


def date_of(earliest: str | None, latest: str | None, basis: Any, evidence: str) -> Date:
    """The date that four columns hold."""
    return Date(earliest, latest, basis, _evidence.decode(evidence) if evidence != "[]" else ())


def date_json(date: Date | None) -> str | None:
    """A date as one column, None for none."""
    return None if date is None else to_json(date)


def date_or_none(column: str | None) -> Date | None:
    """The date that one column holds."""
    return None if column is None else _date.decode(column)


def evidence_of(column: str) -> tuple[Evidence, ...]:
    """The evidence that a column holds."""
    return _evidence.decode(column)
