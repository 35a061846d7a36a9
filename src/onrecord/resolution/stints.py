"""Stints: the times that a person held one office, parted where something says that it was over in between."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, pairwise
from typing import Literal

from onrecord.core.calendar import shifted
from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.resolved import OfficeTold

Kind = Literal["held", "began", "elected", "ended", "planned"]

PAST = ("held", "died", "ended")
"""What mentions tell that call an office past."""

YEAR = 366
"""Days within which an office that was over is not taken to be held again by a title alone: of 840 stories of one year, none of
the thirty-odd such titles was of an office regained."""

_EARLIEST, _LATEST = "0000-00-00", "9999-99-99"


@dataclass(frozen=True, slots=True)
class Point:
    """A time at which an office was held, began or ended, as a mention tells it."""

    kind: Kind
    date: Date
    mention: OfficeTold

    @property
    def earliest(self) -> str:
        """The first day that it may be, as far back as can be where that is open."""
        return self.date.earliest or _EARLIEST

    @property
    def latest(self) -> str:
        """The last day that it may be, as far on as can be where that is open."""
        return self.date.latest or _LATEST


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on one of which the office was not held, by the mention that says so; `after` where it had been held before."""

    date: Date
    mention: OfficeTold
    after: bool


@dataclass(slots=True)
class Stint:
    """One time that an office was held: its points, and whatever else is of it without a day of its own."""

    points: list[Point] = field(default_factory=list)
    others: list[OfficeTold] = field(default_factory=list)


def stints_of(told: Sequence[OfficeTold]) -> tuple[tuple[Stint, ...], tuple[Gap, ...]]:
    """The stints in one office in order of time, and the gaps that part them; whatever the order of the mentions.

    Two times at which it was held are two stints where a gap lies certainly between. A mere title soon after a gap makes no stint,
    and what is only said to be past makes one that was over before all others.
    """
    ordered = sorted(told, key=lambda one: one.mention)
    gaps = tuple(sorted((gap for one in ordered for gap in _gaps(one)), key=_when_gap))
    points = sorted((point for one in ordered for point in _points(one)), key=_when)
    titles = [point for point in points if _is_title(point)]
    late = _Late.of(points, titles, gaps)
    aside = set(titles) if _are_loose(titles, gaps) else {title for title in titles if late.is_late(title)}
    standing = [point for point in points if point not in aside and not _spans(point, gaps)]
    stints = _of_one_stint(standing, gaps)
    _place(ordered, stints)
    return tuple(stints), gaps


def _points(one: OfficeTold) -> Iterator[Point]:
    if one.tells in ("holds", "will_end") and one.published != UNKNOWN_DATE:
        yield Point("held", one.published, one)
    if one.during is not None and one.tells in ("holds", "held", "served"):
        yield Point("held", one.during, one)
    if one.since is not None and one.tells != "names":
        yield Point("elected" if one.tells == "elected" else "began", one.since, one)
    if one.until is not None:
        yield Point("planned" if one.tells == "will_end" else "ended", one.until, one)


def _gaps(one: OfficeTold) -> Iterator[Gap]:
    if one.tells in PAST and one.published != UNKNOWN_DATE:
        yield Gap(one.published, one, after=True)
    if one.tells == "will_begin" and one.published != UNKNOWN_DATE:
        yield Gap(one.published, one, after=False)
    if one.until is not None and one.until.latest and one.tells != "will_end":
        yield Gap(Date(one.until.latest, one.until.latest, one.until.basis, one.until.evidence), one, after=True)


def _when(point: Point) -> tuple[str, str, str, str]:
    return point.earliest, point.latest, point.mention.mention, point.kind


def _when_gap(gap: Gap) -> tuple[str, str, str]:
    return gap.date.earliest or _EARLIEST, gap.date.latest or _LATEST, gap.mention.mention


def _spans(point: Point, gaps: Sequence[Gap]) -> bool:
    """Whether a gap lies within the days that a point may be on, so that it may be on either side."""
    if point.earliest == point.latest:
        return False
    return any(point.earliest < (gap.date.earliest or _EARLIEST) and (gap.date.latest or _LATEST) < point.latest for gap in gaps)


def _is_title(point: Point) -> bool:
    """Whether a point is no more than a title in print."""
    return point.kind == "held" and point.mention.tells == "holds" and point.mention.since is None


