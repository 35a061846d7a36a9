"""Packs on a small record: taken up, shown beside print, compared with it, dropped; nothing that documents say changes."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed
from onrecord.record.view import View
from small_packs import office, pack, person

STORIES = {
    "one.txt": "Title: The ferry\nDate: May 4, 2003\n\nSen. Ilse Tennant (R-Ohio) said that the ferry would come.\n",
    "two.txt": "Title: The pier\nDate: June 8, 2003\n\nSen. Ilse Tennant said that the pier would hold.\n",
    "three.txt": "Title: The tide\nDate: July 3, 2003\n\nOhio Sen. Ilse Tennant said that the tide would turn.\n",
    "four.txt": "Title: The mayor\nDate: July 9, 2003\n\nGov. Ilse Tennant said that she was surprised.\n",
    "five.txt": "Title: The club\nDate: July 19, 2003\n\nFelix Kestrel said that the club was shut. “Shut,” Kestrel said.\n",
}
TENNANT = person(
    "a:1",
    "Ilse M. Tennant",
    office("representative", "1997-01-03", "2001-01-03", party="Republican", post="District 3"),
    office("senator", "2001-01-03", "2007-01-03", party="Republican", incumbent=True),
)
PACK = pack(TENNANT, person("a:2", "Felix Kestrel", office("mayor", "2001-01-03", "2003-01-03")), snapshot="2004-01-01")


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ohio")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with chdir(folder):
        assert typed("add", *STORIES, "--reader", "rules") == (0, "onrecord.db: 5 added\n")
    return folder


@pytest.fixture(autouse=True)
def in_a_copy(stories: Path, tmp_path: Path) -> Iterator[None]:
    shutil.copy(stories / "onrecord.db", tmp_path / "onrecord.db")
    (tmp_path / "assembly.jsonl").write_bytes(PACK)
    with chdir(tmp_path):
        yield


def use() -> None:
    assert typed("packs", "use", "assembly.jsonl") == (
        0,
        "onrecord.db: assembly, snapshot 2004-01-01, 2 people\n  CC0-1.0, the clerk of the assembly\n",
    )


def section(*arguments: str) -> str:
    """What `show` prints from the known offices on, without its line ends."""
    code, page = typed("show", *arguments)
    assert code == 0, page
    return " ".join(page.partition("\n\nknown offices")[2].split())


def test_the_offices_of_whoever_is_taken_to_be_known_stand_in_a_section_of_their_own() -> None:
    use()
    assert section("ilse tennant").startswith(
        ", from packs and not from print "
        "representative, United States House of Representatives, District 3, Ohio, Republican · 1997-01-03 to 2001-01-03 "
        "senator, United States Senate, Ohio, Republican · from 2001-01-03, held on 2004-01-01 "
        "taken to be Ilse M. Tennant (0.99): same first name and surname; senator in print in 3 documents, as in the pack; "
        "the same state or town in print in 2 documents; the same party in print in 1 document "
        "assembly pack, snapshot 2004-01-01, line 2: a:1; CC0-1.0, the clerk of the assembly "
        "print disagrees with a known office: 1 place "
        "2003-07-09 · printed “Gov.” · senator (Ohio) then, by assembly “The mayor”, 2003-07-09,"
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2003-06-30", "on 2003-06-30: senator, United States Senate, Ohio, Republican taken"),
        ("2006-06-30", "on 2006-06-30: not known whether senator, United States Senate, Ohio, Republican"),
        ("2008-06-30", "on 2008-06-30: none that the packs know"),
    ],
)
def test_which_office_was_held_on_a_day(day: str, expected: str) -> None:
    use()
    assert expected in section("ilse tennant", "--as-of", day)


def test_a_name_alone_has_no_section_and_why_says_so() -> None:
    use()
    assert section("felix kestrel") == ""
    code, page = typed("show", "felix kestrel", "--why")
    assert code == 0
    assert page.endswith(
        "\nknown people of the name whom Felix Kestrel is not taken to be\n  Felix Kestrel: nothing but the name agrees\n"
        "    assembly pack, snapshot 2004-01-01, line 3: a:2\n"
    )


def test_json_has_each_office_with_the_row_that_it_rests_on() -> None:
    use()
    told = json.loads(typed("show", "ilse tennant", "--json")[1])["known"]
    (known,) = told["people"]
    assert known["offices"][1] | {"evidence": ""} == {
        "role": "senator",
        "organization": "United States Senate",
        "post": "",
        "place": "Ohio",
        "party": "Republican",
        "from": "2001-01-03",
        "to": "2007-01-03",
        "incumbent": True,
        "evidence": "",
    }
    assert known["offices"][1]["evidence"] | {"sha256": ""} == {
        "pack": "assembly",
        "snapshot": "2004-01-01",
        "sha256": "",
        "line": 2,
        "id": "a:1",
    }
    assert [(one["kind"], one["printed"], one["citation"]["title"]) for one in told["conflicts"]] == [
        ("another office", "Gov.", "The mayor")
    ]
    rows = typed("show", "ilse tennant", "--csv")[1].splitlines()
    assert "print disagrees: another office,Gov." in rows


def exported() -> list[str]:
    code, text = typed("export", "jsonl")
    assert code == 0
    return text.splitlines()


def test_a_pack_changes_the_line_that_names_it_and_adds_lines_of_its_own_kinds() -> None:
    before = exported()
    use()
    first, *rest = exported()
    kinds = ("pack", "known_person", "known_office", "conflict")
    assert [line for line in rest if json.loads(line)["kind"] not in kinds] == before[1:]
    versions = json.loads(first)["versions"]
    assert versions.pop("packs").startswith("assembly@")
    assert versions == json.loads(before[0])["versions"]
    assert typed("packs", "drop", "assembly") == (0, "onrecord.db: assembly dropped\n")
    assert exported() == before


def test_a_record_keeps_its_packs_when_their_files_are_gone_and_rebuilds_with_them() -> None:
    use()
    before = section("ilse tennant"), exported()
    Path("assembly.jsonl").unlink()
    assert typed("rebuild", "--reader", "rules") == (0, "onrecord.db: rebuilt\n")
    assert (section("ilse tennant"), exported()) == before
    assert typed("check", "--derived")[0] == 0


def test_what_the_record_had_on_a_day_has_no_pack_that_came_later(tmp_path: Path) -> None:
    use()
    with View(tmp_path / "onrecord.db") as today, View(tmp_path / "onrecord.db", known="2020-01-01") as then:
        assert ([pack.name for pack in today.packs()], then.packs()) == (["assembly"], ())
        assert "packs" not in then.record().versions


def test_packs_lists_what_the_record_has() -> None:
    assert typed("packs")[1].startswith("0 packs in onrecord.db, ")
    use()
    assert (
        typed("packs")[1]
        .split("\n\n")[1]
        .startswith("assembly · snapshot 2004-01-01 · 2 people · in the record\n  CC0-1.0, the clerk of the assembly\n  sha256 ")
    )
    again = "onrecord.db: assembly, snapshot 2004-01-01, 2 people; as before\n  CC0-1.0, the clerk of the assembly\n"
    assert typed("packs", "use", "assembly.jsonl") == (0, again)


def test_a_bad_pack_is_named_and_a_good_one_beside_it_taken_up(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "bad.jsonl").write_bytes(pack(TENNANT, licence=""))
    (folder / "good.jsonl").write_bytes(PACK)
    code, page = typed("packs", "use", "lists")
    assert code == 1
    assert "onrecord.db: assembly, snapshot 2004-01-01, 2 people\n" in page
    assert page.endswith(
        "lists/bad.jsonl#1: its header has no licence; say in `licence` where the list is from and how it may be used\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["use"], "which pack? write: onrecord packs use PACK (onrecord packs lists them)\n"),
        (["fetch", "assembly"], "fetch: write: onrecord packs, onrecord packs use PACK, or onrecord packs drop PACK\n"),
        (["drop", "assembly"], "assembly: the record has no pack of this name (it has: none)\n"),
        (["use", "nothing"], "nothing: no such file, and no pack of this name is installed (installed: none)\n"),
        (["use", "empty"], "empty: no pack in this folder; packs are files that end in .jsonl or .jsonl.gz\n"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_mend(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert typed("packs", *arguments) == (2, message)


def test_two_of_the_record_who_are_one_known_person_are_pointed_out_and_not_joined(tmp_path: Path) -> None:
    story = "Title: The gulls\nDate: August 1, 1999\n\nRep. Ilse Rao (R-Ohio) said that the gulls were loud.\n"
    (tmp_path / "six.txt").write_text(story, encoding="utf-8")
    (tmp_path / "assembly.jsonl").write_bytes(pack(TENNANT | {"names": ["Ilse Rao"]}, snapshot="2004-01-01"))
    assert typed("add", "six.txt", "--reader", "rules")[0] == 0
    assert typed("packs", "use", "assembly.jsonl")[0] == 0
    assert re.search(r"Ilse Rao \(\w{8}\) is taken to be the same; if they are one: onrecord rule same", section("ilse tennant"))
    assert re.search(r"Ilse Tennant \(\w{8}\) is taken to be the same", section("ilse rao"))


def test_a_pack_that_was_altered_in_the_file_is_found(tmp_path: Path) -> None:
    use()
    connection = sqlite3.connect(tmp_path / "onrecord.db")
    connection.execute("UPDATE pack SET sha256 = ?", ("0" * 64,))
    connection.commit()
    connection.close()
    code, page = typed("check")
    assert code == 1
    altered = "the pack assembly is not what it was when it was taken up"
    assert f"{altered}; take it up again with `onrecord packs use PACK --record onrecord.db`" in page
