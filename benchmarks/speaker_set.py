"""Who says each of the attributions of 25 stories of PolNeAR's dev part, as people read them, and how many a reading has right.

The design's measure: a source that can be named is right where the entity is, any other where no entity is assigned.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contents import Attribution as Told
from benchmarks.contents import Words
from benchmarks.polnear import Story
from benchmarks.scoring import LEAST_OVERLAP, pairs, shared
from onrecord.core.documents import Document
from onrecord.core.names import fold
from onrecord.core.readings import Reading, Statement
from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading import Reader
from onrecord.reading.attributions import Attribution
from onrecord.reading.continuations import Carried
from onrecord.reading.layout import Layout
from onrecord.reading.neural.reader import NeuralReader
from onrecord.reading.quotations import Quotation
from onrecord.reading.statements import read_with

SET = Path(__file__).parent / "data" / "speakers_polnear_dev.tsv"
MARKED = ReportingVerb("", "said", "")
MARKED_PATTERN = "plain-before"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a content: the names under which a story may print them, or none and why not (`kind`)."""

    story: str
    content: tuple[Span, ...]
    kind: str
    names: frozenset[str]

    @property
    def nameable(self) -> bool:
        """Whether the story names whoever it is."""
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A speaker of the set and what was said instead: the name of the chain, or ""; `found` tells whether the content was."""

    speaker: Speaker
    found: bool
    said: str

    @property
    def right(self) -> bool:
        """Whether the entity is the right one, or none where none can be named."""
        return _folded(self.said) in self.speaker.names if self.said else not self.speaker.nameable


def speakers(path: Path = SET) -> tuple[Speaker, ...]:
    """The rows of a set: story, content as `start-end` with spaces between, kind, names with `|` between."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(Speaker(story, _spans(content), kind, _names(names)) for story, content, kind, names in rows)


def _spans(printed: str) -> tuple[Span, ...]:
    return tuple(Span(*map(int, pair.split("-"))) for pair in printed.split())


def _names(printed: str) -> frozenset[str]:
    return frozenset(_folded(name) for name in printed.split("|") if name)


def _folded(name: str) -> str:
    return fold(name).removeprefix("the ")


def with_gold_contents(story: Story, reader: Reader) -> Reading:
    """The reading of a story by a reader in which the attributions are those that people marked."""

    def marked(_: Layout, __: Sequence[Span], ___: Sequence[Quotation]) -> Sequence[Carried]:
        return [Carried(Attribution(each.source, each.cue, each.content, MARKED, MARKED_PATTERN)) for each in story.gold]

    document = Document.of(story.text)
    if isinstance(reader, NeuralReader):
        return read_with(marked, document, reader.version, names=reader.names, choosing=reader.choosing)
    return read_with(marked, document, reader.version)


def by_content(wanted: Sequence[Speaker], _: Story, reading: Reading) -> Iterator[Outcome]:
    """The outcomes where the reading has just the contents of the set."""
    told = {statement.content: statement for statement in reading.statements}
    for speaker in wanted:
        yield _outcome(speaker, told.get(speaker.content), reading)


def by_overlap(wanted: Sequence[Speaker], story: Story, reading: Reading) -> Iterator[Outcome]:
    """The outcomes where contents are paired one to one, those alike in half of their words or more (Jaccard), best first."""
    words = Words(story.text)
    gold = [words.told(Told((), (), speaker.content)) for speaker in wanted]
    predicted = [words.told(Told((), (), statement.content)) for statement in reading.statements]
    paired = dict(pairs(gold, predicted, lambda one, other: shared(one.content, other.content), least=LEAST_OVERLAP))
    for number, speaker in enumerate(wanted):
        yield _outcome(speaker, reading.statements[paired[number]] if number in paired else None, reading)


def _outcome(speaker: Speaker, statement: Statement | None, reading: Reading) -> Outcome:
    names = {chain.id: chain.name for chain in reading.chains}
    return Outcome(speaker, statement is not None, names.get(statement.speaker or "", "") if statement else "")


Judge = Callable[[Sequence[Speaker], Story, Reading], Iterable[Outcome]]


def outcomes(
    wanted: Sequence[Speaker], stories: Mapping[str, Story], read: Callable[[Story], Reading], judge: Judge
) -> list[Outcome]:
    """The outcomes over all stories of the set, in its order."""
    by_story: dict[str, list[Speaker]] = {}
    for speaker in wanted:
        by_story.setdefault(speaker.story, []).append(speaker)
    return [outcome for story, its_own in by_story.items() for outcome in judge(its_own, stories[story], read(stories[story]))]


def agreement(first: Sequence[Speaker], second: Sequence[Speaker]) -> tuple[int, int]:
    """Over the contents that two passes have in common: in how many they agree on the name, or on there being none; of how many."""
    other = {(each.story, each.content): each for each in second}
    both = [(one, other[one.story, one.content]) for one in first if (one.story, one.content) in other]
    return sum(bool(one.names & two.names) or not (one.names or two.names) for one, two in both), len(both)
