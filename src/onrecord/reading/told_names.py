"""Names that a network found, joined with those that the rules found: the network's words, the rules' titles."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.core.readings import EntityType
from onrecord.knowledge.name_words import known_organizations, known_places, name_words, organization_nouns
from onrecord.knowledge.people import given_names, known_surnames, roles
from onrecord.reading.layout import Layout
from onrecord.reading.name_lessons import form_of
from onrecord.reading.naming import Piece, end_of_role, folding, lower, role_at
from onrecord.reading.told_again import told_again
from onrecord.reading.told_name import ToldName

CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(-(TV|FM|AM))?")
"""How American stations are called, by letters that the country's commission gives (47 CFR 73.3550)."""

LONGEST = 12
"""Words of a name; what is longer is a list or a line of a page."""

_BEFORE = ("the", "a", "an")
_AFTER = ("'s", "'")
_MEMBERS = ("democrat", "republican")
_COUNSEL = ("lawyers", "attorneys", "counsel", "lawyer", "attorney")
_MARKS = ('"', "“", "”", "``", "''")


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
    for name in _trimmed(layout, _single(layout, _stations(layout, _of_people(layout, _parted(layout, told))))):
        if name.type is None or name.sure >= (LIKELY_PERSON if name.type == "person" else LIKELY) or name[:3] in found:
            likely.append(name)
        else:
            doubted.update(range(name.first, name.last))
    names = told_again(layout, list(_with_nicknames(layout, likely)))
    under, free, shared = _by_name(pieces, names)
    text = _Text(layout, plain, _backed(layout, names, pieces, persons), shared)
    held = [piece for number, name in enumerate(names) for piece in _held(text, name, under.get(number, ()))]
    forms = {(form_of(layout, piece), piece.type) for piece in held}
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


def _stays(text: _Text, piece: Piece, forms: Collection[tuple[str, EntityType | None]]) -> bool:
    """Whether a piece that nobody told stays; `forms` are what was told."""
    form = form_of(text.layout, piece)
    known = (form, piece.type) in forms or (piece.type == "person" and form in text.persons)
    return piece.title >= 0 or known or _introduced(text.layout, piece)


def _introduced(layout: Layout, piece: Piece) -> bool:
    """Whether a role in lower case stands right before a given name and more: `the union’s president Diane Head`."""
    before = layout.words[max(0, piece.first - 1) : piece.first]
    full = piece.type == "person" and piece.last - piece.first > 1 and lower(layout.words[piece.first]) in given_names()
    return full and any(word.text.islower() for word in before) and role_at(layout.words, piece.first - 1, piece.first) is not None


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
        return form_of(text.layout, piece) in text.persons
    if piece.sure and piece.type == "person" and _merely_prolongs(text, name, piece):
        return True
    within = name.first <= piece.first and piece.last <= name.last and name.last - name.first > piece.last - piece.first
    return piece.sure and not within and not (piece.type != "person" and name.type == "person")


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


