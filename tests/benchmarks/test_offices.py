"""Offices judged by a gazetteer, on stories small enough to count by hand."""

import json
from pathlib import Path

from benchmarks.offices import judged, member, most_named, offices_given, report

from onrecord import compile as trip
from onrecord.knowledge.packs import Pack, read_pack
from onrecord.record.view import View
from onrecord.sources import Options

STORIES = {
    "one.txt": " date 2031-05-04 Sen. Ilse Tennant said that the ferry would come. Dora Kestrel said no.\n",
    "two.txt": " date 2031-06-08 Gov. Ilse Tennant said that the pier would hold.\n",
    "three.txt": " date 2031-06-09 Ilse Tennant, the chair of the harbour board, said that it would not.\n",
    "four.txt": " date 2031-07-01 Former Rep. Ilse Tennant said that the tide would turn.\n",
}
HEADER = {"format": "onrecord-pack/1", "name": "assembly", "title": "Members", "licence": "CC0-1.0"}
HEADER |= {"attribution": "the clerk", "source": "https://assembly.example"}


def in_congress(id_: str, name: str, *offices: tuple[str, str, str]) -> dict[str, object]:
    held = [{"role": role, "organization": "United States", "since": since, "until": until} for role, since, until in offices]
    return {"id": id_, "name": name, "offices": held}


def pack(*people: dict[str, object], snapshot: str) -> Pack:
    rows = [{**HEADER, "snapshot": snapshot, "people": len(people)}, *people]
    return read_pack("".join(json.dumps(row) + "\n" for row in rows).encode("utf-8"), "pack")


TENNANT = in_congress(
    "a:1", "Ilse M. Tennant", ("representative", "2025-01-03", "2029-01-03"), ("senator", "2029-01-03", "2031-06-01")
)
KESTRELS = [in_congress(id_, "Dora Kestrel", ("senator", "2029-01-03", "2031-06-01")) for id_ in ("a:2", "a:3")]


def test_offices_are_right_wrong_or_not_judged(tmp_path: Path) -> None:
    for name, text in STORIES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    trip.add(tmp_path / "onrecord.db", [str(tmp_path / name) for name in STORIES], Options(), reader="rules", jobs=1)
    known = pack(TENNANT, *KESTRELS, snapshot="2031-06-01")
    with View(tmp_path / "onrecord.db") as view:
        tennant, kestrel = most_named(view, 2)
        assert (tennant.name, kestrel.name) == ("Ilse Tennant", "Dora Kestrel")
        assert list(member(kestrel, known)) == []
        (meant,) = member(tennant, known)
        given = list(offices_given(view, tennant, meant))
    told = sorted((one.office.published.latest, one.office.words, one.judgement) for one in given)
    assert told == [
        ("2031-05-04", "Sen.", "right"),
        ("2031-06-08", "Gov.", "not judged"),
        ("2031-07-01", "Former Rep.", "right"),
    ]
    assert list(report([tennant, kestrel], [tennant], given, all_of=False)) == [
        "2 people, 1 of them in the pack, 1 of these with an office that is right",
        "offices in print: 100.0 % right (2 right, 0 wrong, 1 not judged)",
        "offices of a person, wrong where one is: 100.0 % right (2 right, 0 wrong, 1 not judged)",
    ]
    sitting = pack(in_congress("a:1", "Ilse M. Tennant", ("senator", "2029-01-03", "2035-01-03")), snapshot="2032-01-01")
    (meant,) = member(tennant, sitting)
    assert [judged(one.office, meant) for one in given if one.office.words == "Gov."] == [("wrong", "another office")]
