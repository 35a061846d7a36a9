"""What the packs of a record know of those in it, as items of an export: evidence of its own kind, laid between what print says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge

from onrecord.core.evidence import Evidence
from onrecord.core.ids import content_id
from onrecord.core.items import (
    KINDS,
    ConflictItem,
    ConflictSide,
    EntityItem,
    Item,
    KnownOfficeItem,
    KnownPersonItem,
    RecordItem,
    TenureItem,
)
from onrecord.faces.exports.printed import Printed, printed_of
from onrecord.knowledge.name_order import person_parts
from onrecord.knowledge.packs import KnownOffice, read_pack
from onrecord.record.view import View
from onrecord.resolution.known_people import Candidate, Known, Listed, candidates, listed_in
from onrecord.resolution.office_conflicts import OfficeConflict, office_conflicts
from onrecord.resolution.printed_names import surname_keys

_RANKS = {item_class: rank for rank, item_class in enumerate(KINDS.values())}


def everything(view: View, *, text: bool = True) -> Iterator[Item]:
    """Every item of a record in the export's order; of one with packs also whom they know, and where print disagrees."""
    told = view.traverse(text=text)
    if not view.packs():
        yield from told
        return
    known = known_items(view)
    counts = {kind: sum(type(item) is item_class for item in known) for kind, item_class in KINDS.items()}
    for item in merge(told, known, key=lambda item: _RANKS[type(item)]):
        yield _counted(item, counts) if isinstance(item, RecordItem) else item


def _counted(record: RecordItem, more: Mapping[str, int]) -> RecordItem:
    counts = {kind: record.counts.get(kind, more[kind]) for kind in KINDS if kind != "record"}
    return replace(record, counts=counts)


def known_items(view: View) -> tuple[Item, ...]:
    """What packs know of everybody in the record and the conflicts of print with it, in the export's order."""
    listed = _by_surname(view)
    named = {entity.id: (entity, people) for entity in view.entities() if (people := _of_the_name(entity, listed))}
    printed = printed_of(view, frozenset(named))
    items: list[Item] = []
    conflicts: list[tuple[str, OfficeConflict]] = []
    for entity, people in named.values():
        taken = _taken(entity, printed[entity.id], people)
        items += [_person(entity.id, one) for one in taken]
        whole = Known(tuple(listed for one in taken for listed in one.known.rows))
        items += [_office(entity.id, *held) for held in whole.offices()]
        conflicts += [(entity.id, one) for one in office_conflicts(whole, printed[entity.id].offices)]
    items += _conflicts(view, conflicts)
    distinct = {(_RANKS[type(item)], getattr(item, "id", "")): item for item in items}
    return tuple(distinct[key] for key in sorted(distinct))


def _by_surname(view: View) -> dict[str, list[Listed]]:
    """The people of all packs by each folded surname that they have, in order of pack and line."""
    found: dict[str, list[Listed]] = defaultdict(list)
    for pack in view.packs():
        for person in read_pack(view.pack_content(pack.name), pack.name).people:
            listed = listed_in(person, pack.name, pack.snapshot, pack.sha256)
            for key in sorted({key for name in (person.name, *person.names) for key in surname_keys(name)}):
                found[key].append(listed)
    return found


def _of_the_name(entity: EntityItem, listed: Mapping[str, Sequence[Listed]]) -> tuple[Listed, ...]:
    """The people of packs who have an entity's surname, where one of them has its full name; none for a surname alone."""
    if entity.type != "person" or not person_parts(entity.name).first:
        return ()
    found = {(one.row.pack, one.row.line): one for key in sorted(surname_keys(entity.name)) for one in listed.get(key, ())}
    people = tuple(found[key] for key in sorted(found))
    return people if people and candidates(entity.name, (), (), people) else ()


def _taken(entity: EntityItem, printed: Printed, people: Sequence[Listed]) -> tuple[Candidate, ...]:
    return tuple(one for one in candidates(entity.name, printed.offices, printed.tags, people) if not one.refused)


