"""Nominals of persons and bodies, told by their noun alone: `the tall girl`, `my brother`, `two players`, `young voters`."""

from dataclasses import dataclass

from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.persons import Noun, nouns
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import lower

LONGEST = 6
"""Words before the noun of a nominal among which its determiner is looked for."""
DEFINITE = frozenset(["the", "this", "that", "these", "those"])
OWNERS = frozenset(["my", "your", "his", "her", "our", "their", "its", "'s", "'"])
INDEFINITE = frozenset(["a", "an", "another", "some", "many", "several", "few", "two", "three", "four", "five", "most", "other"])
DESCRIBING = frozenset("poor local major professional academic native dead human elderly wounded homeless faithful general minor adult adolescent teen youth youths individual expert amateur foreign christian muslim catholic rival fellow military local subject champion criminal model guard parent child student patient customer consumer user voter police rebel tourist contemporary official pilot community school family visitor team club college university church bank hospital court army senate company business government group council party industry museum".split())
THINGS = frozenset("head heads chair chairs board boards star stars model models subject subjects chapter chapters cabinet regime regimes".split())
WITHIN = frozenset("first second third last next only new newly late later former longtime other own very most more two three four five six seven eight nine ten few many past live fellow recently now earlier".split())
GROUPS = frozenset(["crowd", "couple", "pair", "crew", "staff", "faculty", "audience"])


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
    """The nominal of a person or body that begins with a word: `the tall girl`, `my brother`, bare plurals (`young players`)."""
    words = layout.words
    opening = lower(words[at])
    determined = opening in DEFINITE or opening in INDEFINITE or opening in OWNERS
    if not determined and not _may_open(words, at):
        return None
    single = opening in ("this", "that", "a", "an", "another")
    first = at + 1 if determined else at
    for end in range(first, min(first + LONGEST, last)):
        text = lower(words[end])
        noun = nouns().get(text)
        if text in THINGS:
            noun = None
        if noun is not None and _ends(words, end + 1, last) and (determined or noun.many) and not words[end].capitalized:
            if single and noun.many and text not in GROUPS:
                return None
            qualities = frozenset(lower(word) for word in words[first:end] if lower(word) not in INDEFINITE)
            if not determined:
                at = end
            return Nominal(at, end + 1, noun, opening if determined else "", qualities, opening if opening in OWNERS else "")
        if not text[0].isalpha() or (text in name_words("opening") and text not in WITHIN) or text in phrase_words("verb"):
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
    if lower(words[at - 1]) in DESCRIBING and text[0].isalpha():
        return text in name_words("opening") or text in phrase_words("verb") or text in reporting_verbs() or text in ("who", "of") or text.endswith("ed")
    return text not in nouns() and text != "-"
