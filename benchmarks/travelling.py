"""Quotations that travel: who said them, by the name that another story prints, against whom the source here is taken for.

    python -m benchmarks.travelling --stories FILE [--from DAY] [--to DAY] [--reader neural] [--show FORM KIND]

FILE is gzipped lines of JSON with `date` and `text`, in one news language of many publishers. The same words in two stories were
said by one person; where one story says `Quill said` and the other `he said` or `the mayor said`, the first tells what the second
must come to, and nobody has to mark anything. Both are the reader's, so a difference is not always an error of the second: the name
may be wrong, two people may have said the words, one story may have them at second hand. `--show pronoun wrong` prints these
with the words around them.

`--from` and `--to` are days of publication (`2018-07-01`), so that rules can be made by one time and measured on another.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

from onrecord.core.documents import Document
from onrecord.core.names import SUFFIXES, fold
from onrecord.core.readings import Reading, Statement
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import pronouns
from onrecord.reading import DEFAULT_READER
from onrecord.reading.layout import layout
from onrecord.reading.quotations import find_quotations
from onrecord.resolution.quoted_words import folded_words
from onrecord.workers import read_each

RUN = 6
"""Words of a run that two quotations must share to be compared."""
STEP = 4
SHARED = 0.6
"""The part of the shorter quotation's runs of STEP words that must stand in the other, for both to be the same words."""
LONGEST = 30_000
"""Characters of a story; what is longer are transcripts."""
AROUND = 300

SourceForm = Literal["name", "pronoun", "nominal", "none", "no statement"]
Outcome = Literal["right", "wrong", "open"]


@dataclass(frozen=True, slots=True)
class Telling:
    """A quotation of a story: its words, the source of the statement that it is most nearly the content of, and whose it is.

    `speaker` is the name of the speaker, "" where none is told.
    """

    story: int
    span: Span
    words: tuple[str, ...]
    form: SourceForm
    source: Span | None
    speaker: str

    @property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Its runs of STEP words."""
        return frozenset(self.words[at : at + STEP] for at in range(max(1, len(self.words) - STEP + 1)))


@dataclass(frozen=True, slots=True)
class Known:
    """A telling with the last word of the name that another story prints for who said it."""

    telling: Telling
    surname: str

    @property
    def outcome(self) -> Outcome:
        """Whether the telling has the same name, another or none."""
        if not self.telling.speaker:
            return "open"
        return "right" if surname_of(self.telling.speaker) == self.surname else "wrong"


def main() -> None:
    """Read, compare and print what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, required=True, help="gzipped lines of JSON with date and text")
    parser.add_argument("--from", dest="first", default="", help="the first day of publication")
    parser.add_argument("--to", dest="last", default="9999", help="the last day of publication")
    parser.add_argument("--reader", default=DEFAULT_READER)
    parser.add_argument("--show", nargs=2, metavar=("FORM", "KIND"), help="print such tellings: `pronoun wrong`, `nominal open`")
    asked = parser.parse_args()
    texts = published(asked.stories, asked.first, asked.last)
    found = list(tellings(texts, asked.reader))
    told = list(known(found))
    print(f"{len(texts)} stories, {len(found)} quotations of {RUN} words and more, {len(told)} with a name elsewhere")
    print(f"{'source':<14}{'tellings':>9}{'right':>8}{'wrong':>8}{'open':>8}{'  wrong of those told, %':>24}")
    for form, counts in table(told).items():
        named = counts["right"] + counts["wrong"]
        share = f"{100 * counts['wrong'] / named:.1f}" if named else "-"
        print(f"{form:<14}{counts.total():>9}{counts['right']:>8}{counts['wrong']:>8}{counts['open']:>8}{share:>24}")
    for each in told if asked.show else ():
        if [each.telling.form, each.outcome] == asked.show:
            print(shown(texts[each.telling.story], each))


