"""Nominals by whose they are: `her opponent` means whom the text has named as hers (`Holbrook and her opponent, Carl Voss`)."""

from dataclasses import dataclass, field

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.reading.bodies import phrase_ends
from onrecord.reading.grouping import Group
from onrecord.reading.layout import Layout
from onrecord.reading.naming import lower, role_at

LONGEST = 4
"""Words from a possessive within which the role must begin."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """Who was named as whose what, so far; `starts` has where each name begins with its span and group."""

    layout: Layout
    starts: dict[int, tuple[Span, Group]]
    told: dict[tuple[int, str], Group] = field(default_factory=dict)

    def after(self, owner: Group, at: int) -> tuple[Span, Group] | None:
        """Whom `her opponent` means, with the span of all but the possessive before the index; None where a name follows, or the
        text named nobody so.

        A name that follows is remembered: the last one that was told counts.
        """
        words = self.layout.words
        for first in range(at, min(at + LONGEST, len(words))):
            found = role_at(words, first, min(first + LONGEST, len(words)))
            if found is not None and found[0].kind != "honorific":
                return self._told(owner, found[0].form, first, found[1])
            if not words[first].text[0].isalpha() or words[first].capitalized or lower(words[first]) in name_words("opening"):
                return None
        return None

    def _told(self, owner: Group, role: str, first: int, end: int) -> tuple[Span, Group] | None:
        words = self.layout.words
        name = end + (end < len(words) and words[end].text == ",")
        bearer = self.starts.get(words[name].start) if name < len(words) else None
        if bearer is not None and bearer[1].type == "person" and bearer[1] is not owner and self._apposed(bearer[0], name > end):
            self.told[id(owner), role] = bearer[1]
            return None
        meant = self.told.get((id(owner), role))
        if meant is None or bearer is not None or not phrase_ends(words, end):
            return None
        return Span(words[first].start, words[end - 1].end), meant

    def _apposed(self, name: Span, comma: bool) -> bool:
        """Whether a mark ends the apposition that a comma opened."""
        return not comma or self.layout.text[name.end : name.end + 1] in (",", ".", ";", ")", "")
