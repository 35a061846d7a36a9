"""Where a title in print disagrees with the office that a known person held on that day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.knowledge.packs import KnownOffice
from onrecord.resolution.holding import BORDER, held_throughout, only_after, over_before
from onrecord.resolution.known_people import Known, Listed, contradicts, held_instead, means
from onrecord.resolution.printed_offices import PrintedOffice

Disagreement = Literal["another office", "over", "to come", "not over"]


@dataclass(frozen=True, slots=True)
class OfficeConflict:
    """A printed office and the known ones that it cannot be right beside, each with the row that has it.

    The printed office was never held by then and `another office` was, or it was `over`, was `to come`, or was `not over` though
    print says `former`. `offices` are the known ones of the printed title, `held` those of which nobody holds two that were held.
    """

    printed: PrintedOffice
    kind: Disagreement
    offices: tuple[tuple[KnownOffice, Listed], ...]
    held: tuple[tuple[KnownOffice, Listed], ...]


def office_conflicts(known: Known, offices: Sequence[PrintedOffice]) -> tuple[OfficeConflict, ...]:
    """The conflicts of a known person with what is printed of them, in its order.

    Nothing is held against print within a month of a bound, in a document without a date, where a pack does not have the days, or
    for a title that custom keeps for life.
    """
    return tuple(conflict for printed in offices for conflict in _conflicts(known, printed))


def _conflicts(known: Known, printed: PrintedOffice) -> Iterator[OfficeConflict]:
    such = tuple((office, listed) for office, listed in known.offices() if means(printed, office))
    over = tuple((office, listed) for office, listed in such if over_before(office, printed.published, listed.row.snapshot))
    held = tuple((office, listed) for office, listed in such if held_throughout(office, printed.published, listed.person.listed))
    instead = held_instead(printed, known)
    if contradicts(printed, known):
        yield OfficeConflict(printed, "another office", such, instead)
    elif printed.former and held and not over:
        yield OfficeConflict(printed, "not over", held, instead)
    elif such and not printed.former:
        days = printed.published
        kept = printed.office.title.kept
        if not kept and all(over_before(office, days, listed.row.snapshot, border=BORDER) for office, listed in such):
            yield OfficeConflict(printed, "over", such[-1:], instead)
        elif all(only_after(office, days, border=BORDER) for office, _ in such):
            yield OfficeConflict(printed, "to come", such[:1], instead)
