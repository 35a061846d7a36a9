"""Dates as people read and write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.evidence import Date
from onrecord.faces.dates import falls_within, first_day, in_order, last_day, shown
from onrecord.faces.refusals import RefusedError

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2022-10-19", "2022-10-19", "2022-10-19"),
        (None, "2022-10-19", "by 2022-10-19"),
        ("2022-10-19", None, "from 2022-10-19"),
        ("2022-10-16", "2022-10-23", "2022-10-16 to 2022-10-23"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2022-12-01", "2023-12-31", "2022-12-01 to 2023-12-31"),
        (None, None, "undated"),
    ],
)
def test_an_interval_is_shown_for_what_it_is(earliest: str | None, latest: str | None, words: str) -> None:
    assert shown(Date(earliest, latest, "stated")) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2022-10-19", "2024-03-05", "2022-10-19 … 2024-03-05"),
        ("2022-01-01", "2024-12-31", "2022 … 2024"),
        ("2022-01-01", None, "2022 …"),
        (None, "2024-12-31", "by 2024-12-31"),
    ],
)
def test_bounds_are_shown_as_what_lies_between_them(earliest: str | None, latest: str | None, words: str) -> None:
    assert shown(Date(earliest, latest, "inferred")) == words


def test_the_order_for_people_is_by_latest_then_earliest_day_and_the_undated_last() -> None:
    ordered = [
        Date("2022-01-03", "2022-01-03", "stated"),
        Date("2022-01-01", "2022-01-31", "stated"),
        Date("2022-01-31", "2022-01-31", "stated"),
        Date(None, "2022-01-31", "inferred"),
        Date("2021-01-01", None, "stated"),
        Date(None, None, "unknown"),
    ]
    assert sorted([*ordered[3:], *ordered[:3]], key=in_order) == ordered


@pytest.mark.parametrize(
    ("given_day", "first", "last"),
    [("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"), ("2024-2-3", "2024-02-03", "2024-02-03")],
)
def test_a_year_or_month_is_all_of_its_days(given_day: str, first: str, last: str) -> None:
    assert (first_day(given_day, "--since"), last_day(given_day, "--until")) == (first, last)


@pytest.mark.parametrize("given_day", ["2023-02-30", "yesterday", "2023-13", "19-10-2022", ""])
def test_what_is_no_date_is_refused_with_how_to_write_one(given_day: str) -> None:
    with pytest.raises(RefusedError, match=r"--since .*: not a date; write it as 2023-09-20, 2023-09 or 2023"):
        first_day(given_day, "--since")


@given(DAYS, st.integers(0, 500), DAYS, st.integers(0, 500))
def test_what_shares_a_day_with_the_days_asked_for_is_within_them(start: date, length: int, since: date, days: int) -> None:
    end, until = start + timedelta(length), since + timedelta(days)
    told = Date(start.isoformat(), end.isoformat(), "stated")
    assert falls_within(told, since.isoformat(), until.isoformat()) == (start <= until and end >= since)


def test_what_was_by_a_day_is_of_that_day() -> None:
    by = Date(None, "2031-04-02", "inferred")
    assert falls_within(by, "2031-01-01", None) and falls_within(by, None, "2031-04-02")
    assert not falls_within(by, None, "2031-04-01") and not falls_within(by, "2031-04-03", None)


def test_the_undated_are_within_no_days_that_are_asked_for() -> None:
    undated = Date(None, None, "unknown")
    assert [falls_within(undated, *days) for days in ((None, None), ("2031-01-01", None), (None, "2031-01-01"))] == [
        True,
        False,
        False,
    ]
