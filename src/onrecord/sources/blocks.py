"""The paragraphs of marked-up text as a browser would break them: at elements that stand as blocks, never within a line."""

from collections.abc import Iterator
from typing import Any

from onrecord.knowledge.sources import source_table

_TABLE = source_table("pages")["elements"]
_BLOCKS = frozenset(_TABLE["blocks"])
_UNREAD = frozenset(_TABLE["unread"])


def paragraphs(tree: Any) -> list[str]:
    """The paragraphs of an lxml element, white space as a browser shows it, without navigation, scripts and forms."""
    found = [""]
    for piece in _pieces(tree):
        if piece is None:
            found.append("")
        else:
            found[-1] += piece
    return [words for block in found if (words := " ".join(block.split()))]


def _pieces(root: Any) -> Iterator[str | None]:
    """The strings of an element in order, None wherever a block begins or ends."""
    waiting: list[Any] = [root]
    while waiting:
        piece = waiting.pop()
        if piece is None or isinstance(piece, str):
            yield piece
            continue
        breaks = piece.tag in _BLOCKS
        waiting += [piece.tail or "" if piece is not root else "", *([None] if breaks else [])]
        if isinstance(piece.tag, str) and piece.tag not in _UNREAD:
            waiting += reversed([*([None] if breaks else []), piece.text or "", *piece])
