"""What a run of capitalised words names: the cuts into title, affiliation and name, and the type of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.core.names import PARTICLES, SUFFIXES, fold
from onrecord.core.readings import EntityType
from onrecord.knowledge.name_shares import given_counts
from onrecord.knowledge.name_words import known_organizations, known_places, name_words
from onrecord.knowledge.people import Role, given_names, known_surnames, roles, singular_titles, weak_given_names
from onrecord.reading.layout import Word

LONGEST_KNOWN = 6
LONGEST_PERSON = 4
LONGEST_ROLE = 4
RARE = 10
"""A given name that fewer American legislators bear than this is rare."""

folding = lru_cache(maxsize=65536)(fold)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `[first, last)` that name something, with the words of the title before them, if any (`title` ≥ 0).

    `type` is None where the words may name a person, an organization or nothing; `sure` says that the words alone tell.
    """

    first: int
    last: int
    type: EntityType | None
    sure: bool
    title: int = -1


def lower(word: Word) -> str:
    """The word in lower case with straight apostrophes."""
    return _lowered(word.text)


@lru_cache(maxsize=65536)
def _lowered(text: str) -> str:
    return text.lower().replace("’", "'")


@cache
def _role_starts() -> frozenset[str]:
    """The first words of all roles, so that most words are passed over at a glance."""
    return frozenset(form.split()[0] for form in roles())


def without_past(text: str) -> str:
    """A word without `then-` or `ex-`."""
    return text[text.index("-") + 1 :] if text.startswith(("then-", "ex-")) else text


def role_at(words: tuple[Word, ...], at: int, last: int) -> tuple[Role, int] | None:
    """The longest role whose words begin at an index, `then-` and `ex-` before it aside, with the index after it."""
    first = without_past(lower(words[at])) if at < last else ""
    if first not in _role_starts():
        return None
    for size in range(min(LONGEST_ROLE, last - at), 0, -1):
        form = " ".join((first, *(lower(word) for word in words[at + 1 : at + size])))
        if form in roles():
            return roles()[form], at + size
    return None


def end_of_role(words: tuple[Word, ...], first: int, last: int) -> int:
    """How many words at an index are the end of a role that begins before it, and leave a name: `State` after `secretary of`.

    None where they begin with a role of their own: `Rep.` after `state`.
    """
    if role_at(words, first, last) is not None:
        return 0
    for start in range(max(0, first - LONGEST_ROLE + 1), first):
        found = role_at(words, start, last - 1)
        if found is not None and found[1] > first:
            return found[1] - first
    return 0