def _person(entity: str, candidate: Candidate) -> KnownPersonItem:
    rows = candidate.known.rows
    names = {name for listed in rows for name in (listed.person.name, *listed.person.names)} - {candidate.known.name}
    evidence = tuple(listed.row for listed in rows)
    return KnownPersonItem(
        id=content_id("known_person", entity, *(part for row in evidence for part in (row.pack, row.id))),
        person=entity,
        name=candidate.known.name,
        aliases=tuple(sorted(names)),
        ids={name: value for listed in reversed(rows) for name, value in listed.person.ids.items()},
        score=candidate.score,
        reasons=candidate.reasons,
        evidence=evidence,
    )


def _office(entity: str, office: KnownOffice, listed: Listed) -> KnownOfficeItem:
    return KnownOfficeItem(
        id=office_id(entity, office, listed),
        person=entity,
        role=office.role,
        organization=office.organization,
        post=office.post,
        place=office.place,
        party=office.party,
        since=office.since,
        until=office.until,
        incumbent=office.incumbent,
        listed=listed.person.listed,
        evidence=(listed.row,),
    )


def office_id(entity: str, office: KnownOffice, listed: Listed) -> str:
    """The id of an office that a pack knows of an entity."""
    words = (office.role, office.organization, office.post, office.place, office.party, office.since or "", office.until or "")
    return content_id("known_office", entity, listed.row.pack, listed.row.id, *words)


@dataclass(frozen=True, slots=True)
class Against:
    """What a pack has where print disagrees, in words (`mayor (Ulmen) until 2031-04-01`), and the office that says so."""

    words: str
    office: KnownOffice
    listed: Listed


def against(conflict: OfficeConflict) -> tuple[Against, ...]:
    """What packs have against a printed office: of that office itself, and of others that were held then; each thing once."""
    of = () if conflict.kind == "another office" else conflict.offices[-1:]
    itself = [Against(_since_then(conflict, office), office, listed) for office, listed in of]
    then = [Against(f"{_called(office)} then", office, listed) for office, listed in conflict.held]
    elsewhere = conflict.offices if conflict.kind == "another office" and not then else ()
    others = [Against(_called(office), office, listed) for office, listed in elsewhere]
    found: dict[str, Against] = {}
    for one in (*itself, *then, *others):
        found.setdefault(one.words, one)
    return tuple(found.values())


def _since_then(conflict: OfficeConflict, office: KnownOffice) -> str:
    match conflict.kind:
        case "over":
            return f"{_called(office)} until {office.until}"
        case "to come":
            return f"{_called(office)} not before {office.since}"
        case _:
            return f"{_called(office)} still"


def _called(office: KnownOffice) -> str:
    """The office in brief: that of the United States with the state that it is for, another with its body."""
    of = office.place if office.organization.startswith("United States") else office.organization
    return f"{office.role} ({of})" if of else office.role


def _conflicts(view: View, found: Sequence[tuple[str, OfficeConflict]]) -> Iterator[ConflictItem]:
    people = {entity for entity, _ in found}
    tenures = [tenure for tenure in view.tenures() if tenure.person in people] if people else []
    return (_conflict(entity, conflict, tenures) for entity, conflict in found)


def _conflict(entity: str, conflict: OfficeConflict, tenures: Iterable[TenureItem]) -> ConflictItem:
    printed = conflict.printed
    words = Evidence(printed.words, printed.document, (printed.span,))
    resting = tuple(tenure.id for tenure in tenures if tenure.person == entity and _rests_on(tenure, words))
    sides = [ConflictSide(one.words, (office_id(entity, one.office, one.listed),), (one.listed.row,)) for one in against(conflict)]
    place = f"{printed.span.start}-{printed.span.end}"
    id_ = content_id("conflict", "office", entity, printed.document, place)
    return ConflictItem(id_, "office", (ConflictSide(printed.words, resting, (words,)), *sides))


def _rests_on(tenure: TenureItem, words: Evidence) -> bool:
    """Whether some evidence of a tenure stands where these words do."""
    return any(
        one.document == words.document and any(a.start < b.end and b.start < a.end for a in one.spans for b in words.spans)
        for one in tenure.evidence
    )
