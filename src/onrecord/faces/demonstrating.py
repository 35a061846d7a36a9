"""`onrecord demo`: the stories of an invented city compiled, and a walk through what can be asked of them."""

import shutil
import sys
from contextlib import chdir, redirect_stderr
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from cyclopts import Parameter

from onrecord.faces.cli import run
from onrecord.faces.printing import Line, print_lines
from onrecord.faces.refusals import DONE, RefusedError
from onrecord.settings import DEFAULT_RECORD

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Nine stories from two papers and a coalition in Port Varnell, an invented city, over two years:", ("add", "stories")),
    ("The record at a glance:", ("show",)),
    ("When each was published, as far as can be told; the press release bears no date:", ("documents",)),
    ("One person, however she is printed:", ("show", "marisol de avila")),
    ("What the mayor of 2023 said, each item with the exact words and their place:", ("said", "harlan pruett")),
    ("What others said about the two who share a surname; which of them has to be said:", ("said", "--about", "brandvold")),
    ("So:", ("said", "--about", "thomas brandvold")),
    ("What could be known at the end of 2023:", ("said", "marisol de avila", "--as-of", "2023")),
    ("Where words stand:", ("search", "museum piece")),
    ("Does everything still stand on its words?", ("check",)),
)
"""What is told before each command of the walk, and the command."""


def demo(
    *,
    record: Annotated[
        Path | None, Parameter(metavar="FILE", help="Where to keep the record of the walk; else it is thrown away.")
    ] = None,
) -> int:
    """Compile the stories of an invented city, and show what can be asked."""
    if record is not None and record.exists():
        raise RefusedError(f"{record}: there is a record here already; choose another place for the demo's")
    if record is not None and not record.absolute().parent.is_dir():
        raise RefusedError(f"{record}: the folder {record.parent.as_posix()} does not exist; make it first")
    with TemporaryDirectory(prefix="onrecord-demo-") as folder:
        with as_file(files("onrecord.demo") / "stories") as stories:
            shutil.copytree(stories, Path(folder) / "stories")
        with chdir(folder), redirect_stderr(sys.stdout):
            code = _walk()
        if record is not None:
            shutil.move(Path(folder) / DEFAULT_RECORD, record)
    kept = f"The record is kept in {record}." if record else "The record is thrown away; keep one with: onrecord demo --record FILE"
    print_lines([Line(""), Line(kept)])
    return code


def _walk() -> int:
    """Run the steps in the current folder; the code of the first that fails for another reason than an ambiguous name."""
    codes = []
    for told, command in STEPS:
        quoted = " ".join(f'"{word}"' if " " in word else word for word in command)
        print_lines([Line(""), Line(told, style="italic"), Line(f"$ onrecord {quoted}", 2, style="bold")])
        codes.append(run((*command, "--record", DEFAULT_RECORD)))
    return next((code for code in codes if code == 1), DONE)
