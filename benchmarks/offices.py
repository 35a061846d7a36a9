"""Whether the offices that stories give members of Congress are those that the gazetteer has on the day of the story.

python -m benchmarks.offices --data FOLDER --pack FILE [--split train] [--reader rules] [--record FILE] [--most 100] [--list]

FOLDER holds PolNeAR (see benchmarks/README.md); FILE is the pack us-congress, which judges and is no part of the record. With
`--record` the stories' record is made there once and used again.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.exported import export_of
from benchmarks.polnear import stories
from benchmarks.tenures_judged import Judgement, days_told, judged_tenure
from onrecord.core.items import EntityItem
from onrecord.core.names import split_person
from onrecord.core.spans import Span
from onrecord.knowledge.packs import Pack, read_pack
from onrecord.record.view import View
from onrecord.resolution.known_people import Candidate, Known, Listed, agrees, candidates, listed_in
from onrecord.resolution.office_conflicts import office_conflicts
from onrecord.resolution.printed_names import surname_keys
from onrecord.resolution.printed_offices import PrintedOffice, named_office


@dataclass(frozen=True, slots=True)
class Given:
    """An office that a story gives somebody, and what the gazetteer says to it: if it is wrong, in which way."""

    entity: EntityItem
    known: Known
    office: PrintedOffice
    judgement: Judgement
    way: str


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--pack", type=Path, required=True, help="the pack us-congress")
    parser.add_argument("--split", default="train", choices=["train", "dev"])
    parser.add_argument("--reader", default="rules")
    parser.add_argument("--record", type=Path, help="where the stories' record is kept, or is already")
    parser.add_argument("--most", type=int, default=100, help="how many of the people named most; 0 for all")
    parser.add_argument("--list", action="store_true", help="list the people, and every office that is wrong or not judged")
    asked = parser.parse_args()
    pack = read_pack(asked.pack.read_bytes(), asked.pack.name)
    with TemporaryDirectory(prefix="onrecord-") as folder:
        record = asked.record or Path(folder) / "stories.db"
        if not record.exists():
            made = export_of(stories(asked.data, asked.split), Path(folder), reader=asked.reader, jobs=1)
            Counter(row["kind"] for row in made)
            (Path(folder) / "stories.db").replace(record)
        with View(record) as view:
            if view.packs():
                raise SystemExit(f"{record}: has packs; the gazetteer may not be part of what it judges")
            people = most_named(view, asked.most)
            given = [one for entity in people for known in member(entity, pack) for one in offices_given(view, entity, known)]
            members = {entity.id: known for entity in people for known in member(entity, pack)}
            print("\n".join(report(people, [entity for entity in people if entity.id in members], given, all_of=asked.list)))
            print("\n".join(report_tenures(view, members, all_of=asked.list)))


def most_named(view: View, most: int) -> list[EntityItem]:
    """The people who are named in most documents, by documents, then id; all of them where `most` is 0."""
    documents: dict[str, set[str]] = {}
    for mention in view.mentions():
        if mention.form == "name":
            documents.setdefault(mention.entity, set()).add(mention.document)
    people = [entity for entity in view.entities() if entity.type == "person" and split_person(entity.name).first]
    ranked = sorted(people, key=lambda entity: (-len(documents.get(entity.id, ())), entity.id))
    return ranked[:most] if most else ranked


def member(entity: EntityItem, pack: Pack) -> Iterator[Known]:
    """The one person of the pack who has the entity's name; nobody where several have. What print says of them is not looked at."""
    keys = surname_keys(entity.name)
    listed = [_listed(pack, at) for at, one in enumerate(pack.people) if keys & _surnames(pack, at) and one.offices]
    named: tuple[Candidate, ...] = candidates(entity.name, (), (), listed)
    if len(named) == 1:
        yield named[0].known


def _listed(pack: Pack, at: int) -> Listed:
    return listed_in(pack.people[at], pack.header.name, pack.header.snapshot, pack.sha256)


