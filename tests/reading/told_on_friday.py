"""A text's times as lines, in a document of a Friday."""

from onrecord.core.dates import anchor_all
from onrecord.core.evidence import Date, Evidence
from onrecord.core.readings import Time
from onrecord.reading.layout import layout
from onrecord.reading.times import find_times

FRIDAY = Date("2031-03-14", "2031-03-14", "given", (Evidence("2031-03-14", "d", (), "--published"),))


def times_in(text: str) -> tuple[Time, ...]:
    return find_times(layout(text), "d")


def read(text: str, published: Date = FRIDAY) -> list[str]:
    """Each time as a line: words, type, value, mod, interval."""
    lines = []
    for when in anchor_all(times_in(text), published):
        found = when.time
        mod = f" {found.mod}" if found.mod else ""
        lines.append(f"{text[slice(*found.span)]} | {found.type} {when.value}{mod} | {when.earliest} {when.latest}")
    return lines
