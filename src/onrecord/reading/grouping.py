"""Grouping of names: which names of a document mean one person, organization or place."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from onrecord.core.names import PersonName, nickname_inside, spaced_initials, split_person
from onrecord.core.readings import EntityType
from onrecord.core.spans import Span
from onrecord.knowledge.name_order import person_parts, surname_first
from onrecord.knowledge.name_shares import may_be_short_for
from onrecord.knowledge.name_words import known_organizations, known_places, name_words
from onrecord.knowledge.people import Gender, given_names, known_surnames
from onrecord.reading.bodies import Name
from onrecord.reading.expansions import spells
from onrecord.reading.layout import Layout
from onrecord.reading.naming import folding
from onrecord.reading.titles import FoundTitle

GenderBy = Literal["", "title", "name", "pronoun"]


@dataclass(slots=True, eq=False)
class Group:
    """The names of one entity while they are gathered: their spans in order, and what is known of it.

    `titled` are the words of all titles beside them, `families` those of the roles, `past` and `held` those among them that a title
    tells as past and as not, `fulls` the names with a given name; `gender_by` tells whether a title, the given name or a pronoun
    told the gender, `borne_out` how many more pronouns meant it by that gender than by the other.
    """

    type: EntityType
    spans: list[Span]
    forms: dict[str, int]
    parts: PersonName | None = None
    gender: Gender = "u"
    gender_by: GenderBy = ""
    borne_out: int = 0
    families: set[str] = field(default_factory=set)
    past: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    fulls: list[Span] = field(default_factory=list)

    def name(self, text: str) -> str:
        """The fullest form printed, the most frequent first among equals, then the earliest."""
        printed = Counter(" ".join(text[slice(*span)].split()) for span in self.spans)
        best = max(printed, key=lambda form: (len(form.split()), len(form), printed[form]))
        return best if not best.isupper() or self.type != "person" else best.title()


KIN_FAMILIES = frozenset(["lady", "first lady", "relative", "associate"])
"""What somebody is to another: who is only that does not bear the office of the other (`the first lady` is not `President X`)."""

LONG_BEFORE = 4
"""So many surnames before the first full name, with a `Jr.`, are not the younger one's; a headline and a caption have fewer."""

NEAR = 400
"""Characters within which a full name still tells whose surname follows: about a paragraph of news."""

Doubtful = list[tuple[Span, list[Group]]]


def grouped(layout: Layout, names: tuple[Name, ...], titles: tuple[FoundTitle, ...]) -> tuple[list[Group], Doubtful]:
    """The groups in order of first name, and the names that could be of several groups' persons, left out of them."""
    beside: dict[Span, list[FoundTitle]] = {}
    for title in titles:
        beside.setdefault(title.person, []).append(title)
    persons, doubtful = _persons(layout, [name for name in names if name.type == "person"], beside)
    others = _others(layout, [name for name in names if name.type != "person"])
    groups = [*persons, *others]
    for group in groups:
        group.spans.sort()
    return sorted(groups, key=lambda group: group.spans[0]), doubtful


def _persons(layout: Layout, names: list[Name], beside: dict[Span, list[FoundTitle]]) -> tuple[list[Group], Doubtful]:
    index: _Index = {}
    partial: list[Name] = []
    for name in names:
        if _parts(layout, name).first:
            _add_full(layout, name, index, beside)
        else:
            partial.append(name)
    joined = _join_double_surnames(index)
    doubtful: Doubtful = []
    elders = _elders(layout, partial, index)
    for name in sorted(partial, key=lambda name: not any(title.families for title in beside.get(name.span, ()))):
        _add_partial(layout, name, index, beside, elders, doubtful)
    return [
        group for group in dict.fromkeys(group for groups in index.values() for group in groups) if group not in joined
    ], doubtful


def _elders(layout: Layout, partial: list[Name], index: "_Index") -> frozenset[Span]:
    """The surnames alone that a text has used for long before it names a `Jr.` of the surname, and nobody else, in full."""
    found: set[Span] = set()
    for surname, groups in index.items():
        bearers = [group for group in groups if group.parts is not None and group.parts.last == surname]
        if bearers and all(group.parts is not None and group.parts.suffix for group in bearers):
            first = min(group.fulls[0] for group in bearers)
            before = [name.span for name in partial if name.span < first and _form(layout, name) == surname]
            found.update(before if len(before) >= LONG_BEFORE else ())
    return frozenset(found)


