"""What web pages put into a story that is no part of it: lines that hold a place for something else, and cards about a person.

A card stands behind a name in the middle of its sentence: the person's whole name, headlines glued to it, and a link
(`Sen. Ana Lind Ana Maria LindBridge vote delayed Council to meet again MORE (D), who voted against it, said`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from onrecord.core.spans import Span, overlapping, trimmed

_LINE = re.compile(
    r"""
    ^[^\S\n]*+[\[(]?(?:
        advertisements?:?
      | (?:story|article)\ continue[sd]\ below(?:\ (?:this\ )?advertisement)?
      | advertisement\s?[-–—]?\s?(?:continue\ reading(?:\ below)?|(?:story|article)\ continues\ below)
      | continue\ reading(?:\ (?:below|the\ main\ story))?
      | slideshow\ \(\d+\ images?\)
      | loading\ ?(?:\.\.\.|…)
    )[\])]?[^\S\n]*$
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)

_PART = r"""(?:[A-Z][\w.’'-]*+|\([A-Z][\w.’'\ -]*\)|["“][A-Z][\w.’'-]*["”]),?"""
_YOUNGER = r"(?:,?\ (?:Jr\.|Sr\.|II|III|IV))?"
_REST = r"(?:(?=[A-Z0-9'‘\"“$\[][^\n]{0,40}?\b[a-z]{2})[^\n]{0,900}?\bMORE\b|MORE\b)"
_LINK = re.compile(r"MORE\b")
LONGEST_CARD = 1100
"""Characters of a card with the name before it."""

_CARD = re.compile(
    rf"""
      \b(?P<name>[A-Z][\w’'-]*[a-z][\w’'-]*+){_YOUNGER}
      (?P<glued>\ (?:{_PART}\ ){{0,6}}?(?P=name){_YOUNGER}{_REST})
    | \b(?P<given>[A-Z][\w’'-]+)\ (?P<family>[A-Z][\w’'-]+)
      (?P<spaced>\ (?=[^\n]{{0,40}}?\b(?P=given)\b)(?:{_PART}\ ){{1,6}}?(?P=family){_YOUNGER}\ {_REST})
    | \b(?P<first>[A-Z][\w’'-]+)\ (?P<last>[A-Z][\w’'-]+?)
      (?P<tight>(?P=first)\ (?:{_PART}\ ){{0,5}}?(?P=last){_YOUNGER}{_REST})
    """,
    re.VERBOSE,
)
_SHAPES = ("glued", "spaced", "tight")
"""How a card begins: `Lind Ana LindBridge`, `Lind Ana Lind Bridge`, `LindAna LindBridge`."""


def inserts(text: str) -> tuple[Span, ...]:
    """The inserts of a text, in order, none within another."""
    lines = (Span(*found.span()) for found in _LINE.finditer(text))
    return tuple(sorted(chain(lines, _cards(text))))


def _cards(text: str) -> Iterator[Span]:
    """The cards of a text, looked for before each link, no further back than the link before it."""
    at = 0
    for link in _LINK.finditer(text):
        found = _CARD.search(text, max(at, link.start() - LONGEST_CARD), link.end())
        if found is not None:
            yield Span(*found.span(next(filter(found.group, _SHAPES))))
        at = link.end()


_ELISION = re.compile(r"\[\s?(?:\.\s?){2,4}\]|\[\s?…\s?\]")


def elisions(text: str) -> tuple[Span, ...]:
    """Where a quotation says that words of it are left out (`[...]`): of the quotation, and no word of anybody's."""
    return tuple(Span(*found.span()) for found in _ELISION.finditer(text))


def blanked(text: str, spans: Sequence[Span]) -> str:
    """The text with spaces where the spans, which are in order, stand: every offset stays."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def beside(text: str, spans: Sequence[Span], inserted: Sequence[Span]) -> tuple[Span, ...]:
    """The spans of the text without what is inserted in them: one around an insert is two."""
    return tuple(piece for span in spans for piece in _pieces(text, span, inserted))


def _pieces(text: str, span: Span, inserted: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for insert in overlapping(inserted, span):
        yield from _words(text, start, insert.start)
        start = insert.end
    yield from _words(text, start, span.end)


def _words(text: str, start: int, end: int) -> Iterator[Span]:
    piece = trimmed(text, Span(start, max(start, end)))
    if piece.start < piece.end:
        yield piece
