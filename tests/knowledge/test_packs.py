"""Packs: what is read, what is refused and how that is said, and those that are installed."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.names import fold
from onrecord.knowledge.installed_packs import installed_packs
from onrecord.knowledge.packs import KnownOffice, PackError, people_named, read_pack, unpack
from small_packs import HEADER, lines, office, pack, person

LIND = person("a:1", "Ada Lind", office("senator", "2019-01-03", "2025-01-03"), names=["Adelheid Lind"], ids={"bioguide": "L1"})
RUIZ = person("a:2", "José Ruiz", office("governor", "2027-01-10", incumbent=True))


def test_people_and_their_offices_are_read_with_the_line_they_stand_on() -> None:
    found = read_pack(pack(LIND, RUIZ), "assembly.jsonl")
    assert (found.header.name, found.header.snapshot, found.header.attribution) == (
        "assembly",
        "2031-06-01",
        "the clerk of the assembly",
    )
    lind, ruiz = found.people
    assert (lind.name, lind.names, lind.ids, lind.line) == ("Ada Lind", ("Adelheid Lind",), {"bioguide": "L1"}, 2)
    assert lind.offices == (KnownOffice("senator", "United States Senate", place="Ohio", since="2019-01-03", until="2025-01-03"),)
    assert (ruiz.offices[0].until, ruiz.offices[0].incumbent, ruiz.listed) == (None, True, "2031-06-01")


def test_a_pack_is_the_same_however_it_is_packed() -> None:
    assert read_pack(pack(LIND, packed=True), "a.gz") == read_pack(pack(LIND), "a")


HEAD = HEADER | {"people": 1}

REFUSED: list[tuple[str, bytes, str]] = [
    ("no header", lines([LIND]), "p.jsonl#1: not a pack: its first line has to be a header of the format onrecord-pack/1"),
    ("empty", b"", "p.jsonl#1: not a pack"),
    ("not JSON", b"name,office\nLind,senator\n", "p.jsonl#1: not a pack"),
    ("newer", pack(LIND, format="onrecord-pack/2"), "p.jsonl#1: a pack of the format “onrecord-pack/2”, and this onrecord reads"),
    ("bad name", pack(LIND, name="My Pack"), "p.jsonl#1: “My Pack” is no name for a pack; write it in a-z, 0-9 and hyphens"),
    ("no licence", pack(LIND, licence=" "), "p.jsonl#1: its header has no licence; say in `licence` where the list is from"),
    ("no attribution", pack(LIND, attribution=""), "p.jsonl#1: its header has no attribution"),
    ("no snapshot", pack(LIND, snapshot="June 2031"), "p.jsonl#1: snapshot: “June 2031” is no day; write it as 2016-01-31"),
    ("cut by a line", pack(LIND, people=2), "p.jsonl: it has 1 people and its header says 2; it is cut short or was changed"),
    (
        "broken line",
        pack(LIND) + b'{"id": "a:2", "na\n',
        "p.jsonl#3: not a person of a pack (input data was truncated); mend the line",
    ),
    ("no name", lines([HEAD, {"id": "a:1"}]), "p.jsonl#2: not a person of a pack (object missing required field `name`)"),
    ("empty name", pack(person("a:1", " ")), "p.jsonl#2: a person without an id or a name"),
    ("no role", pack(person("a:1", "Ada Lind", office(" "))), "p.jsonl#2: an office without a role"),
    ("no such day", pack(person("a:1", "Ada Lind", office("mayor", "2031-02-30"))), "p.jsonl#2: since: “2031-02-30” is no day"),
    (
        "wrong way round",
        pack(person("a:1", "Ada Lind", office("mayor", "2031-02-03", "2030-02-03"))),
        "p.jsonl#2: mayor until 2030-02-03, which is before 2031-02-03; put the days in order",
    ),
    (
        "not there then",
        pack(person("a:1", "Ada Lind", office("mayor", "2020-01-01", "2024-01-01", incumbent=True))),
        "p.jsonl#2: mayor (2020-01-01 to 2024-01-01) cannot be `incumbent` on 2031-06-01",
    ),
    ("listed later", pack(person("a:1", "Ada Lind", listed="2032-01-01")), "p.jsonl#2: Ada Lind is listed on 2032-01-01, after"),
    ("twice", pack(LIND, LIND), "p.jsonl#2: the id a:1 is on 2 lines; give each person one line"),
    ("not UTF-8", pack(LIND) + b"\xff\n", "p.jsonl#3: not UTF-8; save the pack as UTF-8"),
    ("cut gzip", pack(LIND, packed=True)[:-20], "p.jsonl: it is cut short or damaged, so that it cannot be unpacked; get it again"),
]


@pytest.mark.parametrize(("content", "message"), [one[1:] for one in REFUSED], ids=[one[0] for one in REFUSED])
def test_what_is_wrong_is_named_with_file_line_and_mend(content: bytes, message: str) -> None:
    with pytest.raises(PackError) as refused:
        read_pack(content, "p.jsonl")
    assert str(refused.value).startswith(message)


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=6), min_size=1, max_size=6))
def test_whoever_has_a_surname_is_among_the_people_named_so(surnames: list[str]) -> None:
    people: list[dict[str, Any]] = [person(f"a:{at}", f"Ada O'{surname}") for at, surname in enumerate(surnames)]
    content = pack(*people)
    for at, surname in enumerate(surnames):
        assert at + 2 in [one.line for one in people_named(unpack(content, ""), fold(f"O'{surname}").replace("'", ""))]


def install(folder: Path, content: bytes | None, name: str = "onrecord-pack-assembly") -> None:
    module = folder / name.replace("-", "_")
    metadata = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    metadata.mkdir(parents=True)
    metadata.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    metadata.joinpath("entry_points.txt").write_text(f"[onrecord.packs]\nassembly = {module.name}\n", encoding="utf-8")
    if content is not None:
        module.mkdir()
        module.joinpath("__init__.py").write_text("", encoding="utf-8")
        module.joinpath("pack.jsonl.gz").write_bytes(content)


def test_an_installed_pack_is_found_by_its_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, pack(LIND, packed=True))
    monkeypatch.syspath_prepend(str(tmp_path))
    found, faults = installed_packs()
    assert faults == ()
    assert [(one.header.name, one.distribution) for one in found] == [("assembly", "onrecord-pack-assembly 1.0")]
    assert read_pack(found[0].content, found[0].place).people[0].name == "Ada Lind"


def test_an_installed_pack_that_is_broken_is_a_fault_and_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path / "good", pack(LIND, packed=True), "onrecord-pack-good")
    install(tmp_path / "bad", b"\x1f\x8bnothing", "onrecord-pack-bad")
    install(tmp_path / "gone", None, "onrecord-pack-gone")
    for folder in ("good", "bad", "gone"):
        monkeypatch.syspath_prepend(str(tmp_path / folder))
    found, faults = installed_packs()
    assert [one.distribution for one in found] == ["onrecord-pack-good 1.0"]
    assert [str(fault) for fault in faults] == [
        "onrecord-pack-bad 1.0, pack.jsonl.gz: it is cut short or damaged, so that it cannot be unpacked; get it again",
        "onrecord-pack-gone 1.0: it names a package onrecord_pack_gone that is not there; install it again",
    ]
