"""Pronouns that nothing but their gender tells, and their stories told again in one gender."""

from random import Random

import pytest
from tools.antecedents import Seen
from training.by_gender import Genders, genders, in_one_gender, of_one_gender, told
from training.judged import from_by_gender

from onrecord.reading.antecedents import Candidate, candidates
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.neural.pieces import word_pieces
from onrecord.reading.neural.reader import NETWORK, NeuralReader
from onrecord.reading.neural.session import TOKENIZER
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from onrecord.reading.nobody import nobody_named
from onrecord.reading.walk import Walk

STORY = "Mary Vale met John Lind at the ferry. She thanked him, and his sister rowed home by herself."
READER = NeuralReader()
CUT = cut_by(tokenizer_in(NETWORK / TOKENIZER))


def meant(text: str, known: Genders | None = None) -> list[tuple[str, str]]:
    """The pronouns that nothing but their gender tells, with whom they mean, nothing for nobody named."""
    page = layout(text)
    found = told(page, READER, known or {}).pronouns
    return [(page.words[at].text, "" if group is None else group.name(text)) for at, group in found]


def test_the_only_woman_and_the_only_man_are_meant() -> None:
    assert meant(STORY)[:2] == [("She", "Mary Vale"), ("him", "John Lind")]


def test_where_only_men_are_named_she_is_nobody_of_them() -> None:
    assert meant("John Lind met a nurse. She sang.") == [("She", "")]
    assert meant("John Lind met a nurse. She sang. Mary Vale rowed.") == [("She", "")]


@pytest.mark.parametrize(
    "story",
    [
        "Mary Vale met Ruth Lind at the ferry. She rowed home.",
        "Mary Vale stood at the ferry. She rowed home.",
        "Mary Vale met Lind at the ferry. She rowed home.",
        "Mary Vale met John Lind and a woman at the ferry. She rowed home.",
        "Mary Vale met John Lind and Thomas Fell at the ferry. She rowed home.",
    ],
)
def test_where_another_may_be_meant_or_nobody_else_is_near_nothing_is_told(story: str) -> None:
    assert meant(story) == []


def test_of_a_surname_alone_other_stories_may_tell_the_gender() -> None:
    story = "Mary Vale met Lind at the ferry. She rowed home."

    assert genders(["John Lind rowed."] * 9) == {}
    assert meant(story, genders(["John Lind rowed."] * 10)) == [("She", "Mary Vale")]
    assert genders(["John Lind rowed."] * 10 + ["Mary Lind rowed."] * 10) == {}


def test_all_words_are_of_one_gender_and_nobody_keeps_a_name() -> None:
    page = layout(STORY)
    decode = tokenizer_in(NETWORK / TOKENIZER).decode

    for seed in range(4):
        read = in_one_gender(page, told(page, READER, {}).persons, Random(seed), CUT)
        words = [decode(list(pieces)) for pieces in read.pieces]
        assert len(words) == len(page.words)
        assert read.features == word_pieces(page, CUT).features
        assert not {"mary", "vale", "john", "lind"} & set(words)
        assert {"she", "her", "herself", "sister"} & set(words) in ({"she", "her", "herself", "sister"}, set())
        assert {"he", "him", "his", "himself", "brother"} & set(words) in ({"he", "him", "his", "himself", "brother"}, set())


def test_for_a_while_both_may_be_meant() -> None:
    seen: list[Seen] = []

    def watching(walk: Walk, at: int, gender: str, near: list[Candidate]) -> list[Group]:
        with of_one_gender(walk, gender):
            inside = candidates(walk, at, gender)
        seen.append(Seen(walk.layout.words[at].span, tuple(inside), nobody_named(walk, at, gender)))
        assert [each.features for each in candidates(walk, at, gender)] == [each.features for each in near]
        return []

    page = layout("Ms. Mary Vale met Mr. John Lind. She rowed home.")
    build_chains(page, find_names(page), "", watching)

    assert [{each.group.name(page.text) for each in one.candidates} for one in seen] == [{"Mary Vale", "John Lind"}]
    assert all("gender" in each.features for each in seen[0].candidates)


def test_for_a_while_those_without_a_name_may_be_meant_too() -> None:
    seen: list[tuple[str, ...]] = []

    def watching(walk: Walk, at: int, gender: str, _: list[Candidate]) -> list[Group]:
        with of_one_gender(walk, gender):
            seen.append(nobody_named(walk, at, gender))
        seen.append(nobody_named(walk, at, gender))
        return []

    page = layout("Mary Vale met a man. She rowed home.")
    build_chains(page, find_names(page), "", watching)

    assert [[sign for sign in signs if sign.startswith("stranger 1")] for signs in seen] == [["stranger 1 of gender"], []]


def test_a_pronoun_is_judged_among_all_persons() -> None:
    first, *_ = from_by_gender([STORY], READER, {}, CUT)

    assert len(first.options) == len(first.network) == 3
    assert "nobody" in first.options[-1]
    assert first.right in (0, 1)


def test_a_pronoun_that_means_nobody_named_is_judged_so() -> None:
    (first,) = from_by_gender(["John Lind met a nurse. She sang."], READER, {}, CUT)

    assert len(first.options) == 2
    assert first.right == 1
