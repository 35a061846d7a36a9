"""How long something took, how often it comes, and the times that a story counts from others."""

import pytest

from onrecord.core.dates import anchor_all
from reading.told_on_friday import FRIDAY, read, times_in


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # lengths and sets
        ("after serving three years", "three years | DURATION P3Y | None None"),
        ("He fell for the third time in two weeks.", "two weeks | DURATION P2W | None None"),
        ("over the past year", "the past year | DATE 2030 | 2030-01-01 2031-03-14"),
        ("in the coming decade", "the coming decade | DATE 204 | 2031-03-14 2049-12-31"),
        ("in the past week", "the past week | DURATION P1W | 2031-03-02 2031-03-14"),
        ("in the past three months", "the past three months | DURATION P3M | 2030-12-01 2031-03-14"),
        ("in the coming weeks", "the coming weeks | DURATION PXW | None None"),
        ("a six-month delay", "six-month | DURATION P6M | None None"),
        ("about two hours long", "about two hours | DURATION PT2H APPROX | None None"),
        ("It lasted a year and a half.", "a year and a half | DURATION P1Y6M | None None"),
        ("It lasted 2 1/2 years.", "2 1/2 years | DURATION P2Y6M | None None"),
        ("It lasted two decades.", "two decades | DURATION P20Y | None None"),
        ("It lasted two to three weeks.", "two to three weeks | DURATION P2W | None None"),
        ("the first nine months", "the first nine months | DURATION P9M | None None"),
        ("a day-long hearing", "day-long | DURATION P1D | None None"),
        ("It costs $50,000 a year.", "a year | SET P1Y | None None"),
        ("They meet every other Tuesday.", "every other Tuesday | SET XXXX-WXX-2 | None None"),
        ("They meet each July.", "each July | SET XXXX-07 | None None"),
        ("They meet every week.", "every week | SET P1W | None None"),
        ("They meet every other month.", "every other month | SET P2M | None None"),
        ("They sail on weekends.", "weekends | SET XXXX-WXX-WE | None None"),
        ("It lasted three-and-a-half years.", "three-and-a-half years | DURATION P3Y6M | None None"),
        ("They meet Mondays.", "Mondays | SET XXXX-WXX-1 | None None"),
        ("The list is updated daily.", "daily | SET P1D | None None"),
    ],
)
def test_a_length_or_a_set_keeps_its_value(text: str, line: str) -> None:
    assert read(text) == [line]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("She came two days after Christmas.", ("2030-12-25", "2030-12-27")),
        ("She resigned a week before the Nov. 8, 2029, vote.", ("2029-10-28", "2029-11-08")),
        ("The vote on Nov. 8, 2029, was close. A year before the vote, nobody knew her.", ("2028-01-01", "2029-11-08")),
        ("Nobody knew her a year before the vote. She won Tuesday’s vote.", ("2030-01-01", "2031-03-11")),
        ("Nobody knew her a year before the vote.", (None, None)),
        ("She came three days before October 2029.", (None, None)),
    ],
)
def test_a_length_leads_to_the_time_that_the_story_tells(text: str, days: tuple[str | None, str | None]) -> None:
    found = next(one for one in anchor_all(times_in(text), FRIDAY) if one.time.type == "DURATION")
    assert (found.earliest, found.latest) == days


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("She came on Oct. 5, 2029. He came two days later.", ["2029-10-05", "2029-10-07"]),
        ("She came on Oct. 5, 2029. Three weeks later he left.", ["2029-10-05", "2029-W43"]),
        ("She came on Oct. 5, 2029. He left the following Friday.", ["2029-10-05", "2029-10-12"]),
        ("She came on Oct. 5, 2029. That night he left.", ["2029-10-05", "2029-10-05TNI"]),
        ("She came on Oct. 5, 2029. The next morning he left.", ["2029-10-05", "2029-10-06TMO"]),
        ("She came on Oct. 5, 2029. That same day, at 10 p.m., he left.", ["2029-10-05", "2029-10-05", "2029-10-05T22:00"]),
        ("She came on Oct. 5, 2029. Later that year he left.", ["2029-10-05", "2029"]),
        ("She won in 2022. The following year she lost.", ["2022", "2023"]),
        ("She won in 2022. A year earlier she had lost.", ["2022", "2021"]),
        ("She won last year. The previous year she lost.", ["2030", "2029"]),
        ("She won in 2022, up from the year before.", ["2022", "2021"]),
        ("She came Monday. Two days later he left.", ["2031-03-10", "2031-03-12"]),
        ("She came Monday. That day he left.", ["2031-03-10", "2031-03-10"]),
        ("She ran from June to August.", ["2030-06", "2030-08"]),
        ("She will run from June to August.", ["2031-06", "2031-08"]),
        ("She served between 2016 and 2018.", ["2016", "2018"]),
        ("She came March 3. The previous day he had left.", ["2031-03-03", "2031-03-02"]),
        ("She held 12 boats, bought from March 1 to Thursday.", ["2031-03-01", "2031-03-13"]),
        ("She will speak at noon, a clerk said Tuesday.", ["2031-03-11T12:00", "2031-03-11"]),
        # a length before or after another time keeps its value; see below for its days
        ("She came two days after Christmas.", ["P2D", "2030-12-25"]),
        # a month is too wide to count days from
        ("She came in October 2029. Two days later he left.", ["2029-10", "XXXX-XX-XX"]),
        # figures are set beside those of the quarter a year before
        ("It earned $2 million in the fourth quarter, up from $1 million a year earlier.", ["2030-Q4", "2029-Q4"]),
        ("It lost $2 million in its third quarter. In the 2029 period it earned $1 million.", ["2030-Q3", "2029-Q3"]),
        (
            "Sales rose in the fiscal first quarter. For the quarter, net fell 9% from the year-ago quarter.",
            ["2031-Q1", "2031-Q1", "2030-Q1"],
        ),
        ("In the first nine months, net was $3 million. The year-ago results were better.", ["P9M", "2030"]),
        ("In the fiscal year ended June 30, 2029, sales fell.", ["P1Y", "2029-06-30"]),
        ("She works four days a week.", ["P4D", "P1W"]),
        ("From March through May, she held the seat.", ["2031-03", "2030-05"]),
        ("Sales fell 4% from a year ago. Costs rose 2% from a year earlier.", ["2030", "2030"]),
    ],
)
def test_a_time_is_counted_from_the_one_that_the_story_told(text: str, lines: list[str]) -> None:
    assert [found.value for found in anchor_all(times_in(text), FRIDAY)] == lines
