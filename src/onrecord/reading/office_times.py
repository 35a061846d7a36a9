"""The times of an office: `since 2019`, `from 2010 to 2014`, `for three years`, `last week`, `at the end of the year`."""

from dataclasses import dataclass, replace

from onrecord.core.readings import Time
from onrecord.core.spans import Span
from onrecord.knowledge.offices import office_words
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.knowledge.times import tense_words
from onrecord.reading.naming import lower
from onrecord.reading.office_drafts import Page
from onrecord.reading.times.direction import is_past_form

FARTHEST = 12
"""Words after a role within which a time of it may stand: its complement lies between (`mayor of the city of Osterby since`)."""


@dataclass(frozen=True, slots=True)
class Held:
    """Ids of the times from when, till when, at what time or how long an office is held, "" for none; over `[start, end)`."""

    since: str = ""
    until: str = ""
    during: str = ""
    start: int = 0
    end: int = 0


def times_after(page: Page, at: int, sentence_end: int) -> tuple[Held, ...]:
    """The times that stand after the words up to an index, with nothing but a complement and prepositions between.

    A word before each tells what it is: `since` and `from`, `until` and `to` a bound, all else when or how long. Never empty; a
    second `from` begins another (`from 2001 to 2005 and from 2012 to 2016`).
    """
    words = page.layout.words
    last = min(at + FARTHEST, len(words))
    found = [Held()]
    for time in page.times_in(Span(words[at].start if at < len(words) else sentence_end, sentence_end)):
        first = page.word_at(time.span.start)
        if first > last or _breaks(page, at, first) or time.type == "SET":
            break
        before = lower(words[first - 1])
        if found[-1].until and before in office_words("since"):
            found.append(Held())
        found[-1] = _with(found[-1], time, before)
        at = page.word_at(time.span.end)
        last = min(at + 3, len(words))
    return tuple(found)


def _with(found: Held, time: Time, before: str) -> Held:
    placed = replace(found, start=found.start or time.span.start, end=time.span.end)
    if before in office_words("since") and time.type != "DURATION":
        return replace(placed, since=time.id)
    if before in office_words("until") and (found.since or before not in ("to", "and")):
        return replace(placed, until=time.id)
    return found if found.during or before in ("by", "before", "after") else replace(placed, during=time.id)


def _breaks(page: Page, first: int, last: int) -> bool:
    """Whether another clause, or anything but the office's complement, stands between two indices."""
    texts = [lower(word) for word in page.layout.words[first:last]]
    if any(
        is_verb(text) or text in (";", ":", "(", ")", "“", "”", '"', "who", "which", "that", "when", "after", "before", "but")
        for text in texts
    ):
        return True
    return "," in texts and any(text not in office_words("between") for text in texts[texts.index(",") :])


def is_verb(text: str) -> bool:
    """Whether a word in lower case looks like a finite verb."""
    return text in reporting_verbs() or text in phrase_words("verb") or is_past_form(text, tense_words())
