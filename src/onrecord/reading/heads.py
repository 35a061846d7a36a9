"""The head of a source: the names that its words mean, apart from those that only qualify it.

`the chief of the local, Greta Ost,` is Greta Ost; `a Lane campaign aide`, `Lane's lawyer` and `friends of Lane` name nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core.readings import EntityType
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import known_organizations, name_words, organization_nouns
from onrecord.knowledge.people import roles
from onrecord.knowledge.persons import nouns
from onrecord.knowledge.reporting import phrase_words
from onrecord.reading.bodies import Name
from onrecord.reading.chains import Chains
from onrecord.reading.grouping import KIN_FAMILIES
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower, role_at

_AND = frozenset(["and", "&", "or", "nor"])
_JOINED = [[","], *([word] for word in sorted(_AND)), *([",", word] for word in sorted(_AND))]
"""What may stand between the names of several."""
_OF_ONE = frozenset(["the", "a", "an", "another", "one", "his", "her", "their", "its", "my", "our", "your"])
_FOLLOWING = frozenset(["predecessor", "successor", "counterpart", "roommate", "teammate", "mentor"])
_DASHES = frozenset("-–—")
_SELF = frozenset(["himself", "herself", "itself", "themselves"])
_CUT_AT_START = frozenset(["(", "by", "as", "from", "—", "--", "–", "“", '"', "["])


@dataclass(frozen=True, slots=True)
class Head:
    """What a source is about before any `,`, `of` or `who`: its words, the names meant, and whether others are joined to them."""

    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()
    others: bool = False

    @property
    def span(self) -> Span:
        """Where the head stands; it has a word."""
        return Span(self.words[0].start, self.words[-1].end)


def head_of(chains: Chains, span: Span) -> Head | None:
    """The head of the words at a span, None where there are none."""
    words = _bare(chains.layout.words_in(span))
    if not words:
        return None
    names = [name for name in chains.names_in(Span(words[0].start, span.end)) if name.span.end <= span.end]
    core = _core(words, _covered(chains, names, span))
    inside = [name for name in names if name.span.end <= core[-1].end]
    listed = _listed(names, words)
    if len(listed) > 1:
        return Head(core, tuple(listed))
    at_end = bool(inside) and inside[-1].span.end == core[-1].end
    if at_end and (named := _named(core, inside)) is not None:
        return named
    if any(_joined_to_more(core, name) for name in inside):
        return Head(core, (inside[0],), True)
    kind: EntityType = "organization" if lower(core[-1]) in organization_nouns() else "person"
    one = at_end or kind == "organization" or _one_person(core)
    apposed = (_apposed(chains, names, words, kind) if one else None) or _held_by(core, names, words)
    return Head(core, (apposed,) if apposed else (), _and_others(core))


def _bare(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words without a possessive at the end and what does not belong to a source at its start."""
    words = [word for at, word in enumerate(words) if not _in_spelled(words, at)]
    first, last = 0, len(words)
    while first < last - 1 and lower(words[first]) in _CUT_AT_START:
        first += 1
    while last > first + 1 and (lower(words[last - 1]) in ("'s", "'") or _is_mark(words[last - 1])):
        last -= 1
    return tuple(words[first:last])


def _in_spelled(words: Sequence[Word], at: int) -> bool:
    """Whether a word is of the letters that brackets put between an office and a name: `Member of Parliament (MP) Ida Lind`."""
    opens = next((first for first in range(max(0, at - 2), at + 1) if words[first].text == "("), None)
    if opens is None or opens == 0 or opens + 3 >= len(words) or words[opens + 2].text != ")":
        return False
    return words[opens + 1].text.isupper() and len(words[opens + 1].text) > 1 and words[opens + 3].capitalized


def _is_mark(word: Word) -> bool:
    return not word.text[-1].isalnum() and word.text[-1] != "."


def _covered(chains: Chains, names: Sequence[Name], span: Span) -> list[Span]:
    """The spans within which no word ends the head: names with the titles before them."""
    titled = [title.span for title in chains.titles_in(span) if title.span.within(span)]
    covered = [Span((name.title or name.span).start, name.span.end) for name in names]
    ends = {name.span.start for name in names}
    return covered + [title for title in titled if any(title.end < start <= title.end + 2 for start in ends)]


def _core(words: tuple[Word, ...], covered: Sequence[Span]) -> tuple[Word, ...]:
    """The words up to the first mark, preposition, relative pronoun or `-ing` behind a role, without adverbs at their end."""
    end = 0
    while end < len(words):
        at = words[end]
        role = role_at(words, end, len(words))
        if role is not None:
            end = role[1]
            if end < len(words) and _does(words[end]):
                break
        elif end and _breaks(at) and not _joins(words, end) and not any(span.start <= at.start < span.end for span in covered):
            break
        else:
            end += 1
    while end > 1 and (lower(words[end - 1]) in _SELF or _sets(words, end - 1)):
        if any(span.start <= words[end - 1].start < span.end for span in covered):
            break  # `Ida May`
        end -= 1
    while end > 1 and lower(words[end - 1]) in ("'s", "'"):
        end -= 1
    return words[:end]


