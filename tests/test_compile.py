"""The whole trip over small piles: whatever the order, the portions and what was taken out between, the record is the same."""

import json
import multiprocessing
import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import compile as trip
from onrecord import workers
from onrecord.core.decisions import Decision, Ruling, Target, decision_id
from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.reading import READERS
from onrecord.reading.rules import RulesReader
from onrecord.record.errors import RecordError
from onrecord.record.results import LeftOut
from onrecord.record.view import View
from onrecord.sources import Options
from record_piles import STORIES, add, export, write


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return write(tmp_path_factory.mktemp("pile"), STORIES)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory, pile: list[str]) -> bytes:
    record = tmp_path_factory.mktemp("record") / "onrecord.db"
    assert add(record, pile).added == len(pile)
    return export(record)


@given(data=st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_order_portions_and_removals_leave_no_mark(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, pile: list[str], expected: bytes
) -> None:
    record = tmp_path_factory.mktemp("any") / "onrecord.db"
    rest = data.draw(st.permutations(pile))
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        portion, rest = rest[:size], rest[size:]
        add(record, portion)
        for gone in data.draw(st.lists(st.sampled_from(portion), unique=True, max_size=2)):
            trip.remove(record, gone)
            rest = [*rest, gone]
    assert export(record) == expected
    assert trip.check(record, derived=True) == ()


def test_adding_again_costs_nothing(tmp_path: Path, pile: list[str], expected: bytes) -> None:
    record = tmp_path / "onrecord.db"
    add(record, pile)
    again = add(record, pile)
    assert (again.added, again.changed, again.unchanged) == (0, 0, len(pile))
    assert count(record, "SELECT count(*) FROM arrival") == len(pile)
    assert export(record) == expected


def test_adding_again_with_a_date_dates_again(tmp_path: Path, pile: list[str]) -> None:
    late, early = tmp_path / "late.db", tmp_path / "early.db"
    release = pile[2]
    add(late, pile)
    assert add(late, [release], published="2031-02-01").changed == 1
    add(early, [release], published="2031-02-01")
    add(early, pile)
    assert export(late) == export(early)
    with View(late) as view:
        assert view.document(release).published.latest == "2031-02-01"
        assert [statement.said.latest for statement in view.statements(document=view.document(release).id)] == ["2031-02-01"]


def test_a_new_text_at_the_same_path_replaces_and_the_old_stays(tmp_path: Path) -> None:
    record = tmp_path / "onrecord.db"
    (place,) = write(tmp_path, {"story.txt": "“It is done,” said Ada Quill."})
    add(record, [place])
    write(tmp_path, {"story.txt": "“It is not done,” said Ada Quill."})
    add(record, [place])
    with View(record) as view:
        new = view.document(place)
        (old,) = (document for document in view.documents() if document.id != new.id)
        (now,), (before,) = view.appearances(new.id), view.appearances(old.id)
        assert now.replaces == before.id
        assert view.replaced_by(old.id) == new.id
        assert view.replaced_by(new.id) is None
        assert view.text(old.id) == "“It is done,” said Ada Quill."
    write(tmp_path, {"story.txt": "“It is done,” said Ada Quill."})
    add(record, [place])
    with View(record) as view:
        assert view.document(place).id == old.id
        assert view.replaced_by(new.id) == old.id


def at_one_url(n: int) -> str:
    return json.dumps({"id": str(n), "url": "https://ellery.example/news/bridge", "text": f"“It is {n},” said Ada Quill."})


def replacing(record: Path) -> list[str]:
    with View(record) as view:
        return [appearance.name.rpartition("/")[2] for appearance in view.appearances() if appearance.replaces]


def test_rows_of_one_file_with_one_url_stand_beside_each_other(tmp_path: Path) -> None:
    record = tmp_path / "onrecord.db"
    (both,) = write(tmp_path, {"rows.jsonl": f"{at_one_url(1)}\n{at_one_url(2)}"})
    add(record, [both])
    assert replacing(record) == []


@pytest.mark.parametrize("again", [1, -1])
def test_files_with_one_url_replace_what_an_earlier_add_found_there(tmp_path: Path, again: int) -> None:
    apart, together = tmp_path / "apart.db", tmp_path / "together.db"
    places = write(tmp_path, {"old.jsonl": at_one_url(1), "new.jsonl": at_one_url(2)})
    for place in places:
        add(apart, [place])
    assert replacing(apart) == ["new.jsonl#2"]
    add(together, places)
    assert replacing(together) == []
    assert add(apart, places[::again]).unchanged == 2
    assert export(apart) == export(together)


def test_what_is_removed_is_gone_from_answers_and_known_to_have_been(tmp_path: Path, pile: list[str]) -> None:
    with_it, without = tmp_path / "with.db", tmp_path / "without.db"
    add(with_it, pile)
    trip.remove(with_it, pile[0])
    add(without, pile[1:])
    assert export(with_it) == export(without)
    assert count(with_it, "SELECT count(*) FROM arrival WHERE until IS NOT NULL AND at < until") == 1


def test_erasing_leaves_no_trace_in_any_byte(tmp_path: Path, pile: list[str]) -> None:
    record, without = tmp_path / "onrecord.db", tmp_path / "without.db"
    secret = "“The zyxomorphic ledger burned,” said Quillon Zarbotski of the Zarbotski Zeppelinworks."
    (place,) = write(tmp_path, {"zanzibarish.txt": secret})
    add(record, [*pile, place])
    with View(record) as view:
        (statement,) = view.statements(document=view.document(place).id)
        ruling = decide("accept", "heard it", view.target(statement.id))
    trip.rule(record, [ruling])
    assert traces(record, b"zyxomorphic", b"Zarbotski", b"zarbotski", b"zanzibarish")
    assert trip.remove(record, place, erase=True).faults == ()
    assert not traces(record, b"zyxomorphic", b"Zarbotski", b"zarbotski", b"zanzibarish", b"zeppelinworks")
    assert trip.check(record, derived=True) == ()
    add(without, pile)
    assert lines(record, "statement", "entity", "document") == lines(without, "statement", "entity", "document")


def traces(record: Path, *words: bytes) -> list[bytes]:
    files = [path for path in record.parent.glob(f"{record.name}*") if path.is_file()]
    held = b"".join(path.read_bytes() for path in files)
    return [word for word in words if word in held]


def test_rulings_hold_through_removal_and_rebuild_and_are_undone(tmp_path: Path, pile: list[str], expected: bytes) -> None:
    record = tmp_path / "onrecord.db"
    add(record, pile)
    with View(record) as view:
        (brask,) = view.find_entities("Ottoline Brask")
        first, second = view.statements(speaker=brask.id)[:2]
        okonjo = view.find_entities("okonjo")[0]
        chain = view.target(okonjo.id)
        about = (view.target(second.id), chain)
        rulings = [
            decide("reject", "never said", view.target(first.id)),
            decide("correct", "it was Okonjo", *about, field="speaker", value=chain.id),
        ]
    assert trip.rule(record, rulings).faults == ()
    ruled = export(record)
    with View(record) as view:
        assert first.id not in {statement.id for statement in view.statements()}
        assert second.id in {statement.id for statement in view.statements(speaker=okonjo.id)}
    trip.rebuild(record, jobs=1)
    assert export(record) == ruled
    for place in pile:
        trip.remove(record, place)
    with View(record) as view:
        assert {fault.place for fault in view.faults()} == {ruling.id for ruling in rulings}
    add(record, pile)
    assert export(record) == ruled
    undoing = [decide("undo", "my mistake", Target("decision", ruling.id, "", (), ""), follows=ruling.id) for ruling in rulings]
    trip.rule(record, undoing)
    assert without_decisions(export(record)) == without_decisions(expected)


def test_two_that_were_one_part_and_two_that_were_two_join(tmp_path: Path, pile: list[str]) -> None:
    record = tmp_path / "onrecord.db"
    add(record, pile)
    with View(record) as view:
        (dirk,), (piet,) = view.find_entities("Dirk Vandermeer"), view.find_entities("Piet Vandermeer")
        same = decide("same", "the goalkeeper sits on the council", view.target(dirk.id), view.target(piet.id))
    before = export(record)
    trip.rule(record, [same])
    with View(record) as view:
        assert view.entity(dirk.id).id == view.entity(piet.id).id == min(dirk.id, piet.id)
    trip.rule(record, [decide("undo", "he does not", Target("decision", same.id, "", (), ""), follows=same.id)])
    assert without_decisions(export(record)) == without_decisions(before)
    assert trip.check(record, derived=True) == ()


def test_as_of_a_day_shows_what_was_certainly_out_by_then(tmp_path: Path, pile: list[str]) -> None:
    record = tmp_path / "onrecord.db"
    add(record, pile)
    with View(record, as_of="2031-03-04") as view:
        names = {appearance.name.rpartition("/")[2] for appearance in view.appearances()}
        assert names == {"bridge.txt", "budget.txt"}
        left = view.left_out()
        assert (left.later, left.undated) == (3, 1)
        assert all(statement.said.latest <= "2031-03-04" for statement in view.statements() if statement.said.latest)
        spoken = {statement.speaker for statement in view.statements()} - {None}
        assert spoken <= {entity.id for entity in view.entities()}


def test_as_known_on_a_day_shows_what_the_record_had_by_its_end(tmp_path: Path, pile: list[str]) -> None:
    record = tmp_path / "onrecord.db"
    add(record, pile[:2])
    came_on(record, "2021-02-01")
    trip.remove(record, pile[0])
    add(record, pile[2:4])
    with View(record, known="2021-01-31") as view:
        assert (view.documents(), view.statements(), view.left_out()) == ((), (), LeftOut(0, 0, 3, 0))
    with View(record, known="2021-02-01") as view:
        assert [appearance.name for appearance in view.appearances()] == pile[1:2]
        assert {statement.document for statement in view.statements()} == {view.document(pile[1]).id}
        assert view.left_out() == LeftOut(0, 0, 2, 1)
    with View(record, as_of="2030-12-31", known="2021-02-01") as view:
        assert (view.documents(), view.left_out()) == ((), LeftOut(1, 0, 2, 1))


def came_on(record: Path, day: str) -> None:
    """Make all that stands in a record have come in at noon of a day."""
    connection = apsw.Connection(str(record))
    connection.execute("UPDATE arrival SET at = ?", (f"{day}T12:00:00.000000+00:00",))
    connection.close()


def test_a_document_that_the_reader_fails_on_is_a_fault_and_the_rest_is_read(
    tmp_path: Path, pile: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Fragile(RulesReader):
        def read(self, document: Document) -> Reading:
            if "chandlery" in document.text:
                raise ValueError("no shops")
            return super().read(document)

    monkeypatch.setitem(READERS, "fragile", Fragile)
    record = tmp_path / "onrecord.db"
    outcome = trip.add(record, pile, Options(), reader="fragile", jobs=1)
    (fault,) = outcome.faults
    assert (fault.place, outcome.added, outcome.exit_code) == (pile[1], len(pile), 1)
    assert "ValueError: no shops" in fault.message
    add(record, pile)
    with View(record) as view:
        assert view.faults() == ()
        assert view.find_entities("Lena Okonjo")


def test_a_text_that_is_not_english_is_kept_not_read_and_says_so(tmp_path: Path) -> None:
    record = tmp_path / "onrecord.db"
    text = (
        "Le maire a dit mardi que le pont serait fermé. « Nous ne pouvons pas attendre un autre hiver », a-t-il dit aux marchands."
    )
    (place,) = write(tmp_path, {"pont.txt": text})
    assert add(record, [place]).notices == (f"{place}: not English (fr); stored and searchable, not read",)
    with View(record) as view:
        assert view.statements() == ()
        assert view.document(place).language == "fr"
        assert [hit.document for hit in view.search("marchands")] == [view.document(place).id]


def test_workers_that_are_killed_lose_no_document() -> None:
    documents = [Document.of(f"“Number {n} is ready,” said Ada Quill.") for n in range(40)]
    crew = workers.Workers("rules", 2)
    reads = crew.read(documents, lambda document: document)
    got = [next(reads)]
    for process in multiprocessing.active_children():
        process.kill()
    got += reads
    assert [read.item for read in got] == documents
    assert all(read.reading and read.reading.document == read.item.id for read in got)


def test_a_full_disk_is_one_message_and_loses_nothing(tmp_path: Path, pile: list[str]) -> None:
    record, whole = tmp_path / "onrecord.db", tmp_path / "whole.db"
    long = write(
        tmp_path, {"long.txt": "“The minutes are long,” said Ada Quill.\n\n" + "Nothing else was said that day. \n" * 3000}
    )
    add(record, pile[:2])
    pages = count(record, "PRAGMA page_count")

    def small(connection: apsw.Connection) -> None:
        connection.pragma("max_page_count", pages + 2)

    apsw.connection_hooks.append(small)
    try:
        with pytest.raises(RecordError, match=r"onrecord\.db: the disk is full; free some space"):
            add(record, [*pile, *long])
    finally:
        apsw.connection_hooks.remove(small)
    assert trip.check(record) == ()
    add(record, [*pile, *long])
    add(whole, [*pile, *long])
    assert export(record) == export(whole)


def test_two_adds_at_once_come_to_one_record(tmp_path: Path, pile: list[str], expected: bytes) -> None:
    record = tmp_path / "onrecord.db"
    code = "import sys; from onrecord import compile, sources; compile.add(sys.argv[1], sys.argv[2:], sources.Options(), jobs=1)"
    running = [subprocess.Popen([sys.executable, "-c", code, str(record), *places]) for places in (pile[:4], pile[2:])]
    assert [process.wait(60) for process in running] == [0, 0]
    assert export(record) == expected
    assert trip.check(record, derived=True) == ()


def decide(ruling: Ruling, why: str, *about: Target, field: str = "", value: str = "", follows: str = "") -> Decision:
    at = f"2032-02-0{2 if ruling == 'undo' else 1}T10:00:00Z"
    name = decision_id(about, ruling, field, value, "ines", at, why)
    return Decision(name, about, ruling, field, value, "ines", at, why, follows)


def without_decisions(exported: bytes) -> list[bytes]:
    return [line for line in exported.splitlines() if not line.startswith((b'{"kind":"decision"', b'{"kind":"record"'))]


def lines(record: Path, *kinds: str) -> list[bytes]:
    starts = tuple(f'{{"kind":"{kind}"'.encode() for kind in kinds)
    found = [line for line in export(record).splitlines() if line.startswith(starts)]
    assert found
    return found


def count(record: Path, sql: str) -> int:
    connection = apsw.Connection(str(record))
    try:
        return int(str(connection.execute(sql).fetchall()[0][0]))
    finally:
        connection.close()
