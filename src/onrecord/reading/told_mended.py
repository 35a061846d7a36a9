"""Names that a network told, mended before they are joined with others: cut where they run on, freed of what is none of them, and a
person's known for one by what lists and the print tell."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from onrecord.knowledge.name_words import known_organizations, known_places, name_words, organization_nouns
from onrecord.knowledge.people import given_names, known_surnames, roles
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import end_of_role, folding, lower, role_at
from onrecord.reading.told_name import ToldName

CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(-(TV|FM|AM))?")
"""How American stations are called, by letters that the country's commission gives (47 CFR 73.3550)."""

LONGEST = 12
"""Words of a name; what is longer is a list or a line of a page."""

_BEFORE = ("the", "a", "an")
_AFTER = ("'s", "'")
_MEMBERS = ("democrat", "republican")
_COUNSEL = ("lawyers", "attorneys", "counsel", "lawyer", "attorney")
_CALLED = ("high", "middle", "elementary", "era", "law", "laws", "act")
"""What schools, times and laws that are called by a person go on with: `Ida Lind high school`, `the Jim Crow era`."""
_MARKS = ('"', "“", "”", "``", "''")


def mended(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names as they are to be joined, in the order in which they were told."""
    return _trimmed(layout, _single(layout, _of_bodies(layout, _of_people(layout, _parted(layout, told)))))


def _parted(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, those that run over the end of a paragraph cut there: `referring to Lind` and `Quill said` below it are two."""
    for name in told:
        start = name.first
        for at in range(name.first + 1, name.last):
            if layout.words[at].start >= layout.paragraph_at(layout.words[start].start).end:
                yield name._replace(first=start, last=at)
                start = at
        yield name._replace(first=start)


def _of_people(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, those that are plainly a person's made so: a given name and a surname of the lists, or with an age behind them;
    without the party or the lawyers before them (`Republican Ida Lind`, `Lawyers for Ida Lind`)."""
    for name in told:
        first = name.first + _led_by(layout, name)
        ends = name.last - first in (2, 3) and name.type != "person" and _is_full(layout, first, name.last)
        yield name._replace(first=first, type="person", sure=1.0) if ends else name


def _led_by(layout: Layout, name: ToldName) -> int:
    words = [lower(word) for word in layout.words[name.first : name.last]]
    if words[0] in _MEMBERS:
        return 1
    return 2 if words[1:2] == ["for"] and words[0] in _COUNSEL else 0


def _is_full(layout: Layout, first: int, last: int) -> bool:
    """Whether the words are a person's whole name by what is known of them, or by the age or the role behind them."""
    words = layout.words
    given, surname = words[first], words[last - 1]
    if given.text.isupper() or lower(given) not in given_names() or articled(layout, first) or names_body(layout, last):
        return False
    if any(lower(word) in body_nouns() or lower(word) in roles() for word in words[first + 1 : last]):
        return False
    form = folding(layout.text[given.start : surname.end])
    if form in known_organizations() or form in known_places():
        return False
    behind = [word.text for word in words[last : last + 3]]
    if len(behind) == 3 and behind[0] == ",":
        aged = behind[1].isdigit() and len(behind[1]) == 2 and behind[2] in (",", ".")
        if aged or (behind[1] in _BEFORE and role_at(words, last + 2, last + 3) is not None):
            return True
    return folding(surname.text) in known_surnames()


def names_body(layout: Layout, at: int) -> bool:
    """Whether what stands at an index is called by the name before it: `Ida Lind high school`, `Ida Lind Center`."""
    text = lower(layout.words[at]) if at < len(layout.words) else ""
    return text in body_nouns() or text in _CALLED


@cache
def body_nouns() -> Collection[str]:
    """Surnames that as often end the name of a body or a place."""
    return name_words("surname_too") | name_words("head") | name_words("site") | organization_nouns().keys()


def articled(layout: Layout, at: int) -> bool:
    """Whether an article stands right before an index."""
    return at > 0 and lower(layout.words[at - 1]) in _BEFORE


def _of_bodies(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, those that are plainly a body's made so: `told KQRL`, `Osterby Energy`, `the Marl School District`."""
    for name in told:
        words = layout.words[name.first : name.last]
        schools = name.type == "place" and [lower(word) for word in words[-2:]] == ["school", "district"]
        body = schools or (name.type == "person" and (_is_station(words) or _ends_as_body(words)))
        yield name._replace(type="organization") if body else name


def _is_station(words: Sequence[Word]) -> bool:
    known = lower(words[0]) in given_names() or lower(words[0]) in known_surnames()
    return len(words) == 1 and not known and CALL_SIGN.fullmatch(words[0].text) is not None


def _ends_as_body(words: Sequence[Word]) -> bool:
    """Whether words end in what organizations' names end in and nobody's, and begin with no given name."""
    last = lower(words[-1])
    ends = last in name_words("head") and last not in name_words("surname_too") and last not in known_surnames()
    return len(words) > 1 and ends and lower(words[0]) not in given_names()


def _single(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names, two persons told as one apart: `Ida & Jon`."""
    for name in told:
        if name.type == "person" and name.last - name.first == 3 and layout.words[name.first + 1].text == "&":
            yield from (name._replace(last=name.first + 1), name._replace(first=name.last - 1))
        else:
            yield name


def _trimmed(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names without articles, possessives, the end of a title and a party's member (`Ohio Democrat` is somebody of Ohio); what
    has no capital in it, as all names have, or half a nickname, is none."""
    words = layout.words
    for first, last, kind, sure in told:
        while first < last and lower(words[first]) in _BEFORE:
            first += 1
        while first < last and lower(words[last - 1]) in _AFTER:
            last -= 1
        first += end_of_role(layout.words, first, last) if kind == "person" else 0
        if kind in ("organization", "place") and last - first > 1 and lower(words[last - 1]) in _MEMBERS:
            last -= 1
            kind = "place" if folding(" ".join(word.text for word in words[first:last])) in known_places() else None
        marks = sum(word.text in _MARKS for word in words[first:last])
        if 0 < last - first <= LONGEST and marks % 2 == 0 and any(word.capitalized for word in words[first:last]):
            yield ToldName(first, last, kind, sure)


def with_nicknames(layout: Layout, told: Iterable[ToldName]) -> Iterator[ToldName]:
    """The names in order, given name and surname told apart joined over the nickname between them: `William “Bill” Quill`."""
    before: ToldName | None = None
    for name in sorted(told, key=lambda name: name[:2]):
        if before is not None and before.type == name.type == "person" and _nicknamed(layout, before.last, name.first):
            before = ToldName(before.first, name.last, "person", min(before.sure, name.sure))
        elif before is None or not _nickname(layout, before, name):
            if before is not None:
                yield before
            before = name
    if before is not None:
        yield before


def _nicknamed(layout: Layout, first: int, last: int) -> bool:
    """Whether the words between two names are one in quotation marks."""
    between = [word.text for word in layout.words[first:last]]
    return len(between) == 3 and between[0] in _MARKS and between[2] in _MARKS and between[1][0].isupper()


def _nickname(layout: Layout, before: ToldName, name: ToldName) -> bool:
    """Whether the second name is a nickname in quotation marks that stands right after the first, with more of it to come."""
    words = layout.words
    alone = before.type == name.type == "person" and name.first == before.last + 1 and name.last == name.first + 1
    if not alone or name.last + 1 >= len(words) or words[before.last].text not in _MARKS or words[name.last].text not in _MARKS:
        return False
    return words[name.last + 1].capitalized and words[name.last + 1].start < layout.sentence_at(words[before.first].start).end
