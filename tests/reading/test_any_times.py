"""Times in any text: no text makes the rules raise, leave their spans or take long, and no meaning is left out of its days."""

import time as clock
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.dates import anchor_all
from onrecord.core.evidence import Date, Evidence
from onrecord.core.readings import Time
from onrecord.core.spans import Span
from onrecord.reading.layout import layout
from onrecord.reading.times import find_times

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

FRIDAY = Date("2031-03-14", "2031-03-14", "given", (Evidence("2031-03-14", "d", (), "--published"),))


def times_in(text: str) -> tuple[Time, ...]:
    return find_times(layout(text), "d")


PIECES = (
    "March|May|5|2018|31|Oct.|Friday|last|next|the|end|of|week|years|ago|in|two|early|mid-|-|,|.|’s|'|“|\n|90s|every|said|will"
    "|1,000|/|$|tonight|9999|century|0|about|quarter|once|Sundays|H.R.|99999999|²|٣|İ|ß|10|a.m.|noon|EST|Easter|later|that|day"
    "|the previous|nineteen|ninety|thousand|fiscal|half|1990|–|to|year-end|now|recently|a|earlier|Election Day|every|each"
)
PRINTED = st.lists(st.sampled_from(PIECES.split("|")), max_size=40)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), PRINTED.map(" ".join), PRINTED.map("".join)))
def test_no_text_makes_it_raise_or_leave_its_spans(text: str) -> None:
    end = 0
    for found in anchor_all(times_in(text), FRIDAY):
        assert end <= found.time.span.start < found.time.span.end <= len(text)
        end = found.time.span.end


COUNTED = {"day": 1, "week": 7}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
YEARS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


@st.composite
def meant(draw: st.DrawFn) -> tuple[str, date, date]:
    """Words whose last time is of a day, or whose first, where that is a length that leads to it; the day; when it is published."""
    day, gap = draw(YEARS), draw(st.integers(0, 6))
    later = day + timedelta(days=gap)
    weekday, printed = WEEKDAYS[day.weekday()], f"{MONTHS[day.month - 1]} {day.day}"
    unit, count = draw(st.sampled_from(sorted(COUNTED))), draw(st.integers(1, 60))
    gone, hour = day + timedelta(days=count * COUNTED[unit]), draw(st.integers(1, 12))
    return draw(
        st.sampled_from(
            [
                (f"She resigned {weekday}.", day, later),
                (f"She resigned at {hour} p.m. {weekday}.", day, later),
                (f"She will resign {weekday}.", day, day - timedelta(days=gap)),
                (f"She resigned {printed}.", day, later),
                (f"She resigned on {printed}, {day.year}.", day, gone),
                (f"She resigned in {MONTHS[day.month - 1]} {day.year}.", day, gone),
                (f"She resigned {count} {unit}s ago.", day, gone),
                (f"The vote is {count} {unit}s from now.", gone, day),
                (f"She came on {printed}, {day.year}, and left {count} {unit}s later.", gone, gone),
                (f"She resigned in {day.year}.", day, gone),
                (f"She resigned {day.month}/{day.day}/{day.year}.", day, gone),
                (f"She resigned {day.day}/{day.month}/{day.year}.", day, gone),
                (f"She will resign the week of {printed}, {day.year}.", day, day - timedelta(days=gap)),
                (f"She resigned the week of {printed}.", day, later),
                (f"She came on {weekday}. The next day she left.", day + timedelta(days=1), later),
                (f"She came on {printed}. {count} {unit}s later she left.", gone, later),
                (f"She left {count} {unit}s after {printed}, {day.year}.", gone, gone),
                (f"She will leave {count} {unit}s before {gone:%B} {gone.day}, {gone.year}.", day, later),
                ("She resigned last week.", day, day + timedelta(days=7)),
                ("She resigned this week.", day, later if later.isoweekday() >= day.isoweekday() else day),
            ]
        )
    )


@settings(deadline=None)
@given(meant(), st.integers(0, 400), st.integers(0, 400))
def test_an_expression_of_known_meaning_never_leaves_out_the_day(story: tuple[str, date, date], back: int, ahead: int) -> None:
    """Whether its document is dated to the day it was written, or to some days around that."""
    text, day, written = story
    low, high = written - timedelta(days=back), written + timedelta(days=ahead)
    for published in (Date(written.isoformat(), written.isoformat(), "given"), Date(low.isoformat(), high.isoformat(), "inferred")):
        times = anchor_all(times_in(text), published)
        found = times[0] if times[0].time.type == "DURATION" else times[-1]
        assert (found.earliest or "0001-01-01") <= day.isoformat() <= (found.latest or "9999-12-31")


TIMES = st.tuples(*(st.sampled_from(["", "a", "b", "c", "gone"]) for _ in range(3)))


@given(TIMES, st.sampled_from(["day", "week", "year"]), st.integers(-10_000, 10_000))
def test_references_that_lead_nowhere_or_in_a_circle_leave_times_open(references: tuple[str, ...], unit: str, offset: int) -> None:
    times = [
        Time(name, Span(at, at + 1), "DATE", "", unit, offset, "none", "", "", "", "a rule", reference)  # type: ignore[arg-type]
        for at, (name, reference) in enumerate(zip("abc", references, strict=True))
    ]
    found = anchor_all(times, FRIDAY)
    assert [one.time for one in found] == times
    for one in found:
        if one.time.reference in ("gone", one.time.id):
            assert (one.earliest, one.latest) == (None, None)


@pytest.mark.parametrize(
    "piece",
    [
        "early the end of the ",
        "at 10 p.m. ",
        "two days later ",
        "two days after the day ",
        "3/5/2018 ",
        "that day ",
        "a year ago ",
        "10 ",
        "March 5, ",
        "a few ",
        "2018-",
        "twenty-",
        "in 2018 ",
        " ",
    ],
)
def test_time_is_linear_in_the_length_of_the_text(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    laid_out = layout(text)
    start = clock.perf_counter()
    find_times(laid_out, "d")
    assert clock.perf_counter() - start < 5
