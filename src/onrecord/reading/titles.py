"""Titles in print beside persons' names: before them, after them, and in relative clauses."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from onrecord.core.names import fold
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.people import Gender, Role, roles
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.bodies import Name
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import LONGEST_ROLE, in_singular, lower, plural_title_at, role_at
from onrecord.reading.title_lists import is_plural, listed

LONGEST_TITLE = 14
"""Words that an apposition may have and still be taken for a title."""

_PREPOSITIONS = frozenset({"of", "at", "for", "with", "in", "from", "to", "on"})
"""What follows one of these after a role is of what or whom it is."""

_RELATIVES = frozenset({"who", "whose", "whom", "that", "which"})
"""What leads on from an apposition to more of the same person."""


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """A title with the span of the name that bears it and of the organization or place in it, before chains have ids.

    `role` is "" for an honorific, which tells a gender and nothing else.
    """

    person: Span
    span: Span
    role: str
    organization: Span | None
    former: bool
    families: frozenset[str]
    gender: Gender


def find_titles(layout: Layout, names: tuple[Name, ...]) -> tuple[FoundTitle, ...]:
    """The titles that stand beside the persons' names of a text, in order of name, the one before it first."""
    index = {word.start: at for at, word in enumerate(layout.words)}
    found: list[FoundTitle] = []
    shared: dict[Span, FoundTitle] = {}
    persons = [name for name in names if name.type == "person"]
    for number, name in enumerate(persons):
        if name.span.start not in index:
            continue
        first = index[name.span.start]
        last = first
        while last < len(layout.words) and layout.words[last].start < name.span.end:
            last += 1
        before = _before(layout, names, name, first, last) or shared.get(name.span)
        if before is not None and name.span not in shared and is_plural(layout.words_in(before.span)):
            shared |= _listed(layout, persons[number:], before)
        after = _after(layout, names, name, last)
        found.extend(title for title in (before, after) if title is not None)
    return tuple(found)


def _listed(layout: Layout, persons: Sequence[Name], title: FoundTitle) -> dict[Span, FoundTitle]:
    """The title in the plural before the first of the persons as a title of the others of its list."""
    untitled = takewhile(lambda name: name.title is None, persons[1:])
    spans = [persons[0].span, *(name.span for name in untitled)]
    return {span: replace(title, person=span) for span in spans[1 : listed(layout.text, spans)]}


def _before(layout: Layout, names: tuple[Name, ...], name: Name, first: int, last: int) -> FoundTitle | None:
    """`City Council President Nury X`; `campaign manager Ann Lee`; `the mayor, Ana Ruiz`."""
    words = layout.words
    if name.title is not None:
        held = tuple(word for word in words[max(0, first - 16) : first] if word.start >= name.title.start)
        return _title(layout, name, held, name.affiliation)
    end = first - 1 if first and words[first - 1].text == "," else first
    start = _role_start(layout, end)
    if start is None or (end < first and not _determined(layout, start)):
        return None
    held = words[start:end]
    if end < first and (is_plural(held) or (_is_of_kin(held) and last < len(words) and words[last].text[0].isalnum())):
        return None
    return _title(layout, name, held, _named_in(names, Span(held[0].start, held[-1].end)))


def _is_of_kin(words: tuple[Word, ...]) -> bool:
    """Whether the words say whose kin somebody is: a name after their comma is so where a mark closes it, not in `Beside his wife,
    Quill denied it`."""
    return any(role.family in ("relative", "woman", "man", "associate") for role in _roles_of(words, whole=True))


def _determined(layout: Layout, start: int) -> bool:
    """Whether a title with a comma after it is of the person named next: `the mayor, Ana Ruiz`; `Council President, Ana Ruiz`."""
    if layout.words[start].capitalized:
        return True
    return start > 0 and layout.words[start - 1].text.lower() in ("the", "its", "their", "our", "his", "her", "my", "'s", "’s")


def _role_start(layout: Layout, end: int) -> int | None:
    """Where a lower-case title that ends before the index begins: its role with the words that qualify it."""
    words = layout.words
    sentence = layout.sentence_at(words[end - 1].start).start if end else 0
    for size in range(LONGEST_ROLE, 0, -1):
        start = end - size
        inside = start >= 0 and words[start].start >= sentence
        found = role_at(words, start, end) or plural_title_at(words, start, end) if inside else None
        if found is not None and found[1] == end and found[0].kind in ("role", "title"):
            break
    else:
        return None
    while start and words[start - 1].start >= sentence and _qualifies(words[start - 1 - _shortened(words, start - 1)]):
        start -= 1 + _shortened(words, start - 1)
    return start


