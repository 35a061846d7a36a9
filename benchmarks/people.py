"""Whether the people whom a pile names most come out as one entity each, with no stranger in it.

    python -m benchmarks.people --polnear FOLDER --record FILE [--most 100] [--suspicious]

FOLDER holds `text_train`, `attributions_train` and `corenlp_train`. FILE is a record of the 840 train stories, made with the
default reader where there is none (about five minutes on one core). The names are those of `data/people_polnear_train.tsv`; one
that CoreNLP finds in as many stories and that no row has is told, so that what the program misses is not hidden by asking it alone.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.polnear import Story, stories
from onrecord import compile as trip
from onrecord.core.names import fold
from onrecord.record.view import View
from onrecord.resolution.person_forms import Form, clash, form_of, forms_of, related
from onrecord.sources import Options

DATA = Path(__file__).parent / "data"

SPLIT = 0.1
"""A person is split where more than this share of the mentions that mean the person are not in the largest entity."""

APART = (
    ("Bill Clinton", "Hillary Clinton"),
    ("Bill Clinton", "Chelsea Clinton"),
    ("Hillary Clinton", "Chelsea Clinton"),
    ("Donald Trump", "Donald Trump Jr."),
)
"""Pairs that share a surname, or a whole name, and must be two."""

FEW = 8
"""Suspicious entities that are shown with their names, at most so many names each."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as people read the stories: full names and names alone that mean nobody else, folded."""

    name: str
    full: frozenset[str]
    alone: frozenset[str]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A person's chain of a story: its entity, the names printed for it, the most frequent first, and all its mentions."""

    story: str
    entity: str
    names: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person comes out: stories that print a full name, chains, those outside of the largest entity, strangers in it."""

    person: Person
    stories: int
    chains: tuple[Named, ...]
    outside: tuple[Named, ...]
    strangers: tuple[Named, ...]
    aliases: tuple[tuple[str, int], ...]

    @property
    def split(self) -> bool:
        """Whether a substantial part is elsewhere."""
        return self.elsewhere > SPLIT

    @property
    def elsewhere(self) -> float:
        """The share of the mentions that are not in the largest entity; all where there is none."""
        return _mentions(self.outside) / _mentions(self.chains) if self.chains else 1.0

    @property
    def whole(self) -> bool:
        """Whether the person is one entity with no stranger in it."""
        return not self.split and not self.strangers


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_train and corenlp_train")
    parser.add_argument("--record", type=Path, required=True, help="a record of the train stories; made if there is none")
    parser.add_argument("--most", type=int, default=100, help="how many of the most named")
    parser.add_argument("--suspicious", action="store_true", help="list what looks wrong by itself, judged or not")
    asked = parser.parse_args()
    told = stories(asked.polnear, "train")
    if not asked.record.exists():
        read_into(asked.record, told)
    chains = named(asked.record)
    people, elsewhere = judged()
    standings = most_named(people, elsewhere, chains, told)
    print("\n".join(table(standings[: asked.most])))
    print(f"\n{summary(standings[: asked.most])}\nof all {len(standings)} judged: {summary(standings)}")
    print("\n".join(apart(people, chains)))
    print("\n".join(unjudged(asked.polnear, people, standings[: asked.most][-1].stories)))
    if asked.suspicious:
        print("\n".join(suspicious(chains)))


def read_into(record: Path, told: Sequence[Story]) -> None:
    """Make a record of the stories with the default reader, one row a story."""
    with TemporaryDirectory(prefix="onrecord-") as folder:
        rows = Path(folder) / "polnear.jsonl"
        fields = (
            {"id": one.id, "title": one.title, "text": one.text, "publisher": one.publisher, "date": one.date} for one in told
        )
        rows.write_text("".join(json.dumps(row) + "\n" for row in fields), encoding="utf-8")
        trip.add(record, [str(rows)], Options(), jobs=1)


def named(record: Path) -> tuple[Named, ...]:
    """The chains of persons of a record, with the stories' ids."""
    with View(record) as view:
        story = {one.document: one.name.partition("#")[2] for one in view.appearances()}
        owner = {chain: entity.id for entity in view.entities() if entity.type == "person" for chain in entity.chains}
        names: dict[str, Counter[str]] = defaultdict(Counter)
        mentions = Counter[str]()
        place: dict[str, str] = {}
        for mention in view.mentions():
            mentions[mention.chain] += 1
            if mention.chain in owner and mention.form == "name":
                names[mention.chain][" ".join(mention.words.split())] += 1
                place[mention.chain] = story[mention.document]
    return tuple(Named(place[chain], owner[chain], _by_frequency(found), mentions[chain]) for chain, found in sorted(names.items()))


