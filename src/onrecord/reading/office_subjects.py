"""Who has the office that a verb tells of: the subject of the verb, before it and any apposition."""

from onrecord.core.spans import Span
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower
from onrecord.reading.office_drafts import Page
from onrecord.reading.office_verb_groups import VerbGroup

LONGEST_APPOSITION = 16
"""Words between a name and its verb that an apposition in commas may have."""

LONGEST_BRACKET = 12
"""Words between a name and its verb that brackets may have."""


def subject_of(page: Page, group: VerbGroup) -> tuple[str, int] | None:
    """The person's chain that is the subject of a group, and the index where its mention begins."""
    words = page.layout.words
    before = group.first - 1
    sentence = page.layout.sentence_at(words[group.first].start).start
    if before < 0 or words[before].start < sentence:
        return None
    if words[before].text == ",":
        found = page.ending.get(words[before - 1].end) if before else None
        if not group.reduced and group.frame != "going_on" and not (found and _closes(page, found[0], sentence)):
            found = page.ending.get(_before_apposition(page, before, sentence))
    else:
        found = None if group.reduced else page.ending.get(words[before].end) or page.ending.get(_before_bracket(words, before))
    if found is None and group.frame == "going_on":
        found = _only_one(page, Span(sentence, words[group.first].start))
    if found is None or found[0].start < sentence:
        return None
    start = page.word_at(found[0].start)
    return None if _is_hypothetical(page, start, sentence) else (found[1], start)


def _closes(page: Page, name: Span, sentence: int) -> bool:
    """Whether a name with a comma after it is itself an apposition: `another member, Ben Hale, resigned`."""
    first = page.word_at(name.start)
    titles = (title.span.start for title in page.chains.titles if title.span.end <= name.start <= title.span.end + 1)
    start = page.word_at(min(titles, default=name.start))
    return bool(min(first, start)) and page.layout.words[start - 1].text == "," and page.layout.words[start - 1].start > sentence


def _only_one(page: Page, span: Span) -> tuple[Span, str] | None:
    """The first mention of the only person in a stretch of a sentence, or None."""
    found = {chain for chain in page.chains.mentioned_in(span) if page.types[chain] == "person"}
    mentions = [mention for mention in page.ending.values() if mention[0].within(span)]
    return min(mentions) if len(found) == 1 else None


def _before_apposition(page: Page, comma: int, sentence: int) -> int:
    """Where a name must end that stands before an apposition which ends in a comma; -1 for no such."""
    words = page.layout.words
    at = comma - 1
    while at > 0 and comma - at <= LONGEST_APPOSITION and words[at].start >= sentence:
        if words[at].text == "," and words[at - 1].end in page.ending:
            inside = [mention for end, mention in page.ending.items() if words[at].end < end < words[comma].start]
            return words[at - 1].end if len(inside) <= 1 else -1
        at -= 1
    return -1


def _before_bracket(words: tuple[Word, ...], last: int) -> int:
    """Where a name must end before a bracket that closes at an index: `Quill (D-Ohio) was`."""
    if words[last].text != ")":
        return -1
    at = last
    while at > 0 and last - at < LONGEST_BRACKET and words[at].text != "(":
        at -= 1
    return words[at - 1].end if at and words[at].text == "(" else -1


def _is_hypothetical(page: Page, subject: int, sentence: int) -> bool:
    """Whether the clause of a subject is one of condition or wish: `if Quill was elected`, `the day that she became`."""
    words = page.layout.words
    at = subject
    before = [lower(word) for word in words[max(0, at - 3) : at] if word.start >= sentence]
    return any(text in ("if", "unless", "whether", "until", "once", "when", "before") for text in before)
