"""Mail (EML): the plain text that a message shows, else its HTML; subject, sender and date from its head."""

import email
import email.header
import email.utils
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import Message

from onrecord.sources.decoding import Decoded, decode, encodable, unix_lines
from onrecord.sources.finishing import Draft, Mark, finish, repaired
from onrecord.sources.head import behead
from onrecord.sources.input import Input, UnreadableError, whole
from onrecord.sources.outcomes import Options, Outcome
from onrecord.sources.pages import page_draft

MOST_NAMED = 5
"""Attached files that are named; the others are counted."""


def read_mail(taken: Input, options: Options) -> Iterator[Outcome]:
    """The document of a message; attachments are named in a notice. Raises UnreadableError for a message without text."""
    raw, raw_sha256 = whole(taken)
    message = email.message_from_bytes(raw)
    things = list(_things(message))
    files = [part for forms in things for part in forms if _attached(part)]
    shown = _all_shown([[part for part in forms if part not in files] for forms in things])
    if not shown:  # some programs give the words of a message itself a name
        files = [part for part in files if not _in_line(part)]
        shown = _all_shown([[part for part in forms if part not in files] for forms in things])
    attached = _unread(files)
    if not shown:
        raise UnreadableError(f"a message without text; skipped{f'; {attached}' if attached else ''}")
    draft = replace(shown[0], text="\n\n".join(draft.text.strip() for draft in shown))
    if attached:
        draft = replace(draft, notices=(*draft.notices, attached))
    yield from finish(_described(draft, message), taken.name, raw_sha256, options)


def _things(part: Message) -> Iterator[list[Message]]:
    """What a message shows one after the other (RFC 2046), each thing in all the forms in which it is sent."""
    if part.get_content_type() == "multipart/alternative":
        yield [form for form in part.walk() if not form.is_multipart()]
    elif part.get_content_maintype() == "multipart" and part.is_multipart():
        for inner in part.get_payload():
            yield from _things(inner) if isinstance(inner, Message) else ()
    else:
        yield [part]


def _attached(part: Message) -> bool:
    """Whether a part is a file or a message of its own, not words that the message shows."""
    return part.get_content_disposition() == "attachment" or bool(part.get_filename()) or part.get_content_maintype() != "text"


def _in_line(part: Message) -> bool:
    """Whether a part is text that is to be shown in its place, though it has a name."""
    return part.get_content_disposition() != "attachment" and part.get_content_maintype() == "text"


def _unread(attached: list[Message]) -> str:
    """The attached files by name, and what to do about them; "" where there are none but the pictures of a page."""
    named = [_file_name(part) for part in attached if not (part.get_content_maintype() == "image" and part.get("Content-ID"))]
    if not named:
        return ""
    listed = ", ".join(named[:MOST_NAMED]) + (f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else "")
    if len(named) == 1:
        return f"1 attached file not read: {listed} (save it and add it)"
    return f"{len(named)} attached files not read: {listed} (save them and add them)"


def _file_name(part: Message) -> str:
    """The name that an attached file has, else what it is."""
    return encodable(_unwrapped(part.get_filename() or "") or f"one of type {part.get_content_type()}")


def _all_shown(things: list[list[Message]]) -> list[Draft]:
    """What a reader sees of a message; raises UnreadableError where it is pages alone and none has prose."""
    shown: list[Draft] = []
    bare: list[UnreadableError] = []
    for forms in things:
        try:
            shown += [draft] if (draft := _shown(forms)) else []
        except UnreadableError as without_prose:
            bare.append(without_prose)
    if bare and not shown:
        raise bare[0]
    return shown


def _shown(forms: list[Message]) -> Draft | None:
    """What a reader sees of a thing that is sent in these forms: its plain text, else its HTML; None where it has no words."""
    for part in forms:
        if part.get_content_type() == "text/plain" and (decoded := _decoded(part)).text.strip():
            text = unix_lines(decoded.text)
            return repaired(Draft(_unflowed(text) if _flowed(part) else text), decoded.repair)
    for part in forms:
        if part.get_content_type() == "text/html" and (decoded := _decoded(part)).text.strip():
            return repaired(page_draft(unix_lines(decoded.text)), decoded.repair)
    return None


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
    """A field of the head as words."""
    return _unwrapped(str(message.get(name, "")))


def _unwrapped(printed: str) -> str:
    """Words of a head with encoded ones decoded, on one line; as they stand where that fails."""
    try:
        return " ".join(str(email.header.make_header(email.header.decode_header(printed))).split())
    except (LookupError, UnicodeError, ValueError, MessageError):
        return " ".join(printed.split())
