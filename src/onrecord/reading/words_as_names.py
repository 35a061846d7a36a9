"""Persons whose names are words as well: `Ida May`, `Mrs. May`, `April Quill`; where the text has one, `May said`, `White said`."""

from collections.abc import Sequence

from onrecord.core.spans import Span, overlapping
from onrecord.knowledge.name_words import name_words, pronouns
from onrecord.knowledge.people import given_names, known_surnames, weak_given_names
from onrecord.reading.layout import Layout, Word
from onrecord.reading.name_lessons import begins, does
from onrecord.reading.naming import Piece, folding, lower, role_at
from onrecord.reading.times import find_times

LONGEST_TITLE = 3


def names_person(layout: Layout, at: int) -> bool:
    """Whether a word that is a month is part of a name by what stands right beside it: `Ida May said`, `Mrs. May`, `told April
    Quill`, not `Ida May 3` or `in April Quill said`."""
    words = layout.words
    text = lower(words[at])
    if not words[at].capitalized:
        return False
    if text in name_words("surname_too") and _beside(layout, at) and not _numbered(words, at + 1):
        given = folding(words[at - 1].text)
        return (words[at - 1].capitalized and given in given_names() and given not in weak_given_names()) or _titled(words, at)
    if text not in name_words("month_given") or at + 1 == len(words) or not _beside(layout, at + 1):
        return False
    return _is_surname(words[at + 1]) and _free(words, at)


def _beside(layout: Layout, at: int) -> bool:
    """Whether one space parts the word from the one before."""
    return at > 0 and layout.text[layout.words[at - 1].end : layout.words[at].start] in (" ", "\u00a0")


def _numbered(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].text[0].isdigit()


def _titled(words: tuple[Word, ...], at: int) -> bool:
    """Whether a title ends right before the word: `Prime Minister May`."""
    ends = (role_at(words, first, at) for first in range(max(0, at - LONGEST_TITLE), at) if words[first].capitalized)
    return any(found is not None and found[1] == at and found[0].kind in ("title", "honorific") for found in ends)


def _is_surname(word: Word) -> bool:
    return word.capitalized and folding(word.text) in known_surnames() and lower(word) not in name_words("calendar")


def _free(words: Sequence[Word], at: int) -> bool:
    """Whether nothing before the word tells that it is a time."""
    return at == 0 or (lower(words[at - 1]) not in name_words("before_month") and not words[at - 1].text[0].isdigit())


def with_lone_surnames(layout: Layout, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces in order, and by themselves the surnames of the text's persons that are words as well: `May said`, `White said`.

    A month is one but where it tells a time; another word where it does what persons do.
    """
    words = layout.words
    persons = [piece for piece in pieces if piece.type == "person" and (piece.last - piece.first > 1 or piece.title >= 0)]
    surnames = {form for piece in persons if _is_word(form := lower(words[piece.last - 1]))}
    if not surnames:
        return list(pieces)
    times = [time.span for time in find_times(layout, "")] if surnames & name_words("calendar") else []
    covered = {at for piece in pieces for at in range(piece.first, piece.last)}
    free = [at for at, word in enumerate(words) if word.capitalized and lower(word) in surnames and at not in covered]
    alone = [
        at for at in free if (_no_time(layout, at, times) if lower(words[at]) in name_words("calendar") else _acts(layout, at))
    ]
    kept = [piece for piece in pieces if piece in persons or not _dated(words, piece)]
    return sorted((*kept, *(Piece(at, at + 1, "person", False) for at in alone)), key=lambda piece: piece.first)


def _is_person(layout: Layout, at: int, times: Sequence[Span]) -> bool:
    month = lower(layout.words[at]) in name_words("calendar")
    return _no_time(layout, at, times) if month else _acts(layout, at)


def _is_word(form: str) -> bool:
    """Whether a surname is a word that says nothing of a name by itself: a month, a people, a colour, a thing."""
    word = any(form in name_words(label) for label in ("calendar", "kind", "opening", "thing"))
    return word and form not in pronouns() and (form in known_surnames() or form in name_words("surname_too"))


def _dated(words: Sequence[Word], piece: Piece) -> bool:
    """Whether a piece is a month with its day or year."""
    month = piece.last - piece.first == 1 and lower(words[piece.first]) in name_words("calendar")
    return month and (_numbered(words, piece.last) or (piece.first > 0 and words[piece.first - 1].text[0].isdigit()))


def _no_time(layout: Layout, at: int, times: Sequence[Span]) -> bool:
    """Whether the word is no time, nor a verb that opens its sentence: `May I speak?`, `May the best boat win`."""
    words = layout.words
    follows = lower(words[at + 1]) if at + 1 < len(words) else ""
    wish = follows in name_words("before_subject") and begins(layout, at)
    return not wish and not _numbered(words, at + 1) and not overlapping(times, words[at].span)


def _acts(layout: Layout, at: int) -> bool:
    """Whether the word does what persons do, or owns, by itself: `White said`, `said White`, `White's`; not `the White`.

    A thing in capitals within a sentence is somebody whatever it does (`a memo on Page`), but not a people (`for Black voters`).
    """
    words = layout.words
    sentence = layout.sentence_at(words[at].start)
    before = words[at - 1] if at and words[at - 1].start >= sentence.start else None
    after = words[at + 1] if at + 1 < len(words) and words[at + 1].start < sentence.end else None
    if before is not None and (before.capitalized or lower(before) in ("the", "a", "an")):
        return False
    if after is None or after.capitalized:
        return False
    reported = before is not None and lower(before) in ("said", "says", "added") and not after.text[0].isalnum()
    thing = lower(words[at]) in name_words("thing") and not begins(layout, at)
    described = after.text == "," and at + 2 < len(words) and lower(words[at + 2]) in ("a", "an", "the", "who", "whose")
    return reported or thing or described or lower(after) in ("'s", *_HELPING) or does(words, at + 1)


_HELPING = ("has", "had", "will", "would", "did")
