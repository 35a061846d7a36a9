"""Which known person somebody in the record is, and where print disagrees with the office that the list has."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.spans import Span
from onrecord.knowledge.packs import KnownOffice, read_pack
from onrecord.resolution.holding import held_on, held_throughout, only_after, over_before
from onrecord.resolution.known_people import Candidate, Known, Listed, candidates, listed_in
from onrecord.resolution.office_conflicts import office_conflicts
from onrecord.resolution.printed_offices import PrintedOffice, PrintedTag, named_office, tag_after
from small_packs import office, pack, person

SENATOR = office("senator", "2019-01-03", "2025-01-03")


def listed(*people: dict[str, Any], name: str = "assembly") -> tuple[Listed, ...]:
    return tuple(listed_in(one, name, "2031-06-01", "0" * 64) for one in read_pack(pack(*people, name=name), name).people)


def on(day: str | None) -> Date:
    return Date(day, day, "metadata") if day else UNKNOWN_DATE


def printed(words: str, day: str | None, document: str = "", *, former: bool = False) -> PrintedOffice:
    named = named_office(words)
    assert named is not None
    return PrintedOffice(document or f"{day}", on(day), Span(0, len(words)), words, named, former)


def tag(text: str, day: str) -> PrintedTag:
    found = tag_after(text, Span(0, 0))
    assert found is not None
    return PrintedTag(day, on(day), *found)


def found(name: str, offices: list[PrintedOffice], people: tuple[Listed, ...], tags: tuple[PrintedTag, ...] = ()) -> dict[str, str]:
    return {one.known.rows[0].row.id: one.refused for one in candidates(name, offices, tags, people)}


def the_one(name: str, offices: list[PrintedOffice], people: tuple[Listed, ...]) -> Candidate:
    (only,) = candidates(name, offices, (), people)
    return only


# Who is meant


def test_a_name_with_the_office_held_on_that_day_is_the_known_person() -> None:
    only = the_one("Ilse Tennant", [printed("Sen.", "2020-05-01")], listed(person("a:1", "Ilse Tennant", SENATOR)))
    assert (only.refused, only.reasons) == (
        "",
        ("same first name and surname", "senator in print in 1 document, as in the pack"),
    )


@pytest.mark.parametrize(
    ("name", "in_pack"),
    [
        ("Ilse Tennant", "Ilse M. Tennant"),
        ("Ilse M. Tennant", "Ilse Maria Tennant"),
        ("Bill Tennant", "William Tennant"),
        ("William Tennant", "Bill Tennant"),
        ("Íñigo Dávalos", "Inigo Davalos"),
        ("J.R. Tennant", "J. R. Tennant"),
        ("Ilse Tennant Jr.", "Ilse Tennant, Jr."),
    ],
)
def test_forms_of_one_name_agree(name: str, in_pack: str) -> None:
    assert found(name, [printed("Sen.", "2020-05-01")], listed(person("a:1", in_pack, SENATOR))) == {"a:1": ""}


@pytest.mark.parametrize(
    ("name", "in_pack"),
    [
        ("Tennant", "Ilse Tennant"),
        ("I. Tennant", "Ilse Tennant"),
        ("Ilse K. Tennant", "Ilse M. Tennant"),
        ("Ilse Tennant Jr.", "Ilse Tennant"),
        ("Robert Tennant", "William Tennant"),
        ("Ilse Tennant", "Ilse Tennant-Rao"),
    ],
)
def test_other_names_are_of_nobody(name: str, in_pack: str) -> None:
    assert found(name, [printed("Sen.", "2020-05-01")], listed(person("a:1", in_pack, SENATOR))) == {}


def test_a_name_alone_is_nobody_however_rare() -> None:
    assert found("Ilse Tennant", [], listed(person("a:1", "Ilse Tennant", SENATOR))) == {"a:1": "nothing but the name agrees"}


@pytest.mark.parametrize("day", ["2018-05-01", None])
def test_an_office_printed_when_it_was_not_held_or_on_no_known_day_says_nothing(day: str | None) -> None:
    people = listed(person("a:1", "Ilse Tennant", SENATOR))
    assert found("Ilse Tennant", [printed("Sen.", day)], people) == {"a:1": "nothing but the name agrees"}


def test_an_office_printed_as_past_agrees_once_it_is_over() -> None:
    people = listed(person("a:1", "Ilse Tennant", SENATOR))
    assert found("Ilse Tennant", [printed("former Sen.", "2026-05-01", former=True)], people) == {"a:1": ""}
    assert found("Ilse Tennant", [printed("Sen.", "2026-05-01")], people) == {"a:1": "nothing but the name agrees"}


def test_who_is_not_listed_again_left_by_the_end_of_the_term() -> None:
    people = listed(person("a:1", "Ilse Tennant", SENATOR | {"incumbent": True}, listed="2020-06-01"))
    assert found("Ilse Tennant", [printed("Sen.", "2020-05-01")], people) == {"a:1": ""}
    assert found("Ilse Tennant", [printed("Sen.", "2024-05-01")], people) == {"a:1": "nothing but the name agrees"}
    assert found("Ilse Tennant", [printed("former Sen.", "2024-05-01", former=True)], people) == {
        "a:1": "nothing but the name agrees"
    }
    assert found("Ilse Tennant", [printed("former Sen.", "2025-05-01", former=True)], people) == {"a:1": ""}


def test_a_governors_title_is_kept_for_life() -> None:
    people = listed(person("a:1", "Ilse Tennant", office("governor", "2011-01-03", "2015-01-03")))
    assert found("Ilse Tennant", [printed("Gov.", "2026-05-01")], people) == {"a:1": ""}


def test_a_state_senator_is_no_senator_of_the_united_states() -> None:
    people = listed(
        person("a:1", "Ilse Tennant", SENATOR), person("a:2", "Ilse Tennant", office("state senator", "2019-01-03", "2025-01-03"))
    )
    assert found("Ilse Tennant", [printed("U.S. Sen.", "2020-05-01")], people) == {"a:1": "", "a:2": "nothing but the name agrees"}
    assert found("Ilse Tennant", [printed("state Sen.", "2020-05-01")], people) == {"a:2": "", "a:1": "nothing but the name agrees"}


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("Councilmember", ""),
        ("Osterby City Councilman", ""),
        ("Osterby council member", ""),
        ("Ulmen City Councilman", "nothing but the name agrees"),
        ("Ohio Councilman", ""),
    ],
)
def test_a_member_of_a_body_by_the_beginning_of_its_name(words: str, refused: str) -> None:
    seat = office("council member", "2019-01-03", "2025-01-03", organization="Osterby City Council")
    assert found("Ilse Tennant", [printed(words, "2020-05-01")], listed(person("a:1", "Ilse Tennant", seat))) == {"a:1": refused}


def test_two_known_people_who_fit_as_well_are_neither() -> None:
    people = listed(person("a:1", "Ilse Tennant", SENATOR), person("a:2", "Ilse Tennant", SENATOR | {"place": "Texas"}))
    refused = "another person of the name fits as well"
    assert found("Ilse Tennant", [printed("Sen.", "2020-05-01")], people) == {"a:1": refused, "a:2": refused}
    assert found("Ilse Tennant", [printed("Texas Sen.", "2020-05-01")], people)["a:2"] == ""
    texan = found("Ilse Tennant", [printed("Sen.", "2020-05-01")], people, (tag(" (R-Texas)", "2020-05-01"),))
    assert texan == {"a:1": "print disagrees in 1 of 1 documents", "a:2": ""}


def test_whoever_held_the_office_then_goes_before_whoever_had_held_it() -> None:
    people = listed(
        person("a:1", "Ilse Tennant", office("governor", "2001-01-03", "2005-01-03")),
        person("a:2", "Ilse Tennant", office("governor", "2019-01-03", "2025-01-03")),
    )
    assert found("Ilse Tennant", [printed("Gov.", "2020-05-01")], people)["a:2"] == ""
    assert found("Ilse Tennant", [printed("Gov.", "2020-05-01")], people)["a:1"] != ""


def test_a_common_name_takes_more_than_an_office() -> None:
    people = listed(person("a:1", "John Smith", office("representative", "2019-01-03", "2025-01-03", party="Republican")))
    assert found("John Smith", [printed("Rep.", "2020-05-01")], people) == {"a:1": "a common name"}
    assert found("John Smith", [printed("Ohio Rep.", "2020-05-01")], people) == {"a:1": ""}
    assert found("John Smith", [printed("Rep.", "2020-05-01")], people, (tag(", R-Ohio,", "2020-05-01"),)) == {"a:1": ""}


def test_print_that_disagrees_as_often_is_of_somebody_else() -> None:
    people = listed(person("a:1", "Ilse Tennant", SENATOR))
    offices = [printed("Sen.", "2020-05-01"), printed("Mayor", "2020-06-01")]
    assert found("Ilse Tennant", offices, people) == {"a:1": "print disagrees in 1 of 2 documents"}
    assert found("Ilse Tennant", [*offices, printed("Sen.", "2020-05-02"), printed("Sen.", "2020-05-03")], people) == {"a:1": ""}


def test_rows_of_two_packs_that_share_an_id_are_one_person() -> None:
    ids = {"bioguide": "T1"}
    people = (
        *listed(person("a:1", "Ilse Tennant", SENATOR, ids=ids)),
        *listed(person("b:1", "Ilse Tennant", office("governor", "2025-01-04", incumbent=True), ids=ids), name="governors"),
    )
    only = the_one("Ilse Tennant", [printed("Gov.", "2026-05-01")], people)
    assert [listed.row.id for listed in only.known.rows] == ["a:1", "b:1"]


def test_rows_that_share_no_id_are_both_taken_where_no_print_agrees_with_both() -> None:
    people = (
        *listed(person("a:1", "Ilse Tennant", SENATOR)),
        *listed(person("b:1", "Ilse Tennant", office("governor", "2025-01-04", incumbent=True)), name="governors"),
    )
    offices = [printed("Sen.", "2020-05-01"), printed("Gov.", "2026-05-01")]
    assert found("Ilse Tennant", offices, people) == {"a:1": "", "b:1": ""}


# Where print disagrees

BOTH = person("a:1", "Ilse Tennant", office("representative", "2013-01-03", "2019-01-03"), SENATOR)


def conflicts(*offices: PrintedOffice) -> list[tuple[str, list[str], list[str]]]:
    known = Known(listed(BOTH))
    return [
        (one.kind, [office.role for office, _ in one.offices], [office.role for office, _ in one.held])
        for one in office_conflicts(known, offices)
    ]


def test_print_that_agrees_is_no_conflict() -> None:
    assert (
        conflicts(printed("Rep.", "2014-05-01"), printed("Sen.", "2020-05-01"), printed("former Rep.", "2020-05-01", former=True))
        == []
    )


@pytest.mark.parametrize(
    ("words", "day", "former", "expected"),
    [
        ("Gov.", "2020-05-01", False, ("another office", [], ["senator"])),
        ("Rep.", "2020-05-01", False, ("over", ["representative"], ["senator"])),
        ("Sen.", "2014-05-01", False, ("another office", ["senator"], ["representative"])),
        ("Rep.", "2011-05-01", False, ("to come", ["representative"], [])),
        ("former Sen.", "2020-05-01", True, ("not over", ["senator"], ["senator"])),
        ("Texas Sen.", "2020-05-01", False, ("another office", [], ["senator"])),
    ],
)
def test_a_title_that_was_not_held_then(words: str, day: str, former: bool, expected: tuple[str, list[str], list[str]]) -> None:
    assert conflicts(printed(words, day, former=former)) == [expected]


@pytest.mark.parametrize(
    ("words", "day"),
    [("Rep.", "2019-01-20"), ("Sen.", "2018-12-20"), ("Sen.", None), ("Majority Leader", "2020-05-01"), ("Gov.", "2028-05-01")],
)
def test_nothing_is_held_against_print_near_a_bound_undated_or_beyond_what_a_pack_knows(words: str, day: str | None) -> None:
    assert conflicts(printed(words, day)) == []


# Days

DAYS = st.dates().map(lambda day: day.isoformat())


@given(st.lists(DAYS, min_size=4, max_size=4), st.booleans())
def test_no_day_is_both_in_an_office_and_out_of_it(days: list[str], incumbent: bool) -> None:
    since, until, listed_on = sorted(days[:3])
    seat = KnownOffice("mayor", "Ulmen", since=since, until=until, incumbent=incumbent)
    held = held_on(seat, days[3], listed_on)
    assert held == ("held" if since <= days[3] <= until else "not held")
    day = on(days[3])
    assert held_throughout(seat, day, listed_on) == (held == "held")
    assert [held == "held", over_before(seat, day, listed_on), only_after(seat, day)].count(True) == 1


def test_a_title_kept_for_life_is_no_conflict() -> None:
    known = Known(listed(person("a:1", "Ilse Tennant", office("governor", "2011-01-03", "2015-01-03"))))
    assert office_conflicts(known, [printed("Gov.", "2026-05-01")]) == ()


def test_what_a_list_has_as_still_to_come_is_not_known() -> None:
    seat = KnownOffice("mayor", "Ulmen", since="2030-01-01", until="2034-01-01", incumbent=True)
    assert [held_on(seat, day, "2031-06-01") for day in ("2029-12-31", "2031-06-01", "2031-06-02", "2034-01-02")] == [
        "not held",
        "held",
        "unknown",
        "not held",
    ]
    assert held_on(KnownOffice("mayor", "Ulmen", until="2030-01-01"), "2020-01-01", "2031-06-01") == "unknown"
    assert held_on(KnownOffice("mayor", "Ulmen", since="2010-01-01"), "2020-01-01", "2031-06-01") == "unknown"
