"""PolNeAR's form, on two invented rows: which annotator counts, packed files and plain ones, and stories written out."""

import gzip
import json
import sys
from pathlib import Path

import pytest
from benchmarks.contents import Attribution
from benchmarks.polnear import stories
from benchmarks.write_polnear import main

from onrecord.core.spans import Span

TEXT = "Mora said no.\nHale said yes."
MORA = {"id": "E1", "kind": "Attribution", "source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 12]]}
HALE = {"id": "E2", "kind": "Attribution-no-source", "source": [], "cue": [[19, 23]], "content": [[24, 27]]}


def write_corpus(folder: Path, *, packed: bool) -> None:
    rows = [
        {
            "id": story,
            "publisher": "gazette",
            "date": "2016-09-12",
            "title": "No",
            "annotator": "b2",
            "annotators": ["a1", "b2"] if story == "twice" else ["b2"],
            "attributions": [MORA],
            "other_annotators": {"a1": [HALE]} if story == "twice" else {},
        }
        for story in ("twice", "once")
    ]
    files = {
        "attributions_dev.jsonl": "".join(json.dumps(row) + "\n" for row in rows),
        "text_dev.jsonl": "".join(json.dumps({"id": row["id"], "text": TEXT}) + "\n" for row in rows),
    }
    for name, lines in files.items():
        if packed:
            (folder / f"{name}.gz").write_bytes(gzip.compress(lines.encode("utf-8")))
        else:
            (folder / name).write_text(lines, encoding="utf-8")


@pytest.mark.parametrize("packed", [True, False])
def test_the_alphabetically_first_annotator_counts(tmp_path: Path, packed: bool) -> None:
    write_corpus(tmp_path, packed=packed)

    once, twice = stories(tmp_path, "dev")

    assert (once.id, once.gold) == ("once", (Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 12),)),))
    assert (twice.id, twice.gold) == ("twice", (Attribution((), (Span(19, 23),), (Span(24, 27),)),))
    assert once.text == TEXT


def test_stories_are_written_verbatim_one_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_corpus(tmp_path, packed=True)
    folder = tmp_path / "texts"
    monkeypatch.setattr(sys, "argv", ["write_polnear", "--data", str(tmp_path), "--to", str(folder), "--split", "dev"])

    main()

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == dict.fromkeys(("once.txt", "twice.txt"), TEXT.encode())
