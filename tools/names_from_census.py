"""Make the tables of names that come from the name files of the 1990 census of the United States.

    python tools/names_from_census.py CENSUS STORIES

CENSUS is a folder with `dist.male.first`, `dist.female.first` and `dist.all.last` (US Census Bureau, public domain; the package
`names` of PyPI holds copies). STORIES is a JSONL file of English texts (field `text`, packed with gzip): names that are common
words or places in it are left out, since there a capital alone does not tell a person.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from textwrap import wrap

KNOWLEDGE = Path(__file__).parents[1] / "src" / "onrecord" / "knowledge"
SURNAMES = 25_000
"""The commonest: they cover nine of ten Americans of the census' list."""
MOST_LOWER = 2
"""A name seen more often than this in lower case is a word as well."""
ONE_GENDER = 0.9

SOURCE = """\
# Source: US Census Bureau, frequently occurring names of the 1990 census, public domain; those that are common words in press
# releases are left out. Made by tools/names_from_census.py, not to be edited by hand.
"""


def main() -> None:
    """Write the tables."""
    census, stories = Path(sys.argv[1]), Path(sys.argv[2])
    words = _words(stories)
    placed = _placed()
    _write_given(census, words, placed)
    _write_surnames(census, words, placed)
    _write_shares(census)


def _words(stories: Path) -> Counter[str]:
    with gzip.open(stories, "rt", encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines)
        return Counter(word for text in texts for word in re.findall(r"(?<![\w.@])[a-z]+(?![\w@])", text))


def _placed() -> frozenset[str]:
    rows = (KNOWLEDGE / "places.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for row in rows if not row.startswith("#") for form in row.split("\t") for word in form.split())


def _shares(path: Path) -> dict[str, float]:
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if row}


def _write_given(census: Path, words: Counter[str], placed: frozenset[str]) -> None:
    male, female = _shares(census / "dist.male.first"), _shares(census / "dist.female.first")
    genders: dict[str, list[str]] = {"m": [], "f": [], "u": []}
    for name in sorted(male.keys() | female.keys()):
        if len(name) > 2 and words[name] <= MOST_LOWER and name not in placed:
            share = male.get(name, 0.0) / (male.get(name, 0.0) + female.get(name, 0.0))
            genders["m" if share >= ONE_GENDER else "f" if share <= 1 - ONE_GENDER else "u"].append(name)
    head = "# Given names common in the United States beyond those that legislators bear: gender (m, f, u), folded names.\n"
    head += SOURCE + "# Used with given_names.tsv and given_names_world.tsv, whose rows come first.\n"
    lines = [f"{gender}\t{line}" for gender, names in genders.items() for line in wrap(" ".join(names), 126)]
    (KNOWLEDGE / "given_names_census.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _write_surnames(census: Path, words: Counter[str], placed: frozenset[str]) -> None:
    common = list(_shares(census / "dist.all.last"))[:SURNAMES]
    kept = sorted(name for name in common if len(name) > 2 and words[name] <= MOST_LOWER and name not in placed)
    head = "# Surnames common in the United States, folded, in alphabetical order.\n" + SOURCE
    head += "# Used with surnames.tsv and surnames_world.tsv to tell persons' names from others; they say nothing of frequency.\n"
    table = head + "\n".join(wrap(" ".join(kept), 128)) + "\n"
    (KNOWLEDGE / "surnames_census.tsv").write_text(table, encoding="utf-8", newline="\n")


def _write_shares(census: Path) -> None:
    """Every surname to which the census gives a share, common words as well: here capitals are not what tells a name."""
    names: dict[int, list[str]] = {}
    for name, percent in _shares(census / "dist.all.last").items():
        if percent > 0:
            names.setdefault(round(1000 * percent), []).append(name)
    head = "# How many of a hundred thousand Americans bear a surname: number, folded surnames; those borne by less than one\n"
    head += "# are left out.\n"
    head += "# Source: US Census Bureau, frequently occurring names of the 1990 census, public domain. Made by\n"
    head += "# tools/names_from_census.py, not to be edited by hand. Used to weigh how much a shared surname says.\n"
    lines = [f"{many}\t{line}" for many in sorted(names, reverse=True) for line in wrap(" ".join(sorted(names[many])), 124)]
    (KNOWLEDGE / "surname_shares.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
