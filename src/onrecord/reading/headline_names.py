"""Names in headlines set in capitals, where capitals tell nothing."""

from onrecord.knowledge.people import given_names, known_surnames
from onrecord.reading.layout import Layout
from onrecord.reading.name_lessons import Seen
from onrecord.reading.naming import Piece, folding, known_at, overlong, person_like, role_at
from onrecord.reading.runs import Run


def in_headline(layout: Layout, run: Run, seen: Seen) -> list[Piece]:
    """Names in a headline's capitals: those the text has elsewhere, those known, given names with a surname."""
    words = layout.words
    pieces: list[Piece] = []
    at = run.first
    while at < run.last:
        piece = _headline_piece(layout, at, run.last, seen) or _titled(layout, at, run.last)
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


def _titled(layout: Layout, at: int, last: int) -> Piece | None:
    """The name after a title: any word after `SEN.`, else a given name and a surname, `MAYOR JO LIND`."""
    words = layout.words
    found = role_at(words, at, last)
    if found is None or found[0].kind != "title" or found[1] >= last:
        return None
    name, following = found[1], found[1] + 1
    if len(words[name].text) < 2 or not words[name].text.isalpha():
        return None
    whole = following < last and folding(words[name].text) in given_names() and _may_be_surname(words[following].text)
    if not whole and words[name - 1].text[-1] != ".":
        return None
    return Piece(name, following + whole, "person", True, at)


def _may_be_surname(text: str) -> bool:
    """Whether a word in capitals may be a surname: one that is known, or a word without the `S` that verbs of headlines end in."""
    form = folding(text)
    return form in known_surnames() or (text.isalpha() and text[-1] != "S" and len(text) > 3)
