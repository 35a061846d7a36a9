"""Pages as tests: every ```console block of a page is run, command by command, and its output compared with what is printed.

A page's blocks run one after another in one folder, in which the demo's stories stand in `stories/`; a file that a page shows
(```csv file=rulings.csv) is written there first. Unless its first command is `add` or `demo`, a page starts with the stories'
record. `...` in an output stands for anything: alone on a line for any lines, inside of one for any text. `$ echo $?` prints
the last exit code. Blocks whose first command is not onrecord's are for reading only.

`python tests/faces/console.py PAGE...` writes what the commands print today into the pages.
"""

import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.faces.cli import run

_FENCED = re.compile(r"^```(?P<language>\w+)(?: file=(?P<file>[\w.-]+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"^\$ (?P<command>.*)\n(?P<expected>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_VARYING = re.compile(r"^[0-9a-f]{8} · (\w+) · (\w+) · \d{4}-\d\d-\d\dT[\d:]+Z", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a page, the output that the page prints under it, the line it stands on and the offset of the output."""

    command: str
    expected: str
    line: int
    start: int


@dataclass(frozen=True, slots=True)
class Ran:
    """A step and what its command printed."""

    step: Step
    printed: str

    @property
    def as_expected(self) -> bool:
        """Whether that is what the page says."""
        return _pattern(self.step.expected).fullmatch(self.printed) is not None


def steps_of(page: str) -> Iterator[Step]:
    """The commands of a page's blocks, in order."""
    for block in _FENCED.finditer(page):
        if block["language"] == "console" and block["body"].startswith("$ onrecord "):
            for told in _STEP.finditer(page, block.start("body"), block.end("body")):
                yield Step(told["command"], told["expected"], page.count("\n", 0, told.start()) + 1, told.start("expected"))


def ran(page: str, record: Path) -> Iterator[Ran]:
    """Every step of a page and what it printed, in a new folder with the demo's stories; `record` is theirs."""
    steps = list(steps_of(page))
    with TemporaryDirectory(prefix="onrecord-page-") as folder:
        _prepare(Path(folder), page, None if re.match(r"onrecord (add|demo)\b", steps[0].command) else record)
        with chdir(folder):
            code = 0
            for step in steps:
                if step.command == "echo $?":
                    yield Ran(step, f"{code}\n")
                    continue
                code, printed = typed(*shlex.split(step.command)[1:])
                yield Ran(step, printed)


def typed(*arguments: str) -> tuple[int, str]:
    """The exit code of a command line, and all that it prints, standard error among it."""
    page = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
    with redirect_stdout(page), redirect_stderr(page):
        code = run(arguments)
    page.seek(0)
    return code, page.read()


def make_record(folder: Path) -> Path:
    """The demo stories' record, made in the folder, which has to be empty."""
    _prepare(folder, "", None)
    with chdir(folder):
        code, printed = typed("add", "stories")
    if code != 0:
        raise AssertionError(f"onrecord add stories ended with {code}:\n{printed}")
    return folder / "onrecord.db"


def _prepare(folder: Path, page: str, record: Path | None) -> None:
    with as_file(files("onrecord.demo") / "stories") as stories:
        shutil.copytree(stories, folder / "stories")
    if record is not None:
        shutil.copy(record, folder / "onrecord.db")
    for block in _FENCED.finditer(page):
        if block["file"]:
            (folder / block["file"]).write_text(block["body"], encoding="utf-8", newline="\n")


def _pattern(expected: str) -> re.Pattern[str]:
    lines = []
    for line in expected.rstrip("\n").split("\n"):
        lines.append(r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(re.escape("..."), ".*") + r"[ ]*\n")
    return re.compile("".join(lines) + r"\n*") if expected.strip() else re.compile(r"\n*")


def refreshed(page: str, record: Path) -> str:
    """The page with today's outputs where they are no more what it says."""
    for one in reversed([one for one in ran(page, record) if not one.as_expected]):
        told = _VARYING.sub(r"... · \1 · \2 · ...", one.printed).strip("\n") + "\n"
        start = one.step.start
        page = page[:start] + told + page[start + len(one.step.expected) :]
    return page


def _refresh(paths: list[str]) -> None:
    with TemporaryDirectory(prefix="onrecord-pages-") as folder:
        record = make_record(Path(folder))
        for path in map(Path, paths):
            page = path.read_text(encoding="utf-8")
            if next(steps_of(page), None) is not None:
                path.write_text(refreshed(page, record), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _refresh(sys.argv[1:])
