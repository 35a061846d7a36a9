"""One word, one thing: names of one word that a network took for a person here and for something else, or nothing, there; and
those that the text, or what is known, tells to be a body's or a place's."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.names import SUFFIXES
from onrecord.core.readings import EntityType
from onrecord.knowledge.name_words import known_organizations, known_places, name_words
from onrecord.knowledge.people import given_names, known_surnames
from onrecord.reading.layout import Layout
from onrecord.reading.naming import folding, lower, role_at
from onrecord.reading.told_mended import articled
from onrecord.reading.told_name import ToldName

_Counts = Counter[tuple[str, EntityType | None]]


@dataclass(frozen=True, slots=True)
class _Told:
    """How often words are told alone as what, by folded form; the first and last words, and the initials, of persons' names of
    several words; and the first ones of organizations' (`Acme` of `Acme Corp.`).

    A person once told alone is not believed elsewhere for that alone: nearly all such were moons, towns and medicines.
    """

    alone: _Counts
    parts: frozenset[str]
    initials: frozenset[str]
    heads: frozenset[str]

    def is_person(self, form: str, kind: EntityType | None) -> bool:
        """Whether a word told as this kind is more likely the text's person."""
        persons = self.alone[form, "person"]
        known = form in known_places() or form in known_organizations()
        return (form in given_names() and 0 < persons >= self.alone[form, kind]) or (form in self.parts and not known)

    def instead(self, form: str) -> EntityType | None:
        """What a word told as a person that no list of names has is more likely: what the text has it for, or is known for."""
        if form in self.parts or form in self.initials or form in given_names() or form in known_surnames():
            return None
        kinds: tuple[EntityType, ...] = ("organization", "place")
        elsewhere = max(kinds, key=lambda kind: self.alone[form, kind])
        if 0 < self.alone[form, elsewhere] >= self.alone[form, "person"]:
            return elsewhere
        if form in self.heads or form in known_organizations():
            return "organization"
        return "place" if form in known_places() else None

    def body(self, form: str) -> EntityType | None:
        """What a word that nobody told is where a role follows it: the text's body or place of that name."""
        if form in self.parts or form in name_words("kind") or form in name_words("nation"):
            return None
        if self.alone[form, "place"] or form in known_places():
            return "place"
        return "organization" if form in self.heads or self.alone[form, "organization"] else None

    def names(self, form: str) -> bool:
        """Whether a word that nobody told is the text's person."""
        personal = form in self.parts or form in given_names()
        return personal and self.alone[form, "person"] > self.alone[form, None]


def told_again(layout: Layout, names: Sequence[ToldName]) -> list[ToldName]:
    """The names in order, those of one word made persons where the text so names persons, and these where nobody told them.

    What stands where a place does (`in Reyes`) and is known as one stays; so does what stands after an article.
    """
    told = _told(layout, names)
    found = [name._replace(type=_kind(layout, name, told)) for name in names]
    covered = {word for name in names for word in range(name.first, name.last)}
    return sorted((*found, *_passed_over(layout, told, covered)), key=lambda name: name.first)


def _told(layout: Layout, names: Sequence[ToldName]) -> _Told:
    words = layout.words
    alone: _Counts = Counter((folding(words[name.first].text), name.type) for name in names if name.last - name.first == 1)
    parts: set[str] = set()
    initials: set[str] = set()
    for name in names:
        forms = [form for word in words[name.first : name.last] if (form := folding(word.text)) and form not in SUFFIXES]
        if name.type == "person" and 1 < len(forms) < 5:
            parts.update((forms[0], forms[-1]))
            initials.add("".join(form[0] for form in forms))
    bodies = [name for name in names if name.type == "organization" and name.last - name.first > 1]
    heads = frozenset(folding(words[name.first].text) for name in bodies)
    return _Told(alone, frozenset(part for part in parts if len(part) > 2), frozenset(initials), heads)


def _kind(layout: Layout, name: ToldName, told: _Told) -> EntityType | None:
    if _misread(layout, name, told):
        return "person"
    if name.type != "person" or name.last - name.first != 1 or _titled(layout, name.first):
        return name.type
    return told.instead(folding(layout.words[name.first].text)) or "person"


def _titled(layout: Layout, at: int) -> bool:
    return at > 0 and role_at(layout.words, at - 1, at) is not None


def _misread(layout: Layout, name: ToldName, told: _Told) -> bool:
    if name.type not in ("place", "organization") or name.last - name.first != 1 or articled(layout, name.first):
        return False
    form = folding(layout.words[name.first].text)
    sited = name.first > 0 and lower(layout.words[name.first - 1]) in name_words("before_place") and form in known_places()
    return not sited and told.is_person(form, name.type)


def _passed_over(layout: Layout, told: _Told, covered: Collection[int]) -> Iterator[ToldName]:
    """The words that nobody told and that the text tells as a person by themselves, or before a role as a body or place, beside no
    other word with a capital."""
    words = layout.words
    plain = {word.text for word in words if word.text.islower()}
    for at, word in enumerate(words):
        if at in covered or not word.capitalized or lower(word) in plain or lower(word) in name_words("calendar"):
            continue
        if _beside_capital(layout, at):
            continue
        if told.names(folding(word.text)) and not articled(layout, at):
            yield ToldName(at, at + 1, "person")
        elif _before_role(layout, at) and (kind := told.body(folding(word.text))) is not None:
            yield ToldName(at, at + 1, kind)


def _before_role(layout: Layout, at: int) -> bool:
    """Whether a role in lower case follows: `Acme spokeswoman`, `Calder police chief`."""
    words = layout.words
    following = range(at + 1, min(at + 3, len(words)))
    return any(words[index].text.islower() and role_at(words, index, index + 1) is not None for index in following)


def _beside_capital(layout: Layout, at: int) -> bool:
    words = layout.words
    sentence = layout.sentence_at(words[at].start)
    beside = (words[other] for other in (at - 1, at + 1) if 0 <= other < len(words))
    return any(word.capitalized and sentence.start <= word.start < sentence.end for word in beside)
