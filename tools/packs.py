"""Make the packs under packs/ from the public-domain (CC0) lists of people in office.

python tools/packs.py FOLDER SNAPSHOT

FOLDER holds us_congress_2011_2026.jsonl.gz and us_executive.yaml.gz (of congress-legislators) and openstates_people.jsonl.gz (of
openstates/people); SNAPSHOT is the day they are of. The same lists give the same bytes.
"""

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from onrecord.core.names import fold
from onrecord.knowledge.packs import FORMAT, read_pack

PACKS = Path(__file__).parent.parent / "packs"
Row = Mapping[str, Any]
Plain = dict[str, Any]

CONGRESS = ("the @unitedstates project, congress-legislators", "https://github.com/unitedstates/congress-legislators")
OPENSTATES = ("Open States, people", "https://github.com/openstates/people")
LICENCE = "CC0-1.0"

KEPT_IDS = ("bioguide", "govtrack", "wikidata")
"""The ids of the source that others use too, so that people of two packs, or of another list, can be told to be one."""

WHOLE_TERM = 200
"""Days between the end of one Congress as the list has it and the beginning of the next. Before 2009 its terms end when Congress
adjourned for good, as early as July; they go on in January."""

JOINED = 31
"""Days that may lie between two terms of one office and still be one stint: state lists have the days of sessions and elections."""


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory: its name, its lower or only house with what a member is called, whether it is a territory."""

    name: str
    member: str
    house: str
    territory: bool


def _states() -> dict[str, State]:
    rows = (line.split("\t") for line in STATES_FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {code: State(name, member, house, "territory" in rest) for code, name, member, house, *rest in rows}


STATES_FILE = Path(__file__).with_name("states.tsv")
STATES = _states()

LEADERS = {
    "speaker of the house": "speaker",
    "majority leader": "senate majority leader",
    "minority leader": "senate minority leader",
}
"""Offices of leaders that the list names in two ways, and the way that the packs name them."""

PARTIES = {"Democrat": "Democratic"}


def congress(rows: Iterable[Row], snapshot: str) -> Iterator[Plain]:
    """Members of Congress, and those of its leaders' offices that the list has."""
    for row in rows:
        day = min(row["_last_snapshot"], snapshot)
        offices = [office for term in row["terms"] for office in _terms(term)]
        led = [_led(role) for role in row.get("leadership_roles", ())]
        yield _person(f"bioguide:{row['id']['bioguide']}", row, stints([*offices, *led], WHOLE_TERM), day)


def executive(rows: Iterable[Row], snapshot: str) -> Iterator[Plain]:
    """Presidents and vice presidents."""
    roles = {"prez": "president", "viceprez": "vice president"}
    for row in rows:
        ids = row["id"]
        named = f"bioguide:{ids['bioguide']}" if "bioguide" in ids else f"govtrack:{ids['govtrack']}"
        terms = [
            _office(roles[term["type"]], "United States", party=_party(term["party"]), since=term["start"], until=term["end"])
            for term in row["terms"]
        ]
        yield _person(named, row, stints(terms, 1), snapshot)


def states(rows: Iterable[Row], snapshot: str) -> Iterator[Plain]:
    """Governors, other officials, legislators and mayors of the states; those whom the list has in Congress alone are left out."""
    for row in rows:
        offices = list(filter(None, (_state_office(role, row) for role in row.get("roles", ()))))
        if offices:
            names = {row["name"], _joined(row.get("given_name", ""), row.get("family_name", ""))}
            names |= {other["name"] for other in row.get("other_names", ()) if _says_more(other["name"])}
            ids = {one["scheme"]: one["identifier"] for one in row.get("other_identifiers", ()) if one["scheme"] in KEPT_IDS}
            yield _plain(
                row["id"].replace("ocd-person/", "ocd-person:"), row["name"], names, ids, stints(offices, JOINED), snapshot
            )


def _terms(term: Row) -> Iterator[Plain]:
    """A term in Congress, one office for each party that it was served in."""
    state = STATES[term["state"]]
    for part in term.get("party_affiliations") or [term]:
        days = {"party": _party(part["party"]), "since": part["start"], "until": part["end"]}
        if term["type"] == "sen":
            yield _office("senator", "United States Senate", place=state.name, **days)
        else:
            role = {"PR": "resident commissioner"}.get(term["state"], "delegate") if state.territory else "representative"
            yield _office(role, "United States House of Representatives", _district(term["district"]), state.name, **days)


def _led(role: Row) -> Plain:
    """A leader's office, held when the list was taken where it has no end."""
    house = {"house": "United States House of Representatives", "senate": "United States Senate"}[role["chamber"]]
    title = LEADERS.get(role["title"].lower(), role["title"].lower())
    return _office(title, house, since=role["start"], until=role.get("end"), holds="end" not in role)


def _state_office(role: Row, row: Row) -> Plain | None:
    found = re.search(r"country:us/(?:state|district|territory):(\w\w)(?:/(?:place|county):([^/]+))?", role["jurisdiction"])
    if not found:
        return None
    code, town = found[1].upper(), (found[2] or "").replace("_", " ").replace("~", "'").title()
    state = STATES[code]
    since, until = role.get("start_date"), role.get("end_date")
    if since and until and until < since:
        since = until = None
    title, organization = _state_title(role["type"], state, town)
    post = _district(role.get("district", "")) if role["type"] in ("upper", "lower", "legislature") else ""
    holds = row["_kind"] != "retired" and until is None
    return _office(title, organization, post, state.name, _party_now(row), since, until, holds=holds)


