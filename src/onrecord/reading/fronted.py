"""Pronouns that come before the name they mean, in what stands in front of it: `In her speech, Lane said …`."""

from bisect import bisect_left

from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.people import roles
from onrecord.reading.grouping import Group
from onrecord.reading.naming import lower
from onrecord.reading.not_meant import verbs
from onrecord.reading.walk import Walk

LEAD = 7
"""Words in front of the pronoun, at most."""

LENGTH = 25
"""Words from the pronoun to the comma that closes what is in front, at most."""

TITLES = 4
"""Words of titles between that comma and the name, at most."""

JOINTS = frozenset([",", ";", ":", "—", "--", "–", "and", "but", "”", "''"])
"""What a clause may begin behind."""


def fronted(walk: Walk, at: int) -> tuple[Group, str] | None:
    """Whom the sentence names first behind what stands in front of it with the pronoun in it, and what that is: `phrase`, `clause`,
    or `part` where the pronoun opens it; None where nothing stands in front.
    """
    words = walk.layout.words
    sentence = walk.layout.sentence_at(words[at].start)
    start = at
    while start > 0 and words[start - 1].start >= sentence.start and words[start - 1].text not in JOINTS and at - start <= LEAD:
        start -= 1
    if at - start > LEAD:
        return None
    behind = range(at + 1, min(at + LENGTH, len(words)))
    comma = next((n for n in behind if words[n].text == "," and words[n].end < sentence.end), None)
    if comma is None:
        return None
    named = next((entry for entry in walk.ahead(words[comma].start)), None)
    if named is None or named[1].type != "person":
        return None
    first = bisect_left(walk.layout.starts, named[0].start)
    between = words[comma + 1 : first]
    if len(between) > TITLES or not all(word.capitalized or lower(word) in roles() or word.text == "." for word in between):
        return None
    opens = lower(words[start])
    if opens in name_words("front_clause") and any(lower(word) in verbs() for word in (*words[start:at], *words[at + 1 : comma])):
        return named[1], "clause"
    if start == at:
        return named[1], "part"
    return (named[1], "phrase") if opens in name_words("front_phrase") else None
