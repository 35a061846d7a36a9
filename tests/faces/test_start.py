"""How fast the program starts: what is heavy is imported by the command that needs it."""

import subprocess
import sys

HEAVY = {
    "trafilatura",
    "nupunkt",
    "pypdfium2",
    "docx",
    "ftfy",
    "charset_normalizer",
    "lxml",
    "onrecord.compile",
    "onrecord.reading",
}


def modules_after(code: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sorted(sys.modules))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(ran.stdout.split())


def test_the_help_page_loads_nothing_heavy_nor_any_command() -> None:
    loaded = modules_after("from onrecord.faces import cli")
    assert loaded & HEAVY == set()
    assert {name for name in loaded if name.startswith("onrecord.faces.")} == {"onrecord.faces.cli", "onrecord.faces.refusals"}


def test_a_reading_command_loads_nothing_that_reads_documents() -> None:
    assert modules_after("from onrecord.faces import saying, showing, documents, timeline, searching, exporting") & HEAVY == set()
