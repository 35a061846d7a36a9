"""Attributions: source, cue and content of a report, found in one unit at a time.

A reporting verb outside quotation marks is the cue; its source is the noun phrase before it or, inverted, after it; its content
stands before (`“X,” said Y` · `X, Y said`), after (`Y said: “X”` · `Y said that X`) or on both sides (`“X,” Y said, “X”`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb, phrase_words
from onrecord.reading.clauses import After, Clause, according_at, content_after, content_before
from onrecord.reading.cues import before_adverbs, reporting_verb_at, verb_group_start
from onrecord.reading.layout import Word
from onrecord.reading.noun_phrases import QUOTED_ON, is_quoted, is_word, phrase_after, phrase_before
from onrecord.reading.units import Unit

ACCORDING = ReportingVerb("according to", "said", "qc")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A report before anybody is resolved; `source` and `addressee` may be empty, `pattern` names how it was found.

    `signs` are what a reader that reckons with numbers goes by when asked how sure it is; rules have none.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    verb: ReportingVerb
    pattern: str
    addressee: tuple[Span, ...] = ()
    signs: tuple[float, ...] = ()


Doubted = Callable[[Attribution], bool]
"""Whether an attribution is more likely wrong than worth telling."""


def attributions_in(unit: Unit) -> list[Attribution]:
    """The attributions whose cue stands in the unit, in order of cue; one inside another's content is among them."""
    found: list[Attribution] = []
    floor = 0
    before: Clause | None = None
    others = according_at(unit.words)
    first_quoted = next((at for at, word in enumerate(unit.words) if is_quoted(word)), len(unit.words))
    for index in range(len(unit.words)):
        clause = _according(unit.words, index) or _clause(unit.words, index, floor, before)
        if clause is None:
            continue
        clause = clause._replace(others=others)
        attribution = _attribution(unit.words, clause, floor if first_quoted < clause.start else 0)
        if attribution is not None:
            found.append(attribution)
            floor, before = max(floor, clause.end), clause
    return _cut_at_next(unit.words, found)


def by_units(units: Sequence[Unit], told: Iterable[Attribution]) -> list[list[Attribution]]:
    """For each unit the attributions whose cues begin in it."""
    starts = [unit.span.start for unit in units]
    found: list[list[Attribution]] = [[] for _ in units]
    for each in told:
        found[max(0, bisect_right(starts, each.cue[0].start) - 1)].append(each)
    return found


def _according(words: Sequence[Word], index: int) -> Clause | None:
    if words[index].text.lower() != "according" or index + 2 >= len(words) or words[index + 1].text != "to":
        return None
    last = phrase_after(words, index + 2) or _plain_phrase(words, index + 2)
    if last is None:
        return None
    return Clause(index, last, (index, index + 2), (index + 2, last), ACCORDING, "according")


def _plain_phrase(words: Sequence[Word], start: int) -> int | None:
    """A lower-case phrase without a determiner (`court records`), up to the next mark or setting."""
    end = start
    while end < len(words) and is_word(words[end]) and words[end].text.lower() not in phrase_words("setting"):
        end += 1
    return end if end > start else None


def _clause(words: Sequence[Word], index: int, floor: int, before: Clause | None) -> Clause | None:
    verb = reporting_verb_at(words, index)
    first = verb_group_start(words, index, floor)
    if verb is None or first is None:
        return None
    end = index + 1
    if words[index].text.endswith("ing") and first == index:
        return _participle(words, index, verb, before)
    source = phrase_before(words, before_adverbs(words, first, floor), floor)
    if source is not None and _may_be_source(words, source, first):
        return Clause(source, end, (first, end), (source, before_adverbs(words, first, floor)), verb, "plain")
    return _coordinated(words, index, verb, before) or _inverted(words, index, verb, floor)


def _coordinated(words: Sequence[Word], index: int, verb: ReportingVerb, before: Clause | None) -> Clause | None:
    """`Lind said that X and warned that Y`: a second verb with the source of the first."""
    if before is None or index < 2 or words[index - 1].text not in ("and", "but") or before.pattern in ("according", "inverted"):
        return None
    announced = index + 1 < len(words) and (words[index + 1].text == "that" or is_quoted(words[index + 1]))
    if not announced or not set("qct") & set(verb.frames):
        return None
    return Clause(index, index + 1, (index, index + 1), before.source, verb, "coordinated")


def _inverted(words: Sequence[Word], index: int, verb: ReportingVerb, floor: int) -> Clause | None:
    if "q" not in verb.frames or words[index].text.endswith("ing") or not _follows_content(words, index, floor):
        return None
    last = phrase_after(words, index + 1)
    if last is None:
        return None
    return Clause(index, last, (index, index + 1), (index + 1, last), verb, "inverted")


def _follows_content(words: Sequence[Word], index: int, floor: int) -> bool:
    before = index - 1
    while before >= floor and (
        words[before].text in (",", "—", "–", "-", "--") or words[before].text.lower() in phrase_words("adverb")
    ):
        before -= 1
    if before < floor:
        return index == floor
    if is_quoted(words[before]) or words[index - 1].text == ",":
        return True
    return words[index].text in phrase_words("inverting") and index + 1 < len(words) and words[index + 1].capitalized