def _parted(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, those that run over the end of a paragraph cut there: `referring to Lind` and `Quill said` below it are two."""
    for name in told:
        start = name.first
        for at in range(name.first + 1, name.last):
            if layout.words[at].start >= layout.paragraph_at(layout.words[start].start).end:
                yield name._replace(first=start, last=at)
                start = at
        yield name._replace(first=start)


def _of_people(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, those that are plainly a person's made so: a given name and a surname of the lists, or with an age behind them;
    without the party or the lawyers before them (`Republican Ida Lind`, `Lawyers for Ida Lind`)."""
    for name in told:
        first = name.first + _led_by(layout, name)
        ends = name.last - first in (2, 3) and name.type != "person" and _is_full(layout, first, name.last)
        yield name._replace(first=first, type="person", sure=1.0) if ends else name


def _led_by(layout: Layout, name: ToldName) -> int:
    words = [lower(word) for word in layout.words[name.first : name.last]]
    if words[0] in _MEMBERS:
        return 1
    return 2 if words[1:2] == ["for"] and words[0] in _COUNSEL else 0


def _is_full(layout: Layout, first: int, last: int) -> bool:
    """Whether the words are a person's whole name by what is known of them, or by the age behind them."""
    words = layout.words
    given, surname = words[first], words[last - 1]
    if given.text.isupper() or lower(given) not in given_names() or _articled(layout, first):
        return False
    if any(lower(word) in _nouns() or lower(word) in roles() for word in words[first + 1 : last]):
        return False
    form = folding(layout.text[given.start : surname.end])
    if form in known_organizations() or form in known_places():
        return False
    aged = [word.text for word in words[last : last + 3]]
    old = len(aged) == 3 and aged[0] == "," and aged[1].isdigit() and len(aged[1]) == 2 and aged[2] in (",", ".")
    return old or folding(surname.text) in known_surnames()


def _articled(layout: Layout, at: int) -> bool:
    return at > 0 and lower(layout.words[at - 1]) in _BEFORE


@cache
def _nouns() -> Collection[str]:
    """Surnames that as often end the name of a body or a place."""
    return name_words("surname_too") | name_words("head") | name_words("site") | organization_nouns().keys()


def _stations(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, those of American stations no persons: `told KQRL`."""
    for name in told:
        word = layout.words[name.first]
        station = name.type == "person" and name.last - name.first == 1 and CALL_SIGN.fullmatch(word.text) is not None
        known = lower(word) in given_names() or lower(word) in known_surnames()
        yield name._replace(type="organization") if station and not known else name


def _single(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, two persons told as one apart: `Ida & Jon`."""
    for name in told:
        if name.type == "person" and name.last - name.first == 3 and layout.words[name.first + 1].text == "&":
            yield from (name._replace(last=name.first + 1), name._replace(first=name.last - 1))
        else:
            yield name


def _with_nicknames(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names in order, given name and surname told apart joined over the nickname between them: `William “Bill” Quill`."""
    before: ToldName | None = None
    for name in sorted(told, key=lambda name: name[:2]):
        if before is not None and before.type == name.type == "person" and _nicknamed(layout, before.last, name.first):
            before = ToldName(before.first, name.last, "person", min(before.sure, name.sure))
        elif before is None or not _nickname(layout, before, name):
            if before is not None:
                yield before
            before = name
    if before is not None:
        yield before


def _nicknamed(layout: Layout, first: int, last: int) -> bool:
    """Whether the words between two names are one in quotation marks."""
    between = [word.text for word in layout.words[first:last]]
    return len(between) == 3 and between[0] in _MARKS and between[2] in _MARKS and between[1][0].isupper()


def _nickname(layout: Layout, before: ToldName, name: ToldName) -> bool:
    """Whether the second name is a nickname in quotation marks that stands right after the first, with more of it to come."""
    words = layout.words
    alone = before.type == name.type == "person" and name.first == before.last + 1 and name.last == name.first + 1
    if not alone or name.last + 1 >= len(words) or words[before.last].text not in _MARKS or words[name.last].text not in _MARKS:
        return False
    return words[name.last + 1].capitalized and words[name.last + 1].start < layout.sentence_at(words[before.first].start).end


def _trimmed(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names without articles, possessives, the end of a title and a party's member (`Ohio Democrat` is somebody of Ohio); what
    has no capital in it, as all names have, or half a nickname, is none."""
    words = layout.words
    for first, last, kind, sure in told:
        while first < last and lower(words[first]) in _BEFORE:
            first += 1
        while first < last and lower(words[last - 1]) in _AFTER:
            last -= 1
        first += end_of_role(layout.words, first, last) if kind == "person" else 0
        if kind in ("organization", "place") and last - first > 1 and lower(words[last - 1]) in _MEMBERS:
            last -= 1
            kind = "place" if folding(" ".join(word.text for word in words[first:last])) in known_places() else None
        marks = sum(word.text in _MARKS for word in words[first:last])
        if 0 < last - first <= LONGEST and marks % 2 == 0 and any(word.capitalized for word in words[first:last]):
            yield ToldName(first, last, kind, sure)


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces in order, without what overlaps one before."""
    end = 0
    for piece in sorted(pieces, key=lambda piece: (piece.first, -piece.last)):
        if piece.first >= end:
            end = piece.last
            yield piece
