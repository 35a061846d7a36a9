"""Offices in the titles beside names: `former Mayor Ada Quill`, `Ada Quill, mayor of Osterby since 2019,`."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.core.readings import Tells, Title
from onrecord.core.spans import Span
from onrecord.knowledge.offices import office_words
from onrecord.knowledge.reporting import reporting_verbs
from onrecord.reading.layout import Word
from onrecord.reading.naming import in_singular, lower
from onrecord.reading.office_drafts import Complement, Draft, Page, complement_of, role_at_body
from onrecord.reading.office_times import Held, is_verb, times_after
from onrecord.reading.posts import full_place, place_after
from onrecord.reading.role_phrases import RolePhrase, role_phrases
from onrecord.reading.title_lists import is_plural, listed

LONGEST_LIST = 24
"""Names after a title in the plural among which the others that bear it are looked for."""

_BY_A_VERB = frozenset(("who", "is", "was", "became", "serves", "served", "'s"))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A title, the name that bears it, whether it stands before it, and whether it is one in the plural that several bear."""

    title: Title
    name: Span
    before: bool
    shared: bool = False


def title_drafts(page: Page) -> Iterator[Draft]:
    """The offices that the titles of a text tell of; what stands after a verb is told by that."""
    for title in page.chains.titles:
        placed = _placed(page, title)
        if placed is not None:
            yield from _of_title(page, placed)


def _placed(page: Page, title: Title) -> _Placed | None:
    spans = page.name_spans.get(title.person, ())
    if is_plural(page.layout.words_in(title.span)):
        return next((_Placed(title, span, before=True, shared=True) for span in _listed(page, title.span) if span in spans), None)
    after = next((span for span in spans if span.start >= title.span.end), None)
    between = page.layout.text[title.span.end : after.start].strip() if after is not None else "-"
    if after is not None and (not between or (between == "," and _closes(page, after))):
        return _Placed(title, after, before=True)
    if between == ",":
        return None
    earlier = [span for span in spans if span.end <= title.span.start]
    if not earlier:
        return None
    words = [lower(word) for word in page.layout.words_in(Span(earlier[-1].end, title.span.start))]
    if not _BY_A_VERB.isdisjoint(words) or ("the" in words and _is_subject(page, title.span)):
        return None
    return _Placed(title, earlier[-1], before=False)


def _listed(page: Page, title: Span) -> tuple[Span, ...]:
    """The names that bear a title in the plural before them."""
    at = bisect_left(page.chains.names, title.end, key=lambda name: name.span.start)
    persons = [name.span for name in page.chains.names[at : at + LONGEST_LIST] if name.type == "person"]
    return tuple(persons[: listed(page.layout.text, persons)])


def _is_subject(page: Page, title: Span) -> bool:
    """Whether what looks like an apposition begins a clause of its own: `after talks with Hale, the mayor looked ashen`."""
    at = page.word_at(title.end)
    after = page.layout.words[at] if at < len(page.layout.words) else None
    return after is not None and (is_verb(lower(after)) or after.text in ("“", '"', "''", "``"))


def _closes(page: Page, name: Span) -> bool:
    """Whether an apposition ends with a name: `the mayor, Ada Quill, said`, but not `they met the mayor, Quill has said`."""
    at = page.word_at(name.end)
    return at >= len(page.layout.words) or not page.layout.words[at].text[0].isalpha()


def _of_title(page: Page, placed: _Placed) -> Iterator[Draft]:
    first, last = page.word_at(placed.title.span.start), page.word_at(placed.title.span.end)
    words = page.layout.words
    if placed.shared:
        words = (*words[:first], *in_singular(words[first:last]), *words[last:])
    if placed.before and _is_imagined(page, first, page.word_at(placed.name.end)):
        return
    phrases = role_phrases(words, first, last) or (_after_long_name(words, first, last) if placed.before else ())
    for number, phrase in enumerate(phrases):
        end = phrases[number + 1].last if phrase.shared and number + 1 < len(phrases) else phrase.last
        found = _with_place_after(page, placed, phrase, complement_of(page, phrase, end))
        if _is_office(page, placed, phrase, found):
            yield _draft(page, placed, phrase, found)


def _is_imagined(page: Page, first: int, end: int) -> bool:
    """Whether a title before a name is of what might be: `a President Quill`, `President Quill would`."""
    words = page.layout.words
    before = lower(words[first - 1]) if first else ""
    after = lower(words[end]) if end < len(words) else ""
    return before in office_words("imagined_before") or after in office_words("imagined_after")


def _after_long_name(words: tuple[Word, ...], first: int, last: int) -> tuple[RolePhrase, ...]:
    """The role at the end of a title whose organization has a preposition in its name: `Federation of Labor President`."""
    for at in range(last - 1, first, -1):
        if phrases := role_phrases(words, at, last):
            return (replace(phrases[-1], first=first),)
    return ()


def _with_place_after(page: Page, placed: _Placed, phrase: RolePhrase, found: Complement) -> Complement:
    """With the post printed elsewhere beside the name: `Sen. Quill (D-Ohio)`, `resident of District 14`."""
    if phrase.family == "resident":
        return Complement("", found.post)
    seated = phrase.family in office_words("seated")
    if phrase.standing == "at" and not found.given:
        return _schools_of(page, page.word_at(placed.name.end) if placed.before else phrase.head)
    if found.post or (found.organization and not seated) or phrase.standing != "alone":
        return found
    of = _place_of(page, placed.name) if placed.before else ""
    if seated:
        return Complement(
            found.organization, place_after(page.layout.text, placed.name) or (full_place(page.names[of]) if of else "")
        )
    return Complement(of, "")


