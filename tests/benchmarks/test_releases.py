"""Whose the statements of press releases are told to be, counted by hand."""

import json
from pathlib import Path

from benchmarks.releases import releases, row

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.reading import READERS

INTRODUCED = 'Sen. Ruth Fellgate issued the following statement:\n\n"One two.\n\n"Three."\n\nContact: Jon Ames'
HEADED = 'SEN. FELLGATE ON FERRIES\n\n"One two three."\n'
OTHER = 'Sen. Ruth Fellgate won on Monday.\n\n"One two three," she said.'


def test_statements_are_found_below_introductions_and_headings(tmp_path: Path) -> None:
    path = tmp_path / "releases.jsonl"
    rows = [{"text": text, "senator": "Fellgate"} for text in (INTRODUCED, HEADED, OTHER)]
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")

    found = [(each.kind, each.document.text[slice(*each.statement)]) for each in releases(path)]

    assert found == [("an introduction", '"One two.\n\n"Three."'), ("a heading", '"One two three."')]


def test_characters_are_counted_by_whom_they_are_told_to_be(tmp_path: Path) -> None:
    path = tmp_path / "releases.jsonl"
    path.write_text(json.dumps({"text": INTRODUCED, "senator": "Ruth Fellgate"}) + "\n", encoding="utf-8")
    drawn = list(releases(path))

    def nothing(document: Document) -> Reading:
        return Reading(document.id, "", "en")

    assert row("it", drawn, READERS["rules"]().read) == "| it | 1 | 100.0 % | 100.0 % | 0.0 % | 0.0 % | 0.0 % |"
    assert row("it", drawn, nothing) == "| it | 1 | 0.0 % | 0.0 % | 0.0 % | 0.0 % | 100.0 % |"