def _surnames(pack: Pack, at: int) -> frozenset[str]:
    person = pack.people[at]
    return frozenset(key for name in (person.name, *person.names) for key in surname_keys(name))


def offices_given(view: View, entity: EntityItem, known: Known) -> Iterator[Given]:
    """The offices that stories give an entity, each judged by what is known of the day of its story."""
    published = {document.id: document.published for document in view.documents()}
    for title in view.titles(entity.id):
        if named := named_office(title.words):
            span = Span(title.start, title.end)
            office = PrintedOffice(title.document, published[title.document], span, title.words, named, title.former)
            yield Given(entity, known, office, *judged(office, known))


def judged(office: PrintedOffice, known: Known) -> tuple[Judgement, str]:
    """Wrong where the gazetteer certainly has it otherwise, right where it has it so, else not judged (`Gov.`)."""
    conflicts = office_conflicts(known, [office])
    if conflicts:
        return "wrong", conflicts[0].kind
    return ("right", "") if agrees(office, known) else ("not judged", "")


def report(people: Sequence[EntityItem], members: Sequence[EntityItem], given: Sequence[Given], *, all_of: bool) -> Iterator[str]:
    """The lines of the report: counts, precision by office in print and by office of a person, and what is wrong."""
    told = {one.entity.id for one in given if one.judgement == "right"}
    yield f"{len(people)} people, {len(members)} of them in the pack, {len(told)} of these with an office that is right"
    yield _line("offices in print", Counter(one.judgement for one in given))
    worst: dict[tuple[str, str, bool], Judgement] = {}
    for one in given:
        key = (one.entity.id, one.office.office.title.title, one.office.former)
        worst[key] = max(worst.get(key, one.judgement), one.judgement, key=("not judged", "right", "wrong").index)
    yield _line("offices of a person, wrong where one is", Counter(worst.values()))
    for way, number in sorted(Counter(one.way for one in given if one.way).items()):
        yield f"{number:>6}  wrong: {way}"
    if all_of:
        yield "members: " + ", ".join(f"{one.name}" for one in members)
        for one in sorted((one for one in given if one.judgement != "right"), key=lambda one: (one.judgement, one.entity.name)):
            at = f"{one.office.document[:8]} [{one.office.span.start}–{one.office.span.end}] {one.office.published.latest}"
            yield f"{one.judgement:<10}  {one.way:<14}  {one.entity.name}: {one.office.words} · {at}"


def report_tenures(view: View, members: Mapping[str, Known], *, all_of: bool) -> Iterator[str]:
    """The lines on the tenures of members, which documents give: precision, and those that are wrong or not judged."""
    tenures = [(tenure, *judged_tenure(tenure, members[tenure.person])) for tenure in view.tenures() if tenure.person in members]
    yield _line("tenures", Counter(judgement for _, judgement, _ in tenures))
    for way, number in sorted(Counter(way for _, _, way in tenures if way).items()):
        yield f"{number:>6}  wrong: {way}"
    names = {entity.id: entity.name for entity in view.entities()}
    for tenure, judgement, way in sorted(tenures, key=lambda one: (one[1], names[one[0].person], one[0].id)) if all_of else ():
        if judgement != "right":
            places = ", ".join(f"{one.document[:8]} {'–'.join(map(str, one.spans[0]))}" for one in tenure.evidence[:3])
            yield f"{judgement:<10}  {way:<24}  {names[tenure.person]}: {tenure.role} {days_told(tenure)} · {places}"


def _line(what: str, counts: Counter[Judgement]) -> str:
    right, wrong = counts["right"], counts["wrong"]
    share = f"{100 * right / (right + wrong):.1f} %" if right + wrong else "–"
    return f"{what}: {share} right ({right} right, {wrong} wrong, {counts['not judged']} not judged)"


if __name__ == "__main__":
    main()
