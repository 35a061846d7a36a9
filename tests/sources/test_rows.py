"""JSONL and CSV: one document a row, its text verbatim, its fields under their usual names."""

import csv
import io
import json
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge.sources import source_table
from onrecord.sources import FIELDS, Found, Options, collect
from sources.gathering import days, documents, faults, gather, names, notices, only, written

TEXT = "Lane keeps the pier\n\nMayor Ida Lane said no.\r\n “Not now,” she said. "


def lines(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def test_a_row_is_a_document_with_its_text_verbatim_and_its_fields_as_metadata(tmp_path: Path) -> None:
    row = {
        "ID": 17,
        "Headline": "Lane keeps the pier",
        "published_at": "2021-03-02T08:00:00Z",
        "source": {"name": "The Harbor Post"},
        "link": "https://post.example/pier",
        "authors": ["Ana Ruiz", "Tom Bell"],
        "Body": TEXT,
    }
    path = written(tmp_path / "stories.jsonl", lines(row))
    found = only(path)
    appearance = found.appearance
    assert found.document.text == TEXT
    assert appearance.name == f"{path.as_posix()}#17"
    assert (appearance.title, appearance.publisher, appearance.author) == (
        "Lane keeps the pier",
        "The Harbor Post",
        "Ana Ruiz, Tom Bell",
    )
    assert appearance.url == "https://post.example/pier"
    assert [days(date) for date in appearance.dates] == ["2021-03-02 metadata published_at “2021-03-02T08:00:00Z”"]
    assert appearance.raw_sha256 == sha256(path.read_bytes().rstrip(b"\n")).hexdigest()


def test_a_bad_line_is_a_fault_with_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    rows = (
        lines({"text": "One said so."})
        + "{not json}\n\n[1]\n"
        + lines({"headline": "no text"}, {"id": "e", "text": ""}, {"id": "f", "text": ["a"]}, {"id": "g", "text": "Two said so."})
        + '{"text": "cut'
    )
    outcomes = gather(written(tmp_path / "stories.jsonl", rows))
    assert faults(outcomes, tmp_path) == [
        "stories.jsonl#2: not JSON (Expecting property name enclosed in double quotes at line 2, column 2); skipped "
        "(one object a line)",
        "stories.jsonl#4: not an object of JSON (line 4); skipped (one object a line)",
        "stories.jsonl#5: no text among headline; skipped (name the field: --field text=NAME)",
        "stories.jsonl#e: empty; skipped",
        "stories.jsonl#f: its text is a list, not a string; skipped",
        "stories.jsonl#9: not JSON (Unterminated string starting at line 9, column 10); skipped (one object a line)",
    ]
    assert names(outcomes, tmp_path) == ["stories.jsonl#1", "stories.jsonl#g"]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([{"text": "Lane said no."}, {"text": "Bell said yes.", "id": "b"}], ["#1 Lane said no.", "#b Bell said yes."]),
        ({"status": "ok", "articles": [{"content": "Lane said no."}], "tags": ["pier"]}, ["#1 Lane said no."]),
        ({"title": "The pier", "body": "Lane said no."}, ["#1 Lane said no."]),
        ([{"text": "Lane said no."}, 7], ["#1 Lane said no.", "#2: not an object of JSON; skipped"]),
        ([], [": nothing in it that is read; skipped"]),
        ({"a": [{}], "b": [{}]}, [": no list of objects in it; skipped (write it as .jsonl, one object a line)"]),
    ],
)
def test_a_json_file_is_its_list_of_objects(tmp_path: Path, held: object, expected: list[str]) -> None:
    path = written(tmp_path / "api.json", json.dumps(held, indent=2))
    told = [f"{one.appearance.name} {one.document.text}" if isinstance(one, Found) else str(one) for one in gather(path)]
    assert [one.removeprefix(path.as_posix()) for one in told] == expected


