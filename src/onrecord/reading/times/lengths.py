"""Builders of durations and sets."""

from onrecord.knowledge.times import time_words
from onrecord.reading.times.drafts import Draft
from onrecord.reading.times.groups import YEARS_IN, Builder, Groups, amount_in, counting, number_and_a_half_in, number_in, word_in

_HALF_UNITS = {"minute": "30S", "hour": "30M", "day": "T12H", "year": "6M", "month": "15D"}


_LONG = ("month", "quarter", "year", "decade")


def _measure(groups: Groups, name: str) -> str:
    """The TIMEX3 value of so many units: `P3Y`, `PT36H`, `PXM`, `P2Y6M`; decades and centuries that are counted are years."""
    words = time_words()
    number = number_in(groups, name)
    unit = words.units[word_in(groups, "units")]
    letters = words.letters[unit]
    if number is not None and unit in YEARS_IN and not word_in(groups, name).startswith("half"):
        return f"P{number * YEARS_IN[unit]}Y"
    if parts := _fraction(groups, name, unit):
        return parts
    if word_in(groups, name).startswith("half"):
        return {"TH": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}.get(letters, "")
    clock, letter = letters[:-1] if letters.startswith("T") else "", letters.removeprefix("T")
    return f"P{clock}{'X' if number is None else number}{letter}"


def _fraction(groups: Groups, name: str, unit: str) -> str:
    """The value of units and a half (`2 1/2 years`, `a year and a half`, `1.5 hours`), or "" where the number is whole."""
    words = time_words()
    number = number_and_a_half_in(groups, name)
    if number is None:
        return ""
    letters = words.letters[unit]
    clock, letter = ("T", letters[1:]) if letters.startswith("T") else ("", letters)
    return f"P{clock}{number}{letter}{_HALF_UNITS[unit]}" if unit in _HALF_UNITS else f"P{clock}{number}.5{letter}"


def duration(groups: Groups) -> Draft | None:
    """So many units, or several where no number is printed."""
    value = _measure({"count": "several", **groups}, "count")
    return Draft("DURATION", value, mod=amount_in(groups, 0)) if value else None


def _single(groups: Groups) -> Draft | None:
    return duration({"count": "one", **groups})


def _stretch(groups: Groups) -> Draft | None:
    """A length up to now or from now on; a single long unit (`the past year`) is the one before this and what has gone by of it."""
    past = time_words().which[word_in(groups, "stretch")] < 0
    unit = word_in(groups, "units")
    if "count" not in groups and unit in _LONG:
        return Draft("DATE", "", counting(unit), -1 if past else 1, "past" if past else "future")
    several = unit not in time_words().letters
    value = _measure({"count": "several" if several else "one", **groups}, "count")
    return Draft("DURATION", value, direction="past" if past else "future", mod=amount_in(groups, 0))


def _vague(groups: Groups) -> Draft | None:
    """Units of no number near now: `recent years` and `coming quarters` of no length, `the coming months` of an open one."""
    if "bare" in groups:
        return Draft("DATE", "FUTURE_REF")
    reference = time_words().nearness.get(word_in(groups, "nearness"))
    if reference:
        return Draft("DATE", reference)
    return Draft("DURATION", _measure({**groups, "count": "several"}, "count"), direction="future")


def _set(groups: Groups) -> Draft | None:
    value = _measure({"count": "two" if "other" in groups else "one", **groups}, "count")
    return Draft("SET", value, quant="EVERY")


def _each(groups: Groups) -> Draft | None:
    """Each of a month or season: every July, each spring."""
    words = time_words()
    part = f"{words.months[word_in(groups, 'month')]:02d}" if "month" in groups else words.seasons[word_in(groups, "season")]
    return Draft("SET", f"XXXX-{part}", quant="EVERY")


def _adverb(groups: Groups) -> Draft | None:
    return Draft("SET", time_words().adverbs[word_in(groups, "adverb")], quant="EVERY")


BUILDERS: dict[str, Builder] = {
    "vague": _vague,
    "each": _each,
    "single": _single,
    "stretch": _stretch,
    "duration": duration,
    "set": _set,
    "adverb": _adverb,
}
