"""Expressions of time as papers print them, with the days that they come to in a document of a Friday."""

import pytest

from onrecord.core.dates import anchor_all
from onrecord.core.evidence import UNKNOWN_DATE
from onrecord.knowledge.times import time_rules
from onrecord.reading.times.builders import BUILDERS
from reading.told_on_friday import FRIDAY, read, times_in

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
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
        ("in the 20th century", "the 20th century | DATE 19 | 1900-01-01 1999-12-31"),
        ("in mid-2018", "mid-2018 | DATE 2018 MID | 2018-04-02 2018-10-01"),
        # days and months without a year
        ("He resigned Feb. 8.", "Feb. 8 | DATE 2031-02-08 | 2031-02-08 2031-02-08"),
        ("The vote is on Nov. 8.", "Nov. 8 | DATE 2031-11-08 | 2031-11-08 2031-11-08"),
        ("The council will vote on Nov. 8.", "Nov. 8 | DATE 2031-11-08 | 2031-11-08 2031-11-08"),
        ("He resigned in March.", "March | DATE 2031-03 | 2031-03-01 2031-03-31"),
        ("He resigned in June.", "June | DATE 2030-06 | 2030-06-01 2030-06-30"),
        ("The bridge will open in June.", "June | DATE 2031-06 | 2031-06-01 2031-06-30"),
        ("open since January", "January | DATE 2031-01 | 2031-01-01 2031-01-31"),
        ("It opens next June.", "next June | DATE 2031-06 | 2031-06-01 2031-06-30"),
        ("It opened last June.", "last June | DATE 2030-06 | 2030-06-01 2030-06-30"),
        ("voters decide this coming March", "this coming March | DATE 2032-03 | 2032-03-01 2032-03-31"),
        ("She spoke in mid-October.", "mid-October | DATE 2030-10 MID | 2030-10-08 2030-10-24"),
        ("in October of last year", "October of last year | DATE 2030-10 | 2030-10-01 2030-10-31"),
        # of a month that no verb stands beside news looks back further than ahead
        ("Harborton tide table, October", "October | DATE 2030-10 | 2030-10-01 2030-10-31"),
        ("Harborton tide table, July", "July | DATE 2031-07 | 2031-07-01 2031-07-31"),
        ("The price rose, to $5 from $4 in August.", "August | DATE 2030-08 | 2030-08-01 2030-08-31"),
        ("They are trying to win back the harbor in October.", "October | DATE 2030-10 | 2030-10-01 2030-10-31"),
        ("her chances to win a seat in the fall", "the fall | DATE 2030-FA | 2030-09-01 2030-12-21"),
        ("her chances to win a seat in August", "August | DATE 2031-08 | 2031-08-01 2031-08-31"),
        ("all that will be theirs come November", "November | DATE 2031-11 | 2031-11-01 2031-11-30"),
        # weekdays
        ("He resigned Wednesday.", "Wednesday | DATE 2031-03-12 | 2031-03-12 2031-03-12"),
        ("The council will meet on Wednesday.", "Wednesday | DATE 2031-03-19 | 2031-03-19 2031-03-19"),
        ("The hearing will be held Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("On Monday, the council voted.", "Monday | DATE 2031-03-10 | 2031-03-10 2031-03-10"),
        ("On Monday, the council will vote.", "Monday | DATE 2031-03-17 | 2031-03-17 2031-03-17"),
        ("She resigned Friday.", "Friday | DATE 2031-03-14 | 2031-03-14 2031-03-14"),
        ("She will resign Friday.", "Friday | DATE 2031-03-14 | 2031-03-14 2031-03-14"),
        ("She resigned last Friday.", "last Friday | DATE 2031-03-07 | 2031-03-07 2031-03-07"),
        ("She resigns next Friday.", "next Friday | DATE 2031-03-21 | 2031-03-21 2031-03-21"),
        ("She spoke Monday night.", "Monday night | TIME 2031-03-10TNI | 2031-03-10 2031-03-10"),
        ("on Wednesday of last week", "Wednesday of last week | DATE 2031-W10-3 | 2031-03-05 2031-03-05"),
        ("It sails on Tuesday nights.", "Tuesday nights | SET XXXX-WXX-2TNI | None None"),
        ("It can win in November.", "November | DATE 2031-11 | 2031-11-01 2031-11-30"),
        ("It is expected to last into the fall.", "the fall | DATE 2031-FA | 2031-09-01 2031-12-21"),
        ("It took place this weekend.", "this weekend | DATE 2031-W10-WE | 2031-03-08 2031-03-09"),
        ("It will take place this weekend.", "this weekend | DATE 2031-W11-WE | 2031-03-15 2031-03-16"),
        ("It is this weekend.", "this weekend | DATE 2031-W11-WE | 2031-03-15 2031-03-16"),
        ("Mr. Ahmed and his son meet Monday.", "Monday | DATE 2031-03-10 | 2031-03-10 2031-03-10"),
        ("It was seen by thousands by Tuesday.", "Tuesday | DATE 2031-03-11 | 2031-03-11 2031-03-11"),
        ("She agreed to open it in May.", "May | DATE 2031-05 | 2031-05-01 2031-05-31"),
        ("The vote was postponed until Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        # what is bound to come, and what was to come then
        ("She is likely to resign Monday.", "Monday | DATE 2031-03-17 | 2031-03-17 2031-03-17"),
        ("She is set to speak Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("The vote is set for Nov. 8.", "Nov. 8 | DATE 2031-11-08 | 2031-11-08 2031-11-08"),
        ("The vote is Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("The offer had been due to end Wednesday.", "Wednesday | DATE 2031-03-12 | 2031-03-12 2031-03-12"),
        ("A rule that was to be printed Thursday is late.", "Thursday | DATE 2031-03-13 | 2031-03-13 2031-03-13"),
        ("The board could vote as soon as Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("The board voted as early as Tuesday.", "Tuesday | DATE 2031-03-11 | 2031-03-11 2031-03-11"),
        ("Going into Monday’s vote, she led.", "Monday | DATE 2031-03-17 | 2031-03-17 2031-03-17"),
        ("Until Thursday, nobody had heard of her.", "Thursday | DATE 2031-03-13 | 2031-03-13 2031-03-13"),
        ("Following Wednesday’s vote, she left.", "Wednesday | DATE 2031-03-12 | 2031-03-12 2031-03-12"),
        # weeks called after a day
        ("They met the week of Feb. 5.", "the week of Feb. 5 | DATE 2031-W06 | 2031-02-02 2031-02-09"),
        ("They met the week of May 5, 2030.", "the week of May 5, 2030 | DATE 2030-W19 | 2030-05-05 2030-05-12"),
        ("They will meet in Easter week.", "Easter week | DATE 2031-W15 | 2031-04-06 2031-04-13"),
        # as broadcasters read them aloud
        ("She left on March third, two thousand nine.", "March third, two thousand nine | DATE 2009-03-03 | 2009-03-03 2009-03-03"),
        ("She left on March twenty second.", "March twenty second | DATE 2030-03-22 | 2030-03-22 2030-03-22"),
        ("in the nineteen nineties", "the nineteen nineties | DATE 199 | 1990-01-01 1999-12-31"),
        # years of two digits
        ("She ran back in ’92.", "’92 | DATE 1992 | 1992-01-01 1992-12-31"),
        ("after the '16 race", "'16 | DATE 2016 | 2016-01-01 2016-12-31"),
        # near now, and no nearer
        ("in coming weeks", "coming weeks | DATE FUTURE_REF | 2031-03-14 None"),
        ("Elected in\n2030 or later", "2030 or later | DATE 2030 ON_OR_AFTER | 2030-01-01 None"),
        # all that a line says
        ("Votes\na year earlier\n12", "a year earlier | DATE 2030 | 2030-01-01 2030-12-31"),
        ("Votes\nthe quarter\n12", "the quarter | DATE 2030-Q4 | 2030-10-01 2030-12-31"),
        ("Name\nfuture\nyes", "future | DATE FUTURE_REF | 2031-03-14 None"),
        # counted from the writing
        ("He resigned today.", "today | DATE 2031-03-14 | 2031-03-14 2031-03-14"),
        ("He spoke yesterday afternoon.", "yesterday afternoon | TIME 2031-03-13TAF | 2031-03-13 2031-03-13"),
        ("The vote is tomorrow.", "tomorrow | DATE 2031-03-15 | 2031-03-15 2031-03-15"),
        ("They meet tonight.", "tonight | TIME 2031-03-14TNI | 2031-03-14 2031-03-14"),
        ("They met last night.", "last night | TIME 2031-03-13TNI | 2031-03-13 2031-03-13"),
        ("He resigned last week.", "last week | DATE 2031-W10 | 2031-03-02 2031-03-09"),
        ("early last week", "early last week | DATE 2031-W10 START | 2031-03-02 2031-03-05"),
        ("Earlier this week, she spoke.", "Earlier this week | DATE 2031-W11 START | 2031-03-09 2031-03-14"),
        ("The board votes later this month.", "later this month | DATE 2031-03 END | 2031-03-14 2031-03-31"),
        ("It rained last weekend.", "last weekend | DATE 2031-W10-WE | 2031-03-08 2031-03-09"),
        ("It rained over the weekend.", "the weekend | DATE 2031-W10-WE | 2031-03-08 2031-03-09"),
        ("which took place last year", "last year | DATE 2030 | 2030-01-01 2030-12-31"),
        ("by the end of the year", "the end of the year | DATE 2031 END | 2031-07-02 2031-12-31"),
        ("next quarter", "next quarter | DATE 2031-Q2 | 2031-04-01 2031-06-30"),
        ("three days ago", "three days ago | DATE 2031-03-11 | 2031-03-11 2031-03-11"),
        ("two weeks ago", "two weeks ago | DATE 2031-W09 | 2031-02-23 2031-03-02"),
        ("a decade ago", "a decade ago | DATE 2021 | 2021-01-01 2021-12-31"),
        ("more than two years ago", "more than two years ago | DATE 2029 BEFORE | None 2029-12-31"),
        ("several years ago", "several years ago | DATE PAST_REF | None 2031-03-14"),
        ("a year and a half ago", "a year and a half ago | DATE 2029-Q3 APPROX | 2029-03-31 2029-12-31"),
        ("2 1/2 years ago", "2 1/2 years ago | DATE 2028-Q3 APPROX | 2028-03-31 2028-12-31"),
        ("half a year ago", "half a year ago | DATE 2030-Q3 APPROX | 2030-03-31 2030-12-31"),
        ("some time ago", "some time ago | DATE PAST_REF | None 2031-03-14"),
        ("two months from now", "two months from now | DATE 2031-05 | 2031-05-01 2031-05-31"),
        ("The board will vote in two weeks.", "two weeks | DATE 2031-W13 | 2031-03-23 2031-03-30"),
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
        # that nobody could date
        ("She is now the mayor.", "now | DATE PRESENT_REF | None None"),
        ("She recently moved.", "recently | DATE PAST_REF | None 2031-03-14"),
        ("She ran for office in the past.", "the past | DATE PAST_REF | None 2031-03-14"),
        ("She may run in the future.", "the future | DATE FUTURE_REF | 2031-03-14 None"),
        ("in recent years", "recent years | DATE PAST_REF | None 2031-03-14"),
        # counted from the story: open where it tells no time
        ("She died two days later.", "two days later | DATE XXXX-XX-XX | None None"),
        ("The previous year, she lost.", "The previous year | DATE XXXX | None None"),
        ("She left the following Friday.", "the following Friday | DATE XXXX-WXX-5 | None None"),
        # beside verbs of the present and of plans the calendar decides
        ("Okafor is running for mayor in April.", "April | DATE 2031-04 | 2031-04-01 2031-04-30"),
        ("Okafor announced that the vote is in April.", "April | DATE 2031-04 | 2031-04-01 2031-04-30"),
        ("She was sworn in after Monday’s vote.", "Monday | DATE 2031-03-10 | 2031-03-10 2031-03-10"),
        ("Okafor spoke ahead of Monday’s vote.", "Monday | DATE 2031-03-17 | 2031-03-17 2031-03-17"),
        ("The offer was extended to April 2.", "April 2 | DATE 2031-04-02 | 2031-04-02 2031-04-02"),
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
def test_an_expression_comes_to_its_days(text: str, line: str) -> None:
    assert read(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. May said that she may march on.",
        "Mayor June Okafor thanked April Lindqvist and August Bell.",
        "The House passed H.R. 2018 on a 52-48 vote.",
        "He lives on Route 2019 in Room 1999.",
        "Thousands joined the March for Our Bridges.",
        "It cost $2019 or $1,998 in all.",
        "Call 555-2018 or (555) 014-1999.",
        "The Sun reported a second march to fall in spring water.",
        "The 35-year-old, who is 35 years old, is in her 30s.",
        "At the end of the day, one day we may win.",
        "They counted 2019 votes.",
        "Gov. April Lindqvist, Rep. August Bell and Judge June Ruiz said they may march.",
        "S. 2019 and A.B. 1999 passed 52-48, the Sharks won 20-18.",
        "Room 1950, Route 2019, Flight 1987, No. 2001 and Interstate 1990",
        "He paid $2,018 for 1,999 chairs, about 2000 in all.",
        "They meet the Monday after the fair, a week from Tuesday and the third Monday of each month.",
        "He died on 30 September 420 and in December of 384, on 14 October 1066.",
        "It was built in 1844 B.C., in week 54.",
        "A 2010-seat hall of 1,800 square feet and 1850 homes",
        "They may, they might, and may the best one win.",
        "She told USA TODAY, Harborton Tonight, the Harborton Daily Herald and 60 Minutes.",
        "on February 30 and on 2021-02-30 and in April 31, Harborton",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("past", "future", "told", "to_come"),
    [
        ("She resigned last week.", "She will resign next week.", ("2031-03-02", "2031-03-09"), ("2031-03-16", "2031-03-23")),
        (
            "She spoke earlier this week.",
            "She will speak later this week.",
            ("2031-03-09", "2031-03-14"),
            ("2031-03-14", "2031-03-16"),
        ),
        (
            "She spoke early last week.",
            "She will speak early next week.",
            ("2031-03-02", "2031-03-05"),
            ("2031-03-16", "2031-03-19"),
        ),
        ("She resigned Wednesday.", "She will resign Wednesday.", ("2031-03-12", "2031-03-12"), ("2031-03-19", "2031-03-19")),
        ("She resigned on Tuesday.", "She will resign on Tuesday.", ("2031-03-11", "2031-03-11"), ("2031-03-18", "2031-03-18")),
        ("She resigned on Friday.", "She will resign on Friday.", ("2031-03-14", "2031-03-14"), ("2031-03-14", "2031-03-14")),
        ("She spoke Monday night.", "She will speak Monday night.", ("2031-03-10", "2031-03-10"), ("2031-03-17", "2031-03-17")),
        ("She ran in October 2021.", "She will run in October 2041.", ("2021-10-01", "2021-10-31"), ("2041-10-01", "2041-10-31")),
        ("She ran last year.", "She will run next year.", ("2030-01-01", "2030-12-31"), ("2032-01-01", "2032-12-31")),
        ("She ran in 2026.", "She will run in 2036.", ("2026-01-01", "2026-12-31"), ("2036-01-01", "2036-12-31")),
        ("She ran this past March.", "She will run this coming March.", ("2030-03-01", "2030-03-31"), ("2032-03-01", "2032-03-31")),
        ("She won the 2018 primary.", "She will win the 2038 primary.", ("2018-01-01", "2018-12-31"), ("2038-01-01", "2038-12-31")),
        ("She ran in mid-October.", "She will run in mid-October.", ("2030-10-08", "2030-10-24"), ("2031-10-08", "2031-10-24")),
        ("in the fall of 2019", "in the fall of 2039", ("2019-09-01", "2019-12-21"), ("2039-09-01", "2039-12-21")),
        ("She has run since January.", "She will run by January.", ("2031-01-01", "2031-01-31"), ("2032-01-01", "2032-01-31")),
        ("She ran last June.", "She will run next June.", ("2030-06-01", "2030-06-30"), ("2031-06-01", "2031-06-30")),
        ("She resigned Nov. 8.", "She will resign Nov. 8.", ("2030-11-08", "2030-11-08"), ("2031-11-08", "2031-11-08")),
        ("She ran a decade ago.", "She will run a decade from now.", ("2021-01-01", "2021-12-31"), ("2041-01-01", "2041-12-31")),
        ("She ran three years ago.", "She will run in three years.", ("2028-01-01", "2028-12-31"), ("2034-01-01", "2034-12-31")),
        ("in the past three years", "in the next three years", ("2028-01-01", "2031-03-14"), ("2031-03-14", "2034-12-31")),
        (
            "She spoke at 9 a.m. Monday.",
            "She will speak at 9 a.m. Monday.",
            ("2031-03-10", "2031-03-10"),
            ("2031-03-17", "2031-03-17"),
        ),
        ("She ran in the spring.", "She will run in the fall.", ("2031-03-01", "2031-06-21"), ("2031-09-01", "2031-12-21")),
    ],
)
def test_an_expression_is_of_its_side_of_a_friday(past: str, future: str, told: tuple[str, str], to_come: tuple[str, str]) -> None:
    for text, days in ((past, told), (future, to_come)):
        (found,) = anchor_all(times_in(text), FRIDAY)
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
    ("text", "side"),
    [
        ("She resigned on Oct. 19, 2022.", "past"),
        ("She failed to get elected in 2018.", "past"),
        ("She resigned Oct. 19, 2022.", "past"),
        ("In 2018, she won the seat.", "past"),
        ("She was sworn in during March 2019.", "past"),
        ("She will run in 2036.", "future"),
        ("Vote her out come March 5, 2036.", "future"),
        ("In 2036, she will run for sheriff.", "future"),
        # what somebody aimed at, or might do, may be on either side
        ("She filed to run in 2036.", "none"),
        ("She approved a plan for a bridge in 2036.", "none"),
        ("She would run in 2036.", "none"),
        ("The 2036 budget passed.", "none"),
    ],
)
def test_whether_a_text_looks_back_on_a_whole_time(text: str, side: str) -> None:
    assert times_in(text)[0].direction == side


def test_an_undated_document_keeps_its_values_open() -> None:
    assert read("He resigned Friday, not in June 2030.", UNKNOWN_DATE) == [
        "Friday | DATE XXXX-WXX-5 | None None",
        "June 2030 | DATE 2030-06 | 2030-06-01 2030-06-30",
    ]


def test_every_rule_has_a_name_of_its_own_and_a_builder() -> None:
    rules = time_rules()
    assert len({rule.name for rule in rules}) == len(rules)
    assert {rule.make for rule in rules} == {*BUILDERS, "nothing"}
