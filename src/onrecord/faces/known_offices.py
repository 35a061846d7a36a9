"""Offices that packs know of somebody, in a section of their own: whom they are taken to be, and where print disagrees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.items import EntityItem
from onrecord.faces.citing import Citation, Citer
from onrecord.faces.counting import counted
from onrecord.faces.dates import last_day, shown
from onrecord.faces.exports.known import against
from onrecord.faces.exports.plain import Plain, plain_row
from onrecord.faces.exports.printed import Printed, printed_of
from onrecord.faces.opening import short
from onrecord.faces.options import Question
from onrecord.faces.printing import Line
from onrecord.knowledge.name_order import person_parts
from onrecord.knowledge.packs import KnownOffice, people_named
from onrecord.record.packs import KeptPack
from onrecord.record.view import View
from onrecord.resolution.holding import Held, held_on
from onrecord.resolution.known_people import Candidate, Known, Listed, candidates, listed_in
from onrecord.resolution.office_conflicts import OfficeConflict, office_conflicts
from onrecord.resolution.printed_names import surname_keys

MOST_SHOWN = 5
"""How many places are cited where print disagrees, the latest first; `--json` has all."""

MOST_NAMESAKES = 20
"""How many others of a surname are looked at for whether they are the same known person."""


@dataclass(frozen=True, slots=True)
class Disagreeing:
    """A conflict of print with a known office, and where it is printed."""

    conflict: OfficeConflict
    citation: Citation

    def lines(self) -> Iterator[Line]:
        """What is printed when, and what the pack has."""
        printed = self.conflict.printed
        yield Line(f"{shown(printed.published)} · printed “{printed.words}” · {self._known()}", 2)
        yield Line(str(self.citation), 4, "dim")

    def _known(self) -> str:
        """What the packs have: of the printed office, and of others that were held then."""
        packs = sorted({listed.row.pack for _, listed in (*self.conflict.held, *self.conflict.offices[-1:])})
        return f"{'; '.join(one.words for one in against(self.conflict))}, by {' and '.join(packs)}"

    def plain(self) -> Plain:
        """The conflict as a JSON object."""
        printed = self.conflict.printed
        return {
            "kind": self.conflict.kind,
            "printed": printed.words,
            "former": printed.former,
            "known": [_plain_office(office, listed) for office, listed in self.conflict.offices],
            "held": [_plain_office(office, listed) for office, listed in self.conflict.held],
            "citation": self.citation.plain(),
        }


@dataclass(frozen=True, slots=True)
class KnownOffices:
    """What packs know of one entity: whom it is taken to be, with conflicts; whom it is not taken to be; who else may be the same.

    `day` is the day that the question asks of, or "". `namesakes` are the short ids and names of others in the record who are
    taken to be the same known person.
    """

    name: str
    short: str
    packs: tuple[KeptPack, ...]
    day: str
    taken: tuple[Candidate, ...]
    refused: tuple[Candidate, ...]
    conflicts: tuple[Disagreeing, ...]
    namesakes: tuple[tuple[str, str], ...]

    @property
    def known(self) -> Known:
        """All whom the entity is taken to be, as one."""
        return Known(tuple(listed for one in self.taken for listed in one.known.rows))

    def lines(self) -> Iterator[Line]:
        """The section as lines for a person; nothing where the record has no packs, or they know nobody of the name."""
        if self.taken:
            yield Line("")
            yield Line("known offices, from packs and not from print", style="bold")
            yield from (
                Line(f"{_shown(office)} · {_days(office, listed.person.listed)}", 2) for office, listed in self.known.offices()
            )
            if self.day:
                yield Line(f"on {self.day}: {self._on_the_day()}", 2, "bold")
            for candidate in self.taken:
                yield from self._person(candidate)
            yield from self._disagreeing()
        if self.refused:
            yield Line("")
            yield Line(f"known people of the name whom {self.name} is not taken to be", style="bold")
            for candidate in self.refused:
                yield Line(f"{candidate.known.name}: {candidate.refused}", 2)
                yield from (Line(str(listed.row), 4, "dim") for listed in candidate.known.rows)

    def _person(self, candidate: Candidate) -> Iterator[Line]:
        yield Line(f"taken to be {candidate.known.name} ({candidate.score:.2f}): {'; '.join(candidate.reasons)}", 2)
        yield from (Line(f"{listed.row}; {self._credit(listed.row.pack)}", 4, "dim") for listed in candidate.known.rows)
        for other, name in self.namesakes:
            same = f"onrecord rule same {self.short} {other} --why TEXT"
            yield Line(f"{name} ({other}) is taken to be the same; if they are one: {same}", 4)

    def _on_the_day(self) -> str:
        found: dict[Held, list[str]] = {"held": [], "unknown": [], "not held": []}
        for office, listed in self.known.offices():
            found[held_on(office, self.day, listed.person.listed)].append(_shown(office))
        unknown = f"not known whether {'; '.join(found['unknown'])}" if found["unknown"] else ""
        return "; ".join(filter(None, ["; ".join(found["held"]), unknown])) or "none that the packs know"

    def _credit(self, name: str) -> str:
        return next(f"{pack.licence}, {pack.attribution}" for pack in self.packs if pack.name == name)

    def _disagreeing(self) -> Iterator[Line]:
        if self.conflicts:
            latest = f", the latest {MOST_SHOWN}" if len(self.conflicts) > MOST_SHOWN else ""
            yield Line("")
            yield Line(f"print disagrees with a known office: {counted(len(self.conflicts), 'place')}{latest}", style="bold")
            for conflict in self.conflicts[:MOST_SHOWN]:
                yield from conflict.lines()

    def plain(self) -> Plain:
        """The section as a JSON object with the one field `known`; none where the record has no packs."""
        if not self.packs:
            return {}
        return {
            "known": {
                "packs": [_plain_pack(pack) for pack in self.packs],
                "people": [_plain_candidate(one) for one in self.taken],
                "not_taken": [_plain_candidate(one) for one in self.refused],
                "conflicts": [one.plain() for one in self.conflicts],
                "same": [other for other, _ in self.namesakes],
            }
        }

    def rows(self) -> Iterator[tuple[str, object]]:
        """The section as pairs of a heading and a value."""
        for office, listed in self.known.offices():
            yield f"known by {listed.row.pack}", f"{_shown(office)} · {_days(office, listed.person.listed)}"
        yield from ((f"print disagrees: {one.conflict.kind}", one.conflict.printed.words) for one in self.conflicts)


NOTHING_KNOWN = KnownOffices("", "", (), "", (), (), (), ())
"""What packs know of no entity."""


def known_offices(view: View, entity: EntityItem, question: Question, *, why: bool) -> KnownOffices:
    """What the record's packs know of an entity; with `why` also whom of the name it is not taken to be."""
    packs = view.packs() if entity.type == "person" else ()
    if not packs:
        return NOTHING_KNOWN
    people = _listed(view, entity.name, packs)
    printed = _printed(view, entity.id) if people else Printed((), ())
    found = candidates(entity.name, printed.offices, printed.tags, people)
    taken = tuple(one for one in found if not one.refused)
    whole = Known(tuple(listed for one in taken for listed in one.known.rows))
    conflicts = sorted(
        office_conflicts(whole, printed.offices),
        key=lambda conflict: (conflict.printed.published.latest or "", conflict.printed.document, conflict.printed.span),
        reverse=True,
    )
    citer = Citer(view)
    return KnownOffices(
        name=entity.name,
        short=short(view.entity, entity.id),
        packs=packs,
        day=last_day(question.as_of, "--as-of") if question.as_of else "",
        taken=taken,
        refused=tuple(one for one in found if one.refused) if why else (),
        conflicts=tuple(Disagreeing(one, citer.cite(one.printed.document, one.printed.span)) for one in conflicts),
        namesakes=tuple(_namesakes(view, entity, taken, people)),
    )


