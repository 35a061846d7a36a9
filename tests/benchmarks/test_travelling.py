"""Quotations that travel between invented stories: who said them in one tells who says them in another."""

import gzip
import json
from pathlib import Path

from benchmarks.travelling import Known, known, published, shown, surname_of, table, told_in

from onrecord.core.documents import Document
from onrecord.reading.rules import RulesReader

READER = RulesReader()
WORDS = "The ferry will sail again before the ice comes to the harbor"


def told(*stories: str) -> list[Known]:
    """The tellings of some stories with a name elsewhere."""
    documents = [Document.of(story) for story in stories]
    return list(known([each for at, one in enumerate(documents) for each in told_in(at, one.text, READER.read(one))]))


def outcomes(*stories: str) -> list[tuple[str, str, str]]:
    return [(each.telling.form, each.surname, each.outcome) for each in told(*stories)]


NAMED = f"“{WORDS},” Mayor Rosa Hale said."
PRONOUN = f"Rosa Hale, the mayor, spoke on Monday. “{WORDS},” she said."


def test_a_pronoun_comes_to_the_name_that_another_story_prints() -> None:
    assert outcomes(PRONOUN, NAMED) == [("pronoun", "hale", "right")]


def test_another_name_and_none_are_told_apart() -> None:
    wrong = f"Ann Lee spoke on Monday. “{WORDS},” she said."
    nobody = f"“{WORDS},” the visitor said."

    assert outcomes(wrong, nobody, NAMED) == [("pronoun", "hale", "wrong"), ("nominal", "hale", "open")]


def test_two_names_elsewhere_tell_nothing() -> None:
    assert outcomes(PRONOUN, NAMED, NAMED.replace("Rosa Hale", "Ann Lee")) == [("name", "lee", "wrong"), ("name", "hale", "wrong")]


def test_a_story_tells_nothing_of_itself() -> None:
    assert told(f"{PRONOUN}\n\n{NAMED}", "Nothing else was said.") == []


def test_other_words_are_no_telling() -> None:
    assert (
        told(PRONOUN, NAMED.replace(WORDS, "The ferry will sail again and nobody on this island has to pay a penny for it")) == []
    )


def test_a_surname_is_the_last_word_without_what_follows_it() -> None:
    assert [surname_of(name) for name in ("Rosa Hale", "Jon Lind Jr.", "hale", "")] == ["hale", "lind", "hale", ""]


def test_the_table_counts_by_form() -> None:
    assert {form: dict(counts) for form, counts in table(told(PRONOUN, NAMED)).items()} == {"pronoun": {"right": 1}}


def test_what_is_shown_brackets_source_and_words() -> None:
    (one,) = told(PRONOUN, NAMED)

    assert (
        shown(PRONOUN, one) == f"--- Rosa Hale, elsewhere hale\nRosa Hale, the mayor, spoke on Monday. [“{WORDS},”] [she] said.\n"
    )


def test_stories_are_those_of_their_days(tmp_path: Path) -> None:
    rows = [
        {"date": "2018-12-31", "text": "one"},
        {"date": "2019-01-01T09:00", "text": "two"},
        {"date": "2019-02-01", "text": "x" * 40_000},
    ]
    path = tmp_path / "stories.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))

    assert published(path, "2019-01-01") == ["two"]
    assert published(path, last="2018-12-31") == ["one"]
