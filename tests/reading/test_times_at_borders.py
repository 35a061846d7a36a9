"""Midnight, zones of time and years that are not read: an interval that holds the day, or nothing, never a wrong day."""

import pytest

from onrecord.core.dates import anchor_all
from reading.told_on_friday import FRIDAY, read, times_in


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The polls closed at midnight Tuesday.", ("2031-03-11", "2031-03-12")),
        ("Just after midnight Wednesday, the dam broke.", ("2031-03-12", "2031-03-13")),
        ("The lease ended at midnight on Dec. 31, 2030.", ("2030-12-31", "2031-01-01")),
        ("They voted at 11:59 p.m. Monday.", ("2031-03-10", "2031-03-10")),
        ("The ferry sailed at 12:01 a.m. EST on Nov. 8, 2030.", ("2030-11-08", "2030-11-08")),
        ("She called at 2 a.m. Pacific time Monday.", ("2031-03-10", "2031-03-10")),
        ("updated 2031-03-13T23:30:00-08:00", ("2031-03-13", "2031-03-13")),
        ("The deal came at 1 a.m.", (None, None)),
    ],
)
def test_the_day_is_as_printed_whatever_the_zone_and_midnight_is_on_both_sides(
    text: str, days: tuple[str | None, str | None]
) -> None:
    (found,) = anchor_all(times_in(text), FRIDAY)
    assert (found.earliest, found.latest) == days


@pytest.mark.parametrize(
    "text",
    [
        "It burned in 1600 B.C. or before.",
        "He fell on March 15, 44 B.C., they say.",
        "It was signed on March 5, 1066.",
        "The lease runs to Dec. 31, 9999.",
        "The row began with Jan. 1, 0001.",
    ],
)
def test_a_year_that_is_not_read_is_not_made_this_one(text: str) -> None:
    assert read(text) == []
