"""Whom grammar alone tells a pronoun not to mean: the subject of its own verb, whom its words describe, whom its report names."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from onrecord.knowledge.name_words import name_words, pronouns
from onrecord.knowledge.people import roles
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.grouping import Group
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower
from onrecord.reading.pronoun_cases import case_of, leads_report, reports
from onrecord.reading.walk import SUBJECT, Walk

OBJECTS = frozenset(["him", "her"])
"""Pronouns that never mean the subject of their own verb, as `himself` does."""

OF_WHO = 6
"""Words of what `who` tells, before a pronoun in it."""

APPOSED = 12
"""Words between the commas around what is told of a name."""

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
    """Whether the pronoun is the object of the person's own verb right before it, so that another is meant: `Ida asked her`, `Lane,
    the mayor, looked at him`, `Lane tried to help him`, `told Lane to help him`.
    """
    words = walk.layout.words
    if lower(words[at]) not in OBJECTS or case_of(words, at) != "object":
        return False
    verb = _verb_of(words, at)
    if not verb:
        return False
    last = walk.seen[id(group)][-1]
    if lower(words[verb - 1]) == "to" and verb > 1:
        if last.named and last.span.end == words[verb - 2].end:
            return True
        verb -= 2
    if not _past_or_reports(lower(words[verb])) and not _goes_on(words, verb):
        return False
    before = _before(words, verb - 1, _before_verb())
    if words[before].text == ",":
        return _apposed_before(walk, before, last.span.end)
    return last.span.end == words[before].end and last.weight >= SUBJECT


def told_by_who(walk: Walk, at: int, group: Group) -> bool:
    """Whether the pronoun is an object in what `who` tells of the person: `Ida, who was fond of her` means another."""
    words = walk.layout.words
    if lower(words[at]) not in OBJECTS or case_of(words, at) != "object":
        return False
    last = walk.seen[id(group)][-1].span
    first = bisect_left(walk.layout.starts, last.start)
    if lower(words[first]) != "who":
        first = bisect_left(walk.layout.starts, last.end)
        first += first < at and words[first].text == ","
    clause = words[first + 1 : at]
    if first >= at or lower(words[first]) != "who" or not 0 < len(clause) <= OF_WHO:
        return False
    texts = [lower(word) for word in clause]
    return not any(word.capitalized or not word.text[0].isalpha() for word in clause) and _other_clause().isdisjoint(texts)


def _verb_of(words: Sequence[Word], at: int) -> int:
    """The index of the word that the pronoun is the object of, a preposition between them at most; 0 where there is none."""
    verb = at - 1 - (at > 1 and lower(words[at - 1]) in name_words("of_verb"))
    return verb if verb > 0 and words[verb].text[0].isalpha() else 0


def _goes_on(words: Sequence[Word], verb: int) -> bool:
    """Whether the word is the verb of what goes on: `was helping`."""
    return words[verb].text.endswith("ing") and lower(words[verb - 1]) in _before_verb()


def _apposed_before(walk: Walk, comma: int, end: int) -> bool:
    """Whether the comma closes what a comma right behind a name opened, which ends at an offset (`Lane, the mayor,`), or follows a
    name that stands between commas itself (`the mayor, Lane,`). No preposition stands before the name: behind one it is no subject.
    """
    words = walk.layout.words
    opened = bisect_left(walk.layout.starts, end)
    first = _first_of(walk, opened)
    before = lower(words[first - 1]) if first else ""
    if opened == comma:
        return before == ","
    if not opened < comma <= opened + APPOSED or words[opened].text != "," or before in name_words("no_subject"):
        return False
    return not any(word.text in (",", ";") or lower(word) in verbs() for word in words[opened + 1 : comma])


def _first_of(walk: Walk, end: int) -> int:
    """The index of the first word of the capitalised words, a name and its titles, before an index."""
    words = walk.layout.words
    first = end
    while first > 0 and words[first - 1].text[0].isalpha() and words[first - 1].capitalized:
        first -= 1
    return first


def is_owned(walk: Walk, at: int, group: Group) -> bool:
    """Whether the words behind the pronoun describe the person, as another's: `Ida, her sister`, `Ida was also her lawyer`."""
    words = walk.layout.words
    if at < 2 or case_of(words, at) != "possessive" or not _role_behind(words, at):
        return False
    before = at - 1
    if words[before].text != ",":
        before = _before(words, before, phrase_words("adverb"))
        if lower(words[before]) not in name_words("being"):
            return False
        return walk.seen[id(group)][-1].span.end == words[_before(words, before - 1, _before_verb())].end
    last = walk.seen[id(group)][-1]
    return last.named and last.span.end == words[before - 1].end


def _before(words: Sequence[Word], at: int, those: frozenset[str]) -> int:
    """The index of the last word up to an index that is none of those."""
    while at > 0 and lower(words[at]) in those:
        at -= 1
    return at


def _role_behind(words: Sequence[Word], at: int) -> bool:
    """Whether the pronoun owns a word for a person, adjectives between at most, and no name follows (`Ida, her sister Rosa`), nor
    `and` (`Ida, her sister and …`), for there the word is of another.
    """
    for number in range(at + 1, min(at + 4, len(words) - 1)):
        text = lower(words[number])
        if text in ("own", "usual") or not text.replace("-", "").isalpha():
            return False
        if (role := roles().get(text)) is not None and role.kind != "honorific":
            return lower(words[number + 1]) != "and" and not words[number + 1].capitalized
    return False


def _past_or_reports(text: str) -> bool:
    return text in verbs() or (text.endswith("ed") and len(text) > 4)


@cache
def _before_verb() -> frozenset[str]:
    """Adverbs and auxiliaries between a subject and its verb."""
    return frozenset(phrase_words("adverb") | name_words("before_verb"))


@cache
def _other_clause() -> frozenset[str]:
    """What else than the verb of `who` may have the pronoun as its object begins with or is."""
    return frozenset((name_words("clausal") - {"to", "for"}) | {"and", "or", "but"} | (pronouns().keys() - OBJECTS))


@cache
def verbs() -> frozenset[str]:
    """Finite verbs known as such."""
    return frozenset(phrase_words("verb") | name_words("person_verb") | reporting_verbs().keys())
