"""Persons printed with a nickname inside their names: `Edward “Ted” Quill`, `William (Bill) Quill`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.core.spans import Span
from onrecord.knowledge.people import given_names
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import Piece, folding

_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'", "``": "''", "(": ")"}
"""What opens a nickname → what closes it."""

_LONGEST = 3
"""Words of a nickname: `“The Old Fox”`."""


def with_nicknames(layout: Layout, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in order, those around a nickname one person's name, with the title before it."""
    kept = sorted(pieces, key=lambda piece: (piece.first, piece.last))
    for at in _openings(layout.words):
        closes = _closing(layout, at)
        if closes:
            kept = _joined(layout, kept, at, closes)
    return kept


def holds_nickname(layout: Layout, name: Span) -> bool:
    """Whether a name has a nickname in marks inside."""
    words = layout.words_in(name)
    return len(words) > _LONGEST and any(word.text in _CLOSING for word in words[1:-1])


def _openings(words: Sequence[Word]) -> Iterator[int]:
    return (at for at in range(1, len(words) - 3) if words[at].text in _CLOSING)


def _closing(layout: Layout, at: int) -> int:
    """The place of the mark that closes a nickname opened there between given name and surname, 0 where none is."""
    words = layout.words
    closing = _CLOSING[words[at].text]
    for end in range(at + 2, min(at + 2 + _LONGEST, len(words) - 1)):
        if words[end].text == closing:
            inside = words[at + 1 : end]
            between = all(word.capitalized for word in (words[_given(words, at)], *inside, words[end + 1]))
            alike = closing != ")" or all(folding(word.text) in given_names() for word in inside)
            return end if between and alike and _is_set_so(layout, at, end) else 0
    return 0


def _given(words: Sequence[Word], at: int) -> int:
    """The place of the word before a nickname, an initial without its full stop: `Maria J. “Mimi” Quill`."""
    return at - 2 if words[at - 1].text == "." and at > 1 and len(words[at - 2].text) == 1 else at - 1


def _is_set_so(layout: Layout, at: int, end: int) -> bool:
    """Whether the marks stand close to the nickname, a space apart from the names around it, all in one line."""
    words, text = layout.words, layout.text
    close = words[at].end == words[at + 1].start and words[end - 1].end == words[end].start
    return close and text[words[at - 1].end : words[at].start] == " " == text[words[end].end : words[end + 1].start]


def _joined(layout: Layout, pieces: list[Piece], at: int, closes: int) -> list[Piece]:
    """The pieces with those that touch the nickname joined, where one of them, or the word before it, is a person's."""
    given, surname = _given(layout.words, at), closes + 1
    before = next((piece for piece in pieces if piece.first <= given < piece.last), None)
    after = next((piece for piece in pieces if piece.first <= surname < piece.last), None)
    if not _is_person(before) or not _is_person(after) or _opens_speech(layout.words, given, before):
        return pieces
    if folding(layout.words[given].text) not in given_names() and not (before and before.type == "person"):
        return pieces
    first = before.first if before and before.first <= given else given
    last = max(after.last if after and after.first >= at else 0, surname + 1)
    whole = replace(before or Piece(first, last, "person", True), first=first, last=last, type="person", sure=True)
    apart = [piece for piece in pieces if piece.last <= first or piece.first >= last]
    return sorted([whole, *apart], key=lambda piece: (piece.first, piece.last))


def _is_person(piece: Piece | None) -> bool:
    """Whether a piece may be part of a person's name; where there is none, nothing speaks against it."""
    return piece is None or piece.type in ("person", None)


def _opens_speech(words: Sequence[Word], given: int, before: Piece | None) -> bool:
    """Whether what stands before is a whole name already, whose quotation follows: `asked Ida Quill “Why” Lane left`."""
    return before is not None and before.last == given + 1 and before.last - before.first > 1 and not _is_initial(words[given])


def _is_initial(word: Word) -> bool:
    return len(word.text.rstrip(".")) == 1
