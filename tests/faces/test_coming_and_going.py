"""Documents that come again, change, are misspelt or are removed."""

import unicodedata
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
    Path("copy.txt").write_text(f"Title: Lighthouse moves\nDate: April 5, 2031\n\n{story}", encoding="utf-8")
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
        "Ulmen Bote, “The lighthouse is to move”, 2031-04-02, # (and 1 more appearance)",
        "  bote-1.txt: 2031-04-02 (metadata, “April 2, 2031” in Date:)",
        "  copy.txt: 2031-04-05 (metadata, “April 5, 2031” in Date:)",
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
