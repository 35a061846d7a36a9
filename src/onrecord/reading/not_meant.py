"""Whom grammar alone tells a pronoun not to mean: the subject of its own verb, whoever its own report names at once."""

from bisect import bisect_left
from functools import cache
from itertools import takewhile

from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.grouping import Group
from onrecord.reading.naming import lower
from onrecord.reading.pronoun_cases import case_of, leads_report, reports
from onrecord.reading.walk import SUBJECT, Walk

OBJECTS = frozenset(["him", "her"])
"""Pronouns that never mean the subject of their own verb, as `himself` does."""

TOLD_OF = 7
"""Words behind a pronoun that reports, in one clause with it, in which nobody names whom the pronoun means."""


def told_of(walk: Walk, at: int) -> frozenset[int]:
    """The keys of those named right behind a pronoun that reports in a main clause: `He also said Lane was wrong` is not Lane's."""
    words = walk.layout.words
    if not reports(walk, at) or not leads_report(words, at):
        return frozenset()
    first = bisect_left(walk.layout.starts, walk.layout.sentence_at(words[at].start).start)
    if any(lower(word) in name_words("clausal") for word in words[first:at]):
        return frozenset()
    behind = takewhile(lambda word: word.text[0].isalnum(), words[at + 1 : at + 1 + TOLD_OF])
    end = max((word.end for word in behind), default=0)
    return frozenset(id(group) for span, group in walk.ahead(words[at].start) if span.end <= end)


def acts_on(walk: Walk, at: int, group: Group) -> bool:
    """Whether the pronoun is the object of the person's own verb right before it: `Ida asked her` means another."""
    words = walk.layout.words
    if at < 2 or lower(words[at]) not in OBJECTS or case_of(words, at) != "object" or not _past_or_reports(lower(words[at - 1])):
        return False
    last = walk.seen[id(group)][-1]
    if words[at - 2].text == ",":
        first = bisect_left(walk.layout.starts, last.span.start)
        return at > 2 and last.span.end == words[at - 3].end and first > 0 and words[first - 1].text == ","
    return last.span.end == words[at - 2].end and last.weight >= SUBJECT


def _past_or_reports(text: str) -> bool:
    return text in verbs() or (text.endswith("ed") and len(text) > 4)


@cache
def verbs() -> frozenset[str]:
    """Finite verbs known as such."""
    return frozenset(phrase_words("verb") | name_words("person_verb") | reporting_verbs().keys())
