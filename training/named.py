"""Sets of text with names marked: CrossNER-politics, WikiGold, UNER-EWT, and PolNeAR's names by CoreNLP."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from onrecord.core.spans import Span
from onrecord.reading.neural.names import KINDS

_KINDS = {
    "PER": "person", "person": "person", "politician": "person", "PERSON": "person",
    "ORG": "organization", "organisation": "organization", "politicalparty": "organization", "ORGANIZATION": "organization",
    "LOC": "place", "location": "place", "country": "place", "LOCATION": "place",
    "MISC": "other", "misc": "other", "election": "other", "event": "other",
}  # fmt: skip
"""The sets' own types → KINDS; all that is not here (dates and numbers of CoreNLP's) is no name."""


class Marked(NamedTuple):
    """A name in a text and what it names, a position in KINDS."""

    span: Span
    kind: int


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with all its names; `sentences` are those of the set."""

    id: str
    text: str
    sentences: tuple[Span, ...]
    names: tuple[Marked, ...]


Tokens = Sequence[tuple[str, str]]
"""The words of a sentence, each with its label."""

TOGETHER = 6
"""Sentences of CrossNER, which stand alone, that are put into one text to train on, about as many as fill a window."""


def crossner(folder: Path, split: str) -> list[NamedText]:
    """CrossNER-politics: of `train` some sentences a text, as paragraphs; of `dev` each by itself."""
    sentences = _sentences((folder / f"{split}.txt").read_text(encoding="utf-8"))
    size = TOGETHER if split == "train" else 1
    groups = [sentences[at : at + size] for at in range(0, len(sentences), size)]
    return [_text(f"crossner-{split}-{number}", group, "\n") for number, group in enumerate(groups)]


def wikigold(folder: Path) -> list[NamedText]:
    """WikiGold, an article a text; names that touch are one there, for only the insides are marked."""
    articles = (folder / "wikigold.conll.txt").read_text(encoding="utf-8").split("-DOCSTART- O\n")
    found = (_sentences(article) for article in articles)
    return [_text(f"wikigold-{number}", sentences, " ") for number, sentences in enumerate(found) if sentences]


def uner(folder: Path) -> list[NamedText]:
    """UNER's EWT dev, a sentence a text, which only measures."""
    blocks = (folder / "en_ewt-ud-dev.iob2").read_text(encoding="utf-8").split("\n\n")
    rows = [[line.split("\t") for line in block.split("\n") if line and not line.startswith("#")] for block in blocks]
    texts = [_printed(block) for block in blocks]
    return [
        _placed(f"uner-{number}", text, [(row[1], row[2]) for row in its_rows])
        for number, (text, its_rows) in enumerate(zip(texts, rows, strict=True))
        if its_rows
    ]


def _printed(block: str) -> str:
    return next((line.partition("= ")[2] for line in block.split("\n") if line.startswith("# text =")), "")


def silver(folder: Path, split: str) -> dict[str, tuple[Marked, ...]]:
    """The names that CoreNLP found in PolNeAR's stories, by story; words of one type side by side are one name."""
    rows = map(json.loads, gzip.decompress((folder / f"corenlp_{split}.jsonl.gz").read_bytes()).decode("utf-8").splitlines())
    return {row["id"]: tuple(_silver(row)) for row in rows}


def _silver(row: Mapping[str, Sequence[Sequence[Sequence[object]]]]) -> Iterator[Marked]:
    for sentence in row["sentences"]:
        for kind, group in groupby(sentence, key=lambda token: _KINDS.get(str(token[5]))):
            if kind is not None:
                tokens = list(group)
                start, end = tokens[0][1], tokens[-1][2]
                assert isinstance(start, int) and isinstance(end, int)
                yield Marked(Span(start, end), KINDS.index(kind))


def _sentences(text: str) -> list[Tokens]:
    """The sentences of a file of `word label` lines."""
    blocks = (block.split("\n") for block in text.split("\n\n"))
    rows = ([tuple(line.split()[:2]) for line in block if len(line.split()) >= 2] for block in blocks)
    return [[(word, label) for word, label in sentence] for sentence in rows if sentence]


def _text(name: str, sentences: Sequence[Tokens], between: str) -> NamedText:
    """The sentences as one running text, with spaces where print has them."""
    text = ""
    bounds: list[Span] = []
    names: list[Marked] = []
    for tokens in sentences:
        start = len(text)
        printed, spans = joined([word for word, _ in tokens])
        names.extend(
            Marked(Span(span.start + start, span.end + start), kind)
            for span, kind in labelled_names(spans, [label for _, label in tokens])
        )
        text += printed
        bounds.append(Span(start, len(text)))
        text += between
    return NamedText(name, text.rstrip(), tuple(bounds), tuple(names))


def _placed(name: str, text: str, tokens: Tokens) -> NamedText:
    """The sentence as printed, its words found one after another."""
    spans: list[Span] = []
    at = 0
    for word, _ in tokens:
        at = text.index(word, at)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return NamedText(name, text, (Span(0, len(text)),), tuple(labelled_names(spans, [label for _, label in tokens])))


def labelled_names(spans: Sequence[Span], labels: Iterable[str]) -> Iterator[Marked]:
    """The names that labels of words tell of, whether every name begins with a B or only one that follows another."""
    start: int | None = None
    kind = ""
    for at, label in enumerate([*labels, "O"]):
        place, _, its_own = label.partition("-")
        if start is not None and (place != "I" or its_own != kind):
            if kind in _KINDS:
                yield Marked(Span(spans[start].start, spans[at - 1].end), KINDS.index(_KINDS[kind]))
            start = None
        if start is None and place in ("B", "I"):
            start, kind = at, its_own


_NO_SPACE_BEFORE = re.compile(r"[,.;:!?%)\]}…]+|n't|['’](?:s|re|ve|ll|d|m)?|''|”", re.IGNORECASE)
_NO_SPACE_AFTER = ("(", "[", "{", "$", "``", "“", "‘")


def joined(words: Sequence[str]) -> tuple[str, list[Span]]:
    """The words as print has them, straight marks in pairs, and where each stands."""
    text = ""
    spans: list[Span] = []
    open_marks = 0
    for at, word in enumerate(words):
        closes = word == '"' and open_marks % 2 == 1
        apart = at > 0 and words[at - 1] not in _NO_SPACE_AFTER and not (words[at - 1] == '"' and open_marks % 2 == 1)
        if apart and not closes and not _NO_SPACE_BEFORE.fullmatch(word):
            text += " "
        open_marks += word == '"'
        spans.append(Span(len(text), len(text) + len(word)))
        text += word
    return text, spans