def _by_frequency(names: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-names[name], name)))


def _mentions(chains: Iterable[Named]) -> int:
    return sum(chain.mentions for chain in chains)


Elsewhere = Mapping[str, Mapping[str, str]]
"""Story → folded name → whom it means there, "" for nobody that is judged."""


def judged() -> tuple[tuple[Person, ...], Elsewhere]:
    """The people as they were read by hand, and what a name means otherwise in a story."""
    people = [
        Person(name, _folded(full), _folded(alone), tuple(full.split(";")))
        for name, full, alone in _rows("people_polnear_train.tsv")
    ]
    elsewhere: dict[str, dict[str, str]] = defaultdict(dict)
    for story, name, person in _rows("people_polnear_train_stories.tsv"):
        elsewhere[story][fold(name)] = person
    return tuple(people), elsewhere


def _rows(table: str) -> Iterator[list[str]]:
    for line in (DATA / table).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [field.strip() for field in line.split("\t")]


def _folded(names: str) -> frozenset[str]:
    return frozenset(map(fold, filter(None, names.split(";"))))


def most_named(people: Sequence[Person], elsewhere: Elsewhere, chains: Sequence[Named], told: Sequence[Story]) -> list[Standing]:
    """How each of the people comes out, those first whose full name stands in most stories."""
    texts = [" ".join(story.text.split()) for story in told]
    full = {name: person.name for person in people for name in person.full}
    alone = {name: person.name for person in people for name in person.alone}
    meant = {chain: whom(chain, full, alone, elsewhere.get(chain.story, {})) for chain in chains}
    found = [_standing(person, chains, meant, texts) for person in people]
    return sorted(found, key=lambda one: (-one.stories, one.person.name))


def whom(chain: Named, full: Mapping[str, str], alone: Mapping[str, str], here: Mapping[str, str]) -> str:
    """The judged person whom a chain means, "" where it is nobody of them.

    By what its names mean in this story, if all of them mean somebody else there; by its full names; by its names alone.
    """
    names = [fold(name) for name in chain.names]
    if here.keys() >= set(names):
        return here[names[0]]
    found = next((full[name] for name in names if name in full), "")
    if found or any(form.first for form in forms_of(chain.names)):
        return found
    return next((alone[name] for name in names if name in alone), "")


def _standing(person: Person, chains: Sequence[Named], meant: Mapping[Named, str], texts: Sequence[str]) -> Standing:
    printed = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in person.printed))
    own = [chain for chain in chains if meant[chain] == person.name]
    entities = Counter(chain.entity for chain in own)
    largest = max(entities, key=lambda entity: (entities[entity], entity), default="")
    inside = [chain for chain in chains if chain.entity == largest]
    return Standing(
        person,
        sum(1 for text in texts if printed.search(text)),
        tuple(own),
        tuple(chain for chain in own if chain.entity != largest),
        tuple(chain for chain in inside if meant[chain] != person.name),
        tuple(Counter(name for chain in inside for name in chain.names).most_common()),
    )


def table(standings: Iterable[Standing]) -> Iterator[str]:
    """A row for each person: how many stories, chains, chains elsewhere, strangers, and the names of the entity."""
    yield "| | person | stories | chains | mentions | elsewhere | strangers | printed |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for at, one in enumerate(standings, 1):
        mark = "" if one.whole else " **split**" if one.split else " **stranger**"
        aliases = ", ".join(f"{name} {times}" for name, times in one.aliases)
        outside, strangers = ("; ".join(_shown(chains)) for chains in (one.outside, one.strangers))
        told_outside = f"{one.elsewhere:.1%}{f' ({outside})' if outside else ''}"
        told_strangers = f"{len(one.strangers)}{f' ({strangers})' if strangers else ''}"
        name, mentions = f"{one.person.name}{mark}", _mentions(one.chains)
        row = (at, name, one.stories, len(one.chains), mentions, told_outside, told_strangers, aliases)
        yield f"| {' | '.join(map(str, row))} |"


