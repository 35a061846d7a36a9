"""Dates as they are printed: a string is a date as a whole or not at all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.days import Days, parse_days


@pytest.mark.parametrize(
    "printed",
    [
        "2023-09-20",
        "2023-09-20T23:30:00Z",
        "2023-09-20T23:30:00.123-07:00",
        "2023-09-20 23:30:00+0000",
        "2023/9/20",
        "20230920",
        "Wed, 20 Sep 2023 23:30:00 -0700 (PDT)",
        "Wednesday, September 20, 2023",
        "Published: September 20th, 2023 at 5:30 p.m. EST",
        "Posted Sept. 20, 2023",
        "20 September 2023",
        "20-Sep-2023",
        "Sep 20, 2023, 10:15 AM ET",
        "10:15 AM EDT, Wed September 20, 2023",
        "9/20/2023",
        "20.9.2023",
        "D:20230920195924Z00'00'",
    ],
)
def test_a_day_is_read_as_printed_whatever_the_zone(printed: str) -> None:
    assert parse_days(printed) == Days("2023-09-20", "2023-09-20")


def test_a_month_and_a_year_are_all_their_days() -> None:
    assert parse_days("February 2024") == parse_days("2024-02") == Days("2024-02-01", "2024-02-29")
    assert parse_days("2024") == Days("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("03/04/2021", "day and month could be swapped"),
        ("04/04/2021", Days("2021-04-04", "2021-04-04")),
        ("2023-02-30", "no such day"),
        ("0001-01-01T00:00:00", "older than any paper"),
        ("Tuesday, September 20, 2023", "that day was no Tuesday"),
        ("1695168000", "not a date"),
        ("yesterday", "not a date"),
        ("September 20", "not a date"),
        ("Sept. 20, 2023 and later", "not a date"),
        ("Updated Sept. 20, 2023", "not a date"),
        ("", "not a date"),
    ],
)
def test_nothing_is_guessed(printed: str, why: Days | str) -> None:
    assert parse_days(printed) == why


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    iso = day.isoformat()
    month = _MONTHS[day.month - 1]
    for printed in (iso, f"{iso}T00:00:00Z", f"{month} {day.day}, {day.year}", f"{day.day} {month[:3]} {day.year}"):
        assert parse_days(printed) == Days(iso, iso)


@given(st.text(max_size=120) | st.from_regex(r"[0-9/. :TZ-]{1,30}"))
def test_any_string_is_days_in_order_or_a_reason(printed: str) -> None:
    match parse_days(printed):
        case Days(earliest, latest):
            assert date.fromisoformat(earliest) <= date.fromisoformat(latest) <= date.fromisoformat(earliest) + timedelta(days=365)
        case reason:
            assert reason