def _state_title(kind: str, state: State, town: str) -> tuple[str, str]:
    """What an office of a state is called, and whose it is."""
    if kind == "upper":
        return "state senator", f"{state.name} Senate"
    if kind in ("lower", "legislature"):
        return state.member, f"{state.name} {state.house}"
    if kind == "mayor":
        return "mayor", town or state.name
    return {"lt_governor": "lieutenant governor"}.get(kind, kind), state.name


def _party_now(row: Row) -> str:
    """The party of the list, where it has one that has not ended: it has one for the person, not for each office."""
    running = [party["name"] for party in row.get("party", ()) if not party.get("end_date")]
    return running[0] if len(running) == 1 else ""


def _party(name: str) -> str:
    return PARTIES.get(name, name)


def _district(district: object) -> str:
    text = "" if district is None else str(district).strip()
    return "at large" if text in ("0", "At-Large", "At Large") else f"District {text}" if text else ""


def _office(
    role: str,
    organization: str,
    post: str = "",
    place: str = "",
    party: str = "",
    since: str | None = None,
    until: str | None = None,
    *,
    holds: bool = False,
) -> Plain:
    return {
        "role": role,
        "organization": organization,
        "post": post,
        "place": place,
        "party": party,
        "since": since,
        "until": until,
        "incumbent": holds,
    }


def stints(offices: Iterable[Plain], gap: int) -> list[Plain]:
    """The offices in order, those that go on within so many days of each other as one; two stints stay two."""
    found: list[Plain] = []
    for office in sorted(offices, key=_order):
        before = next((one for one in reversed(found) if _same(one, office)), None)
        if before is not None and _goes_on(before, office, gap):
            before["until"] = None if office["until"] is None else max(before["until"], office["until"])
            before["incumbent"] = before["incumbent"] or office["incumbent"]
        else:
            found.append(dict(office))
    return sorted(found, key=_order)


def _order(office: Plain) -> tuple[str, ...]:
    return (
        office["since"] or "",
        office["until"] or "9999",
        office["role"],
        office["organization"],
        office["post"],
        office["party"],
    )


def _same(one: Plain, other: Plain) -> bool:
    return all(one[what] == other[what] for what in ("role", "organization", "post", "place", "party"))


def _goes_on(before: Plain, after: Plain, gap: int) -> bool:
    if before["since"] == after["since"] and before["until"] == after["until"]:
        return True
    if not after["since"] or not before["since"] or not before["until"]:
        return False
    return (date.fromisoformat(after["since"]) - date.fromisoformat(before["until"])).days <= gap


def _person(named: str, row: Row, offices: list[Plain], day: str) -> Plain:
    """A person of congress-legislators: as the list has the full name, else first name and surname."""
    name = row["name"]
    firsts = (name["first"], _joined(name["first"], name.get("middle", "")), name.get("nickname", ""))
    names = {_joined(first, name["last"], suffix) for first in firsts if first for suffix in ("", name.get("suffix", ""))}
    names |= {_joined(name["first"], other["last"]) for other in row.get("other_names", ()) if "last" in other}
    full = name.get("official_full") or _joined(name.get("nickname") or name["first"], name["last"])
    ids = {scheme: str(row["id"][scheme]) for scheme in KEPT_IDS if scheme in row["id"]}
    return _plain(named, full, names, ids, offices, day)


def _plain(named: str, name: str, names: Iterable[str], ids: Plain, offices: list[Plain], day: str) -> Plain:
    """The line of a person as the list had it on a day; what is empty is left out."""
    others = {fold(other): other for other in sorted(set(names), reverse=True) if other and fold(other) != fold(name)}
    for office in offices:
        within = bool(office["since"] and office["until"] and office["since"] <= day <= office["until"])
        office["incumbent"] = within or (office["incumbent"] and (office["since"] or "") <= day)
    found: Plain = {"id": named, "name": name, "names": sorted(others.values()), "ids": dict(sorted(ids.items())), "listed": day}
    found["offices"] = [{what: value for what, value in office.items() if value} for office in offices]
    return {what: value for what, value in found.items() if value}


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _says_more(name: str) -> bool:
    """Whether another name of the list says more than initials and a surname, which follow from the full name."""
    first, *rest = name.split()
    return "," not in name and len(first.replace(".", "")) > 2 and bool(rest)


def _write(module: str, header: Plain, people: Iterable[Plain]) -> None:
    found = sorted(people, key=lambda person: person["id"])
    lines = [header | {"people": len(found)}, *found]
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines).encode("utf-8")
    read_pack(text, module)
    path = PACKS / header["name"] / "src" / module / "pack.jsonl.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text)
    print(f"{path}: {len(found)} people, {len(text)} bytes, {path.stat().st_size} packed")


def _rows(path: Path) -> list[Row]:
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    rows: list[Row] = yaml.safe_load(text) if ".yaml" in path.name else [json.loads(line) for line in text.split("\n") if line]
    return rows


Maker = Callable[[Iterable[Row], str], Iterator[Plain]]
MADE: tuple[tuple[str, str, str, Maker, tuple[str, str]], ...] = (
    ("us-congress", "Members of the United States Congress since 2011", "us_congress_2011_2026.jsonl.gz", congress, CONGRESS),
    ("us-executive", "Presidents and vice presidents of the United States", "us_executive.yaml.gz", executive, CONGRESS),
    ("us-states", "Governors, state legislators and mayors of the United States", "openstates_people.jsonl.gz", states, OPENSTATES),
)


def main(folder: Path, snapshot: str) -> None:
    """Write the three packs."""
    for name, title, file, maker, (attribution, source) in MADE:
        header = {"format": FORMAT, "name": name, "title": title, "snapshot": snapshot, "licence": LICENCE}
        header |= {"attribution": attribution, "source": source}
        _write(f"onrecord_pack_{name.replace('-', '_')}", header, maker(_rows(folder / file), snapshot))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
