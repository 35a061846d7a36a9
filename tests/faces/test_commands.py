"""The commands on a small pile of stories of an invented town: what they print, what they refuse, how they end."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed
from onrecord.faces.cli import COMMANDS

STORIES = {
    "bote-1.txt": (
        "Title: The lighthouse is to move\nDate: April 2, 2031\n\n"
        "Ulmen will move its lighthouse, Mayor Ana Ribeiro-Óz said on Tuesday.\n\n"
        "“It has moved twice before,” Ribeiro-Óz said. “It knows the way.”\n\n"
        "Dora Kestrel, the harbourmaster, said that nobody had asked the gulls.\n"
    ),
    "bote-2.txt": (
        "Title: The lighthouse stays\nDate: May 9, 2032\n\n"
        "“I was wrong about the lighthouse,” Mayor Ana Ribeiro-Oz told the council.\n\n"
        "“Ana Ribeiro-Óz has never been wrong before,” said Felix Kestrel, a baker.\n"
    ),
    "flyer.txt": "Save the lighthouse\n\n“A lighthouse is not luggage,” said Dora Kestrel, harbourmaster of Ulmen.\n",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ulmen")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with chdir(folder):
        assert typed("add", *STORIES, "--publisher", "Ulmen Bote") == (0, "onrecord.db: 3 added\n")
    return folder


@pytest.fixture(autouse=True)
def in_town(town: Path) -> Iterator[None]:
    with chdir(town):
        yield


def told(*arguments: str) -> list[list[str]]:
    """What a command that does its work prints, in the parts that stand between empty lines.

    Ids and the machine's confidence are replaced by `#`, and long lines made whole again.
    """
    code, page = typed(*arguments)
    assert code == 0, page
    whole = re.sub(r"\n {2}(?=\[)", " ", re.sub(r"\b[0-9a-f]{8}\b|(?<=machine )0\.\d\d", "#", page))
    return [block.splitlines() for block in whole.rstrip("\n").split("\n\n")]


def id_of(words: str) -> str:
    """The id of the statement with these words."""
    found = json.loads(typed("search", *words.split(), "--json")[1])
    return str(next(one["statement"]["id"] for one in found if one["statement"]))


def test_what_somebody_said_stands_in_order_of_date_each_with_a_line_to_cite() -> None:
    assert told("said", "ribeiro-oz") == [
        ["3 statements by Ana Ribeiro-Óz"],
        [
            "2031-04-01 · Ana Ribeiro-Óz said · indirect · # · machine #",
            "  Ulmen will move its lighthouse",
            "  Ulmen Bote, “The lighthouse is to move”, 2031-04-02, # [0–30]",
        ],
        [
            "by 2031-04-02 · Ana Ribeiro-Óz said · direct · # · machine #",
            "  It has moved twice before, … It knows the way.",
            "  Ulmen Bote, “The lighthouse is to move”, 2031-04-02, # [71–99] [117–136]",
        ],
        [
            "by 2032-05-09 · Ana Ribeiro-Óz told · direct · # · machine #",
            "  I was wrong about the lighthouse,",
            "  Ulmen Bote, “The lighthouse stays”, 2032-05-09, # [0–35]",
        ],
    ]


def test_a_name_needs_no_quotation_marks() -> None:
    assert told("said", "dora", "kestrel", "--until", "2031") == told("said", "dora kestrel", "--until", "2031")
    assert told("show", "Ana", "Ribeiro-Óz") == told("show", "ribeiro-oz")


def test_what_was_said_about_somebody_names_who_said_it() -> None:
    heading, only = told("said", "--about", "ribeiro-oz")
    assert (heading, only[1]) == (["1 statement about Ana Ribeiro-Óz"], "  Ana Ribeiro-Óz has never been wrong before,")
    assert told("said", "dora kestrel", "--about", "ribeiro-oz") == [["0 statements by Dora Kestrel about Ana Ribeiro-Óz"]]


def test_as_of_a_day_shows_what_could_be_known_then_and_what_it_leaves_out() -> None:
    *statements, note = told("said", "dora kestrel", "--as-of", "2031-12")
    assert [block[1] for block in statements[1:]] == ["  that nobody had asked the gulls"]
    assert " ".join(note) == (
        "As of 2031-12: left out 1 document published later and 1 document not certainly published by then."
        " Identities and decisions are today's."
    )


def test_as_known_on_a_day_shows_what_the_record_had_and_what_it_leaves_out() -> None:
    *_, note = told("documents", "--known", "2011-12")
    assert " ".join(note) == (
        "As known on 2011-12: left out 3 documents that came later. Dates, identities and decisions are today's."
    )
    *_, note = told("documents", "--known", "9999", "--as-of", "9999")
    assert " ".join(note).startswith("As of 9999, as known on 9999: left out 1 document not certainly published by then.")


def test_days_asked_for_leave_out_the_undated() -> None:
    assert told("said", "dora kestrel", "--until", "2031")[0] == ["1 statement by Dora Kestrel"]
    assert told("said", "dora kestrel", "--since", "2032")[0] == ["0 statements by Dora Kestrel"]
    assert told("documents", "--since", "2032")[0] == ["1 document"]


def test_a_surname_of_two_is_listed_and_not_guessed() -> None:
    code, page = typed("said", "kestrel")
    assert code == 2
    assert [line.split("  ")[-1] for line in page.splitlines()] == [
        "kestrel: it may be any of these; write more of the name, or the id:",
        "Dora Kestrel (person, 2 statements)",
        "Felix Kestrel (person, 1 statement)",
    ]
    listed = page.splitlines()[2].split()[0]
    assert told("said", listed)[0] == ["1 statement by Felix Kestrel"]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("Anna Riberio-Oz", "; the nearest: Ana Ribeiro-Óz"),
        ("Kestrel Dora", "; the nearest: Dora Kestrel"),
        ("Mayor Ribeiro", "; the nearest: Ana Ribeiro-Óz"),
        ("Felix Kästral", "; the nearest: Felix Kestrel, Dora Kestrel"),
        ("Wu", ", or nearly so; see who is quoted in it: onrecord show"),
    ],
)
def test_nobodys_name_is_met_with_the_nearest(name: str, mend: str) -> None:
    assert typed("show", name) == (1, f"{name}: nobody in the record is called that{mend}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_help_page_names_what_is_to_be_written(command: str) -> None:
    code, page = typed(command, "--help")
    assert (code, page.splitlines()[0]) == (0, " ".join(f"Usage: onrecord {command} {COMMANDS[command][1]} [OPTIONS]".split()))
    assert "ARGS" not in page


def test_the_documents_stand_in_order_of_publication_the_undated_last() -> None:
    _, (_, *rows) = told("documents")
    assert [row.split("  ")[0] for row in rows] == ["2031-04-02", "2032-05-09", "undated"]
    assert told("documents", "--why")[1][1] == "  bote-1.txt: 2031-04-02 (metadata, “April 2, 2031” in Date:)"


def test_the_timeline_of_somebody_has_what_they_said_and_where_they_are_named() -> None:
    _, *entries = told("timeline", "ribeiro-oz", "--since", "2032")
    assert [entry[0] for entry in entries] == [
        "by 2032-05-09 · Ana Ribeiro-Óz told · direct · # · machine #",
        "by 2032-05-09 · named",
    ]


def test_words_found_stand_in_brackets() -> None:
    _, statement, text = told("search", "twice", "before")
    assert "[twice] [before]" in statement[1]
    assert text[0] == "in the text"


@pytest.mark.parametrize(
    "command",
    [("said", "ribeiro-oz"), ("documents",), ("timeline",), ("timeline", "dora kestrel"), ("search", "lighthouse")],
    ids=" ".join,
)
def test_json_and_csv_tell_the_same_items(command: tuple[str, ...]) -> None:
    code, page = typed(*command, "--json")
    items = json.loads(page)
    rows = list(csv.reader(io.StringIO(typed(*command, "--csv")[1])))
    assert (code, len(items)) == (0, len(rows) - 1)
    assert len(items) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_statement_in_json_is_the_interchange_formats_with_names_and_a_citation() -> None:
    first = json.loads(typed("said", "ribeiro-oz", "--json")[1])[0]
    assert (first["kind"], first["speaker_name"], first["words"]) == (
        "statement",
        "Ana Ribeiro-Óz",
        "Ulmen will move its lighthouse",
    )
    assert first["citation"]["title"] == "The lighthouse is to move"
    assert first["citation"]["spans"] == first["content"]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("said", "who said it? Write: onrecord said NAME, onrecord said NAME --about NAME, or onrecord said --about NAME"),
        ("said ''", "who said it? Write: onrecord said NAME, onrecord said NAME --about NAME, or onrecord said --about NAME"),
        ("said '.'", "an empty name names nobody; write a name or an id"),
        ("said ribeiro --json --csv", "--json and --csv: choose one of them"),
        ("said ribeiro --since 2032 --until 2031", "--since 2032 is after --until 2031; no day is in both"),
        ("said ribeiro --as-of soon", "--as-of soon: not a date; write it as 2023-09-20, 2023-09 or 2023"),
        ("show --why", "--why explains one name; write: onrecord show NAME --why"),
        ("documents --record none.db", "none.db: no record here; make one with: onrecord add PATH"),
        ("export xml", "xml: no such format; choose one of: jsonl"),
        ("add", "nothing to add; write: onrecord add PATH (a file, a folder, an archive, or - for standard input)"),
        ("add x --jobs 0", "--jobs 0: at least one process is needed"),
        ("add x --reader tea", "--reader tea: no such reader; choose one of: neural, rules"),
        ("add x --field text", "--field text: write it as text=NAME, where NAME is the column or key that holds the text"),
        ("add --publishd 3", "--publishd: no such option (see: onrecord add --help); a file of that name is written ./--publishd"),
        ("documents now", "now: not understood here\nSee: onrecord documents --help"),
        ("search", "no words to search for; write: onrecord search WORDS"),
        ("search '\"'", "no words to search for; write: onrecord search WORDS"),
        ("said x --abuot y", "Unknown option: --abuot. Did you mean --about?\nSee: onrecord said --help"),
    ],
)
def test_a_command_that_is_wrong_says_how_it_is_written(command: str, message: str) -> None:
    assert typed(*shlex.split(command)) == (2, message + "\n")


@pytest.mark.parametrize(
    "command", [("said",), ("search",), ("remove",), ("rule", "same", "dora kestrel", "felix kestrel", "--by", "ruth", "--why")]
)
def test_an_argument_that_is_no_text_is_refused(command: tuple[str, ...]) -> None:
    assert typed(*command, "caf\udce9") == (2, "caf\\udce9: holds bytes that are no text; write it in UTF-8\n")


@pytest.fixture
def ruled(town: Path, tmp_path: Path) -> Iterator[None]:
    """A copy of the record to rule on."""
    shutil.copy(town / "onrecord.db", tmp_path)
    with chdir(tmp_path):
        yield


@pytest.mark.usefixtures("ruled")
def test_a_ruling_stands_above_the_machine_until_it_is_undone() -> None:
    statement = id_of("has moved twice before")
    assert typed("rule", "correct", statement[:10], "--speaker", "dora kestrel", "--why", "the tape", "--by", "ruth")[0] == 0
    (moved,) = (block for block in told("said", "dora kestrel", "--until", "2031") if "twice" in block[1:2].__str__())
    assert moved[0] == "by 2031-04-02 · Dora Kestrel said · direct · # · corrected"
    decision = typed("rule")[1].splitlines()[2].split(" · ")[0]
    assert typed("rule", "undo", decision, "--why", "the wrong tape", "--by", "ruth")[0] == 0
    assert told("said", "ribeiro-oz")[0] == ["3 statements by Ana Ribeiro-Óz"]
    assert told("rule")[1][0].endswith("· undone")


@pytest.mark.usefixtures("ruled")
def test_a_rejected_statement_is_not_shown_and_can_be_accepted_again() -> None:
    statement = id_of("has moved twice before")
    assert typed("rule", "reject", statement, "--why", "a caption", "--by", "ruth")[0] == 0
    assert told("said", "ribeiro-oz")[0] == ["2 statements by Ana Ribeiro-Óz"]
    assert typed("rule", "accept", statement, "--why", "no caption after all", "--by", "ruth")[0] == 0
    assert told("said", "ribeiro-oz", "--until", "2031")[2][0] == "by 2031-04-02 · Ana Ribeiro-Óz said · direct · # · accepted"


@pytest.mark.usefixtures("ruled")
def test_two_can_be_ruled_one_and_parted_again_by_a_chain_of_each() -> None:
    assert typed("rule", "same", "dora kestrel", "felix kestrel", "--why", "a pen name", "--by", "ruth")[0] == 0
    dora, felix = (line.split()[1] for line in typed("rule")[1].splitlines() if line.startswith("  chain"))
    assert told("said", "kestrel")[0][0].startswith("3 statements by ")
    code, refused = typed("rule", "different", "dora kestrel", "felix kestrel", "--why", "two after all", "--by", "ruth")
    assert (code, "are one already; name a chain of each by its id" in refused) == (2, True)
    assert typed("rule", "different", dora, felix, "--why", "two after all", "--by", "ruth")[0] == 0
    assert told("said", "felix kestrel")[0] == ["1 statement by Felix Kestrel"]


@pytest.mark.usefixtures("ruled")
def test_rulings_of_a_file_are_done_and_its_bad_rows_named() -> None:
    rows = [
        {"ruling": "accept", "a": id_of("wrong about"), "why": "heard it"},
        {"ruling": "accept", "a": "ffffffff", "why": "heard it"},
        {"ruling": "correct", "a": id_of("has moved twice before"), "why": "who?"},
        {"ruling": "same", "a": "kestrel", "b": "ribeiro-oz", "why": "no"},
        {"ruling": "bless", "a": id_of("wrong about"), "why": "no"},
        {"ruling": "accept", "a": id_of("wrong about"), "why": ""},
    ]
    Path("rulings.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    code, page = typed("rule", "--from", "rulings.jsonl", "--by", "ruth")
    assert code == 1
    assert [line.partition(": ")[0] for line in page.splitlines() if "#" in line] == [
        f"rulings.jsonl#{row}" for row in (2, 3, 4, 5, 6)
    ]
    assert "1 ruling" in page.splitlines()


@pytest.mark.usefixtures("ruled")
@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("rule accept", "accept: 0 are named; write: onrecord rule accept STATEMENT --why TEXT"),
        ("rule same kestrel --why x", "same: 1 is named; write: onrecord rule same A B --why TEXT"),
        ("rule accept ffffffff --why x --by y", "ffffffff: no such statement in the record"),
        ("rule same 'dora kestrel' 'felix kestrel' --by y", "same: why? A ruling needs its reason (--why TEXT)"),
        (
            "rule same 'dora kestrel' 'felix kestrel' --why x --by ''",
            "same: who rules? Say so (--by NAME, or ONRECORD_BY in the environment)",
        ),
        ("rule accept x --speaker y --why x", "correct needs a speaker (a name, an id, or nobody); no other ruling takes one"),
        ("rule --from x.csv --why y", "--from takes all from its file; leave the ruling, --speaker and --why out, or --from"),
    ],
)
def test_a_ruling_that_is_not_whole_is_refused(command: str, message: str) -> None:
    code, page = typed(*shlex.split(command))
    assert (code in (1, 2), page) == (True, message + "\n")
    assert told("rule") == [["0 rulings"]]


@pytest.mark.usefixtures("ruled")
def test_a_document_is_removed_with_what_rests_on_it_and_what_is_gone_is_said_to_be() -> None:
    assert typed("remove", "bote-2.txt")[0] == 0
    assert told("said", "ribeiro-oz")[0] == ["2 statements by Ana Ribeiro-Óz"]
    assert typed("remove", "bote-2.txt") == (1, "bote-2.txt: no such document in the record\n")
    assert typed("check")[0] == 0


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


def test_an_export_holds_for_a_stranger(tmp_path: Path) -> None:
    assert typed("export", "jsonl", "--output", str(tmp_path / "ulmen.jsonl"))[0] == 0
    checker = Path(__file__).parents[2] / "tools" / "verify_export.py"
    checked = subprocess.run(
        [sys.executable, "-I", checker, tmp_path / "ulmen.jsonl"], capture_output=True, encoding="utf-8", check=False
    )
    assert checked.stdout.endswith("words compared with the texts; 0 wrong\n"), checked.stdout
    assert typed("export", "jsonl") == (0, (tmp_path / "ulmen.jsonl").read_text(encoding="utf-8"))
    assert not any('"text"' in line for line in typed("export", "jsonl", "--no-text")[1].splitlines())


@pytest.mark.usefixtures("ruled")
def test_an_export_does_not_take_the_place_of_a_record() -> None:
    before = Path("onrecord.db").read_bytes()
    for place in ("onrecord.db", "./onrecord.db"):
        code, page = typed("export", "jsonl", "--output", place)
        assert (code, page.endswith("choose another place with --output\n")) == (2, True), page
    assert Path("onrecord.db").read_bytes() == before
    assert typed("check")[0] == 0


@pytest.mark.parametrize("command", ["show", "check", "export jsonl", "add flyer.txt", "rebuild"])
def test_a_file_that_is_no_record_is_a_wrong_command(command: str, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Minutes of the lighthouse board. " * 50, encoding="utf-8")
    refused = "notes.txt: not a record (nor any SQLite database); name another file with --record\n"
    assert typed(*command.split(), "--record", str(notes)) == (2, refused)


def test_a_walk_that_could_not_be_kept_is_not_begun(tmp_path: Path) -> None:
    code, page = typed("demo", "--record", str(tmp_path / "nowhere" / "demo.db"))
    assert (code, page.endswith("nowhere does not exist; make it first\n")) == (2, True)


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
def test_of_many_places_the_first_are_shown_which_is_said_and_days_are_looked_for_among_all() -> None:
    story = "The skerry ferry sails at {}.\n"
    rows = [{"id": str(number), "date": "2033-06-01", "text": story.format(number)} for number in range(51)]
    rows.append({"id": "last", "date": "2034-06-01", "text": f"{story.format('noon')}{'It is slow. ' * 40}\n"})
    Path("ferry.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert typed("add", "ferry.jsonl", "--reader", "rules")[0] == 0
    heading, *places, note = told("search", "skerry")
    assert (heading, len(places), note) == (
        ["the first 50 places with “skerry”"],
        50,
        ["There are more than 50 places; more words find fewer."],
    )
    assert told("search", "skerry", "--since", "2034")[0] == ["1 place with “skerry”"]
    assert told("search", "skerry", "7")[0] == ["1 place with “skerry 7”"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_an_answer_that_cannot_be_written_says_so() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "onrecord", "export", "jsonl"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert ended.returncode == 1
    assert re.fullmatch(r"the answer cannot be written \(.+\); free some space, or send it elsewhere\n", ended.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "0<&-"])
def test_a_stream_that_is_closed_is_done_without(closed: str) -> None:
    ended = subprocess.run(
        f"exec {shlex.quote(sys.executable)} -m onrecord show {closed}", shell=True, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes streams")
def test_standard_input_that_is_closed_holds_nothing(tmp_path: Path) -> None:
    command = (
        f"exec {shlex.quote(sys.executable)} -m onrecord add - --reader rules --record {shlex.quote(str(tmp_path / 'new.db'))} 0<&-"
    )
    ended = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, b"-: standard input is closed; skipped\n")


def test_a_pipe_that_is_closed_early_ends_quietly() -> None:
    reader = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "export", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert reader.stdout is not None and reader.stderr is not None
    reader.stdout.close()
    assert (reader.stderr.read(), reader.wait()) == ("", 0)
    reader.stderr.close()


def test_what_is_printed_is_utf8_on_every_console() -> None:
    told_bytes = subprocess.run(
        [sys.executable, "-m", "onrecord", "said", "ribeiro-oz"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    ).stdout
    assert "Ana Ribeiro-Óz" in told_bytes.decode("utf-8")
