"""What sources read from: a named stream of bytes, and the limits under which bytes are taken from it."""

from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

LARGEST_FILE = 64 << 20
"""Bytes of the largest file that holds one document; 5 million characters and a page's markup fit many times over."""


class UnreadableError(Exception):
    """Why one file, member or row is skipped, in words that go after its place; the rest of the input goes on."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file, a member of an archive or standard input: its name as appearances have it, and its bytes.

    `depth` counts the archives around it. `kind` is a key of SOURCES or CONTAINERS.
    """

    name: str
    kind: str
    stream: BinaryIO
    depth: int = 0


def whole(taken: Input) -> tuple[bytes, str]:
    """All bytes of an input that holds one document, and their SHA-256. Raises UnreadableError where there are none or too many."""
    raw = taken.stream.read(LARGEST_FILE + 1)
    if not raw:
        raise UnreadableError("empty; skipped")
    if len(raw) > LARGEST_FILE:
        raise UnreadableError(f"larger than {LARGEST_FILE >> 20} MB; skipped (split it up)")
    return raw, sha256(raw).hexdigest()
