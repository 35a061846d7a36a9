"""What tells that a pronoun means nobody whom the text names: `A nurse met Lind. She …`, `whoever wins, he or she …`.

Signs are features of `antecedents.py`, of the option that nobody named is meant.
"""

from bisect import bisect_left
from itertools import takewhile

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words, pronouns
from onrecord.knowledge.persons import nouns
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower
from onrecord.reading.pronoun_cases import case_of
from onrecord.reading.walk import Walk, role_of, weight_of

NEAR = 2
"""Told sentences from which on back whoever passed by without a name is forgotten."""

REMEMBERED = 30
"""So many of those who passed by are looked through for the same noun."""

DETERMINER = 4
"""Words before a noun among which its determiner stands."""

_DETERMINERS = {
    **dict.fromkeys(("a", "an", "another", "one", "any", "each", "every"), "a"),
    **dict.fromkeys(("the", "this", "that"), "the"),
    **dict.fromkeys(("his", "her", "their", "my", "our", "your", "its", "'s", "'"), "somebody's"),
}


def pass_by(walk: Walk, at: int) -> None:
    """Note the word at an index where it is a noun of one person, nobody named (`a woman`, `his brother`, `anyone`).

    What somebody is said to be is no other: `Lane was a teacher`.
    """
    text = lower(walk.layout.words[at])
    noun = nouns().get(text)
    if text in name_words("anybody"):
        walk.strangers.append((walk.layout.words[at].start, "u"))
    elif noun is not None and noun.type == "person" and not noun.many and not _of_subject(walk.layout.words, at):
        walk.strangers.append((walk.layout.words[at].start, noun.gender))


def _of_subject(words: tuple[Word, ...], at: int) -> bool:
    """Whether the noun at an index is told of the subject: `is a harbor pilot`, `as a pilot`."""
    before = [lower(word) for word in words[max(0, at - DETERMINER - 1) : at]][::-1]
    determiner = next((number for number, text in enumerate(before[:DETERMINER]) if text in _DETERMINERS), 0)
    return len(before) > determiner + 1 and before[determiner + 1] in name_words("being") | {"as"}


def of_either(words: tuple[Word, ...], at: int) -> bool:
    """Whether the pronoun at an index is one of two of both genders: `he or she`, `him/her`."""
    return _other(words, at, -1) or _other(words, at, 1)


def _other(words: tuple[Word, ...], at: int, step: int) -> bool:
    there = at + 2 * step
    if not 0 <= there < len(words) or lower(words[at + step]) not in ("or", "/"):
        return False
    genders = {pronouns()[text][0] for text in (lower(words[at]), lower(words[there])) if text in pronouns()}
    return {"m", "f"} <= genders


def nobody_named(walk: Walk, at: int, gender: str) -> tuple[str, ...]:
    """What tells for somebody without a name: a person just passed by of a gender that fits, or nobody named meant just before."""
    words = walk.layout.words
    found = ["nobody", f"nobody {case_of(words, at)}", *_passed_by(walk, at, gender), *_again(walk, at, gender)]
    if walk.quotation(words[at].start) is not None:
        found.append("nobody in quotation")
    return tuple(found)


def _passed_by(walk: Walk, at: int, gender: str) -> list[str]:
    """The signs of the last one of a fitting gender who passed by without a name: what the noun is in its sentence, how it is
    introduced, whether the text had it before and has mentioned another since."""
    words = walk.layout.words
    here = walk.sentence(words[at].start)
    near = takewhile(lambda each: walk.back(here, walk.sentence(each[0])) < NEAR, reversed(walk.strangers))
    where, kind = next((each for each in near if each[1] in ("u", gender)), (-1, "u"))
    if where < 0:
        return []
    back = walk.back(here, walk.sentence(where))
    of = "of gender" if kind == gender else "of any"
    noun = bisect_left(walk.layout.starts, where)
    first, determiner = _introduced(words, noun)
    role = role_of(weight_of(walk.layout, first, Span(words[first].start, words[noun].end)))
    known = any(lower(words[bisect_left(walk.layout.starts, start)]) == lower(words[noun]) for start, _ in _before(walk, where))
    return [
        f"stranger {back} {of}",
        f"stranger {role} {of}",
        f"{case_of(words, at)} after stranger {role}",
        f"stranger {determiner} {of}",
        f"stranger {'again' if known else 'new'}",
        f"stranger {'before another' if _mentioned_since(walk, where, gender) else 'last'} {of}",
        *(["stranger across quotation"] if walk.quotation(where) != walk.quotation(words[at].start) else []),
    ]


