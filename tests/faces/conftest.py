"""The record of Ulmen, and a copy of it to change."""

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed
from faces.ulmen import STORIES


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the stories of Ulmen and their record, which is only read."""
    folder = tmp_path_factory.mktemp("ulmen")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with chdir(folder):
        assert typed("add", *STORIES, "--publisher", "Ulmen Bote") == (0, "onrecord.db: 3 added\n")
    return folder


@pytest.fixture
def in_town(town: Path) -> Iterator[Path]:
    """The town's folder, in which the test is run."""
    with chdir(town):
        yield town


@pytest.fixture
def ruled(in_town: Path, tmp_path: Path) -> Iterator[None]:
    """The test is run in a folder with a copy of the town's record, to rule on, also where it would be run in the town's."""
    shutil.copy(in_town / "onrecord.db", tmp_path)
    with chdir(tmp_path):
        yield