def test_a_json_file_of_one_object_a_line_is_read_line_by_line_and_a_broken_one_is_named(tmp_path: Path) -> None:
    rows = written(tmp_path / "rows.json", lines({"text": "Lane said no."}, {"text": "Bell said yes."}))
    assert [found.document.text for found in documents(gather(rows))] == ["Lane said no.", "Bell said yes."]
    cut = gather(written(tmp_path / "cut.json", '[{"text": "Lane said'))
    assert faults(cut, tmp_path) == [
        "cut.json: not JSON (Unterminated string starting at line 1, column 11); skipped (get it again)"
    ]


def test_a_file_of_wrong_rows_does_not_bury_the_rest(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "wrong.jsonl", "no\n" * 1020))
    assert len(faults(outcomes, tmp_path)) == 21
    assert (
        faults(outcomes, tmp_path)[-1]
        == "wrong.jsonl: 1,000 more rows with faults; skipped (mend those named, then add the file again)"
    )


def test_of_two_rows_with_one_id_both_are_kept(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "stories.jsonl", lines({"id": "a", "text": "One."}, {"id": "a", "text": "Two."})))
    assert names(outcomes, tmp_path) == ["stories.jsonl#a", "stories.jsonl#a@2"]
    assert notices(outcomes, tmp_path) == ["stories.jsonl#a@2: the id a stands in the file before; this row is named with its line"]


@pytest.mark.parametrize(
    ("printed", "why"),
    [("03/04/2021", "day and month could be swapped"), ("spring", "not a date"), ("2021-02-30", "no such day")],
)
def test_a_date_that_is_none_leaves_the_row_undated_and_says_so(tmp_path: Path, printed: str, why: str) -> None:
    outcomes = gather(written(tmp_path / "stories.jsonl", lines({"date": printed, "text": "One said so."})))
    assert notices(outcomes, tmp_path) == [f"stories.jsonl#1: date “{printed}”: {why}; left undated by it (write it as 2023-09-20)"]
    assert [found.appearance.dates for found in documents(outcomes)] == [()]


def test_fields_of_other_names_are_mapped(tmp_path: Path) -> None:
    path = written(tmp_path / "stories.jsonl", lines({"text": "not this", "Story_Text": "Lane said no.", "when": "2021-03-02"}))
    found = only(path, options=Options(fields=(("text", "story text"), ("date", "when"))))
    assert found.document.text == "Lane said no."
    assert [days(date) for date in found.appearance.dates] == ["2021-03-02 metadata when “2021-03-02”"]


def test_half_a_surrogate_pair_is_replaced_and_said(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "stories.jsonl", '{"id": "x\\ud800", "text": "Lane \\ud83d said no \\ud83d\\ude00."}\n'))
    assert [found.document.text for found in documents(outcomes)] == ["Lane \N{REPLACEMENT CHARACTER} said no 😀."]
    assert len(notices(outcomes, tmp_path)) == 1
    assert "halves of surrogate pairs replaced by U+FFFD" in notices(outcomes, tmp_path)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows_in_any_unicode_are_read(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "stories.jsonl", lines({"text": "Lane\u2028said “no”."}, {"text": "Bell said so."}).encode(encoding))
    assert [found.document.text for found in documents(gather(path))] == ["Lane\u2028said “no”.", "Bell said so."]


def test_rows_in_windows_1252_are_read_and_one_notice_says_so(tmp_path: Path) -> None:
    path = written(tmp_path / "stories.csv", "text\n“No”\n“Yes”\n".encode("cp1252"))
    outcomes = gather(path)
    assert [(found.document.text, found.appearance.repair) for found in documents(outcomes)] == [
        ("“No”", "not UTF-8, read as Windows-1252"),
        ("“Yes”", "not UTF-8, read as Windows-1252"),
    ]
    assert notices(outcomes, tmp_path) == ["stories.csv#2: not UTF-8, read as Windows-1252, and so are later rows of its kind"]


def test_every_field_has_usual_names() -> None:
    assert set(source_table("fields")["row"]) == set(FIELDS)


