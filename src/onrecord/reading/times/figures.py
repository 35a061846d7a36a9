"""Times of a company's figures: `a year earlier` beside the figures of a quarter is that quarter of the year before."""

import re
from dataclasses import dataclass, replace

from onrecord.core.spans import Span
from onrecord.reading.layout import Layout
from onrecord.reading.times.drafts import Draft, Told

_FIGURES = re.compile(r"[$€£#%]|\b(?:million|billion|cents|percent|dollars)\b", re.IGNORECASE)

_BESIDE = 150
"""Code points on either side of a time within which its figures stand."""

_QUARTERS_A_YEAR = 4


@dataclass(slots=True)
class Figures:
    """The period that the figures of a text are of, as far as it has been read."""

    quarter: Told | None = None
    """The quarter that the text reports on: the first it tells of, but for those to come and of a year before."""
    longer: bool = False
    """Whether another period has been told since: nine months, a year."""

    def applied(self, layout: Layout, one: Told) -> Told:
        """A time as it is meant beside figures; others as they are."""
        draft = self._applied(layout, one)
        return one if draft is None else replace(one, draft=draft)

    def _applied(self, layout: Layout, one: Told) -> Draft | None:
        draft, quarter = one.draft, self.quarter
        if draft.figures == "year before" and self.longer:
            return Draft("DATE", "", "year", -1)
        if quarter is None:
            return None
        if draft.figures == "year" and not self.longer:
            part = re.fullmatch(r"XXXX-(Q\d)", quarter.draft.value)
            return replace(draft, value=f"{draft.value}-{part[1]}") if part else None
        if draft.figures == "period":
            return Draft("DATE", "", "quarter", counted_from=quarter.span)
        beside = not self.longer and is_year_before(draft) and _beside_quarter(layout, one.span, quarter.span)
        if draft.figures == "year before" or beside:
            return Draft("DATE", "", "quarter", -_QUARTERS_A_YEAR, counted_from=quarter.span)
        return None

    def told(self, one: Told) -> None:
        """Take note of a time."""
        draft = one.draft
        if _is_longer(draft):
            self.longer = True
        elif _is_quarter(draft):
            self.longer = False
            if self.quarter is None and _is_reported(draft):
                self.quarter = one


def beside_figures(layout: Layout, span: Span) -> bool:
    """Whether figures stand in the sentence of a time, near it."""
    sentence = layout.sentence_at(span.start)
    start, end = max(sentence.start, span.start - _BESIDE), min(sentence.end, span.end + _BESIDE)
    return _FIGURES.search(layout.text, start, end) is not None


def _beside_quarter(layout: Layout, span: Span, quarter: Span) -> bool:
    return beside_figures(layout, span) or layout.sentence_at(span.start) == layout.sentence_at(quarter.start)


def is_year_before(draft: Draft) -> bool:
    """Whether a draft is `a year ago` or `a year earlier`."""
    return draft.unit == "year" and draft.offset == -1 and draft.ago and not draft.mod


def _is_quarter(draft: Draft) -> bool:
    return draft.unit == "quarter" or re.search(r"-Q\d$", draft.value) is not None


def _is_reported(draft: Draft) -> bool:
    """Whether a quarter is one that a text may report on: named without a year, or the one that ended last."""
    if draft.counted_from or draft.direction == "future":
        return False
    return (not draft.unit and draft.value.startswith("XXXX-Q")) or (draft.unit == "quarter" and draft.offset == -1)


def _is_longer(draft: Draft) -> bool:
    """Whether a draft is another period that figures may be of: nine months, a year."""
    return draft.type == "DURATION" and re.fullmatch(r"P\d+[MY]", draft.value) is not None
