"""Acronyms and their expansions, printed together: `Harbor Workers United (HWU)`."""

import re
from functools import lru_cache

from onrecord.core.names import fold
from onrecord.core.spans import Span

_AFTER = re.compile(r"\s*\(\s*[\"“']?([A-Z][A-Za-z&.]{1,9})[\"”']?\s*\)")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&.]{1,9}")


def acronym_after(text: str, span: Span) -> str:
    """The acronym in brackets right after an organization's name, if it stands for that name, else ""."""
    found = _AFTER.match(text, span.end)
    return found.group(1) if found and stands_for(found.group(1), text[slice(*span)]) else ""


@lru_cache(maxsize=1 << 16)
def is_acronym(name: str) -> bool:
    """Whether a printed name looks like one: up to ten letters without a space, two of them or more in upper case."""
    return _ACRONYM.fullmatch(name) is not None and sum(letter.isupper() for letter in name) > 1


def stands_for(acronym: str, expansion: str) -> bool:
    """Whether the acronym's letters stand in the expansion in order, each found from the end, the first beginning a word.

    A word of the expansion (`PAC`) never does.

    The algorithm of Schwartz and Hearst 2003, A simple algorithm for identifying abbreviation definitions in biomedical text.
    """
    letters = [letter for letter in fold(acronym) if letter.isalnum()]
    words = fold(expansion)
    if fold(acronym) in words.split():
        return False
    at = len(words)
    for letter in reversed(letters[1:]):
        at = words.rfind(letter, 0, at)
        if at < 0:
            return False
    starts = [place for place in range(at) if words[place] == letters[0] and (place == 0 or words[place - 1] == " ")]
    return len(words.split()) > 1 and bool(starts)