_Index = dict[str, list[Group]]
"""Groups by each word of their first full name and by its initials, so that a name is compared with few."""


def _enter(group: Group, form: str, index: _Index) -> None:
    words = form.split()
    for key in dict.fromkeys([*words, "".join(word[0] for word in words)]):
        its_own = index.setdefault(key, [])
        if all(group is not other for other in its_own):
            its_own.append(group)


def _form(layout: Layout, name: Name) -> str:
    printed = _printed(layout, name)
    if name.type != "person" or not ("." in printed or "(" in printed):
        return folding(printed)
    *given, last = spaced_initials(printed).split()
    return folding(" ".join((*given, last)).replace("(", "").replace(")", "")) if len(last) > 2 else folding(printed)


def _parts(layout: Layout, name: Name) -> PersonName:
    """The parts of the name; its capitals tell the given name of `Ben Carlin` from the particle of `ben Ali`.

    One word is a surname, with a hyphen too: the folded form of `Lane-Okafor` looks like a given name and a surname.
    """
    whole = _printed(layout, name)
    if nickname_inside(whole):
        return split_person(whole)
    if surname_first(whole):
        return person_parts(whole)
    folded, printed = split_person(_form(layout, name)), split_person(whole)
    return printed if bool(printed.first) != bool(folded.first) else folded


def _printed(layout: Layout, name: Name) -> str:
    return " ".join(layout.text[slice(*name.span)].split())


def _add_full(layout: Layout, name: Name, index: _Index, beside: dict[Span, list[FoundTitle]]) -> None:
    parts = _parts(layout, name)
    for group in index.get(parts.last.split()[-1] if parts.last else "", ()):
        if group.parts is not None and (_same(group.parts, parts) or _by_nickname(layout, name, parts, group)):
            if len(parts.first) > len(group.parts.first.rstrip(".")):
                group.parts = parts
            _enter(group, _form(layout, name), index)
            break
    else:
        group = Group("person", [], {}, parts)
        _enter(group, _form(layout, name), index)
    group.fulls.append(name.span)
    _join(layout, name, group, beside)


def _by_nickname(layout: Layout, name: Name, parts: PersonName, group: Group) -> bool:
    """Whether one of two names has the other's given name as a nickname in marks: `Edward “Ted” Malloy`, `Ted Malloy`."""
    if group.parts is None or (parts.last, parts.suffix) != (group.parts.last, group.parts.suffix):
        return False
    theirs = {nickname_inside(" ".join(layout.text[slice(*span)].split())) for span in group.fulls}
    return parts.first in theirs or group.parts.first == nickname_inside(_printed(layout, name))


def _same(one: PersonName, other: PersonName) -> bool:
    """Whether two full names of a text are one person's; who is called by two initials (`J.R. Quill`) is not `Janet Quill`."""
    if one.last != other.last or one.suffix != other.suffix:
        return False
    if one.first == other.first or may_be_short_for(one.first, other.first):
        return not (one.middle and other.middle) or one.middle[0] == other.middle[0]
    short, long = sorted((one, other), key=lambda parts: len(parts.first))
    called_by_initials = len(short.first) == 1 and short.middle and not long.middle and len(long.first) > 1
    return len(short.first) == 1 and long.first.startswith(short.first) and not called_by_initials


def _join_double_surnames(index: _Index) -> set[Group]:
    """The groups whose name is the end of one longer name (`Wasserman Schultz`), after joining them to it."""
    joined: set[Group] = set()
    for short in list(dict.fromkeys(group for groups in index.values() for group in groups)):
        form = next(iter(short.forms))
        near = index[form.split()[-1]]
        longer = [group for group in near if group is not short and any(full.endswith(" " + form) for full in group.forms)]
        if len(longer) == 1 and longer[0] not in joined:
            longer[0].spans.extend(short.spans)
            longer[0].forms.update(short.forms)
            joined.add(short)
    for groups in index.values():
        groups[:] = [group for group in groups if group not in joined]
    return joined


def _add_partial(
    layout: Layout,
    name: Name,
    index: _Index,
    beside: dict[Span, list[FoundTitle]],
    elders: Collection[Span],
    doubtful: Doubtful,
) -> None:
    form = _form(layout, name)
    if two := _two_surnames(_printed(layout, name), index):
        doubtful.append((name.span, two))
        return
    near = [group for group in index.get(form.split()[-1], ()) if _titles_allow(name, group, beside)]
    if name.span in elders:
        near = [group for group in near if group.parts is None or not group.parts.suffix]
    fitting = _named_before(name, [group for group in near if _fits(form, group)], [g for g in near if _of_two_surnames(form, g)])
    if len(fitting) > 1:
        fitting = _closest(name, form, fitting, beside)
    if len(fitting) > 1:
        doubtful.append((name.span, fitting))
        return
    if fitting:
        group = fitting[0]
    else:
        group = Group("person", [], {}, _parts(layout, name))
        _enter(group, form, index)
    _join(layout, name, group, beside)