def _are_loose(titles: Sequence[Point], gaps: Sequence[Gap]) -> bool:
    """Whether titles are given to somebody who holds the office no more: one between two that call it past, within a year."""
    past = [
        gap for gap in gaps if gap.mention.tells == "held" and gap.mention.until is None and gap.date.earliest and gap.date.latest
    ]
    starts = [title.earliest for title in titles]
    for one, other in pairwise(past):
        first, last = one.date.latest or "", other.date.earliest or ""
        between = titles[bisect_right(starts, first) : bisect_left(starts, last)]
        if last <= _year_after(first) and any(title.latest < last for title in between):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Late:
    """What tells whether a title follows the end of an office: days in order when it was over, when it was called past, when it was
    begun, and when it was called by firm titles."""

    over: Sequence[str]
    past: Sequence[str]
    begun: Sequence[str]
    firm: Sequence[str]
    died: str

    @classmethod
    def of(cls, points: Sequence[Point], titles: Sequence[Point], gaps: Sequence[Gap]) -> "_Late":
        """Of the points of an office, the titles among them, and its gaps."""
        over = sorted(gap.date.latest or _LATEST for gap in gaps if gap.after)
        past = sorted(gap.date.earliest or _EARLIEST for gap in gaps if gap.mention.tells == "held" and gap.mention.until is None)
        begun = sorted(point.earliest for point in points if point.kind in ("began", "elected"))
        firm = sorted(title.earliest for title in titles if not title.mention.courtesy)
        died = min((gap.date.latest or _LATEST for gap in gaps if gap.mention.tells == "died"), default=_LATEST)
        return cls(over, past, begun, firm, died)

    def is_late(self, title: Point) -> bool:
        """Whether a title follows what says that the office was over, and nothing says that it was held anew.

        A title a year later does say so, unless it is one of courtesy, its holder is dead, or the office is called past again
        within a year of it.
        """
        before = bisect_left(self.over, title.earliest)
        if not before or self.died < title.earliest:
            return bool(before)
        since = self.over[before - 1]
        again = bisect_right(self.begun, title.latest) > bisect_left(self.begun, since)
        if not again and bisect_right(self.past, _year_after(title.latest)) > bisect_left(self.past, title.earliest):
            return True
        return not again and bisect_right(self.firm, title.latest) <= bisect_right(self.firm, _year_after(since))


def _year_after(day: str) -> str:
    later = shifted(date.fromisoformat(day), YEAR) if day and day != _LATEST else None
    return later.isoformat() if later else _LATEST


def _of_one_stint(points: Sequence[Point], gaps: Sequence[Gap]) -> list[Stint]:
    """The stints without the points of mentions that would be of two, which contradict others: their last ones stay.

    Points that go may have held two stints together, so what stays is parted again, until no mention is of two.
    """
    while True:
        stints = _parted(points, gaps)
        stint_of = {point.mention.mention: number for number, stint in enumerate(stints) for point in stint.points}
        standing = [
            point for number, stint in enumerate(stints) for point in stint.points if stint_of[point.mention.mention] == number
        ]
        if len(standing) == len(points):
            return stints
        points = standing


def _parted(points: Sequence[Point], gaps: Sequence[Gap]) -> list[Stint]:
    """The points in order, parted where a gap lies certainly between the last day of those before and the first of the next."""
    starts = [gap.date.earliest or _EARLIEST for gap in gaps]
    ends = list(accumulate(reversed([gap.date.latest or _LATEST for gap in gaps]), min))[::-1]
    stints: list[Stint] = []
    last = _EARLIEST
    for point in points:
        first = bisect_left(starts, last)
        if not stints or (first < len(ends) and ends[first] < point.earliest):
            stints.append(Stint())
            last = _EARLIEST
        stints[-1].points.append(point)
        last = max(last, point.latest if point.kind not in ("began", "elected", "planned") else point.earliest)
    return stints


def _place(told: Sequence[OfficeTold], stints: list[Stint]) -> None:
    """Put what has no point of its own to the last stint that had begun by then; what was past before any, to one of its own."""
    placed = {point.mention.mention for stint in stints for point in stint.points}
    begun = [min(point.earliest for point in stint.points) for stint in stints]
    early: list[OfficeTold] = []
    for one in told:
        if one.mention in placed:
            continue
        number = max((at for at, day in enumerate(begun) if day <= (one.published.latest or _LATEST)), default=-1)
        if number >= 0:
            stints[number].others.append(one)
        elif stints and one.tells not in PAST:
            stints[0].others.append(one)
        else:
            early.append(one)
    if early:
        stints.insert(0, Stint([], early))
