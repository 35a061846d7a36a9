"""Nominals of persons and bodies, told by their noun alone: `the tall girl`, `my brother`, `two players`, `young voters`."""

from dataclasses import dataclass

from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.persons import Noun, inner_words, nouns, nouns_before_nouns, plurals
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import lower

LONGEST = 6
"""Words before the noun of a nominal among which its determiner is looked for."""
DEFINITE = frozenset(["the", "this", "that", "these", "those"])
OWNERS = frozenset(["my", "your", "his", "her", "our", "their", "its", "'s", "'"])
INDEFINITE = frozenset(["a", "an", "another", "some", "many", "several", "few", "two", "three", "four", "five", "most", "other"])
ONE = frozenset(["this", "that", "a", "an", "another"])
"""What no plural follows as its own determiner: `that players were hurt`."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A nominal `[first, last)` in words: its noun, how it begins, and the words between."""

    first: int
    last: int
    noun: Noun
    opening: str
    qualities: frozenset[str]
    owner: str


def nominal_at(layout: Layout, at: int, last: int) -> Nominal | None:
    """The nominal of a person or body that begins with a word: `the tall girl`, `my brother`, bare plurals.

    Of a plural without a determiner only the noun is taken: what stands before it may be a verb (`to train players`).
    """
    words = layout.words
    opening = lower(words[at])
    determined = opening in DEFINITE or opening in INDEFINITE or opening in OWNERS
    if not determined and not _may_open(words, at):
        return None
    first = at + 1 if determined else at
    for end in range(first, min(first + LONGEST, last)):
        text = lower(words[end])
        noun = nouns().get(text)
        if noun is not None and _ends(words, end + 1, last) and (determined or noun.many) and not words[end].capitalized:
            if opening in ONE and noun.many and text in plurals():
                return None
            qualities = frozenset(lower(word) for word in words[first:end] if lower(word) not in INDEFINITE)
            return Nominal(
                at if determined else end,
                end + 1,
                noun,
                opening if determined else "",
                qualities,
                opening if opening in OWNERS else "",
            )
        breaks_off = text in name_words("opening") and text not in inner_words()
        if breaks_off or not text[0].isalpha() or text in phrase_words("verb"):
            return None
    return None


def _may_open(words: tuple[Word, ...], at: int) -> bool:
    """Whether a nominal without a determiner may begin here: not in the middle of one, not with a capital within a sentence."""
    before = lower(words[at - 1]) if at else "."
    return (
        not before[0].isalpha() or before in name_words("opening") or before in phrase_words("verb") or before in reporting_verbs()
    )


def _ends(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether the noun before the word is the head of its phrase: no other noun of persons or bodies follows at once."""
    if at >= last:
        return True
    text = lower(words[at])
    if text == "'s" or text == "'":
        return True
    if text[0].isalpha() and lower(words[at - 1]) in nouns_before_nouns():
        return _goes_on_after_noun(text)
    return text not in nouns() and text != "-"


def _goes_on_after_noun(text: str) -> bool:
    """Whether a word can only follow a whole phrase: a verb in the past or one that reports, a preposition, `who`."""
    closed = text in name_words("opening") or text in phrase_words("verb") or text in ("who", "of")
    return closed or text in reporting_verbs() or text.endswith("ed")
