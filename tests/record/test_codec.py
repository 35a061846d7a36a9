"""What is packed comes back the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.evidence import Date, Evidence
from onrecord.core.readings import Chain, Mention, Reading, Statement, Time, Title
from onrecord.core.spans import Span
from onrecord.record.codec import date_columns, date_of, dates_of, pack_reading, spans_of, to_json, unpack_reading

spans = st.tuples(st.integers(0, 10**7), st.integers(1, 500)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
words = st.text(st.characters(codec="utf-8"), max_size=8)
some = st.lists(spans, max_size=2).map(tuple)
statements = st.builds(Statement, source=some, cue=some, content=some, confidence=st.floats(0, 1))
readings = st.builds(
    Reading,
    sentences=some,
    mentions=st.lists(st.builds(Mention, span=spans), max_size=2).map(tuple),
    chains=st.lists(st.builds(Chain, first=spans), max_size=2).map(tuple),
    titles=st.lists(st.builds(Title, span=spans), max_size=1).map(tuple),
    times=st.lists(st.builds(Time, span=spans, offset=st.integers(-99, 99)), max_size=1).map(tuple),
    statements=st.lists(statements, max_size=2).map(tuple),
)
evidence = st.builds(Evidence, words=words, document=words, spans=st.lists(spans, max_size=2).map(tuple), field=words)
days = st.none() | st.dates().map(str)
dates = st.builds(Date, days, days, st.sampled_from(["given", "stated", "inferred"]), st.lists(evidence, max_size=2).map(tuple))


@given(readings)
@settings(max_examples=40)
def test_readings(reading: Reading) -> None:
    assert unpack_reading(pack_reading(reading)) == reading


@given(st.lists(dates, max_size=3).map(tuple))
def test_dates(found: tuple[Date, ...]) -> None:
    assert dates_of(to_json(found)) == found
    assert all(date_of(*date_columns(date)) == date for date in found)


@given(some)
def test_spans(found: tuple[Span, ...]) -> None:
    assert spans_of(to_json(found)) == found
    assert all(isinstance(span, Span) for span in spans_of(to_json(found)))