def _schools_of(page: Page, at: int) -> Complement:
    """What a role is of where `of` stands at an index: a place's schools (`of the Grafton schools`), or an organization."""
    words = page.layout.words
    if at + 2 >= len(words) or lower(words[at]) != "of":
        return Complement("", "")
    start = at + 1 + (lower(words[at + 1]) == "the")
    span, chain = page.starting.get(words[start].start, (words[at].span, ""))
    if page.types.get(chain) == "organization":
        return Complement(chain, "")
    after = page.word_at(span.end) if page.types.get(chain) == "place" else len(words)
    schools = [word for word in words[after : after + 2] if lower(word) in office_words("schools")]
    if not schools or not all(lower(word) in office_words("schools") for word in words[after : page.word_at(schools[-1].end)]):
        return Complement("", "")
    return Complement(chain, page.layout.text[words[after].start : schools[-1].end])


def _place_of(page: Page, name: Span) -> str:
    """The place in `Gov. Ada Quill of Ohio`, or ""."""
    at = page.word_at(name.end)
    words = page.layout.words
    if at + 1 >= len(words) or lower(words[at]) != "of":
        return ""
    _, chain = page.starting.get(words[at + 1].start, (name, ""))
    return chain if page.types.get(chain) == "place" else ""


def _is_office(page: Page, placed: _Placed, phrase: RolePhrase, found: Complement) -> bool:
    if phrase.standing == "alone":
        return True
    if phrase.standing == "at":
        return found.post != "" or page.types.get(found.organization) == "organization"
    capital = placed.before and page.layout.words[phrase.head - 1].capitalized
    return found.given or capital


def _draft(page: Page, placed: _Placed, phrase: RolePhrase, found: Complement) -> Draft:
    words = page.layout.words
    last = phrase.head if placed.before else _without_times(page, phrase)
    held = Held() if placed.before else times_after(page, phrase.head, page.layout.sentence_at(placed.name.start).end)[0]
    tells = _tells(page, placed, phrase, held)
    before_name = page.layout.text[slice(*placed.name)]
    bare = placed.before and not found.given and " " not in before_name
    told = Span(words[phrase.first].start, max(words[last - 1].end, held.end))
    return Draft(
        placed.title.person,
        (told, placed.name) if placed.shared else (told,),
        role_at_body(page, phrase, found.organization),
        phrase.family,
        found.organization,
        found.post,
        tells,
        held.since,
        held.until,
        held.during,
        courtesy=bare or page.quotes(placed.title.span.start) or _in_passing(page, placed),
    )


def _in_passing(page: Page, placed: _Placed) -> bool:
    """Whether somebody is named once in the text, by a title and a name that neither act nor speak."""
    if not placed.before or len(page.name_spans[placed.title.person]) > 1:
        return False
    words = page.layout.words
    before, after = page.word_at(placed.title.span.start) - 1, page.word_at(placed.name.end)
    acts = after < len(words) and (is_verb(lower(words[after])) or lower(words[after]) in (",", "("))
    return not acts and not (before >= 0 and lower(words[before]) in reporting_verbs())


def _without_times(page: Page, phrase: RolePhrase) -> int:
    """The index after the phrase's words before the first time in them."""
    words = page.layout.words
    inside = page.times_in(Span(words[phrase.head - 1].end, words[phrase.last - 1].end))
    if not inside:
        return phrase.last
    last = page.word_at(inside[0].span.start)
    while last > phrase.head and lower(words[last - 1]) in office_words("between"):
        last -= 1
    return last


def _tells(page: Page, placed: _Placed, phrase: RolePhrase, held: Held) -> Tells:
    if phrase.coming:
        return "will_begin"
    if placed.before and _is_taken(page, placed.title.span.start):
        return "ended"
    if phrase.dead:
        return "died"
    gone = phrase.gone or (placed.title.former and "outgoing" not in _first_words(page, placed.title.span))
    if gone or held.until:
        return "held"
    doubtful = page.quotes(placed.title.span.start) or _is_numbered(page, phrase) or (placed.before and _looks_back(page, placed))
    return "served" if doubtful else "holds"


def _first_words(page: Page, span: Span) -> set[str]:
    return {lower(word) for word in page.layout.words_in(span)[:2]}


def _is_taken(page: Page, start: int) -> bool:
    """Whether the title is of somebody whose going is told: `the resignation of Mayor Quill`."""
    sentence = page.layout.sentence_at(start).start
    before = [lower(word) for word in page.layout.words_in(Span(sentence, start)) if lower(word) not in ("the", "its", "their")]
    if len(before) < 2 or before[-1] != "of" or before[-2] not in office_words("taking"):
        return False
    return len(before) == 2 or before[-3] in office_words("taken_after")


def _is_numbered(page: Page, phrase: RolePhrase) -> bool:
    """Whether a role is counted among those before it: `the 41st president`."""
    before = page.layout.words[phrase.start - 1].text if phrase.start > phrase.first else ""
    return before[:1].isdigit() and before[-2:].isalpha()


def _looks_back(page: Page, placed: _Placed) -> bool:
    """Whether a title may be of a time gone by: `since President Lane`; in the sentence of a year, `President Lane's 1984 run`."""
    start = placed.title.span.start
    times = page.times_in(page.layout.sentence_at(start))
    if any(len(time.value) == 4 and time.value.isdecimal() and time.direction != "future" for time in times):
        return True
    at = page.word_at(start)
    return at > 0 and lower(page.layout.words[at - 1]) in office_words("backward")
