"""The content of a report: which words before and after a source and its cue are what was said."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.knowledge.reporting import ReportingVerb, phrase_words, reporting_verbs
from onrecord.reading.layout import Word
from onrecord.reading.noun_phrases import QUOTED, QUOTED_ON, is_participle, is_quoted, is_word, phrase_after

Part = tuple[int, int]
"""A stretch of words: `[first, last)`."""

SHORTEST_CLAUSE = 3
"""Words that unquoted content before its attribution has at least; less is a fronted adverbial (`Instead, Lind said`)."""

LONGEST_RESUMED = 30
"""Words that may stand between a cue and the second half of a quotation that it parts."""

LONGEST_SETTING = 14
"""Words that may stand between a cue and the `that` or the quotation that it introduces."""


class Clause(NamedTuple):
    """A source with its cue: `[start, end)` of the words, and the parts of it.

    `others` is where `, according to` stands among the words, each the beginning of another clause.
    """

    start: int
    end: int
    cue: Part
    source: Part
    verb: ReportingVerb
    pattern: str
    others: tuple[int, ...] = ()


class After(NamedTuple):
    """What follows a cue: the content, if any, how it was found, where the cue ends, and whom it was told to."""

    content: Part | None
    kind: str
    cue_end: int = 0
    addressee: Part | None = None


def according_at(words: Sequence[Word]) -> tuple[int, ...]:
    """Where among the words `, according to` stands."""
    commas = (at for at in range(len(words) - 2) if words[at].text == ",")
    return tuple(at for at in commas if words[at + 1].text.lower() == "according" and words[at + 2].text == "to")


def content_before(words: Sequence[Word], clause: Clause, floor: int) -> Part | None:
    """The content that stands before the clause, from the floor on, or None."""
    if clause.pattern in ("participle", "coordinated"):
        return None
    last = clause.start
    while last > floor and words[last - 1].text in (",", "—", "–", "--", "-"):
        last -= 1
    first = _content_start(words, floor, last)
    if last <= floor or first >= last:
        return None
    if is_quoted(words[last - 1]):
        return first, last
    closes = _closes(words, clause.end) or ("p" in clause.verb.frames and _closes(words, addressee_after(words, clause.end)[0]))
    shortest = 2 if clause.pattern == "inverted" else SHORTEST_CLAUSE
    if not _parted(words, last, clause) or not closes or last - first < shortest or not set("qc") & set(clause.verb.frames):
        return None
    if is_participle(words[first]) or (words[first].text.lower() in phrase_words("setting") and not _finite(words, first, last)):
        return None
    return first, last


def _finite(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a finite verb stands among the words, so that they are a clause (`By then he will know`) and no mere setting."""
    lowered = (word.text.lower() for word in words[first:last])
    return any(word in phrase_words("verb") or (word in reporting_verbs() and word.endswith("d")) for word in lowered)


def _parted(words: Sequence[Word], last: int, clause: Clause) -> bool:
    """Whether a comma parts the content from the clause, or the clause cannot be read otherwise (`… it said Jo Lind`)."""
    if words[last].text == ",":
        return True
    return clause.pattern == "inverted" and words[clause.source[0]].capitalized


def _content_start(words: Sequence[Word], floor: int, last: int) -> int:
    """Past punctuation that joins the unit to what stands before it, and past words that a colon or dash parts from a quotation."""
    first = floor
    while first < last and not is_quoted(words[first]) and not is_word(words[first]):
        first += 1
    quoted = last
    while quoted > first and is_quoted(words[quoted - 1]):
        quoted -= 1
    return quoted if first < quoted < last and words[quoted - 1].text in (":", "(", "—", "--") else first


def _closes(words: Sequence[Word], index: int) -> bool:
    if index >= len(words) or words[index].text in (",", ".", ";", "—", "--", QUOTED, QUOTED_ON):
        return True
    return words[index].text.lower() in phrase_words("setting") or words[index].text in ("who", "whose")


def content_after(words: Sequence[Word], clause: Clause, *, quoted_before: bool) -> After:
    """The content that follows the clause, if any."""
    start, addressee = clause.end, None
    if "p" in clause.verb.frames and clause.pattern != "inverted":
        start, addressee = addressee_after(words, start)
    part, kind = _content(words, start, clause, quoted_before=quoted_before, told=addressee is not None)
    cue_end = clause.cue[1]
    if kind == "object" and start < len(words) and words[start].text == "for" and clause.verb.lemma == "call":
        cue_end = start + 1
    return After(part, kind, cue_end, addressee)


def _content(words: Sequence[Word], start: int, clause: Clause, *, quoted_before: bool, told: bool) -> tuple[Part | None, str]:
    if start >= len(words):
        return None, "none"
    if clause.pattern == "according":
        return _after_according(words, clause)
    frames = clause.verb.frames
    quoted = _quoted(words, start)
    if quoted is not None and "q" in frames:
        return (quoted, _quotation_end(words, quoted, clause, parted=words[start].text in (",", ":"))), "quoted"
    if words[start].text.lower() == "that" and set("ct") & set(frames):
        return (start, _end(words, start, clause)), "that"
    if clause.pattern == "inverted" and words[start].text != ":":
        return None, "none"
    if quoted_before:
        later = _resumed(words, start, clause)
        return (None, "none") if later is None else ((later, _end(words, later, clause)), "setting")
    return _unquoted(words, start, clause, told=told)


