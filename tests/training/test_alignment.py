"""Marked characters → words → characters."""

from benchmarks.contents import Attribution, trimmed_pieces
from hypothesis import given
from hypothesis import strategies as st
from training.alignment import in_words

from onrecord.core.spans import Span
from onrecord.reading.layout import layout
from onrecord.reading.neural.links import InWords

PIER = "Mora said: “The pier is safe,” and left."


def span_of(words: str) -> Span:
    start = PIER.index(words)
    return Span(start, start + len(words))


def test_marks_at_the_edges_of_a_span_are_left_out() -> None:
    marked = Attribution((span_of("Mora"),), (span_of("said:"),), (span_of("“The pier is safe,”"),))

    assert in_words(PIER, layout(PIER).words, marked) == InWords(((0, 1),), ((1, 2),), ((4, 8),))


def test_a_cue_that_is_a_colon_is_kept() -> None:
    marked = Attribution((), (span_of(":"),), (span_of("The pier is safe"),))

    assert in_words(PIER, layout(PIER).words, marked).cue == ((2, 3),)


def test_a_span_that_cuts_a_word_takes_the_whole_of_it() -> None:
    marked = Attribution((span_of("ora"),), (), (span_of("pier is sa"),))

    assert in_words(PIER, layout(PIER).words, marked) == InWords(((0, 1),), (), ((5, 8),))


@given(st.integers(0, 12), st.integers(1, 12))
def test_words_come_back_as_the_same_characters_but_for_the_edges(first: int, length: int) -> None:
    words = layout(PIER).words
    last = min(first + length, len(words)) - 1
    first = min(first, last)
    span = Span(words[first].start, words[last].end)
    ((start, end),) = in_words(PIER, words, Attribution((), (), (span,))).content

    assert trimmed_pieces(PIER, [Span(words[start].start, words[end - 1].end)]) == trimmed_pieces(PIER, [span])
