"""Told within a quotation: it leaves that whole to whoever is quoted (`“I called, and he said it was shut,” Lind said`).

A network that gives each word one label has either the inner attribution or all of the outer content, never both.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.core.spans import Span, overlapping
from onrecord.reading.quotations import Quotation, quotations_at


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


def taken_from(told: Sequence[Told], quotations: Sequence[Quotation]) -> list[list[Span]]:
    """For each attribution the spans over which its contents are not to be extended, in order: what stands in the quotations that
    they touch, but for what is told within one of them. What a network found does not overlap."""
    owners: dict[Span, list[Told]] = {}
    for each in told:
        for span in each.spans:
            owners.setdefault(span, []).append(each)
    pieces = sorted(owners)
    return [_taken(each, quotations, pieces, owners) for each in told]


def _taken(
    its_own: Told, quotations: Sequence[Quotation], pieces: Sequence[Span], owners: Mapping[Span, Sequence[Told]]
) -> list[Span]:
    touched = [quotation for content in its_own.content for quotation in quotations_at(quotations, content)]
    around = [each.span for each in touched if each.opened and each.closed and not its_own.cued_in(each.span)]
    near = sorted({piece for quotation in touched for piece in overlapping(pieces, quotation.span)})
    within = set(its_own.content)
    return [
        piece
        for piece in near
        if not (piece in within and any(map(piece.within, around)))
        and not all(other is not its_own and any(map(other.cued_in, around)) for other in owners[piece])
    ]
