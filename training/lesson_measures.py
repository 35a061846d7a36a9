"""The measures of names and syntax: F1 of exact spans as `score_ner.py` has it, and attachment as CoNLL 2018 has it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.names import KINDS, names
from onrecord.reading.neural.roles import Steps
from onrecord.reading.neural.syntax import sentences
from onrecord.reading.neural.tags import RELATIONS, tags
from onrecord.reading.neural.trees import TreeWeights, trees
from training.examples import Prepared
from training.lessons import Lesson, Passage, passages, read_lessons

TYPES = ("person", "organization", "place")
"""The kinds of names that are measured, all together; `other` is not one of the program's types."""

AT_ONCE = 4096
"""Pieces read at once."""


class WordOutputs(NamedTuple):
    """What a network gives for each word of a window: scores of names' labels and of tags, vectors for arcs and for relations."""

    names: Array
    tags: Array
    arcs: Array
    relations: Array


@dataclass(frozen=True, slots=True)
class Reader:
    """A network for measuring: its outputs for some windows, and what decoding needs beside them."""

    outputs: Callable[[Sequence[Passage]], list[WordOutputs]]
    steps: Steps
    weights: TreeWeights


@dataclass(frozen=True, slots=True)
class Dev:
    """What is measured: sets with names and sets with syntax, by name."""

    named: dict[str, list[Lesson]]
    parsed: dict[str, list[Lesson]]


def dev_of(data: Path, stories: Sequence[Prepared]) -> Dev:
    """The prepared sets to measure on, and the stories with the names that a program found in them."""
    silver = [_lesson(story) for story in stories if story.names is not None]
    named = {name: read_lessons(data / f"{name}_dev.jsonl.gz") for name in ("crossner", "uner")}
    return Dev(named | {"silver": silver}, {name: read_lessons(data / f"{name}_dev.jsonl.gz") for name in ("ewt", "gum")})


def _lesson(story: Prepared) -> Lesson:
    found = story.names or ()
    marked = tuple((kind, story.words[start][0], story.words[end - 1][1]) for kind, (start, end), _ in found)
    return Lesson(story.id, story.text, story.words, story.pieces, story.features, found, (), (), (), marked)


def lessons_measured(reader: Reader, dev: Dev) -> dict[str, float]:
    """F1 of names (`silver`: of persons too), labelled attachment and tags, in per cent."""
    figures: dict[str, float] = {}
    for name, lessons in dev.named.items():
        by_kind = name_counts(reader, lessons)
        figures[f"names {name}"] = _f1(sum((by_kind[kind] for kind in TYPES), Counter()))
        figures |= {f"names {name} {kind}": _f1(by_kind[kind]) for kind in TYPES}
    for name, lessons in dev.parsed.items():
        counts = parse_counts(reader, lessons)
        figures |= {f"{measure} {name}": 100 * counts[measure] / counts["words"] for measure in ("las", "uas", "full las", "upos")}
    return {name: round(figure, 2) for name, figure in figures.items()}


def name_counts(reader: Reader, lessons: Sequence[Lesson]) -> dict[str, Counter[str]]:
    """For each kind how many names are right, found and marked; those are right that have kind, start and end."""
    by_kind: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for lesson, found in _read(reader, lessons):
        named = names([(window.window, outputs.names) for window, outputs in found], reader.steps)
        spans = {(kind, lesson.words[start][0], lesson.words[end - 1][1]) for kind, (start, end), _ in named}
        for number, kind in enumerate(KINDS):
            right = {each for each in lesson.marked if each[0] == number}
            given = {each for each in spans if each[0] == number}
            by_kind[kind].update(right=len(right & given), found=len(given), marked=len(right))
    return by_kind


def _f1(counts: Counter[str]) -> float:
    return 200 * counts["right"] / max(1, counts["found"] + counts["marked"])


def parse_counts(reader: Reader, lessons: Sequence[Lesson]) -> Counter[str]:
    """How many words have the right head (`uas`), with the right relation too (`las`; with its subtype `full las`), and tag."""
    counts: Counter[str] = Counter()
    for lesson, found in _read(reader, lessons):
        arcs, relations = (np.concatenate([getattr(outputs, part) for _, outputs in found]) for part in ("arcs", "relations"))
        tree = trees(arcs, relations, sentences(lesson.borders), reader.weights)
        given = tags(np.concatenate([outputs.tags for _, outputs in found]))
        for at, (head, relation) in enumerate(zip(tree.heads, tree.relations, strict=True)):
            hung = head == lesson.heads[at]
            same, wide = relation == lesson.relations[at], _wide(relation) == _wide(lesson.relations[at])
            counts.update(
                {"words": 1, "uas": hung, "las": hung and wide, "full las": hung and same, "upos": given[at] == lesson.tags[at]}
            )
    return counts


def _wide(relation: int) -> str:
    return RELATIONS[relation].partition(":")[0]


def _read(reader: Reader, lessons: Sequence[Lesson]) -> Iterator[tuple[Lesson, list[tuple[Passage, WordOutputs]]]]:
    """Each lesson with its windows and their outputs; windows are read together, those of like length beside each other."""
    cut = [list(passages(lesson)) for lesson in lessons]
    flat = sorted(
        ((number, at) for number, its_own in enumerate(cut) for at in range(len(its_own))), key=lambda key: cut[key[0]][key[1]].size
    )
    read: dict[tuple[int, int], WordOutputs] = {}
    at = 0
    while at < len(flat):
        end = at + 1
        while end < len(flat) and (cut[flat[end][0]][flat[end][1]].size + 2) * (end + 1 - at) <= AT_ONCE:
            end += 1
        keys = flat[at:end]
        read.update(zip(keys, reader.outputs([cut[number][place] for number, place in keys]), strict=True))
        at = end
    for number, (lesson, its_own) in enumerate(zip(lessons, cut, strict=True)):
        yield lesson, [(passage, read[number, place]) for place, passage in enumerate(its_own)]
