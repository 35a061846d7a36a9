"""What the groups of a rule's match say: words, numbers, mods and units."""

import re
from collections.abc import Callable, Mapping

from onrecord.knowledge.times import time_words
from onrecord.reading.times.drafts import Draft, Unit

Groups = Mapping[str, str]
"""A match's groups by name, as they are printed; those that matched nothing are left out."""

Builder = Callable[[Groups], Draft | None]

UNITS: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}
"""The units that days are counted by, but for those that are so many years."""

YEARS_IN = {"decade": 10, "century": 100}


def word_in(groups: Groups, name: str) -> str:
    """A group in lower case, white space made one blank, without a final full stop; "" where it matched nothing."""
    return " ".join(groups.get(name, "").lower().split()).rstrip(".")


def mod_in(groups: Groups) -> str:
    """The TIMEX3 mod that a word before a period gives it, or ""."""
    words = time_words()
    if "fuzz" in groups:
        return words.fuzz[word_in(groups, "fuzz")][0]
    return words.edges[word_in(groups, "edge")] if "edge" in groups else ""


def number_in(groups: Groups, name: str) -> int | None:
    """The number printed, 1 for `a`, None for `several` and the like."""
    word = word_in(groups, name)
    if word in ("a", "an"):
        return 1
    digits = word.replace(",", "")
    return int(digits) if digits.isdecimal() else time_words().numbers.get(word)


def number_and_a_half_in(groups: Groups, name: str) -> int | None:
    """The whole number before a half (`2 1/2`, `2.5`, `two and a half`), None where there is no half or no number."""
    found = re.fullmatch(r"(\d+)(?: 1/2|\.5)", word_in(groups, name))
    return int(found[1]) if found else number_in(groups, name) if "and_a_half" in groups else None


def amount_in(groups: Groups, which: int) -> str:
    """The TIMEX3 mod of a duration (0) or of a day so long ago (1) that `about` and the like give, or ""."""
    return time_words().amounts[word_in(groups, "amount")][which] if "amount" in groups else ""


def counting(unit: str) -> Unit:
    """The unit that a word for a period counts by."""
    return "decade" if unit == "decade" else "century" if unit == "century" else UNITS[unit]
