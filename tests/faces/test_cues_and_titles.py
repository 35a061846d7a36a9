"""A denial is not shown as a claim, a person's own words are not what others said, and titles stand in the dossier."""

from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed

STORY = (
    "Title: The gulls of Ulmen\nDate: April 2, 2003\n\n"
    "Mayor Ana Ribeiro-Óz denied that she had sold the gulls.\n\n"
    "“I have never owned a gull,” Ribeiro-Óz said.\n\n"
    "Harbourmaster Dora Kestrel said that Ribeiro-Óz feeds them daily. According to Kestrel, the gulls are fat.\n\n"
    "Former Mayor Felix Toll declined to comment on Ribeiro-Óz.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("gulls")
    (made / "gulls.txt").write_text(STORY, encoding="utf-8")
    with chdir(made):
        assert typed("add", "gulls.txt", "--reader", "rules")[0] == 0
    return made


@pytest.fixture(autouse=True)
def in_folder(folder: Path) -> Iterator[None]:
    with chdir(folder):
        yield


def headlines(*command: str) -> list[str]:
    _, printed = typed(*command)
    return [line.split(" · ")[1] for line in printed.splitlines() if line.startswith("by 2003")]


def test_a_cue_is_shown_as_it_is_printed_and_statements_of_one_day_as_they_stand_in_the_text() -> None:
    assert headlines("said", "ribeiro") == ["Ana Ribeiro-Óz denied", "Ana Ribeiro-Óz said"]
    assert headlines("said", "toll") == ["Felix Toll declined to"]


def test_a_cue_that_is_no_verb_leaves_the_mode() -> None:
    assert headlines("said", "kestrel") == ["Dora Kestrel said", "Dora Kestrel said"]


def test_what_others_said_leaves_out_what_one_said_oneself() -> None:
    assert headlines("said", "--about", "ribeiro") == ["Dora Kestrel said", "Felix Toll declined to"]
    assert headlines("said", "ribeiro", "--about", "ribeiro") == ["Ana Ribeiro-Óz denied"]


def test_the_dossier_has_the_titles_in_print_and_says_which_are_past() -> None:
    assert "  mayor: from 2003-04-02 or earlier, to 2003-04-02 or later · told in 1 document\n" in typed("show", "ribeiro")[1]
    assert "  mayor: from 2003-04-02 or earlier, to 2003-04-02 or earlier" in typed("show", "toll")[1]