def published(path: Path, first: str = "", last: str = "9999") -> list[str]:
    """The texts of the stories published from one day to another, in the file's order; the longest are left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows if first <= row["date"][:10] <= last and len(row["text"]) <= LONGEST]


def tellings(texts: Sequence[str], reader: str = DEFAULT_READER) -> Iterator[Telling]:
    """The quotations of the texts, as the reader has them, read by all processors."""
    documents = [Document.of(text) for text in texts]
    for number, read in enumerate(read_each(documents, lambda document: document, reader=reader)):
        if read.reading is not None:
            yield from told_in(number, documents[number].text, read.reading)


def told_in(story: int, text: str, reading: Reading) -> Iterator[Telling]:
    """The quotations of a text of RUN words and more."""
    names = {chain.id: chain.name for chain in reading.chains}
    for quotation in find_quotations(layout(text)):
        words = folded_words(text[slice(*quotation.span)])
        if len(words) < RUN:
            continue
        statement = _nearest(reading.statements, quotation.span)
        source = statement.source[0] if statement is not None and statement.source else None
        speaker = names.get(statement.speaker, "") if statement is not None and statement.speaker else ""
        yield Telling(story, quotation.span, words, _form(text, statement, source, speaker), source, speaker)


def _nearest(statements: Iterable[Statement], span: Span) -> Statement | None:
    """The shortest statement that has at least half of the quotation in its content."""
    holding = [each for each in statements if 2 * sum(_common(part, span) for part in each.content) >= span.end - span.start]
    return min(holding, key=lambda each: sum(part.end - part.start for part in each.content), default=None)


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _form(text: str, statement: Statement | None, source: Span | None, speaker: str) -> SourceForm:
    if statement is None:
        return "no statement"
    if source is None:
        return "none"
    printed = text[slice(*source)]
    if printed.lower() in pronouns() or printed.lower() in ("i", "it", "we", "they", "you", "which", "that"):
        return "pronoun"
    return "name" if set(fold(speaker).split()) & set(fold(printed).split()) else "nominal"


def known(found: Sequence[Telling]) -> Iterator[Known]:
    """The tellings of whose words the other stories' tellings with a name in the source agree on one name, two to one at least."""
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, telling in enumerate(found):
        for at in range(len(telling.words) - RUN + 1):
            by_run[telling.words[at : at + RUN]].append(number)
    meeting: dict[int, set[int]] = defaultdict(set)
    for numbers in by_run.values():
        for number in set(numbers):
            meeting[number].update(numbers)
    for number, others in sorted(meeting.items()):
        telling = found[number]
        named = (found[other] for other in sorted(others) if found[other].form == "name" and found[other].story != telling.story)
        votes = Counter(surname_of(other.speaker) for other in named if _same_words(telling, other))
        (top, most), *rest = [*votes.most_common(2), ("", 0)]
        if most and (not rest or most >= 2 * rest[0][1]):
            yield Known(telling, top)


def _same_words(one: Telling, other: Telling) -> bool:
    shared = len(one.runs & other.runs)
    return shared >= SHARED * min(len(one.runs), len(other.runs))


def surname_of(name: str) -> str:
    """The last word of a name, folded, without `Jr.`: what people call somebody by where the name is known."""
    words = [word for word in fold(name).split() if word not in SUFFIXES]
    return words[-1] if words else ""


def table(told: Iterable[Known]) -> Mapping[SourceForm, Counter[Outcome]]:
    """How many tellings of each form come to the name that others print, to another, to none."""
    counts: dict[SourceForm, Counter[Outcome]] = {}
    for each in told:
        counts.setdefault(each.telling.form, Counter())[each.outcome] += 1
    return {form: counts[form] for form in sorted(counts)}


def shown(text: str, each: Known) -> str:
    """The telling with the words around it, source and quotation in brackets, and the two names."""
    telling = each.telling
    spans = sorted([telling.span, *([telling.source] if telling.source else [])])
    first, last = max(0, spans[0].start - AROUND), min(len(text), spans[-1].end + AROUND // 3)
    edges = [first, *(edge for span in spans for edge in span), last]
    parts = [text[one:other] for one, other in pairwise(edges)]
    words = "".join(f"[{part}]" if number % 2 else part for number, part in enumerate(parts))
    return f"--- {telling.speaker or 'nobody'}, elsewhere {each.surname}\n{' '.join(words.split())}\n"


if __name__ == "__main__":
    main()
