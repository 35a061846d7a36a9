"""Documents without a date in a record: bounded by what they look back on and by words that others date, in any order."""

from itertools import permutations
from pathlib import Path

import pytest

from onrecord import compile as trip
from onrecord.record.view import View
from record_piles import add, export, write

ROOF = "“The old ferry pier will not live through another winter under this roof,”"
STORIES = {
    "pier.txt": f" date 2031-03-06 Mayor Ottoline Brask spoke of the pier.\n\n{ROOF} Mayor Ottoline Brask said on Tuesday.\n",
    "flyer.txt": f"Save the pier\n\nThe roof leaked in 2029. We will meet in June 2033.\n\n{ROOF} said Mayor Ottoline Brask.\n",
    "leaflet.txt": f"Mend the roof\n\nIt was built in 2030.\n\n{ROOF} said Mayor Ottoline Brask.\n",
}
"""A dated story and two undated papers that repeat its words."""


@pytest.fixture
def pile(tmp_path: Path) -> list[str]:
    return write(tmp_path / "pile", STORIES)


def bounds(record: Path, place: str) -> tuple[str | None, str | None, str, list[str]]:
    with View(record) as view:
        date = view.document(place).published
        return date.earliest, date.latest, date.basis, [evidence.words for evidence in date.evidence]


def test_undated_papers_are_bounded_the_same_in_any_order(tmp_path: Path, pile: list[str]) -> None:
    exports = set()
    for number, order in enumerate(permutations(pile)):
        record = tmp_path / f"{number}.db"
        for place in order:
            add(record, [place])
        assert bounds(record, pile[1])[:3] == ("2031-03-04", "2033-06-30", "inferred")
        assert bounds(record, pile[2])[:3] == ("2031-03-04", None, "inferred")
        assert trip.check(record, derived=True) == ()
        exports.add(export(record))
    assert len(exports) == 1


def test_bounds_show_the_words_that_they_rest_on(tmp_path: Path, pile: list[str]) -> None:
    add(tmp_path / "r.db", pile)
    assert bounds(tmp_path / "r.db", pile[1])[3] == ["Tuesday", "2031-03-06", "June 2033"]


def test_bounds_follow_when_the_story_is_removed_dated_again_or_back(tmp_path: Path, pile: list[str]) -> None:
    record, never = tmp_path / "r.db", tmp_path / "never.db"
    add(record, pile)
    add(never, pile[1:])
    trip.remove(record, pile[0])
    assert bounds(record, pile[1]) == ("2029-01-01", "2033-06-30", "inferred", ["2029", "June 2033"])
    assert export(record) == export(never)
    add(record, pile[:1], published="2031-05-08")
    assert bounds(record, pile[1])[0] == "2031-05-06"
    assert trip.check(record, derived=True) == ()


def test_a_paper_dated_a_year_later_is_as_if_it_had_been_dated_at_once(tmp_path: Path, pile: list[str]) -> None:
    late, early = tmp_path / "late.db", tmp_path / "early.db"
    add(late, pile)
    add(late, pile[1:2], published="2031-04-01")
    add(early, pile[1:2], published="2031-04-01")
    add(early, [pile[0], pile[2]])
    assert bounds(late, pile[1])[:3] == ("2031-04-01", "2031-04-01", "given")
    assert export(late) == export(early)


def test_bounds_place_nothing_else(tmp_path: Path, pile: list[str]) -> None:
    """Two undated papers that tell the same do not bound each other."""
    add(tmp_path / "r.db", pile[1:])
    assert bounds(tmp_path / "r.db", pile[1])[0] == "2029-01-01"
    assert bounds(tmp_path / "r.db", pile[2])[0] == "2030-01-01"


def test_a_date_that_its_own_text_contradicts_is_a_fault(tmp_path: Path, pile: list[str]) -> None:
    add(tmp_path / "r.db", pile[1:2], published="2028-04-01")
    with View(tmp_path / "r.db") as view:
        (fault,) = view.faults()
    assert fault.place == pile[1]
    assert fault.message.startswith("published 2028-04-01 but speaks of 2029 as past (“2029”)")
