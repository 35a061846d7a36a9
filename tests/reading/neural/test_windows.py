"""Windows: every word is kept once, none holds more pieces than fit, and paragraphs stay whole where they can."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.neural.pieces import BORDERS
from onrecord.reading.neural.windows import Window, windows

INSIDE, SENTENCE, PARAGRAPH = range(len(BORDERS))
WORDS = st.lists(st.tuples(st.integers(1, 5), st.sampled_from([INSIDE, INSIDE, INSIDE, SENTENCE, PARAGRAPH])), max_size=80)


def test_a_window_ends_before_the_paragraph_that_does_not_fit() -> None:
    borders = [PARAGRAPH, INSIDE, INSIDE, PARAGRAPH, INSIDE, INSIDE]

    assert windows([1] * 6, borders, room=5) == [Window(0, 3, 3), Window(3, 6, 6)]


def test_a_paragraph_that_fits_in_no_window_is_cut_before_a_sentence_and_else_anywhere() -> None:
    borders = [PARAGRAPH, INSIDE, SENTENCE, INSIDE, INSIDE, INSIDE, INSIDE, INSIDE]

    assert windows([1] * 8, borders, room=4) == [Window(0, 2, 2), Window(2, 6, 6), Window(6, 8, 8)]


def test_context_goes_back_over_whole_sentences() -> None:
    borders = [PARAGRAPH, INSIDE, SENTENCE, INSIDE, PARAGRAPH, INSIDE, INSIDE]

    assert windows([1] * 7, borders, room=5, context=3) == [Window(0, 2, 4), Window(2, 7, 7)]


def test_a_smaller_first_window_shifts_the_others() -> None:
    borders = [PARAGRAPH] * 6

    assert windows([1] * 6, borders, room=4, first=1) == [Window(0, 1, 1), Window(1, 5, 5), Window(5, 6, 6)]


@given(WORDS, st.integers(8, 30), st.integers(0, 8), st.none() | st.integers(1, 30))
def test_every_word_is_kept_once_and_no_window_is_too_large(
    words: list[tuple[int, int]], room: int, context: int, first: int | None
) -> None:
    sizes, borders = [size for size, _ in words], [border for _, border in words]
    found = windows(sizes, borders, room=room + 5, context=context, first=first)

    assert [at for window in found for at in range(window.start, window.kept)] == list(range(len(words)))
    assert all(window.start < window.kept <= window.end for window in found)
    assert all(sum(sizes[window.start : window.end]) <= room + 5 for window in found[1:])
    assert all(sum(sizes[window.kept : window.end]) <= context for window in found)
