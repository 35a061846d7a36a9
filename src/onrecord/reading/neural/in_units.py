"""Attributions by the units that they stand in, so that what is beside a few words is found without a look at all of them."""

from collections.abc import Iterable, Sequence

from onrecord.core.spans import Span, overlapping_at
from onrecord.reading.attributions import Attribution
from onrecord.reading.units import Unit


class InUnits:
    """Attributions in an order, some of which may be replaced by others; these come last."""

    def __init__(self, units: Sequence[Unit], told: Iterable[Attribution]) -> None:
        self._units = units
        self._spans = [unit.span for unit in units]
        self._told: dict[int, Attribution] = {}
        self._standing_in: dict[int, list[int]] = {}
        self._add(told, 0)

    @property
    def told(self) -> list[Attribution]:
        """All of them."""
        return list(self._told.values())

    def units_at(self, span: Span) -> list[Unit]:
        """The units that share a character with a span."""
        return [self._units[unit] for unit in overlapping_at(self._spans, span)]

    def number_at(self, span: Span) -> int:
        """The number of the first unit that shares a character with a span."""
        return overlapping_at(self._spans, span).start

    def beside(self, span: Span) -> dict[int, Attribution]:
        """Those that have words of their cue or content in the units at a span, by number and in order."""
        numbers = {number for unit in overlapping_at(self._spans, span) for number in self._standing_in.get(unit, ())}
        return {number: self._told[number] for number in sorted(numbers) if number in self._told}

    def replace(self, numbers: Iterable[int], others: Iterable[Attribution]) -> None:
        """Leave out those of these numbers, and add others."""
        following = next(reversed(self._told), -1) + 1
        for number in numbers:
            del self._told[number]
        self._add(others, following)

    def _add(self, told: Iterable[Attribution], following: int) -> None:
        for number, each in enumerate(told, following):
            self._told[number] = each
            for unit in {unit for span in (*each.cue, *each.content) for unit in overlapping_at(self._spans, span)}:
                self._standing_in.setdefault(unit, []).append(number)
