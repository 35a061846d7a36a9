"""Two people rule against each other: the latest holds and it is told; one who revises his own ruling contradicts nobody."""

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed

STORY = "“The harbour is closed,” Mayor Ana Ribeiro-Óz said in Ulmen on Tuesday.\n"


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "harbour.txt").write_text(STORY, encoding="utf-8")
    with chdir(tmp_path):
        assert typed("add", "harbour.txt")[0] == 0
        yield


def statement() -> str:
    headline = next(line for line in typed("said", "ribeiro")[1].splitlines() if " · " in line)
    return headline.split(" · ")[3]


def test_two_people_who_disagree_are_both_named() -> None:
    about = statement()
    assert typed("rule", "accept", about, "--why", "I was there", "--by", "ruth")[0] == 0
    code, told = typed("rule", "reject", about, "--why", "he whispered it", "--by", "otto")

    assert code == 1
    assert "“accept”" in told and "“reject”; the later holds: undo one of them" in told
    assert typed("said", "ribeiro")[1].startswith("0 statements")
    assert "1 fault noted" in typed("check")[1]


def test_one_who_revises_himself_contradicts_nobody() -> None:
    about = statement()
    assert typed("rule", "accept", about, "--why", "I was there", "--by", "ruth")[0] == 0
    assert typed("rule", "reject", about, "--why", "on second thoughts", "--by", "ruth")[0] == 0

    assert typed("said", "ribeiro")[1].startswith("0 statements")
    assert "fault" not in typed("check")[1]
