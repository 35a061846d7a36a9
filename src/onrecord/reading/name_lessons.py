"""What the sure names of a text teach about its other capitalised words."""

from dataclasses import dataclass

from onrecord.core.names import SUFFIXES
from onrecord.core.readings import EntityType
from onrecord.knowledge.name_order import folded_surname_first
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import Piece, folding, lower

SHORTEST_INITIALS = 3
"""Names of fewer parts are not called by their initials: `AR` is more often something else."""


@dataclass(slots=True)
class Seen:
    """What the text's sure names teach about the others: folded forms of whole names and their parts, words in lower case.

    `alone` are the capitalised words, one or two, that stand by themselves and may be surnames; `acting` the unknown words that
    act as people do, `placed` those that stand where places do.
    """

    persons: set[str]
    surnames: set[str]
    givens: set[str]
    initials: set[str]
    words: frozenset[str]
    others: dict[str, EntityType]
    alone: frozenset[str]
    acting: frozenset[str]
    placed: frozenset[str]


def learn(layout: Layout, pieces: list[Piece]) -> Seen:
    """What the text's pieces teach before any unsure one is settled."""
    lowercase = frozenset(word.text for word in layout.words if word.text.islower())
    alone = frozenset(form_of(layout, piece) for piece in pieces if _stands_alone(layout, piece))
    seen = Seen(set(), set(), set(), set(), lowercase, {}, alone, _acting(layout, pieces), _placed(layout, pieces))
    for piece in pieces:
        forms = forms_of(layout, piece)
        if piece.type == "person" and piece.sure:
            learn_person(forms, seen)
        elif piece.type is not None and piece.sure:
            seen.others[" ".join(forms)] = piece.type
    return seen


def _acting(layout: Layout, pieces: list[Piece]) -> frozenset[str]:
    """The single unknown words that act as people do somewhere and never stand after an article or where a place does."""
    single = [piece for piece in pieces if piece.type is None and piece.last - piece.first == 1]
    placed = {form_of(layout, piece) for piece in single if not _stands_alone(layout, piece)}
    acting = {form_of(layout, piece) for piece in single if does(layout.words, piece.last)}
    inside = {form_of(layout, piece) for piece in single if not begins(layout, piece.first)}
    return frozenset(form for form in acting - placed if not form.endswith(_COMMON_ENDS if form in inside else _WORD_ENDS))


_COMMON_ENDS = ("ers", "als", "ists", "ians", "ants", "ices")
_WORD_ENDS = ("s", "ing", "ion", "ment", "ness", "ity", "ly", "er", "al", "ed", "age", "nce", "body", "one", "ic", "dog", "le")
"""What unknown names do not end in; words that only open sentences are more often no names at all."""


def _placed(layout: Layout, pieces: list[Piece]) -> frozenset[str]:
    """The single words that stand somewhere where a place does (`in Chelsea`)."""
    words = layout.words
    single = [piece for piece in pieces if piece.type is None and piece.last - piece.first == 1 and piece.first]
    return frozenset(form_of(layout, piece) for piece in single if lower(words[piece.first - 1]) in name_words("before_place"))


def does(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word at an index is what people do."""
    after = lower(words[at]) if at < len(words) else ""
    regular = after.endswith("ed") and len(after) > 4
    return regular or after in reporting_verbs() or (after in name_words("person_verb") and after not in phrase_words("auxiliary"))


def _stands_alone(layout: Layout, piece: Piece) -> bool:
    """Whether the piece is one or two capitalised words of which nothing is known, after no article and no preposition of place."""
    before = lower(layout.words[piece.first - 1]) if piece.first else ""
    unknown = piece.type is None and piece.last - piece.first <= 2 and not layout.words[piece.first].text.isupper()
    return unknown and before not in ("the", "a", "an", "of") and before not in name_words("before_place")


def learn_person(forms: list[str], seen: Seen) -> None:
    """Add a person's whole name, given as folded words."""
    seen.persons.add(" ".join(forms))
    if len(forms) >= SHORTEST_INITIALS:
        seen.initials.add("".join(form[0] for form in forms))
    if len(forms) > 1 and forms[-1] in SUFFIXES:
        forms = forms[:-1]
    seen.surnames.add(forms[-1])
    if len(forms) > 1:
        seen.givens.add(forms[0])
        if folded_surname_first(forms):
            seen.surnames.add(forms[0])
        start = len(forms) - 1
        while start > 1:
            start -= 1
            seen.surnames.add(" ".join(forms[start:]))


def forms_of(layout: Layout, piece: Piece) -> list[str]:
    """The folded words of the piece without the marks in it."""
    return [form for word in layout.words[piece.first : piece.last] if (form := folding(word.text)) and form not in ("(", ")")]


def form_of(layout: Layout, piece: Piece) -> str:
    """The folded words of the piece as one."""
    return " ".join(forms_of(layout, piece))


def opens(layout: Layout, at: int) -> bool:
    """Whether a sentence begins with the word."""
    word = layout.words[at]
    return layout.sentence_at(word.start).start == word.start


def begins(layout: Layout, at: int) -> bool:
    """Whether a sentence, a quotation or a clause begins with the word, so that its capital tells nothing."""
    return opens(layout, at) or (at > 0 and layout.words[at - 1].text[0] in "\"“‘'`;:—–-(")
