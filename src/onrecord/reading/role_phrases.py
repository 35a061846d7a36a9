"""The roles in a noun phrase: `former mayor of Osterby and chair of the ferry board` has two, each with what it is of."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from onrecord.core.spans import Span
from onrecord.knowledge.offices import Standing, office_forms, office_of, office_words, standing_of
from onrecord.knowledge.people import Role
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower, role_at

_BEFORE_COMPLEMENT = frozenset(
    ("of", "at", "for", "with", "in", "from", "to", "on", "who", "since", "until", "between", "by", "under")
)
_JOINING = frozenset(("and", "&", ","))
_ARTICLES = frozenset(("the", "a", "an", "as", "his", "her", "their", "its", "our", "my"))


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A role with the words that say whether it is past or to come, over `words[first:last]` with what it is of.

    The role itself is `words[start:head]`; `shared` says that the next phrase's complement is this one's too (`co-founder and
    director of X`).
    """

    role: str
    family: str
    standing: Standing
    first: int
    start: int
    head: int
    last: int
    gone: bool
    dead: bool
    coming: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class _Head:
    role: Role
    at: int
    end: int


def role_phrases(words: Sequence[Word], start: int, end: int) -> tuple[RolePhrase, ...]:
    """The roles at the heads of the phrases that `words[start:end]` joins by `and` and commas, those that are offices."""
    parts = _parts(words, start, end)
    heads = [_head(words, first, last) for first, last in parts]
    found: list[RolePhrase] = []
    for number, (first, last) in enumerate(parts):
        head = heads[number]
        if head is None:
            continue
        ends = next((parts[later][0] - 1 for later in range(number + 1, len(parts)) if heads[later]), end)
        shared = last == head.end and number + 1 < len(parts) and heads[number + 1] is not None
        if (phrase := _phrase(words, first, head, max(last, ends), shared)) is not None:
            found.append(phrase)
    return tuple(found)


def _parts(words: Sequence[Word], start: int, end: int) -> list[tuple[int, int]]:
    cuts = [at for at in range(start, end) if words[at].text in _JOINING]
    bounds = [start - 1, *cuts, end]
    return [(one + 1, other) for one, other in pairwise(bounds) if one + 1 < other]


def _head(words: Sequence[Word], first: int, last: int) -> _Head | None:
    """The last role before the phrase's first preposition, where nothing but what belongs to a role follows it there."""
    whole = tuple(words[first:last])
    found: _Head | None = None
    at = 0
    while at < len(whole):
        elected = _without_coming(whole[at])
        here = role_at(whole, at, len(whole)) if elected is None else None
        if here is not None:
            found, at = _Head(here[0], first + at, first + here[1]), here[1]
        elif elected is not None:
            found, at = _Head(elected, first + at, first + at + 1), at + 1
        elif lower(whole[at]) in _BEFORE_COMPLEMENT:
            break
        elif found is not None and lower(whole[at]) not in office_words("after_role"):
            found, at = None, at + 1
        else:
            at += 1
    return found


def _without_coming(word: Word) -> Role | None:
    """The role in `mayor-elect`."""
    text = lower(word)
    ending = next((ending for ending in office_words("coming_end") if text.endswith(ending)), "")
    if not ending:
        return None
    bare = Word(word.start, word.end, word.text[: -len(ending)])
    found = role_at((bare,), 0, 1)
    return found[0] if found else None


def _phrase(words: Sequence[Word], first: int, head: _Head, last: int, shared: bool) -> RolePhrase | None:
    standing = standing_of(head.role)
    before = [lower(word) for word in words[first : head.at]]
    told = {part for text in before for part in (text, text.split("-")[0])}
    if standing is None or not office_words("unsure").isdisjoint(before):
        return None
    after = {lower(word) for word in words[head.end : head.end + 1]}
    coming = not office_words("coming").isdisjoint({*before, *after}) or any(
        lower(words[head.at]).endswith(ending) for ending in office_words("coming_end")
    )
    while first < head.at and lower(words[first]) in _ARTICLES:
        first += 1
    return RolePhrase(
        _called(before, head.role, after),
        head.role.family,
        standing,
        first,
        head.at,
        head.end,
        last,
        not office_words("gone").isdisjoint(told),
        not office_words("dead").isdisjoint(told),
        coming,
        shared,
    )


def _called(before: Sequence[str], role: Role, after: Set[str]) -> str:
    """What the role is called: with `deputy`, `state` or `police` before it, with `pro tem` after it."""
    name = office_of(role.form)
    last = before[-1] if before else ""
    of_state = last in office_forms("of_state") and name in office_forms("of_state")[last].split("|")
    if of_state or last in office_words("second_to") or last in office_forms("named_for"):
        name = office_of(f"{last} {name}")
    return f"{name} pro tem" if "pro" in after else name


def span_of(words: Sequence[Word], first: int, last: int) -> Span:
    """From the first of these words to the end of the last."""
    return Span(words[first].start, words[last - 1].end)
