"""What reading commands tell of a small pile of stories of an invented town."""

import csv
import io
import json
from pathlib import Path

import pytest

from faces.console import typed
from faces.ulmen import told

pytestmark = pytest.mark.usefixtures("in_town")


def test_what_somebody_said_stands_in_order_of_date_each_with_a_line_to_cite() -> None:
    assert told("said", "ribeiro-oz") == [
        ["3 statements by Ana Ribeiro-Óz"],
        [
            "2003-04-01 · Ana Ribeiro-Óz said · indirect · # · machine #",
            "  Ulmen will move its lighthouse",
            "  Ulmen Bote, “The lighthouse is to move”, 2003-04-02, # [0–30]",
        ],
        [
            "by 2003-04-02 · Ana Ribeiro-Óz said · direct · # · machine #",
            "  It has moved twice before, … It knows the way.",
            "  Ulmen Bote, “The lighthouse is to move”, 2003-04-02, # [71–99] [117–136]",
        ],
        [
            "by 2004-05-09 · Ana Ribeiro-Óz told · direct · # · machine #",
            "  I was wrong about the lighthouse,",
            "  Ulmen Bote, “The lighthouse stays”, 2004-05-09, # [0–35]",
        ],
    ]


def test_a_name_needs_no_quotation_marks() -> None:
    assert told("said", "dora", "kestrel", "--until", "2003") == told("said", "dora kestrel", "--until", "2003")
    assert told("show", "Ana", "Ribeiro-Óz") == told("show", "ribeiro-oz")


def test_what_was_said_about_somebody_names_who_said_it() -> None:
    heading, only = told("said", "--about", "ribeiro-oz")
    assert (heading, only[1]) == (["1 statement about Ana Ribeiro-Óz"], "  Ana Ribeiro-Óz has never been wrong before,")
    assert told("said", "dora kestrel", "--about", "ribeiro-oz") == [["0 statements by Dora Kestrel about Ana Ribeiro-Óz"]]


def test_as_of_a_day_shows_what_could_be_known_then_and_what_it_leaves_out() -> None:
    *statements, note = told("said", "dora kestrel", "--as-of", "2003-12")
    assert [block[1] for block in statements[1:]] == ["  that nobody had asked the gulls"]
    assert " ".join(note) == (
        "As of 2003-12: left out 1 document published later and 1 document not certainly published by then."
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
    assert told("said", "dora kestrel", "--until", "2003")[0] == ["1 statement by Dora Kestrel"]
    assert told("said", "dora kestrel", "--since", "2004")[0] == ["0 statements by Dora Kestrel"]
    assert told("documents", "--since", "2004")[0] == ["1 document"]


def test_the_documents_stand_in_order_of_publication_the_undated_last() -> None:
    _, (_, *rows) = told("documents")
    assert [row.split("  ")[0] for row in rows] == ["2003-04-02", "2004-05-09", "undated"]
    assert told("documents", "--why")[1][1] == "  bote-1.txt: 2003-04-02 (metadata, “April 2, 2003” in Date:)"


def test_the_timeline_of_somebody_has_what_they_said_and_where_they_are_named() -> None:
    _, *entries = told("timeline", "ribeiro-oz", "--since", "2004")
    assert [entry[0] for entry in entries] == [
        "by 2004-05-09 · Ana Ribeiro-Óz told · direct · # · machine #",
        "by 2004-05-09 · named",
    ]


def test_words_found_stand_in_brackets() -> None:
    _, statement, text = told("search", "twice", "before")
    assert "[twice] [before]" in statement[1]
    assert text[0] == "in the text"


@pytest.mark.usefixtures("ruled")
def test_of_many_places_the_first_are_shown_which_is_said_and_days_are_looked_for_among_all() -> None:
    story = "The skerry ferry sails at {}.\n"
    rows = [{"id": str(number), "date": "2005-06-01", "text": story.format(number)} for number in range(51)]
    rows.append({"id": "last", "date": "2006-06-01", "text": f"{story.format('noon')}{'It is slow. ' * 40}\n"})
    Path("ferry.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert typed("add", "ferry.jsonl", "--reader", "rules")[0] == 0
    heading, *places, note = told("search", "skerry")
    assert (heading, len(places), note) == (
        ["the first 50 places with “skerry”"],
        50,
        ["There are more than 50 places; more words find fewer."],
    )
    assert told("search", "skerry", "--since", "2006")[0] == ["1 place with “skerry”"]
    assert told("search", "skerry", "7")[0] == ["1 place with “skerry 7”"]


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
