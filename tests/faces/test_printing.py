"""Lines and tables on a page of 80 columns."""

import csv
import io
import re
from contextlib import redirect_stdout

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.faces.printing import Line, print_csv, print_json, print_lines, print_table, tell
from onrecord.faces.tellings import without_marks


def test_long_lines_are_wrapped_under_their_indent_and_ids_stay_whole(capsys: pytest.CaptureFixture[str]) -> None:
    words = "It will take eleven boats and a very patient harbourmaster to move the lighthouse."
    print_lines([Line("2003-04-01 · Ana"), Line(words, 2), Line(""), Line("https://example.org/" + "x" * 90, 2)])
    assert capsys.readouterr().out.splitlines() == [
        "2003-04-01 · Ana",
        "  It will take eleven boats and a very patient harbourmaster to move the",
        "  lighthouse.",
        "",
        "  https://example.org/" + "x" * 90,
    ]


def test_tables_fit_80_columns_and_long_cells_are_folded(capsys: pytest.CaptureFixture[str]) -> None:
    title = "The lighthouse, which has moved twice before, is to be moved again, says the harbourmaster"
    print_table(("published", "publisher", "title"), [("by 2003-04-02", "Ulmen Bote", title), ("undated", "", "[a] Ölberg")])
    assert capsys.readouterr().out.splitlines() == [
        "published      publisher   title",
        "by 2003-04-02  Ulmen Bote  The lighthouse, which has moved twice before, is to",
        "                           be moved again, says the harbourmaster",
        "undated                    [a] Ölberg",
    ]


def test_what_a_document_holds_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines([Line("the clerk said \x1b[2J“gone”\x07\x9b31m")])
    print_table(("title",), [("\x1b]0;Gone\x07",)])
    tell("a\x1b[31m.txt: empty; skipped")
    printed = capsys.readouterr()
    assert printed.out.splitlines() == ["the clerk said ␛[2J“gone”␇\N{REPLACEMENT CHARACTER}31m", "title", "␛]0;Gone␇"]
    assert printed.err == "a␛[31m.txt: empty; skipped\n"


def test_json_and_csv_are_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    print_json([{"name": "Óz", "none": None}])
    print_csv(("name", "words"), [("Óz", "she said:\n“no, no”"), (None, 3)])
    assert capsys.readouterr().out == (
        '[\n  {\n    "name": "Óz",\n    "none": null\n  }\n]\nname,words\nÓz,"she said:\n“no, no”"\n,3\n'
    )


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("“The lane stays,”", "The lane stays,"),
        ("''It stays.''", "It stays."),
        ("“ ”", "“ ”"),
        ('\n"One.\n\n"Two." ', 'One.\n\n"Two.'),
    ],
)
def test_words_are_shown_without_the_marks_around_them(printed: str, words: str) -> None:
    assert without_marks(printed) == words


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(0)", "'=HYPERLINK(0)"),
        ("+1 for the ferry", "'+1 for the ferry"),
        ("-30-", "'-30-"),
        ("@mayor, resign", "'@mayor, resign"),
        ("\tfirst", "'\tfirst"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'It stays'", "'It stays'"),
        ("the = sign", "the = sign"),
    ],
)
def test_no_text_is_a_formula_in_a_spreadsheet(text: str, cell: str) -> None:
    assert cells_of(text, -1, None) == [cell, "-1", ""]


@given(text=st.text(max_size=6) | st.text(alphabet="'=+-@＠\t\r\n a,", max_size=6))
def test_every_text_of_a_table_can_be_had_back(text: str) -> None:
    (cell,) = cells_of(text)
    assert not re.match("[=+\\-@＝＋－＠\t\r\n]", cell)
    assert re.sub("^'(?='*[=+\\-@＝＋－＠\t\r\n])", "", cell) == text


def cells_of(*row: object) -> list[str]:
    """The cells that a row is printed as."""
    page = io.StringIO(newline="")
    with redirect_stdout(page):
        print_csv([""] * len(row), [row])
    return list(csv.reader(io.StringIO(page.getvalue(), newline="")))[1]
