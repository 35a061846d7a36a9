"""Storms, which have people's names and are nobody: `Hurricane Ida`, and `Ida` in a text that has no person of that name."""

from collections.abc import Iterable, Sequence

from onrecord.knowledge.name_words import name_words
from onrecord.reading.layout import Layout
from onrecord.reading.naming import Piece, folding, lower


def without_storms(layout: Layout, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces in their order without the names of storms, those by themselves too where they are no part of a person's name."""
    words = layout.words
    storms = {id(piece) for piece in pieces if _is_storm(layout, piece)}
    if not storms:
        return list(pieces)
    called = {folding(words[piece.last - 1].text) for piece in pieces if id(piece) in storms}
    people = _parts(layout, (piece for piece in pieces if piece.type == "person" and id(piece) not in storms))
    return [piece for piece in pieces if id(piece) not in storms and not _is_called(layout, piece, called - people)]


def _is_storm(layout: Layout, piece: Piece) -> bool:
    """Whether a name begins with a word for a storm, or follows one: `Tropical Storm` and `Ida`."""
    words = layout.words
    if piece.type == "organization":
        return False
    within = any(lower(word) in name_words("storm") for word in words[piece.first : piece.last - 1])
    before = piece.first > 0 and words[piece.first - 1].capitalized and lower(words[piece.first - 1]) in name_words("storm")
    return within or (before and piece.last - piece.first == 1)


def _parts(layout: Layout, people: Iterable[Piece]) -> set[str]:
    whole = (piece for piece in people if piece.last - piece.first > 1)
    return {folding(word.text) for piece in whole for word in layout.words[piece.first : piece.last]}


def _is_called(layout: Layout, piece: Piece, called: set[str]) -> bool:
    alone = piece.last - piece.first == 1 and piece.title < 0 and piece.type != "organization"
    return alone and folding(layout.words[piece.first].text) in called
