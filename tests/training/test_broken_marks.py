"""Quotation marks broken on purpose: every word stays, and what was marked in it moves along."""

from random import Random

from benchmarks.contents import Attribution
from hypothesis import given
from hypothesis import strategies as st
from training.broken_marks import broken, with_broken_marks
from training.corpus import Annotated

from onrecord.core.spans import Span
from onrecord.reading.layout import layout

STORY = """“We will rebuild the bridge,” Mayor Anna Reyes said Monday. “It will take a year.”

Lind called the plan “a folly” and said he would “never” vote for it. “I am not,” he said, “and I never was.”
"""

STRIPPED = str.maketrans("", "", "“”\"'")


def printed(seed: int) -> str:
    return broken(layout(STORY), Random(seed)).text


def test_marks_are_dropped_and_exchanged_and_nothing_else_changes() -> None:
    texts = [printed(seed) for seed in range(40)]

    assert {text.translate(STRIPPED) for text in texts} == {STORY.translate(STRIPPED)}
    assert any("We will rebuild the bridge,” Mayor" in text and "“We" not in text for text in texts)
    assert any("“We will rebuild the bridge, Mayor" in text for text in texts)
    assert any('"We will rebuild the bridge," Mayor' in text for text in texts)
    assert any("called the plan a folly and" in text for text in texts)


def test_a_whole_sentence_that_nothing_is_attached_to_keeps_a_mark() -> None:
    assert not any("Monday. It will take a year.\n" in printed(seed) for seed in range(200))


def test_a_quotation_in_single_marks_stays_as_it_is() -> None:
    story = "‘We will rebuild the bridge,’ Mayor Anna Reyes said on Monday. ‘It will take a year.’\n"

    assert {broken(layout(story), Random(seed)).text for seed in range(40)} == {story}


@given(st.integers(0, 10_000))
def test_every_word_is_found_again_in_the_whole_text(seed: int) -> None:
    changed = broken(layout(STORY), Random(seed))

    for word in layout(changed.text).words:
        if word.text.isalnum():
            start = changed.whole(word.start)
            assert STORY[start : start + len(word.text)] == word.text
            assert changed.span(Span(start, start + len(word.text))) == (word.start, word.end)


def test_what_people_marked_moves_along() -> None:
    start = STORY.index("“a folly”")
    marked = Attribution(
        source=(Span(STORY.index("Lind"), STORY.index("Lind") + 4),),
        cue=(Span(STORY.index("called"), STORY.index("called") + 6),),
        content=(Span(start, start + len("“a folly”")),),
    )

    stories = [with_broken_marks(Annotated(str(number), "", STORY, ((marked,),))) for number in range(40)]

    for story in stories:
        ((moved,),) = story.by_annotator
        assert [story.text[slice(*span)] for span in (*moved.source, *moved.cue)] == ["Lind", "called"]
        assert story.text[slice(*moved.content[0])].translate(STRIPPED) == "a folly"
    assert len({story.text for story in stories}) > 5
