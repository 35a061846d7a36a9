"""Kinds of file: which source reads a file, by the end of its name."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from onrecord.knowledge.sources import source_table
from onrecord.sources.input import UnreadableError

_TABLE = source_table("kinds")
_KINDS: dict[str, str] = {end: kind for kind, ends in _TABLE["kinds"].items() for end in ends}
_LONGEST_FIRST = sorted(_KINDS, key=lambda end: (-len(end), end))
_OTHER_MATTER = frozenset(_TABLE["other_matter"]["ends"])
_SUFFIX = re.compile(r"\.[0-9]?[a-z][a-z0-9_-]{0,10}")
"""What says a kind; `.2023` or `. Louis stays` at the end of a name says none."""
_MENDS: dict[str, str] = _TABLE["mends"]


def kind_of(name: str) -> str:
    """The key of SOURCES or CONTAINERS for a file of this name. Raises UnreadableError for a kind that is not read."""
    lower = name.lower()
    for end in _LONGEST_FIRST:
        if lower.endswith(end):
            return _KINDS[end]
    suffix = PurePosixPath(lower).suffix
    if not _SUFFIX.fullmatch(suffix):
        return "text"
    mend = _MENDS.get(suffix, "save it as .txt if it is plain text")
    raise UnreadableError(f"files of the kind {suffix} are not read; skipped ({mend})")


def passed_over(others: Mapping[str, int]) -> str:
    """What is told of files that hold no text, counted by the ends of their names."""
    total = sum(others.values())
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
    return f"{total} file{'s that hold' if total > 1 else ' that holds'} no text passed over ({kinds})"


def is_hidden(name: str) -> bool:
    """Whether a file of this name is kept out of sight: by its dot, or as the lock that Word lays beside an open file."""
    return name.startswith((".", "~$"))


def is_other_matter(name: str) -> bool:
    """Whether a file of this name is a picture, sound, program or the like, which nobody would take for a document."""
    return PurePosixPath(name.lower()).suffix in _OTHER_MATTER
