"""Told within a quotation: it leaves that whole to whoever is quoted (`“I called, and he said it was shut,” Lind said`).

A network that gives each word one label has either the inner attribution or all of the outer content, never both.
"""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.core.spans import Span


class Told(NamedTuple):
    """The spans of an attribution as a network found them."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """All of them."""
        return (*self.source, *self.cue, *self.content)

    def cued_in(self, quotation: Span) -> bool:
        """Whether it is told within the quotation."""
        return any(cue.within(quotation) for cue in self.cue)


def taken_from(told: Sequence[Told], quotations: Sequence[Span]) -> list[list[Span]]:
    """For each attribution the spans over which its contents are not to be extended: all but what the quotations hold that it
    is not told in itself. `quotations` are those with both marks."""
    return [_taken(number, told, quotations) for number in range(len(told))]


def _taken(number: int, told: Sequence[Told], quotations: Sequence[Span]) -> list[Span]:
    its_own = told[number]
    around = [span for span in quotations if not its_own.cued_in(span) and any(map(span.overlaps, its_own.content))]
    within = {at for at, other in enumerate(told) if at != number and any(map(other.cued_in, around))}
    others = [span for at, other in enumerate(told) if at not in within and at != number for span in other.spans]
    loose = [span for span in its_own.content if not any(map(span.within, around))]
    return [*its_own.source, *its_own.cue, *loose, *others]
