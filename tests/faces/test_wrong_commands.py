"""Commands that are wrong, and names that nobody has: what is said of them, and how each is mended."""

import json
import shlex
from pathlib import Path

import pytest

from faces.console import typed
from faces.ulmen import id_of, told
from onrecord.faces.cli import COMMANDS

pytestmark = pytest.mark.usefixtures("in_town")


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("said", "who said it? Write: onrecord said NAME, onrecord said NAME --about NAME, or onrecord said --about NAME"),
        ("said ''", "who said it? Write: onrecord said NAME, onrecord said NAME --about NAME, or onrecord said --about NAME"),
        ("said '.'", "an empty name names nobody; write a name or an id"),
        ("said ribeiro --json --csv", "--json and --csv: choose one of them"),
        ("said ribeiro --since 2004 --until 2003", "--since 2004 is after --until 2003; no day is in both"),
        ("said ribeiro --as-of soon", "--as-of soon: not a date; write it as 2023-09-20, 2023-09 or 2023"),
        ("show --why", "--why explains one name; write: onrecord show NAME --why"),
        ("documents --record none.db", "none.db: no record here; make one with: onrecord add PATH --record none.db"),
        ("export xml", "xml: no such format; choose one of: jsonl"),
        ("add", "nothing to add; write: onrecord add PATH (a file, a folder, an archive, or - for standard input)"),
        ("add x --jobs 0", "--jobs 0: at least one process is needed"),
        ("add x --reader tea", "--reader tea: no such reader; choose one of: neural, rules"),
        ("add x --field text", "--field text: write it as text=NAME, where NAME is the column or key that holds the text"),
        ("add --publishd 3", "--publishd: no such option (see: onrecord add --help); a file of that name is written ./--publishd"),
        ("documents now", "now: not understood here\nSee: onrecord documents --help"),
        ("search", "no words to search for; write: onrecord search WORDS"),
        ("search '\"'", "no words to search for; write: onrecord search WORDS"),
        ("said dora kestrel about ana ribeiro-oz", "about is an option; write: onrecord said dora kestrel --about ana ribeiro-oz"),
        ("said about felix kestrel", "about is an option; write: onrecord said --about felix kestrel"),
        ("said kestrel --about", "--about: what belongs to it is missing\nSee: onrecord said --help"),
        ("said kestrel --at-least high", "--at-least high: not a number\nSee: onrecord said --help"),
        ("add bote-1.txt --jobs two", "--jobs two: not a whole number\nSee: onrecord add --help"),
        ("remove", "DOCUMENT is missing\nSee: onrecord remove --help"),
        ("export", "FORMAT is missing\nSee: onrecord export --help"),
        ("show --record .", ".: a folder, not a record; name a file with --record"),
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
        ("Felix Kästral", "; the nearest: Felix Kestrel"),
        ("Tom Kestrel", "; the nearest: Dora Kestrel, Felix Kestrel"),
        ("Wu", ", or nearly so; see who is quoted (onrecord show) or where the words stand (onrecord search Wu)"),
    ],
)
def test_nobodys_name_is_met_with_the_nearest(name: str, mend: str) -> None:
    assert typed("show", name) == (1, f"{name}: nobody in the record is called that{mend}\n")


def test_a_name_that_nobody_had_by_a_day_is_met_with_how_much_is_left_out() -> None:
    assert typed("said", "felix kestrel", "--as-of", "2003") == (
        1,
        "felix kestrel: nobody in the record is called that; the nearest: Dora Kestrel\n",
    )
    assert typed("said", "felix kestrel", "--as-of", "2002") == (
        1,
        "felix kestrel: nobody in the record is called that, with 3 documents left out; ask without --as-of and --known\n",
    )


def test_what_is_a_documents_or_a_statements_is_said_to_be() -> None:
    statement = id_of("wrong about")
    document = json.loads(typed("documents", "--json")[1])[0]["id"][:8]
    needed = "the name of a person, an organization or a place is needed, or the id of one\n"
    assert typed("said", statement) == (1, f"{statement}: the id of a statement by Ana Ribeiro-Óz; {needed}")
    assert typed("show", document) == (1, f"{document}: the id of a document; {needed}")
    assert typed("said", "bote-1.txt") == (1, f"bote-1.txt: the name of a document; {needed}")


def test_words_that_stand_together_nowhere_are_met_with_how_they_are_sought() -> None:
    heading, note = told("search", "lighthouse", "OR", "gulls")
    assert heading == ["0 places with “lighthouse OR gulls”"]
    assert " ".join(note) == (
        "All of the words have to stand in one place, in any order; none of them is an operator. Fewer words find more."
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_help_page_names_what_is_to_be_written(command: str) -> None:
    code, page = typed(command, "--help")
    assert (code, page.splitlines()[0]) == (0, " ".join(f"Usage: onrecord {command} {COMMANDS[command][1]} [OPTIONS]".split()))
    assert "ARGS" not in page


@pytest.mark.parametrize("command", ["show", "check", "export jsonl", "add flyer.txt", "rebuild"])
def test_a_file_that_is_no_record_is_a_wrong_command(command: str, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Minutes of the lighthouse board. " * 50, encoding="utf-8")
    refused = f"{notes}: not a record (nor any SQLite database); name another file with --record\n"
    assert typed(*command.split(), "--record", str(notes)) == (2, refused)


def test_a_walk_that_could_not_be_kept_is_not_begun(tmp_path: Path) -> None:
    code, page = typed("demo", "--record", str(tmp_path / "nowhere" / "demo.db"))
    assert (code, page.endswith("nowhere does not exist; make it first\n")) == (2, True)
