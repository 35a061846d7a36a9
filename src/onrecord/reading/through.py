"""Who passed the words on: `Hale said through her spokeswoman, Ann Lee, that …` is Hale's statement, by way of Lee."""

from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.reading.attributions import Attribution
from onrecord.reading.chains import Chains
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower

BY_WAY_OF = frozenset(["through", "via"])

FURTHEST = 6
"""Words between `through` and the name, at most: `through a longtime spokesman for the trust, Ann Lee`."""


def passed_on_by(chains: Chains, attribution: Attribution) -> str:
    """The chain of the person named as having spoken for the source, beside the cue and outside of what is said; else ""."""
    if not attribution.cue:
        return ""
    sentence = chains.layout.sentence_at(attribution.cue[0].start)
    every = chains.layout.words_in(sentence)
    if not any(lower(word) in BY_WAY_OF for word in every):
        return ""
    words = [word for word in every if not _said(word, attribution.content)]
    for at, word in enumerate(words):
        if lower(word) in BY_WAY_OF:
            name = _named_after(chains, words, at + 1)
            if name is not None and not any(name.overlaps(span) for span in attribution.source):
                return chains.at.get(name, "")
    return ""


def _named_after(chains: Chains, words: Sequence[Word], at: int) -> Span | None:
    """The person's name that follows a noun of those who speak for others."""
    persons = {name.span.start: name.span for name in chains.names if name.type == "person"}
    speaks = False
    for word in words[at : at + FURTHEST]:
        if word.start in persons:
            return persons[word.start] if speaks else None
        speaks = speaks or lower(word) in name_words("speaks_for")
    return None


def _said(word: Word, content: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in content)
