"""The measures of attribution on stories small enough to count by hand; the figures below were counted by hand."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest
from benchmarks.contents import Attribution, Kind, Words, kind_of, opens, trimmed_pieces
from benchmarks.scoring import KINDS, Count, intervals, score, total

from onrecord.core.spans import Span

PIER = "Mora said the pier is safe. “Walk on it,” Hale replied, “and see.” Officials hope to reopen."


def at(words: str) -> tuple[Span, ...]:
    """Where these words stand in the story; several pieces are set apart by `|`."""
    return tuple(Span(PIER.index(piece), PIER.index(piece) + len(piece)) for piece in words.split("|") if piece)


def told(source: str, cue: str, content: str) -> Attribution:
    return Attribution(at(source), at(cue), at(content))


GOLD = (
    told("Mora", "said", "the pier is safe"),
    told("Hale", "replied", "“Walk on it,”|“and see.”"),
    told("Officials", "hope", "to reopen"),
)
PREDICTED = (
    told("Mora", "said", "the pier is safe."),
    told("Mora", "replied", "“Walk on it,”"),
    told("", "", "Officials hope"),
)
BY_HAND = {
    "source": Count(1, 1, 1, 3),
    "cue": Count(2, 2, 2, 3),
    "content": Count(2, 3, 2, 4),
    "linked": Count(1, 3, 1, 3),
    "exact": Count(0, 3, 0, 3),
    "exact stripped": Count(1, 3, 1, 3),
    "overlap": Count(2, 3, 2, 3),
    "end to end": Count(1, 3, 1, 3),
    "words": Count(7, 9, 7, 11),
    "direct words": Count(3, 3, 3, 5),
    "direct overlap": Count(1, 1, 1, 1),
    "indirect overlap": Count(1, 2, 1, 2),
    "direct end to end": Count(0, 1, 0, 1),
    "indirect end to end": Count(1, 2, 1, 2),
    "direct exact": Count(0, 1, 0, 1),
    "indirect exact": Count(0, 2, 0, 2),
    "direct exact stripped": Count(0, 1, 0, 1),
    "indirect exact stripped": Count(1, 2, 1, 2),
    "kind direct": Count(1, 1, 1, 1),
    "kind mixed": Count(0, 0, 0, 0),
    "kind indirect": Count(1, 2, 1, 2),
    "source of found": Count(1, 2, 1, 2),
    "cue of found": Count(2, 2, 2, 2),
    "quoted exactly": Count(1, 1, 1, 2),
    "quoted at all": Count(1, 1, 1, 2),
    "opened exactly": Count(1, 1, 1, 2),
    "part quoted exactly": Count(0, 0, 0, 0),
}


def test_every_measure_is_what_was_counted_by_hand() -> None:
    assert score(PIER, GOLD, PREDICTED) == BY_HAND


def test_what_people_marked_scores_full_against_itself() -> None:
    counts = score(PIER, GOLD, GOLD)

    assert {measure: count.f1 for measure, count in counts.items() if count.gold} == dict.fromkeys(
        set(counts) - {"kind mixed", "part quoted exactly"}, 1.0
    )


def test_nothing_predicted_finds_nothing() -> None:
    assert score(PIER, GOLD, ())["overlap"] == Count(0, 0, 0, 3)


def test_two_predictions_of_one_content_are_right_once() -> None:
    assert score(PIER, GOLD[:1], PREDICTED[:1] * 2)["overlap"] == Count(1, 2, 1, 1)


def test_a_source_absent_from_both_is_right_end_to_end() -> None:
    expected = told("", "said", "the pier is safe")

    assert score(PIER, [expected], [expected])["end to end"] == Count(1, 1, 1, 1)


def test_a_piece_in_marks_is_found_exactly_whatever_stands_at_its_edges_or_at_all() -> None:
    text = "“The pier is safe,” Mora said. Hale said it “holds well.” Experts hope to reopen."

    def content(words: str) -> Attribution:
        return Attribution((), (), (Span(text.index(words), text.index(words) + len(words)),))

    gold = [content("“The pier is safe,”"), content("it “holds well.”"), content("to reopen")]
    counts = score(text, gold, [content("The pier is safe"), content("“holds")])

    assert (counts["quoted exactly"].found, counts["quoted at all"].found, counts["quoted exactly"].gold) == (1, 2, 2)
    assert (counts["opened exactly"].recall, counts["part quoted exactly"].recall) == (1.0, 0.0)
    assert score(text, gold, ())["quoted at all"] == Count(0, 0, 0, 2)


def test_precision_recall_and_f1_of_a_count() -> None:
    count = Count(right=3, predicted=4, found=3, gold=6)

    assert (count.precision, count.recall, count.f1) == (0.75, 0.5, 0.6)
    assert Count().f1 == 0


def test_stories_add_up_and_the_interval_holds_the_figure() -> None:
    stories = [score(PIER, GOLD, PREDICTED), score(PIER, GOLD, GOLD)]
    low, high = intervals(stories, samples=50)["overlap"]

    assert total(stories)["overlap"] == Count(5, 6, 5, 6)
    assert low <= total(stories)["overlap"].f1 <= high


@pytest.mark.parametrize(
    ("content", "pieces", "kind"),
    [
        ("“Walkonit,”", 1, "direct"),
        ("''Walkonit,''", 1, "direct"),
        ("“Walkonit,”“andsee.”", 2, "direct"),
        ("thepierwas“safeenough”", 1, "mixed"),
        ("“safe”and“sound”", 1, "mixed"),
        ("“Walkonit", 1, "direct"),
    ],
)
def test_the_kind_of_a_content_with_an_opening_mark(content: str, pieces: int, kind: Kind) -> None:
    assert kind_of(content, opened=True, pieces=pieces) == kind


@pytest.mark.parametrize(
    ("text", "mark"),
    [("Hale: “Go", "“"), ('Hale: "Go', '"'), ("Hale: ''Go", "''"), ("Hale: ``Go", "``"), ('She said ("Go', '"')],
)
def test_marks_that_open(text: str, mark: str) -> None:
    assert opens(text, text.index(mark))


@pytest.mark.parametrize(("text", "mark"), [('Go," Hale', '"'), ("the ‘90s", "‘"), ("Hale's", "'"), ("Go'' he", "''"), ("Go", "G")])
def test_marks_that_do_not_open(text: str, mark: str) -> None:
    assert not opens(text, text.index(mark))


def test_pieces_are_joined_over_white_space_and_trimmed() -> None:
    assert trimmed_pieces("“Walk  on it,” Hale", [Span(0, 5), Span(7, 14)]) == {Span(1, 12)}
    assert trimmed_pieces("Walk … on", [Span(5, 6)]) == frozenset()


def test_spans_that_reach_past_the_text_are_cut() -> None:
    assert Words("Walk on").characters([Span(-3, 99)]) == {0, 1, 2, 3, 5, 6}


SCORERS = Path(os.environ.get("ONRECORD_SCORERS", ""))
"""The folder of the reference scorers (`score_roles.py`, `score_attributions.py`), where there is one."""


def reference(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SCORERS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_rows(attributions: tuple[Attribution, ...]) -> list[dict[str, list[list[int]]]]:
    return [
        {"source": [[*s] for s in each.source], "cue": [[*s] for s in each.cue], "content": [[*s] for s in each.content]}
        for each in attributions
    ]


@pytest.mark.skipif(not (SCORERS / "score_roles.py").is_file(), reason="ONRECORD_SCORERS names no folder of reference scorers")
def test_the_reference_scorers_agree() -> None:
    gold = {"id": "pier", "text": PIER, "attributions": as_rows(GOLD)}
    predicted = as_rows(PREDICTED)
    roles = reference("score_roles").score([gold], {"pier": predicted})
    whole = reference("score_attributions")
    contents = whole.metrics(whole.evaluate({"pier": gold}, {"pier": {"attributions": predicted}})[0])
    names = {"exact": "exact", "exact_norm": "exact stripped", "overlap": "overlap", "e2e": "end to end", "token": "words"}
    ours = score(PIER, GOLD, PREDICTED)

    assert {role: figures[2] for role, figures in roles.items()} == pytest.approx({role: 100 * ours[role].f1 for role in roles})
    assert {name: contents[name]["F1"] for name in names} == pytest.approx({name: ours[mine].f1 for name, mine in names.items()})
    assert {f"kind {kind}": found["R"] for kind, found in contents["recall_by_kind"].items() if kind in KINDS} == pytest.approx(
        {f"kind {kind}": ours[f"kind {kind}"].recall for kind in KINDS if ours[f"kind {kind}"].gold}
    )
