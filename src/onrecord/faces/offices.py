"""A person's offices as people read them: since when, till when, on whose words, and whether held on a day."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.core.evidence import Date
from onrecord.core.items import TenureItem
from onrecord.core.resolved import Tenure
from onrecord.core.spans import Span
from onrecord.faces.citing import Citation, Citer
from onrecord.faces.counting import counted
from onrecord.faces.dates import in_order, interval_shown
from onrecord.faces.exports.plain import Plain, plain
from onrecord.faces.printing import Line
from onrecord.record.view import View
from onrecord.resolution import tenures_of

State = Literal["held", "last_told", "open", "perhaps", "over", "to_come"]


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """A tenure with the name of its organization, the words that tell of it with their places, and the day asked of, or ""."""

    tenure: Tenure
    organization: str
    told: tuple[tuple[str, Citation], ...]
    on: str
    why: bool

    @property
    def called(self) -> str:
        """What the office is called: `council member, Osterby City Council, District 3`."""
        return ", ".join(filter(None, (self.tenure.role, self.organization, self.tenure.post)))

    def lines(self) -> Iterator[Line]:
        """The office and its interval; whether it was held on the day asked of; and with `why` the words."""
        documents = len({citation.document.id for _, citation in self.told})
        yield Line(f"{self.called}: {self.interval} · told in {counted(documents, 'document')}", 2)
        if self.on:
            yield Line(f"on {self.on}: {self.state_told}", 4)
        for words, citation in self.told if self.why else ():
            yield Line(f"“{words}” · {citation}", 4, "dim")

    @property
    def interval(self) -> str:
        """When it began and ended, as far as known; of one that is told in one document without a date, when that may be."""
        began, ended = self.tenure.began, self.tenure.ended
        if began.latest and ended.earliest and began.latest > ended.earliest and not (began.earliest or ended.latest):
            return f"on {_days(ended.earliest, began.latest)}"
        return f"{_began(began)}, {_ended(ended)}"

    @property
    def state(self) -> State:
        """Whether the office was held on the day asked of."""
        return state_on(self.tenure, self.on)

    @property
    def state_told(self) -> str:
        """The same in words, with what is not known."""
        began, ended = self.tenure.began, self.tenure.ended
        last = f"last told of on {ended.earliest}" if ended.earliest else "told of on no certain day"
        return {
            "held": f"held: told of by {began.latest} and still on {ended.earliest}",
            "last_told": f"held as far as is known: {last}, and nothing says that it was over",
            "open": f"not certain: held {_began(began)}, {_ended(ended)}",
            "perhaps": f"not certain: held {_began(began)}, {_ended(ended)}",
            "over": f"no longer held: over by {ended.latest}",
            "to_come": f"not yet held: {_began(began)}",
        }[self.state]

    def plain(self) -> Plain:
        """The office as a JSON object: the tenure as in the interchange format, with more beside it."""
        one = self.tenure
        item = TenureItem(one.id, one.person, one.role, one.organization or None, one.post, one.began, one.ended, one.evidence)
        told = plain(item) | {"organization_name": self.organization}
        return told | ({"on": self.on, "state": self.state} if self.on else {})


def state_on(tenure: Tenure, day: str) -> State:
    """Whether a tenure held on a day, as far as its bounds tell."""
    began, ended = tenure.began, tenure.ended
    if began.earliest and began.earliest > day:
        return "to_come"
    if ended.latest and ended.latest <= day and ended.earliest != day:
        return "over"
    if began.latest is None or began.latest > day:
        return "perhaps"
    if ended.earliest and ended.earliest >= day:
        return "held"
    return "open" if ended.latest else "last_told"


def offices_held(
    view: View, person: str, documents: Collection[str], *, on: str, why: bool, citer: Citer
) -> tuple[OfficeHeld, ...]:
    """The person's tenures as the view's documents tell them, those among `documents` alone, the latest first."""
    told = [mention for mention in view.office_mentions(person) if mention.document in documents]
    tenures = sorted(tenures_of(person, told), key=_order, reverse=True)
    return tuple(_held(view, tenure, on, why=why, citer=citer) for tenure in tenures)


def _order(tenure: Tenure) -> tuple[str, str, str, str]:
    last = tenure.ended.latest or (tenure.ended.earliest and "9999") or ""
    return last, tenure.ended.earliest or "", tenure.began.latest or "", tenure.id


def _held(view: View, tenure: Tenure, on: str, *, why: bool, citer: Citer) -> OfficeHeld:
    name = view.entity(tenure.organization).name if tenure.organization else ""
    told = [(one.words, citer.cite(one.document, *one.spans)) for one in tenure.evidence]
    told.sort(key=lambda one: (in_order(one[1].document.published), one[1].document.id, one[1].spans))
    return OfficeHeld(tenure, name, tuple(told), on, why)


def spans_told(held: Sequence[OfficeHeld]) -> frozenset[tuple[str, Span]]:
    """Where the words stand that tell of offices: document and span."""
    return frozenset((one.document, span) for office in held for one in office.tenure.evidence for span in one.spans)


def _began(date: Date) -> str:
    if date.earliest is None:
        return f"from {date.latest} or earlier" if date.latest else "from an unknown day"
    if date.latest is None:
        return f"from after {date.earliest}"
    return f"from {_days(date.earliest, date.latest)}"


def _ended(date: Date) -> str:
    if date.latest is None:
        return f"to {date.earliest} or later" if date.earliest else "to an unknown day"
    return f"to {_days(date.earliest, date.latest)}" if date.earliest else f"to {date.latest} or earlier"


def _days(earliest: str, latest: str) -> str:
    """A day, month or year, or a day between two."""
    whole = interval_shown(earliest, latest)
    return f"a day between {earliest} and {latest}" if " to " in whole else whole
