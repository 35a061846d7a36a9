"""Words and figures that look like times and are none, and the rules that tell them apart."""

import pytest

from onrecord.knowledge.times import time_rules
from onrecord.reading.times.builders import BUILDERS
from reading.told_on_friday import read


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
        "It was the third fire in as many weeks, after the Summer Olympics.",
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


def test_every_rule_has_a_name_of_its_own_and_a_builder() -> None:
    rules = time_rules()
    assert len({rule.name for rule in rules}) == len(rules)
    assert {rule.make for rule in rules} == {*BUILDERS, "nothing"}
