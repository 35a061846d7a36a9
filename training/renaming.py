"""Snippets told again of other people: the persons' given names and surnames exchanged for others of their gender, all else kept.

Whoever learns from few snippets learns their names by heart; with other names in them only the sentences tell whom a pronoun means
(as in the systems of GAP's shared task, Webster et al. 2019, that exchanged names). The two names of a snippet and other persons'
words change wherever they stand in it, each word into one other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

from benchmarks.gap import Snippet

from onrecord.core.names import fold
from onrecord.core.spans import Span
from onrecord.knowledge.people import Gender, given_names, known_surnames, roles, weak_given_names
from training.self_made import People

_WORD = re.compile(r"[^\W\d_]{3,}")


def renamed(snippet: Snippet, known: People, draw: Random) -> Snippet:
    """The snippet with other names of persons; places as they then are. Words that are no known name stay."""
    persons = [([name], _gender(snippet)) for name, _ in snippet.names] + list(zip(known.spans, known.genders, strict=True))
    names = sorted(
        {(tuple(_WORD.findall(snippet.text[slice(*span)])), gender) for spans, gender in persons for span in spans},
        key=lambda one: (-len(one[0]), one),
    )
    others: dict[str, str] = {}
    for words, gender in names:
        for at, word in enumerate(words):
            pool = _others(word, len(words) > at + 1, gender)
            if word not in others and pool:
                others[word] = draw.choice([each for each in draw.sample(pool, 40) if each.capitalize() not in others.values()])
                others[word] = others[word].upper() if word.isupper() else others[word].capitalize()
    return _with_words(snippet, others)


def _gender(snippet: Snippet) -> Gender:
    return "m" if snippet.gender == "masculine" else "f"


def _others(word: str, is_followed: bool, gender: Gender) -> Sequence[str]:
    """The names that may stand for a word of a name: surnames for its last, where one word is a name either may be asked for."""
    plain = fold(word)
    if not word[0].isupper() or plain in roles():
        return ()
    if plain in known_surnames() and not is_followed:
        return _surnames()
    told = given_names().get(plain)
    if told is None:
        return _surnames() if plain in known_surnames() else ()
    return _given(gender if told == "u" else told)


@cache
def _given(gender: Gender) -> Sequence[str]:
    return sorted(
        name for name, its_own in given_names().items() if its_own == gender and _fit(name) and name not in weak_given_names()
    )


@cache
def _surnames() -> Sequence[str]:
    return sorted(name for name in known_surnames() if _fit(name) and name not in given_names())


def _fit(name: str) -> bool:
    return name.isalpha() and name.isascii() and len(name) > 2


def _with_words(snippet: Snippet, others: Mapping[str, str]) -> Snippet:
    """The snippet with words exchanged, its places moved along."""
    pieces: list[str] = []
    moved = {0: 0}
    at = size = 0
    for found in _WORD.finditer(snippet.text):
        word = others.get(found[0], found[0])
        for piece, end in ((snippet.text[at : found.start()], found.start()), (word, found.end())):
            pieces.append(piece)
            size += len(piece)
            moved[end] = size
        at = found.end()
    pieces.append(snippet.text[at:])

    def place(offset: int) -> int:
        before = max(each for each in moved if each <= offset)
        return moved[before] + offset - before

    def span(old: Span) -> Span:
        return Span(place(old.start), place(old.end))

    names = tuple((span(name), meant) for name, meant in snippet.names)
    return replace(snippet, text="".join(pieces), pronoun=span(snippet.pronoun), names=names)
