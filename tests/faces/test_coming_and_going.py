"""Documents that come again, change, are misspelt or are removed."""

import json
import shutil
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from faces.console import typed
from faces.ulmen import STORIES, told

pytestmark = pytest.mark.usefixtures("in_town")


@pytest.mark.usefixtures("ruled")
def test_a_document_is_removed_with_what_rests_on_it_and_what_is_gone_is_said_to_be() -> None:
    assert typed("remove", "bote-2.txt")[0] == 0
    assert told("said", "ribeiro-oz")[0] == ["2 statements by Ana Ribeiro-Óz"]
    assert typed("remove", "bote-2.txt") == (
        1,
        "bote-2.txt: no such document in the record; see those that there are: onrecord documents\n",
    )
    assert typed("check")[0] == 0


@pytest.mark.usefixtures("ruled")
def test_a_document_is_removed_by_its_name_however_its_letters_are_typed() -> None:
    Path("fête.txt").write_text("Dora Kestrel said that the gulls had not been asked.\n", encoding="utf-8")
    assert typed("add", "fête.txt") == (0, "onrecord.db: 1 added\n")
    assert typed("remove", unicodedata.normalize("NFD", "fête.txt"))[0] == 0


@pytest.mark.usefixtures("ruled")
def test_documents_tell_of_copies_of_what_was_replaced_and_of_what_is_not_read() -> None:
    story = STORIES["bote-1.txt"].partition("\n\n")[2]
    Path("copy.txt").write_text(f"Title: Lighthouse moves\nDate: April 5, 2003\n\n{story}", encoding="utf-8")
    Path("notes.txt").write_text("Dora Kestrel said that the gulls had not been asked.\n", encoding="utf-8")
    assert typed("add", "copy.txt", "notes.txt")[1] == "onrecord.db: 2 added\n"
    Path("notes.txt").write_text(
        "Der Bürgermeister hat gesagt, dass der Leuchtturm nicht umgezogen wird. Die Möwen sind nicht gefragt worden, und das ist"
        " auch nicht nötig, weil sie immer da sind, wo der Leuchtturm ist und wo es etwas zu essen gibt.\n",
        encoding="utf-8",
    )
    assert typed("add", "notes.txt")[0] == 0
    _, *blocks = told("documents", "--why")
    assert [" ".join(blocks[0][:2]), *blocks[0][2:]] == [
        "Ulmen Bote, “The lighthouse is to move”, 2003-04-02, # (and 1 more appearance)",
        "  bote-1.txt: 2003-04-02 (metadata, “April 2, 2003” in Date:)",
        "  copy.txt: 2003-04-05 (metadata, “April 5, 2003” in Date:)",
    ]
    assert sorted(block[0].split(" · ")[-1] for block in blocks if block[-1].startswith("  notes.txt")) == [
        "not read: language de",
        "replaced",
    ]


@pytest.mark.usefixtures("ruled")
def test_a_misspelled_path_is_told_and_not_kept_as_a_fault_of_the_record() -> None:
    assert typed("add", "flier.txt", "flier.doc") == (
        1,
        "flier.txt: no such file or folder; skipped (see how it is spelled)\n"
        "flier.doc: no such file or folder; skipped (see how it is spelled)\n"
        "onrecord.db: 0 added; 2 faults\n",
    )
    Path("empty.txt").touch()
    assert typed("add", "empty.txt")[0] == 1
    assert typed("check")[1].splitlines()[1:] == ["1 fault noted in what was put in:", "  empty.txt: empty; skipped"]


@pytest.mark.usefixtures("ruled")
def test_an_empty_path_is_not_the_current_folder() -> None:
    assert typed("add", "") == (
        1,
        "“”: an empty path names no file; skipped (the current folder is written as .)\nonrecord.db: 0 added; 1 fault\n",
    )
    assert typed("check") == (0, "onrecord.db: 3 documents, 6 statements; all holds\n")


@pytest.mark.usefixtures("ruled")
@pytest.mark.parametrize("again", ["letters", "letters/empty.txt", "."])
def test_what_was_wrong_with_a_file_that_is_gone_is_forgotten_when_its_folder_is_added_again(again: str) -> None:
    empty = Path("letters/empty.txt")
    empty.parent.mkdir()
    empty.touch()
    Path("void.txt").touch()
    typed("add", "letters", "void.txt")
    empty.unlink()
    typed("add", again)
    assert typed("check")[1].splitlines()[1:] == ["1 fault noted in what was put in:", "  void.txt: empty; skipped"]


@pytest.mark.usefixtures("ruled")
def test_a_day_that_is_yet_to_come_is_told_and_kept() -> None:
    rows = [{"id": number, "date": "2998-03-05", "text": f"Letter {number} from the lighthouse."} for number in range(22)]
    Path("letters.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    kept = "which is yet to come; kept as it stands"
    code, page = typed("add", "letters.jsonl", "--reader", "rules", "--record", "letters.db")
    first, *_, more, done = page.splitlines()
    assert first == f"letters.jsonl#0: dated “2998-03-05”, {kept} (if it is wrong, add it again with --published DATE)"
    assert more == "2 more documents are dated to days that are yet to come"
    assert (code, done) == (0, "letters.db: 22 added")
    mended = typed("add", "letters.jsonl", "--reader", "rules", "--published", "2024-03-05", "--record", "letters.db")
    assert mended == (0, "letters.db: 0 added, 22 changed\n")
    slipped = typed("add", "letters.jsonl", "--reader", "rules", "--published", "2240-03-05", "--record", "letters.db")[
        1
    ].splitlines()[0]
    assert slipped == f"letters.jsonl#0: dated “2240-03-05”, {kept} (if it is wrong, add it again with another --published)"


@pytest.mark.usefixtures("ruled")
def test_what_is_not_worked_in_yet_is_told_before_an_answer() -> None:
    shutil.copy("onrecord.db", "stopped.db")
    with closing(sqlite3.connect("stopped.db")) as connection:
        connection.execute("INSERT INTO dirty_document SELECT min(key) FROM document")
        connection.commit()
    unfinished = (
        "stopped.db: work is unfinished (1 left), so that answers may lack something; "
        "add again what was being added, or finish it with: onrecord rebuild --record stopped.db"
    )
    for command in ("said ribeiro", "check", "search lighthouse", "show"):
        assert unfinished in typed(*command.split(), "--record", "stopped.db")[1].splitlines()
    typed("rebuild", "--record", "stopped.db")
    assert unfinished not in typed("said", "ribeiro", "--record", "stopped.db")[1]


@pytest.mark.usefixtures("ruled")
def test_of_a_record_without_documents_nobody_is_asked_for() -> None:
    Path("empty.txt").touch()
    typed("add", "empty.txt", "--record", "bare.db")
    bare = "ribeiro: the record has no documents yet; add some with: onrecord add PATH --record bare.db\n"
    assert typed("said", "ribeiro", "--record", "bare.db") == (1, bare)