def table(*rows: list[str], delimiter: str = ",") -> str:
    written_rows = io.StringIO(newline="")
    csv.writer(written_rows, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return written_rows.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_csv_row_is_a_document_whatever_stands_between_the_columns(tmp_path: Path, delimiter: str) -> None:
    content = table(
        ["Title", "Content", "PubDate", "uuid"],
        ["Pier; kept, so", TEXT, "Mar 2, 2021", "a/1"],
        ["", "Lane said no.", "", ""],
        delimiter=delimiter,
    )
    path = written(tmp_path / "stories.csv", content)
    first, second = documents(gather(path))
    assert (first.document.text, first.appearance.title, first.appearance.name) == (
        TEXT,
        "Pier; kept, so",
        f"{path.as_posix()}#a/1",
    )
    assert [days(date) for date in first.appearance.dates] == ["2021-03-02 metadata PubDate “Mar 2, 2021”"]
    assert (second.document.text, second.appearance.name, second.appearance.dates) == ("Lane said no.", f"{path.as_posix()}#6", ())


def test_a_csv_without_a_column_of_texts_names_those_it_has(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "people.csv", "name,office\nIda Lane,mayor\n"))
    assert faults(outcomes, tmp_path) == ["people.csv: no column of texts among name, office; skipped (name it: --field text=NAME)"]
    found = only(tmp_path / "people.csv", options=Options(fields=(("text", "office"),)))
    assert found.document.text == "mayor"


def test_a_quotation_mark_never_closed_is_a_fault_where_it_was_opened(tmp_path: Path) -> None:
    outcomes = gather(written(tmp_path / "stories.csv", 'id,text\n1,"Lane said no."\n2,"Bell said so\n3,Ruiz said so\n'))
    assert names(outcomes, tmp_path) == ["stories.csv#1"]
    assert faults(outcomes, tmp_path) == [
        "stories.csv#3: a quotation mark is not closed before the end of the file; skipped from here on"
    ]


def test_a_field_beyond_all_limits_is_a_fault_and_rows_before_it_are_read(tmp_path: Path) -> None:
    outcomes = gather(
        written(tmp_path / "stories.csv", 'id,text\n1,"Lane said no."\n2,"' + "Bell said so. " * 1_300_000 + '"\n3,Yes.\n')
    )
    assert names(outcomes, tmp_path) == ["stories.csv#1", "stories.csv#3"]
    assert faults(outcomes, tmp_path) == [
        "stories.csv#3: field larger than field limit (16777216); skipped (is a quotation mark not closed?)"
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('\n{"id": "a", "text": "Lane said no."}\n{"id": "b", "text": "Bell said so."}\n', ["-#a", "-#b"]),
        ("Lane keeps the pier\n\nThe mayor said no.", ["-"]),
    ],
)
def test_standard_input_is_text_or_rows(monkeypatch: pytest.MonkeyPatch, typed: str, expected: list[str]) -> None:
    stream = io.TextIOWrapper(io.BytesIO(typed.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert [found.appearance.name for found in documents(gather("-"))] == expected
    assert not stream.closed


def test_rows_are_given_as_they_are_read(tmp_path: Path) -> None:
    """The first documents come before the break further on is seen."""
    path = written(tmp_path / "stories.jsonl", lines(*({"id": at, "text": f"Story {at}."} for at in range(50_000))) + "broken")
    outcomes = collect([str(path)], Options())
    assert [getattr(next(outcomes), "document", None) is not None for _ in range(3)] == [True] * 3


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_any_text_in_jsonl_and_csv_comes_back_verbatim(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        ascii_rows = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        for content in (lines(*({"text": text} for text in texts)), ascii_rows):
            path = written(Path(folder) / "stories.jsonl", content)
            assert [found.document.text for found in documents(gather(path))] == texts
        rows = table(["text", "id"], *([text, str(at)] for at, text in enumerate(texts)))
        path = written(Path(folder) / "stories.csv", rows)
        assert [found.document.text for found in documents(gather(path))] == texts