def in_singular(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, those of titles in the plural put in the singular: `Vice`, `Presidents` → `Vice`, `President`."""
    return tuple(
        word._replace(text=_cased(single, word.text)) if (single := singular_titles().get(lower(word))) else word for word in words
    )


def _cased(single: str, printed: str) -> str:
    return single.capitalize() if printed[0].isupper() else single


def plural_title_at(words: Sequence[Word], at: int, last: int) -> tuple[Role, int] | None:
    """The role that a title in the plural stands for whose words begin at an index, with the index after it."""
    told = words[at : min(at + LONGEST_ROLE, last)]
    if not any(lower(word) in singular_titles() for word in told):
        return None
    singles = in_singular(told)
    found = role_at(singles, 0, len(singles))
    if found is None or singles[: found[1]] == tuple(told[: found[1]]) or found[0].kind not in ("title", "role"):
        return None
    return found[0], at + found[1]


def known_at(words: tuple[Word, ...], first: int, last: int) -> tuple[EntityType, int] | None:
    """The longest organization or place known by name whose words begin at an index, with the index after it."""
    for end in range(min(last, first + LONGEST_KNOWN), first, -1):
        form = folding(" ".join(word.text for word in words[first:end]))
        shouted = words[first].text.isupper()
        if form in known_organizations() and (end - first > 1 or _own_case(words[first], form)):
            return "organization", end
        stopped = words[end - 1].text.endswith(".") or (
            end < len(words) and words[end].text == "." and words[end].start == words[end - 1].end
        )
        if form in known_places() and (end - first > 1 or len(form) > 3 or shouted or stopped):
            return "place", end
    return None


def _own_case(word: Word, form: str) -> bool:
    """Short forms that are words as well (`WHO`, `ICE`, `IS`) must stand in capitals."""
    return len(form) > 4 or word.text.isupper() or form not in name_words("short_form")


def person_like(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether the words are a given name or initial with a surname after it."""
    size = last - first
    if not 2 <= size <= LONGEST_PERSON + 1 or (words[first].text.endswith(".") and lower(words[first]) in roles()):
        return False
    forms = [folding(word.text) for word in words[first:last]]
    ending = lower(words[last - 1])
    if forms[-1] in SUFFIXES and size > 2:
        ending = lower(words[last - 2])
    if _ends_otherwise(ending) and not (ending in name_words("surname_too") and forms[0] in given_names() and size == 2):
        return False
    if any(lower(word) in name_words("kind") for word in words[first : last - 1]):
        return False
    return _has_middle_initial(words[first:last]) or _given(forms[0], forms[-1], words[first])


def _has_middle_initial(words: tuple[Word, ...]) -> bool:
    """`Vann R. Newkirk`: only people have an initial between two words."""
    return len(words) > 2 and len(words[1].text) == 2 and _initials(words[1].text) and words[0].text[1:].islower()


def overlong(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether a rare given name before a person's whole name is more likely a word: `Rip` in `Rip Jo Lane` in a headline."""
    return last - first == 3 and person_like(words, first + 1, last) and given_counts().get(folding(words[first].text), 0) < RARE


def _ends_otherwise(ending: str) -> bool:
    return any(ending in name_words(label) for label in ("head", "site", "closing", "thing", "calendar", "kind"))


def _given(given: str, surname: str, word: Word) -> bool:
    if _initials(word.text):
        if "." in word.text[:-1] and (given in known_organizations() or given in known_places()):
            return False
        return surname in known_surnames() or len(surname) > 3
    halves = word.text.split("-")
    if given not in given_names():
        return len(halves) == 2 and all(folding(half) in given_names() for half in halves)
    return given not in weak_given_names() or surname in known_surnames()


def _initials(text: str) -> bool:
    return text.endswith(".") and text.replace(".", "").isupper() and len(text.replace(".", "")) <= 2


def cut(words: tuple[Word, ...], first: int, last: int, opens: bool) -> list[Piece]:
    """The pieces of a run: the name after its last title, what stands before, else whatever is known in it."""
    if (titled := _by_title(words, first, last)) is not None:
        return titled
    start = _without_openings(words, first, last, opens)
    role = role_at(words, start, last) if start < last else None
    if start >= last or (role is not None and role[1] == last and last - start > 1):
        return []
    return _untitled(words, start, last, opens and start == first)


def _without_openings(words: tuple[Word, ...], first: int, last: int, opens: bool) -> int:
    """The index after the words that are capitalised only because they begin something."""
    while first < last and known_at(words, first, last) is None:
        word = lower(words[first])
        opening = word in name_words("opening") and not person_like(words, first, last)
        adverb = opens and last - first > 1 and word not in given_names() and _adverb(word)
        if not (opening or adverb) or (_is_body(words, first, min(last, first + 3)) and not _of_people(words, first, last)):
            break
        first += 1
    return first


def _of_people(words: tuple[Word, ...], first: int, last: int) -> bool:
    """`Many Democrats`: a word that only opens, and those of a party or people."""
    return last - first == 2 and lower(words[first + 1]) in name_words("kind")


def _adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def _by_title(words: tuple[Word, ...], first: int, last: int) -> list[Piece] | None:
    """The pieces where a title stands in the run before a person's name; the last such title counts."""
    best: tuple[int, int] | None = None
    at = first
    while at < last - 1:
        many = plural_title_at(words, at, last)
        found = many or role_at(words, at, last)
        if found is None or found[0].kind == "person" or words[at].text.islower() or (many and found[0].kind != "title"):
            at += 1
            continue
        alone = many is not None and last - found[1] == 1 and not _list_goes_on(words, last)
        if found[1] < last and not alone and _may_follow_title(words, found[1], last, found[0]):
            best = (at, found[1])
        at = found[1]
    if best is None:
        return None
    start = _title_start(words, first, best[0])
    before = _affiliations(words, first, best[0])
    return [*before, Piece(best[1], last, "person", True, start)]


def _list_goes_on(words: tuple[Word, ...], at: int) -> bool:
    """Whether another name follows in a list: `Presidents Quill and Lind`, but `the Presidents Cup`."""
    return at + 1 < len(words) and words[at].text in ("and", "&", ",") and words[at + 1].capitalized


def _may_follow_title(words: tuple[Word, ...], first: int, last: int, role: Role) -> bool:
    """Whether what follows a title can be the person who bears it."""
    size = last - first
    short = size <= LONGEST_PERSON + 1 and not any(word.text in ("of", "for", "&", "on", "and") for word in words[first:last])
    if not short or not (words[first].capitalized or words[first].text in PARTICLES) or folding(words[first].text) in SUFFIXES:
        return False
    if person_like(words, first, last):
        return True
    if size == 1 and role.kind == "honorific":
        return lower(words[first]) not in name_words("addressed") and lower(words[first]) not in name_words("after_title")
    if size == 1 and (role.kind == "role" or (role_at(words, first, last) is not None and not _surname_after(role, words[first]))):
        return False
    if known_at(words, first, last) == ("organization", last):
        return False
    ending = lower(words[last - 1])
    if size > 1 and any(lower(word) in roles() or lower(word) in name_words("lead_in") for word in words[first:last]):
        return False
    if size == 1:
        return (ending not in name_words("after_title") and not _ends_otherwise(ending)) or ending in name_words("surname_too")
    return not _ends_otherwise(ending) or ending in name_words("surname_too")


def _surname_after(role: Role, word: Word) -> bool:
    """Whether a word that is a role too is a surname behind a title's short form: `Dr. King`, `Sen. Bishop`."""
    return role.form.endswith(".") and lower(word) in known_surnames()


def _title_start(words: tuple[Word, ...], first: int, role: int) -> int:
    """Where the title begins: with what the role is of, without openings."""
    start = first
    while start < role and lower(words[start]) in name_words("opening") and lower(words[start]) not in name_words("former"):
        if known_at(words, start, role) is not None:
            break
        start += 1
    return start


def _affiliations(words: tuple[Word, ...], first: int, last: int) -> list[Piece]:
    """Organizations and places named in a title before its role."""
    while first < last and lower(words[first]) in name_words("opening") and known_at(words, first, last) is None:
        first += 1
    end = last
    while end > first and _no_name(lower(words[end - 1])):
        end -= 1
    if end <= first:
        return []
    pieces = [piece for piece in _untitled(words, first, end, False) if piece.type in ("organization", "place")]
    if not pieces and end - first > 1 and lower(words[end - 1]) in name_words("seat"):
        pieces = [Piece(first, end - 1, "place", False)]
    elif not pieces and not (end - first == 1 and _no_name(lower(words[first]))):
        single = end - first == 1 and lower(words[first]) not in name_words("head")
        pieces = [Piece(first, end, "place" if single else "organization", False)]
    return [piece for piece in pieces if not all(_no_name(lower(word)) for word in words[piece.first : piece.last])]


def _no_name(word: str) -> bool:
    return word in name_words("lead_in") or word in name_words("kind") or (word in roles() and word not in ("house", "senate"))


def _untitled(words: tuple[Word, ...], first: int, last: int, opens: bool) -> list[Piece]:
    """The pieces of a run without a title before a person."""
    while last > first and role_at(words, last - 1, last) is not None and last - first > 1 and not person_like(words, first, last):
        last -= 1
    found = known_at(words, first, last)
    if found is not None and found[1] == last:
        both = found[0] == "place" and last - first == 2 and person_like(words, first, last)
        return [Piece(first, last, found[0], not both)]
    if last - first == 1:
        return _single(words, first, opens)
    if _is_body(words, first, last):
        return [Piece(_without_kind_article(words, first), last, "organization", True)]
    if person_like(words, first, last):
        return [Piece(first, last, "person", True)]
    if _is_site(words, first, last):
        return [Piece(first, last, "place", True)]
    return _divided(words, first, last, found, opens)


def _without_kind_article(words: tuple[Word, ...], first: int) -> int:
    return first + 1 if lower(words[first]) in ("the", "a", "an") else first


def _is_body(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether the last word, or the one before `of`, `for`, is the head of an organization's name."""
    ending = lower(words[last - 2 if words[last - 1].text.isdigit() else last - 1])
    if ending == "district" and lower(words[last - 2]) in ("school", "unified"):
        return True
    if ending in name_words("head") and not (last - first == 2 and ending in name_words("surname_too") and _strong(words[first])):
        return True
    for at in range(first + 1, last - 1):
        if words[at].text in ("of", "for", "on", "against"):
            return lower(words[at - 1]) in name_words("founding")
    return False


def _strong(word: Word) -> bool:
    form = folding(word.text)
    return form in given_names() and form not in weak_given_names()


def _is_site(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether the last word is a place's (`Harbor Street`), or the first is, before a place or one word (`South Calder`)."""
    if lower(words[last - 1]) in name_words("site"):
        return not (last - first == 2 and lower(words[first]) in name_words("leading") and lower(words[last - 1]) == "district")
    if lower(words[first]) not in name_words("leading") or any(lower(word) in name_words("kind") for word in words[first:last]):
        return False
    rest = known_at(words, first + 1, last)
    if rest is not None and rest[1] == last:
        return rest[0] == "place"
    return (
        last - first == 2 and folding(words[last - 1].text) not in known_surnames() and not _ends_otherwise(lower(words[last - 1]))
    )


def _divided(words: tuple[Word, ...], first: int, last: int, found: tuple[EntityType, int] | None, opens: bool) -> list[Piece]:
    """What is known at the start of the run and a person after it; a people's or party's adjective and a person; else unknown."""
    if found is not None:
        kind, end = found
        if kind == "place" and lower(words[end]) in name_words("kind"):
            return [Piece(first, end, kind, True), *_untitled(words, end, last, False)]
        return [Piece(first, end, kind, True), *_untitled(words, end, last, False)]
    if lower(words[first]) in name_words("kind"):
        return _untitled(words, first + 1, last, False)
    for at in range(first + 1, last - 1):
        if overlong(words, at, last):
            continue
        if person_like(words, at, last) and _strong(words[at]) and not _strong(words[first]):
            if opens and at == first + 1:
                return [Piece(at, last, "person", True)]
            return [*_untitled(words, first, at, opens), Piece(at, last, "person", True)]
    if any(lower(word) in name_words("thing") or lower(word) in name_words("closing") for word in words[first:last]):
        return []
    return [Piece(first, last, None, False)]


def _single(words: tuple[Word, ...], at: int, opens: bool) -> list[Piece]:
    word = words[at]
    form = lower(word)
    if any(form in name_words(label) for label in ("kind", "opening", "thing", "calendar")):
        return []
    if form in roles():
        return [Piece(at, at + 1, None, False)] if form in known_surnames() else []
    if _acronym(word.text):
        return [Piece(at, at + 1, "organization", False)]
    if (
        len(form) < 2
        or (form in name_words("head") and form not in known_surnames())
        or (form in name_words("site") and form not in known_surnames())
    ):
        return []
    return [Piece(at, at + 1, None, False)] if not opens or form.isalpha() or "-" in form or "'" in form else []


def _acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha() and not _initials(text)