def _shortened(words: Sequence[Word], at: int) -> int:
    """1 where the point of an abbreviation stands at an index: `Acme Corp. president`; else 0."""
    return int(words[at].text == "." and at > 0 and words[at - 1].end == words[at].start and words[at - 1].capitalized)


def _qualifies(word: Word) -> bool:
    text = lower(word)
    return text in name_words("lead_in") or (word.capitalized and text not in name_words("opening") and word.text[0].isalpha())


def _after(layout: Layout, names: tuple[Name, ...], name: Name, last: int) -> FoundTitle | None:
    """`X, 61, the mayor of Y, said`; `X, Executive Director at Y`; `X, who is the mayor of Y`; `X is a councilman`."""
    words = layout.words
    sentence = layout.sentence_at(name.span.start)
    at = last
    predicate = at + 1 < len(words) and words[at].text in ("is", "became") and words[at + 1].text in ("a", "an", "the")
    if at >= len(words) or not (predicate or words[at].text in (",", "(")) or words[at].start >= sentence.end:
        return None
    at += 1
    if at + 1 < len(words) and words[at].text.isdigit() and words[at + 1].text == ",":
        at += 2
    if at + 1 < len(words) and words[at].text == "who" and lower(words[at + 1]) in ("is", "was", "serves", "served", "'s"):
        at += 2
    end = at
    while end < len(words) and end - at < LONGEST_TITLE and words[end].start < sentence.end and _goes_on(words, at, end):
        end += 1
    while at < end and lower(words[at]) in ("the", "a", "an", "as", "and", "its", "their"):
        at += 1
    head = _head(words, at, end)
    if head is None or (words[last].text == "," and _is_subject(layout, name, words[last + 1], end)):
        return None
    return _title(layout, name, words[at:end], _named_in(names, Span(words[at].start, words[end - 1].end)))


def _is_subject(layout: Layout, name: Name, first: Word, end: int) -> bool:
    """Whether `the …` after a comma is the subject of its own verb: `Beside his wife, Ana Lind, the nominee denied it`.

    It is where an adverb or what it did follows its role, or neither a mark nor `who` ends it, unless the name begins a sentence or
    follows a quotation.
    """
    words = layout.words
    start = (name.title or name.span).start
    opens = start == layout.sentence_at(start).start or layout.text[:start].rstrip()[-1:] in ('"', "”", "’", "'")
    if lower(first) != "the" or opens:
        return False
    unended = end < len(words) and words[end].text[0].isalnum() and lower(words[end]) not in _RELATIVES
    return unended or _acts(words, bisect_left(layout.starts, first.end), end)


def _acts(words: tuple[Word, ...], first: int, end: int) -> bool:
    """Whether a finite verb plainly follows the first role: `nominee flatly denied it`, not `lawyer accused of fraud`."""
    ends = (found[1] for at in range(first, min(end, first + 6)) if (found := role_at(words, at, end)) is not None)
    at = next(ends, end)
    if at + 1 >= end:
        return False
    text, following = lower(words[at]), lower(words[at + 1])
    if text in phrase_words("adverb") | (phrase_words("auxiliary") & phrase_words("verb")) or text.endswith("ly"):
        return True
    does = text.endswith("ed") and following in phrase_words("determiner") | phrase_words("object")
    return does or (text in reporting_verbs() and following not in phrase_words("within"))


def _goes_on(words: tuple[Word, ...], first: int, at: int) -> bool:
    text = words[at].text
    if text in ("&", "-") or text[0].isalnum():
        return lower(words[at]) not in name_words("ends_title")
    behind = words[at + 1].text if at + 1 < len(words) else ""
    goes_on = bool(_shortened(words, at)) and (behind.islower() or behind in ("'s", "’s"))
    return at > first and (text in ("'s", "’s") or goes_on)


