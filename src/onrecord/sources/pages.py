"""HTML pages: the main text (trafilatura), and what the page itself says it is."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura

from onrecord.sources.blocks import paragraphs
from onrecord.sources.decoding import decode, unix_lines
from onrecord.sources.finishing import Draft, finish, repaired
from onrecord.sources.head import reads_as_prose
from onrecord.sources.input import Input, UnreadableError, whole
from onrecord.sources.outcomes import Options, Outcome
from onrecord.sources.page_data import page_data

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("trafilatura").propagate = False

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})|<\?xml[^>]{0,80}encoding=[\"']([\w-]{1,40})", re.IGNORECASE
)
_SHORT = 250
"""Characters below which trafilatura takes the whole page, a line broken at every element: a bold name would stand alone."""
_ROOT = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)


def read_page(taken: Input, options: Options) -> Iterator[Outcome]:
    """The document of a page: the paragraphs of its main text, a blank line between them."""
    raw, raw_sha256 = whole(taken)
    found = _CHARSET.search(raw[:4096])
    decoded = decode(raw, declared=(found[1] or found[2]).decode("ascii") if found else "")
    yield from finish(repaired(page_draft(unix_lines(decoded.text)), decoded.repair), taken.name, raw_sha256, options)


def page_draft(page: str) -> Draft:
    """The main text of a page, without the headline where it repeats the title, and the page's own metadata.

    Dates are those that the page's metadata states: none is guessed. Raises UnreadableError for a page without prose.
    """
    tree = _tree(page)
    text = _main_text(tree)
    if not reads_as_prose(text):
        raise UnreadableError(f"no main text found ({_size(page)} of navigation); skipped")
    data = page_data(tree)
    lines = text.split("\n")
    while lines and lines[0].strip() in ("", *data.titles):
        del lines[0]
    return Draft("\n\n".join(lines), data.title, data.publisher, data.url, data.author, data.dates)


def _tree(page: str) -> Any:
    whole_page = page if _ROOT.search(page) else f"<html><body>{page}</body></html>"
    return trafilatura.load_html(re.sub(r"^\s*<\?xml[^>]*>", "", whole_page))


def _main_text(tree: Any) -> str:
    text = None if tree is None else trafilatura.extract(tree, include_comments=False, include_tables=True, with_metadata=False)
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    if tree is not None and sum(map(len, lines)) < _SHORT:
        whole_lines = paragraphs(next(tree.iter("article", "main"), tree))
        if not set(lines) <= set(whole_lines) and reads_as_prose("\n".join(whole_lines)):
            lines = whole_lines
    return "\n".join(lines)


def _size(page: str) -> str:
    length = len(page.encode("utf-8", "replace"))
    return f"{length} bytes" if length < 1024 else f"{length // 1024:,} KB"
