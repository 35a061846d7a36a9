"""Pronouns of which it is known whom they mean, as the whole reading comes by them, with what rules and network tell of persons.

What is known is marked by people (GAP, GUM), told by another story (quotations that travel), or by nothing but gender
(`by_gender.py`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.travelling import surname_of
from tools.antecedents import Seen, gap_right, gum_right, open_texts

from benchmarks import gap
from onrecord.core.spans import Span
from onrecord.reading.antecedents import Candidate, candidates
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.inserts import blanked, inserts
from onrecord.reading.layout import Layout, layout
from onrecord.reading.neural.pieces import CutWords
from onrecord.reading.neural.reader import NeuralReader
from onrecord.reading.neural.referring import Referring
from onrecord.reading.nobody import nobody_named
from onrecord.reading.walk import Walk
from training import travelling
from training.by_gender import Genders, in_one_gender, of_one_gender, told

Right = Callable[[Seen], int | None]


class Judged(NamedTuple):
    """A pronoun of which it is known whom it means: its options' features, nobody's last, the network's scores, the right one."""

    options: tuple[tuple[str, ...], ...]
    network: tuple[float, ...]
    right: int


def from_gap(folder: Path, reader: NeuralReader) -> list[list[Judged]]:
    """The pronoun of each snippet, where it can be told."""
    return [list(judged(reader, each.text, partial(gap_right, each))) for each in gap.snippets(folder, "development")]


def from_gum(folder: Path, reader: NeuralReader) -> list[list[Judged]]:
    """The pronouns of each document of the open genres."""
    return [list(judged(reader, each.text, partial(gum_right, each))) for each in open_texts(folder)]


def from_travelling(folder: Path, reader: NeuralReader) -> Iterator[Judged]:
    """The pronouns that are the sources of words which other stories give to a name."""
    for story in travelling.read(folder):
        yield from judged(reader, story.text, partial(travelling_right, story.surnames))


def travelling_right(surnames: Mapping[Span, str], seen: Seen) -> int | None:
    """The number of the one candidate of that surname, None where the pronoun has no name elsewhere, or no candidate or several."""
    surname = surnames.get(seen.span)
    right = [number for number, each in enumerate(seen.candidates) if any(surname_of(form) == surname for form in each.group.forms)]
    return right[0] if len(right) == 1 else None


def judged(reader: NeuralReader, text: str, right: Right) -> Iterator[Judged]:
    """The pronouns of a text of which it is known whom they mean, as the reading comes by them."""
    found: list[tuple[Seen, list[float]]] = []
    page = layout(blanked(text, inserts(text)))
    referring = reader.referring(page)
    if referring is None:
        return

    def watching(walk: Walk, at: int, gender: str, near: list[Candidate]) -> list[Group]:
        seen = Seen(walk.layout.words[at].span, tuple(near), nobody_named(walk, at, gender))
        found.append((seen, referring.scores(walk, at, gender, near)))
        return referring(walk, at, gender, near)

    build_chains(page, reader.names(page), "", watching)
    for seen, scores in found:
        if (number := right(seen)) is not None:
            yield Judged(seen.options, tuple(scores), number)


def from_by_gender(texts: Iterable[str], reader: NeuralReader, known: Genders, cut: CutWords) -> Iterator[Judged]:
    """The pronouns of stories that nothing but their gender tells, as if all persons were of one; `known` as in `told`."""
    for number, text in enumerate(texts):
        page = layout(text)
        found = told(page, reader, known)
        referring = reader.referring_of(in_one_gender(page, found.persons, Random(str(number)), cut)) if found.pronouns else None
        right = {at: () if group is None else tuple(group.spans) for at, group in found.pronouns}
        if referring is not None:
            yield from _judged_in_one_gender(page, reader, right, referring)


def _judged_in_one_gender(
    page: Layout, reader: NeuralReader, right: Mapping[int, tuple[Span, ...]], referring: Referring
) -> list[Judged]:
    """The pronouns of a page at the indices of `right`, which has the names of whom they mean, none for nobody named."""
    found: list[Judged] = []
    choose = reader.choosing(page)

    def watching(walk: Walk, at: int, gender: str, near: list[Candidate]) -> list[Group]:
        if at not in right:
            return choose(walk, at, gender, near)
        with of_one_gender(walk, gender):
            near = candidates(walk, at, gender)
            options = (*(each.features for each in near), nobody_named(walk, at, gender))
            scores = referring.scores(walk, at, gender, near)
        meant = [number for number, each in enumerate(near) if tuple(each.group.spans) == right[at]]
        if len(near) > len(meant) and (meant or not right[at]):
            found.append(Judged(options, tuple(scores), [*meant, len(near)][0]))
        return [near[number].group for number in meant]

    build_chains(page, reader.names(page), "", watching)
    return found
