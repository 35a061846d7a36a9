"""Whom a pronoun means by the rules and a network together, the network's vectors made up for the case."""

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.core.spans import words_at
from onrecord.reading.antecedents import Candidate, feature_weights
from onrecord.reading.chains import Chains, build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.reader import NETWORK
from onrecord.reading.neural.referring import BALANCES, REFERRING_WIDTH, Balance, Balances, Referring
from onrecord.reading.walk import Walk

STORY = "Ada Quill met Petra Lindqvist at the dock. Her boat had sunk."
PAGE = layout(STORY)
WORDS = [word.text for word in PAGE.words]


def vectors(likes: dict[str, float], nobody: float = 0.0, words: list[str] = WORDS) -> Array:
    """Vectors by which every pronoun likes these words so much."""
    made = np.zeros((len(words), 2 * REFERRING_WIDTH + 1), dtype=np.float32)
    made[:, 0] = np.sqrt(REFERRING_WIDTH)
    for word, score in likes.items():
        made[words.index(word), REFERRING_WIDTH] = score
    made[:, -1] = nobody
    return made


def her(told: Chains) -> str:
    """Whose boat it is."""
    names = {chain.id: chain.name for chain in told.chains}
    return next((names[each.chain] for each in told.mentions if words_at(STORY, each.span) == "Her"), "")


def same(network: float) -> Balances:
    """The rules' weights and what a network counts, for all pronouns."""
    balance = Balance(feature_weights(), network)
    return Balances(balance, balance)


def read(made: Array, balances: Balances) -> str:
    return her(build_chains(PAGE, find_names(PAGE), "dock", Referring(made, balances)))


@pytest.mark.parametrize("surname", ["Quill", "Lindqvist"])
def test_whom_the_network_is_sure_of_is_meant(surname: str) -> None:
    assert read(vectors({surname: 6.0}), same(1.0)).endswith(surname)


def test_where_the_network_is_for_nobody_named_nobody_is_meant() -> None:
    assert read(vectors({}, nobody=9.0), same(1.0)) == ""


def test_a_network_that_counts_for_nothing_leaves_all_as_the_rules_have_it() -> None:
    rules = her(build_chains(PAGE, find_names(PAGE), "dock"))

    assert read(vectors({"Quill": 9.0, "Lindqvist": -9.0}, nobody=5.0), same(0.0)) == rules


def test_each_candidate_has_a_score_of_the_network_and_nobody_has_one() -> None:
    told: list[list[float]] = []
    referring = Referring(vectors({"Quill": 2.0, "Lindqvist": -1.0}, nobody=0.5), same(1.0))

    def watching(walk: Walk, at: int, gender: str, found: list[Candidate]) -> list[Group]:
        told.append(referring.scores(walk, at, gender, found))
        return []

    build_chains(PAGE, find_names(PAGE), "dock", watching)

    assert sorted(told[0][:-1]) == pytest.approx([-1.0, 2.0])
    assert told[0][-1] == 0.5


@pytest.mark.parametrize(("noun", "nobody"), [("woman", 3.0), ("man", 0.0)])
def test_who_passed_by_without_a_name_speaks_for_nobody_named(noun: str, nobody: float) -> None:
    page = layout(f"A {noun} met Ada Quill. Her boat had sunk.")
    referring = Referring(vectors({noun: 3.0}, -20.0, [word.text for word in page.words]), same(1.0))
    told: list[float] = []

    def watching(walk: Walk, at: int, gender: str, found: list[Candidate]) -> list[Group]:
        told.append(referring.scores(walk, at, gender, found)[-1])
        return []

    build_chains(page, find_names(page), "dock", watching)

    assert told == [pytest.approx(nobody or -20.0, abs=1e-6)]


def test_a_network_without_its_balance_was_not_trained_for_pronouns(tmp_path: Path) -> None:
    assert Balances.read(tmp_path) is None

    rows = {"others": {"features": {"back 0": 0.5}, "network": 1.5}, "reporting": {"features": {}, "network": 0.5}}
    (tmp_path / BALANCES).write_text(json.dumps(rows), encoding="utf-8")
    assert Balances.read(tmp_path) == Balances(reporting=Balance({}, 0.5), others=Balance({"back 0": 0.5}, 1.5))


