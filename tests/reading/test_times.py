"""Expressions of time that depend on the day of writing, with the days that they come to in a document of a Friday."""

import pytest

from onrecord.core.dates import anchor_all
from onrecord.core.evidence import UNKNOWN_DATE
from reading.told_on_friday import FRIDAY, read, times_in


@pytest.mark.parametrize(
    ("text", "line"),
    [
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
        ("She spoke last Thursday.", "last Thursday | DATE 2031-03-06 | 2031-03-06 2031-03-06"),
        ("She will speak next Saturday.", "next Saturday | DATE 2031-03-22 | 2031-03-22 2031-03-22"),
        ("She will speak next Monday.", "next Monday | DATE 2031-03-17 | 2031-03-17 2031-03-17"),
        ("She spoke Monday night.", "Monday night | TIME 2031-03-10TNI | 2031-03-10 2031-03-10"),
        ("on Wednesday of last week", "Wednesday of last week | DATE 2031-W10-3 | 2031-03-05 2031-03-05"),
        ("It sails on Tuesday nights.", "Tuesday nights | SET XXXX-WXX-2TNI | None None"),
        ("It can win in November.", "November | DATE 2031-11 | 2031-11-01 2031-11-30"),
        ("It is expected to last into the fall.", "the fall | DATE 2031-FA | 2031-09-01 2031-12-21"),
        ("It took place this weekend.", "this weekend | DATE 2031-W10-WE | 2031-03-08 2031-03-09"),
        ("It will take place this weekend.", "this weekend | DATE 2031-W11-WE | 2031-03-15 2031-03-16"),
        ("It is this weekend.", "this weekend | DATE 2031-W11-WE | 2031-03-15 2031-03-16"),
        ("Mr. Ahmed and his son meet Monday.", "Monday | DATE 2031-03-17 | 2031-03-17 2031-03-17"),
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
        # verbs of beginning and ending in the present, and what is being done
        ("The fair opens Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("The lease expires on Sept. 30.", "Sept. 30 | DATE 2031-09-30 | 2031-09-30 2031-09-30"),
        ("The fee goes into effect in July.", "July | DATE 2031-07 | 2031-07-01 2031-07-31"),
        ("The lease was allowed to expire in July.", "July | DATE 2030-07 | 2030-07-01 2030-07-31"),
        ("The council meets Sunday.", "Sunday | DATE 2031-03-16 | 2031-03-16 2031-03-16"),
        ("The guild is hosting a fair on Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("Members are asked to come on Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("Okafor asked the town to pause on Monday.", "Monday | DATE 2031-03-17 | 2031-03-17 2031-03-17"),
        ("Please write to her no later than Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("WHEN: Tuesday", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("The trial did not begin Monday.", "Monday | DATE 2031-03-10 | 2031-03-10 2031-03-10"),
        ("The truce was to take effect Saturday.", "Saturday | DATE 2031-03-15 | 2031-03-15 2031-03-15"),
        ("Forms must be signed or stamped by April 24.", "April 24 | DATE 2031-04-24 | 2031-04-24 2031-04-24"),
        ("Send the papers requested by June 1.", "June 1 | DATE 2031-06-01 | 2031-06-01 2031-06-01"),
        ("The lease was extended until Nov. 16.", "Nov. 16 | DATE 2031-11-16 | 2031-11-16 2031-11-16"),
        ("The board will take no pleas after Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("The guild is asking to meet him and on Tuesday said so.", "Tuesday | DATE 2031-03-11 | 2031-03-11 2031-03-11"),
        ("Okafor may have made an offer on Wednesday.", "Wednesday | DATE 2031-03-12 | 2031-03-12 2031-03-12"),
        ("The mill was funded past May 31.", "May 31 | DATE 2031-05-31 | 2031-05-31 2031-05-31"),
        ("It rained this past Thursday.", "this past Thursday | DATE 2031-03-13 | 2031-03-13 2031-03-13"),
        ("She told them of his plan to speak on Tuesday.", "Tuesday | DATE 2031-03-11 | 2031-03-11 2031-03-11"),
        ("They warned him against “hasty” moves before the June election.", "June | DATE 2031-06 | 2031-06-01 2031-06-30"),
        # of a day that no verb stands beside the nearest holds, of two as near the one of the running year
        ("The fair of July 4", "July 4 | DATE 2031-07-04 | 2031-07-04 2031-07-04"),
        ("The fair of Dec. 20", "Dec. 20 | DATE 2030-12-20 | 2030-12-20 2030-12-20"),
        ("The fair of Sept. 14", "Sept. 14 | DATE 2031-09-14 | 2031-09-14 2031-09-14"),
        ("A meeting planned for Saturday was canceled.", "Saturday | DATE 2031-03-15 | 2031-03-15 2031-03-15"),
        ("The guild aims to spend it before the November vote.", "November | DATE 2031-11 | 2031-11-01 2031-11-30"),
        ("This Sunday, the guild sells bread.", "This Sunday | DATE 2031-03-16 | 2031-03-16 2031-03-16"),
        ("She resigned this Monday.", "this Monday | DATE 2031-03-10 | 2031-03-10 2031-03-10"),
        # titles, nicknames and remarks within a clause are passed over, quotations are not
        ('Okafor will speak on "Meet the Port" on Tuesday.', "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("Okafor will meet “Shorty” Bell (of the guild) on Tuesday.", "Tuesday | DATE 2031-03-18 | 2031-03-18 2031-03-18"),
        ("“We will see,” she said Tuesday.", "Tuesday | DATE 2031-03-11 | 2031-03-11 2031-03-11"),
        (
            '"We will see it, and we will like it too," a note of Tuesday has it.',
            "Tuesday | DATE 2031-03-11 | 2031-03-11 2031-03-11",
        ),
        # a day of this year that was less than two months ago, of which something yet to come is said
        ("You may know the poem of Feb. 20.", "Feb. 20 | DATE 2031-02-20 | 2031-02-20 2031-02-20"),
        ("In this March 3 photo, she smiles.", "March 3 | DATE 2031-03-03 | 2031-03-03 2031-03-03"),
        # weeks called after a day
        ("They met the week of Feb. 5.", "the week of Feb. 5 | DATE 2031-W06 | 2031-02-02 2031-02-09"),
        ("They met the week of May 5, 2030.", "the week of May 5, 2030 | DATE 2030-W19 | 2030-05-05 2030-05-12"),
        ("They will meet in Easter week.", "Easter week | DATE 2031-W15 | 2031-04-06 2031-04-13"),
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
        ("The lease lapses in two months’ time.", "two months’ time | DATE 2031-05 | 2031-05-01 2031-05-31"),
        ("two months from now", "two months from now | DATE 2031-05 | 2031-05-01 2031-05-31"),
        ("The board will vote in two weeks.", "two weeks | DATE 2031-W13 | 2031-03-23 2031-03-30"),
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
        ("She died the following June.", "the following June | DATE XXXX-06 | None None"),
        # what stays as it is, is to come
        ("The school will stay closed Thursday.", "Thursday | DATE 2031-03-20 | 2031-03-20 2031-03-20"),
        ("The school stayed closed Thursday.", "Thursday | DATE 2031-03-13 | 2031-03-13 2031-03-13"),
        ("Highs could reach 40 by the weekend.", "the weekend | DATE 2031-W11-WE | 2031-03-15 2031-03-16"),
        ("It lost money in the final quarter of 2030.", "the final quarter of 2030 | DATE 2030-Q4 | 2030-10-01 2030-12-31"),
        ("She sang on a recent evening.", "a recent evening | DATE PAST_REF | None 2031-03-14"),
        ("One recent Tuesday, she sang.", "One recent Tuesday | DATE PAST_REF | None 2031-03-14"),
        # beside verbs of the present and of plans the calendar decides
        ("Okafor is running for mayor in April.", "April | DATE 2031-04 | 2031-04-01 2031-04-30"),
        ("Okafor announced that the vote is in April.", "April | DATE 2031-04 | 2031-04-01 2031-04-30"),
        ("She was sworn in after Monday’s vote.", "Monday | DATE 2031-03-10 | 2031-03-10 2031-03-10"),
        ("Okafor spoke ahead of Monday’s vote.", "Monday | DATE 2031-03-17 | 2031-03-17 2031-03-17"),
        ("The offer was extended to April 2.", "April 2 | DATE 2031-04-02 | 2031-04-02 2031-04-02"),
    ],
)
def test_an_expression_comes_to_its_days(text: str, line: str) -> None:
    assert read(text) == [line]


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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She said on Monday that she would decide by Wednesday.", ["2031-03-10", "2031-03-12"]),
        ("She said Tuesday she planned to vote Thursday.", ["2031-03-11", "2031-03-13"]),
        ("She said Monday that she will vote Tuesday.", ["2031-03-10", "2031-03-18"]),
        (
            "The fair opens tomorrow, Saturday, and ends on Tuesday (March 25).",
            ["2031-03-15", "2031-03-15", "2031-03-25", "2031-03-25"],
        ),
        ("The fair opened Feb. 27, a Thursday.", ["2031-02-27", "2031-02-27"]),
        ("She left on March 3; Monday will be better.", ["2031-03-03", "2031-03-17"]),
    ],
)
def test_a_weekday_beside_another_day_is_counted_from_it(text: str, values: list[str]) -> None:
    assert [one.value for one in anchor_all(times_in(text), FRIDAY)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A storm took the mill in the summer of 2018. Two years later it stood again.", ["2018-SU", "2020"]),
        ("In the first half of 2023 it lost money; a year earlier it had not.", ["2023-H1", "2022"]),
        ("The mill burned in the autumn of 1987. The following spring, the owners left.", ["1987-FA", "1988-SP"]),
        ("She won on Nov. 6, 2018. The next June she resigned.", ["2018-11-06", "2019-06"]),
        ("She won in November 2018. The previous March she had lost.", ["2018-11", "2018-03"]),
        ("The dam broke in May 1958. In that summer nobody swam.", ["1958-05", "1958-SU"]),
        ("It was the worst since Feb. 9, when a bus burned. The next day, talks ended.", ["2031-02-09", "2031-02-10"]),
        ("Sales were the best since Feb. 9. The next day, talks ended.", ["2031-02-09", "XXXX-XX-XX"]),
        # a year alone does not tell which spring follows
        ("The mill burned in 1987. The following spring, the owners left.", ["1987", "XXXX-SP"]),
    ],
)
def test_a_part_of_a_year_is_counted_from_the_story(text: str, values: list[str]) -> None:
    assert [one.value for one in anchor_all(times_in(text), FRIDAY)] == values


def test_an_undated_document_keeps_its_values_open() -> None:
    assert read("He resigned Friday, not in June 2030.", UNKNOWN_DATE) == [
        "Friday | DATE XXXX-WXX-5 | None None",
        "June 2030 | DATE 2030-06 | 2030-06-01 2030-06-30",
    ]
