"""Rulings from a file: what a row wants, and which rows want nothing that can be done."""

import json
from pathlib import Path

import pytest

from onrecord.core.faults import Fault
from onrecord.faces.decided import Wanted
from onrecord.faces.instants import instant
from onrecord.faces.refusals import RefusedError
from onrecord.faces.ruling_file import wanted_from


def rows(folder: Path, name: str, text: str) -> list[tuple[str, Wanted | Fault]]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return [(place.rpartition("/")[2], row) for place, row in wanted_from(file, "ruth")]


def test_a_row_of_csv_says_what_it_needs_and_the_caller_says_the_rest(tmp_path: Path) -> None:
    text = (
        "ruling,a,b,speaker,why,by,at\n"
        'correct,4be01c92,,Ana Ribeiro-Óz,"she, not\nhe",,\n'
        "same,Ana Ribeiro-Óz,A. Ribeiro,,one desk,otto,2003-04-01T08:00:00Z\n"
    )
    assert rows(tmp_path, "rulings.csv", text) == [
        ("rulings.csv#3", Wanted("correct", ("4be01c92",), "Ana Ribeiro-Óz", "she, not\nhe", "ruth", "")),
        ("rulings.csv#4", Wanted("same", ("Ana Ribeiro-Óz", "A. Ribeiro"), "", "one desk", "otto", "2003-04-01T08:00:00Z")),
    ]


def test_lines_of_jsonl_are_the_same_and_a_bad_one_is_a_fault_with_its_place(tmp_path: Path) -> None:
    text = '{"ruling": "accept", "a": "4be01c92", "why": "heard it"}\n\n{"ruling"\n{"ruling": 3}\n{"rulling": "accept"}\n'
    accepted, broken, number, unknown = rows(tmp_path, "rulings.jsonl", text)
    assert accepted == ("rulings.jsonl#1", Wanted("accept", ("4be01c92",), "", "heard it", "ruth", ""))
    assert broken[0] == "rulings.jsonl#3" and isinstance(broken[1], Fault) and broken[1].message.startswith("not JSON")
    assert [place for place, row in (number, unknown) if isinstance(row, Fault)] == ["rulings.jsonl#4", "rulings.jsonl#5"]


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\v"])
def test_a_line_ends_where_the_format_says_and_not_at_any_sign_that_parts_lines(tmp_path: Path, sign: str) -> None:
    wanted = Wanted("accept", ("4be01c92",), "", f"heard{sign}it", "ruth", "")
    for name, text, line in (
        ("rulings.csv", f"ruling,a,why\naccept,4be01c92,heard{sign}it\n", 2),
        ("rulings.jsonl", json.dumps({"ruling": "accept", "a": "4be01c92", "why": f"heard{sign}it"}, ensure_ascii=False), 1),
    ):
        assert rows(tmp_path, name, text) == [(f"{name}#{line}", wanted)]


@pytest.mark.parametrize(("mark", "encoding"), [(",", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), (";", "utf-8")])
def test_a_spreadsheet_is_read_as_it_saves_it(tmp_path: Path, mark: str, encoding: str) -> None:
    cells = [["Ruling", "a", "b", "why", ""], ["same", "Ana Ribeiro-Óz", "A. Ribeiro", "one “desk”", ""]]
    (tmp_path / "rulings.csv").write_bytes("".join(mark.join(row) + "\r\n" for row in cells).encode(encoding))
    ((_, row),) = wanted_from(tmp_path / "rulings.csv", "ruth")
    assert row == Wanted("same", ("Ana Ribeiro-Óz", "A. Ribeiro"), "", "one “desk”", "ruth", "")


def test_half_a_sign_is_no_text(tmp_path: Path) -> None:
    ((place, row),) = rows(tmp_path, "rulings.jsonl", '{"ruling": "accept", "a": "4be01c92", "why": "\\ud83d"}')
    assert place == "rulings.jsonl#1" and isinstance(row, Fault) and row.message.startswith("not an object with text under")


def test_a_row_with_more_values_than_columns_is_a_fault(tmp_path: Path) -> None:
    ((place, fault),) = rows(tmp_path, "rulings.csv", "ruling,a,why\naccept,4be01c92,heard it, and saw it\n")
    assert place == "rulings.csv#2" and isinstance(fault, Fault) and fault.message == "more values than columns; skipped"


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "ruling,whom\naccept,me\n", ""])
def test_a_file_with_other_columns_is_refused_as_a_whole(tmp_path: Path, text: str) -> None:
    with pytest.raises(RefusedError, match="the columns have to be among ruling, a, b, speaker, why, by, at"):
        rows(tmp_path, "rulings.csv", text)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="cannot be read"):
        list(wanted_from(tmp_path / "none.csv", "ruth"))


def test_instants_are_brought_to_one_form_so_that_they_sort_as_they_followed() -> None:
    assert (
        instant("2003-04-01T08:00:00Z")
        == instant("2003-04-01T10:00+02:00")
        == instant("2003-04-01 08:00")
        == "2003-04-01T08:00:00.000000Z"
    )
    assert instant("2003-04-01T08:00:00Z") < instant("2003-04-01T08:00:00.5Z")
    with pytest.raises(RefusedError, match="yesterday: not an instant; write it as 2025-04-01T10:00:00Z"):
        instant("yesterday")
