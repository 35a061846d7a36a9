"""Dating: when a document was published, when its times were, when its statements were made."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from onrecord.core.dates import anchor_all, choose, order
from onrecord.core.documents import Appearance, Document
from onrecord.core.evidence import UNKNOWN_DATE, Basis, Date, Evidence
from onrecord.core.faults import Fault
from onrecord.core.readings import Reading, Statement, Time
from onrecord.core.resolved import AnchoredTime
from onrecord.core.spans import Span, words_at

_WAYS: dict[Basis, str] = {
    "given": "given by the caller",
    "metadata": "by its own metadata",
    "stated": "in print",
}


def appearance_date(appearance: Appearance) -> Date:
    """The date of an appearance: the candidate that holds, with its evidence, or unknown."""
    return choose(appearance.dates)


def published(appearances: Sequence[Appearance]) -> Date:
    """The date of a document's earliest certain appearance, whatever the order they are named in; unknown where none is dated.

    The earliest is the one certainly out first: by latest, then earliest day, then the appearance's id.
    """
    dated = [(appearance_date(appearance), appearance.id) for appearance in appearances]
    first = min(dated, key=lambda one: (order(one[0]), one[1]), default=(UNKNOWN_DATE, ""))
    return first[0]


def date_faults(appearances: Sequence[Appearance]) -> tuple[Fault, ...]:
    """One fault for each two candidates of one appearance that share no day, naming both with their places; sorted."""
    faults = {
        Fault(appearance.name, _disagreement(first, second, appearance_date(appearance)))
        for appearance in appearances
        for first, second in combinations(appearance.dates, 2)
        if not _may_agree(first, second)
    }
    return tuple(sorted(faults))


def anchored(reading: Reading, published: Date) -> tuple[AnchoredTime, ...]:
    """The times of a reading in a document published then, in the reading's order."""
    return anchor_all(reading.times, published)


def said_date(statement: Statement, times: Mapping[str, AnchoredTime], published: Date, document: Document) -> Date:
    """When a statement was made: the time attached to its telling, else some day up to publication, else unknown.

    `times` are the document's own by id. Nothing is said after it is published: an attached time that begins after the latest day
    of publication is left aside as misread, and one that only ends after it is cut there, with the publication's evidence beside
    the words.
    """
    time = times.get(statement.said)
    told = _told(time, times, published, document) if time else None
    if told:
        return told
    return Date(None, published.latest, "inferred", published.evidence) if published.latest else UNKNOWN_DATE


def is_whole(time: Time) -> bool:
    """Whether a time is printed in full, so that it has its value whatever the document's date."""
    return time.type in ("DATE", "TIME") and not time.unit and time.value[:4].isdecimal()


def words_of(span: Span, document: Document) -> Evidence:
    """The words at a span of a document, as evidence."""
    return Evidence(words_at(document.text, span), document.id, (span,))


def _told(time: AnchoredTime, times: Mapping[str, AnchoredTime], published: Date, document: Document) -> Date | None:
    if time.earliest is None and time.latest is None:
        return None
    if time.earliest and published.latest and time.earliest > published.latest:
        return None
    counted = _counted_through(time, times)
    words = [words_of(one.time.span, document) for one in counted]
    relative = not is_whole(time.time)
    late = published.latest is not None and (time.latest is None or time.latest > published.latest)
    evidence = (*words, *(published.evidence if late or not is_whole(counted[-1].time) else ()))
    return Date(time.earliest, published.latest if late else time.latest, "relative" if relative else "stated", evidence)


def _counted_through(time: AnchoredTime, times: Mapping[str, AnchoredTime]) -> list[AnchoredTime]:
    """A time, the one that it is counted from, the one that that one is counted from, and so on."""
    counted = [time]
    while (before := times.get(counted[-1].time.reference)) and before not in counted:
        counted.append(before)
    return counted


def _may_agree(first: Date, second: Date) -> bool:
    """Whether some day lies in both."""
    return not any(
        one.earliest and other.latest and one.earliest > other.latest for one, other in ((first, second), (second, first))
    )


def _disagreement(first: Date, second: Date, holds: Date) -> str:
    return (
        f"dated {_described(first)}, but {_described(second)}; {_days(holds)} is used: "
        "if that is wrong, add it again with --published"
    )


def _described(date: Date) -> str:
    places = ", ".join(f"{one.field or 'text'} “{one.words}”" for one in date.evidence)
    return f"{_days(date)} {_WAYS.get(date.basis, date.basis)} ({places})"


def _days(date: Date) -> str:
    return (date.earliest or "…") if date.exact else f"{date.earliest or '…'} to {date.latest or '…'}"
