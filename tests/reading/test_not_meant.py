"""Whom grammar alone keeps a pronoun from meaning, and whom a sentence has in mind before it names them."""

import pytest

from onrecord.reading.antecedents import Candidate
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.pronoun_cases import case_of
from onrecord.reading.walk import Walk


def candidates(text: str) -> dict[str, tuple[str, ...]]:
    """The persons whom the last pronoun of the text may mean, by name, with their features."""
    page = layout(text)
    found: dict[str, tuple[str, ...]] = {}

    def watching(_: Walk, __: int, ___: str, near: list[Candidate]) -> list[Group]:
        found.clear()
        found.update((each.group.name(text), each.features) for each in near)
        return []

    build_chains(page, find_names(page), "", watching)
    return found


@pytest.mark.parametrize(
    "told",
    [
        "Ida Quill has already told her.",
        "Ida Quill never looked at her.",
        "Ida Quill was helping her.",
        "Ida Quill, the town's clerk, thanked her.",
        "Ida Quill tried to reach her.",
        "The mayor asked Ida Quill to work with her.",
        "There stood Ida Quill, who was very fond of her.",
        "There stood Ida Quill, her younger sister.",
        "Ida Quill was also her lawyer.",
    ],
)
def test_grammar_tells_that_the_pronoun_means_another(told: str) -> None:
    assert set(candidates(f"Rosa Lind left in May. {told}")) == {"Rosa Lind"}


@pytest.mark.parametrize(
    "told",
    [
        "Ida Quill wrote her second book.",
        "Ida Quill thanked her supporters.",
        "Ida Quill, her mother and a clerk rowed over.",
        "Ida Quill was her usual self.",
        "Ida Quill, her sister Edda Quill and a clerk rowed over.",
        "A note from Ida Quill, the clerk, reached her.",
        "Ida Quill, who said that Bo Tarn had met her, left.",
        "The mayor gave Ida Quill the keys to her house.",
    ],
)
def test_where_grammar_is_silent_both_may_be_meant(told: str) -> None:
    assert set(candidates(f"Rosa Lind left in May. {told}")) >= {"Rosa Lind", "Ida Quill"}


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("Quill sold her second boat.", "possessive"),
        ("Quill sold her former house.", "possessive"),
        ("Quill thanked her supporters.", "possessive"),
        ("They thanked her on Monday.", "object"),
        ("They thanked her again.", "object"),
        ("They thanked her.", "object"),
    ],
)
def test_her_is_a_possessive_before_what_may_be_owned(words: str, case: str) -> None:
    page = layout(words)

    assert case_of(page.words, next(at for at, word in enumerate(page.words) if word.text == "her")) == case


@pytest.mark.parametrize(
    ("told", "sign"),
    [
        ("In her talk on Monday, Ida Quill praised the crew.", "in front phrase"),
        ("After a week in her cabin, Captain Ida Quill rowed home.", "in front phrase"),
        ("When she spoke on Monday, Ida Quill praised the crew.", "in front clause"),
        ("Her boat repaired, Ida Quill rowed home.", "in front part"),
    ],
)
def test_who_is_named_first_behind_what_stands_in_front_is_marked(told: str, sign: str) -> None:
    found = candidates(f"Rosa Lind left in May. {told}")

    assert {name for name, features in found.items() if sign in features} == {"Ida Quill"}


def test_nobody_stands_in_front_in_a_plain_sentence() -> None:
    found = candidates("Rosa Lind left in May. Ida Quill praised her crew, Bo Tarn said.")

    assert not [feature for features in found.values() for feature in features if feature.startswith("in front")]
