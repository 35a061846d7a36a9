"""The pages are true: every command and option has its place in them, and every output they print is what is printed."""

import re
from pathlib import Path

import pytest

from faces.console import make_record, ran, steps_of
from onrecord.faces.cli import COMMANDS, app

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
EXECUTED = [page for page in PAGES if next(steps_of(page.read_text(encoding="utf-8")), None) is not None]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_record(tmp_path_factory.mktemp("stories"))


def options_of(command: str) -> set[str]:
    return {name for argument in app[command].assemble_argument_collection() for name in argument.names if name.startswith("--")}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_page_with_every_option(command: str) -> None:
    page = (ROOT / "docs" / "commands" / f"{command}.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page))
    assert options_of(command) - documented == set(), "not documented"
    known = {option for name in COMMANDS for option in options_of(name)} | {"--help", "--version"}
    assert documented - known == set(), "documented, but not an option of any command"


def test_no_page_is_left_of_a_command_that_is_gone() -> None:
    assert {page.stem for page in (ROOT / "docs" / "commands").glob("*.md")} == set(COMMANDS)


@pytest.mark.parametrize("page", EXECUTED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_prints_what_its_commands_print(page: Path, record: Path) -> None:
    for one in ran(page.read_text(encoding="utf-8"), record):
        if not one.as_expected:
            expected = f"{page.relative_to(ROOT)}:{one.step.line}: $ {one.step.command}\n{one.step.expected}"
            assert f"{page.relative_to(ROOT)}:{one.step.line}: $ {one.step.command}\n{one.printed}" == expected
