"""Persons' names that the print alone tells whole: `Edward “Ted” Malloy`, `Park Ji-hoon`, `Nguyen Thi Mai`, `Walter Pruitt, Jr.`;
and `Dean Lind` where the text has `Sen. Dean Lind`."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from onrecord.knowledge.name_order import spells_syllables, two_syllables
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.people import given_names, roles
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import Piece, folding, lower
from onrecord.reading.nicknames import CLOSING, Words, after_suffix, nicknamed, spaced
from onrecord.reading.told_name import ToldName

_ELECTED = frozenset(["senator", "representative", "governor", "mayor", "legislator"])
"""Families of the offices whose bearers have no title of another sort right behind."""


def whole_names(layout: Layout) -> tuple[Words, ...]:
    """The names that marks around a nickname, or the form of the given name, tell whole; in order and apart."""
    words = layout.words
    after_title = _given_after_titles(layout)
    found: list[Words] = []
    for at, word in enumerate(words):
        if found and at < found[-1][1]:
            continue
        name = nicknamed(layout, at) if word.text in CLOSING else _by_given(layout, at, after_title) if word.capitalized else None
        if name is not None and (not found or name[0] >= found[-1][1]):
            found.append(name)
    return tuple(found)


def pieces_whole(pieces: Sequence[Piece], whole: Sequence[Words]) -> list[Piece]:
    """The pieces in order, those that overlap a whole name that name instead, with the title of the first of them."""
    kept = [piece for piece in pieces if _over(whole, piece.first, piece.last) is None]
    for first, last in whole:
        title = next((piece.title for piece in pieces if piece.first == first), -1)
        kept.append(Piece(first, last, "person", True, title))
    return sorted(kept, key=lambda piece: piece.first)


def told_whole(layout: Layout, told: Iterable[ToldName], whole: Sequence[Words], pieces: Sequence[Piece]) -> Iterator[ToldName]:
    """The names told, whole names in place of their parts; a person's goes on over the `, Jr.` behind it.

    What is told of initials and a surname that the rules are sure of (`W.T. Strand`) is a person's too.
    """
    initialled = {(piece.first, piece.last) for piece in pieces if _initialled(layout.words, piece)}
    for name in told:
        if _over(whole, name.first, name.last) is None:
            kind = "person" if name[:2] in initialled else name.type
            behind = kind == "person" and name.last < len(layout.words) and layout.words[name.last].text == ","
            end = after_suffix(layout, name.last) if behind else name.last
            yield name._replace(last=end, type=kind, sure=1.0 if kind != name.type else name.sure)
    yield from (ToldName(first, last, "person") for first, last in whole)


def _initialled(words: Sequence[Word], piece: Piece) -> bool:
    text = words[piece.first].text
    return piece.type == "person" and piece.sure and "." in text and text.replace(".", "").isupper()


def _over(whole: Sequence[Words], first: int, last: int) -> Words | None:
    """The whole name that overlaps words; None where none does."""
    at = bisect_left(whole, last, key=lambda name: name[0]) - 1
    return whole[at] if at >= 0 and whole[at][1] > first else None


def _by_given(layout: Layout, at: int, after_title: Collection[tuple[str, str]]) -> Words | None:
    """The name that begins at an index and that the form of its given name tells, in either order, or a title before it."""
    whole = _is_title_too(layout, at) and (layout.words[at].text, layout.words[at + 1].text) in after_title
    return (at, at + 2) if whole else _surname_first(layout, at) or _surname_last(layout, at)


def _given_after_titles(layout: Layout) -> frozenset[tuple[str, str]]:
    """The given names that are titles too, each with its surname, that stand right behind an office's title or an honorific."""
    words = layout.words
    behind = (at for at in range(1, len(words)) if _is_title_too(layout, at) and _is_office(words[at - 1]))
    return frozenset((words[at].text, words[at + 1].text) for at in behind)


def _is_title_too(layout: Layout, at: int) -> bool:
    words = layout.words
    if not words[at].capitalized:
        return False
    text = lower(words[at])
    followed = text in roles() and at + 1 < len(words) and spaced(layout, at + 1) and words[at + 1].capitalized
    return followed and roles()[text].kind == "title" and text in given_names() and lower(words[at + 1]) not in roles()


def _is_office(word: Word) -> bool:
    role = roles().get(lower(word))
    return role is not None and word.capitalized and (role.family in _ELECTED or role.kind == "honorific")


def _surname_last(layout: Layout, at: int) -> Words | None:
    """The name whose surname stands last: `Ji-hoon Park` is no park."""
    words = layout.words
    if at + 1 >= len(words) or not spaced(layout, at + 1) or not words[at + 1].capitalized:
        return None
    given, surname = words[at].text, folding(words[at + 1].text)
    return (at, at + 2) if surname in name_words("surname_first") and two_syllables(given) and spells_syllables(given) else None


def _surname_first(layout: Layout, at: int) -> Words | None:
    """The name whose surname, standing first, begins at an index: `Park Ji-hoon`, `Nguyen Thi Mai`."""
    words = layout.words
    if at + 1 >= len(words) or not spaced(layout, at + 1):
        return None
    surname, given = folding(words[at].text), words[at + 1]
    if surname in name_words("surname_first") and two_syllables(given.text):
        return at, at + 2
    if surname not in name_words("vietnamese") or lower(given) not in name_words("before_given") or not given.capitalized:
        return None
    last = at + 2
    while last < min(at + 4, len(words)) and words[last].capitalized and spaced(layout, last):
        last += 1
    return (at, last) if last > at + 2 else None
