"""Spans found among many by where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.spans import Span, joined, overlapping, overlapping_at
from onrecord.reading.enclosing import Enclosing

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20))


@given(st.lists(spans), spans)
def test_those_that_overlap_are_found_among_spans_in_order_and_apart(some: list[Span], wanted: Span) -> None:
    apart = joined(sorted(some))
    assert list(overlapping(apart, wanted)) == [span for span in apart if span.overlaps(wanted)]
    assert [apart[at] for at in overlapping_at(apart, wanted)] == [span for span in apart if span.overlaps(wanted)]


@given(st.lists(spans), spans)
def test_joined_spans_cover_what_the_spans_cover(some: list[Span], wanted: Span) -> None:
    assert bool(overlapping(joined(sorted(some)), wanted)) == any(span.overlaps(wanted) for span in some)


@given(st.lists(spans), spans)
def test_those_that_enclose_are_found_among_spans_in_any_order(some: list[Span], wanted: Span) -> None:
    assert Enclosing(some).of(wanted) == [at for at, span in enumerate(some) if wanted.within(span)]
