"""How well times are found and valued: TempEval-3's measures on TimeBank and AQUAINT, and phrases alone as timenorm has them.

python -m benchmarks.times --data FOLDER [--samples 1000] [--save FOLDER]
"""

import argparse
import json
import re
import tarfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath
from time import process_time

from benchmarks.scoring import Count, Counts, intervals, total
from onrecord.core.dates import anchor_all, parse_day
from onrecord.core.documents import Document
from onrecord.core.evidence import UNKNOWN_DATE, Date, Evidence
from onrecord.core.spans import Span
from onrecord.reading.layout import layout
from onrecord.reading.rules import RulesReader
from onrecord.reading.times import find_times

ASIDE = 5
"""Every fifth document by file name is set aside; what was seen of it all the same stands in docs/measurements.md."""

MEASURES = ("relaxed", "strict", "type", "value", "value strict")


@dataclass(frozen=True, slots=True)
class Marked:
    """A time expression that somebody marked or the program found, with its TIMEX3 type and value."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Story:
    """A document of the corpus: its text, the day it was made (or unknown) and the times marked in it."""

    name: str
    text: str
    published: Date
    gold: tuple[Marked, ...]
    aside: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time expression by itself, with the day of its document and the value that somebody gave it."""

    words: str
    published: Date
    value: str


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with tempeval3/tbaq.tar.xz and timenorm/train.tsv")
    parser.add_argument("--samples", type=int, default=1000, help="draws for the 95 %% bootstrap intervals; 0 for none")
    parser.add_argument("--save", type=Path, default=None, help="write gold.jsonl and predicted.jsonl there, for other scorers")
    asked = parser.parse_args()
    told = stories(asked.data / "tempeval3" / "tbaq.tar.xz")
    predicted = [found_in(story.text, story.published) for story in told]
    if asked.save:
        save(told, predicted, asked.save)
    for aside, title in ((False, "the rest"), (True, "the fifth set aside")):
        counts = [score(one.text, one.gold, times) for one, times in zip(told, predicted, strict=True) if one.aside == aside]
        print(f"TimeBank and AQUAINT, {title}: {len(counts)} documents\n")
        print("\n".join(table(counts, samples=asked.samples)), end="\n\n")
    named = phrases(asked.data / "timenorm" / "train.tsv")
    found = [(phrase.value, value_of(phrase)) for phrase in named]
    right, filled = (sum(same(*one) for one in found) for same in (str.__eq__, fills))
    print(f"timenorm: {right} of {len(named)} phrases right, {100 * right / len(named):.1f} %;", end=" ")
    print(f"{100 * filled / len(named):.1f} % where what a value leaves open (1989-WXX) may be anything")
    print(f"finding times took {100 * share_of_reading(told):.0f} % of the processor's time of reading by rules")


def stories(packed: Path) -> tuple[Story, ...]:
    """The documents of the archive, in order of file name. Raises FileNotFoundError where there is no such archive."""
    with tarfile.open(packed) as archive:
        members = sorted((PurePosixPath(member.name).name, member) for member in archive if member.name.endswith(".tml"))
        read = [(name, held.read()) for name, member in members if (held := archive.extractfile(member))]
    return tuple(_story(name, ET.fromstring(page), at % ASIDE == ASIDE - 1) for at, (name, page) in enumerate(read))


def _story(name: str, page: ET.Element, aside: bool) -> Story:
    made, body = page.find("DCT/TIMEX3"), page.find("TEXT")
    if made is None or body is None:
        raise ValueError(f"{name}: no DCT or no TEXT")
    pieces: list[str] = []
    gold = tuple(_marked(body, pieces))
    return Story(name, "".join(pieces), _made_on(made.get("value", "")), gold, aside)


def _marked(element: ET.Element, pieces: list[str]) -> Iterator[Marked]:
    """The times marked in an element; its text is added to the pieces."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        yield from _marked(child, pieces)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, pieces))
        yield Marked(Span(start, end), element.get("type", ""), element.get("value", ""))


def _made_on(value: str) -> Date:
    day = parse_day(value)
    return Date(day, day, "given", (Evidence(value, "", (), "DCT"),)) if day else UNKNOWN_DATE


def phrases(path: Path) -> tuple[Phrase, ...]:
    """The phrases of a file of `words, type, value` lines; blank lines part documents, each begins with the day it was made."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
    documents = [list(rows) for full, rows in groupby(lines, lambda row: len(row) == 3) if full]
    return tuple(
        Phrase(words, _made_on(made[2]), value) for made, *rows in documents for words, _, value in rows if _made_on(made[2]).exact
    )


