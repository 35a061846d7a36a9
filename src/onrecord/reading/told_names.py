"""Names that a network found, joined with those that the rules found: the network's words, the rules' titles."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.core.readings import EntityType
from onrecord.knowledge.name_words import known_organizations, known_places
from onrecord.knowledge.people import given_names, known_surnames, roles, weak_given_names
from onrecord.reading.layout import Layout
from onrecord.reading.name_lessons import form_of
from onrecord.reading.naming import Piece, folding, lower, role_at
from onrecord.reading.told_again import told_again
from onrecord.reading.told_mended import articled, body_nouns, mended, names_body, with_nicknames
from onrecord.reading.told_name import ToldName

_KIN = frozenset(["relative", "associate"])
"""Families of roles before a given name alone: `his mother Lilian`."""

DOUBTFUL = 0.7
"""A word told to be a body's or a place's less likely than this is a person where the rules say so and lists of names have it."""

LIKELY_PERSON, LIKELY = 0.6, 0.4
"""A name that the rules do not find, or take for something else, needs to be more likely than this: of the less likely ones two in
three are none (CrossNER-politics, UNER-EWT and PolNeAR dev). A wrong person does more harm than a wrong body or place."""


class _Text(NamedTuple):
    """A text with the words that it has in lower case, the names and surnames, folded, of the persons whom it names in full, and
    the pieces that overlap several names told.
    """

    layout: Layout
    plain: Collection[str]
    persons: Collection[str]
    shared: Collection[Piece]


def joined(
    layout: Layout, pieces: Sequence[Piece], told: Iterable[ToldName], persons: Collection[str], plain: Collection[str]
) -> list[Piece]:
    """The pieces with the names told, in order and apart; of those that overlap the pieces that are sure, else the told ones.

    A piece that nobody told stays where it has a title, where the same words are told elsewhere as the same, and where it is a
    person of the text (`QUILL:` in a transcript); and where something else that was told is in doubt. `persons` are the names and
    surnames, folded, of those that the text names in full, `plain` the words that it has in lower case.
    """
    found = {(piece.first, piece.last, piece.type) for piece in pieces}
    likely: list[ToldName] = []
    doubted: set[int] = set()
    for name in mended(layout, told):
        if name.type is None or name.sure >= (LIKELY_PERSON if name.type == "person" else LIKELY) or name[:3] in found:
            likely.append(name)
        else:
            doubted.update(range(name.first, name.last))
    names = told_again(layout, list(with_nicknames(layout, likely)))
    under, free, shared = _by_name(pieces, names)
    text = _Text(layout, plain, _backed(layout, names, pieces, persons), shared)
    held = [piece for number, name in enumerate(names) for piece in _held(text, name, under.get(number, ()))]
    forms = {(form_of(layout, piece), piece.type) for piece in held}
    free = [_as_told(layout, piece, forms) for piece in free]
    held.extend(piece for piece in free if _stays(text, piece, forms) or not doubted.isdisjoint(range(piece.first, piece.last)))
    return list(_apart(held))


def _by_name(pieces: Iterable[Piece], names: Iterable[ToldName]) -> tuple[dict[int, list[Piece]], list[Piece], set[Piece]]:
    """The pieces that overlap each name, by its number, those that overlap none, and those that overlap several."""
    owner = {word: number for number, name in enumerate(names) for word in range(name.first, name.last)}
    under: dict[int, list[Piece]] = {}
    free: list[Piece] = []
    shared: set[Piece] = set()
    for piece in pieces:
        owners = {owner[word] for word in range(piece.first, piece.last) if word in owner}
        for number in owners:
            under.setdefault(number, []).append(piece)
        if not owners:
            free.append(piece)
        if len(owners) > 1:
            shared.add(piece)
    return under, free, shared


def _backed(layout: Layout, names: Iterable[ToldName], pieces: Iterable[Piece], persons: Collection[str]) -> Collection[str]:
    """Those of the persons whose last word stands in some name told as a person's, or behind a title: `Holy See` is none where no
    Mr. See is."""
    backing = [(name.first, name.last) for name in names if name.type == "person"]
    backing.extend((piece.first, piece.last) for piece in pieces if piece.type == "person" and piece.title >= 0)
    told = {part for first, last in backing for word in layout.words[first:last] for part in folding(word.text).split()}
    return {form for form in persons if form.split()[-1] in told}


def _as_told(layout: Layout, piece: Piece, forms: Collection[tuple[str, EntityType | None]]) -> Piece:
    """A piece of one word that the rules take for a person, as the body or place that alone was told of that word."""
    form = form_of(layout, piece)
    if piece.type != "person" or piece.title >= 0 or piece.last - piece.first > 1 or (form, "person") in forms:
        return piece
    kinds: tuple[EntityType, ...] = ("organization", "place")
    return replace(piece, type=next((kind for kind in kinds if (form, kind) in forms), piece.type))


def _stays(text: _Text, piece: Piece, forms: Collection[tuple[str, EntityType | None]]) -> bool:
    """Whether a piece that nobody told stays; `forms` are what was told."""
    form = form_of(text.layout, piece)
    known = (form, piece.type) in forms or (piece.type == "person" and form in text.persons)
    return piece.title >= 0 or known or _introduced(text.layout, piece)


def _introduced(layout: Layout, piece: Piece) -> bool:
    """Whether a role in lower case stands before a person's piece, or a given name begins it with more of a name behind: `scientist
    Randolf Menzel`, `his mother Lilian`, `Joseph E. Lind`."""
    first = piece.first
    if piece.type != "person":
        return False
    before = role_at(layout.words, first - 1, first) if first and layout.words[first - 1].text.islower() else None
    if before is not None and piece.last - first > 1:
        return True
    if lower(layout.words[first]) not in given_names():
        return False
    if before is not None and before[0].family in _KIN:
        return True
    words = [lower(word) for word in layout.words[first : piece.last]]
    if names_body(layout, piece.last):
        return False
    initial = any(len(word.strip(".")) == 1 for word in words[1:-1])
    strong = words[0] not in weak_given_names() and not any(word in body_nouns() or word in roles() for word in words[1:])
    return len(words) > 1 and strong and (initial or folding(words[-1]) in known_surnames())


def _held(text: _Text, name: ToldName, under: Sequence[Piece]) -> Sequence[Piece]:
    """Of a name and the pieces that it overlaps those that hold."""
    firm = [piece for piece in under if _firm(text, piece, name)]
    if firm:
        return firm
    told = Piece(name.first, name.last, name.type, True)
    return () if name.type is None or _family(text, told) else (told,)


def _firm(text: _Text, piece: Piece, name: ToldName) -> bool:
    """Whether the piece holds against the name: it has a title, is a person of the text, or is sure and not within the name."""
    if piece.title >= 0 or (name.type != "person" and _introduced(text.layout, piece)):
        return True
    if piece.type == "person" and (name.type != "person" or _covers(text, piece, name)):
        return form_of(text.layout, piece) in text.persons or _listed(text.layout, piece, name)
    if piece.sure and piece.type == "person" and _merely_prolongs(text, name, piece):
        return True
    within = name.first <= piece.first and piece.last <= name.last and name.last - name.first > piece.last - piece.first
    return piece.sure and not within and not (piece.type != "person" and name.type == "person")


def _listed(layout: Layout, piece: Piece, name: ToldName) -> bool:
    """Whether both are a word that lists have as a name, which is hardly told to be a body's or place's and is not known as one."""
    form = folding(layout.words[name.first].text)
    alone = name.last - name.first == piece.last - piece.first == 1 and 0 < name.sure < DOUBTFUL and name.type is not None
    known = form in known_organizations() or form in known_places()
    return alone and not known and not articled(layout, name.first) and (form in given_names() or form in known_surnames())


def _covers(text: _Text, piece: Piece, name: ToldName) -> bool:
    """Whether the piece is the name with more of its own: `de Quill` where a network tells `Quill`, but not `Ida & Jon`."""
    longer = piece.last - piece.first > name.last - name.first
    return longer and piece.first <= name.first and name.last <= piece.last and piece not in text.shared


def _family(text: _Text, piece: Piece) -> bool:
    """Whether the piece is a family of the text, not a person: `the Quills`."""
    after_the = piece.first > 0 and lower(text.layout.words[piece.first - 1]) == "the"
    form = form_of(text.layout, piece)
    return piece.type == "person" and after_the and form.endswith("s") and form[:-1] in text.persons


def _merely_prolongs(text: _Text, name: ToldName, piece: Piece) -> bool:
    """Whether the name is the piece with words that are none of it: before a full name (`House Anna Reyes`), or after a name words
    that the text has in lower case too (`Reyes Speech`)."""
    if not (name.first <= piece.first and piece.last <= name.last):
        return False
    before, after = range(name.first, piece.first), range(piece.last, name.last)
    if before:
        return not after and piece.last - piece.first > 1
    return bool(after) and all(lower(text.layout.words[at]) in text.plain for at in after)


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces in order, without what overlaps one before."""
    end = 0
    for piece in sorted(pieces, key=lambda piece: (piece.first, -piece.last)):
        if piece.first >= end:
            end = piece.last
            yield piece
