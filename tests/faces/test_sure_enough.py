"""`said --at-least`: only what the machine is sure enough of, and what people ruled."""

import json
from contextlib import chdir
from pathlib import Path

import pytest

from faces.console import typed

STORY = (
    "Title: The weir\nDate: April 2, 2003\n\n"
    "“The weir will hold,” Councilwoman Ana Mossfeld said.\n\n"
    "Mossfeld criticized the plan to lower the weir before the winter.\n"
)
"""Read by rules: a quotation with its verb (0.89), and a plan that she criticized (0.66)."""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "weir.txt").write_text(STORY, encoding="utf-8")
    with chdir(tmp_path):
        assert typed("add", "weir.txt", "--reader", "rules")[0] == 0
    return tmp_path


def test_less_sure_statements_are_left_out_and_counted(record: Path) -> None:
    with chdir(record):
        everything, surest = typed("said", "mossfeld")[1], typed("said", "mossfeld", "--at-least", "0.8")[1]

    assert everything.startswith("2 statements by Ana Mossfeld\n")
    assert surest.startswith("1 statement by Ana Mossfeld\n") and "The weir will hold" in surest
    assert surest.endswith("\nAt least 0.80: left out 1 statement of less confidence.\n")


def test_what_a_person_accepted_stays_whatever_the_machine_thought(record: Path) -> None:
    with chdir(record):
        statements = json.loads(typed("said", "mossfeld", "--json")[1])
        unsure = min(statements, key=lambda statement: float(statement["confidence"]))
        assert typed("rule", "accept", unsure["id"], "--why", "heard her", "--by", "Ines Toll")[0] == 0

        assert typed("said", "mossfeld", "--at-least", "0.99")[1].startswith("1 statement by Ana Mossfeld\n")


def test_beside_json_the_note_does_not_stand_in_the_answer(record: Path) -> None:
    with chdir(record):
        _, printed = typed("said", "mossfeld", "--at-least", "0.95", "--json")

    assert "[]" in printed and "left out 2 statements" in printed


@pytest.mark.parametrize("asked", ["1.5", "-0.1", "nan"])
def test_a_confidence_goes_from_0_to_1(record: Path, asked: str) -> None:
    with chdir(record):
        code, printed = typed("said", "mossfeld", f"--at-least={asked}")

    assert code == 2 and "confidence goes from 0 to 1; write, for example, --at-least 0.9" in printed
