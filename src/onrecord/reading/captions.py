"""Captions of pictures that a page's text has between its paragraphs: the story does not go on from them."""

import re

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout

_CAPTION = re.compile(
    r"""\s*(?:FILE\s(?:PHOTO|-)|(?:PHOTO|Photo|Image|Picture|Caption)\b\s*:)
      | \b(?:REUTERS|AFP|EPA|Reuters|AP\sPhoto|Getty(?:\sImages)?)\s?/\s?[A-Z]
      | \((?:AP\sPhoto|Photo\sby|Photo:|Getty\sImages)
      | \b(?:Getty\sImages|AFP|AP\sPhoto)\s*\Z""",
    re.VERBOSE,
)
LONGEST = 700
"""Characters of a caption."""


def captions(layout: Layout) -> tuple[Span, ...]:
    """The paragraphs that are captions, in order: those that begin as one or credit whoever took the picture."""
    short = (paragraph for paragraph in layout.paragraphs if paragraph.end - paragraph.start <= LONGEST)
    return tuple(paragraph for paragraph in short if _is_caption(layout.text[slice(*paragraph)]))


def _is_caption(paragraph: str) -> bool:
    found = _CAPTION.search(paragraph)
    return found is not None and "“" not in paragraph and '"' not in paragraph
