"""Grouping of names: which names of a document mean one person, organization or place."""

from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.core.names import PersonName, split_person
from onrecord.core.readings import EntityType
from onrecord.core.spans import Span
from onrecord.knowledge.name_shares import may_be_short_for
from onrecord.knowledge.name_words import known_organizations, known_places, name_words
from onrecord.knowledge.people import Gender, given_names
from onrecord.reading.expansions import spells
from onrecord.reading.layout import Layout
from onrecord.reading.names import Name
from onrecord.reading.naming import folding
from onrecord.reading.titles import FoundTitle


@dataclass(slots=True, eq=False)
class Group:
    """The names of one entity while they are gathered: their spans in order, and what is known of it."""

    type: EntityType
    spans: list[Span]
    forms: dict[str, int]
    parts: PersonName | None = None
    gender: Gender = "u"
    families: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    fulls: list[Span] = field(default_factory=list)

    def name(self, text: str) -> str:
        """The fullest form printed, the most frequent first among equals, then the earliest."""
        printed = [" ".join(text[slice(*span)].split()) for span in self.spans]
        best = max(printed, key=lambda form: (len(form.split()), len(form), printed.count(form)))
        return best if not best.isupper() or self.type != "person" else best.title()


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
    groups: list[Group] = []
    partial: list[Name] = []
    for name in names:
        words = layout.text[slice(*name.span)].split()
        if len(words) == 1 or all(word.islower() for word in words[:-1]):
            partial.append(name)
        else:
            _add_full(layout, name, groups, beside)
    _join_double_surnames(groups)
    doubtful: Doubtful = []
    for name in partial:
        _add_partial(layout, name, groups, beside, doubtful)
    return groups, doubtful


def _form(layout: Layout, name: Name) -> str:
    return folding(" ".join(layout.text[slice(*name.span)].split()))


def _add_full(layout: Layout, name: Name, groups: list[Group], beside: dict[Span, list[FoundTitle]]) -> None:
    parts = split_person(_form(layout, name))
    for group in groups:
        if group.parts is not None and _same(group.parts, parts):
            if len(parts.first) > len(group.parts.first.rstrip(".")):
                group.parts = parts
            break
    else:
        group = Group("person", [], {}, parts)
        groups.append(group)
    group.fulls.append(name.span)
    _join(layout, name, group, beside)


def _same(one: PersonName, other: PersonName) -> bool:
    if one.last != other.last or one.suffix != other.suffix:
        return False
    if one.first == other.first or may_be_short_for(one.first, other.first):
        return not (one.middle and other.middle) or one.middle[0] == other.middle[0]
    short, long = sorted((one.first, other.first), key=len)
    return len(short) == 1 and long.startswith(short)


def _join_double_surnames(groups: list[Group]) -> None:
    """Full-looking groups that are the end of a longer name (`Wasserman Schultz`) join it."""
    for short in list(groups):
        form = next(iter(short.forms))
        longer = [group for group in groups if group is not short and any(full.endswith(" " + form) for full in group.forms)]
        if len(longer) == 1 and short.parts is not None and short.parts.first not in given_names():
            for span in short.spans:
                longer[0].spans.append(span)
            longer[0].forms.update(short.forms)
            groups.remove(short)


def _add_partial(layout: Layout, name: Name, groups: list[Group], beside: dict[Span, list[FoundTitle]], doubtful: Doubtful) -> None:
    form = _form(layout, name)
    fitting = [group for group in groups if _fits(form, group) and _titles_allow(name, group, beside)]
    if len(fitting) > 1:
        fitting = _closest(name, form, fitting, beside)
    if len(fitting) > 1:
        doubtful.append((name.span, fitting))
        return
    if fitting:
        group = fitting[0]
    else:
        group = Group("person", [], {}, split_person(form))
        groups.append(group)
    _join(layout, name, group, beside)


def _fits(form: str, group: Group) -> bool:
    parts = group.parts
    if parts is None:
        return False
    whole = f"{parts.particles} {parts.last}".strip()
    if form in (parts.last, whole) or form in group.forms:
        return True
    if form == parts.first and parts.last:
        return True
    return any(form == "".join(word[0] for word in full.split()) and len(form) > 2 for full in group.forms)


def _titles_allow(name: Name, group: Group, beside: dict[Span, list[FoundTitle]]) -> bool:
    genders = {title.gender for title in beside.get(name.span, ())} - {"u"}
    return not genders or group.gender == "u" or group.gender in genders


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
    before = [group for group in fitting if any(span < name.span for span in group.fulls)]
    if len(before) == 1:
        return before
    if not before:
        return fitting
    last = max(before, key=lambda group: max(span for span in group.fulls if span < name.span))
    most = max(len(group.fulls) for group in fitting)
    leading = [group for group in fitting if len(group.fulls) == most]
    if last in leading:
        return [last]
    return fitting


def _join(layout: Layout, name: Name, group: Group, beside: dict[Span, list[FoundTitle]]) -> None:
    form = _form(layout, name)
    group.spans.append(name.span)
    group.forms[form] = group.forms.get(form, 0) + 1
    for title in beside.get(name.span, ()):
        group.families |= title.families
        if title.role:
            group.roles.add(title.role)
        if title.gender != "u" and group.gender == "u":
            group.gender = title.gender
    if group.gender == "u" and group.parts is not None and group.parts.first:
        group.gender = given_names().get(group.parts.first, "u")


def _others(layout: Layout, names: list[Name]) -> list[Group]:
    groups: list[Group] = []
    keys: dict[tuple[EntityType, str], Group] = {}
    short = _spelled_out(layout, names)
    for name in sorted(names, key=lambda name: (-len(layout.text[slice(*name.span)].split()), name.span)):
        form = short.get(_form(layout, name), _form(layout, name))
        known = known_organizations() if name.type == "organization" else known_places()
        group = keys.get((name.type, known.get(form, form))) or _shortened(form, name.type, groups)
        if group is None:
            group = Group(name.type, [], {})
            groups.append(group)
        keys.setdefault((name.type, known.get(form, form)), group)
        group.spans.append(name.span)
        group.forms[_form(layout, name)] = group.forms.get(_form(layout, name), 0) + 1
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


def _shortened(form: str, kind: EntityType, groups: list[Group]) -> Group | None:
    """The one organization of which the form is the initials or the end (`City Council` of `Calder City Council`)."""
    if kind != "organization":
        return None
    fitting = [
        group
        for group in groups
        if group.type == kind and any(_initials(full) == form or _ends(full, form) for full in group.forms)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _initials(form: str) -> str:
    return "".join(word[0] for word in form.split() if word not in ("of", "the", "and", "for", "in", "on"))


def _ends(full: str, form: str) -> bool:
    return full.endswith(" " + form) and form in full and (" " in form or form in name_words("head"))
