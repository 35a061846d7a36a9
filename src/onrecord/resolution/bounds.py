"""Bounds: between which days a document came out that bears no date, by what it looks back on, forward to, and repeats."""

from collections.abc import Sequence

from onrecord.core.dates import anchor_all
from onrecord.core.documents import Appearance, Document
from onrecord.core.evidence import UNKNOWN_DATE, Date, Evidence
from onrecord.core.faults import Fault
from onrecord.core.readings import Reading
from onrecord.core.resolved import AnchoredTime
from onrecord.resolution.dating import is_whole, words_of

DIRECT = ("given", "metadata", "stated")
"""The bases of dates that a document bears itself; only these date others."""


def inferred(reading: Reading, document: Document, repeated: Date = UNKNOWN_DATE) -> Date:
    """Bounds for the publication of a document without a date, or unknown.

    It came out no earlier than the first day of the latest whole time that it tells of as past, nor than the first day on which
    words may have been said that it repeats (`repeated`, by another document that bears its date); and no later than the last day
    of the earliest whole time that it tells of as still to come, those left aside that were over by then (a promise of old). The
    evidence is the words of what sets the bounds, the earlier bound's first.
    """
    back, ahead = _sides(reading)
    past = max(back, key=_beginning, default=None)
    earliest, since = (past.earliest if past else None), _words(past, document)
    if repeated.earliest and (earliest is None or repeated.earliest > earliest):
        earliest, since = repeated.earliest, repeated.evidence
    open_still = [time for time in ahead if earliest is None or (time.latest or "") >= earliest]
    coming = min(open_still, key=_end, default=None)
    if past is None and coming is None and repeated == UNKNOWN_DATE:
        return UNKNOWN_DATE
    return Date(earliest, coming.latest if coming else None, "inferred", (*since, *_words(coming, document)))


def contradictions(reading: Reading, document: Document, published: Date, appearances: Sequence[Appearance]) -> tuple[Fault, ...]:
    """A fault where a document that bears a date tells of a time after it as past, naming the latest such time; else none."""
    if published.basis not in DIRECT or published.latest is None:
        return ()
    past = max(_sides(reading)[0], key=_beginning, default=None)
    if past is None or past.earliest is None or past.earliest <= published.latest:
        return ()
    words = words_of(past.time.span, document).words
    day = published.latest if published.exact else f"by {published.latest}"
    told = f"published {day} but speaks of {past.value} as past (“{words}”); if the date is wrong, add it again with --published"
    return (Fault(min((one.name for one in appearances), default=document.id), told),)


def _sides(reading: Reading) -> tuple[list[AnchoredTime], list[AnchoredTime]]:
    """The whole times that a text looks back on, and those that it looks forward to."""
    whole = anchor_all([time for time in reading.times if is_whole(time)], UNKNOWN_DATE)
    back = [time for time in whole if time.time.direction == "past" and time.earliest]
    return back, [time for time in whole if time.time.direction == "future" and time.latest]


def _words(time: AnchoredTime | None, document: Document) -> tuple[Evidence, ...]:
    return (words_of(time.time.span, document),) if time else ()


def _beginning(time: AnchoredTime) -> tuple[str, int]:
    return time.earliest or "", -time.time.span.start


def _end(time: AnchoredTime) -> tuple[str, int]:
    return time.latest or "", time.time.span.start