def _unquoted(words: Sequence[Word], start: int, clause: Clause, *, told: bool) -> tuple[Part | None, str]:
    """Content after a cue that neither a mark nor `that` announces: a clause, an infinitive, an object."""
    frames = clause.verb.frames
    lowered = words[start].text.lower()
    if lowered in _QUESTIONS and set("ct") & set(frames):
        return (start, _end(words, start, clause)), "that"
    if lowered == ":" and "q" in frames and start + 1 < len(words):
        return (start + 1, _end(words, start + 1, clause)), "bare"
    if "i" in frames and lowered == "to":
        return (start, _clause_end(words, start, clause)), "infinitive"
    if "o" in frames and "c" not in frames and "t" not in frames:
        return _object(words, start, clause)
    later = _after_setting(words, start, frames)
    if later is not None:
        return (later, _end(words, later, clause)), "setting"
    if "c" in frames and _opens_clause(words, start, told=told):
        return (start, _end(words, start, clause)), "bare"
    return None, "none"


_QUESTIONS = frozenset({"whether", "how", "why", "what", "if"})


def _after_according(words: Sequence[Word], clause: Clause) -> tuple[Part | None, str]:
    at = clause.end
    if clause.start > 1 or at >= len(words) or words[at].text not in (",", ":") or at + 1 >= len(words):
        return None, "none"
    return (at + 1, _end(words, at + 1, clause)), "bare"


def _quoted(words: Sequence[Word], start: int) -> int | None:
    at = start
    while at < len(words) and (
        words[at].text in (",", ":", "—", "--", "-", "–") or words[at].text.lower() in phrase_words("adverb")
    ):
        at += 1
    return at if at < len(words) and is_quoted(words[at]) else None


def _quotation_end(words: Sequence[Word], quoted: int, clause: Clause, *, parted: bool) -> int:
    """One past the quotation; where no mark parts it from the cue, past the rest of its clause (`said “the ice” would decide`)."""
    end = quoted + 1
    while end < len(words) and is_quoted(words[end]):
        end += 1
    if parted or end >= len(words) or not is_word(words[end]):
        return end
    lowered = words[end].text.lower()
    return end if lowered in phrase_words("clause") or lowered in phrase_words("setting") else _end(words, end, clause)


def _end(words: Sequence[Word], start: int, clause: Clause) -> int:
    """One past the last word of a clause that runs to the end of the unit, without its final full stop."""
    end = len(words)
    while end > start + 1 and words[end - 1].text in (".", ",", ";", ":"):
        end -= 1
    first = bisect_left(clause.others, start + 1)
    return next((at for at in clause.others[first : first + 1] if at < end - 2), end)


def _clause_end(words: Sequence[Word], start: int, clause: Clause) -> int:
    """One past the last word before the next comma or the end of the unit."""
    return next((at for at in range(start + 1, len(words)) if words[at].text in (",", ";", "—", "--")), _end(words, start, clause))


def _object(words: Sequence[Word], start: int, clause: Clause) -> tuple[Part | None, str]:
    lowered = words[start].text.lower()
    if clause.verb.lemma == "call" and lowered == "for" and start + 1 < len(words):
        return (start + 1, _clause_end(words, start + 1, clause)), "object"
    blocked = lowered in phrase_words("setting") or lowered in phrase_words("within") or lowered in phrase_words("clause")
    if blocked or not (is_word(words[start]) or is_quoted(words[start])):
        return None, "none"
    if lowered in phrase_words("subject") and lowered != "it":
        return None, "none"
    return (start, _clause_end(words, start, clause)), "object"


def _after_setting(words: Sequence[Word], start: int, frames: str) -> int | None:
    """Where content begins after `in a statement`, `on Monday`, `of the plan`; None where nothing shows it."""
    if words[start].text.lower() not in phrase_words("setting"):
        return None
    for at in range(start + 1, min(start + LONGEST_SETTING, len(words))):
        lowered = words[at].text.lower()
        if lowered == "that" and words[at - 1].text != "," and set("ct") & set(frames):
            return at
        if words[at].text in (",", ":") and _quoted(words, at) is not None and "q" in frames:
            return _quoted(words, at)
        if words[at].text == ";":
            return None
        if "c" in frames and lowered in _NEW_SUBJECT and words[at - 1].text.lower() not in phrase_words("clause"):
            return at
        if words[at].text == "," and not (at + 1 < len(words) and words[at + 1].text.lower() in _NEW_SUBJECT):
            return None
    return None


def _resumed(words: Sequence[Word], start: int, clause: Clause) -> int | None:
    """A second quotation that ends the unit, after a comma: `“X,” Lind said in a letter to the council, “and Y.”`"""
    last = _end(words, start, clause) - 1
    if last <= start or last - start > LONGEST_RESUMED or not is_quoted(words[last]) or words[last - 1].text != ",":
        return None
    between = (word.text.lower() for word in words[start:last])
    return None if any(word in reporting_verbs() for word in between) else last


_NEW_SUBJECT = frozenset({"he", "she", "they", "it", "we", "i", "there"})


def _opens_clause(words: Sequence[Word], start: int, *, told: bool) -> bool:
    word = words[start]
    lowered = word.text.lower()
    if lowered in phrase_words("setting") or lowered in ("so", "as", "and", "or", "but", "no", "yes"):
        return False
    if not (is_word(word) or word.text == "$" or is_quoted(word)):
        return False
    if told and not (lowered in phrase_words("subject") or lowered in phrase_words("opening") or word.capitalized):
        return False
    return len(words) - start >= SHORTEST_CLAUSE


def addressee_after(words: Sequence[Word], start: int) -> tuple[int, Part | None]:
    """Past whom it was told to, and who that is: `reporters`, `him`, `the Kettle Bay Signal`."""
    if start >= len(words):
        return start, None
    lowered = words[start].text.lower()
    if lowered in phrase_words("object"):
        return start + 1, (start, start + 1)
    last = phrase_after(words, start)
    if last is None and is_word(words[start]) and lowered not in phrase_words("clause") | phrase_words("setting"):
        last = start + 1
    return (start, None) if last is None else (last, (start, last))
