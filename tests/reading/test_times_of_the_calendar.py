"""Expressions of time that the calendar gives their days: printed in full, holidays, quarters, stretches, hours."""

import pytest

from onrecord.core.dates import anchor_all
from reading.told_on_friday import FRIDAY, read, times_in


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # parts of a day beside its date, hours beside them
        ("on the morning of Oct. 7, 2030", "the morning of Oct. 7, 2030 | TIME 2030-10-07TMO | 2030-10-07 2030-10-07"),
        ("It rained on the night of Tuesday.", "the night of Tuesday | TIME 2031-03-11TNI | 2031-03-11 2031-03-11"),
        ("They left at 6:15 Monday evening.", "6:15 Monday evening | TIME 2031-03-10T18:15 | 2031-03-10 2031-03-10"),
        ("They left at 7 yesterday morning.", "7 yesterday morning | TIME 2031-03-13T07:00 | 2031-03-13 2031-03-13"),
        ("They meet at 7 tonight.", "7 tonight | TIME 2031-03-14T19:00 | 2031-03-14 2031-03-14"),
        ("They meet at 8 o’clock this evening.", "8 o’clock this evening | TIME 2031-03-14T20:00 | 2031-03-14 2031-03-14"),
        # printed in full
        ("Posted Oct. 19, 2022 by hand", "Oct. 19, 2022 | DATE 2022-10-19 | 2022-10-19 2022-10-19"),
        ("It opened on 19 October 2022.", "19 October 2022 | DATE 2022-10-19 | 2022-10-19 2022-10-19"),
        ("It opened on Friday, October 19th, 2029.", "Friday, October 19th, 2029 | DATE 2029-10-19 | 2029-10-19 2029-10-19"),
        ("updated 2018-03-05 by hand", "2018-03-05 | DATE 2018-03-05 | 2018-03-05 2018-03-05"),
        ("updated 3/15/2018 by hand", "3/15/2018 | DATE 2018-03-15 | 2018-03-15 2018-03-15"),
        ("updated 3-15-2018 by hand", "3-15-2018 | DATE 2018-03-15 | 2018-03-15 2018-03-15"),
        ("updated 15/3/2018 by hand", "15/3/2018 | DATE 2018-03-15 | 2018-03-15 2018-03-15"),
        ("updated 3/5/2018 by hand", "3/5/2018 | DATE 2018-03-05/2018-05-03 | 2018-03-05 2018-05-03"),
        ("updated 5/5/2018 by hand", "5/5/2018 | DATE 2018-05-05 | 2018-05-05 2018-05-05"),
        ("in an October 2021 conversation", "October 2021 | DATE 2021-10 | 2021-10-01 2021-10-31"),
        ("The bridge opened in 2018.", "2018 | DATE 2018 | 2018-01-01 2018-12-31"),
        ("She will run for sheriff in 2036.", "2036 | DATE 2036 | 2036-01-01 2036-12-31"),
        ("after the 2018 primary", "2018 | DATE 2018 | 2018-01-01 2018-12-31"),
        ("vote him out come March 5, 2032", "March 5, 2032 | DATE 2032-03-05 | 2032-03-05 2032-03-05"),
        ("the fall of 2019", "the fall of 2019 | DATE 2019-FA | 2019-09-01 2019-12-21"),
        ("in the third quarter of 2019", "the third quarter of 2019 | DATE 2019-Q3 | 2019-07-01 2019-09-30"),
        ("in the late 1990s", "the late 1990s | DATE 199 END | 1995-01-01 1999-12-31"),
        ("in the late 1700s", "the late 1700s | DATE 17 END | 1750-01-01 1799-12-31"),
        ("in the 20th century", "the 20th century | DATE 19 | 1900-01-01 1999-12-31"),
        ("in mid-2018", "mid-2018 | DATE 2018 MID | 2018-04-02 2018-10-01"),
        # years of two digits
        ("She ran back in ’92.", "’92 | DATE 1992 | 1992-01-01 1992-12-31"),
        ("after the '16 race", "'16 | DATE 2016 | 2016-01-01 2016-12-31"),
        # as broadcasters read them aloud
        ("She left on March third, two thousand nine.", "March third, two thousand nine | DATE 2009-03-03 | 2009-03-03 2009-03-03"),
        ("She left on March twenty second.", "March twenty second | DATE 2030-03-22 | 2030-03-22 2030-03-22"),
        ("in the nineteen nineties", "the nineteen nineties | DATE 199 | 1990-01-01 1999-12-31"),
        # holidays, halves and other parts of years
        ("They met on Thanksgiving 2029.", "Thanksgiving 2029 | DATE 2029-11-22 | 2029-11-22 2029-11-22"),
        ("They will meet on Thanksgiving.", "Thanksgiving | DATE 2031-11-27 | 2031-11-27 2031-11-27"),
        ("They met last Christmas.", "last Christmas | DATE 2030-12-25 | 2030-12-25 2030-12-25"),
        ("They met on Good Friday 2030.", "Good Friday 2030 | DATE 2030-04-19 | 2030-04-19 2030-04-19"),
        ("They will vote on Election Day.", "Election Day | DATE 2031-11-04 | 2031-11-04 2031-11-04"),
        ("The second half of 2029 was dry.", "The second half of 2029 | DATE 2029-H2 | 2029-07-01 2029-12-31"),
        ("The budget passed in the third quarter.", "the third quarter | DATE 2030-Q3 | 2030-07-01 2030-09-30"),
        ("It will report its first-quarter gain.", "first-quarter | DATE 2031-Q1 | 2031-01-01 2031-03-31"),
        ("in fiscal year 2029", "fiscal year 2029 | DATE 2029 APPROX | 2028-01-01 2030-12-31"),
        ("Its third-quarter 2029 gain was small.", "third-quarter 2029 | DATE 2029-Q3 | 2029-07-01 2029-09-30"),
        ("It told of its second-half profit.", "second-half | DATE 2030-H2 | 2030-07-01 2030-12-31"),
        ("in the latest fiscal year", "the latest fiscal year | DATE 2030 APPROX | 2029-01-01 2031-12-31"),
        ("It listed its boats as of year-end 2029.", "year-end 2029 | DATE 2029 END | 2029-07-02 2029-12-31"),
        ("It opened in late fall.", "late fall | DATE 2030-FA END | 2030-10-27 2030-12-21"),
        ("It closed by year’s end.", "year’s end | DATE 2031 END | 2031-07-02 2031-12-31"),
        ("The pier dates from post-2016 plans.", "post-2016 | DATE 2016 AFTER | 2016-01-01 None"),
        ("in nineteen ninety-six", "nineteen ninety-six | DATE 1996 | 1996-01-01 1996-12-31"),
        (
            "They met on the second Tuesday of March 2030.",
            "the second Tuesday of March 2030 | DATE 2030-03-12 | 2030-03-12 2030-03-12",
        ),
        ("They will meet on the first Monday in May.", "the first Monday in May | DATE 2031-05-05 | 2031-05-05 2031-05-05"),
        ("She came a week ago Monday.", "a week ago Monday | DATE 2031-W10-1 | 2031-03-03 2031-03-03"),
        ("She came the day before yesterday.", "the day before yesterday | DATE 2031-03-12 | 2031-03-12 2031-03-12"),
        ("She came two or three years ago.", "two or three years ago | DATE 2029 APPROX | 2028-01-01 2030-12-31"),
        ("She came on a Monday.", "Monday | DATE XXXX-WXX-1 | None None"),
        # from one to the other
        ("It rained Oct. 3–5.", "Oct. 3–5 | DATE 2030-10-03/2030-10-05 | 2030-10-03 2030-10-05"),
        ("It rained Oct. 30–Nov. 2, 2029.", "Oct. 30–Nov. 2, 2029 | DATE 2029-10-30/2029-11-02 | 2029-10-30 2029-11-02"),
        ("in the 2018-19 school year", "2018-19 school year | DATE 2018/2019 | 2018-01-01 2019-12-31"),
        ("She served 2016–2020 in all.", "2016–2020 | DATE 2016/2020 | 2016-01-01 2020-12-31"),
        # by the clock
        ("They met at 10 a.m. Tuesday.", "10 a.m. Tuesday | TIME 2031-03-11T10:00 | 2031-03-11 2031-03-11"),
        ("They will meet Tuesday at 7:30 p.m.", "Tuesday at 7:30 p.m. | TIME 2031-03-18T19:30 | 2031-03-18 2031-03-18"),
        ("at noon on March 5, 2030", "noon on March 5, 2030 | TIME 2030-03-05T12:00 | 2030-03-05 2030-03-05"),
        ("They met at 10 p.m.", "10 p.m. | TIME XXXX-XX-XXT22:00 | None None"),
        ("They met at 1830 GMT Tuesday.", "1830 GMT Tuesday | TIME 2031-03-11T18:30 | 2031-03-11 2031-03-11"),
    ],
)
def test_an_expression_of_the_calendar_comes_to_its_days(text: str, line: str) -> None:
    assert read(text) == [line]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Posted March 9, 2018, changed 3/5/2018.", ["2018-03-09", "2018-03-05"]),
        ("Posted 9 March 2018, changed 3/5/2018.", ["2018-03-09", "2018-05-03"]),
        ("Changed 3/5/2018 and 3/15/2018.", ["2018-03-05", "2018-03-15"]),
        ("Changed 3/5/2018 and 15/3/2018.", ["2018-05-03", "2018-03-15"]),
        ("Changed 3/5/2018, 15/3/2018 and 3/15/2018.", ["2018-03-05/2018-05-03", "2018-03-15", "2018-03-15"]),
        ("Changed 13/13/2018 and 2/30/2018.", []),
    ],
)
def test_days_with_slashes_are_in_the_order_of_the_other_days(text: str, values: list[str]) -> None:
    assert [found.value for found in times_in(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was built from July to December 2006.", ["2006-07", "2006-12"]),
        ("It was shut from November to February 2007.", ["2006-11", "2007-02"]),
        ("It was shut in March, July and October 2016.", ["2016-03", "2016-07", "2016-10"]),
        ("They met on Oct. 3, Nov. 4 and Dec. 5, 2017.", ["2017-10-03", "2017-11-04", "2017-12-05"]),
        ("It was shut from November 2017 through March.", ["2017-11", "2018-03"]),
        ("It was shut from Nov. 6, 2022 to Jan. 8.", ["2022-11-06", "2023-01-08"]),
        # a year that stands with another kind of time is none of its own
        ("It was shut in June and on Dec. 5, 2017.", ["2030-06", "2017-12-05"]),
    ],
)
def test_a_month_or_day_takes_the_year_of_those_it_is_joined_to(text: str, values: list[str]) -> None:
    assert [one.value for one in anchor_all(times_in(text), FRIDAY)] == values


def test_the_month_before_another_of_the_story() -> None:
    assert read("Orders fell in August 2029 after they rose in the prior month.") == [
        "August 2029 | DATE 2029-08 | 2029-08-01 2029-08-31",
        "the prior month | DATE 2029-07 | 2029-07-01 2029-07-31",
    ]


def test_nothing_is_counted_from_what_something_is_compared_with() -> None:
    assert read("Pay rose by the most since May 2029, and 2 percent from a year earlier.") == [
        "May 2029 | DATE 2029-05 | 2029-05-01 2029-05-31",
        "a year earlier | DATE 2030 | 2030-01-01 2030-12-31",
    ]
