"""A record that grows a story at a time: whatever came first, was ruled, removed and added again, it is as compiled at once."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import compile as trip
from onrecord.core.decisions import Decision, Ruling, Target, decision_id
from onrecord.record.view import View
from record_piles import add, export, write

ENDINGS = [
    "“It will run by May,” said Ottoline Brandvold, the mayor of Port Ellery.",
    "“It will not,” said Ottoline Brandvold, who spoke in Port Ellery.",
    "The Harbor Coalition in PORT ELLERY said that Brandvold had promised it.",
    "Mayor Brandvold of Port Ellery said that the Harbor Coalition knew nothing.",
    "Ottoline Brandvold said in Port Ellery that her daughter Ivanka had asked for it.",
    "Ivanka Brandvold, a nurse, told the Harbor Trust in Port Ellery that the town needed it.",
    "The HARBOR COALITION said that it had not asked Brandvold.",
    "“We are late,” said Mayor Ottoline Brandvold Jr. of Port Ellery.",
    "Pruett Urges Brandvold to leave Port Ellery. The Harbor Coalition said that it agreed.",
    "“Nobody asked us,” said Ottoline Brandvold of the Harbor Coalition.",
]
STORIES = {
    f"story-{at}.txt": f" date 2031-03-{at + 1:02} The ferry was told of on day {at}.\n\n{text}\n"
    for at, text in enumerate(ENDINGS)
}


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return write(tmp_path_factory.mktemp("pile"), STORIES)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, pile: list[str]) -> Path:
    record = tmp_path_factory.mktemp("whole") / "onrecord.db"
    add(record, pile)
    return record


def ruled(record: Path) -> list[Decision]:
    """That two stories mean two towns of the name, and that the Trust is the Coalition."""
    with View(record) as view:
        (town,) = (each for each in view.find_entities("Port Ellery") if each.type == "place")
        coalition, trust = view.find_entities("Harbor Coalition")[0], view.find_entities("Harbor Trust")[0]
        return [
            decide("different", view.target(town.chains[0]), view.target(town.chains[-1])),
            decide("same", view.target(coalition.id), view.target(trust.id)),
        ]


def decide(ruling: Ruling, *about: Target) -> Decision:
    at = "2032-02-01T10:00:00Z"
    return Decision(decision_id(about, ruling, "", "", "ines", at, "w"), about, ruling, "", "", "ines", at, "w", "")


@given(data=st.data())
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_story_at_a_time_with_rulings_and_removals_between(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, pile: list[str], whole: Path
) -> None:
    folder = tmp_path_factory.mktemp("any")
    expected, record = folder / "expected.db", folder / "onrecord.db"
    rulings = ruled(whole)
    add(expected, pile)
    trip.rule(expected, rulings)
    steps: list[str | Decision] = data.draw(st.permutations([*pile, *rulings]))
    again = data.draw(st.lists(st.sampled_from(pile), unique=True, max_size=2))
    add(record, [pile[0]])
    for step in steps:
        if isinstance(step, Decision):
            trip.rule(record, [step])
        else:
            add(record, [step])
    for place in again:
        trip.remove(record, place)
        add(record, [place])
    assert export(record) == export(expected)
    assert trip.check(record, derived=True) == ()
