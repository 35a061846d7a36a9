"""Who passed the words on: `Hale said through her spokeswoman, Ann Lee, that …` is Hale's statement, by way of Lee."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.reading.attributions import Attribution
from onrecord.reading.chains import Chains
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower

BY_WAY_OF = frozenset(["through", "via"])

FURTHEST = 6
"""Words between `through` and the name, at most: `through a longtime spokesman for the trust, Ann Lee`."""


class Through:
    """Those who speak for others, as the text names them after `through` and `via`."""

    def __init__(self, chains: Chains) -> None:
        self._chains = chains
        self._ways = [at for at, word in enumerate(chains.layout.words) if lower(word) in BY_WAY_OF]
        self._persons = {name.span.start: name.span for name in chains.names if name.type == "person"} if self._ways else {}

    def passed_on_by(self, attribution: Attribution) -> str:
        """The chain of the person named as having spoken for the source, beside the cue and outside of what is said; else ""."""
        if not self._ways or not attribution.cue:
            return ""
        words = self._chains.layout.words
        first, last = self._chains.layout.places_in(self._chains.layout.sentence_at(attribution.cue[0].start))
        for way in self._ways[bisect_left(self._ways, first) : bisect_left(self._ways, last)]:
            if not _said(words[way], attribution.content):
                following = (words[at] for at in range(way + 1, last))
                name = self._named_among(islice((word for word in following if not _said(word, attribution.content)), FURTHEST))
                if name is not None and not any(name.overlaps(span) for span in attribution.source):
                    return self._chains.at.get(name, "")
        return ""

    def _named_among(self, words: Iterable[Word]) -> Span | None:
        """The person's name among the words that follows a noun of those who speak for others."""
        speaks = False
        for word in words:
            if word.start in self._persons:
                return self._persons[word.start] if speaks else None
            speaks = speaks or lower(word) in name_words("speaks_for")
        return None


def _said(word: Word, content: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in content)
