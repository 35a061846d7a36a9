"""Bytes to text: UTF-8, then Windows-1252, then detection; what was done is said, and what is no text is refused.

A text pasted together from both is read as both: UTF-8 with the bytes that are none read as Windows-1252.

Only text whose encoding had to be guessed is repaired, and only where letters were misread (`Ã©` for `é`): quotation marks,
spaces and everything else stay as they are.
"""

import codecs
import re
import unicodedata
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
    if unmarked := _unmarked_utf16(raw):
        return unmarked
    if _binary(raw):
        raise UnreadableError("not text but binary data; name the file for the kind it is, or save it as plain text in UTF-8")
    return _without_zeros(_unmarked(raw, declared))


def _unmarked(raw: bytes, declared: str) -> Decoded:
    try:
        return Decoded(raw.decode("utf-8"), "")
    except UnicodeDecodeError:
        return _as_declared(raw, declared) or _mixed(raw) or _guessed(raw)


def _without_zeros(decoded: Decoded) -> Decoded:
    """The text with U+FFFD for a stray zero, which would end it for many a program that it is handed on to."""
    if not (zeros := decoded.text.count("\0")):
        return decoded
    said = f"{zeros} zero byte{'s' if zeros > 1 else ''} replaced"
    return Decoded(decoded.text.replace("\0", "\N{REPLACEMENT CHARACTER}"), f"{decoded.repair}, {said}" if decoded.repair else said)


def decode_line(raw: bytes) -> Decoded:
    """The text of a line of JSONL or CSV, never altered: UTF-8, else both, else Windows-1252, else Latin-1 (which always reads)."""
    try:
        return Decoded(raw.decode("utf-8"), "")
    except UnicodeDecodeError:
        if mixed := _mixed(raw):
            return mixed
    try:
        return Decoded(raw.decode("cp1252"), _read_as("Windows-1252"))
    except UnicodeDecodeError:
        return Decoded(raw.decode("latin-1"), _read_as("Latin-1"))


def unix_lines(text: str) -> str:
    """The text with every line ended by one `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with halves of surrogate pairs, which no file can hold, replaced by U+FFFD."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def file_name(name: str) -> str:
    """The name of a file as appearances have it, letters composed: some systems part `é` into `e` and an accent, people do not."""
    return unicodedata.normalize("NFC", encodable(name))


def _read_as(encoding: str) -> str:
    return f"not UTF-8, read as {encoding}"


def _binary(raw: bytes) -> bool:
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    return raw.startswith(_OTHER_KINDS) or controls > len(raw) * _CONTROL_SHARE


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


_UTF16 = (("utf-16-le", 0), ("utf-16-be", 1))
_LATIN_SHARE = 0.7
"""Of the letters of a text in UTF-16, at least this share are of the Latin alphabet, each with a zero byte beside it."""


def _unmarked_utf16(raw: bytes) -> Decoded | None:
    """The text of a file in UTF-16 that does not say so, as some programs write it; None where its zero bytes tell of none."""
    for encoding, letters in _UTF16:
        high, low = raw[1 - letters :: 2], raw[letters::2]
        if b"\0" in low or high.count(0) < max(1, len(high) * _LATIN_SHARE):
            continue
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _binary(text.encode("utf-8")):
            return Decoded(text, _read_as("UTF-16"))
    return None


_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_PUNCTUATION = re.compile(rb"\xe2\x80[\x93-\xa6]")
"""Curly quotation marks, dashes and dots in UTF-8: in other encodings three bytes that nobody writes in a row."""
_STRAY = "onrecord.stray"


def _stray(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8, as Windows-1252 has it; U+FFFD for one that this lacks, and for a character cut off by the end."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.end == len(error.object) and error.object[error.start] >= 0xC2 and error.end > error.start + 1:
        return "\N{REPLACEMENT CHARACTER}", error.end
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", errors="replace"), error.start + 1


codecs.register_error(_STRAY, _stray)


def _mixed(raw: bytes) -> Decoded | None:
    """The text of bytes that are UTF-8 but for some; None where what looks like UTF-8 could be chance: where most of it is none.

    In other encodings a byte of a letter is seldom followed by just those that UTF-8 asks for.
    """
    sequences = len(_SEQUENCE.findall(raw))
    stray = sum(byte >= 0x80 for byte in _SEQUENCE.sub(b"", raw))
    if not sequences or (stray > sequences and not _PUNCTUATION.search(raw)):
        return None
    return Decoded(
        raw.decode("utf-8", errors=_STRAY), f"not all UTF-8, {stray} byte{'s' if stray > 1 else ''} read as Windows-1252"
    )


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