def _listed(view: View, name: str, packs: Sequence[KeptPack]) -> tuple[Listed, ...]:
    """The people of the packs who have the surname, in order of pack and line."""
    keys = surname_keys(name) if person_parts(name).first else frozenset()
    found = {}
    for pack in packs if keys else ():
        content = view.pack_content(pack.name)
        for person in (person for key in sorted(keys) for person in people_named(content, key)):
            if any(keys & surname_keys(known) for known in (person.name, *person.names)):
                found[pack.name, person.line] = listed_in(person, pack.name, pack.snapshot, pack.sha256)
    return tuple(listed for _, listed in sorted(found.items()))


def _printed(view: View, entity: str) -> Printed:
    return printed_of(view, (entity,))[entity]


def _namesakes(view: View, entity: EntityItem, taken: Sequence[Candidate], people: Sequence[Listed]) -> Iterator[tuple[str, str]]:
    """Others in the record, by all names of the known person, who are taken to be the one that the entity is taken to be."""
    known = [listed for one in taken for listed in one.known.rows]
    surnames = {person_parts(name).last for listed in known for name in (listed.person.name, *listed.person.names)}
    found = {other.id: other for surname in sorted(surnames) for other in view.find_entities(surname)[:MOST_NAMESAKES]}
    for other in found.values():
        if other.type == "person" and other.id != entity.id and candidates(other.name, (), (), people):
            printed = _printed(view, other.id)
            same = [one for one in candidates(other.name, printed.offices, printed.tags, people) if not one.refused]
            if {listed.row for listed in known} & {listed.row for one in same for listed in one.known.rows}:
                yield short(view.entity, other.id), other.name


def _shown(office: KnownOffice) -> str:
    return ", ".join(filter(None, (office.role, office.organization, office.post, office.place, office.party)))


def _days(office: KnownOffice, listed: str) -> str:
    """The days of an office; what a list has as still to come is not said to be so."""
    since = f"from {office.since}" if office.since else ""
    if office.incumbent and (office.until is None or office.until > listed):
        return ", ".join(filter(None, (since, f"held on {listed}")))
    if office.since and office.until:
        return f"{office.since} to {office.until}"
    return since or (f"until {office.until}" if office.until else "days not known")


def _plain_pack(pack: KeptPack) -> Plain:
    told = {"name": pack.name, "snapshot": pack.snapshot, "licence": pack.licence, "attribution": pack.attribution}
    return told | {"sha256": pack.sha256}


def _plain_candidate(candidate: Candidate) -> Plain:
    return {
        "name": candidate.known.name,
        "score": candidate.score,
        "reasons": list(candidate.reasons),
        "not_taken": candidate.refused or None,
        "offices": [_plain_office(office, listed) for office, listed in candidate.known.offices()],
    }


def _plain_office(office: KnownOffice, listed: Listed) -> Plain:
    return {
        "role": office.role,
        "organization": office.organization,
        "post": office.post,
        "place": office.place,
        "party": office.party,
        "from": office.since,
        "to": office.until,
        "incumbent": office.incumbent,
        "evidence": plain_row(listed.row),
    }
