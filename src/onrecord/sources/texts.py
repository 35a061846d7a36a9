"""Plain text and Markdown: one file, one document."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.sources.decoding import decode, unix_lines
from onrecord.sources.finishing import finish
from onrecord.sources.head import behead
from onrecord.sources.input import Input, whole
from onrecord.sources.outcomes import Options, Outcome


def read_text(taken: Input, options: Options) -> Iterator[Outcome]:
    """The document of a plain text file."""
    raw, raw_sha256 = whole(taken)
    decoded = decode(raw)
    draft = behead(unix_lines(decoded.text))
    yield from finish(replace(draft, repair=decoded.repair), taken.name, raw_sha256, options)
