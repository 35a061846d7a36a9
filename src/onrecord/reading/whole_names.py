"""Persons' names that the print alone tells whole: `Edward “Ted” Malloy`, `Park Ji-hoon`, `Nguyen Thi Mai`, `Walter Pruitt, Jr.`"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from onrecord.core.names import PARTICLES, SUFFIXES
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import known_places, name_words
from onrecord.knowledge.people import given_names, roles
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import Piece, folding, lower
from onrecord.reading.told_name import ToldName

Words = tuple[int, int]
"""The words `[first, last)` of a name, by number."""

_CLOSING = {"“": ("”",), '"': ('"',), "``": ("''",), "‘": ("’",), "'": ("'", "’"), "(": (")",)}
LONGEST_GIVEN = 3
"""Given names and initials before a nickname."""
LONGEST_NICKNAME = 3
"""Words of a nickname: `“The Old Fox”`."""
SHORTEST_WITH_NICKNAME = 3
"""Words of a name that cannot have a nickname in marks between two others."""
NO_SURNAME = ("calendar", "kind", "opening", "thing", "head")


def whole_names(layout: Layout) -> tuple[Words, ...]:
    """The names that marks around a nickname, or the form of the given name, tell whole; in order and apart."""
    words = layout.words
    found: list[Words] = []
    for at, word in enumerate(words):
        if found and at < found[-1][1]:
            continue
        name = _nicknamed(layout, at) if word.text in _CLOSING else _surname_first(layout, at) if word.capitalized else None
        if name is not None and (not found or name[0] >= found[-1][1]):
            found.append(name)
    return tuple(found)


def surname_first(name: str) -> bool:
    """Whether the surname of a printed name stands first by its form: `Park Ji-hoon`, `Nguyen Thi Mai`."""
    first, *given = name.split()
    syllables = len(given) != 1 or _hyphened(given[0])
    return syllables and folded_surname_first([folding(first), *map(folding, given)])


def folded_surname_first(forms: Sequence[str]) -> bool:
    """As `surname_first`, of folded words, in which a hyphen is a space."""
    if len(forms) == 2:
        return forms[0] in name_words("surname_first") and " " in forms[1]
    return len(forms) > 2 and forms[0] in name_words("vietnamese") and forms[1] in name_words("before_given")


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
            end = _after_suffix(layout, name.last) if behind else name.last
            yield name._replace(last=end, type=kind, sure=1.0 if kind != name.type else name.sure)
    yield from (ToldName(first, last, "person") for first, last in whole)


def _initialled(words: Sequence[Word], piece: Piece) -> bool:
    text = words[piece.first].text
    return piece.type == "person" and piece.sure and "." in text and text.replace(".", "").isupper()


def _over(whole: Sequence[Words], first: int, last: int) -> Words | None:
    """The whole name that overlaps words; None where none does."""
    at = bisect_left(whole, last, key=lambda name: name[0]) - 1
    return whole[at] if at >= 0 and whole[at][1] > first else None


def holds_nickname(layout: Layout, name: Span) -> bool:
    """Whether a name has a nickname in marks inside."""
    words = layout.words_in(name)
    return len(words) > SHORTEST_WITH_NICKNAME and any(word.text in _CLOSING for word in words[1:-1])


def _nicknamed(layout: Layout, mark: int) -> Words | None:
    """The name in whose middle an opening mark stands: given names, a nickname in marks, a surname.

    What stands in brackets must be one word that may be a nickname or a maiden name, not a place, a party or letters.
    """
    words = layout.words
    closes = _closing(words, mark)
    if mark == 0 or not closes or closes + 1 >= len(words):
        return None
    first, last = _first_given(layout, mark), _after_surname(layout, closes + 1)
    if first == mark or last == closes + 1 or not _tight(layout, mark, closes):
        return None
    sentence = layout.sentence_at(words[closes].start)
    return (first, last) if words[last - 1].end <= sentence.end else None


def _closing(words: Sequence[Word], mark: int) -> int:
    """The place of the mark that ends a nickname, 0 where none does."""
    reach = range(mark + 2, min(mark + 2 + LONGEST_NICKNAME, len(words)))
    closes = next((at for at in reach if words[at].text in _CLOSING[words[mark].text]), 0)
    inside = words[mark + 1 : closes]
    if not closes or not all(word.capitalized and word.text[0].isalpha() for word in inside):
        return 0
    if words[mark].text != "(":
        return closes
    named = len(inside) == 1 and folding(inside[0].text) not in known_places() and inside[0].text[1:].islower()
    return closes if named else 0


def _tight(layout: Layout, mark: int, closes: int) -> bool:
    """Whether the marks stand close about the nickname, with spaces around them."""
    text, words = layout.text, layout.words
    opening, closing = words[mark], words[closes]
    close = opening.end == words[mark + 1].start and words[closes - 1].end == closing.start
    return close and text[opening.start - 1].isspace() and text[closing.end : closing.end + 1].isspace()


def _first_given(layout: Layout, mark: int) -> int:
    """Where the given names and initials right before an index begin; the index itself where there are none."""
    words = layout.words
    first = names = _before_middle(words, mark)
    while first and names - first < LONGEST_GIVEN and _given(words[first - 1]):
        first -= 1
    while first < mark and lower(words[first]) in roles():
        first += 1
    return first if first < mark and folding(words[first].text) in given_names() else mark


def _given(word: Word) -> bool:
    return word.capitalized and folding(word.text) in given_names()


def _before_middle(words: Sequence[Word], at: int) -> int:
    """The index of the initial that stands before an index, its full stop a word of its own or not; the index itself for none."""
    first = at - 2 if at > 1 and words[at - 1].text == "." else at - 1
    return first if first > 0 and words[first].text[0].isupper() and len(words[first].text.rstrip(".")) == 1 else at


def _after_surname(layout: Layout, at: int) -> int:
    """The index after the surname and suffix that begin at an index; the index itself where none does."""
    words = layout.words
    end = at
    while end < len(words) - 1 and words[end].text in PARTICLES:
        end += 1
    surname = words[end]
    barred = lower(surname) in roles() or any(lower(surname) in name_words(label) for label in NO_SURNAME)
    if not surname.capitalized or barred or not surname.text[1:].replace(".", ""):
        return at
    end += 1
    while end < len(words) and words[end].capitalized and _spaced(layout, end) and _goes_on(words[end]):
        end += 1
    return _after_suffix(layout, end)


def _goes_on(word: Word) -> bool:
    """Whether a word may be a second surname."""
    return lower(word) not in roles() and not any(lower(word) in name_words(label) for label in NO_SURNAME)


def _after_suffix(layout: Layout, at: int) -> int:
    """The index after a suffix that begins at an index, with the comma before it: `Jr.`, `, Jr.`"""
    words = layout.words
    after = at + 1 if at < len(words) and words[at].text == "," else at
    told = after < len(words) and words[after].capitalized and folding(words[after].text) in SUFFIXES
    return after + 1 if told and _spaced(layout, after) else at


def _spaced(layout: Layout, at: int) -> bool:
    return layout.text[layout.words[at - 1].end : layout.words[at].start] == " "


def _surname_first(layout: Layout, at: int) -> Words | None:
    """The name whose surname, standing first, begins at an index: `Park Ji-hoon`, `Nguyen Thi Mai`."""
    words = layout.words
    if at + 1 >= len(words) or not _spaced(layout, at + 1):
        return None
    surname, given = folding(words[at].text), words[at + 1]
    if surname in name_words("surname_first") and _hyphened(given.text):
        return at, at + 2
    if surname not in name_words("vietnamese") or lower(given) not in name_words("before_given") or not given.capitalized:
        return None
    last = at + 2
    while last < min(at + 4, len(words)) and words[last].capitalized and _spaced(layout, last):
        last += 1
    return (at, last) if last > at + 2 else None


def _hyphened(text: str) -> bool:
    """Whether a given name is of two short syllables, the second small: `Ji-hoon`."""
    first, hyphen, second = text.partition("-")
    return bool(hyphen) and first.istitle() and second.isalpha() and second.islower() and max(len(first), len(second)) <= 6