def _shown(chains: Iterable[Named]) -> Iterator[str]:
    counts = Counter(" = ".join(chain.names) for chain in chains)
    return (f"{name} {times}" for name, times in sorted(counts.items()))


def summary(standings: Sequence[Standing]) -> str:
    """How many are one entity with no stranger, and what is wrong with the others."""
    split = [one for one in standings if one.split]
    strange = [one for one in standings if one.strangers]
    chains, outside = (
        sum(len(held) for held in every) for every in zip(*((one.chains, one.outside) for one in standings), strict=True)
    )
    strangers = sum(len(one.strangers) for one in standings)
    return (
        f"{sum(one.whole for one in standings)} of {len(standings)} are one entity with no stranger; {len(split)} split, "
        f"{len(strange)} with strangers; {outside} of {chains} chains elsewhere, {strangers} strangers"
    )


def apart(people: Sequence[Person], chains: Sequence[Named]) -> Iterator[str]:
    """For each pair that must be two, whether an entity holds both."""
    full = {person.name: person.full for person in people}
    for pair in APART:
        of_each = [
            {chain.entity for chain in chains if not full.get(name, {fold(name)}).isdisjoint(map(fold, chain.names))}
            for name in pair
        ]
        yield f"{pair[0]} and {pair[1]}: {'one entity' if of_each[0] & of_each[1] else 'apart'}"


def unjudged(folder: Path, people: Sequence[Person], least: int) -> Iterator[str]:
    """The full names that CoreNLP finds in at least so many stories and that are nobody's who is judged."""
    known = frozenset(name for person in people for name in person.full)
    found: dict[str, set[str]] = defaultdict(set)
    with gzip.open(folder / "corenlp_train.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            for name in _persons(row["sentences"]):
                if form_of(name).first:
                    found[fold(name)].add(row["id"])
    many = {name: len(found[name]) for name in sorted(found) if len(found[name]) >= least and name not in known}
    if many:
        told = ", ".join(f"{name} {times}" for name, times in sorted(many.items(), key=lambda one: (-one[1], one[0])))
        yield f"named as persons by CoreNLP in {least} stories or more, and not judged: {told}"


def _persons(sentences: Iterable[Sequence[Sequence[object]]]) -> Iterator[str]:
    """The runs of words that CoreNLP takes for a person's name."""
    for sentence in sentences:
        words: list[str] = []
        for word, *_, kind in ((token[0], token[5]) for token in sentence):
            if kind == "PERSON":
                words.append(str(word))
            elif words:
                yield " ".join(words)
                words = []
        if words:
            yield " ".join(words)


def suspicious(chains: Sequence[Named]) -> Iterator[str]:
    """Entities of more than one document whose names cannot be one person's, and names that stand in several entities."""
    forms: dict[str, Counter[Form]] = defaultdict(Counter)
    for chain in chains:
        forms[chain.entity].update(form for form in forms_of(chain.names) if form.first)
    yield "\nentities of several names:"
    for entity, own in sorted(forms.items()):
        strange = [pair for pair in combinations(sorted(own), 2) if clash(*pair) or not related(*pair)]
        if strange:
            yield f"  {entity[:8]} {'; '.join(f'{_told(form)} {own[form]}' for form in sorted(own)[:FEW])}"
    yield "one full name in several entities:"
    holders: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for entity, own in forms.items():
        for form, times in own.items():
            holders[form.first, form.surname, form.suffix][entity] += times
    for (first, surname, suffix), held in sorted(holders.items(), key=lambda one: (-one[1].total(), one[0])):
        if len(held) > 1:
            shares = ", ".join(str(times) for _, times in held.most_common())
            yield f"  {' '.join(filter(None, (first, surname, suffix)))}: {shares}"


def _told(form: Form) -> str:
    return " ".join(filter(None, (form.first, form.middle, form.spelled, form.suffix)))


if __name__ == "__main__":
    main()
