"""What people rule stands above the machine, until it is undone."""

import json
import shlex
from pathlib import Path

import pytest

from faces.console import typed
from faces.ulmen import id_of, told

pytestmark = pytest.mark.usefixtures("in_town")


@pytest.mark.usefixtures("ruled")
def test_a_ruling_stands_above_the_machine_until_it_is_undone() -> None:
    statement = id_of("has moved twice before")
    assert typed("rule", "correct", statement[:10], "--speaker", "dora kestrel", "--why", "the tape", "--by", "ruth")[0] == 0
    (moved,) = (block for block in told("said", "dora kestrel", "--until", "2003") if "twice" in block[1:2].__str__())
    assert moved[0] == "by 2003-04-02 · Dora Kestrel said · direct · # · corrected"
    decision = typed("rule")[1].splitlines()[2].split(" · ")[0]
    assert typed("rule", "undo", decision, "--why", "the wrong tape", "--by", "ruth")[0] == 0
    assert told("said", "ribeiro-oz")[0] == ["3 statements by Ana Ribeiro-Óz"]
    assert told("rule")[1][0].endswith("· undone")


@pytest.mark.usefixtures("ruled")
def test_a_rejected_statement_is_not_shown_and_can_be_accepted_again() -> None:
    statement = id_of("has moved twice before")
    assert typed("rule", "reject", statement, "--why", "a caption", "--by", "ruth")[0] == 0
    assert told("said", "ribeiro-oz")[0] == ["2 statements by Ana Ribeiro-Óz"]
    assert typed("rule", "accept", statement, "--why", "no caption after all", "--by", "ruth")[0] == 0
    assert told("said", "ribeiro-oz", "--until", "2003")[2][0] == "by 2003-04-02 · Ana Ribeiro-Óz said · direct · # · accepted"


@pytest.mark.usefixtures("ruled")
def test_two_can_be_ruled_one_and_parted_again_by_a_chain_of_each() -> None:
    assert typed("rule", "same", "dora kestrel", "felix kestrel", "--why", "a pen name", "--by", "ruth")[0] == 0
    dora, felix = (line.split()[1] for line in typed("rule")[1].splitlines() if line.startswith("  chain"))
    assert told("said", "kestrel")[0][0].startswith("3 statements by ")
    code, refused = typed("rule", "different", "dora kestrel", "felix kestrel", "--why", "two after all", "--by", "ruth")
    assert (code, "are one already; name a chain of each by its id" in refused) == (2, True)
    assert typed("rule", "different", dora, felix, "--why", "two after all", "--by", "ruth")[0] == 0
    assert told("said", "felix kestrel")[0] == ["1 statement by Felix Kestrel"]


@pytest.mark.usefixtures("ruled")
def test_rulings_of_a_file_are_done_and_its_bad_rows_named() -> None:
    rows = [
        {"ruling": "accept", "a": id_of("wrong about"), "why": "heard it"},
        {"ruling": "accept", "a": "ffffffff", "why": "heard it"},
        {"ruling": "correct", "a": id_of("has moved twice before"), "why": "who?"},
        {"ruling": "same", "a": "kestrel", "b": "ribeiro-oz", "why": "no"},
        {"ruling": "bless", "a": id_of("wrong about"), "why": "no"},
        {"ruling": "accept", "a": id_of("wrong about"), "why": ""},
    ]
    Path("rulings.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    code, page = typed("rule", "--from", "rulings.jsonl", "--by", "ruth")
    assert code == 1
    assert [line.partition(": ")[0] for line in page.splitlines() if "#" in line] == [
        f"rulings.jsonl#{row}" for row in (2, 3, 4, 5, 6)
    ]
    assert "1 ruling" in page.splitlines()


@pytest.mark.usefixtures("ruled")
@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("rule accept", "accept: 0 are named; write: onrecord rule accept STATEMENT --why TEXT"),
        ("rule same kestrel --why x", "same: 1 is named; write: onrecord rule same A B --why TEXT"),
        (
            "rule same ffffffff eeeeeeee --why x --by y",
            "ffffffff: no such chain in the record; see those that there are: onrecord show NAME --why",
        ),
        (
            "rule accept ffffffff --why x --by y",
            "ffffffff: no such statement in the record; see those that there are: onrecord timeline",
        ),
        ("rule same 'dora kestrel' 'felix kestrel' --by y", "same: why? A ruling needs its reason (--why TEXT)"),
        (
            "rule same 'dora kestrel' 'felix kestrel' --why x --by ''",
            "same: who rules? Say so (--by NAME, or ONRECORD_BY in the environment)",
        ),
        ("rule accept x --speaker y --why x", "correct needs a speaker (a name, an id, or nobody); no other ruling takes one"),
        ("rule --from x.csv --why y", "--from takes all from its file; leave the ruling, --speaker and --why out, or --from"),
    ],
)
def test_a_ruling_that_is_not_whole_is_refused(command: str, message: str) -> None:
    code, page = typed(*shlex.split(command))
    assert (code in (1, 2), page) == (True, message + "\n")
    assert told("rule") == [["0 rulings"]]
