"""Treebanks in CoNLL-U (UD English EWT, GUM): documents with words, sentences and what hangs on what."""

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from onrecord.core.spans import Span
from onrecord.reading.neural.tags import RELATIONS, TAGS
from onrecord.reading.neural.trees import ROOT
from training.gum_names import Token, name_labels
from training.named import Marked, labelled_names

GENRES = ("academic", "bio", "court", "interview", "news", "voyage")
"""Genres of GUM whose texts may be trained on by their licence."""

WITHOUT_TEXT = "reddit"
"""The genre of GUM that comes without its words."""


class Parse(NamedTuple):
    """The syntax of a text's words: positions in TAGS and RELATIONS, heads by number or ROOT, and lemmas."""

    tags: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document of a treebank: its text, its sentences, its words by offset, their syntax, and its names where they are marked."""

    id: str
    text: str
    sentences: tuple[Span, ...]
    words: tuple[Span, ...]
    parse: Parse
    names: tuple[Marked, ...] | None = None


class _Line(NamedTuple):
    """A line of CoNLL-U that stands for a word."""

    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    space: bool
    brackets: str


def ewt(folder: Path, split: str) -> list[Parsed]:
    """The documents of UD EWT's own split, `train` or `dev`, in the treebank's order."""
    lines = gzip.decompress((folder / f"en_ewt-ud-{split}.conllu.gz").read_bytes()).decode("utf-8").split("\n")
    return parsed(lines)


def gum(folder: Path, split: str) -> list[Parsed]:
    """The documents of GUM's split as `splits.md` has it, by name: of `train` the GENRES alone, of `dev` all that have text."""
    names = [name for name in _split(folder / "splits.md", split) if _may_use(name.split("_")[1], split)]
    texts = ((folder / "dep" / f"{name}.conllu").read_text(encoding="utf-8") for name in sorted(names))
    return [document for text in texts for document in parsed(text.split("\n"))]


def _may_use(genre: str, split: str) -> bool:
    return genre in GENRES if split == "train" else genre != WITHOUT_TEXT


def _split(path: Path, split: str) -> list[str]:
    """The names of documents under the heading of a split."""
    part = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    its_own = next(each for each in part if each.split("\n")[0].strip() == split)
    return re.findall(r"\* (\S+)", its_own)


def parsed(lines: Iterable[str]) -> list[Parsed]:
    """The documents in lines of CoNLL-U; a new paragraph begins a new line of the text."""
    documents: list[tuple[str, list[tuple[bool, list[_Line]]]]] = []
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if not filled:
            continue
        block = list(group)
        heads = [line for line in block if line.startswith("#")]
        named = next((line.partition("=")[2].strip() for line in heads if line.startswith("# newdoc")), None)
        if named is not None:
            documents.append((named, []))
        begins = any(line.startswith("# newpar") for line in heads)
        documents[-1][1].append((begins, list(_lines(block))))
    return [_document(name, sentences) for name, sentences in documents]


def _lines(block: Sequence[str]) -> Iterator[_Line]:
    """The words of a sentence; inside a word that is written as one, only the last may have a space after it."""
    within, spaced = 0, True
    for line in block:
        if line.startswith("#"):
            continue
        number, form, lemma, tag, _, _, head, relation, _, more = line.split("\t")
        if "." in number:
            continue
        space = "SpaceAfter=No" not in more
        if "-" in number:
            within, spaced = int(number.partition("-")[2]), space
            continue
        inside = int(number) <= within
        brackets = next((each.partition("=")[2] for each in more.split("|") if each.startswith("Entity=")), "")
        yield _Line(form, lemma, tag, int(head), relation, spaced and int(number) == within if inside else space, brackets)


def _document(name: str, sentences: Sequence[tuple[bool, Sequence[_Line]]]) -> Parsed:
    text = ""
    words: list[Span] = []
    bounds: list[Span] = []
    heads: list[int] = []
    for begins, lines in sentences:
        text = (text.rstrip() + "\n" if begins else text) if text else ""
        first, start = len(words), len(text)
        for line in lines:
            words.append(Span(len(text), len(text) + len(line.form)))
            text += line.form + (" " if line.space else "")
            heads.append(first + line.head - 1 if line.head else ROOT)
        bounds.append(Span(start, words[-1].end))
        text = text if text.endswith(" ") else text + " "
    flat = [line for _, lines in sentences for line in lines]
    return Parsed(
        name,
        text.rstrip(),
        tuple(bounds),
        tuple(words),
        Parse(
            tuple(TAGS.index(line.tag) for line in flat),
            tuple(heads),
            tuple(RELATIONS.index(line.relation) for line in flat),
            tuple(line.lemma for line in flat),
        ),
        _names(words, heads, flat),
    )


def _names(words: Sequence[Span], heads: Sequence[int], lines: Sequence[_Line]) -> tuple[Marked, ...] | None:
    """The names of a document that has entities marked."""
    if not any(line.brackets for line in lines):
        return None
    tokens = [Token(line.form, line.tag, head, line.brackets) for line, head in zip(lines, heads, strict=True)]
    return tuple(labelled_names(words, name_labels(tokens)))
