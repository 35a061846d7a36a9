"""Ages in print beside persons' names: `Ida Quill, 61,`, `Ida Quill (61)`, `61-year-old Ida Quill`."""

import re
from collections.abc import Iterable

from onrecord.core.spans import Span

_AFTER = re.compile(r"\s?,\s(\d{1,3})(?=\s?[,.;:)—-]|\sand\b)|\s\((\d{1,3})\)")
_BEFORE = re.compile(r"(\d{1,3})[-‐‑]year[-‐‑]old\s(?:\w+\s){0,2}\Z")
_BACK = 48
"""Characters before a name in which its age may stand."""


def ages(text: str, names: Iterable[Span]) -> frozenset[str]:
    """The ages, in digits, that stand beside a person's names at these spans."""
    found: set[str] = set()
    for name in names:
        if (after := _AFTER.match(text, name.end)) is not None:
            found.add(after[1] or after[2])
        if (before := _BEFORE.search(text[max(0, name.start - _BACK) : name.start])) is not None:
            found.add(before[1])
    return frozenset(found)
