"""Two of one common name in a record: the same weeks make them one, another date makes them two again."""

from itertools import permutations
from pathlib import Path

from onrecord import compile as trip
from onrecord.record.view import View
from onrecord.sources import Options
from record_piles import export, write

STORIES = {
    "ferry.txt": " date 2031-03-04 “It leaks,” John Smith said of the pier.\n\n“We know,” Ottilie Brandvold said.\n",
    "roof.txt": " date 2031-03-10 “It holds,” John Smith said of the roof.\n\n“We hope,” Ottilie Brandvold said.\n",
    "other.txt": " date 2031-03-10 “It bites,” John Smith said of the goat.\n",
}


def add(record: Path, places: list[str], published: str | None = None) -> None:
    trip.add(record, places, Options(published=published), reader="rules", jobs=1)


def smiths(record: Path) -> list[int]:
    """In how many documents each John Smith is named."""
    with View(record) as view:
        return sorted(len(entity.chains) for entity in view.entities() if entity.name == "John Smith")


def test_the_same_weeks_join_in_any_order_and_a_new_date_parts(tmp_path: Path) -> None:
    places = write(tmp_path / "pile", STORIES)
    exports = set()
    for number, order in enumerate(permutations(places)):
        record = tmp_path / f"{number}.db"
        for place in order:
            add(record, [place])
        assert smiths(record) == [1, 2]
        exports.add(export(record))
    assert len(exports) == 1
    add(record, [places[1]], published="2031-09-10")
    assert smiths(record) == [1, 1, 1]
    assert trip.check(record, derived=True) == ()
