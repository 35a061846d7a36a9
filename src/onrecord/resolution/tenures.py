"""Tenures: who held which office, from when to when, from all that a pile of documents says of one person."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.core.calendar import shifted
from onrecord.core.evidence import UNKNOWN_DATE, Date, Evidence
from onrecord.core.resolved import OfficeTold, Tenure
from onrecord.resolution.office_groups import Office, offices_of
from onrecord.resolution.stints import PAST, Gap, Point, Stint, stints_of

ELECTED_BEFORE = 366
"""Days within which whoever is elected takes office, at the latest: `elected in 2020` began in 2020 or 2021."""


def tenures_of(person: str, told: Sequence[OfficeTold]) -> tuple[Tenure, ...]:
    """The tenures of one person, in order of id; whatever the order of the mentions.

    One known only from titles in print began by the first of them and ended no earlier than the last: one tenure, unless something
    says that it was over in between. Stated days hold before what follows from print; one that contradicts print is left aside.
    What rests on quoted titles alone is none. `organization` in `told` is an entity's id.
    """
    found = [tenure for office in offices_of(told) for tenure in _tenures(person, office)]
    return tuple(sorted(found, key=lambda tenure: tenure.id))


def _tenures(person: str, office: Office) -> Iterator[Tenure]:
    stints, gaps = stints_of(office.mentions)
    for stint in stints:
        mentions = _mentions(stint)
        if all(one.tells == "names" or (one.courtesy and one.tells == "served") for one in mentions):
            continue
        yield Tenure(
            min(one.mention for one in mentions),
            person,
            office.role,
            office.organization,
            office.post,
            *_in_order(_began(stint, gaps), _ended(stint, gaps)),
            tuple(sorted((one.words for one in mentions), key=lambda words: (words.document, words.spans))),
        )


def _in_order(began: Date, ended: Date) -> tuple[Date, Date]:
    """Both dates, with a first day that contradicts a last one left open: print that contradicts itself bounds nothing."""
    if began.earliest and min(began.latest or began.earliest, ended.latest or began.earliest) < began.earliest:
        began = replace(began, earliest=None)
    if ended.earliest and ended.latest and ended.latest < ended.earliest:
        ended = replace(ended, earliest=None)
    return began, ended


def _mentions(stint: Stint) -> list[OfficeTold]:
    found = {one.mention: one for one in (*(point.mention for point in stint.points), *stint.others)}
    return [found[mention] for mention in sorted(found)]


def _held(stint: Stint) -> list[Point]:
    return [point for point in stint.points if point.kind == "held"]


def _began(stint: Stint, gaps: Sequence[Gap]) -> Date:
    """Between which days it began: stated, else after an election, else after the gap before it and by its first words in print."""
    first = min(
        (point.date for point in stint.points if point.kind in ("held", "ended") and point.date.latest),
        key=_latest,
        default=_over(stint),
    )
    by = first.latest
    stated = [point.date for point in stint.points if point.kind == "began" and not _after(point.date, by)]
    stated += [
        one.since for one in stint.others if one.tells == "names" and one.since and _held(stint) and not _after(one.since, by)
    ]
    if stated:
        return _narrowest(stated)
    elected = [point.date for point in stint.points if point.kind == "elected" and not _after(point.date, by)]
    if elected:
        day = _narrowest(elected)
        return Date(day.earliest, _least(by, _days_on(day.latest)), "inferred", day.evidence)
    before = _gap_before(stint, gaps)
    if before.earliest is None and by is None:
        return UNKNOWN_DATE
    return Date(before.earliest, by, "inferred", _together(before, first))


def _ended(stint: Stint, gaps: Sequence[Gap]) -> Date:
    """Between which days it ended: stated, else after its last words in print and by the first that call it past."""
    last = max((point.date for point in _in_office(stint) if point.date.earliest), key=_earliest, default=UNKNOWN_DATE)
    since = last.earliest
    stated = [point.date for point in stint.points if point.kind == "ended" and not _before(point.date, since)]
    firm = max((point.earliest for point in _in_office(stint) if _names_its_seat(point)), default=None)
    planned = [point.date for point in stint.points if point.kind == "planned" and not _before(point.date, firm)]
    if stated or planned:
        day = _narrowest(stated or planned)
        by = since if stated else firm
        return replace(day, earliest=by) if by and (day.earliest or "") < by <= (day.latest or by) else day
    over = _gap_after(since, gaps) if since else _over(stint)
    if since is None and over.latest is None:
        return UNKNOWN_DATE
    return Date(_least(since, over.latest) if since else None, over.latest, "inferred", _together(last, over))


def _in_office(stint: Stint) -> list[Point]:
    return [point for point in stint.points if point.kind in ("held", "began", "elected")]


def _names_its_seat(point: Point) -> bool:
    """Whether what is told at a point is more than a bare title, as stories also give to those who have left since."""
    return bool(point.mention.organization or point.mention.post)


def _over(stint: Stint) -> Date:
    """The first day by which something says that it was over, for a stint that nothing dates; its earliest is open."""
    past = [one.published for one in _mentions(stint) if one.tells in PAST and one.published.latest]
    first = min(past, key=_latest, default=UNKNOWN_DATE)
    return Date(None, first.latest, "inferred", first.evidence) if first.latest else UNKNOWN_DATE


def _gap_after(day: str, gaps: Sequence[Gap]) -> Date:
    """The first day from another on by which something says that the office was no longer held; its earliest is open."""
    later = [gap.date for gap in gaps if gap.after and gap.date.latest and (gap.date.earliest or "") >= day]
    first = min(later, key=_latest, default=UNKNOWN_DATE)
    return Date(None, first.latest, "inferred", first.evidence) if first.latest else UNKNOWN_DATE


def _gap_before(stint: Stint, gaps: Sequence[Gap]) -> Date:
    """The last gap before a stint's first point, which began after that; that of a stint still to come is the day it is told."""
    first = min((point.latest for point in stint.points if point.kind != "planned"), default=None)
    coming = {one.mention for one in stint.others if one.tells == "will_begin"}
    dated = [gap for gap in gaps if gap.date.earliest and gap.date.latest]
    before = [
        gap.date
        for gap in dated
        if (first is None and gap.mention.mention in coming) or (first and (gap.date.latest or "") < first)
    ]
    return max(before, key=_earliest, default=UNKNOWN_DATE)


