"""Statements issued whole: the quoted paragraphs below `Sen. Lind issued the following statement:`, or below a heading that says
whose they are. Press releases are made so."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from onrecord.core.spans import Span, overlapping, trimmed
from onrecord.knowledge.people import roles
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution
from onrecord.reading.first_person import FIRST
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import lower
from onrecord.reading.quotations import marks

ISSUED = ReportingVerb("issue", "said", "q")
PATTERN = "issued"

LONGEST = 60
"""Paragraphs of a statement."""

DASHES = "-–—―"
"""What stands before who speaks where a statement is signed."""

UNMARKED = 12
"""Paragraphs without a mark of their own that an open quotation may run on over."""

Doubted = Callable[[Attribution], bool]
"""Whether an attribution is more likely wrong than worth telling."""

_KIND = r"(?:statements?|remarks?|comments?|messages?|letters?|speech|response|reaction|testimony|address|floor\s+speech)"
_ISSUES = re.compile(
    rf"""\b(?:
      (?:issu(?:e[sd]?|ing)|releas(?:e[sd]?|ing)|ma(?:ke|kes|de|king)|deliver(?:s|ed|ing)?|offer(?:s|ed|ing)?|g(?:ives?|ave|iving)
        |post(?:s|ed)?|sen[dt]s?|reads?|wrote|writes|submit(?:s|ted)?|provid(?:es?|ed)|shar(?:es?|ed)|had|spoke)
      \s+(?:\w+\s+){{0,2}}?(?:the\s+following|following|this)\s+(?:\w+\s+){{0,2}}?{_KIND}
      | said\s+the\s+following | ha[ds]\s+this\s+to\s+say
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_WHOSE = re.compile(rf"(?:['’]s|s['’])\s+(?:\w+\s+){{0,3}}?(?P<cue>{_KIND}|tribute|salute|eulogy|op-ed|post)\b", re.IGNORECASE)
"""What follows the name in `The following is Senator Lind's statement:`."""
_OF = re.compile(rf"(?P<cue>\b{_KIND})\s+(?:of|by|from)\s+(?:(?:the|[A-Z][\w.]*)\s+){{0,5}}?\Z")
"""What stands before the name in `Statement of Sen. Lind on the harbor:`."""
_SHOUTED_OF = re.compile(_OF.pattern, re.IGNORECASE)
_HEADING = re.compile(
    rf"""\s*(?:['’]S)?\s*(?P<cue>:|(?:(?:(?:ISSUES?|RELEASES?|MAKES?|DELIVERS?)\s+)?(?:\w+\s+){{0,2}}?{_KIND}|REACTS|RESPONDS|ON)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What follows the name that a heading begins with: `SEN. LIND ISSUES STATEMENT ON FERRIES`, `SEN. LIND ON FERRIES`."""

HEADINGS = 3
"""Paragraphs at the top among which the heading of a statement stands."""
LONGEST_TITLE = 4
"""Words before the name that a heading begins with."""


def issued_statements(layout: Layout, people: Sequence[Span], told: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The statements of a text that are issued whole, in order; each content is the quoted part of one paragraph.

    `people` are the spans of persons' names, `told` what else was found to be said: whoever was found to be the source of an
    introduction is so.
    """
    found: list[Attribution] = []
    for number in range(1, len(layout.paragraphs)):
        if found and layout.paragraphs[number].start < found[-1].content[-1].end:
            continue
        block = _block(layout, number)
        introduction = _introduction(layout, number - 1, people, told) if block else None
        if block and introduction is not None:
            source, cue = introduction
            found.append(Attribution((source,), (cue,), tuple(block), ISSUED, PATTERN))
    return tuple(found)


def with_issued(
    layout: Layout, told: Iterable[Attribution], issued: Sequence[Attribution], doubted: Doubted = lambda _: False
) -> list[Attribution]:
    """What was told, with the statements issued whole in place of all that was told of their words from outside of them.

    What they report themselves stays, within one paragraph, unless it is `doubted` or whoever speaks is its source.
    """
    if not issued:
        return list(told)
    cues = sorted(cue for each in issued for cue in each.cue)
    blocks = sorted(span for each in issued for span in each.content)
    others = [each for each in told if not any(overlapping(cues, cue) for cue in each.cue)]
    rest = [_beside(layout, each, blocks, doubted) for each in others]
    return [*(each for each in rest if each is not None), *issued]


def _beside(layout: Layout, each: Attribution, blocks: Sequence[Span], doubted: Doubted) -> Attribution | None:
    """What is left of an attribution beside statements issued whole, or within one of their paragraphs."""
    inside = overlapping(blocks, each.cue[0]) if each.cue else []
    if not inside:
        kept = tuple(span for span in each.content if not overlapping(blocks, span))
        return replace(each, content=kept) if kept or not each.content else None
    kept = tuple(span for span in each.content if span.within(inside[0]))
    by_another = each.source and layout.text[slice(*each.source[0])].lower() not in FIRST
    return replace(each, content=kept) if kept and by_another and not doubted(each) else None


def _block(layout: Layout, number: int) -> list[Span]:
    """The paragraphs of quoted words from one that opens a quotation to where it is closed, or, where it never is, to the last that
    has a mark; none where other words stand outside of the quotation."""
    found: list[Span] = []
    unmarked = 0
    for paragraph in layout.paragraphs[number : number + LONGEST]:
        opens, ends, outside = _quoted(layout, paragraph, inside=bool(found))
        if outside or not (opens or found):
            break
        found.append(trimmed(layout.text, paragraph))
        unmarked = 0 if opens or ends else unmarked + 1
        if ends:
            return found
        if unmarked > UNMARKED:
            break
    return found[: len(found) - unmarked]


def _quoted(layout: Layout, paragraph: Span, *, inside: bool) -> tuple[bool, bool, bool]:
    """Whether a paragraph begins with a mark that opens, whether the quotation is closed at its end, and whether words stand
    outside of it: the mark before its end closes it (`“X,” Lind said.`)."""
    start, end = trimmed(layout.text, paragraph)
    its_marks = marks(layout.text, Span(start, end))
    opens = bool(its_marks) and its_marks[0].start == start and its_marks[0].side != "close"
    depth = int(inside or opens)
    for mark in its_marks[opens:]:
        closes = mark.side == "close" or (mark.side == "either" and depth > 1)
        if closes and depth <= 1:
            rest = layout.text[mark.end : end].strip(" .)*#")
            return opens, True, bool(rest) and rest[0] not in DASHES
        depth += -1 if closes else 1
    return opens, False, depth == 0


def _introduction(layout: Layout, number: int, people: Sequence[Span], told: Sequence[Attribution]) -> tuple[Span, Span] | None:
    """Whose the statement below a paragraph is, and the words that say so."""
    paragraph = layout.paragraphs[number]
    if layout.text[paragraph.start] in '"“':
        return None
    for found in (_issues(layout, paragraph, people, told), _whose(layout, paragraph, people)):
        if found is not None:
            return found
    return _heading(layout, paragraph, people) if number < HEADINGS else None


def _issues(layout: Layout, paragraph: Span, people: Sequence[Span], told: Sequence[Attribution]) -> tuple[Span, Span] | None:
    """`Sen. Lind issued the following statement`: the last such words of the paragraph and who stands before them."""
    cues = [Span(*found.span()) for found in _ISSUES.finditer(layout.text, *paragraph)]
    for cue in reversed(cues):
        its_own = (each.source for each in told if each.source and any(map(cue.overlaps, each.cue)))
        source = next(its_own, None)
        if source is not None:
            return source[0], cue
        sentence = layout.sentence_at(cue.start)
        before = [name for name in overlapping(people, Span(sentence.start, cue.start)) if name.end <= cue.start]
        if before:
            return _subject(layout, sentence, before), cue
    return None


def _subject(layout: Layout, sentence: Span, before: Sequence[Span]) -> Span:
    """Of the names before a verb its subject: the first where the sentence begins with it, its title apart, else the last."""
    first = layout.words_in(Span(sentence.start, before[0].start))
    return before[0] if all(word.capitalized or word.text == "." for word in first) else before[-1]


def _whose(layout: Layout, paragraph: Span, people: Sequence[Span]) -> tuple[Span, Span] | None:
    """`The following is Senator Lind's statement:`, `Statement of Sen. Lind on the harbor:`."""
    text = layout.text
    if text[trimmed(text, paragraph).end - 1] != ":":
        return None
    for name in reversed(overlapping(people, paragraph)):
        after = _WHOSE.match(text, name.end, paragraph.end)
        before = _OF.search(text, paragraph.start, name.start)
        found = after or before
        if found is not None:
            return name, Span(*found.span("cue"))
    return None


def _heading(layout: Layout, paragraph: Span, people: Sequence[Span]) -> tuple[Span, Span] | None:
    """`SEN. LIND ISSUES STATEMENT ON FERRIES`, `STATEMENT BY SEN. LIND`, `SEN. LIND: FERRIES MUST RUN`."""
    text = layout.text
    if text[trimmed(text, paragraph).end - 1] in ".!?":
        return None
    for name in overlapping(people, paragraph)[:1]:
        title = layout.words_in(Span(paragraph.start, name.start))
        first = title[0] if title else layout.words_in(name)[0]
        after = _HEADING.match(text, name.end, paragraph.end) if len(title) <= LONGEST_TITLE else None
        said = after is not None and (len(after["cue"]) > len("ON") or _is_title(first))
        found = after if said and first.capitalized else _SHOUTED_OF.search(text, paragraph.start, name.start)
        if found is not None:
            return name, Span(*found.span("cue"))
    return None


def _is_title(word: Word) -> bool:
    found = roles().get(lower(word))
    return found is not None and found.kind == "title"
