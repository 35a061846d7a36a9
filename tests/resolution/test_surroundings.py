"""Persons of one common name beside one person of a rare name: the same place or the same weeks join them, else nothing."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.readings import Reading, Title
from onrecord.core.resolved import Block, Link, Profile
from onrecord.resolution import keys, resolve
from onrecord.resolution.describing import profiles
from resolution.piles import named, read, spans_of

BESIDE = "Ottilie Brandvold"
PLACE = "Port Varnell"

Story = tuple[str, Reading, Date]


def on(day: str) -> Date:
    return Date(day, day, "metadata")


def story(day: str, *names: str, place: str = "", published: Date = UNKNOWN_DATE, title: str = "") -> Story:
    """A story of the day that names these people, the first maybe with a title, and a place."""
    text = f"On {day} came {title} {', '.join(names)}{f' to {place}' if place else ''}."
    chains = [named(text, name) for name in names]
    reading = read(text, *chains, *([named(text, place, kind="place")] if place else []))
    titles = (Title(chains[0].id, spans_of(text, title)[0], title, "", False),) if title else ()
    return text, replace(reading, titles=titles), published


def links_among(*stories: Story) -> tuple[Link, ...]:
    """The links among the stories' chains but by their names alone."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for text, reading, published in stories:
        told = {profile.chain: profile for profile in profiles(text, reading)}
        for key, members in keys(text, reading, published).items():
            if key.startswith(("beside:", "at:", "around:")):
                blocks[key].extend(told[member] for member in members)
    found = (link for key, members in sorted(blocks.items()) for link in resolve(Block(key, tuple(members)), ()))
    return tuple({link.id: link for link in found}.values())


def reasons(*stories: Story) -> list[str]:
    return [link.reasons[-1] for link in links_among(*stories)]


def test_one_companion_and_one_place_join() -> None:
    one, other = story("Monday", "John Smith", BESIDE, place=PLACE), story("Friday", BESIDE, "John Smith", place=PLACE)
    (link,) = links_among(one, other)
    assert link.reasons == (
        "same first name and surname",
        "common name",
        "both named beside Ottilie Brandvold, and near Port Varnell",
    )
    assert 0.5 <= link.score < 0.97


@pytest.mark.parametrize("place", ["Ohio", "Washington", "Paris"])
def test_a_place_that_everybody_knows_says_nothing(place: str) -> None:
    assert reasons(story("Monday", "John Smith", BESIDE, place=place), story("Friday", "John Smith", BESIDE, place=place)) == []


def test_a_place_without_a_companion_joins_nobody() -> None:
    assert reasons(story("Monday", "John Smith", place=PLACE), story("Friday", "John Smith", place=PLACE)) == []


def test_one_companion_in_the_same_weeks_joins() -> None:
    one = story("Monday", "John Smith", BESIDE, published=on("2031-03-03"))
    (why,) = reasons(one, story("Friday", "John Smith", BESIDE, published=on("2031-03-14")))
    assert why.startswith("both named beside Ottilie Brandvold, in stories of 2031-0")


@pytest.mark.parametrize("published", [on("2031-05-14"), Date("2031-03-01", "2031-03-20", "inferred"), UNKNOWN_DATE])
def test_months_apart_or_undated_they_stay_two(published: Date) -> None:
    one = story("Monday", "John Smith", BESIDE, published=on("2031-03-03"))
    assert reasons(one, story("Friday", "John Smith", BESIDE, published=published)) == []


def test_weeks_do_not_join_one_who_has_a_title_and_one_who_has_none() -> None:
    day = on("2031-03-03")
    plain = story("Monday", "John Smith", BESIDE, published=day)
    assert reasons(plain, story("Friday", "John Smith", BESIDE, published=day, title="senator")) == []


@given(st.dates(max_value=date(9000, 1, 1), min_value=date(1000, 1, 1)), st.integers(0, 60))
def test_stories_within_two_weeks_are_together_and_those_four_weeks_apart_are_not(day: date, later: int) -> None:
    days = (day, day + timedelta(days=later))
    joined = bool(reasons(*(story(str(one), "John Smith", BESIDE, published=on(one.isoformat())) for one in days)))
    assert joined or later > 14 or later == 0
    assert not joined or 0 < later < 28