def _named_before(name: Name, by_last: list[Group], by_first: list[Group]) -> list[Group]:
    """Those whose last surname a name is, else those whose first of two it is, as well where the others come only later."""
    before = [group for group in by_first if any(span < name.span for span in group.fulls)]
    met = any(span < name.span for group in by_last for span in group.spans)
    return before if before and by_last and not met else by_last or by_first


def _two_surnames(printed: str, index: _Index) -> list[Group]:
    """The two persons whose surnames a name joins (`a Lane-Okafor ticket`), each of whom the text names in full; else nobody."""
    halves = [folding(half) for half in printed.split("-")]
    if len(halves) != 2 or not all(halves):
        return []
    bearers = [
        [group for group in index.get(half, ()) if group.fulls and group.parts and group.parts.last == half] for half in halves
    ]
    return [found[0] for found in bearers] if all(bearers) else []


def _fits(form: str, group: Group) -> bool:
    parts = group.parts
    if parts is None:
        return False
    whole = f"{parts.particles} {parts.last}".strip()
    if form in (parts.last, whole) or form in group.forms:
        return True
    given = form in (parts.first, parts.first.rpartition(" ")[2])  # `Mai` of `Nguyen Thi Mai`
    if parts.last and (given or (form not in parts.middle.split() and _among(form, group))):
        return True
    if " " in form and any(full.endswith(f" {form}") for full in group.forms):
        return True
    return any(form == "".join(word[0] for word in full.split()) and len(form) > 2 for full in group.forms)


def _among(form: str, group: Group) -> bool:
    """Whether the name is one of the words of the person's full names: the nickname of `William “Bill” Quill` or `Bill Quill`."""
    return any(form in full.split()[:-1] for full in group.forms)


def _of_two_surnames(form: str, group: Group) -> bool:
    """Whether the name is the first surname of a person who has two (`Vidal` of `Ana Vidal Ruiz`)."""
    middle = group.parts.middle.split() if group.parts is not None else []
    return middle[-1:] == [form] and form not in given_names()


def _titles_allow(name: Name, group: Group, beside: dict[Span, list[FoundTitle]]) -> bool:
    genders = {title.gender for title in beside.get(name.span, ())} - {"u"}
    if genders and group.gender != "u" and group.gender not in genders:
        return False
    kin = bool(group.families) and group.families <= KIN_FAMILIES
    return not kin or not any(title.families - KIN_FAMILIES for title in beside.get(name.span, ()))


def _closest(name: Name, form: str, fitting: list[Group], beside: dict[Span, list[FoundTitle]]) -> list[Group]:
    """Of several persons whom a part of a name fits: by surname before first name, by title, by who was named in full last."""
    by_surname = [group for group in fitting if group.parts is not None and group.parts.last and form != group.parts.first]
    fitting = by_surname or fitting
    families = {family for title in beside.get(name.span, ()) for family in title.families}
    titled = [group for group in fitting if families & group.families]
    if len(titled) == 1:
        return titled
    fitting = titled or fitting
    plain = [group for group in fitting if group.parts is not None and not group.parts.suffix]
    if len(plain) == 1 and len(fitting) > 1 and len(plain[0].fulls) >= len(fitting[0].fulls):
        return plain
    alone = [group for group in fitting if group.parts is not None and not group.parts.first]
    if len(alone) == 1 and len(alone[0].spans) >= max(len(group.fulls) for group in fitting):
        return alone
    before = [group for group in fitting if any(span < name.span for span in group.fulls)]
    before = _without_kin(before)
    if len(before) == 1:
        return before
    return _leading(name, before) if before else fitting


def _without_kin(fitting: list[Group]) -> list[Group]:
    """Those of one surname without whom the text only tells to be another's kin and calls by the whole name again and again.

    Whoever was named in full before all others stays: the story is theirs, whosever spouse they are called.
    """
    kin = [group for group in fitting if _is_kin(group) and len(group.fulls) > 1]
    others = [group for group in fitting if not any(group is one for one in kin)]
    first = min((group.fulls[0] for group in others if group.fulls), default=None)
    return [*others, *(group for group in kin if first is None or group.fulls[0] < first)]


