"""Ids: 128-bit content hashes (BLAKE2b, RFC 7693), written as 32 hexadecimal digits.

The same content has the same id on every machine, so that records made apart can be compared and joined.
"""

from hashlib import blake2b, sha256

from onrecord.core.spans import Span

ID_LENGTH = 32


def content_id(*parts: str) -> str:
    """The id of a sequence of strings; each part is prefixed with its length, so that no two sequences collide by joining."""
    digest = blake2b(digest_size=ID_LENGTH // 2)
    for part in parts:
        encoded = part.encode("utf-8")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()


def document_id(text: str) -> str:
    """A document's id: the hash of its text and of nothing else."""
    return content_id("document", text)


def item_id(kind: str, document: str, *spans: Span) -> str:
    """The id of something read in a document: its kind, the document's id and the spans it rests on."""
    return content_id(kind, document, *(f"{start}-{end}" for start, end in spans))


def text_sha256(text: str) -> str:
    """SHA-256 of the UTF-8 text, hexadecimal: what other programs can compute for themselves."""
    return sha256(text.encode("utf-8")).hexdigest()
