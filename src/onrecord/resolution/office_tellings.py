"""Office mentions of one document with its date: what their times come to, and the body they name as it is compared."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from onrecord.core.calendar import counted, days_of
from onrecord.core.dates import interval, parse_day
from onrecord.core.documents import Document
from onrecord.core.evidence import Date, Evidence
from onrecord.core.readings import Chain, OfficeMention, Reading
from onrecord.core.resolved import AnchoredTime, OfficeTold
from onrecord.core.spans import words_at
from onrecord.knowledge.offices import office_forms
from onrecord.resolution.dating import is_whole, words_of
from onrecord.resolution.printed_names import folded_organization, folded_place
from onrecord.resolution.stints import PAST

SHARE_ROUNDED = 5
"""A length of time is taken for rounded by one of its units or by a fifth, whichever is more: `three years` is two to four."""

_LENGTH = re.compile(r"P(\d{1,3})([YM])")
_MONTHS = {"Y": 12, "M": 1}


def office_tellings(
    reading: Reading, times: Sequence[AnchoredTime], published: Date, document: Document
) -> tuple[tuple[str, OfficeTold], ...]:
    """The office mentions of a reading as resolution sees them, each with the chain of its person, in the reading's order."""
    chains = {chain.id: chain for chain in reading.chains}
    anchored = {time.time.id: time for time in times}
    return tuple(
        (mention.person, _told(mention, chains.get(mention.organization), anchored, published, document))
        for mention in reading.offices
    )


def _told(
    mention: OfficeMention, body: Chain | None, times: Mapping[str, AnchoredTime], published: Date, document: Document
) -> OfficeTold:
    during = times.get(mention.during)
    length = during is not None and during.time.type == "DURATION"
    since, until = (_date(times.get(bound), published, document) for bound in (mention.since, mention.until))
    if during is not None and length and since is None and (until is not None or mention.tells not in PAST):
        since = _reckoned(during, until or published, document)
    if during is not None and "/" in during.value:
        since, until = _ends(during, document)
    if mention.tells not in ("will_begin", "elected") and since and published.latest and (since.earliest or "") > published.latest:
        since = None
    words = Evidence(words_at(document.text, *mention.spans), document.id, mention.spans)
    return OfficeTold(
        mention.id,
        document.id,
        mention.role,
        mention.organization,
        _compared(body),
        mention.post,
        mention.tells,
        words,
        published,
        since,
        until,
        None if length else _date(during, published, document),
        mention.courtesy,
    )


def _compared(body: Chain | None) -> str:
    if body is None:
        return ""
    name = " ".join(office_forms("spelled").get(word.lower(), word) for word in body.name.split())
    return folded_place(name) if body.type == "place" else folded_organization(name)


def _date(time: AnchoredTime | None, published: Date, document: Document) -> Date | None:
    """The days of a time, None where it has none."""
    if time is None or (time.earliest is None and time.latest is None):
        return None
    relative = not is_whole(time.time)
    evidence = (words_of(time.time.span, document), *(published.evidence if relative else ()))
    return Date(time.earliest, time.latest, "relative" if relative else "stated", evidence)


def _ends(time: AnchoredTime, document: Document) -> tuple[Date, Date]:
    """The first and the last part of a range: `mayor, 1990-1994`."""
    first, _, last = time.value.partition("/")
    evidence = (words_of(time.time.span, document),)
    return Date(*interval(first), "stated", evidence), Date(*interval(last), "stated", evidence)


def _reckoned(time: AnchoredTime, last: Date, document: Document) -> Date | None:
    """When it began that had lasted so long when it ended, or has on the day of publication; None for lengths in other units than
    years and months."""
    found = _LENGTH.fullmatch(time.time.value)
    if not found:
        return None
    number = int(found[1])
    slack = max(1, number // SHARE_ROUNDED)
    earliest = _counted_back(last.earliest, (number + slack) * _MONTHS[found[2]])
    latest = _counted_back(last.latest, (number - slack) * _MONTHS[found[2]])
    if earliest is None and latest is None:
        return None
    return Date(earliest, latest, "relative", (words_of(time.time.span, document), *last.evidence))


def _counted_back(day: str | None, months: int) -> str | None:
    """The day that lies so many months before another, the month's last where it has no such day; None where that is not known."""
    whole = parse_day(day or "")
    days = days_of(counted(date.fromisoformat(whole), "month", -months)) if whole else None
    if whole is None or days is None:
        return None
    return days[0].replace(day=min(int(whole[8:]), days[1].day)).isoformat()