def _is_kin(group: Group) -> bool:
    """Whether the text only tells whose kin the person is; a brother and a sister are clergy too."""
    kin = KIN_FAMILIES | ({"clergy"} if not name_words("kin_too").isdisjoint(group.titled) else set())
    return bool(group.families) and group.families <= kin


def _leading(name: Name, fitting: list[Group]) -> list[Group]:
    """The one named in full most often, where nobody else was just named so; who was named so last, where all were as often."""
    last = max(fitting, key=lambda group: max(span for span in group.fulls if span < name.span))
    counts = sorted((len(group.fulls) for group in fitting), reverse=True)
    leading = [group for group in fitting if len(group.fulls) == counts[0]]
    if last in leading:
        return [last]
    nearest = max(span.end for span in last.fulls if span < name.span)
    dominant = len(leading) == 1 and counts[0] >= 2 * counts[1]
    return leading if dominant and name.span.start - nearest > NEAR else fitting


def _join(layout: Layout, name: Name, group: Group, beside: dict[Span, list[FoundTitle]]) -> None:
    form = _form(layout, name)
    group.spans.append(name.span)
    group.forms[form] = group.forms.get(form, 0) + 1
    for title in beside.get(name.span, ()):
        group.families |= title.families
        (group.past if title.former else group.held).update(title.families)
        group.titled.update(folding(layout.text[slice(*title.span)]).split())
        if title.gender != "u" and group.gender in ("u", title.gender):
            group.gender, group.gender_by = title.gender, "title"
    if group.gender == "u" and group.parts is not None:
        alone = "" if group.parts.last in known_surnames() else group.parts.last
        group.gender = given_names().get(group.parts.first or alone, "u")
        group.gender_by = "name" if group.gender != "u" else ""


def _others(layout: Layout, names: list[Name]) -> list[Group]:
    groups: list[Group] = []
    keys: dict[tuple[EntityType, str], Group] = {}
    ends: dict[str, list[Group]] = {}
    short = _spelled_out(layout, names)
    first = {_form(layout, name): name.span for name in reversed(names)}
    for name in sorted(names, key=lambda name: (-len(layout.text[slice(*name.span)].split()), name.span)):
        printed = _form(layout, name)
        form = short.get(printed, printed)
        known = known_organizations() if name.type == "organization" else known_places()
        key = (name.type, known.get(form, form))
        group = keys.get(key) or (_shortened(form, ends, first[printed]) if name.type == "organization" else None)
        if group is None:
            group = Group(name.type, [], {})
            groups.append(group)
            if name.type == "organization":
                for ending in dict.fromkeys([form.split()[-1], _initials(form)]):
                    ends.setdefault(ending, []).append(group)
        keys.setdefault(key, group)
        group.spans.append(name.span)
        group.forms[printed] = group.forms.get(printed, 0) + 1
    return groups


def _spelled_out(layout: Layout, names: list[Name]) -> dict[str, str]:
    """Folded acronym → folded name, where the acronym stands in parentheses after the name that it is short for."""
    found: dict[str, str] = {}
    for name, following in pairwise(names):
        between = layout.text[name.span.end : following.span.start]
        if between == " (" and layout.text[following.span.end : following.span.end + 1] == ")" and following.type == name.type:
            letters = layout.text[slice(*following.span)].replace(".", "").lower()
            if spells(letters, layout.words_in(name.span)):
                found.setdefault(_form(layout, following), _form(layout, name))
    return found


def _shortened(form: str, ends: dict[str, list[Group]], first: Span) -> Group | None:
    """The one organization of which the form is the initials or the end (`City Council` of `Calder City Council`).

    One known by that name, whom the text names so before it names any other, is no other (`the Senate … the Ohio Senate`).
    """
    near = [group for group in ends.get(form.split()[-1], ()) if form not in known_organizations() or min(group.spans) < first]
    fitting = [group for group in near if any(_initials(full) == form or _ends(full, form) for full in group.forms)]
    return fitting[0] if len(fitting) == 1 else None


def _initials(form: str) -> str:
    return "".join(word[0] for word in form.split() if word not in ("of", "the", "and", "for", "in", "on"))


def _ends(full: str, form: str) -> bool:
    return full.endswith(" " + form) and form in full and (" " in form or form in name_words("head"))
