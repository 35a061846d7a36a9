"""Quotation marks put back: a network finds words, and the marks around them follow from the text."""

from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.reading.quotations import Quotation


def mended(text: str, content: Span, quotations: Sequence[Quotation], taken: Sequence[Span]) -> Span:
    """The content with the marks beside it, and with all of each quotation that it begins or ends in.

    `taken` are the spans of sources, cues and other contents, over which nothing is extended.
    """
    start, end = content
    for quotation in quotations:
        if quotation.opened and quotation.span.start < start < quotation.span.end:
            start = _first(text, Span(quotation.span.start, start), taken)
        if quotation.closed and quotation.span.start < end < quotation.span.end:
            end = _last(text, Span(end, quotation.span.end), taken)
    return Span(start, end)


def _first(text: str, missing: Span, taken: Sequence[Span]) -> int:
    """Where the content begins with what is missing before it added: all of it where that is free, else nothing."""
    return missing.start if _free(text, missing, taken) else missing.end


def _last(text: str, missing: Span, taken: Sequence[Span]) -> int:
    return missing.end if _free(text, missing, taken) else missing.start


def _free(text: str, missing: Span, taken: Sequence[Span]) -> bool:
    """Whether no other piece stands in the span, or nothing but marks does."""
    return not any(missing.overlaps(span) for span in taken) or not any(map(str.isalnum, text[slice(*missing)]))