def _participle(words: Sequence[Word], index: int, verb: ReportingVerb, before: Clause | None) -> Clause | None:
    """`…, saying that X`: the source is that of the report before it, else the subject of the sentence."""
    if index == 0 or not set("cto") & set(verb.frames):
        return None
    joined = words[index - 1].text in (",", "—", "--", "–")
    if (not joined and verb.lemma != "say") or words[index - 1].text.lower() in phrase_words("within"):
        return None
    subject = before.source if before is not None and joined else _subject(words, index)
    return None if subject is None else Clause(index, index + 1, (index, index + 1), subject, verb, "participle")


def _subject(words: Sequence[Word], before: int) -> tuple[int, int] | None:
    """The noun phrase that the sentence is about: the one it opens with, else the one after its first comma."""
    starts = [0, *(at + 1 for at in range(before) if words[at].text == ",")]
    for start in starts[:2]:
        lowered = words[start].text.lower()
        if lowered.endswith("ly") or lowered in phrase_words("within") or lowered in phrase_words("verb"):
            continue
        last = phrase_after(words, start)
        if last is not None and last < before and is_word(words[last]) and words[last].text[0].islower():
            return start, last
    return None


def _may_be_source(words: Sequence[Word], first: int, end: int) -> bool:
    """`it` is a source beside a quotation alone (`“Closed,” it says`); elsewhere it stands for nothing (`it is said`)."""
    lowered = words[first].text.lower()
    if lowered in phrase_words("nobody") or (first and words[first - 1].text == "nor"):
        return False
    if lowered == "it":
        return any(is_quoted(words[at]) for at in (first - 1, first - 2, end + 1, end + 2) if 0 <= at < len(words))
    return lowered != "you"


def _attribution(words: Sequence[Word], clause: Clause, floor: int) -> Attribution | None:
    before = content_before(words, clause, floor)
    quoted_before = before is not None and is_quoted(words[before[1] - 1])
    after = content_after(words, clause, quoted_before=quoted_before)
    if before is not None and after.content is not None and not quoted_before and not _goes_on(words, after.content):
        before = None
    pieces = tuple(Span(words[first].start, words[last - 1].end) for first, last in filter(None, (before, after.content)))
    if not pieces and not (words[-1].text == ":" and "q" in clause.verb.frames):
        return None
    source = _span(words, clause.source)
    cue_first, cue_last = clause.cue
    return Attribution(
        (source,),
        (Span(words[cue_first].start, words[max(cue_last, after.cue_end) - 1].end),),
        pieces,
        clause.verb,
        f"{clause.pattern}-{_where(before is not None, after)}",
        (_span(words, after.addressee),) if after.addressee else (),
    )


def _goes_on(words: Sequence[Word], after: tuple[int, int]) -> bool:
    """Whether the content after the clause is a quotation that begins in lower case, the second half of one."""
    return words[after[0]].text == QUOTED_ON


def _where(before: bool, after: After) -> str:
    if before:
        return "both" if after.content else "before"
    return after.kind if after.content else "introduces"


def _span(words: Sequence[Word], part: tuple[int, int]) -> Span:
    first, last = part
    while last > first + 1 and not is_word(words[last - 1]) and words[last - 1].text != ".":
        last -= 1
    return Span(words[first].start, words[last - 1].end)


def _cut_at_next(words: Sequence[Word], found: list[Attribution]) -> list[Attribution]:
    """Let a content end where another report begins beside it (`…, but Lind said …`, `…, adding that …`).

    An object ends at a participle without a mark too (`Lind touted the boat saying it floats`).
    """
    result = list(found)
    starts = [word.start for word in words]
    first_object = next((at for at, each in enumerate(found) if each.pattern.endswith("-object")), len(found))
    going_on: list[int] = []
    for at, later in enumerate(found):
        shared = later.pattern.startswith(("participle", "coordinated"))
        begin = min(span.start for span in (later.cue if shared else later.source + later.cue))
        mark = _joint_before(words, bisect_left(starts, begin) - 1, alone=shared or later.pattern.endswith("-before"))
        going_on = [earlier for earlier in going_on if result[earlier].content[-1].end > begin]
        for earlier in going_on:
            content = result[earlier].content
            after_object = later.pattern.startswith("participle") and first_object <= earlier
            joint = begin if mark is None and after_object else mark
            if joint is not None and content[-1].start < joint < content[-1].end:
                shortened = Span(content[-1].start, words[bisect_left(starts, joint) - 1].end)
                result[earlier] = replace(result[earlier], content=(*content[:-1], shortened))
        if later.content:
            going_on.append(at)
    return result


def _joint_before(words: Sequence[Word], index: int, *, alone: bool) -> int | None:
    """Where the mark before a clause stands, given the place of the last word before it, its conjunction or else that mark."""
    conjunction = index > 0 and words[index].text.lower() in ("but", "and", "while", "though", "although")
    if not conjunction and not alone:
        return None
    mark = index - conjunction
    if mark >= 0 and words[mark].text in (",", ";", "—", "--"):
        return words[mark].start
    return words[index].start if conjunction and alone else None
