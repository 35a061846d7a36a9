"""Names that a network found, joined with those that the rules found: the network's words, the rules' titles."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from onrecord.core.readings import EntityType
from onrecord.reading.layout import Layout
from onrecord.reading.name_lessons import form_of
from onrecord.reading.naming import Piece, lower
from onrecord.reading.told_again import told_again
from onrecord.reading.told_name import ToldName

LONGEST = 12
"""Words of a name; what is longer is a list or a line of a page."""

_BEFORE = ("the", "a", "an")
_AFTER = ("'s", "'")
_MARKS = ('"', "“", "”", "``", "''")


def joined(layout: Layout, pieces: Sequence[Piece], told: Iterable[ToldName], persons: Collection[str]) -> list[Piece]:
    """The pieces with the names told, in order and apart; of those that overlap the pieces that are sure, else the told ones.

    A piece that nobody told stays where it has a title, where the same words are told elsewhere as the same, and where it is a
    person of the text (`QUILL:` in a transcript). `persons` are the names and surnames, folded, of those that it names in full.
    """
    names = told_again(layout, list(_trimmed(layout, _single(layout, told))))
    owner = {word: number for number, name in enumerate(names) for word in range(name.first, name.last)}
    under: dict[int, list[Piece]] = {}
    free: list[Piece] = []
    for piece in pieces:
        owners = {owner[word] for word in range(piece.first, piece.last) if word in owner}
        for number in owners:
            under.setdefault(number, []).append(piece)
        if not owners:
            free.append(piece)
    found = [piece for number, name in enumerate(names) for piece in _held(layout, name, under.get(number, ()), persons)]
    forms = {(form_of(layout, piece), piece.type) for piece in found}
    found.extend(piece for piece in free if _stays(layout, piece, forms, persons))
    return list(_apart(found))


def _stays(layout: Layout, piece: Piece, forms: Collection[tuple[str, EntityType | None]], persons: Collection[str]) -> bool:
    """Whether a piece that nobody told stays."""
    form = form_of(layout, piece)
    return piece.title >= 0 or (form, piece.type) in forms or (piece.type == "person" and form in persons)


def _held(layout: Layout, name: ToldName, under: Sequence[Piece], persons: Collection[str]) -> Sequence[Piece]:
    """Of a name and the pieces that it overlaps those that hold."""
    firm = [piece for piece in under if _firm(layout, piece, name, persons)]
    if firm:
        return firm
    told = Piece(name.first, name.last, name.type, True)
    return () if name.type is None or _family(layout, told, persons) else (told,)


def _firm(layout: Layout, piece: Piece, name: ToldName, persons: Collection[str]) -> bool:
    """Whether the piece holds against the name: it has a title, is a person of the text, or is sure and not within the name."""
    if piece.title >= 0:
        return True
    if piece.type == "person" and name.type != "person":
        return form_of(layout, piece) in persons
    if piece.sure and piece.type == "person" and _merely_prolongs(layout, name, piece):
        return True
    within = name.first <= piece.first and piece.last <= name.last and name.last - name.first > piece.last - piece.first
    return piece.sure and not within and not (piece.type != "person" and name.type == "person")


def _family(layout: Layout, piece: Piece, persons: Collection[str]) -> bool:
    """Whether the piece is a family of the text, not a person: `the Quills`."""
    after_the = piece.first > 0 and lower(layout.words[piece.first - 1]) == "the"
    form = form_of(layout, piece)
    return piece.type == "person" and after_the and form.endswith("s") and form[:-1] in persons


def _merely_prolongs(layout: Layout, name: ToldName, piece: Piece) -> bool:
    """Whether the name is the piece with words that are none of it: before a full name (`House Anna Reyes`), or after a name words
    that the text has in lower case too (`Reyes Speech`)."""
    if not (name.first <= piece.first and piece.last <= name.last):
        return False
    before, after = range(name.first, piece.first), range(piece.last, name.last)
    if before:
        return not after and piece.last - piece.first > 1
    plain = {word.text for word in layout.words if word.text.islower()}
    return bool(after) and all(lower(layout.words[at]) in plain for at in after)


def _single(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, two persons told as one apart: `Ida & Jon`."""
    for name in told:
        if name.type == "person" and name.last - name.first == 3 and layout.words[name.first + 1].text == "&":
            yield from (name._replace(last=name.first + 1), name._replace(first=name.last - 1))
        else:
            yield name


def _trimmed(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names without articles and possessives; what has no capital in it, as all names have, or half a nickname, is none."""
    words = layout.words
    for first, last, kind in told:
        while first < last and lower(words[first]) in _BEFORE:
            first += 1
        while first < last and lower(words[last - 1]) in _AFTER:
            last -= 1
        marks = sum(word.text in _MARKS for word in words[first:last])
        if 0 < last - first <= LONGEST and marks % 2 == 0 and any(word.capitalized for word in words[first:last]):
            yield ToldName(first, last, kind)


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces in order, without what overlaps one before."""
    end = 0
    for piece in sorted(pieces, key=lambda piece: (piece.first, -piece.last)):
        if piece.first >= end:
            end = piece.last
            yield piece
