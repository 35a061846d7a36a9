"""Statements issued whole: the quoted paragraphs below `Sen. Lind issued the following statement:`, or below a heading that says
whose they are. Press releases are made so."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.core.spans import Span, overlapping, trimmed
from onrecord.knowledge.people import roles
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution, Doubted
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
_FURTHER = rf"(?P<cue>{_KIND}|tribute|salute|eulogy|op-ed|post)"
_WHOSE = re.compile(rf"['’]s?\s+(?:\w+\s+){{0,3}}?{_FURTHER}\b", re.IGNORECASE)
"""What follows the name in `The following is Senator Lind's opening statement:`."""
_HERS = re.compile(rf"\b(?P<whose>his|her)\s+(?:\w+\s+){{0,2}}?{_FURTHER}\b", re.IGNORECASE)
"""The same of whom a pronoun means."""
_BY = re.compile(r"\s+(?:by|from|of)\s+(?:(?:the|[A-Z][\w.]*)\s+){0,5}")
"""What stands between a statement that somebody else released and whose it is: `released this statement by Mayor Lind`."""
_PRESENTS = re.compile(r"(?:.*\.\s+)?(?:(?:here|below|the following|following)\b|(?:full )?text of\b)", re.IGNORECASE)
"""How a line begins, or its last sentence, that presents a statement."""
_OF = re.compile(rf"\b{_FURTHER}\s+(?:of|by|from)\s+(?:(?:the|[A-Z][\w.]*)\s+){{0,5}}?\Z", re.IGNORECASE)
"""What stands before the name in `Statement of Sen. Lind on the harbor:`."""
_HEADING = re.compile(
    rf"""\s*(?:['’]S)?\s*(?P<cue>:|(?:(?:(?:ISSUES?|RELEASES?|MAKES?|DELIVERS?)\s+)?(?:(?:A|THE|JOINT|OPENING|OFFICIAL|WRITTEN|PREPARED|FULL)\s+){{0,2}}{_KIND}|REACTS|RESPONDS|ON)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What follows the name that a heading begins with: `SEN. LIND ISSUES STATEMENT ON FERRIES`, `SEN. LIND ON FERRIES`."""

HEADINGS = 3
"""Paragraphs at the top among which the heading of a statement stands."""
LONGEST_TITLE = 4
"""Words before the name that a heading begins with."""
AWAY = frozenset(["to", "on", "from", "of", "for", "by", "with", "after", "against", "over"])
"""Before a name these say that somebody else does it: `a spokesman for Mayor Lind`, `REACTION TO LIND STATEMENT`."""
LONGEST_LINE = 120
"""Characters of a line that introduces a statement without a colon at its end."""

_DATED = re.compile(
    r"\W*(?:[A-Z][a-z]+day,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4})(?:\W.{0,30})?"
    r"|for immediate release\W*",
    re.IGNORECASE,
)
"""A line with nothing but a date and perhaps a place, which may stand between a statement and what introduces it."""


def issued_statements(layout: Layout, people: Sequence[Span], told: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The statements of a text that are issued whole, in order; each content is the quoted part of one paragraph.

    `people` are the spans of persons' names, `told` what else was found to be said: whoever was found to be the source of an
    introduction is so.
    """
    found: list[Attribution] = []
    for number in range(1, len(layout.paragraphs)):
        if found and layout.paragraphs[number].start < found[-1].content[-1].end:
            continue
        if layout.text[layout.paragraphs[number].start] not in "\"“'‘„«`":
            continue
        introduction = _introduction(layout, number - 1, people, told)
        block = _block(layout, number) if introduction is not None or number == 1 else []
        if number == 1 and introduction is None and _ends_with(layout, block):
            introduction = _alone(layout, people)
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
        opens, closed, outside = _quoted(layout, paragraph, inside=bool(found))
        if outside or not (opens or found):
            break
        start, end = trimmed(layout.text, paragraph)
        found.append(Span(start, closed or end))
        unmarked = 0 if opens or closed else unmarked + 1
        if closed:
            return found
        if unmarked > UNMARKED:
            break
    return found[: len(found) - unmarked]


def _quoted(layout: Layout, paragraph: Span, *, inside: bool) -> tuple[bool, int, bool]:
    """Whether a paragraph begins with a mark that opens, where the quotation is closed in it (0: it is not), and whether words
    stand outside of it that do not sign it (`“X,” Lind said.`)."""
    start, end = trimmed(layout.text, paragraph)
    its_marks = marks(layout.text, Span(start, end))
    opens = bool(its_marks) and its_marks[0].start == start and its_marks[0].side != "close"
    depth = int(inside or opens)
    for mark in its_marks[opens:]:
        closes = mark.side == "close" or (mark.side == "either" and depth > 1)
        if closes and depth <= 1:
            rest = layout.text[mark.end : end].strip(" .)*#")
            return opens, mark.end, bool(rest) and rest[0] not in DASHES
        depth += -1 if closes else 1
    return opens, 0, depth == 0


def _ends_with(layout: Layout, block: Sequence[Span]) -> bool:
    """Whether nothing is quoted after a statement."""
    return bool(block) and not marks(layout.text, Span(block[-1].end, len(layout.text)))


def _introduction(layout: Layout, number: int, people: Sequence[Span], told: Sequence[Attribution]) -> tuple[Span, Span] | None:
    """Whose the statement below a paragraph is, and the words that say so."""
    while number and _DATED.fullmatch(layout.text, *trimmed(layout.text, layout.paragraphs[number])):
        number -= 1
    paragraph = layout.paragraphs[number]
    if layout.text[paragraph.start] in '"“':
        return None
    heading = _heading(layout, paragraph, people) if number < HEADINGS else None
    return _issues(layout, paragraph, people, told) or heading or _whose(layout, paragraph, people)


def _issues(layout: Layout, paragraph: Span, people: Sequence[Span], told: Sequence[Attribution]) -> tuple[Span, Span] | None:
    """`Sen. Lind issued the following statement`: the last such words of the paragraph and who stands before them."""
    for cue in reversed([Span(*found.span()) for found in _ISSUES.finditer(layout.text, *paragraph)]):
        behind = marks(layout.text, Span(cue.end, paragraph.end))
        if behind and (behind[-1].side == "open" or behind[-1].end >= trimmed(layout.text, paragraph).end):
            return None  # the statement begins in this paragraph
        issuer = _issuer(layout, paragraph, cue, people, told)
        if issuer is not None:
            return issuer, cue
    return None


def _issuer(layout: Layout, paragraph: Span, cue: Span, people: Sequence[Span], told: Sequence[Attribution]) -> Span | None:
    """Whose a statement is: behind `statement by`, else the source that was found, else the pronoun or name before the cue."""
    after = overlapping(people, Span(cue.end, paragraph.end))
    by = [name for name in after if _BY.fullmatch(layout.text, cue.end, name.start)]
    found = [each.source[0] for each in told if each.source and any(map(cue.overlaps, each.cue))]
    if by or found:
        return (by or found)[0]
    sentence = layout.sentence_at(cue.start)
    words = layout.words_in(Span(sentence.start, cue.start))
    if words and lower(words[-1]) in ("he", "she"):
        return words[-1].span
    for whole in (sentence, paragraph):  # a sentence is cut too soon after `(R-Ariz.)`
        before = [name for name in overlapping(people, Span(whole.start, cue.start)) if name.end <= cue.start]
        subject = _subject(layout, whole, before) if before else None
        if subject is not None:
            return subject
    return None


def _subject(layout: Layout, sentence: Span, before: Sequence[Span]) -> Span | None:
    """Of the names before a verb its subject: the first where the sentence begins with it, its title apart, else the last; none
    where that is of somebody else (`a spokesman for Mayor Lind`)."""
    first = layout.words_in(Span(sentence.start, before[0].start))
    if all(word.capitalized or word.text == "." for word in first) and not any(lower(word) in AWAY for word in first):
        return before[0]
    words = layout.words_in(Span(sentence.start, before[-1].start))
    lead = next((word for word in reversed(words) if not (word.capitalized or word.text == ".")), None)
    return None if lead is not None and lower(lead) in AWAY else before[-1]


def _whose(layout: Layout, paragraph: Span, people: Sequence[Span]) -> tuple[Span, Span] | None:
    """`The following is Senator Lind's statement:`, `Here is her statement.`, `Statement of Sen. Lind on the harbor:`."""
    text = layout.text
    start, end = trimmed(text, paragraph)
    presented = _PRESENTS.match(text, start, end) is not None
    if text[end - 1] != ":" and not (presented and end - start <= LONGEST_LINE):
        return None
    for name in reversed(overlapping(people, paragraph)):
        found = _WHOSE.match(text, name.end, paragraph.end) or _OF.search(text, paragraph.start, name.start)
        if found is not None:
            return name, Span(*found.span("cue"))
    hers = _HERS.search(text, *paragraph) if presented else None
    return (Span(*hers.span("whose")), Span(*hers.span("cue"))) if hers is not None else None


def _heading(layout: Layout, paragraph: Span, people: Sequence[Span]) -> tuple[Span, Span] | None:
    """`SEN. LIND ISSUES STATEMENT ON FERRIES`, `STATEMENT BY SEN. LIND`, `SEN. LIND: FERRIES MUST RUN`."""
    text = layout.text
    if _is_sentence(layout, paragraph):
        return None
    for name in overlapping(people, paragraph)[:1]:
        title = layout.words_in(Span(paragraph.start, name.start))
        first = title[0] if title else layout.words_in(name)[0]
        leads = len(title) <= LONGEST_TITLE and not any(lower(word) in AWAY for word in title)
        after = _HEADING.match(text, name.end, paragraph.end) if leads else None
        said = after is not None and (len(after["cue"]) > len("ON") or _is_title(first))
        found = after if said and first.capitalized else _OF.search(text, paragraph.start, name.start)
        if found is not None:
            return name, Span(*found.span("cue"))
    return None


def _alone(layout: Layout, people: Sequence[Span]) -> tuple[Span, Span] | None:
    """Whom the heading of a text names, alone and first, that is a heading and one statement: `Sen. Lind Votes for Ferries`."""
    heading = layout.paragraphs[0]
    names = overlapping(people, heading)
    if (
        len(names) != 1
        or _is_sentence(layout, heading)
        or not all(map(_is_title, layout.words_in(Span(heading.start, names[0].start))))
    ):
        return None
    behind = layout.words_in(Span(names[0].end, heading.end))
    return (names[0], behind[0].span) if behind and behind[0].text.isalpha() else None


def _is_sentence(layout: Layout, paragraph: Span) -> bool:
    """Whether a paragraph ends as a sentence does, and no heading."""
    return layout.text[trimmed(layout.text, paragraph).end - 1] in ".!?"


def _is_title(word: Word) -> bool:
    found = roles().get(lower(word))
    return found is not None and found.kind == "title"
