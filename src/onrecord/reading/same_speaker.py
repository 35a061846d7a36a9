"""Pronouns that mean whoever has just reported, for sure: `Quill said she …`; `…,” Quill said. She said …`."""

from bisect import bisect_left

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import pronouns
from onrecord.knowledge.persons import nouns
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.grouping import Group
from onrecord.reading.naming import lower
from onrecord.reading.nobody import of_either
from onrecord.reading.walk import Walk


def of_itself(walk: Walk, at: int, gender: str) -> list[Group]:
    """Whoever reports right before the pronoun: `Quill said she …`, `Quill, 61, has said that she …`. Of 70 of which people or
    another program tell it 66 meant whoever reported."""
    words = walk.layout.words
    before = at - 1 - (at > 0 and lower(words[at - 1]) == "that")
    if before < 1 or pronouns()[lower(words[at])][1] != "subject" or lower(words[before]) not in reporting_verbs():
        return []
    if of_either(words, at):
        return []
    before -= 1
    while before and (lower(words[before]) in phrase_words("adverb") or lower(words[before]) in ("has", "had")):
        before -= 1
    here = walk.sentence(words[at].start)
    last = [walk.groups[key] for sentence, key in walk.order[-1:] if sentence == here]
    return [
        group
        for group in last
        if group.type == "person" and group.gender in ("u", gender) and _stands_before(walk, walk.seen[id(group)][-1].span, before)
    ]


def _stands_before(walk: Walk, mention: Span, last: int) -> bool:
    """Whether a mention ends with the word at an index, or with what is said of it in commas: `Quill, 61,`."""
    words = walk.layout.words
    after = bisect_left(walk.layout.starts, mention.end)
    return after == last + 1 or (after < last and words[after].text == words[last].text == ",")


def goes_on(walk: Walk, at: int, gender: str) -> list[Group]:
    """Whoever spoke in the told sentence before, nobody mentioned since, where the pronoun opens its sentence or stands behind a
    quotation: `…,” Quill said. She said …`. All 54 of which people or other stories tell it did."""
    words = walk.layout.words
    here = walk.sentence(words[at].start)
    opens = walk.layout.sentences[here].start == words[at].start
    behind = at > 0 and walk.quotation(words[at - 1].start) is not None
    if not (opens or behind) or walk.spoke != (walk.outside, len(walk.strangers)):
        return []
    group = walk.groups[walk.speaker]
    last = walk.seen[walk.speaker][-1]
    fits = group.type == "person" and group.gender in ("u", gender) and _plainly(walk, last.span)
    return [group] if fits and last.sentence < here and walk.back(here, last.sentence) == 1 else []


def _plainly(walk: Walk, mention: Span) -> bool:
    """Whether nothing but a title, or `said`, stands between a mention and the sentence's begin or a quotation: who is named
    further in may report in another's words (`Quill hinted that Lane knew`)."""
    words = walk.layout.words
    at = bisect_left(walk.layout.starts, mention.start)
    sentence = walk.layout.sentence_at(mention.start).start
    while at and words[at - 1].start >= sentence and walk.quotation(words[at - 1].start) is None:
        before = lower(words[at - 1])
        if not (words[at - 1].capitalized or before in ("said", "says", "added", "the") or before in nouns()):
            return False
        at -= 1
    return True