def nobody_goes_on(walk: Walk, at: int, gender: str) -> bool:
    """Whether the pronoun that reports is somebody without a name who spoke in the told sentence before, no person of a fitting
    gender mentioned since: `Lane's spokesman said … “…,” he said.`"""
    words = walk.layout.words
    here = walk.sentence(words[at].start)
    opens = walk.layout.sentences[here].start == words[at].start
    if not opens and not (at > 0 and walk.quotation(words[at - 1].start) is not None):
        return False
    near = takewhile(lambda each: walk.back(here, walk.sentence(each[0])) < NEAR, reversed(walk.strangers))
    where, kind = next((each for each in near if spoke(walk, each[0])), (-1, "u"))
    fits = where >= 0 and kind in ("u", gender) and walk.back(here, walk.sentence(where)) == 1
    return fits and not _mentioned_since(walk, where, gender)


def spoke(walk: Walk, where: int) -> bool:
    """Whether who passed by at an offset spoke, or is quoted as saying something, outside of what is said."""
    words = walk.layout.words
    noun = bisect_left(walk.layout.starts, where)
    first = _introduced(words, noun)[0]
    weight = weight_of(walk.layout, first, Span(words[first].start, words[noun].end))
    quoted = [word.text for word in words[noun + 1 : noun + 3]] == ["as", "saying"]
    return (quoted or role_of(weight) == "speaks") and walk.quotation(where) is None


def _introduced(words: tuple[Word, ...], noun: int) -> tuple[int, str]:
    """The index where the phrase of a noun begins, and how: `a`, `the`, `somebody's`, `bare`; `any` for `anyone`."""
    if lower(words[noun]) in name_words("anybody"):
        return noun, "any"
    found = ((at, _DETERMINERS.get(lower(words[at]))) for at in range(noun - 1, max(-1, noun - DETERMINER - 1), -1))
    return next(((at, kind) for at, kind in found if kind), (noun, "bare"))


def introduced_as(words: tuple[Word, ...], noun: int) -> str:
    """How the phrase of a noun begins: `a`, `the`, `somebody's`, `bare`, `any`."""
    return _introduced(words, noun)[1]


def _before(walk: Walk, offset: int) -> list[tuple[int, str]]:
    """Some of those who passed by before an offset."""
    return [each for each in walk.strangers[-REMEMBERED:] if each[0] < offset]


def _again(walk: Walk, at: int, gender: str) -> list[str]:
    """The sign that the last pronoun of the gender meant nobody named: `She rowed. She …`."""
    before, where = walk.nameless
    start = walk.layout.words[at].start
    back = walk.back(walk.sentence(start), walk.sentence(where)) if before == gender else NEAR + 1
    if back > NEAR:
        return []
    return [f"nobody again {back}", f"nobody again {'before another' if _mentioned_since(walk, where, gender) else 'still'}"]


def _mentioned_since(walk: Walk, offset: int, gender: str) -> bool:
    """Whether a person of a fitting gender was mentioned after an offset."""
    sentence = walk.sentence(offset)
    recent = takewhile(lambda each: each[0] >= sentence, reversed(walk.order))
    groups = (walk.groups[key] for _, key in recent)
    return any(
        group.type == "person" and group.gender in ("u", gender) and walk.seen[id(group)][-1].span.start > offset
        for group in groups
    )
