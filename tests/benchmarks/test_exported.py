"""What is scored is what onrecord exports, with offsets into the very text that was given."""

from benchmarks.contents import Attribution
from benchmarks.exported import statements_of
from benchmarks.polnear import Story
from benchmarks.scoring import score

from onrecord.core.spans import Span, words_at

PIER = "  Mayor Ada Mora spoke on Monday.\n\n“The pier is safe,” Mora said. “Walk on it.”\n"
SLIP = "The slip is old. Councilman Jules Hale said that it would close."


def story(name: str, text: str) -> Story:
    return Story(name, "gazette", "2016-09-12", "", text, ())


def test_the_statements_of_each_story_come_back_with_its_own_offsets() -> None:
    told = statements_of([story("pier", PIER), story("slip", SLIP), story("slip again", SLIP)], reader="rules", jobs=1)

    assert sorted(told) == ["pier", "slip", "slip again"]
    assert "“The pier is safe,”" in words_at(PIER, *told["pier"][0].content)
    assert words_at(PIER, *told["pier"][0].source) == "Mora"
    assert told["slip"] == told["slip again"]
    assert [words_at(SLIP, *each.cue) for each in told["slip"]] == ["said"]


def test_a_right_statement_scores_end_to_end() -> None:
    told = statements_of([story("slip", SLIP)], reader="rules", jobs=1)["slip"]
    start = SLIP.index("that it")
    marked = Attribution((Span(17, 38),), (Span(39, 43),), (Span(start, len(SLIP) - 1),))

    assert score(SLIP, [marked], told)["end to end"].f1 == 1