def _earliest(day: Date) -> tuple[str, str, list[str]]:
    return day.earliest or "", day.latest or "", [one.document for one in day.evidence]


def _latest(day: Date) -> tuple[str, str, list[str]]:
    return day.latest or "", day.earliest or "", [one.document for one in day.evidence]


def _together(one: Date, other: Date) -> tuple[Evidence, ...]:
    """The evidence of both, each once."""
    return tuple(dict.fromkeys((*one.evidence, *other.evidence)))


def _narrowest(dates: Sequence[Date]) -> Date:
    """The date with the fewest days that it may be, of equals the earliest."""
    return min(dates, key=lambda day: (_length(day), _earliest(day)))


def _length(day: Date) -> int:
    if day.earliest is None or day.latest is None:
        return date.max.toordinal()
    return date.fromisoformat(day.latest).toordinal() - date.fromisoformat(day.earliest).toordinal()


def _after(day: Date, by: str | None) -> bool:
    return by is not None and day.earliest is not None and day.earliest > by


def _before(day: Date, since: str | None) -> bool:
    return since is not None and day.latest is not None and day.latest < since


def _least(*days: str | None) -> str | None:
    return min((day for day in days if day), default=None)


def _days_on(day: str | None) -> str | None:
    later = shifted(date.fromisoformat(day), ELECTED_BEFORE) if day else None
    return later.isoformat() if later else None