def _sets(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word tells how or when, and not who: `also`, `boldly`, `Monday`, `this week`."""
    text = lower(words[at])
    after_name = at > 0 and words[at - 1].capitalized
    manner = text in phrase_words("adverb") or (text.endswith("ly") and after_name and words[at].text.islower())
    day = text in name_words("calendar") or text in ("yesterday", "today", "tonight")
    span = text in ("week", "month", "year", "morning", "afternoon", "evening", "night", "this", "last", "earlier")
    return manner or day or (span and at > 0 and words[0].capitalized)


def _does(word: Word) -> bool:
    """Whether a word behind a role tells what its bearer is doing: `a lawyer representing the union`."""
    return word.text.islower() and word.text.endswith("ing") and len(word.text) > len("being") and lower(word) not in nouns()


def _joins(words: Sequence[Word], at: int) -> bool:
    """Whether a dash without spaces joins two words: `Export–Import`."""
    dash = set(words[at].text) <= _DASHES and 0 < at < len(words) - 1
    return dash and words[at - 1].end == words[at].start and words[at].end == words[at + 1].start


def _breaks(word: Word) -> bool:
    if set(word.text) <= _DASHES:
        return True
    return lower(word) in name_words("modifying") or not (word.text[0].isalnum() or word.text[0] in "'’&-‐‑“”\"‘")


def _named(core: tuple[Word, ...], names: Sequence[Name]) -> Head | None:
    """The head that ends in a name, with the names joined before it; None where an article before it tells that it is not meant."""
    chosen = [names[-1]]
    for name in reversed(names[:-1]):
        between = _between(core, name, chosen[0])
        if between not in _JOINED and not _and_by_role(core, name, chosen[0]):
            break
        chosen.insert(0, name)
    before = [word for word in core if word.start < (chosen[0].title or chosen[0].span).start]
    if not _may_stand_after(before, chosen[0]):
        return None
    return Head(core, tuple(chosen), len(chosen) == 1 and _and_others(before))


def _between(words: Sequence[Word], name: Name, following: Name) -> list[str]:
    start = (following.title or following.span).start
    return [lower(word) for word in words if name.span.end <= word.start < start]


def _and_by_role(words: Sequence[Word], name: Name, following: Name) -> bool:
    """Whether `and` joins two persons, the second with a role before the name: `union leader Jo Lind and dock manager Ada Hale`."""
    between = [word for word in words if name.span.end <= word.start < following.span.start]
    return (
        name.type == following.type == "person"
        and len(between) > 1
        and lower(between[0]) in _AND
        and all(word.text[0].islower() for word in between)
        and phrase_words("within").isdisjoint(map(lower, between))
    )


def _may_stand_after(before: Sequence[Word], name: Name) -> bool:
    """Whether the words before a name leave it the head: no bare article before a person, no `a` before a body."""
    last = lower(before[-1]) if before else ""
    if any(lower(word) in name_words("counting") for word in before):
        return False
    if name.type == "person":
        return name.title is not None or last not in ("the", "other", "another", "a", "an")
    return last not in ("a", "an", "one", "another")


def _and_others(words: Sequence[Word]) -> bool:
    """Whether `and` joins somebody else: `the mayor and his aides`, not `the former senator and nominee`."""
    for at, word in enumerate(words[:-1]):
        if lower(word) in _AND and at and lower(words[at + 1]) in name_words("determining"):
            return True
    return len(words) > 1 and lower(words[-1]) in _AND and lower(words[0]) in phrase_words("subject")


def _joined_to_more(core: Sequence[Word], name: Name) -> bool:
    return any(lower(word) in _AND and word.start <= name.span.end + 1 and word.start >= name.span.end for word in core)


def _listed(names: Sequence[Name], words: Sequence[Word]) -> list[Name]:
    """Several names at the start of the source, the last joined by `and`: `Lane, Reed and Ost`."""
    if not names or ((names[0].title or names[0].span).start > words[0].start and lower(words[0]) not in name_words("determining")):
        return []
    listed = [names[0]]
    joined = False
    for name in names[1:]:
        between = _between(words, listed[-1], name)
        if between not in (["and"], ["&"], [","], [",", "and"], ["and", "the"]):
            break
        joined = joined or between[0] != "," or len(between) > 1
        listed.append(name)
        if joined:
            return listed
    return []


def _apposed(chains: Chains, names: Sequence[Name], words: Sequence[Word], kind: EntityType) -> Name | None:
    """The person or body named after a comma, where the head is its role: `a lawyer for the union, Tom Reed`."""
    for name in names:
        titled = [title.span.start for title in chains.titles if title.span.end + 1 == name.span.start]
        start = min([(name.title or name.span).start, *titled])
        before = _before_apposition([word for word in words if word.end <= start], name.type)
        following = next((word for word in words if word.start >= name.span.end), None)
        ends = following is None or following.text in (",", "(", "—", "--", "–") or lower(following) in ("who", "of")
        if name.type == kind and before is not None and before.text == "," and ends:
            return name
    return None


def _held_by(core: tuple[Word, ...], names: Sequence[Name], words: tuple[Word, ...]) -> Name | None:
    """The person named right behind an office and its body: `head of the union Omar Reid`, not `friends of the mayor Ana Lind`."""
    role = next((found for at in range(max(0, len(core) - 3), len(core)) if (found := role_at(core, at, len(core)))), None)
    if role is None or role[1] != len(core) or role[0].family in KIN_FAMILIES or all(name.type != "person" for name in names):
        return None
    named = next(name for name in names if name.type == "person")
    between = [word for word in words[len(core) :] if word.end <= (named.title or named.span).start]
    following = next((lower(word) for word in words if word.start >= named.span.end), "of")
    if following not in (",", "of", "who") or len(between) < 2 or lower(between[0]) != "of" or len(between) > _LONGEST_BODY:
        return None
    noun = nouns().get(lower(between[-1]))
    body = lower(between[-1]) in organization_nouns() or (noun is not None and noun.type == "organization")
    body = body or any(name.type == "place" and name.span.end == between[-1].end for name in names)
    body = body or (between[-1].capitalized and lower(between[-1]) in known_organizations())
    return named if body and all(word.text[0].isalnum() and lower(word) not in _AND for word in between) else None


def _before_apposition(words: Sequence[Word], kind: EntityType) -> Word | None:
    """What stands before a name and what it is called by: `The winner, 19-year-old student Clara Lind`, None at the start."""
    at = len(words)
    while at and lower(words[at - 1]) in ("the", "longtime"):
        at -= 1
    comma = next((place for place in range(at - 1, -1, -1) if words[place].text == ","), at)
    called = words[comma + 1 : at]
    if kind == "person" and 0 < len(called) <= _LONGEST_CALLING and all(map(_calls, called)) and not _is_named(called[-1]):
        at = comma + 1
    return words[at - 1] if at else None


_LONGEST_BODY = 7
"""Words from `of` to the end of the body that an office is of."""

_LONGEST_CALLING = 6
"""Words before a name that say what the person is, an age counted as three."""

_AGE = re.compile(r"\d{1,3}|-|year-old")
"""The words of an age before a name: `19-year-old`."""


def _calls(word: Word) -> bool:
    """Whether a word may stand before a name and say what the person is: an age, a noun of persons, a body or a nation."""
    noun = nouns().get(lower(word))
    return (noun is not None and not noun.many) or _AGE.fullmatch(word.text) is not None or _is_named(word)


def _is_named(word: Word) -> bool:
    return word.capitalized and lower(word) not in nouns()


def _one_person(core: Sequence[Word]) -> bool:
    """Whether the words speak of one person by a role: `the chief`, `another critic`, `Clinton 's husband`, `one` of several."""
    last = len(core)
    if (last == 1 and lower(core[0]) == "one") or _somebody(core):
        return True
    noun = nouns().get(lower(core[-1]))
    of_one = noun is not None and noun.type == "person" and not noun.many
    if (of_one or lower(core[-1]) in _FOLLOWING) and (lower(core[0]) in _OF_ONE or any(lower(word) == "'s" for word in core)):
        return True
    held = any((found := role_at(tuple(core), at, last)) is not None and found[1] == last for at in range(max(0, last - 3), last))
    counted = any(lower(word) in name_words("counting") for word in core)
    return (not counted and (held or (lower(core[-1]) in name_words("nameless") and not lower(core[-1]).endswith("s")))) or (
        lower(core[0]) in ("another", "the", "a") and last > 1 and lower(core[-1]) in roles()
    )


def _somebody(core: Sequence[Word]) -> bool:
    """Whether the words speak of one of a kind: `another panelist`, `a third skater`."""
    kind = core[-1]
    one = len(core) > 1 and lower(core[0]) in ("another", "a", "an", "one") and kind.text.islower() and not kind.text.endswith("s")
    return one and lower(kind) not in organization_nouns() and lower(kind) not in name_words("counting")
