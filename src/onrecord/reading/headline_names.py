"""Names in headlines set in capitals, where capitals tell nothing."""

from onrecord.knowledge.people import known_surnames
from onrecord.reading.layout import Layout
from onrecord.reading.name_lessons import Seen
from onrecord.reading.naming import Piece, folding, known_at, overlong, person_like
from onrecord.reading.runs import Run


def in_headline(layout: Layout, run: Run, seen: Seen) -> list[Piece]:
    """Names in a headline's capitals: those the text has elsewhere, those known, given names with a surname."""
    words = layout.words
    pieces: list[Piece] = []
    at = run.first
    while at < run.last:
        piece = _headline_piece(layout, at, run.last, seen)
        if piece is None:
            at += 1
        else:
            pieces.append(piece)
            at = piece.last
    return [piece for piece in pieces if piece.last <= len(words)]


def _headline_piece(layout: Layout, at: int, last: int, seen: Seen) -> Piece | None:
    words = layout.words
    for end in range(min(last, at + 6), at, -1):
        form = folding(" ".join(word.text for word in words[at:end]))
        if form in seen.persons or form in seen.surnames:
            return Piece(at, end, "person", True)
        if form in seen.others and (end - at > 1 or seen.others[form] != "person"):
            return Piece(at, end, seen.others[form], True)
    found = known_at(words, at, last)
    if found is not None:
        return Piece(at, found[1], found[0], True)
    for size in (3, 2):
        end = at + size
        if end <= last and person_like(words, at, end) and folding(words[end - 1].text) in known_surnames():
            return None if overlong(words, at, end) else Piece(at, end, "person", True)
    return None
