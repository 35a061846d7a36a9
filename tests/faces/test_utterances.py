"""What was said once and told by many: `said` lists it once, by who told it first."""

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed

STORIES = {
    "anchor.txt": "Date: June 1, 2005\n\n“The gulls have not been asked,” said Dora Kestrel, the harbourmaster, on the pier.\n",
    "buoy.txt": "Date: June 2, 2005\n\n“The gulls have not been asked,” said Dora Kestrel, the harbourmaster, in Ulmen.\n",
    "capstan.txt": "Date: June 3, 2005\n\n“The gulls have not been asked,” said Dora Kestrel, the harbourmaster, at dawn.\n",
    "dinghy.txt": "Date: June 4, 2005\n\n“The gulls have not been asked,” said Dora Kestrel, the harbourmaster, in oilskins.\n",
    "ensign.txt": "Date: June 5, 2005\n\n“The gulls have not been asked,” said Dora Kestrel, the harbourmaster, at sea.\n",
    "fender.txt": (
        "Date: June 9, 2005\n\n“The gulls have not been asked, and the terns are on strike,” said Dora Kestrel, harbourmaster.\n"
    ),
    "galley.txt": "Date: May 2, 2005\n\n“The lighthouse is not luggage,” said Dora Kestrel, the harbourmaster.\n",
}


@pytest.fixture(scope="module")
def pier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pier")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with chdir(folder):
        assert typed("add", *STORIES, "--reader", "rules") == (0, "onrecord.db: 7 added\n")
    return folder


@pytest.fixture(autouse=True)
def on_the_pier(pier: Path) -> Iterator[None]:
    with chdir(pier):
        yield


def page(*arguments: str) -> list[list[str]]:
    """The blocks of what a command prints, ids and the machine's confidence as `#`."""
    code, printed = typed(*arguments)
    assert code == 0, printed
    masked = re.sub(r"\b[0-9a-f]{8}\b|(?<=machine )0\.\d\d", "#", printed)
    return [block.splitlines() for block in masked.rstrip("\n").split("\n\n")]


def test_what_six_papers_tell_is_one_entry_of_the_first_with_the_rest_named_beneath() -> None:
    assert page("said", "kestrel") == [
        ["2 utterances in 7 statements by Dora Kestrel"],
        [
            "by 2005-05-02 · Dora Kestrel said · direct · # · machine #",
            "  The lighthouse is not luggage,",
            "  galley.txt, 2005-05-02, # [0–32]",
        ],
        [
            "by 2005-06-01 · Dora Kestrel said · direct · # · machine #",
            "  The gulls have not been asked,",
            "  also told in 5 more documents: buoy.txt, 2005-06-02, #; capstan.txt,",
            "  2005-06-03, #; dinghy.txt, 2005-06-04, #; and 2 more",
            "  in other words in fender.txt, 2005-06-09, # [0–61]:",
            "    The gulls have not been asked, and the terns are on strike,",
            "  anchor.txt, 2005-06-01, # [0–32]",
        ],
    ]


def test_why_shows_each_telling_with_its_id_and_its_own_words_where_they_differ() -> None:
    _, _, (_, words, cited, *others) = page("said", "kestrel", "--why")
    assert (words, cited) == ("  The gulls have not been asked,", "  anchor.txt, 2005-06-01, # [0–32]")
    assert others[0] == "  also told in 5 more statements:"
    assert [line for line in others if ".txt" in line] == [
        "    # · buoy.txt, 2005-06-02, # [0–32]",
        "    # · capstan.txt, 2005-06-03, # [0–32]",
        "    # · dinghy.txt, 2005-06-04, # [0–32]",
        "    # · ensign.txt, 2005-06-05, # [0–32]",
        "    # · fender.txt, 2005-06-09, # [0–61]",
    ]
    assert [line.strip() for line in others if "gulls" in line] == ["The gulls have not been asked, and the terns are on strike,"]
    assert others[2] == "      0.60 with #: 6 words in common; same speaker; same weeks"


def test_all_lists_every_telling_by_itself() -> None:
    heading, *entries = page("said", "kestrel", "--all")
    assert heading == ["2 utterances in 7 statements by Dora Kestrel"]
    assert [entry[-1].split(",")[0].strip() for entry in entries] == [
        *("galley.txt", "anchor.txt", "buoy.txt", "capstan.txt", "dinghy.txt", "ensign.txt", "fender.txt")
    ]


def test_of_the_days_asked_for_the_first_telling_is_shown_and_the_earlier_ones_are_named() -> None:
    heading, entry = page("said", "kestrel", "--since", "2005-06-04")
    assert heading == ["1 utterance in 3 statements by Dora Kestrel"]
    assert entry[0] == "by 2005-06-04 · Dora Kestrel said · direct · # · machine #"
    assert entry[2].startswith("  also told in 5 more documents: anchor.txt, 2005-06-01, #; buoy.txt,")
    assert entry[-1] == "  dinghy.txt, 2005-06-04, # [0–32]"


def test_a_view_of_a_day_counts_and_names_only_the_tellings_it_has() -> None:
    heading, _, entry, *_ = page("said", "kestrel", "--as-of", "2005-06-02")
    assert heading == ["2 utterances in 3 statements by Dora Kestrel"]
    assert entry[2] == "  also told in 1 more document: buoy.txt, 2005-06-02, #"


def test_a_telling_that_is_rejected_is_no_more_named(tmp_path: Path) -> None:
    (tmp_path / "onrecord.db").write_bytes(Path("onrecord.db").read_bytes())
    with chdir(tmp_path):
        second = json.loads(typed("said", "kestrel", "--json")[1])[2]["id"]
        assert typed("rule", "reject", second, "--why", "a caption", "--by", "ruth")[0] == 0
        heading, _, entry = page("said", "kestrel")
    assert heading == ["2 utterances in 6 statements by Dora Kestrel"]
    assert entry[2].startswith("  also told in 4 more documents: capstan.txt,")


def test_json_and_csv_have_every_statement_and_which_utterance_it_tells() -> None:
    statements = json.loads(typed("said", "kestrel", "--json")[1])
    rows = list(csv.DictReader(io.StringIO(typed("said", "kestrel", "--csv")[1])))
    assert [one["id"] for one in statements] == [row["statement"] for row in rows]
    assert [one["utterance"] for one in statements] == [row["utterance"] for row in rows]
    assert [len(one["also_told"]) for one in statements] == [0, *[5] * 6]
    everybody = {one["id"] for one in statements[1:]}
    assert all({one["id"], *(told["statement"] for told in one["also_told"])} == everybody for one in statements[1:])


def test_a_dossier_and_the_glance_count_what_was_said_once_for_all_who_tell_it() -> None:
    assert "said by Dora Kestrel: 2 utterances in 7 statements, the latest:" in typed("show", "kestrel")[1]
    assert "  Dora Kestrel     2  2005-05-02 to 2005-06-09\n" in typed("show")[1]
    dossier = json.loads(typed("show", "kestrel", "--json")[1])
    assert (dossier["utterances_by"], dossier["statements_by"]) == (2, 7)
    (quoted,) = json.loads(typed("show", "--json")[1])["most_quoted"]
    assert (quoted["utterances"], quoted["statements"]) == (2, 7)
