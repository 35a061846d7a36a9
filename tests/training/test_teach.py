"""Stories as networks read them, as lines that training reads."""

import gzip
import json
from pathlib import Path

import numpy as np
from training.examples import read_prepared, steps_of
from training.teach import Teachers

from onrecord.reading.layout import layout
from onrecord.reading.neural.reader import NETWORK, NeuralReader

STORY = "Mayor Ada Quill said the ferry would sail in May. “It will be on time,” she said.\n\nThe council disagreed."


def test_a_single_teacher_teaches_what_it_reads(tmp_path: Path) -> None:
    teachers = Teachers([NETWORK], breaking=0)
    row = teachers.row("ferry", STORY)
    path = tmp_path / "taught.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(each) + "\n" for each in ({"steps": teachers.steps._asdict()}, row))

    (story,) = read_prepared(path)

    assert story.scores is not None and story.scores.shape == (len(story.words), 7) and np.isfinite(story.scores).all()
    assert list(story.by_annotator[0]) == [each.words for each in NeuralReader().find(layout(STORY))]
    assert steps_of(path) == teachers.steps


def test_two_teachers_of_one_mind_agree_with_one_where_windows_do_not_matter() -> None:
    alone, together = (Teachers([NETWORK] * number, breaking=0).row("ferry", STORY) for number in (1, 2))

    assert alone["by_annotator"] == together["by_annotator"]


def test_a_story_with_broken_marks_is_taught_as_its_whole_one_was_read() -> None:
    whole, broken = (Teachers([NETWORK], breaking=share).row("ferry 4", STORY) for share in (0.0, 1.0))

    assert len(broken["words"]) < len(whole["words"])
    assert len(broken["pieces"]) == len(broken["words"])
    assert len(broken["by_annotator"][0]) == len(whole["by_annotator"][0])
