"""Mail (EML): the first plain text of a message, else its HTML; subject, sender and date from its head."""

import email
import email.header
import email.utils
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import Message

from onrecord.sources.decoding import Decoded, decode, unix_lines
from onrecord.sources.finishing import Draft, Mark, finish, repaired
from onrecord.sources.head import behead
from onrecord.sources.input import Input, UnreadableError, whole
from onrecord.sources.outcomes import Options, Outcome
from onrecord.sources.pages import page_draft


def read_mail(taken: Input, options: Options) -> Iterator[Outcome]:
    """The document of a message; attachments are named in a notice. Raises UnreadableError for a message without text."""
    raw, raw_sha256 = whole(taken)
    message = email.message_from_bytes(raw)
    parts = [part for part in message.walk() if not part.is_multipart()]
    attached = [part for part in parts if _attached(part)]
    draft = _body([part for part in parts if part not in attached])
    if attached:
        files = "1 attached file not read (save it and add it)"
        notice = files if len(attached) == 1 else f"{len(attached)} attached files not read (save them and add them)"
        draft = replace(draft, notices=(*draft.notices, notice))
    yield from finish(_described(draft, message), taken.name, raw_sha256, options)


def _attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or not part.get_content_type().startswith("text/")


def _body(parts: list[Message]) -> Draft:
    for part in parts:
        if part.get_content_type() == "text/plain" and (decoded := _decoded(part)).text.strip():
            text = unix_lines(decoded.text)
            return repaired(Draft(_unflowed(text) if _flowed(part) else text), decoded.repair)
    for part in parts:
        if part.get_content_type() == "text/html":
            decoded = _decoded(part)
            return repaired(page_draft(unix_lines(decoded.text)), decoded.repair)
    raise UnreadableError("a message without text; skipped")


def _decoded(part: Message) -> Decoded:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        return Decoded(raw.decode(part.get_content_charset() or "utf-8"), "")
    except (LookupError, UnicodeError, ValueError):
        return decode(raw)


def _flowed(part: Message) -> bool:
    return str(part.get_param("format", "")).lower() == "flowed"


def _unflowed(text: str) -> str:
    """Lines joined where the sender's program broke them (format=flowed, RFC 3676: such a line ends with a space)."""
    joined = ""
    for line in text.splitlines():
        joined += line if line.endswith(" ") and line != "-- " else line + "\n"
    return joined


def _described(draft: Draft, message: Message) -> Draft:
    subject, sender, date = (_header(message, name) for name in ("Subject", "From", "Date"))
    text = draft.text.strip()
    if not subject:
        beheaded = behead(text)
        subject, text = beheaded.title, beheaded.text
    elif text.partition("\n")[0].strip() == subject:
        text = text.partition("\n")[2].strip()
    name, address = email.utils.parseaddr(sender)
    return replace(draft, text=text, title=subject, author=name or address, dates=(Mark(date, "Date"),) if date.strip() else ())


def _header(message: Message, name: str) -> str:
    """A field of the head as words, encoded ones decoded; as it stands where that fails."""
    printed = str(message.get(name, ""))
    try:
        return " ".join(str(email.header.make_header(email.header.decode_header(printed))).split())
    except (LookupError, UnicodeError, ValueError, MessageError):
        return " ".join(printed.split())
