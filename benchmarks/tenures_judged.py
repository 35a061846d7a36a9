"""Tenures that documents give, judged by the offices of a known person: right, wrong, or not judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.core.evidence import Date
from onrecord.core.items import TenureItem
from onrecord.knowledge.pack_titles import OfficeTitle, alone_in_packs, office_titles
from onrecord.resolution.holding import BORDER
from onrecord.resolution.known_people import Known

Judgement = Literal["right", "wrong", "not judged"]

FOR_EVER = "9999-12-31"

BETWEEN_TERMS = 92
"""Days between two terms that are one stint whatever the district or party: before 2009 terms end when Congress adjourned."""


@dataclass(frozen=True, slots=True)
class Stint:
    """Days in an office as the gazetteer has them.

    Held up to `known` for certain and not after `until`, FOR_EVER where the gazetteer does not know the end.
    """

    role: str
    since: str
    known: str
    until: str


def judged_tenure(tenure: TenureItem, known: Known) -> tuple[Judgement, str]:
    """Right where a stint of the gazetteer fits all that the tenure says of when; wrong where none does, with what is amiss.

    Not judged where the gazetteer does not have such an office and none that excludes it. A month is granted at each bound.
    """
    title = office_titles().get(tenure.role)
    if title is None:
        return "not judged", ""
    stints = list(stints_of(known, title))
    amiss = [_amiss(tenure, stint) for stint in stints]
    if stints:
        return ("right", "") if "" in amiss else ("wrong", amiss[-1])
    others = [stint for stint in all_stints(known) if stint.role in alone_in_packs()]
    if title.alone and any(not _amiss(tenure, stint) for stint in others if _told(tenure)):
        return "wrong", "another office then"
    return "not judged", ""


def _told(tenure: TenureItem) -> bool:
    """Whether the tenure says of some day that it was held on it."""
    return tenure.from_.latest is not None and tenure.to.earliest is not None


def _amiss(tenure: TenureItem, stint: Stint) -> str:
    """In which way the tenure's bounds are not the stint's, "" where they may be."""
    if _before(tenure.from_.latest, stint.since):
        return "held before it began"
    if _before(stint.until, tenure.to.earliest):
        return "held after it was over"
    if _before(stint.since, tenure.from_.earliest):
        return "began later than it did"
    if _before(tenure.to.latest, stint.known):
        return "over before it was"
    return ""


def _before(one: str | None, other: str | None) -> bool:
    """Whether a day is more than a month before another; not where either is not known."""
    return one is not None and other is not None and (date.fromisoformat(other) - date.fromisoformat(one)).days > BORDER


def stints_of(known: Known, title: OfficeTitle) -> Iterator[Stint]:
    """The stints in offices of a title, those of several districts or parties as one."""
    return (stint for stint in all_stints(known) if stint.role in title.roles)


def all_stints(known: Known) -> Sequence[Stint]:
    """All stints, in order of role and day."""
    found: list[Stint] = []
    offices = [(office, listed) for office, listed in known.offices() if office.since]
    for office, listed in sorted(offices, key=lambda one: (one[0].role, one[0].since or "")):
        day, since = listed.person.listed, office.since or ""
        until = office.until if office.until and office.until <= listed.row.snapshot else FOR_EVER
        held = max(since, min(until, day)) if office.until or office.incumbent else since
        before = found[-1] if found and found[-1].role == office.role else None
        if before and _gap(before.until, since) <= BETWEEN_TERMS:
            found[-1] = Stint(office.role, before.since, max(before.known, held), until)
        else:
            found.append(Stint(office.role, since, held, until))
    return found


def _gap(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def days_told(tenure: TenureItem) -> str:
    """What a tenure says of its days: `2013-01-03/2016-02-01 to 2016-09-01/…`."""
    return f"{_interval(tenure.from_)} to {_interval(tenure.to)}"


def _interval(day: Date) -> str:
    return f"{day.earliest or '…'}/{day.latest or '…'}"
