"""Who held a known office when: certainly, certainly not, or not known."""

from datetime import date
from typing import Literal

from onrecord.core.evidence import Date
from onrecord.knowledge.packs import KnownOffice

Held = Literal["held", "not held", "unknown"]

BORDER = 31
"""Days around a bound on which nothing is held against print: lists have the days of elections, of oaths or of sessions, and papers
go by any of them."""


def held_on(office: KnownOffice, day: str, listed: str) -> Held:
    """Whether an office was held on an ISO day, by a list that had its holder so on the day `listed`.

    What a list has as still to come is not known: somebody may resign.
    """
    if (office.since and day < office.since) or (office.until and day > office.until):
        return "not held"
    if office.since is None:
        return "held" if office.incumbent and day == listed else "unknown"
    return "held" if day <= listed and (office.until or office.incumbent) else "unknown"


def held_throughout(office: KnownOffice, days: Date, listed: str) -> bool:
    """Whether an office was certainly held on every day of an interval; no open interval is held throughout."""
    return all(day is not None and held_on(office, day, listed) == "held" for day in (days.earliest, days.latest))


def over_before(office: KnownOffice, days: Date, snapshot: str, *, border: int = 0) -> bool:
    """Whether an office had certainly ended, so many days before an interval began, by a list of the day `snapshot`.

    Who is not listed again by then did not stay on, whatever day in the term they left.
    """
    if office.until is None or office.until > snapshot or days.earliest is None:
        return False
    return _between(office.until, days.earliest) > border


def only_after(office: KnownOffice, days: Date, *, border: int = 0) -> bool:
    """Whether an office certainly began so many days after an interval had ended."""
    return office.since is not None and days.latest is not None and _between(days.latest, office.since) > border


def _between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
