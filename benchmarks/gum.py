"""GUM's coreference (Zeldes, LREC 2017), restricted to people and organizations, against the chains of a reading.

The texts are put together from the words of the dependency files (CoNLL-U). Of the marked entities only persons and organizations
mentioned at least twice count, and of the chains only those of these types with two mentions or more, so that neither side has
singletons (as in OntoNotes). A mention found is one marked where it lies within it and covers its head: the word that depends
on none in the mention, or a word joined flat to it (`President Obama`); as the shared tasks of CorefUD match.
"""

import re
import tarfile
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clusters import Cluster, coreference
from benchmarks.scoring import Count
from onrecord.core.readings import Reading
from onrecord.core.spans import Span

OPEN_GENRES = ("academic", "bio", "court", "interview", "news", "voyage")
"""Genres whose texts are openly licensed: the ones to learn from."""

TYPES = ("person", "organization")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention that people marked: its span, where its head and the words joined flat to it stand, its entity and type.

    `named` tells that its head is a proper noun.
    """

    span: Span
    heads: tuple[Span, ...]
    entity: str
    type: str
    named: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A document of GUM: text with blank lines between paragraphs, and its mentions."""

    id: str
    text: str
    mentions: tuple[Marked, ...]

    @property
    def genre(self) -> str:
        """The second part of its id: `news`."""
        return self.id.split("_")[1]


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    head: int
    relation: str
    proper: bool
    entities: str


def texts(folder: Path, split: str) -> Iterator[Text]:
    """The documents of a split (`dev`, `train`: all that `splits.md` names in it) in order of id."""
    with tarfile.open(folder / "gum_train_dev.tar.xz") as archive:
        files = {member.name: member for member in archive.getmembers() if member.isfile()}
        chosen = _named(_content(archive, files["gum/splits.md"]), split)
        for name in sorted(chosen):
            path = f"gum/dep/{name}.conllu"
            if path in files and "_reddit_" not in name:
                yield parsed(name, _content(archive, files[path]))


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    opened = archive.extractfile(member)
    return opened.read().decode("utf-8") if opened else ""


def _named(splits: str, split: str) -> frozenset[str]:
    part = splits.split(f"## {split}\n", 1)[1].split("\n## ", 1)[0]
    return frozenset(line.strip("* ").strip() for line in part.splitlines() if line.strip().startswith("*"))


def parsed(name: str, conllu: str) -> Text:
    """The document in a CoNLL-U file with GUM's `Entity` annotations."""
    text = ""
    mentions: list[Marked] = []
    for block in conllu.split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if text and any(line == "# newpar" or line.startswith("# newpar ") for line in lines):
            text = text.rstrip() + "\n\n"
        text, words = _laid_out(rows, text)
        mentions.extend(_mentions(words))
    return Text(name, text.rstrip(), tuple(sorted(mentions, key=lambda mention: (mention.span, mention.entity))))


def _laid_out(rows: Sequence[Sequence[str]], text: str) -> tuple[str, list[_Word]]:
    """The text with a sentence's words after it, parts of one printed word (`report` `'s`) joined, and the words."""
    glued = _joined(rows)
    words: list[_Word] = []
    for row in rows:
        if row[0].isdigit():
            words.append(_Word(Span(len(text), len(text) + len(row[1])), int(row[6]), row[7], row[3] == "PROPN", _entities(row[9])))
            text += row[1] + ("" if glued.get(row[0], "SpaceAfter=No" in row[9]) else " ")
    return text, words


def _joined(rows: Sequence[Sequence[str]]) -> dict[str, bool]:
    """Word number → whether no space follows, for the parts of printed words."""
    glued: dict[str, bool] = {}
    for row in rows:
        first, _, last = row[0].partition("-")
        if last:
            glued |= {str(number): True for number in range(int(first), int(last))} | {last: "SpaceAfter=No" in row[9]}
    return glued


def _entities(column: str) -> str:
    return next((part.removeprefix("Entity=") for part in column.split("|") if part.startswith("Entity=")), "")


def _mentions(words: Sequence[_Word]) -> Iterator[Marked]:
    """The mentions of a sentence, from brackets such as `(5-person-new-…`, `5)` and `(5-person-new-…)`."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for at, word in enumerate(words):
        for opening, closing in _BRACKET.findall(word.entities):
            entity, kind = (opening or closing).rstrip(")").split("-")[:2] if opening else (closing.rstrip(")"), "")
            if opening and not opening.endswith(")"):
                opened.setdefault(entity, []).append((at, kind))
                continue
            first, kind = (at, kind) if opening else opened[entity].pop()
            yield _marked(words, first, at, entity, kind)


_BRACKET = re.compile(r"\(([^()]+\)?)|([^()]+\))")


def _marked(words: Sequence[_Word], first: int, last: int, entity: str, kind: str) -> Marked:
    """The mention of words `first` to `last`; numbers of heads count from one."""
    within = range(first + 1, last + 2)
    heads = {number for number in within if words[number - 1].head not in within}
    heads |= {number for number in within if words[number - 1].relation.startswith("flat") and words[number - 1].head in heads}
    span = Span(words[first].span.start, words[last].span.end)
    named = any(words[number - 1].proper for number in heads)
    return Marked(span, tuple(words[number - 1].span for number in sorted(heads)), entity, kind, named)


def clusters(document: Text, reading: Reading, types: Sequence[str], *, named: bool) -> tuple[list[Cluster], list[Cluster]]:
    """The marked entities and the chains of these types, as sets of mentions: marked ones by their number, others by their span.

    With `named` the entities that have no name in the text are left out, and what the chains have of them too.
    """
    typed = [mention for mention in document.mentions if mention.type in types]
    wanted = {mention.entity for mention in typed if mention.named or not named}
    others = {mention.entity for mention in typed} - wanted
    counted = [(number, mention) for number, mention in enumerate(document.mentions) if mention.entity in wanted]
    chains = {chain.id for chain in reading.chains if chain.type in types}
    spans = [mention.span for mention in reading.mentions if mention.chain in chains]
    found = _found(counted, spans)
    left_out = _found([(n, mention) for n, mention in enumerate(document.mentions) if mention.entity in others], spans)
    gold = _gathered((mention.entity, number) for number, mention in counted)
    predicted = _gathered(
        (mention.chain, found.get(mention.span, mention.span))
        for mention in reading.mentions
        if mention.chain in chains and (mention.span in found or mention.span not in left_out)
    )
    return gold, predicted


def _found(marked: Sequence[tuple[int, Marked]], spans: Sequence[Span]) -> dict[Span, Hashable]:
    """Span → number of the marked mention that it finds; the shortest of several, each found once."""
    found: dict[Span, Hashable] = {}
    taken: set[int] = set()
    for span in spans:
        fitting = [
            (mention.span.end - mention.span.start, number)
            for number, mention in marked
            if number not in taken and span.within(mention.span) and any(head.within(span) for head in mention.heads)
        ]
        if fitting:
            found[span] = min(fitting)[1]
            taken.add(min(fitting)[1])
    return found


def _gathered(mentions: Iterable[tuple[str, Hashable]]) -> list[Cluster]:
    gathered: dict[str, set[Hashable]] = {}
    for entity, mention in mentions:
        gathered.setdefault(entity, set()).add(mention)
    return [frozenset(cluster) for cluster in gathered.values() if len(cluster) > 1]


def score(document: Text, reading: Reading, types: Sequence[str] = TYPES, *, named: bool = False) -> dict[str, Count]:
    """The shares of one document (see `clusters`)."""
    return coreference(*clusters(document, reading, types, named=named))
