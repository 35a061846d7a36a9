"""Make the lists of given names and surnames from the public-domain (CC0) lists of American legislators.

python tools/names_from_gazetteers.py FOLDER    (FOLDER holds openstates_people.jsonl.gz and us_congress_2011_2026.jsonl.gz)
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.core.names import fold, split_person

KNOWLEDGE = Path(__file__).parent.parent / "src" / "onrecord" / "knowledge"
FILES = ("openstates_people.jsonl.gz", "us_congress_2011_2026.jsonl.gz")
SOURCE = """\
# Source: people of openstates (https://github.com/openstates/people) and congress-legislators
# (https://github.com/unitedstates/congress-legislators), both CC0 1.0, as they were in November 2026;
# made by tools/names_from_gazetteers.py, not to be edited by hand.
"""
GIVEN = f"""\
# Given names: folded name, gender, number of American legislators who bear it.
# Gender is m or f where at least nine of ten with a known gender have it, else u.
# Used to tell persons' names from others and to match he and she.
{SOURCE}"""
SURNAMES = f"""\
# Surnames: folded surname (particles included), number of American legislators who bear it (two or more).
# Used to tell persons' names from others and to weigh how much a shared surname says.
{SOURCE}"""


def people(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Folded given name, folded surname and gender (m, f or u) of each person in the files."""
    for file in FILES:
        with gzip.open(folder / file, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield _parts(json.loads(line))


def _parts(row: dict[str, Any]) -> tuple[str, str, str]:
    if isinstance(row["name"], dict):
        first, last, gender = row["name"]["first"], row["name"]["last"], row["bio"].get("gender", "")
    else:
        whole = split_person(row["name"])
        first, last = row.get("given_name") or whole.first, row.get("family_name") or whole.last
        gender = row.get("gender", "")
    letter = gender[:1].lower()
    return (fold(first).split() or [""])[0], fold(last), letter if letter in ("m", "f") else "u"


def main(folder: Path) -> None:
    """Write given_names.tsv and surnames.tsv into the knowledge folder."""
    rows = list(people(folder))
    given = Counter(first for first, _, _ in rows if len(first) > 1)
    gendered = Counter((first, gender) for first, _, gender in rows)
    surnames = Counter(last for _, last, _ in rows if len(last) > 1)
    lines = [f"{name}\t{_gender(gendered[name, 'm'], gendered[name, 'f'])}\t{count}\n" for name, count in sorted(given.items())]
    _write("given_names.tsv", GIVEN, lines)
    _write("surnames.tsv", SURNAMES, [f"{name}\t{count}\n" for name, count in sorted(surnames.items()) if count > 1])


def _gender(men: int, women: int) -> str:
    known = men + women
    if not known:
        return "u"
    return "m" if men / known >= 0.9 else "f" if women / known >= 0.9 else "u"


def _write(name: str, header: str, lines: list[str]) -> None:
    (KNOWLEDGE / name).write_text(header + "".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
