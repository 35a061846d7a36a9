"""Plain text and Markdown: one file, one document."""

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from onrecord.sources.decoding import decode, unix_lines
from onrecord.sources.finishing import Draft, finish, repaired
from onrecord.sources.head import behead
from onrecord.sources.input import Input, whole
from onrecord.sources.outcomes import Options, Outcome
from onrecord.sources.rows import Fields


def read_text(taken: Input, options: Options) -> Iterator[Outcome]:
    """The document of a plain text file: its text without the head, outer white space taken off."""
    raw, raw_sha256 = whole(taken)
    decoded = decode(raw)
    yield from finish(repaired(behead(unix_lines(decoded.text)), decoded.repair), taken.name, raw_sha256, options)


def read_markdown(taken: Input, options: Options) -> Iterator[Outcome]:
    """The document of a Markdown file: its body as written, without front matter and without the heading that is its title."""
    raw, raw_sha256 = whole(taken)
    decoded = decode(raw)
    yield from finish(repaired(_markdown(unix_lines(decoded.text)), decoded.repair), taken.name, raw_sha256, options)


_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<matter>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LONGEST_MATTER = 100_000
"""Characters of the longest front matter: what is longer between two rules is text."""
_HEADING = re.compile(r"\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)")


def _markdown(text: str) -> Draft:
    found = _FRONT_MATTER.match(text)
    if not found or len(found["matter"]) > _LONGEST_MATTER:
        return _headed(Draft(text))
    try:
        matter = yaml.load(found["matter"], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        matter = None
    if not isinstance(matter, dict):
        return _headed(Draft(text, notices=("its front matter is not YAML; taken as text (mend it between the two lines ---)",)))
    fields = Fields({str(key): value for key, value in matter.items()}, ())
    body = Draft(
        text[found.end() :],
        title=fields.said("title"),
        publisher=fields.said("publisher"),
        url=fields.said("url"),
        author=fields.said("author"),
        dates=fields.dates(),
    )
    return _headed(body)


def _headed(draft: Draft) -> Draft:
    """The draft without a first heading that is, or repeats, its title."""
    found = _HEADING.match(draft.text)
    if found and draft.title in ("", found["title"]) and draft.text[found.end() :].strip():
        draft = replace(draft, title=found["title"], text=draft.text[found.end() :])
    return replace(draft, text=draft.text.strip())
