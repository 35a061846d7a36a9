"""The day of publication where a text prints it: at its head, on a line of its own or in a dateline."""

import re

from onrecord.core.spans import Span
from onrecord.sources.days import PRINTED, Days, parse_days

_HEAD_LINES = 4
"""Lines, blank ones aside, among which a printed day is the day of publication rather than one the story tells of."""
_DATELINE = re.compile(
    rf"\s*(?:[A-Z][\w.'’-]*+,? +){{1,6}}?\(?(?P<date>(?i:{PRINTED.pattern}))\s*\)?\s*(?:\([^)\n]{{1,30}}\)\s*)?[-–—:]"
)
"""`MARLOW, Ohio (Sept. 20, 2023) —`: capitalized words, a day in full, a dash."""


def printed_date(text: str) -> Span | None:
    """The day printed in full at the head of a text, on a line of its own or in a dateline, as a span; None if there is none.

    A line that a label with a colon stands above (`When:`) is not the day of publication.
    """
    above, start, seen = "", 0, 0
    while start < len(text) and seen < _HEAD_LINES:
        found = text.find("\n", start)
        end = found if found >= 0 else len(text)
        line = text[start:end]
        if line.strip():
            span = None if above.endswith(":") else _date_in(line)
            if span:
                return Span(start + span.start, start + span.end)
            above, seen = line.rstrip(), seen + 1
        start = end + 1
    return None


def _date_in(line: str) -> Span | None:
    whole = line.strip()
    days = parse_days(whole)
    if isinstance(days, Days):
        start = line.index(whole)
        return Span(start, start + len(whole)) if days.earliest == days.latest else None
    found = _DATELINE.match(line[:200])
    if found and isinstance(parse_days(found["date"]), Days):
        return Span(*found.span("date"))
    return None
