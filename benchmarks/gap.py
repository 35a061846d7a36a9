"""GAP: snippets of Wikipedia with a pronoun and two names of its gender (Webster and others, TACL 2018), scored as its scorer does.

Nothing but the text is given to the program: it must find pronoun and names itself. A name is the pronoun's where a name of the
pronoun's chain shares a character with it.
"""

import csv
import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring import Count
from onrecord.core.readings import Reading
from onrecord.core.spans import Span

MASCULINE = frozenset({"he", "him", "his"})


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet: its pronoun, and two names, each with whether it is whom the pronoun means."""

    id: str
    text: str
    pronoun: Span
    names: tuple[tuple[Span, bool], ...]

    @property
    def gender(self) -> str:
        """`masculine` or `feminine`, by the pronoun."""
        return "masculine" if self.text[slice(*self.pronoun)].lower() in MASCULINE else "feminine"


def snippets(folder: Path, part: str) -> tuple[Snippet, ...]:
    """The snippets of `gap-PART.tsv.gz` (`development`, `validation`) in their order."""
    with gzip.open(folder / f"gap-{part}.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        return tuple(_snippet(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _snippet(row: dict[str, str]) -> Snippet:
    names = tuple((_span(row[name], row[f"{name}-offset"]), row[f"{name}-coref"].upper() == "TRUE") for name in ("A", "B"))
    return Snippet(row["ID"], row["Text"], _span(row["Pronoun"], row["Pronoun-offset"]), names)


def _span(words: str, offset: str) -> Span:
    return Span(int(offset), int(offset) + len(words))


def judged(snippet: Snippet, reading: Reading) -> tuple[bool, ...]:
    """Whether the reading says of each name that the pronoun means it."""
    chains = {mention.chain for mention in reading.mentions if mention.span == snippet.pronoun}
    its_own = [mention.span for mention in reading.mentions if mention.form == "name" and mention.chain in chains]
    return tuple(any(span.overlaps(name) for span in its_own) for name, _ in snippet.names)


def score(judgements: Iterable[tuple[Snippet, tuple[bool, ...]]]) -> dict[str, Count]:
    """The counts over all names: `overall`, `masculine`, `feminine`."""
    counts = {"overall": Count(), "masculine": Count(), "feminine": Count()}
    for snippet, said in judgements:
        for (_, true), guess in zip(snippet.names, said, strict=True):
            count = Count(true and guess, guess, true and guess, true)
            counts["overall"] += count
            counts[snippet.gender] += count
    return counts
