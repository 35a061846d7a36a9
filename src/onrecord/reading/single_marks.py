"""Single quotation marks (`‘We waited,’ said Lind. 'Why?'`), told from apostrophes; they quote where a text speaks in them.

A text whose own mark is the double one has single marks within quotations, in headlines and around odd words: those are left.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.core.spans import Span

_OPENING = re.compile(r"(?<![\w.,;:!?'‘’])['‘](?=[^\s'‘’])")
_CLOSING = re.compile(r"(?<=[^\s'‘])['’](?!['’\w])")
_ELIDED = re.compile(r"['‘](?:em|til|till|cause|cos|tis|twas|twere|n|bout|round|neath|cept|\d0s|\d\d)\b", re.IGNORECASE)
"""What an apostrophe begins: `'em`, `'til`, `'90s`, `'26`."""

_ENDS_SPEECH = frozenset(",.?!…—–")
_AFTER_CLOSING = frozenset(".,;:?!)]")
_POSSESSIVE = re.compile(r"(?:s|in|o)\Z", re.IGNORECASE)
"""How a word ends that an apostrophe may follow: `the boys' room`, `goin' home`."""

FEWEST_WORDS = 3
"""Words that single marks with a comma or a full stop before the second stand around at least, to be somebody's speech."""


class SingleQuotation(NamedTuple):
    """Words in single marks, and whether the second mark is there."""

    span: Span
    closed: bool


def single_quotations(text: str, paragraphs: Sequence[Span], doubled: Sequence[Span]) -> tuple[SingleQuotation, ...]:
    """The quotations in single marks, in order, where more of the text's speech stands in those than in double ones; else none.

    `doubled` are the quotations in double marks; of one that holds another the outer is a quotation.
    """
    if "'" not in text and "‘" not in text:
        return ()
    found = [each for paragraph in paragraphs for each in _in_paragraph(text, paragraph)]
    outer = [each for each in found if not any(each.span.within(span) for span in doubled)]
    spoken = sum(_is_speech(text, each) for each in outer)
    others = sum(not any(span.overlaps(each.span) for each in outer) for span in doubled)
    return tuple(outer) if spoken > others else ()


def _is_speech(text: str, each: SingleQuotation) -> bool:
    return each.closed and text[each.span.end - 2] in _ENDS_SPEECH and len(text[slice(*each.span)].split()) >= FEWEST_WORDS


def _in_paragraph(text: str, paragraph: Span) -> Iterator[SingleQuotation]:
    openings = [found.start() for found in _OPENING.finditer(text, *paragraph) if not _ELIDED.match(text, found.start())]
    closings = [found.start() for found in _CLOSING.finditer(text, *paragraph)]
    ending = [mark for mark in closings if text[mark - 1] in _ENDS_SPEECH]
    floor = paragraph.start
    for at, start in enumerate(openings):
        if start < floor:
            continue
        limit = openings[at + 1] if at + 1 < len(openings) else paragraph.end
        before = closings[bisect_left(closings, start + 1) : bisect_left(closings, limit)]
        end = _closing(text, before, _first_from(ending, limit))
        if end is not None:
            yield SingleQuotation(Span(start, end), closed=True)
        elif limit == paragraph.end and _begins_speech(text, paragraph, start):
            yield SingleQuotation(Span(start, paragraph.end), closed=False)
        floor = floor if end is None else end


def _first_from(marks: Sequence[int], start: int) -> Sequence[int]:
    at = bisect_left(marks, start)
    return marks[at : at + 1]


def _begins_speech(text: str, paragraph: Span, mark: int) -> bool:
    """Whether a mark that nothing closes may open words that go on in the next paragraph."""
    before = text[paragraph.start : mark].rstrip()
    return (not before or before[-1] in ".!?:,") and text[mark + 1].isupper()


def _closing(text: str, before: Sequence[int], within: Sequence[int]) -> int | None:
    """Where the quotation ends that a mark opens: past the first mark that can only close it, before another opens; else past the
    first that might be an apostrophe; else past the first beyond what opens within it."""
    sure = next((mark for mark in before if not _may_be_apostrophe(text, mark)), None)
    if sure is None:
        sure = next(iter((*before[:1], *within)), None)
    return None if sure is None else sure + 1


def _may_be_apostrophe(text: str, mark: int) -> bool:
    if text[mark - 1] in _ENDS_SPEECH or text[mark + 1 : mark + 2] in _AFTER_CLOSING:
        return False
    return _POSSESSIVE.search(text[max(0, mark - 4) : mark]) is not None
