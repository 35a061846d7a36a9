"""`jsonl`: the public interchange format `onrecord/1`, one JSON object a line (see docs/format.md)."""

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.core.items import Item
from onrecord.faces.exports.plain import plain


def lines(items: Iterable[Item]) -> Iterator[bytes]:
    """The items as lines of UTF-8, each ended by `\\n` on every platform, in the order they come in."""
    encoder = msgspec.json.Encoder()
    for item in items:
        yield encoder.encode(plain(item)) + b"\n"