def test_pronouns_that_report_have_weights_of_their_own() -> None:
    reporting, others = Balance({"name last": 1.0}, 0.1), Balance({}, 1.0)
    words = layout("She said so. Her boat had sunk.").words

    assert Balances(reporting, others).of(words, 0) is reporting
    assert Balances(reporting, others).of(words, 4) is others


SHIPPED = Balances.read(NETWORK)


def meant_in(story: str, pronoun: str, likes: dict[str, float]) -> str:
    """Whom the last such pronoun of a story means by a network that likes these words so much, and the shipped balance."""
    assert SHIPPED is not None
    page = layout(story)
    made = vectors(likes, words=[word.text for word in page.words])
    told = build_chains(page, find_names(page), "story", Referring(made, SHIPPED))
    names = {chain.id: chain.name for chain in told.chains}
    return next((names[each.chain] for each in reversed(told.mentions) if words_at(story, each.span) == pronoun), "")


def test_a_given_name_tells_a_gender_unless_much_speaks_against_it() -> None:
    story = "Ivo Quill met Ida Lind at the dock. Her boat had sunk."

    assert meant_in(story, "Her", {"Quill": 0.0, "Lind": 0.0}) == "Ida Lind"
    assert meant_in(story, "Her", {"Quill": 12.0, "Lind": 0.0}) == "Ivo Quill"


def test_a_common_given_name_tells_a_gender_whatever_speaks_against_it() -> None:
    story = "Jon Quill met Ida Lind at the dock. Her boat had sunk."

    assert meant_in(story, "Her", {"Quill": 12.0, "Lind": 0.0}) == "Ida Lind"


def test_a_title_tells_a_gender_whatever_speaks_against_it() -> None:
    story = "Mr. Quill met Ida Lind at the dock. Her boat had sunk."

    assert meant_in(story, "Her", {"Quill": 12.0, "Lind": 0.0}) == "Ida Lind"


def test_a_pronoun_that_was_misread_does_not_shut_somebody_out() -> None:
    story = "Brambin met Tovrin at the dock. He waved. Her boat had sunk."

    assert meant_in(story, "Her", {"Brambin": 6.0, "Tovrin": -6.0}) == "Brambin"


def test_a_role_outside_of_a_quotation_shuts_nobody_out_of_it() -> None:
    story = "The mayor put all trust in Ida Lind: “She never missed a tide.”"

    assert meant_in(story, "She", {"Lind": 3.0}) == "Ida Lind"


def test_whoever_reports_again_is_who_reported_where_nobody_was_mentioned_since() -> None:
    story = "Ada Quill met Petra Lindqvist at the dock. “It sank,” she said. {}“It burned,” she added."
    told: dict[str, list[str]] = {}
    for between in ("", "Lindqvist nodded. "):
        page = layout(story.format(between))
        words = [word.text for word in page.words]
        made = vectors({"Quill": 6.0, "Lindqvist": -6.0}, words=words)
        again = len(words) - 1 - words[::-1].index("she")
        made[again, 0] *= -1
        chains = build_chains(page, find_names(page), "dock", Referring(made, same(1.0)))
        names = {chain.id: chain.name for chain in chains.chains}
        told[between] = [names[each.chain] for each in chains.mentions if words_at(page.text, each.span) == "she"]

    assert told == {"": ["Ada Quill", "Ada Quill"], "Lindqvist nodded. ": ["Ada Quill", "Petra Lindqvist"]}


def test_whoever_reports_is_not_whom_the_report_names_at_once() -> None:
    story = "Ada Quill met Petra Lindqvist at the dock. On Monday, she praised Lindqvist's patience."

    assert meant_in(story, "she", {"Lindqvist": 9.0}) == "Ada Quill"


def test_a_name_of_another_gender_needs_more_than_a_little() -> None:
    story = "Ida Lind heard the case. The baker wants his money."

    assert meant_in(story, "his", {"Lind": 1.5}) == ""
    assert meant_in(story, "his", {"Lind": 6.0}) == "Ida Lind"


def test_whoever_spoke_just_before_a_quotation_goes_on_where_two_are_about_as_likely() -> None:
    spoke = "Petra Lindqvist met Ada Quill. Quill said Lindqvist was late. “The boat sank on Monday,” she said."
    nobody_did = spoke.replace("Quill said Lindqvist was late", "Few knew that Quill and Lindqvist were late")
    likes = {"Quill": 0.0, "Lindqvist": -1.0}

    assert meant_in(spoke, "she", likes) == "Ada Quill"
    assert meant_in(nobody_did, "she", likes) == ""
