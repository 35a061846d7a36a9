"""Snippets told again of other people: other names, the same sentences, places moved along."""

from random import Random

from benchmarks.gap import Snippet
from training.renaming import renamed
from training.self_made import people

from onrecord.core.spans import Span
from onrecord.reading.layout import layout

STORY = "Mayor Laura Quinn met Susan Fletcher near Elm Street. Fletcher had lost her keys, and Laura laughed."


def at(words: str, text: str = STORY) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


HERS = at("her keys").start
SNIPPET = Snippet("keys-1", STORY, Span(HERS, HERS + len("her")), ((at("Laura Quinn"), False), (at("Susan Fletcher"), True)))


def told_again(seed: int) -> Snippet:
    return renamed(SNIPPET, people(layout(STORY)), Random(seed))


def test_every_mention_of_a_person_gets_the_same_other_name_and_all_else_stays() -> None:
    again = told_again(1)
    laura, susan = (again.text[slice(*name)] for name, _ in again.names)
    (first, quinn), (second, fletcher) = laura.split(), susan.split()

    assert {first, quinn, second, fletcher}.isdisjoint({"Laura", "Quinn", "Susan", "Fletcher"})
    assert again.text == f"Mayor {laura} met {susan} near Elm Street. {fletcher} had lost her keys, and {first} laughed."
    assert len({first, quinn, second, fletcher}) == 4


def test_the_pronoun_and_whom_it_means_stand_where_they_stood() -> None:
    for seed in range(20):
        again = told_again(seed)

        assert again.text[slice(*again.pronoun)] == "her"
        assert [meant for _, meant in again.names] == [False, True]
        assert again.gender == "feminine"


def test_other_draws_bring_other_names() -> None:
    assert len({told_again(seed).text for seed in range(5)}) == 5