def found_in(text: str, published: Date) -> tuple[Marked, ...]:
    """The times that the program finds in a text of that date, with their anchored values."""
    found = anchor_all(find_times(layout(text), "benchmark"), published)
    return tuple(Marked(one.time.span, one.time.type, one.value) for one in found)


def value_of(phrase: Phrase) -> str:
    """The value that the program gives a phrase that is all of a text: that of the longest time in it, or ""."""
    found = found_in(phrase.words, phrase.published)
    return max(found, key=lambda one: one.span.end - one.span.start, default=_NONE).value


def fills(marked: str, found: str) -> bool:
    """Whether a value found is the one marked, or one of those that it leaves open: `1989-W42` for `1989-WXX`."""
    if not marked[:4].isdecimal():
        return marked == found
    return re.fullmatch(re.escape(marked).replace("WXX", r"W\d\d").replace("X", r"\d"), found) is not None


_NONE = Marked(Span(0, 0), "", "")

_SHORT_FORM = re.compile(
    r"\b(?:[A-Za-z]\.?[A-Za-z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.$"
)
"""Words whose full stop is their own."""


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges and without a final full stop that is no part of a short form."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end - start > 1 and (text[end - 1].isspace() or (text[end - 1] == "." and not _SHORT_FORM.search(text[start:end]))):
        end -= 1
    return Span(start, end)


def score(text: str, gold: Sequence[Marked], predicted: Sequence[Marked]) -> dict[str, Count]:
    """TempEval-3's measures of one document.

    `relaxed` pairs share a character, one to one, those that share most first; `strict` pairs have the same ends, edges trimmed;
    `type` and `value` are relaxed pairs that agree in it besides (F1 = relaxed F1 × accuracy), `value strict` strict ones.
    """
    spans = [trimmed(text, one.span) for one in gold], [trimmed(text, one.span) for one in predicted]
    right = dict.fromkeys(MEASURES, 0)
    for g, p in _pairs(*spans):
        same, valued = spans[0][g] == spans[1][p], gold[g].value == predicted[p].value
        right["relaxed"] += 1
        right["strict"] += same
        right["type"] += gold[g].type == predicted[p].type
        right["value"] += valued
        right["value strict"] += same and valued
    return {measure: Count(count, len(predicted), count, len(gold)) for measure, count in right.items()}


def _pairs(gold: Sequence[Span], predicted: Sequence[Span]) -> list[tuple[int, int]]:
    shared = sorted(
        (max(one.start, other.start) - min(one.end, other.end), g, p)
        for g, one in enumerate(gold)
        for p, other in enumerate(predicted)
        if one.overlaps(other)
    )
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    chosen = []
    for _, g, p in shared:
        if g in free_gold and p in free_predicted:
            free_gold.remove(g)
            free_predicted.remove(p)
            chosen.append((g, p))
    return chosen


def table(counts: Sequence[Counts], *, samples: int) -> Iterator[str]:
    """A table of the measures over some documents together, as lines of Markdown; figures in per cent."""
    bounds = intervals(counts, samples=samples) if samples else {}
    yield "| measure | P | R | F1 | 95 % | found | marked |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for measure, count in total(counts).items():
        low, high = bounds.get(measure, (0.0, 0.0))
        figures = " | ".join(f"{100 * figure:.1f}" for figure in (count.precision, count.recall, count.f1))
        yield f"| {measure} | {figures} | {100 * low:.1f}–{100 * high:.1f} | {count.predicted} | {count.gold} |"


def save(told: Sequence[Story], predicted: Sequence[Sequence[Marked]], folder: Path) -> None:
    """Write gold.jsonl and predicted.jsonl: a document a line, `id`, `text` (gold) and `timexes` with `b`, `e`, `type`, `value`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (
        ("gold", [{"id": one.name, "text": one.text, "timexes": _rows(one.gold)} for one in told]),
        ("predicted", [{"id": one.name, "timexes": _rows(times)} for one, times in zip(told, predicted, strict=True)]),
    ):
        lines = "".join(f"{json.dumps(row)}\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8", newline="\n")


def _rows(times: Sequence[Marked]) -> list[Mapping[str, str | int]]:
    return [{"b": one.span.start, "e": one.span.end, "type": one.type, "value": one.value} for one in times]


def share_of_reading(told: Sequence[Story]) -> float:
    """The processor's time of finding times as a share of that of reading the same texts whole, by the rules reader."""
    documents = [Document.of(story.text) for story in told]
    pages = [layout(story.text) for story in told]
    reader = RulesReader()
    began = process_time()
    for document in documents:
        reader.read(document)
    read = process_time()
    for page in pages:
        find_times(page, "benchmark")
    return (process_time() - read) / (read - began)


if __name__ == "__main__":
    main()
