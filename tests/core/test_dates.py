"""Values cover the days a reader would say they do; anchoring never leaves out the day that was meant."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.calendar import holiday
from onrecord.core.dates import anchor, choose, interval, order, parse_day
from onrecord.core.evidence import UNKNOWN_DATE, Basis, Date, Evidence
from onrecord.core.readings import Direction, Time, TimeType
from onrecord.core.spans import Span


def on(day: str) -> Date:
    return Date(day, day, "given", (Evidence(day, "d", (), "--published"),))


def between(earliest: str | None, latest: str | None, basis: Basis = "given") -> Date:
    return Date(earliest, latest, basis, (Evidence("when", "d", (), "--published"),))


def a_time(
    value: str = "", unit: str = "", offset: int = 0, direction: Direction = "none", mod: str = "", kind: TimeType = "DATE"
) -> Time:
    return Time("t", Span(0, 1), kind, value, unit, offset, direction, mod, "", "", "a rule")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-10", "2021-10-01", "2021-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-10-19", "2021-10-19", "2021-10-19"),
        ("2021-10-19TNI", "2021-10-19", "2021-10-19"),
        ("2021-10-19T19:30", "2021-10-19", "2021-10-19"),
        ("2022-W41", "2022-10-09", "2022-10-16"),
        ("2022-W41-3", "2022-10-12", "2022-10-12"),
        ("2022-W41-WE", "2022-10-15", "2022-10-16"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2022-H1", "2022-01-01", "2022-06-30"),
        ("2022-SU", "2022-06-01", "2022-09-23"),
        ("2022-WI", "2022-01-01", "2023-03-21"),
        ("201", "2010-01-01", "2019-12-31"),
        ("2021-10-30/2021-11-02", "2021-10-30", "2021-11-02"),
        ("2018/2022", "2018-01-01", "2022-12-31"),
        ("2022/2018", None, None),
        ("2018/2019/2020", None, None),
        ("2018/", None, None),
        ("20", "2000-01-01", "2099-12-31"),
        ("0001", None, "0001-12-31"),
        ("9999", "9999-01-01", None),
        ("9999-W52", None, None),
        ("2021-02-30", None, None),
        ("2021-13", None, None),
        ("2021-W54", None, None),
        ("0000", None, None),
        ("BC0044", None, None),
        ("XXXX-WXX-5", None, None),
        ("P3Y", None, None),
        ("", None, None),
    ],
)
def test_a_value_covers_these_days(value: str, earliest: str | None, latest: str | None) -> None:
    assert interval(value) == (earliest, latest)


FRIDAY = "2023-09-22"


@pytest.mark.parametrize(
    ("time", "value", "earliest", "latest"),
    [
        pytest.param(a_time(unit="day"), "2023-09-22", "2023-09-22", "2023-09-22", id="today"),
        pytest.param(a_time("TNI", "day", -1), "2023-09-21TNI", "2023-09-21", "2023-09-21", id="last night"),
        pytest.param(a_time(unit="week", offset=-1), "2023-W37", "2023-09-10", "2023-09-17", id="last week"),
        pytest.param(a_time(unit="week", offset=-1, mod="START"), "2023-W37", "2023-09-10", "2023-09-13", id="early last week"),
        pytest.param(
            a_time(unit="week", direction="past", mod="START"), "2023-W38", "2023-09-17", "2023-09-22", id="earlier this week"
        ),
        pytest.param(a_time(unit="year", direction="future", mod="END"), "2023", "2023-09-22", "2023-12-31", id="later this year"),
        pytest.param(a_time(unit="weekend", offset=-1), "2023-W37-WE", "2023-09-16", "2023-09-17", id="last weekend"),
        pytest.param(a_time(unit="month", offset=-9), "2022-12", "2022-12-01", "2022-12-31", id="nine months ago"),
        pytest.param(a_time(unit="quarter", offset=-3), "2022-Q4", "2022-10-01", "2022-12-31", id="three quarters ago"),
        pytest.param(a_time(unit="year", offset=-1), "2022", "2022-01-01", "2022-12-31", id="last year"),
        pytest.param(a_time(unit="year", offset=-2, mod="BEFORE"), "2021", None, "2021-12-31", id="more than two years ago"),
        pytest.param(a_time(unit="year", offset=-2, mod="APPROX"), "2021", "2020-01-01", "2022-12-31", id="about two years ago"),
        pytest.param(a_time(unit="decade"), "202", "2020-01-01", "2029-12-31", id="this decade"),
        pytest.param(a_time(unit="century", offset=-1), "19", "1900-01-01", "1999-12-31", id="last century"),
        pytest.param(a_time("XXXX-WXX-5", direction="past"), "2023-09-22", "2023-09-22", "2023-09-22", id="resigned Friday"),
        pytest.param(a_time("XXXX-WXX-5", direction="future"), "2023-09-22", "2023-09-22", "2023-09-22", id="will meet Friday"),
        pytest.param(a_time("XXXX-WXX-5", direction="near"), "2023-09-22", "2023-09-22", "2023-09-22", id="Friday"),
        pytest.param(a_time("XXXX-WXX-3", direction="past"), "2023-09-20", "2023-09-20", "2023-09-20", id="resigned Wednesday"),
        pytest.param(a_time("XXXX-WXX-3", direction="future"), "2023-09-27", "2023-09-27", "2023-09-27", id="will meet Wednesday"),
        pytest.param(a_time("XXXX-WXX-5", offset=-1, direction="past"), "2023-09-15", "2023-09-15", "2023-09-15", id="last Friday"),
        pytest.param(
            a_time("XXXX-WXX-5", offset=1, direction="future"), "2023-09-29", "2023-09-29", "2023-09-29", id="next Friday"
        ),
        pytest.param(a_time("XXXX-WXX-1TNI", direction="past"), "2023-09-18TNI", "2023-09-18", "2023-09-18", id="Monday night"),
        pytest.param(a_time("XXXX-WXX-3", "week", -1), "2023-W37-3", "2023-09-13", "2023-09-13", id="Wednesday of last week"),
        pytest.param(a_time("XXXX-03", direction="past"), "2023-03", "2023-03-01", "2023-03-31", id="resigned in March"),
        pytest.param(a_time("XXXX-03", offset=1, direction="future"), "2024-03", "2024-03-01", "2024-03-31", id="next March"),
        pytest.param(a_time("XXXX-09", direction="past"), "2023-09", "2023-09-01", "2023-09-30", id="in September"),
        pytest.param(a_time("XXXX-09", offset=-1, direction="past"), "2022-09", "2022-09-01", "2022-09-30", id="last September"),
        pytest.param(a_time("XXXX-10", "year", -1), "2022-10", "2022-10-01", "2022-10-31", id="October of last year"),
        pytest.param(a_time("XXXX-11-08", direction="near"), "2023-11-08", "2023-11-08", "2023-11-08", id="Nov. 8"),
        pytest.param(a_time("XXXX-11", "", -1, "near"), "2023-11", "2023-11-01", "2023-11-30", id="November, soon to come"),
        pytest.param(a_time("XXXX-02", direction="near"), "2024-02", "2024-02-01", "2024-02-29", id="February, the nearer"),
        pytest.param(a_time("XXXX-02", "", -1, "near"), "2023-02", "2023-02-01", "2023-02-28", id="February, rather gone by"),
        pytest.param(a_time("XXXX-02-29", direction="past"), "2020-02-29", "2020-02-29", "2020-02-29", id="Feb. 29"),
        pytest.param(
            a_time("XXXX-11-22+4", direction="past"), "2022-11-24", "2022-11-24", "2022-11-24", id="they met on Thanksgiving"
        ),
        pytest.param(a_time("XXXX-EA+0", offset=1, direction="future"), "2024-03-31", "2024-03-31", "2024-03-31", id="next Easter"),
        pytest.param(a_time("XXXX-11-02+2", "year", 1), "2024-11-05", "2024-11-05", "2024-11-05", id="Election Day next year"),
        pytest.param(
            a_time("XXXX-10-03/XXXX-10-05", direction="past"),
            "2022-10-03/2022-10-05",
            "2022-10-03",
            "2022-10-05",
            id="it rained Oct. 3-5",
        ),
        pytest.param(
            a_time("XXXX-WXX-2T10:00", direction="past"), "2023-09-19T10:00", "2023-09-19", "2023-09-19", id="10 a.m. Tuesday"
        ),
        pytest.param(a_time("XXXX-02-30", direction="near"), "XXXX-02-30", None, None, id="Feb. 30"),
        pytest.param(a_time("XXXX-FA", offset=-1, direction="past"), "2022-FA", "2022-09-01", "2022-12-21", id="last fall"),
        pytest.param(a_time("XXXX-WXX-5", direction="none"), "XXXX-WXX-5", None, None, id="a Friday"),
        pytest.param(a_time("P3Y", kind="DURATION"), "P3Y", None, None, id="three years"),
        pytest.param(
            a_time("P3M", direction="past", kind="DURATION"), "P3M", "2023-06-01", "2023-09-22", id="the past three months"
        ),
        pytest.param(a_time("P1W", kind="SET"), "P1W", None, None, id="every week"),
        pytest.param(a_time("PAST_REF"), "PAST_REF", None, "2023-09-22", id="once"),
        pytest.param(a_time(unit="year", offset=-3000), "XXXX", None, None, id="3,000 years ago"),
    ],
)
def test_a_time_in_a_document_of_a_friday(time: Time, value: str, earliest: str | None, latest: str | None) -> None:
    found = anchor(time, on(FRIDAY))
    assert (found.value, found.earliest, found.latest) == (value, earliest, latest)


def test_the_anchor_is_named_where_a_day_was_counted_from() -> None:
    assert anchor(a_time(unit="week"), on(FRIDAY)).anchor == FRIDAY
    assert anchor(a_time("2021-10"), on(FRIDAY)).anchor == ""
    assert anchor(a_time(unit="week"), between("2023-09-01", FRIDAY)).anchor == ""


def test_on_a_sunday_last_week_is_either_week() -> None:
    found = anchor(a_time(unit="week", offset=-1), on("2022-10-16"))
    assert (found.earliest, found.latest) == ("2022-10-02", "2022-10-16")


def test_a_document_dated_to_an_interval_gives_what_its_ends_give() -> None:
    month = between("2023-09-01", "2023-09-30")
    found = anchor(a_time(unit="week", offset=-1), month)
    assert (found.value, found.earliest, found.latest) == ("XXXX-WXX", "2023-08-20", "2023-09-24")
    assert anchor(a_time(unit="year", offset=-1), month).value == "2022"
    half = anchor(a_time(unit="year", offset=-1), between(None, "2023-09-30", "inferred"))
    assert (half.value, half.earliest, half.latest) == ("XXXX", None, "2022-12-31")


def test_an_undated_document_leaves_values_open_but_absolute_ones() -> None:
    assert anchor(a_time("TNI", "day", -1), UNKNOWN_DATE).value == "XXXX-XX-XXTNI"
    assert anchor(a_time("XXXX-WXX-3", direction="past"), UNKNOWN_DATE).value == "XXXX-WXX-3"
    found = anchor(a_time("2021-10", mod="MID"), UNKNOWN_DATE)
    assert (found.value, found.earliest, found.latest) == ("2021-10", "2021-10-08", "2021-10-24")


def test_a_holiday_that_nobody_dates_is_open_but_for_its_month() -> None:
    assert anchor(a_time("XXXX-11-22+4", direction="past"), UNKNOWN_DATE).value == "XXXX-11"
    assert anchor(a_time("XXXX-EA-2", direction="past"), UNKNOWN_DATE).value == "XXXX"
    assert anchor(a_time("XXXX-12-25", direction="past"), UNKNOWN_DATE).value == "XXXX-12-25"


@pytest.mark.parametrize(
    ("year", "name", "day"),
    [
        (2024, "EA+0", "2024-03-31"),
        (2019, "EA+0", "2019-04-21"),
        (1999, "EA-2", "1999-04-02"),
        (2024, "11-22+4", "2024-11-28"),
        (2024, "05-25+1", "2024-05-27"),
        (2022, "11-02+2", "2022-11-08"),
        (2024, "12-25", "2024-12-25"),
        (2024, "13-25", None),
        (9999, "12-31+3", None),
        (0, "EA+0", None),
        (2024, "Whitsun", None),
    ],
)
def test_a_holiday_is_on_its_day(year: int, name: str, day: str | None) -> None:
    found = holiday(year, name)
    assert (found.isoformat() if found else None) == day


def test_what_the_caller_gave_holds_over_metadata_over_print() -> None:
    stated, metadata = between("2023-01-01", "2023-01-01", "stated"), between("2023-01-02", "2023-01-02", "metadata")
    first, second = on("2023-01-03"), on("2023-01-04")
    assert choose([stated, metadata, first, second]) == first
    assert choose([stated, metadata]) == metadata
    assert choose([UNKNOWN_DATE, stated]) == stated
    assert choose([]) == UNKNOWN_DATE


def test_people_read_dates_by_latest_then_earliest_undated_last() -> None:
    dates = [UNKNOWN_DATE, between("2023-05-01", None), between(None, "2023-02-01"), on("2023-02-01"), on("2023-01-01")]
    assert sorted(dates, key=order) == [dates[4], dates[2], dates[3], dates[1], dates[0]]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-09-20", "2023-09-20"),
        (" 2023-09-20T23:30:00-07:00", "2023-09-20"),
        ("20230920", "2023-09-20"),
        ("2023-02-30", None),
        ("2023-9-20", None),
        ("0000-01-01", None),
        ("202309201", None),
        ("Wednesday", None),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: str | None) -> None:
    assert parse_day(text) == day


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
UNITS = {"day": 1, "week": 7}


@settings(deadline=None)
@given(DAYS, st.integers(0, 4000), st.sampled_from(sorted(UNITS)), st.sampled_from([-1, 1]))
def test_days_and_weeks_counted_never_leave_out_the_day(meant: date, count: int, unit: str, sign: int) -> None:
    try:
        published = meant - timedelta(days=sign * count * UNITS[unit])
    except OverflowError:
        return
    found = anchor(a_time(unit=unit, offset=sign * count), on(published.isoformat()))
    assert (found.earliest or "") <= meant.isoformat() <= (found.latest or "9999-12-31")


@settings(deadline=None)
@given(DAYS, st.integers(0, 6))
def test_a_weekday_in_its_direction_is_the_day_meant(meant: date, gap: int) -> None:
    value = f"XXXX-WXX-{meant.isoweekday()}"
    for direction, sign in (("past", 1), ("future", -1)):
        try:
            published = meant + timedelta(days=sign * gap)
        except OverflowError:
            continue
        found = anchor(a_time(value, direction=direction), on(published.isoformat()))  # type: ignore[arg-type]
        assert (found.value, found.earliest or "0001-01-01") == (meant.isoformat(), meant.isoformat())


@settings(deadline=None)
@given(
    st.text("0123456789XTWQHSPUFAIEDMYBCNO-_:/+", max_size=14),
    st.sampled_from(["", "day", "week", "weekend", "month", "quarter", "year", "decade", "century"]),
    st.integers(),
    st.sampled_from(["past", "future", "near", "none"]),
    st.sampled_from(["", "START", "MID", "END", "APPROX", "BEFORE", "AFTER"]),
    st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
    st.one_of(st.none(), DAYS.map(date.isoformat), st.just("2023-02-30")),
    st.one_of(st.none(), DAYS.map(date.isoformat), st.just("no day")),
)
def test_nothing_makes_anchoring_raise_or_turn_an_interval_round(
    value: str, unit: str, offset: int, direction: Direction, mod: str, kind: TimeType, low: str | None, high: str | None
) -> None:
    if low and high and low > high:
        low, high = high, low
    found = anchor(a_time(value, unit, offset, direction, mod, kind), between(low, high))
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
