"""Quotation marks put back: a network finds words, and the marks around them follow from the text."""

import re
from collections.abc import Sequence

from onrecord.core.spans import Span, overlapping
from onrecord.reading.quotations import Quotation, quotations_at


def mended(text: str, content: Span, quotations: Sequence[Quotation], taken: Sequence[Span], cues: Sequence[Span] = ()) -> Span:
    """The content with the marks beside it, and with all of each quotation that it begins or ends in.

    `taken` is where sources, cues and other contents stand, in order and apart, over which nothing is extended. Where the mark of
    a quotation is missing only punctuation is added on that side, since how far it runs is a guess, unless the next paragraph opens
    it again and no cue of the content's (`cues`) stands within it.
    """
    start, end = content
    for quotation in quotations_at(quotations, content):
        first, last = quotation.span
        if first < start < last and _may_add(text, Span(first, start), taken, sure=quotation.opened):
            start = first
        goes_on = _goes_on(text, last) and not any(cue.within(quotation.span) for cue in cues)
        if first < end < last and _may_add(text, Span(end, last), taken, sure=quotation.closed or goes_on):
            end = last
    return _unbracketed(text, Span(start, end))


def _unbracketed(text: str, content: Span) -> Span:
    """The content without a bracket at its edge whose other half is not in it."""
    words = text[slice(*content)]
    start = content.start + (words.startswith("(") and ")" not in words)
    end = content.end - (words.endswith(")") and "(" not in words)
    return Span(start, end)


_OPENED_AGAIN = re.compile(r"[^\S\n]*\n\s*[\"“]")


def _goes_on(text: str, end: int) -> bool:
    """Whether a quotation that ends without a mark is opened again by the next paragraph."""
    return _OPENED_AGAIN.match(text, end) is not None


def _may_add(text: str, missing: Span, taken: Sequence[Span], *, sure: bool) -> bool:
    words = any(map(str.isalnum, text[slice(*missing)]))
    return not words or (sure and not overlapping(taken, missing))
