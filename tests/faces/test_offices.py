"""Whose office it was on a day: the dossier tells offices with their days and words, as of any day, and the export has them."""

import json
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed
from onrecord import compile as trip

STORIES = {
    "launch.txt": "Date: March 4, 2000\n\nOsterby Mayor Ada Quill launched the ferry on Saturday. “It floats,” Quill said.\n\n"
    "Councilman Ben Hale, who represents the 3rd District, stayed ashore. “I do not swim,” Hale said.\n",
    "storm.txt": "Date: June 9, 2001\n\nMayor Ada Quill said that the ferry was safe. Quill has been mayor since 1998.\n\n"
    "Ben Hale resigned from the Osterby City Council last week. “I have seen enough water,” Hale said.\n",
    "inquiry.txt": "Date: May 2, 2003\n\nFormer Mayor Ada Quill told the inquiry that she had been warned.\n\n"
    "Dana Flint, executive director of the Osterby Ferry Trust, said she had not.\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ferry")
    for name, story in STORIES.items():
        (made / name).write_text(story, encoding="utf-8")
    with chdir(made):
        assert typed("add", *STORIES, "--reader", "rules")[0] == 0
    return made


@pytest.fixture(autouse=True)
def in_folder(folder: Path) -> Iterator[None]:
    with chdir(folder):
        yield


def shown(*command: str) -> str:
    """A dossier in one line."""
    return " ".join(typed("show", *command)[1].split())


def test_the_dossier_tells_offices_with_their_days() -> None:
    assert "mayor, Osterby: from 1998, to a day between 2001-06-09 and 2003-05-02 · told in 3 documents" in shown("quill")
    assert (
        "council member, Osterby City Council, District 3: from 2000-03-04 or earlier, to a day between 2001-05-27 and 2001-06-03"
        in shown("hale")
    )
    assert "executive director, Osterby Ferry Trust: from 2003-05-02 or earlier, to 2003-05-02 or later" in shown("flint")


def test_as_of_a_day_it_says_whether_an_office_was_held_and_what_is_not_known() -> None:
    early = shown("quill", "--as-of", "2000-12-31")
    assert "from 2000-03-04 or earlier, to 2000-03-04 or later · told in 1 document" in early
    assert "on 2000-12-31: held as far as is known: last told of on 2000-03-04, and nothing says that it was over" in early
    late = shown("quill", "--as-of", "2003-12-31")
    assert "on 2003-12-31: no longer held: over by 2003-05-02" in late
    assert "on 2001-12-31: no longer held" in shown("hale", "--as-of", "2001-12-31")


def test_why_gives_the_words_and_where_they_stand() -> None:
    _, printed = typed("show", "quill", "--why")
    told = printed.split("\n\n")[0]
    assert "“Osterby Mayor” · launch.txt, 2000-03-04" in told
    assert "“has been mayor since 1998” · storm.txt, 2001-06-09" in told
    assert "“Former Mayor” · inquiry.txt, 2003-05-02" in told


def test_json_has_the_tenure_and_its_state() -> None:
    told, _ = json.JSONDecoder().raw_decode(typed("show", "quill", "--as-of", "2001-07-01", "--json")[1])
    (office,) = told["offices"]
    assert (office["kind"], office["role"], office["organization_name"]) == ("tenure", "mayor", "Osterby")
    assert (office["from"]["earliest"], office["from"]["basis"], office["to"]["latest"]) == ("1998-01-01", "stated", None)
    assert (office["on"], office["state"]) == ("2001-07-01", "last_told")
    rows = typed("show", "quill", "--csv")[1].splitlines()
    assert '"mayor, Osterby: from 1998, to a day between 2001-06-09 and 2003-05-02"' in next(
        row for row in rows if row.startswith("office")
    )


def test_the_export_has_the_tenures_that_the_dossiers_tell() -> None:
    lines = [json.loads(line) for line in typed("export", "jsonl")[1].splitlines()]
    tenures = [line for line in lines if line["kind"] == "tenure"]
    names = {line["id"]: line["name"] for line in lines if line["kind"] == "entity"}
    assert lines[0]["counts"]["tenure"] == len(tenures) == 3
    for tenure in tenures:
        told = json.loads(typed("show", tenure["person"], "--json")[1])["offices"]
        assert [{key: office[key] for key in tenure} for office in told] == [tenure]
    assert {(names[one["person"]], one["role"], one["post"]) for one in tenures} == {
        ("Ada Quill", "mayor", ""),
        ("Ben Hale", "council member", "District 3"),
        ("Dana Flint", "executive director", ""),
    }


def test_what_is_ruled_and_removed_moves_the_tenures(tmp_path: Path, folder: Path) -> None:
    record = tmp_path / "ferry.db"
    with chdir(folder):
        typed("add", *STORIES, "--reader", "rules", "--record", str(record))
        typed("remove", "inquiry.txt", "--record", str(record))
        assert "to 2001-06-09 or later" in typed("show", "quill", "--record", str(record))[1]
        assert trip.check(record, derived=True) == ()
        typed("add", "inquiry.txt", "--reader", "rules", "--record", str(record))
    assert trip.check(record, derived=True) == ()
    assert "2003-05-02" in typed("show", "quill", "--record", str(record))[1]
