"""What packs know, in an export: kinds of its own beside what documents say, and conflicts between the two."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from faces.console import typed
from small_packs import office, pack, person

Told = dict[str, Any]

ROOT = Path(__file__).parents[2]
CHECKER = ROOT / "tools" / "verify_export.py"
VALIDATOR = Draft202012Validator(json.loads((ROOT / "docs" / "onrecord-1.schema.json").read_text(encoding="utf-8")))
OWN_KINDS = ("pack", "known_person", "known_office", "conflict")

STORIES = {
    "one.txt": "Title: The ferry\nDate: May 4, 2003\n\nSen. Ilse Tennant (R-Ohio) said that the ferry would come.\n",
    "two.txt": "Title: The pier\nDate: June 8, 2003\n\nOhio Sen. Ilse Tennant said that the pier would hold.\n",
    "three.txt": "Title: The mayor\nDate: July 9, 2003\n\nGov. Ilse Tennant said that she was surprised.\n",
    "four.txt": "Title: The quay\nDate: July 9, 2003\n\nUlmen Mayor Wendel Auerhahn said that the quay would last.\n",
    "five.txt": "Title: The wall\nDate: March 9, 2000\n\nUlmen Mayor Wendel Auerhahn said that the wall would last.\n",
    "seven.txt": "Title: The tide\nDate: July 3, 2003\n\nSen. Ilse Tennant said that the tide would turn.\n",
    "six.txt": "Title: The club\nDate: July 19, 2003\n\nFelix Kestrel said that the club was shut. “Shut,” Kestrel said.\n",
}
ASSEMBLY = pack(
    person(
        "a:1",
        "Ilse M. Tennant",
        office("representative", "1997-01-03", "2001-01-03", party="Republican", post="District 3"),
        office("senator", "2001-01-03", "2007-01-03", party="Republican", incumbent=True),
        names=["Ilse Tennant-Rao"],
        ids={"bioguide": "T000001"},
    ),
    person("a:2", "Felix Kestrel", office("mayor", "2001-01-03", "2003-01-03")),
    snapshot="2004-01-01",
)
TOWNS = pack(
    person("t:1", "Wendel Auerhahn", office("mayor", "1998-02-01", "2002-01-31", organization="Ulmen", place="")),
    person("t:2", "Ilse Tennant", office("mayor", organization="Lindhafen", place=""), ids={"bioguide": "T000001"}),
    name="towns",
    snapshot="2004-02-01",
    attribution="the clerks",
)


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ohio")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "assembly.jsonl").write_bytes(ASSEMBLY)
    (folder / "towns.jsonl").write_bytes(TOWNS)
    with chdir(folder):
        assert typed("add", *STORIES, "--reader", "rules") == (0, "onrecord.db: 7 added\n")
        shutil.copy("onrecord.db", "plain.db")
        assert typed("packs", "use", "assembly.jsonl", "towns.jsonl")[0] == 0
    return folder


@pytest.fixture(autouse=True)
def there(stories: Path) -> Iterator[None]:
    with chdir(stories):
        yield


def exported(record: str = "onrecord.db") -> list[Told]:
    code, text = typed("export", "jsonl", "--record", record)
    assert code == 0
    return [json.loads(line) for line in text.splitlines()]


def of(kind: str, told: list[Told]) -> list[Told]:
    return [item for item in told if item["kind"] == kind]


def named(name: str, told: list[Told]) -> str:
    return str(next(item["id"] for item in of("entity", told) if item["name"] == name))


def test_a_known_person_has_the_names_and_ids_of_all_packs_and_the_reasons() -> None:
    told = exported()
    (known,) = [one for one in of("known_person", told) if one["person"] == named("Ilse Tennant", told)]
    assert (known["name"], known["aliases"], known["ids"]) == (
        "Ilse M. Tennant",
        ["Ilse Tennant", "Ilse Tennant-Rao"],
        {"bioguide": "T000001"},
    )
    assert known["reasons"][:2] == ["same first name and surname", "senator in print in 3 documents, as in the pack"]
    assert [(row["pack"], row["snapshot"], row["line"], row["id"]) for row in known["evidence"]] == [
        ("assembly", "2004-01-01", 2, "a:1"),
        ("towns", "2004-02-01", 3, "t:2"),
    ]


def test_a_known_office_is_in_the_words_and_days_of_its_pack() -> None:
    told = exported()
    offices = [one for one in of("known_office", told) if one["person"] == named("Ilse Tennant", told)]
    assert sorted((one["role"], one["organization"], one["since"], one["until"], one["incumbent"]) for one in offices) == [
        ("mayor", "Lindhafen", None, None, False),
        ("representative", "United States House of Representatives", "1997-01-03", "2001-01-03", False),
        ("senator", "United States Senate", "2001-01-03", "2007-01-03", True),
    ]
    assert {(one["listed"], one["evidence"][0]["pack"]) for one in offices} == {("2004-01-01", "assembly"), ("2004-02-01", "towns")}


def test_a_conflict_has_what_is_printed_and_what_the_packs_have_side_by_side() -> None:
    told = exported()
    known = {one["id"]: one for one in of("known_office", told)}
    tenures = {one["id"]: one for one in of("tenure", told)}
    document = {one["title"]: one["document"] for one in of("appearance", told)}
    found = {one["sides"][0]["evidence"][0]["document"]: one for one in of("conflict", told)}
    assert found.keys() == {document["The mayor"], document["The quay"]}

    printed, then = found[document["The mayor"]]["sides"]
    assert (printed["value"], printed["evidence"][0]["words"]) == ("Gov.", "Gov.")
    assert then["value"] == "senator (Ohio) then"
    assert [known[item]["role"] for item in then["items"]] == ["senator"]

    printed, over = found[document["The quay"]]["sides"]
    assert printed["value"] == "Ulmen Mayor"
    assert [tenures[item]["role"] for item in printed["items"]] == ["mayor"]
    assert (over["value"], over["evidence"][0]["id"]) == ("mayor (Ulmen) until 2002-01-31", "t:1")


def test_whoever_has_but_the_name_of_a_known_person_is_none() -> None:
    told = exported()
    assert named("Felix Kestrel", told) not in {one["person"] for one in (*of("known_person", told), *of("known_office", told))}


def test_no_item_of_a_document_rests_on_a_pack_and_without_packs_the_export_is_as_ever() -> None:
    first, *told = exported()
    plain_first, *plain = exported("plain.db")
    assert [item for item in told if item["kind"] not in OWN_KINDS] == plain
    assert not {item["kind"] for item in plain} & set(OWN_KINDS)
    assert not set(plain_first["counts"]) & set(OWN_KINDS)
    found = Counter(item["kind"] for item in told)
    assert {kind: first["counts"][kind] for kind in OWN_KINDS} == {kind: found[kind] for kind in OWN_KINDS}
    assert [(one["name"], one["people"], one["attribution"]) for one in of("pack", told)] == [
        ("assembly", 2, "the clerk of the assembly"),
        ("towns", 2, "the clerks"),
    ]


def test_the_export_is_the_same_in_whatever_order_the_stories_and_packs_came(tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    assert typed("add", *sorted(STORIES, reverse=True), "--reader", "rules", "--record", other)[0] == 0
    assert typed("packs", "use", "towns.jsonl", "assembly.jsonl", "--record", other)[0] == 0
    assert exported(other) == exported()


def test_every_line_is_as_the_schema_has_it() -> None:
    told = exported()
    assert set(OWN_KINDS) <= {item["kind"] for item in told}
    for item in told:
        VALIDATOR.validate(item)


def checked(folder: Path, told: list[Told]) -> tuple[int, list[str]]:
    file = folder / "export.jsonl"
    file.write_text("".join(json.dumps(item) + "\n" for item in told), encoding="utf-8")
    ran = subprocess.run([sys.executable, "-I", str(CHECKER), str(file)], capture_output=True, encoding="utf-8", check=False)
    return ran.returncode, (ran.stdout + ran.stderr).splitlines()


def test_a_strangers_checker_finds_nothing_wrong(tmp_path: Path) -> None:
    code, found = checked(tmp_path, exported())
    assert (code, found[:-1]) == (0, [])


def _other_pack(told: list[Told]) -> None:
    of("known_office", told)[0]["evidence"][0]["sha256"] = "0" * 64


def _longer_term(told: list[Told]) -> None:
    next(one for one in of("known_office", told) if one["until"])["until"] = "2099-01-01"


def _somebody_else(told: list[Told]) -> None:
    of("known_person", told)[0]["person"] = named("Felix Kestrel", told)


def _other_words(told: list[Told]) -> None:
    of("conflict", told)[0]["sides"][0]["evidence"][0]["words"] = "Queen"


def _one_side(told: list[Told]) -> None:
    del of("conflict", told)[0]["sides"][1:]


def _no_pack(told: list[Told]) -> None:
    told.remove(of("pack", told)[0])


@pytest.mark.parametrize(
    ("forge", "finding"),
    [
        (_other_pack, "evidence: a row of another "),
        (_longer_term, "id is not that of what it says"),
        (_somebody_else, "id is not that of person and rows"),
        (_other_words, "a side: the text has "),
        (_one_side, "a conflict with fewer than two sides"),
        (_no_pack, "versions: its packs are not those of this export"),
    ],
)
def test_a_strangers_checker_finds_what_was_tampered_with(
    tmp_path: Path, forge: Callable[[list[Told]], None], finding: str
) -> None:
    told = exported()
    forge(told)
    code, found = checked(tmp_path, told)
    assert code == 1
    assert any(line.split(": ", 1)[1].startswith(finding) for line in found[:-1]), found
