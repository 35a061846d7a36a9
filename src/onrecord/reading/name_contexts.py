"""What the words around tell of a name that says nothing itself."""

from onrecord.core.readings import EntityType
from onrecord.knowledge.name_words import known_places, name_words
from onrecord.knowledge.people import (
    census_surnames,
    given_names,
    known_surnames,
    roles,
    surnames,
    weak_given_names,
    world_surnames,
)
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Layout, Word
from onrecord.reading.name_lessons import Seen, begins, opens
from onrecord.reading.naming import Piece, folding, known_at, lower, role_at

LONGEST_DESCRIPTION = 8
"""Words after a comma in which the role that describes a person is looked for."""


def by_context(layout: Layout, piece: Piece, form: str, seen: Seen) -> EntityType | None:
    """What the words around tell of a name that says nothing itself."""
    words = layout.words
    before = lower(words[piece.first - 1]) if piece.first else ""
    after = lower(words[piece.last]) if piece.last < len(words) else ""
    size = piece.last - piece.first
    if size == 1:
        return _single_by_context(layout, piece, form, seen)
    if any(known_at(words, at, piece.last) == ("place", piece.last) for at in range(piece.first + 1, piece.last)):
        return "place"
    if size <= 3 and (_aged(layout, piece.last) or after in reporting_verbs() or before in ("said", "says")):
        return "person"
    if size <= 4 and before not in ("the", "a", "an") and (_described(layout, piece.last) or _called_so(layout, piece, seen)):
        return "person"
    if before in name_words("before_place"):
        return "organization" if before == "at" else "place"
    named_so = before in roles() and roles()[before].kind in ("role", "title")
    return "person" if named_so or (size <= 4 and _half_known(layout, piece, before)) else None


def _described(layout: Layout, at: int) -> bool:
    """`, who runs`; `, a writer for X,`; `, the union's chief`: after the name, what only a person is."""
    words = layout.words
    if at + 2 >= len(words) or words[at].text != ",":
        return False
    if words[at + 1].text in ("who", "whose"):
        return True
    end = at + 1
    while end < min(at + LONGEST_DESCRIPTION, len(words)) and words[end].text[0].isalnum() and lower(words[end]) not in _BREAKING:
        found = role_at(words, end, len(words))
        if found is not None and found[0].kind in ("role", "title", "person") and words[end].text.islower():
            return True
        end += 1
    return False


_BREAKING = frozenset(("of", "for", "at", "in", "and", "who", "which", "that", "said", "was", "is", "with", "to", "from"))


def _called_so(layout: Layout, piece: Piece, seen: Seen) -> bool:
    """Whether the last or last two of several unknown words stand by themselves elsewhere, as surnames do."""
    words = layout.words[piece.first : piece.last]
    plain = all(word.text[0].isalpha() and word.text[1:2].islower() for word in words)
    ends = {folding(" ".join(word.text for word in words[at:])) for at in range(max(1, len(words) - 2), len(words))}
    return plain and not ends.isdisjoint(seen.alone) and not any(lower(word) in _LISTED for word in words)


_LISTED = frozenset(("of", "for", "and", "on", "the"))


def _half_known(layout: Layout, piece: Piece, before: str) -> bool:
    """Whether the last of several words is a listed surname, or the first a given name, and nothing speaks against a person."""
    words = layout.words
    first, last = folding(words[piece.first].text), folding(words[piece.last - 1].text)
    if before in ("the", "a", "an") or first in name_words("closing") or words[piece.first].text.isupper():
        return False
    if last in known_surnames() or last in census_surnames():
        return last not in name_words("head") and first not in name_words("opening")
    given = first in given_names() and first not in weak_given_names()
    return given and last not in name_words("closing") and last not in name_words("thing")


def _single_by_context(layout: Layout, piece: Piece, form: str, seen: Seen) -> EntityType | None:
    words = layout.words
    before = lower(words[piece.first - 1]) if piece.first else ""
    after = lower(words[piece.last]) if piece.last < len(words) else ""
    word = layout.words[piece.first]
    if before in name_words("before_place") and form not in given_names():
        return "place"
    if before == "of" and lower(words[piece.first - 2] if piece.first > 1 else word) in name_words("governed"):
        return "place"
    if (form in known_surnames() or form in census_surnames()) and _called_for(layout, piece, before, after):
        return "person"
    if form in seen.words or form in seen.placed or word.text.isupper() or before in ("the", "a", "an"):
        return None
    if (after in ("said", "says", "told", "added") or before in ("said", "says")) and (
        form in known_surnames() or form in given_names()
    ):
        return "person"
    if (
        (form in world_surnames() or surnames().get(form, 0) >= 3)
        and form not in weak_given_names()
        and not opens(layout, piece.first)
    ):
        return "person"
    if (
        form in weak_given_names()
        or form in known_places()
        or not (form in given_names() or form in census_surnames() or form in seen.acting)
    ):
        return None
    return "person" if not opens(layout, piece.first) or _acts(words, piece.last) else None


def _called_for(layout: Layout, piece: Piece, before: str, after: str) -> bool:
    """`the Lane campaign`; `LANE:` where somebody is given the word."""
    return (before == "the" and after in name_words("body_of_person")) or (after == ":" and begins(layout, piece.first))


def _acts(words: tuple[Word, ...], at: int) -> bool:
    """Whether what follows a name is done by somebody or is theirs: a verb in the past or of a person, a possessive."""
    after = lower(words[at]) if at < len(words) else ""
    regular = after.endswith("ed") and len(after) > 4
    return regular or after in ("'s", "'") or after in name_words("person_verb") or after in phrase_words("verb")


def _aged(layout: Layout, at: int) -> bool:
    """`, 61,`: a comma and an age after the name."""
    words = layout.words
    return (
        at + 2 < len(words)
        and words[at].text == ","
        and words[at + 1].text.isdigit()
        and words[at + 2].text in ",."
        and (len(words[at + 1].text) <= 2)
    )