def _head(words: tuple[Word, ...], first: int, last: int) -> Role | None:
    """The role at the head of an apposition: the first one before any `of`, `at`, `for`."""
    for at in range(first, min(last, first + 6)):
        if lower(words[at]) == "and" or lower(words[at]) in _PREPOSITIONS:
            return None
        found = role_at(words, at, last)
        if found is not None and found[0].kind in ("role", "title") and not _goes_on_to_noun(words, found[1], last):
            return found[0]
    return None


def _goes_on_to_noun(words: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether the role modifies a noun after it (`mayor hopeful`, `president pro tem` do; `president of` does not)."""
    if at >= last:
        return False
    text = lower(words[at])
    return text in ("'s",) or role_at(words, at, last) is not None


def _named_in(names: tuple[Name, ...], span: Span) -> Span | None:
    first = bisect_left(names, span.start, key=lambda name: name.span.start)
    inside = [name for name in names[first : first + LONGEST_TITLE] if name.span.within(span)]
    for kind in ("organization", "place"):
        for name in inside:
            if name.type == kind:
                return name.span
    return None


def _title(layout: Layout, name: Name, words: tuple[Word, ...], organization: Span | None) -> FoundTitle | None:
    if not words:
        return None
    span = Span(words[0].start, words[-1].end)
    words = in_singular(words) if is_plural(words) else words
    past = words[0].text.lower().split("-")[0] in name_words("former") or _late(layout, words[0])
    kept = [word for word in words if organization is None or not word.span.overlaps(organization)]
    found = _roles_of(tuple(kept), whole=span.start < name.span.start)
    honorific = all(role.kind == "honorific" for role in found)
    return FoundTitle(
        name.span,
        span,
        "" if honorific else _role(kept),
        organization,
        past,
        frozenset(role.family for role in found if role.kind != "honorific"),
        _gender_of(words),
    )


def _gender_of(words: tuple[Word, ...]) -> Gender:
    """What a title's own roles tell, not those of somebody in it: `strategist for Mrs. Lind`, `Mrs. Lind's brother`."""
    gender: Gender = "u"
    any_role, at = False, 0
    while at < len(words) and not (any_role and lower(words[at]) in _PREPOSITIONS):
        here = role_at(words, at, len(words))
        if here is not None:
            gender = here[0].gender if gender == "u" else gender
            any_role = True
        elif words[at].text in ("'s", "’s"):
            gender = "u"
        at = at + 1 if here is None else here[1]
    return gender


def _late(layout: Layout, word: Word) -> bool:
    return layout.text[max(0, word.start - 5) : word.start].lower() in ("then-", "late ", "then ")


def _roles_of(words: tuple[Word, ...], *, whole: bool) -> list[Role]:
    """The roles of a title; if not of the whole of it, not those of what one of them is of: `X, a nominee of President Lind`; of
    whose kin or aide somebody is never: `X, President Lind's daughter`."""
    found: list[Role] = []
    head = list(takewhile(lambda word: lower(word) not in _PREPOSITIONS, words))
    at, complement = max((at + 1 for at, word in enumerate(head) if word.text in ("'s", "’s")), default=0), False
    while at < len(words):
        here = role_at(words, at, len(words))
        if here is not None and (whole or not complement):
            found.append(here[0])
        complement = (complement or (bool(found) and lower(words[at]) in _PREPOSITIONS)) and lower(words[at]) not in ("and", ",")
        at = at + 1 if here is None else here[1]
    return found


def _has_one_form(role: Role) -> bool:
    """Whether the form is only another spelling of the role: an abbreviation, one that tells a gender, one word of a title."""
    return role.form.endswith(".") or role.gender != "u" or (role.kind == "title" and " " not in role.form)


def _role(words: list[Word]) -> str:
    """The role folded, without the organization, `former`, and the prepositions that are left at its edges."""
    texts = [word.text for word in words]
    while texts and texts[0].lower() in name_words("former") | {"the", "a", "an", "of", "and", "then"}:
        texts.pop(0)
    while texts and texts[-1].lower() in ("of", "at", "for", "the", "in", "with", "and", "'s", "’s", ",", "from", "on", "a"):
        texts.pop()
    for at in range(len(texts)):
        form = " ".join(texts[at:]).lower()
        if form in roles() and _has_one_form(roles()[form]):
            return fold(" ".join([*texts[:at], roles()[form].role]))
    return fold(" ".join(texts))
