"""Learn the weights of `lone_names.tsv`: how much each feature of a capitalised word tells for its naming a person.

    python -m tools.lone_names DATA

DATA is the folder that holds `wikigold` (Balasuriya and others 2009, CC BY 4.0), `gum` (its training part, the genres with open
licences: Zeldes 2017, CC BY), `gap` (its development part: Webster and others, TACL 2018, Apache-2.0; only the names it marks,
which are all persons') and `polnear` (some training stories with the names that CoreNLP finds). The weights are those of a logistic
regression, found by stochastic gradient descent with a penalty on their squares.
"""

import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from math import exp
from pathlib import Path

from benchmarks.polnear import stories

from benchmarks import gap, gum
from onrecord.core.spans import Span
from onrecord.reading.layout import Layout, layout
from onrecord.reading.lone_names import LEAST, LONGEST, Features, Lone, features
from onrecord.reading.name_lessons import Seen
from onrecord.reading.names import find_names
from onrecord.reading.naming import Piece

TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "knowledge" / "lone_names.tsv"
EPOCHS, RATE, PENALTY = 12, 0.1, 1e-4
EVERY, HELD_OUT = 1, 10
FEWEST = 8

Example = tuple[Features, bool]
Gold = Callable[[Span], bool | None]
"""Whether a span is a person's name; None where that is not known."""


def among(marked: Collection[Span]) -> Gold:
    """Tells only of the marked names, that they are persons'."""
    return lambda span: True if span in marked else None


def inside(persons: Sequence[Span]) -> Gold:
    """A person's name is what lies in one of these."""
    return lambda span: any(span.within(person) for person in persons)


def holding(heads: Sequence[Span]) -> Gold:
    """A person's name is what holds one of these."""
    return lambda span: any(head.within(span) for head in heads)


def beginning(starts: Collection[int]) -> Gold:
    """A person's name is what begins at one of these offsets."""
    return lambda span: span.start in starts


def main() -> None:
    """Gather, learn, say how well it does on every tenth example learnt without, and write."""
    examples = list(gathered(Path(sys.argv[1])))
    learning = [each for number, each in enumerate(examples) if number % HELD_OUT]
    judge(learnt(learning), examples[::HELD_OUT])
    write(learnt(examples), len(examples))


def gathered(data: Path) -> Iterator[Example]:
    """The examples of all sets."""
    yield from from_gap(data / "gap")
    yield from from_wikigold(data / "wikigold")
    yield from from_gum(data / "gum")
    yield from from_polnear(data / "polnear")


def examples_in(text: str, gold: Gold) -> Iterator[Example]:
    """The pieces of a text of which nothing else tells what they are."""
    page = layout(text)
    found: list[tuple[Span, Features]] = []

    def watching(page: Layout, piece: Piece, seen: Seen, told: Lone) -> Piece | None:
        if piece.type is None and piece.last - piece.first <= LONGEST:
            span = Span(page.words[piece.first].start, page.words[piece.last - 1].end)
            found.append((span, features(page, piece, seen, told)))
        return None

    find_names(page, watching)
    for span, each in found:
        if (person := gold(span)) is not None:
            yield each, person


def from_gap(folder: Path) -> Iterator[Example]:
    """The names that GAP marks; of others it does not tell what they are."""
    for snippet in gap.snippets(folder, "development"):
        marked = {name for name, _ in snippet.names}
        yield from examples_in(snippet.text, among(marked))


def from_wikigold(folder: Path) -> Iterator[Example]:
    """The documents of WikiGold, a sentence a line."""
    content = (folder / "wikigold.conll.txt").read_text(encoding="utf-8")
    for document in content.split("-DOCSTART- O"):
        text, persons = _joined(document)
        yield from examples_in(text, inside(persons))


def _joined(document: str) -> tuple[str, list[Span]]:
    text = ""
    persons: list[Span] = []
    before = ""
    for line in document.splitlines():
        word, _, label = line.rpartition(" ")
        if not word:
            text, before = text.rstrip() + "\n", ""
            continue
        span = Span(len(text), len(text) + len(word))
        if label == "I-PER" and before == label:
            span = Span(persons.pop().start, span.end)
        if label == "I-PER":
            persons.append(span)
        text, before = text + word + " ", label
    return text, persons


def from_gum(folder: Path) -> Iterator[Example]:
    """The open genres of GUM's training part."""
    for document in gum.texts(folder, "train"):
        if document.genre in gum.OPEN_GENRES:
            heads = [head for mention in document.mentions if mention.type == "person" and mention.named for head in mention.heads]
            yield from examples_in(document.text, holding(heads))


def from_polnear(folder: Path) -> Iterator[Example]:
    """The training stories, with the names of CoreNLP (so they are silver)."""
    texts = {story.id: story.text for story in stories(folder, "train")[::EVERY]}
    with gzip.open(folder / "corenlp_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            parsed = json.loads(line)
            if parsed["id"] in texts:
                words = [word for sentence in parsed["sentences"] for word in sentence]
                persons = {(word[1], word[2]) for word in words if word[5] == "PERSON"}
                starts = {start for start, _ in persons}
                yield from examples_in(texts[parsed["id"]], beginning(starts))


def learnt(examples: list[Example]) -> dict[str, float]:
    """The weights that make the examples likely."""
    counts: dict[str, int] = defaultdict(int)
    for each, _ in examples:
        for feature in each:
            counts[feature] += 1
    weights = {feature: 0.0 for feature in sorted(counts) if counts[feature] >= FEWEST}
    order = [(tuple(feature for feature in each if feature in weights), person) for each, person in examples]
    draw = random.Random(1)
    for epoch in range(EPOCHS):
        draw.shuffle(order)
        rate = RATE / (1 + epoch)
        for each, person in order:
            slope = person - chance(weights, each)
            for feature in each:
                weights[feature] += rate * (slope - PENALTY * weights[feature])
    return weights


def chance(weights: dict[str, float], each: Features) -> float:
    """How likely an example is a person."""
    return 1 / (1 + exp(-sum(weights.get(feature, 0.0) for feature in each)))


def judge(weights: dict[str, float], examples: list[Example]) -> None:
    """Print precision and recall on examples."""
    for least in (0.5, 0.7, 0.8, LEAST, 0.9, 0.95):
        taken = [person for each, person in examples if chance(weights, each) >= least]
        everyone = sum(person for _, person in examples)
        print(f"at least {least}: {sum(taken)} of {len(taken)} right, of {everyone} in {len(examples)}", flush=True)


def write(weights: dict[str, float], count: int) -> None:
    """Write the table, features in alphabetical order, weights to two decimals."""
    head = f"""\
# How much each feature of capitalised words of which nothing else tells what they are tells for a person's name: feature, weight.
# Features are named in reading/lone_names.py; the weights are those of a logistic function.
# Source: learnt by tools/lone_names.py from {count} such words of WikiGold (Balasuriya and others 2009, CC BY 4.0), of GUM's
# training part in its openly licensed genres (Zeldes 2017, CC BY 4.0), of GAP's development part (Webster and others 2018,
# Apache-2.0), and of PolNeAR's training stories with CoreNLP's names; not to be edited by hand.
"""
    lines = [f"{feature}\t{weight:.2f}" for feature, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    TABLE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
