"""Times of a company's figures: `a year earlier` beside the figures of a quarter is that quarter of the year before."""

import re

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout
from onrecord.reading.times.drafts import Draft

QUARTER_BEFORE = Draft("DATE", "", "quarter", -5)
"""The quarter a year before the one that ended last, which is the one that figures are published of."""

_FIGURES = re.compile(r"[$€£#%]|\b(?:million|billion|cents|percent|dollars)\b", re.IGNORECASE)

_BESIDE = 150
"""Code points on either side of a time within which its figures stand."""


def beside_figures(layout: Layout, span: Span) -> bool:
    """Whether figures stand in the sentence of a time, near it."""
    sentence = layout.sentence_at(span.start)
    start, end = max(sentence.start, span.start - _BESIDE), min(sentence.end, span.end + _BESIDE)
    return _FIGURES.search(layout.text, start, end) is not None


def is_year_before(draft: Draft) -> bool:
    """Whether a draft is `a year ago` or `a year earlier`."""
    return draft.unit == "year" and draft.offset == -1 and draft.ago and not draft.mod


def is_quarter(draft: Draft) -> bool:
    """Whether a draft is a quarter of some year."""
    return draft.unit == "quarter" or re.search(r"-Q\d$", draft.value) is not None


def is_longer(draft: Draft) -> bool:
    """Whether a draft is another period that figures may be of: nine months, a year."""
    return draft.type == "DURATION" and re.fullmatch(r"P\d+[MY]", draft.value) is not None
