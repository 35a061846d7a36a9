"""The making of packs from lists: terms that go on are one stint, two stints stay two, days that are not there are not made up."""

from typing import Any

from tools.packs import congress, executive, states

DAY = "2031-06-01"
REP = {"type": "rep", "state": "OH", "district": 3, "party": "Democrat"}
IDS = {"bioguide": "T1", "govtrack": 7, "fec": ["H1"]}


def made(maker: Any, row: dict[str, Any]) -> dict[str, Any]:
    (person,) = maker([row], DAY)
    return dict(person)


def in_congress(*terms: dict[str, Any], snapshot: str = DAY, **more: Any) -> dict[str, Any]:
    name = {"first": "Ilse", "middle": "M.", "last": "Tennant", "nickname": "Lil", "suffix": "Jr."}
    return {"id": IDS, "name": name, "terms": list(terms), "_last_snapshot": snapshot, **more}


def days(person: dict[str, Any]) -> list[tuple[str | None, str | None, bool]]:
    return [(office.get("since"), office.get("until"), office.get("incumbent", False)) for office in person["offices"]]


def test_terms_that_go_on_are_one_stint_and_two_stints_are_two() -> None:
    terms = [("1983-01-03", "1984-10-12"), ("1985-01-03", "1986-10-18"), ("1995-01-04", "1997-01-03"), ("2031-01-03", "2033-01-03")]
    person = made(congress, in_congress(*(REP | {"start": start, "end": end} for start, end in terms)))
    assert days(person) == [
        ("1983-01-03", "1986-10-18", False),
        ("1995-01-04", "1997-01-03", False),
        ("2031-01-03", "2033-01-03", True),
    ]


def test_a_change_of_party_or_district_is_an_office_of_its_own() -> None:
    parts = [
        {"start": "2021-01-03", "end": "2021-05-31", "party": "Democrat"},
        {"start": "2021-06-01", "end": "2023-01-03", "party": "Independent"},
    ]
    person = made(congress, in_congress(REP | {"start": "2021-01-03", "end": "2023-01-03", "party_affiliations": parts}))
    assert [(office["party"], office["since"]) for office in person["offices"]] == [
        ("Democratic", "2021-01-03"),
        ("Independent", "2021-06-01"),
    ]


def test_all_forms_of_a_name_are_there_once_with_ids_that_others_use() -> None:
    person = made(congress, in_congress(REP | {"start": "2021-01-03", "end": "2023-01-03"}, snapshot="2022-12-15"))
    assert (person["name"], person["ids"], person["listed"]) == ("Lil Tennant", {"bioguide": "T1", "govtrack": "7"}, "2022-12-15")
    assert person["names"] == ["Ilse M. Tennant", "Ilse M. Tennant Jr.", "Ilse Tennant", "Ilse Tennant Jr.", "Lil Tennant Jr."]
    assert days(person) == [("2021-01-03", "2023-01-03", True)]


def test_territories_send_delegates_and_senators_have_no_district() -> None:
    delegate = made(congress, in_congress(REP | {"start": "2021-01-03", "end": "2023-01-03", "state": "DC", "district": 0}))
    senator = made(
        congress, in_congress({"type": "sen", "state": "OH", "party": "Democrat", "start": "2021-01-03", "end": "2027-01-03"})
    )
    assert [(one["offices"][0]["role"], one["offices"][0].get("post")) for one in (delegate, senator)] == [
        ("delegate", "at large"),
        ("senator", None),
    ]


def test_presidents() -> None:
    terms = [{"type": "prez", "start": "1917-03-04", "end": "1921-03-04", "party": "Democrat"}]
    person = made(executive, {"id": {"govtrack": 7}, "name": {"first": "Ilse", "last": "Tennant"}, "terms": terms})
    assert (person["id"], days(person)) == ("govtrack:7", [("1917-03-04", "1921-03-04", False)])


def in_state(*roles: dict[str, Any], kind: str = "legislature", **more: Any) -> dict[str, Any]:
    jurisdiction = {"jurisdiction": "ocd-jurisdiction/country:us/state:ca/government"}
    return {"id": "ocd-person/1", "name": "Ilse Tennant", "roles": [jurisdiction | role for role in roles], "_kind": kind, **more}


def test_what_a_list_does_not_say_is_left_out() -> None:
    now = made(states, in_state({"type": "lower", "start_date": "2029-12-07", "district": "4"}, party=[{"name": "Democratic"}]))
    assert now["offices"] == [
        {
            "role": "assembly member",
            "organization": "California State Assembly",
            "post": "District 4",
            "place": "California",
            "party": "Democratic",
            "since": "2029-12-07",
            "incumbent": True,
        }
    ]
    assert days(made(states, in_state({"type": "upper", "end_date": "2010-01-01"}, kind="retired"))) == [
        (None, "2010-01-01", False)
    ]
    reversed_days = {"type": "upper", "start_date": "2012-01-01", "end_date": "2010-01-01"}
    assert days(made(states, in_state(reversed_days, kind="retired"))) == [(None, None, False)]


def test_mayors_are_of_their_town_and_members_of_congress_alone_are_left_out() -> None:
    town = "ocd-jurisdiction/country:us/state:ca/place:san_ulmo/government"
    mayor = made(states, in_state({"type": "mayor", "end_date": "2032-01-01", "jurisdiction": town}, kind="municipalities"))
    assert [mayor["offices"][0][what] for what in ("role", "organization", "place")] == ["mayor", "San Ulmo", "California"]
    federal = {"type": "lower", "start_date": "2029-01-03", "jurisdiction": "ocd-jurisdiction/country:us/government"}
    assert list(states([in_state(federal)], DAY)) == []


def test_other_names_that_say_more_are_kept_and_initials_are_not() -> None:
    others = [{"name": "I. Tennant"}, {"name": "Tennant, I."}, {"name": "Ilse Mathilda Tennant"}]
    person = made(states, in_state({"type": "upper"}, other_names=others, given_name="Ilse", family_name="Tennant"))
    assert person["names"] == ["Ilse Mathilda Tennant"]
