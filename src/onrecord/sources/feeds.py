"""Feeds (RSS and Atom): one document an entry, its whole text where the feed has it, else its summary, which is said."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import trafilatura

from onrecord.knowledge.sources import source_table
from onrecord.sources.blocks import paragraphs
from onrecord.sources.decoding import decode, unix_lines
from onrecord.sources.finishing import SOFT_HYPHEN
from onrecord.sources.input import Input, UnreadableError, whole
from onrecord.sources.outcomes import Notice, Options, Outcome
from onrecord.sources.rows import Row, read_rows

_TABLE = source_table("feeds")
_NAMESPACES: dict[str, str] = _TABLE["namespaces"]
_FEED: dict[str, list[str]] = _TABLE["feed"]
_ENTRY: dict[str, list[str]] = _TABLE["entry"]
_ROOTS = frozenset(re.sub(r"(\w+):", lambda prefix: f"{{{_NAMESPACES[prefix[1]]}}}", root) for root in _FEED["roots"])
_SAID = ("id", "title", "author", "publisher", "pubDate", "published", "date")

_DECLARED = re.compile(rb"<\?xml[^>]{0,80}encoding=[\"']([\w-]{1,40})")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PREFIX = re.compile(r"(</?)[\w.-]+:")
_LETTERS_OF_HTML = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,31};")


def read_feed(taken: Input, options: Options) -> Iterator[Outcome]:
    """The documents of a feed, each named `file#id` by the id or else the address of its entry.

    Raises UnreadableError for what is no XML, and for XML that is no feed.
    """
    root = _parsed(whole(taken)[0])
    if root.tag not in _ROOTS:
        raise UnreadableError("XML, but no feed (RSS or Atom); skipped (save its text as .txt or .html)")
    entries = [entry for path in _FEED["entries"] for entry in root.iterfind(path, _NAMESPACES)]
    read = [_row(number, entry, _first(root, _FEED["title"])) for number, entry in enumerate(entries, 1)]
    told = [(row, is_whole) for row, is_whole in read if row.values["text"]]
    yield from read_rows((row for row, _ in told), taken.name, replace(options, fields=()))
    if summaries := sum(not is_whole for _, is_whole in told):
        yield Notice(taken.name, f"{_entries(summaries)} only as a summary (save the pages and add them, to have the whole text)")
    if bare := len(read) - len(told):
        yield Notice(taken.name, f"{_entries(bare)} without a text passed over (save the pages and add them)")


def _entries(count: int) -> str:
    return f"{count:,} {'entry' if count == 1 else 'entries'}"


def _parsed(raw: bytes) -> ElementTree.Element:
    found = _DECLARED.match(raw.lstrip())
    text = unix_lines(decode(raw, declared=found[1].decode("ascii") if found else "").text)
    text = _NO_XML.sub("", _DECLARATION.sub("", text, count=1)).strip()
    try:
        return ElementTree.fromstring(_LETTERS_OF_HTML.sub(lambda letter: html.unescape(letter[0]), text))
    except (ElementTree.ParseError, RecursionError) as error:
        raise UnreadableError(f"not XML that can be read, broken or cut short ({error}); skipped (get it again)") from error


def _row(number: int, entry: ElementTree.Element, feed: str) -> tuple[Row, bool]:
    """An entry as a row, and whether it has its whole text.

    A summary has no address: what stands at that of its entry is another text, which it must not replace.
    """
    values: dict[str, object] = {field: words for field in _SAID if (words := _first(entry, _ENTRY[field]))}
    url, text = _url(entry), _text(entry, "whole")
    values = {"id": url, "publisher": feed, **values, "url": url if text else "", "text": text or _text(entry, "summary")}
    return Row(number, ElementTree.tostring(entry, encoding="utf-8"), values), bool(text)


def _first(element: ElementTree.Element, paths: list[str]) -> str:
    """The words of the first of the elements that has any, letters written the way of HTML read."""
    found = (inner for path in paths for inner in element.iterfind(path, _NAMESPACES))
    return next((words for inner in found if (words := " ".join(html.unescape("".join(inner.itertext())).split()))), "")


def _url(entry: ElementTree.Element) -> str:
    """The address of an entry's page: the words of its link, or in Atom what the link names."""
    for path in _ENTRY["url"]:
        for link in entry.iterfind(path, _NAMESPACES):
            if link.get("rel", "alternate") == "alternate" and (url := (link.text or "").strip() or link.get("href", "").strip()):
                return url
    return ""


def _text(entry: ElementTree.Element, field: str) -> str:
    """The paragraphs under a field, a blank line between them."""
    found = (_unmarked(inner) for path in _ENTRY[field] for inner in entry.iterfind(path, _NAMESPACES))
    return next((text for text in found if text), "")


def _unmarked(element: ElementTree.Element) -> str:
    """What an element holds, as text: HTML unless it says that it is plain text (as Atom's does where it says nothing)."""
    words = "".join(element.itertext())
    if element.tag.startswith(f"{{{_NAMESPACES['atom']}}}") and element.get("type", "text") == "text":
        return words.replace(SOFT_HYPHEN, "").strip()
    if len(element):
        words = _PREFIX.sub(r"\1", ElementTree.tostring(element, encoding="unicode", method="html"))
    tree = trafilatura.load_html(f"<html><body>{words}</body></html>")
    return "" if tree is None else "\n\n".join(paragraphs(tree)).replace(SOFT_HYPHEN, "")
