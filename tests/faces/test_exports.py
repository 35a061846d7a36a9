"""The interchange format: what an export says, that it is the schema's, and that a stranger's checker can follow it."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from faces.small_record import CHAIN, DOCUMENT, NAME, items
from onrecord.core import decisions, evidence, readings, resolved
from onrecord.core.evidence import Evidence
from onrecord.core.items import KINDS
from onrecord.core.spans import Span
from onrecord.faces.exports.jsonl import lines
from onrecord.faces.exports.plain import plain_evidence
from onrecord.faces.exports.writing import write_file

Told = dict[str, Any]

ROOT = Path(__file__).parents[2]
SCHEMA: Told = json.loads((ROOT / "docs" / "onrecord-1.schema.json").read_text(encoding="utf-8"))
CHECKER = ROOT / "tools" / "verify_export.py"


def exported() -> list[Told]:
    return [json.loads(line) for line in lines(items())]


def the(kind: str, told: list[Told]) -> Told:
    return next(item for item in told if item["kind"] == kind)


def test_a_line_is_the_item_with_its_kind_first_and_its_fields_in_the_formats_order() -> None:
    line = next(line for line in lines(items()) if line.startswith(b'{"kind":"mention"'))
    assert line.decode("utf-8") == (
        f'{{"kind":"mention","entity":"{the("mention", exported())["entity"]}","chain":"{the("mention", exported())["chain"]}",'
        f'"document":"{DOCUMENT}","start":{NAME.start},"end":{NAME.end},"words":"Ana Ribeiro-Óz","form":"name"}}\n'
    )


def test_numbers_are_the_same_everywhere() -> None:
    told = exported()
    assert sorted(item["confidence"] for item in told if item["kind"] == "statement") == [0.5, 0.93]
    assert the("link", told)["score"] == 0.4123


def test_a_date_shows_the_words_it_rests_on_in_the_text_or_in_a_field() -> None:
    told = exported()
    assert the("document", told)["published"] == {
        "earliest": "2003-04-02",
        "latest": "2003-04-02",
        "basis": "metadata",
        "evidence": [{"document": DOCUMENT, "field": "meta date", "words": "2003-04-02"}],
    }
    said = next(item["said"] for item in told if item["kind"] == "statement" and item["said"]["basis"] == "relative")
    assert said["evidence"] == [{"document": DOCUMENT, "spans": [[40, 47]], "words": "Tuesday"}]


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 99), st.integers(1, 9)), max_size=3), st.text(min_size=1))
def test_evidence_is_in_one_of_two_forms(words: str, places: list[tuple[int, int]], field: str) -> None:
    spans = tuple(Span(start, start + length) for start, length in places)
    told = plain_evidence(Evidence(words, DOCUMENT, spans, "" if spans else field))
    assert list(told) == ["document", "spans" if spans else "field", "words"]


def test_every_line_is_as_the_schema_has_it() -> None:
    validator = Draft202012Validator(SCHEMA)
    Draft202012Validator.check_schema(SCHEMA)
    for item in exported():
        validator.validate(item)


def test_the_schema_has_the_fields_of_the_items_and_no_others() -> None:
    for kind, item_class in KINDS.items():
        named = [field.name.rstrip("_") for field in fields(item_class)]
        described = SCHEMA["$defs"][kind]
        assert list(described["properties"]) == ["kind", *named], kind
        left_out = {"text"} if kind == "document" else set()
        assert set(described["required"]) == {"kind", *named} - left_out, kind


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (readings.EntityType, ("entity", "type")),
        (readings.MentionForm, ("mention", "form")),
        (readings.StatementType, ("statement", "type")),
        (readings.StatementMode, ("statement", "mode")),
        (readings.SpeakerBasis, ("statement", "speaker_basis")),
        (readings.TimeType, ("time", "type")),
        (decisions.Ruling, ("decision", "ruling")),
        (decisions.TargetKind, ("target", "kind")),
        (evidence.Basis, ("date", "basis")),
    ],
)
def test_the_schema_knows_the_words_of_the_program(words: object, place: tuple[str, str]) -> None:
    kind, field = place
    assert SCHEMA["$defs"][kind]["properties"][field]["enum"] == list(get_args(words))


def test_the_schema_knows_who_may_stand_behind_an_item() -> None:
    assert SCHEMA["$defs"]["review"]["enum"] == list(get_args(resolved.Review))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "record.jsonl"
    write_file(file, [b"one\n", b"two\n"])

    def failing() -> Any:
        yield b"three\n"
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        write_file(file, failing())
    assert file.read_bytes() == b"one\ntwo\n"
    assert list(tmp_path.iterdir()) == [file]


def checked(folder: Path, told: list[Told]) -> tuple[int, list[str]]:
    """The exit code of the checker that needs nothing of ours, and the lines it prints, for an export of these items."""
    file = folder / "export.jsonl"
    file.write_text("".join(json.dumps(item) + "\n" for item in told), encoding="utf-8")
    ran = subprocess.run([sys.executable, "-I", str(CHECKER), str(file)], capture_output=True, encoding="utf-8", check=False)
    return ran.returncode, (ran.stdout + ran.stderr).splitlines()


def test_the_checker_finds_nothing_wrong_with_what_holds(tmp_path: Path) -> None:
    told = exported()
    assert checked(tmp_path, told) == (0, ["13 lines, 1 documents, 2 statements; words compared with the texts; 0 wrong"])
    del the("document", told)["text"]
    assert checked(tmp_path, told) == (0, ["13 lines, 1 documents, 2 statements; no texts here, so no words compared; 0 wrong"])


def _forge_words(told: list[Told]) -> None:
    the("mention", told)["words"] = "Ana Ribeiro"


def _shift_content(told: list[Told]) -> None:
    statement = next(item for item in told if item["kind"] == "statement" and len(item["content"]) == 2)
    statement["content"][1][0] += 1


def _alter_text(told: list[Told]) -> None:
    the("document", told)["text"] = the("document", told)["text"].replace("a clerk", "A clerk")


def _lose_entity(told: list[Told]) -> None:
    told.remove(the("entity", told))


def _shorten_first_mention(told: list[Told]) -> None:
    mention = the("mention", told)
    mention["start"], mention["words"] = mention["start"] + 4, "Ribeiro-Óz"


def _backdate_decision(told: list[Told]) -> None:
    the("decision", told)["at"] = "2002-01-01T00:00:00Z"


def _lose_speaker(told: list[Told]) -> None:
    next(item for item in told if item["kind"] == "statement" and item["speaker"])["speaker"] = None


def _reverse(told: list[Told]) -> None:
    told[2:] = reversed(told[2:])


@pytest.mark.parametrize(
    ("forge", "finding"),
    [
        (_forge_words, "words: the text has 'Ana Ribeiro-Óz', the item 'Ana Ribeiro'"),
        (_shift_content, "content: the text has '“It stays,” … It stays.”', the item '“It stays,” … “It stays.”'"),
        (_alter_text, "id is not the text's"),
        (_shorten_first_mention, f"chain {CHAIN}: id is not that of its first mention by name"),
        (_lose_entity, "counts: 1 of entity announced, 0 here"),
        (_backdate_decision, "id is not that of what it says"),
        (_lose_speaker, "speaker and basis disagree"),
        (_reverse, "out of order, or twice"),
    ],
)
def test_the_checker_finds_what_was_tampered_with(tmp_path: Path, forge: Callable[[list[Told]], None], finding: str) -> None:
    told = exported()
    forge(told)
    code, found = checked(tmp_path, told)
    assert code == 1
    assert finding in [line.split(": ", 1)[1] for line in found[:-1]]


def test_the_checker_names_the_line_that_it_cannot_read(tmp_path: Path) -> None:
    code, found = checked(tmp_path, [{"kind": "record"}, {"kind": "rumour"}])
    assert code == 2
    assert "2: not an item of onrecord/1" in found[0]
