"""Times in any text: no text makes the rules raise, leave their spans or take long, and no meaning is left out of its days."""

import time as clock
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.dates import anchor_all
from onrecord.core.evidence import Date, Evidence
from onrecord.core.readings import Time
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
    """A sentence about a day, the day, and the day it is published."""
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
            ]
        )
    )


@settings(deadline=None)
@given(meant())
def test_an_expression_of_known_meaning_never_leaves_out_the_day(story: tuple[str, date, date]) -> None:
    text, day, written = story
    published = Date(written.isoformat(), written.isoformat(), "given", (Evidence("", "d", (), "--published"),))
    found = anchor_all(times_in(text), published)[-1]
    assert (found.earliest or "0001-01-01") <= day.isoformat() <= (found.latest or "9999-12-31")


@pytest.mark.parametrize(
    "piece",
    [
        "early the end of the ",
        "at 10 p.m. ",
        "two days later ",
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
