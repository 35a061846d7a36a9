"""Persons' names with a nickname in marks inside: `Edward “Ted” Malloy`, `William (Bill) Quill`; and where a surname ends."""

from collections.abc import Mapping, Sequence

from onrecord.core.names import PARTICLES, SUFFIXES
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import known_places, name_words
from onrecord.knowledge.people import given_names, roles
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import folding, lower

Words = tuple[int, int]
"""The words `[first, last)` of a name, by number."""

CLOSING: Mapping[str, tuple[str, ...]] = {"“": ("”",), '"': ('"',), "``": ("''",), "‘": ("’",), "'": ("'", "’"), "(": (")",)}
"""What opens a nickname → what closes it."""
LONGEST_GIVEN = 3
"""Given names and initials before a nickname."""
LONGEST_NICKNAME = 3
"""Words of a nickname: `“The Old Fox”`."""
SHORTEST_WITH_NICKNAME = 3
"""Words of a name that cannot have a nickname in marks between two others."""
NO_SURNAME = ("calendar", "kind", "opening", "thing", "head")
"""Classes of words that are no surname."""


def holds_nickname(layout: Layout, name: Span) -> bool:
    """Whether a name has a nickname in marks inside."""
    words = layout.words_in(name)
    return len(words) > SHORTEST_WITH_NICKNAME and any(word.text in CLOSING for word in words[1:-1])


def nicknamed(layout: Layout, mark: int) -> Words | None:
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
    return (first, last) if sentence.start <= words[first].start and words[last - 1].end <= sentence.end else None


def _closing(words: Sequence[Word], mark: int) -> int:
    """The place of the mark that ends a nickname, 0 where none does."""
    reach = range(mark + 2, min(mark + 2 + LONGEST_NICKNAME, len(words)))
    closes = next((at for at in reach if words[at].text in CLOSING[words[mark].text]), 0)
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
    if first < mark and folding(words[first].text) in given_names():
        return first
    return _initials(words, mark) if words[mark].text != "(" else mark


def _initials(words: Sequence[Word], mark: int) -> int:
    """Where the initials right before an index begin, which may be all there is of given names: `R.D. “Tex” Alden`."""
    first = mark
    while first and mark - first < 2 * LONGEST_GIVEN:
        at = first - 2 if first > 1 and words[first - 1].text == "." else first - 1
        letters = words[at].text.replace(".", "")
        if not (letters.isupper() and len(letters) <= 2 and (words[at].text.endswith(".") or at == first - 2)):
            break
        first = at
    return first if folding(words[first].text) not in known_places() else mark


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
    while end < len(words) and words[end].capitalized and spaced(layout, end) and _goes_on(words[end]):
        end += 1
    return after_suffix(layout, end)


def _goes_on(word: Word) -> bool:
    """Whether a word may be a second surname."""
    return lower(word) not in roles() and not any(lower(word) in name_words(label) for label in NO_SURNAME)


def after_suffix(layout: Layout, at: int) -> int:
    """The index after a suffix that begins at an index, with the comma before it: `Jr.`, `, Jr.`"""
    words = layout.words
    after = at + 1 if at < len(words) and words[at].text == "," else at
    told = after < len(words) and words[after].capitalized and folding(words[after].text) in SUFFIXES
    return after + 1 if told and spaced(layout, after) else at


def spaced(layout: Layout, at: int) -> bool:
    """Whether a single space parts the word from the one before."""
    return layout.text[layout.words[at - 1].end : layout.words[at].start] == " "
