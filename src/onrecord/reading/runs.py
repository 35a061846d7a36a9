"""Runs of capitalised words: where names can stand."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from onrecord.core.names import fold
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import without_past
from onrecord.reading.words_as_names import names_person

JOINING = frozenset(["of", "for", "on", "against"])
NUMBERED = frozenset(["Local", "Lodge"])
"""Bodies whose number belongs to the name: `Dockworkers Local 88`."""
LONGEST_HEADLINE = 30
LISTING = frozenset(["department", "ministry", "committee", "subcommittee", "office", "bureau", "institute", "center", "centers"])
"""Bodies whose names go on after `and`: `Department of Health and Human Services`."""

_PREFIXED = re.compile(r"(?:then|ex|former|al|el|ul|ad|as|ash|bin|now)[-‐‑][A-Z]")
_PAST = re.compile(r"(?:then|ex|former|now)[-‐‑](?=[A-Z])")
_SPACE = frozenset((" ", "\u00a0"))
_CONNECTED = "@#/_"


@dataclass(frozen=True, slots=True)
class Run:
    """Words `[first, last)` of a layout that may be or hold names; `opens` where the first begins a sentence or a quotation.

    `titled` says that the sentence is set in capitals as headlines are, so that capitals tell nothing there.
    """

    first: int
    last: int
    opens: bool
    titled: bool


def runs(layout: Layout) -> list[Run]:
    """All runs of the text, in order."""
    words = layout.words
    found: list[Run] = []
    titled = _titled_words(layout)
    at = 0
    while at < len(words):
        if not _can_start(layout, at):
            at += 1
            continue
        last = _end_of_run(layout, at)
        found.append(Run(at, last, _opens(layout, at), at in titled))
        at = last
    return found


def _can_start(layout: Layout, at: int) -> bool:
    word = layout.words[at]
    first = word.text[0]
    if not (first.isupper() or (not word.text.isalpha() and _PREFIXED.match(word.text))):
        return False
    if word.text == "I" or (word.text.lower() in name_words("calendar") and not names_person(layout, at)):
        return False
    before = layout.text[word.start - 1] if word.start else " "
    after = layout.text[word.end] if word.end < len(layout.text) else " "
    if before in _CONNECTED or after in "@_" or (before == "." and not layout.text[word.start - 2 : word.start - 1].isspace()):
        return before == "." and layout.words[at - 1].text.endswith(".") and len(layout.words[at - 1].text) > 1
    return not (after == "." and layout.text[word.end + 1 : word.end + 2].islower())


def _end_of_run(layout: Layout, at: int) -> int:
    last = at + 1
    while (step := _step(layout, at, last)) > last:
        last = step
    return last


def _step(layout: Layout, first: int, last: int) -> int:
    """The end of the run after one more piece of it, or `last` where it ends."""
    words = layout.words
    if last >= len(words):
        return last
    word = words[last]
    if not _spaced(layout, last):
        return _glued(layout, last)
    if _can_start(layout, last):
        return last + 1
    lower = word.text.lower()
    if word.text.isdigit() and words[last - 1].text in NUMBERED:
        return last + 1
    if lower in name_words("particle") and not word.capitalized:
        return _after_particles(layout, last)
    if lower == "&" and last + 1 < len(words) and _spaced(layout, last + 1) and _can_start(layout, last + 1):
        return last + 2
    return _after_joining(layout, first, last)


def _glued(layout: Layout, last: int) -> int:
    """`AT&T`; `King, Jr.`"""
    words = layout.words
    word = words[last]
    if word.start != words[last - 1].end or last + 1 >= len(words):
        return last
    following = words[last + 1]
    if word.text == "&" and following.start == word.end and following.capitalized:
        return last + 2
    if word.text == "," and _spaced(layout, last + 1) and following.text in ("Jr.", "Jr", "Sr.", "Sr", "II", "III"):
        return last + 2
    return last


def _after_particles(layout: Layout, last: int) -> int:
    at = last
    while at < min(last + 3, len(layout.words)) and _spaced(layout, at) and layout.words[at].text.lower() in name_words("particle"):
        at += 1
    if at < len(layout.words) and _spaced(layout, at) and _can_start(layout, at):
        return at + 1
    return last


def _after_joining(layout: Layout, first: int, last: int) -> int:
    """`Department` + `of Justice`: the names of bodies go on after of, for, on, against, and and."""
    words = layout.words
    here = words[last].text.lower()
    if here == "and" and last - first == 1 and _goes_with_next(layout, first, last):
        return last + 2
    earlier = [without_past(word.text.lower()) for word in words[first:last]]
    if here in JOINING and earlier[-1] in name_words("founding"):
        at = last + 1
        while at < len(words) and _spaced(layout, at) and words[at].text in ("the", "a"):
            at += 1
        return at + 1 if at < len(words) and _spaced(layout, at) and _can_start(layout, at) else last
    if here == "and" and LISTING.intersection(earlier) and JOINING.intersection(earlier):
        at = last + 1
        ok = at < len(words) and _spaced(layout, at) and _can_start(layout, at)
        return at + 1 if ok else last
    return last


def _goes_with_next(layout: Layout, first: int, last: int) -> bool:
    """`Central and East European Coalition`: where something lies or whose it is, before `and` and another such word."""
    words = layout.words
    kinds = name_words("leading") | name_words("kind")
    if last + 2 >= len(words) or words[first].text.lower() not in kinds or words[last + 1].text.lower() not in kinds:
        return False
    return (
        all(_spaced(layout, at) for at in (last, last + 1, last + 2))
        and _can_start(layout, last + 1)
        and _can_start(layout, last + 2)
    )


def _spaced(layout: Layout, at: int) -> bool:
    """Whether a single space parts the word from the one before."""
    return layout.text[layout.words[at - 1].end : layout.words[at].start] in _SPACE


def _opens(layout: Layout, at: int) -> bool:
    """Whether a capital says nothing here: a sentence, a quotation, a clause after a colon or a dash begins."""
    word = layout.words[at]
    if layout.sentence_at(word.start).start == word.start or at == 0:
        return True
    return layout.words[at - 1].text in _OPENERS or layout.words[at - 1].text[0] in "\"“‘'`"


_OPENERS = frozenset([".", "!", "?", ":", ";", "—", "–", "--", "-", "(", "[", "“", "‘", '"', "''", "``", "•", "*", "…"])


def _titled_words(layout: Layout) -> frozenset[int]:
    """Indices of the words in sentences that are set as headlines are: whole paragraphs in capitals."""
    titled: list[int] = []
    paragraphs = set(layout.paragraphs)
    for sentence in layout.sentences:
        if sentence in paragraphs:
            words = layout.words_in(sentence)
            if _is_titled(words):
                first = bisect_left(layout.starts, sentence.start)
                titled.extend(range(first, first + len(words)))
    return frozenset(titled)


def _is_titled(words: tuple[Word, ...]) -> bool:
    """Four or more words longer than three letters, all of them capitalised but such as papers leave small in headlines."""
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    small = [word for word in long if not word.capitalized]
    return len(long) >= 4 and len(words) <= LONGEST_HEADLINE and all(word.text in name_words("small") for word in small)


def span_of(words: tuple[Word, ...], first: int, last: int) -> Span:
    """The span from one word to before another, without a `then-` or `ex-` that hangs on the first."""
    prefix = _PAST.match(words[first].text)
    return Span(words[first].start + (prefix.end() if prefix else 0), words[last - 1].end)


def folded(words: tuple[Word, ...], first: int, last: int) -> str:
    """The words folded for comparison."""
    return fold(" ".join(word.text for word in words[first:last]))
