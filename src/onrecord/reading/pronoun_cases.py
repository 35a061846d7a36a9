"""How a pronoun stands in its sentence: its case, and whether it reports what is said."""

from onrecord.knowledge.name_words import name_words, pronouns
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower
from onrecord.reading.walk import Walk


def case_of(words: tuple[Word, ...], at: int) -> str:
    """subject, object or possessive; `her` is a possessive before a noun."""
    text = lower(words[at])
    if text == "her":
        after = words[at + 1] if at + 1 < len(words) else None
        ends = after is None or not after.text[0].isalnum() or lower(after) in name_words("not_owned")
        return "object" if ends else "possessive"
    return pronouns()[text][1]


def reports(walk: Walk, at: int) -> bool:
    """Whether the word at an index is a pronoun that reports, outside of what is said: `he said`."""
    word = walk.layout.words[at]
    return walk.quotation(word.start) is None and case_of(walk.layout.words, at) == "subject" and says(walk.layout.words, at)


def says(words: tuple[Word, ...], at: int) -> bool:
    """Whether the pronoun is the subject of a report: `he said`, `he also said`, `said he`; or of what is said right behind it."""
    return leads_report(words, at) or (at > 0 and lower(words[at - 1]) in ("said", "says"))


def leads_report(words: tuple[Word, ...], at: int) -> bool:
    """Whether the verb of a report follows the pronoun: `he said`, `he also said`."""
    following = [lower(word) for word in words[at + 1 : at + 4]]
    while following and (following[0] in phrase_words("adverb") or following[0] in ("has", "had")):
        following.pop(0)
    return bool(following) and following[0] in reporting_verbs()
