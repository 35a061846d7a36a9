"""Tenures: who held which office from when to when, by what a pile of stories says; whatever the order they came in."""

from dataclasses import replace
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.core.dates import interval
from onrecord.core.evidence import UNKNOWN_DATE, Date, Evidence
from onrecord.core.ids import content_id
from onrecord.core.readings import Tells
from onrecord.core.resolved import OfficeTold
from onrecord.core.spans import Span
from onrecord.resolution import tenures_of


def when(value: str) -> Date | None:
    """The days of a value (`2020`, `2021-03-04`), or None for none."""
    return Date(*interval(value), "stated") if value else None


def told(
    published: str,
    tells: Tells = "holds",
    role: str = "mayor",
    of: str = "",
    post: str = "",
    since: str = "",
    until: str = "",
    during: str = "",
    courtesy: bool = False,
) -> OfficeTold:
    """What a story published on a day says of somebody's office."""
    document = content_id("document", published)
    said = " ".join((tells, role, of, post, since, until, during))
    words = Evidence(said, document, (Span(0, len(said)),))
    bounds = when(since), when(until), when(during)
    day = when(published) or UNKNOWN_DATE
    organization = content_id("entity", of) if of else ""
    return OfficeTold(
        content_id("office", document, said), document, role, organization, of, post, tells, words, day, *bounds, courtesy
    )


def offices(*mentions: OfficeTold) -> list[str]:
    """The tenures that the mentions come to: `mayor 2019-03-01 or before … 2021-05-05 or after`, in order of their beginning."""
    found = sorted(tenures_of("person", mentions), key=lambda one: (one.began.latest or "", one.ended.latest or "9999", one.role))
    return [
        f"{' '.join(filter(None, (one.role, one.post)))} "
        f"{one.began.earliest or ''}..{one.began.latest or ''} to {one.ended.earliest or ''}..{one.ended.latest or ''}"
        for one in found
    ]


def test_titles_in_print_bound_a_tenure_by_the_first_and_the_last() -> None:
    stories = told("2019-03-01"), told("2021-05-05"), told("2020-01-01")
    assert offices(*stories) == ["mayor ..2019-03-01 to 2021-05-05.."]
    (tenure,) = tenures_of("person", stories)
    assert (tenure.began.basis, tenure.ended.basis, len(tenure.evidence)) == ("inferred", "inferred", 3)


def test_whoever_is_former_mayor_had_ended_by_then() -> None:
    assert offices(told("2016-04-01", "held")) == ["mayor ..2016-04-01 to ..2016-04-01"]
    assert offices(told("2012-04-01"), told("2016-04-01", "held")) == ["mayor ..2012-04-01 to 2012-04-01..2016-04-01"]


def test_two_stints_are_two() -> None:
    stories = told("2005-05-01"), told("2008-05-01", "held"), told("2012-05-01"), told("2014-05-01"), told("2018-05-01", "held")
    assert offices(*stories) == [
        "mayor ..2005-05-01 to 2005-05-01..2008-05-01",
        "mayor 2008-05-01..2012-05-01 to 2014-05-01..2018-05-01",
    ]


def test_a_title_long_after_the_end_is_no_stint_where_the_office_is_called_past_again_soon() -> None:
    stories = told("2015-05-01"), told("2016-04-01", "held"), told("2019-05-01"), told("2019-06-01", "held")
    assert offices(*stories) == ["mayor ..2015-05-01 to 2015-05-01..2016-04-01"]


def test_a_title_of_a_story_without_a_last_day_is_told_too() -> None:
    undated = replace(told("2019-05-01"), published=Date("2019-05-01", None, "inferred"))
    assert offices(told("2015-05-01"), told("2016-04-01", "held"), undated) == [
        "mayor 2016-04-01.. to 2019-05-01..",
        "mayor ..2015-05-01 to 2015-05-01..2016-04-01",
    ]


def test_two_stints_told_in_one_story_are_two() -> None:
    story = "2020-02-02"
    stints = told(story, "held", since="2001", until="2005"), told(story, "held", since="2012", until="2016")
    assert offices(*stints) == [
        "mayor 2001-01-01..2001-12-31 to 2005-01-01..2005-12-31",
        "mayor 2012-01-01..2012-12-31 to 2016-01-01..2016-12-31",
    ]


def test_stated_days_hold_before_those_of_print() -> None:
    assert offices(told("2020-02-02", since="2019-01"), told("2019-06-01")) == ["mayor 2019-01-01..2019-01-31 to 2020-02-02.."]
    assert offices(told("2020-02-02"), told("2021-03-10", "ended", until="2021-03-09")) == [
        "mayor ..2020-02-02 to 2021-03-09..2021-03-09"
    ]


def test_a_stated_day_that_print_contradicts_is_left_aside() -> None:
    assert offices(told("2010-01-01"), told("2020-01-01", "began", since="2015"), told("2021-01-01")) == [
        "mayor ..2010-01-01 to 2021-01-01.."
    ]


def test_whoever_is_elected_takes_office_within_a_year() -> None:
    assert offices(told("2023-06-01", "elected", since="2020"), told("2023-06-01")) == [
        "mayor 2020-01-01..2022-01-01 to 2023-06-01.."
    ]
    assert offices(told("2021-02-01", "elected", since="2020"), told("2021-02-01")) == [
        "mayor 2020-01-01..2021-02-01 to 2021-02-01.."
    ]


def test_an_announced_end_holds_unless_the_office_is_told_of_afterwards() -> None:
    leaving = told("2022-10-19", "will_end", until="2022-12-31")
    assert offices(leaving) == ["mayor ..2022-10-19 to 2022-12-31..2022-12-31"]
    assert offices(leaving, told("2023-09-20")) == ["mayor ..2022-10-19 to 2022-12-31..2022-12-31"]
    assert offices(leaving, told("2023-09-20", of="osterby")) == ["mayor ..2022-10-19 to 2023-09-20.."]


