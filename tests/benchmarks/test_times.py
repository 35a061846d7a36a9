"""The measures of times on stories small enough to count by hand; the figures below were counted by hand."""

import importlib.util
import io
import json
import os
import tarfile
from pathlib import Path

import pytest
from benchmarks.scoring import Count
from benchmarks.times import Marked, Phrase, fills, found_in, phrases, save, score, stories, table, trimmed, value_of

from onrecord.core.evidence import Date
from onrecord.core.spans import Span

FERRY = "The ferry sank on Friday night. It had run for two weeks, every day since May 5, and now lies there."


def at(words: str, kind: str, value: str) -> Marked:
    return Marked(Span(FERRY.index(words), FERRY.index(words) + len(words)), kind, value)


GOLD = (
    at("Friday night", "TIME", "2031-03-14TNI"),
    at("two weeks", "DURATION", "P2W"),
    at("every day", "SET", "P1D"),
    at("May 5", "DATE", "2030-05-05"),
)
FOUND = (
    at("Friday", "DATE", "2031-03-14"),
    at("two weeks,", "DURATION", "P2W"),
    at("every day", "SET", "P1D"),
    at("5", "DATE", "2030-05-05"),
    at("now", "DATE", "PRESENT_REF"),
)


def count(right: int) -> Count:
    return Count(right, 5, right, 4)


def test_every_measure_is_what_was_counted_by_hand() -> None:
    assert score(FERRY, GOLD, FOUND) == {
        "relaxed": count(4),
        "strict": count(1),
        "type": count(3),
        "value": count(3),
        "value strict": count(1),
    }


def test_one_found_over_two_marked_is_right_once() -> None:
    wide = (at("two weeks, every day", "SET", "P1D"),)
    assert score(FERRY, GOLD, wide)["relaxed"] == Count(1, 1, 1, 4)


@pytest.mark.parametrize(
    ("words", "kept"),
    [(" in May. ", "in May"), ("on Oct. ", "on Oct."), ("at 9 p.m.", "at 9 p.m."), ("last week.", "last week"), (" ", "")],
)
def test_edges_are_trimmed_of_space_and_of_a_full_stop_that_ends_a_sentence(words: str, kept: str) -> None:
    start, end = trimmed(words, Span(0, len(words)))
    assert words[start:end] == kept


PAGE = """<?xml version="1.0"?><TimeML><DOCID>{name}</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="{day}">then</TIMEX3></DCT>
<TEXT>She <EVENT eid="e1">resigned</EVENT> <TIMEX3 tid="t1" type="DATE" value="2031-03-12">on
<NUMEX>Wednesday</NUMEX></TIMEX3> &amp; left.</TEXT></TimeML>"""


def packed(folder: Path, count: int) -> Path:
    path = folder / "tbaq.tar.xz"
    with tarfile.open(path, "w:xz") as archive:
        for at in range(count):
            page = PAGE.format(name=at, day="2031-03-14" if at else "nobody knows").encode()
            member = tarfile.TarInfo(f"{'ab'[at % 2]}/{at}.tml")
            member.size = len(page)
            archive.addfile(member, io.BytesIO(page))
    return path


def test_stories_are_read_in_order_of_name_and_every_fifth_is_set_aside(tmp_path: Path) -> None:
    told = stories(packed(tmp_path, 6))
    assert [(story.name, story.aside) for story in told] == [(f"{at}.tml", at == 4) for at in range(6)]
    assert told[1].text == "She resigned on\nWednesday & left."
    assert told[1].gold == (Marked(Span(13, 25), "DATE", "2031-03-12"),)
    assert [story.published.earliest for story in told[:2]] == [None, "2031-03-14"]


def test_what_the_program_finds_is_anchored_to_the_day_of_the_story(tmp_path: Path) -> None:
    story = stories(packed(tmp_path, 2))[1]
    assert found_in(story.text, story.published) == (Marked(Span(16, 25), "DATE", "2031-03-12"),)


def test_phrases_have_the_day_of_their_document(tmp_path: Path) -> None:
    path = tmp_path / "train.tsv"
    path.write_text(
        "2031-03-14\tDATE\t2031-03-14\nyesterday\tDATE\t2031-03-13\ntwo weeks\tDURATION\tP2W\n\n"
        "now\tDATE\tPRESENT_REF\nlast year\tDATE\t2030\n",
        encoding="utf-8",
    )
    read = phrases(path)
    assert [(phrase.words, phrase.value) for phrase in read] == [("yesterday", "2031-03-13"), ("two weeks", "P2W")]
    assert [value_of(phrase) for phrase in read] == ["2031-03-13", "P2W"]


def test_what_a_value_leaves_open_may_be_anything() -> None:
    assert fills("1989-WXX", "1989-W42")
    assert fills("1989-QX", "1989-Q3")
    assert not fills("1989-WXX", "1989")
    assert not fills("1989-WXX", "1990-W42")
    assert not fills("PXM", "P3M")


def test_a_phrase_in_which_nothing_is_found_has_no_value() -> None:
    assert value_of(Phrase("a bridge", Date("2031-03-14", "2031-03-14", "given"), "P1D")) == ""


def test_the_table_has_a_line_a_measure() -> None:
    lines = list(table([score(FERRY, GOLD, FOUND)], samples=10))
    assert lines[2] == "| relaxed | 80.0 | 100.0 | 88.9 | 88.9–88.9 | 5 | 4 |"
    assert len(lines) == 7


SCORER = Path(os.environ.get("ONRECORD_SCORERS", "")) / "score_timex.py"
"""The reference scorer, where there is one."""


@pytest.mark.skipif(not SCORER.is_file(), reason="ONRECORD_SCORERS names no folder of reference scorers")
def test_the_reference_scorer_agrees(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("score_timex", SCORER)
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    told = stories(packed(tmp_path, 3))
    found = [found_in(story.text, story.published) for story in told]
    save(told, found, tmp_path)
    gold = {story["id"]: story for story in map(json.loads, (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines())}
    lines = (tmp_path / "predicted.jsonl").read_text(encoding="utf-8").splitlines()
    gold["ferry"] = {"id": "ferry", "text": FERRY, "timexes": as_rows(GOLD)}
    predicted = {row["id"]: row for row in map(json.loads, lines)} | {"ferry": {"id": "ferry", "timexes": as_rows(FOUND)}}
    figures = reference.evaluate(gold, predicted)
    ours = score(FERRY, GOLD, FOUND)
    for story, times in zip(told, found, strict=True):
        ours = {measure: ours[measure] + each for measure, each in score(story.text, story.gold, times).items()}
    names = {"relaxed": "relaxed", "strict": "strict", "type": "type", "value": "value", "value_strict": "value strict"}
    assert {name: figures[name]["F1"] for name in names} == pytest.approx({name: ours[mine].f1 for name, mine in names.items()})


def as_rows(times: tuple[Marked, ...]) -> list[dict[str, str | int]]:
    return [{"b": one.span.start, "e": one.span.end, "type": one.type, "value": one.value} for one in times]
