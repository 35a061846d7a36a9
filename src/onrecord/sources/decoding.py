"""Bytes to text: strict UTF-8, then Windows-1252, then detection; what was done is said, and what is no text is refused.

Only text whose encoding had to be guessed is repaired, and only where letters were misread (`Ã©` for `é`): quotation marks,
spaces and everything else stay as they are.
"""

import codecs
import re
from dataclasses import dataclass

import ftfy
from charset_normalizer import from_bytes

from onrecord.sources.input import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_KINDS = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How PDF, zip and Word, gzip, old Office and RTF files begin, whatever they are called."""
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_CONTROL_SHARE = 0.02
"""More control characters than this share are no text: real text, however badly encoded, has none or a stray few."""
_DETECTED_FROM = 1 << 20
"""Bytes that detection looks at: more changes nothing and takes long."""
_REPAIR = ftfy.TextFixerConfig(uncurl_quotes=False, unescape_html=False, replace_lossy_sequences=False)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what was done to read it ("" where it simply was UTF-8, or said what it was)."""

    text: str
    repair: str


def decode(raw: bytes, *, declared: str = "") -> Decoded:
    """The text of a whole file. `declared` is the encoding that a page names itself. Raises UnreadableError for what is no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, mark, encoding)
    if _binary(raw):
        raise UnreadableError("not text but binary data; name the file for the kind it is, or save it as plain text in UTF-8")
    try:
        return Decoded(raw.decode("utf-8"), "")
    except UnicodeDecodeError:
        return _as_declared(raw, declared) or _guessed(raw)


def decode_line(raw: bytes) -> Decoded:
    """The text of one line of JSONL or CSV, never altered: UTF-8, else Windows-1252, else Latin-1 (which always reads)."""
    for encoding, repair in (("utf-8", ""), ("cp1252", _read_as("Windows-1252")), ("latin-1", _read_as("Latin-1"))):
        try:
            return Decoded(raw.decode(encoding), repair)
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 reads every byte")


def unix_lines(text: str) -> str:
    """The text with every line ended by one `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with halves of surrogate pairs, which no file can hold, replaced by U+FFFD."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _read_as(encoding: str) -> str:
    return f"not UTF-8, read as {encoding}"


def _binary(raw: bytes) -> bool:
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    return raw.startswith(_OTHER_KINDS) or b"\0" in raw or controls > len(raw) * _CONTROL_SHARE


def _marked(raw: bytes, mark: bytes, encoding: str) -> Decoded:
    """A file that begins with a byte order mark: it says what it is, and where it breaks its word the breaks are marked."""
    body = raw[len(mark) :] if encoding == "utf-8" else raw
    try:
        text, repair = body.decode(encoding), ""
    except UnicodeDecodeError:
        text, repair = body.decode(encoding, errors="replace"), f"broken {encoding.upper()}, unreadable characters replaced"
    if "\0" in text:
        raise UnreadableError("not text but binary data; name the file for the kind it is, or save it as plain text in UTF-8")
    return Decoded(text, repair)


def _as_declared(raw: bytes, declared: str) -> Decoded | None:
    try:
        encoding = codecs.lookup(declared)
        return Decoded(raw.decode(encoding.name), _read_as(f"{encoding.name}, as it says itself")) if declared else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _guessed(raw: bytes) -> Decoded:
    try:
        text, encoding = raw.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        best = from_bytes(raw[:_DETECTED_FROM]).best()
        if best is None:
            raise UnreadableError("no encoding fits; save it as plain text in UTF-8") from None
        text, encoding = raw.decode(best.encoding, errors="replace"), f"{best.encoding} (detected)"
    mended = ftfy.fix_encoding(text, _REPAIR)
    repair = _read_as(encoding)
    return Decoded(mended, repair if mended == text else f"{repair}, misread letters mended")