def test_whoever_is_elect_begins_later() -> None:
    assert offices(told("2020-11-10", "will_begin")) == ["mayor 2020-11-10.. to .."]
    assert offices(told("2020-11-10", "will_begin"), told("2021-02-01")) == ["mayor 2020-11-10..2021-02-01 to 2021-02-01.."]


def test_a_loose_title_makes_no_second_stint() -> None:
    assert offices(told("2020-01-01", "held"), told("2020-03-01"), told("2020-05-01", "held")) == [
        "mayor ..2020-01-01 to ..2020-01-01"
    ]
    assert offices(told("2015-01-01", "held"), told("2020-03-01", courtesy=True)) == ["mayor ..2015-01-01 to ..2015-01-01"]
    assert offices(told("2015-01-01", "died"), told("2020-03-01")) == ["mayor ..2015-01-01 to ..2015-01-01"]


def test_a_title_after_a_new_beginning_does() -> None:
    stories = told("2015-01-01", "held"), told("2015-06-01", "began", since="2015-05-20"), told("2015-07-01", courtesy=True)
    assert offices(*stories) == ["mayor ..2015-01-01 to ..2015-01-01", "mayor 2015-05-20..2015-05-20 to 2015-07-01.."]


def test_quoted_titles_alone_make_no_tenure() -> None:
    assert offices(told("2020-01-01", "served", courtesy=True)) == []
    assert offices(told("2020-01-01", "names", post="District 3")) == []


def test_an_undated_story_tells_of_the_office_but_not_of_its_days() -> None:
    assert offices(told("")) == ["mayor .. to .."]
    assert offices(told(""), told("2020-01-01")) == ["mayor ..2020-01-01 to 2020-01-01.."]


def test_posts_of_one_seat_are_one_and_of_two_are_two() -> None:
    member = "council member"
    assert offices(told("2020-01-01", role=member), told("2021-01-01", "names", role=member, post="District 14")) == [
        "council member District 14 ..2020-01-01 to 2020-01-01.."
    ]
    assert offices(told("2020-01-01", role=member, post="District 14"), told("2021-01-01", role=member, post="District 3")) == [
        "council member District 14 ..2020-01-01 to 2020-01-01..",
        "council member District 3 ..2021-01-01 to 2021-01-01..",
    ]
    assert offices(told("2020-01-01", role="senator", post="Ohio"), told("2021-01-01", role="senator", post="District 4")) == [
        "senator Ohio, District 4 ..2020-01-01 to 2021-01-01.."
    ]


def test_a_short_name_of_a_body_is_the_one_longer_name_that_there_is() -> None:
    chair = "president"
    whole, short = told("2020-01-01", role=chair, of="osterby city council"), told("2021-01-01", role=chair, of="city council")
    assert len(tenures_of("person", [whole, short])) == 1
    assert len(tenures_of("person", [whole, short, told("2022-01-01", role=chair, of="hale motors")])) == 2


def test_a_short_role_is_the_one_longer_role_that_there_is() -> None:
    assert offices(told("2019-01-01", role="secretary of state"), told("2020-01-01", role="secretary")) == [
        "secretary of state ..2019-01-01 to 2020-01-01.."
    ]
    assert len(offices(told("2019-01-01", role="vice president"), told("2020-01-01", role="president"))) == 2


DAYS = [f"20{year}-0{month}-01" for year in range(10, 16) for month in (1, 5, 9)] + [""]
TELLS: list[Tells] = ["holds", "held", "served", "elected", "began", "ended", "will_begin", "will_end", "names", "died"]
VALUES = ["", "", "2011", "2012-05", "2014-05-01"]
mentions = st.builds(
    told,
    st.sampled_from(DAYS),
    st.sampled_from(TELLS),
    st.sampled_from(["mayor", "president", "vice president", "senator"]),
    st.sampled_from(["", "osterby", "osterby city council", "city council", "hale motors"]),
    st.sampled_from(["", "Ohio", "District 3", "District 4", "Ohio, District 4"]),
    st.sampled_from(VALUES),
    st.sampled_from(VALUES),
    st.sampled_from(VALUES),
    st.booleans(),
)
piles = st.lists(mentions, max_size=10, unique_by=lambda one: one.mention)


@settings(max_examples=200, deadline=None)
@given(piles, st.randoms(use_true_random=False))
def test_no_order_matters(pile: list[OfficeTold], random: Random) -> None:
    expected = tenures_of("person", pile)
    random.shuffle(pile)
    assert tenures_of("person", pile) == expected


UNTIL_WITHIN = [
    told("2010-01-01"),
    told("2010-01-01", until="2012-05"),
    told("2011-01-01", "held"),
    told("2013-09-01", during="2011"),
]
"""Days that contradict one another, of which leaving one aside parts what it had held together."""


@example(UNTIL_WITHIN)
@settings(max_examples=200, deadline=None)
@given(piles)
def test_every_tenure_has_evidence_of_its_own_and_bounds_in_order(pile: list[OfficeTold]) -> None:
    tenures = tenures_of("person", pile)
    shown = [words for tenure in tenures for words in tenure.evidence]
    assert len(shown) == len(set(shown)) and all(tenure.evidence for tenure in tenures)
    assert len({tenure.id for tenure in tenures}) == len(tenures)
    for tenure in tenures:
        for date in (tenure.began, tenure.ended):
            assert date.earliest is None or date.latest is None or date.earliest <= date.latest
        assert tenure.began.earliest is None or tenure.ended.latest is None or tenure.began.earliest <= tenure.ended.latest
