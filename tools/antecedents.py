"""Learn the weights of `antecedents.tsv`: how much each feature of a person near a pronoun tells for being meant.

    python -m tools.antecedents DATA [ROUNDS]

DATA is the folder that holds `gap` (its development part: Webster and others, TACL 2018, Apache-2.0), `gum` (its training part,
the genres with open licences: Zeldes 2017, CC BY) and `polnear` (some training stories as CoreNLP reads them). The weights are
those of a softmax over the persons near a pronoun and `nobody`, found by stochastic gradient descent with a penalty on their
squares. What was mentioned before depends on how pronouns before were resolved, so that the features are gathered anew in each
round with the weights of the round before.
"""

import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

from benchmarks.polnear import stories

from benchmarks import gap, gum
from onrecord.core.spans import Span
from onrecord.reading import antecedents
from onrecord.reading.chains import build_chains
from onrecord.reading.grouping import Group
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.walk import Walk

TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "knowledge" / "antecedents.tsv"
EPOCHS, RATE, PENALTY = 30, 0.05, 2e-4
EVERY = 7
FEWEST = 15
"""A feature seen less often gets no weight."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """A pronoun with its candidates, and what tells for nobody."""

    span: Span
    candidates: tuple[antecedents.Candidate, ...]
    nobody: antecedents.Features


@dataclass(frozen=True, slots=True)
class Example:
    """The features of each candidate, nobody's last, and which of them is right."""

    options: tuple[antecedents.Features, ...]
    right: int


def main() -> None:
    """Gather, learn and write, for as many rounds as asked."""
    data, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3
    for number in range(rounds):
        examples = [*from_gap(data / "gap"), *from_gum(data / "gum"), *from_polnear(data / "polnear")]
        weights = learnt(examples)
        right = sum(_best(weights, example) == example.right for example in examples)
        print(f"round {number + 1}: {len(examples)} pronouns, {100 * right / len(examples):.1f} % right on them", flush=True)
        write(weights, len(examples))
        antecedents._weights.cache_clear()


def watched(text: str) -> list[Seen]:
    """The pronouns of a text with their candidates, as the reading comes by them."""
    found: list[Seen] = []

    def watching(walk: Walk, at: int, gender: str, near: list[antecedents.Candidate]) -> list[Group]:
        found.append(Seen(walk.layout.words[at].span, tuple(near), antecedents.nobody_named(walk, at, gender)))
        return antecedents.meant(walk, at, gender, near)

    page = layout(text)
    build_chains(page, find_names(page), "", watching)
    return found


def from_gap(folder: Path) -> Iterator[Example]:
    """One example a snippet whose right name is among the candidates, or which has neither name right and both among them."""
    for snippet in gap.snippets(folder, "development"):
        for seen in watched(snippet.text):
            if seen.span == snippet.pronoun:
                yield from _gap_example(snippet, seen)


def _gap_example(snippet: gap.Snippet, seen: Seen) -> Iterator[Example]:
    meant = [name for name, true in snippet.names if true]
    others = [name for name, true in snippet.names if not true]
    options = (*(candidate.features for candidate in seen.candidates), seen.nobody)
    if meant:
        right = [n for n, candidate in enumerate(seen.candidates) if any(map(meant[0].overlaps, candidate.group.spans))]
        if right:
            yield Example(options, right[0])
        return
    wrong = [each for each in seen.candidates if any(other.overlaps(span) for other in others for span in each.group.spans)]
    if len(wrong) == len(seen.candidates):
        yield Example(options, len(options) - 1)


def from_gum(folder: Path) -> Iterator[Example]:
    """The third-person pronouns of the open genres whose entity is marked."""
    for document in gum.texts(folder, "train"):
        if document.genre in gum.OPEN_GENRES:
            yield from _gum_examples(document)


def _gum_examples(document: gum.Text) -> Iterator[Example]:
    entities = {mention.span: mention.entity for mention in document.mentions}
    for seen in watched(document.text):
        if seen.span not in entities:
            continue
        its_own = [mention for mention in document.mentions if mention.entity == entities[seen.span]]
        right = [n for n, candidate in enumerate(seen.candidates) if _is_entity(candidate.group, its_own)]
        options = (*(candidate.features for candidate in seen.candidates), seen.nobody)
        yield Example(options, right[0] if right else len(seen.candidates))


def _is_entity(group: Group, mentions: Sequence[gum.Marked]) -> bool:
    marked = [(mention.span, mention.heads) for mention in mentions]
    return any(span.within(whole) and any(head.within(span) for head in heads) for span in group.spans for whole, heads in marked)


def from_polnear(folder: Path) -> Iterator[Example]:
    """The pronouns of every seventh training story, as CoreNLP resolved them (so they are silver)."""
    texts = {story.id: story.text for story in stories(folder, "train")[::EVERY]}
    with gzip.open(folder / "corenlp_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            parsed = json.loads(line)
            if parsed["id"] in texts:
                yield from _silver_examples(texts[parsed["id"]], parsed)


def _silver_examples(text: str, parsed: Mapping[str, Any]) -> Iterator[Example]:
    chains = [[_token_span(parsed, mention) for mention in chain] for chain in parsed["coref"]]
    chain_of = {span: chain for chain in chains for span in chain}
    for seen in watched(text):
        chain = chain_of.get(seen.span)
        if chain is None:
            continue
        right = [n for n, each in enumerate(seen.candidates) if any(_covers(span, chain) for span in each.group.spans)]
        if len(right) == 1:
            yield Example((*(candidate.features for candidate in seen.candidates), seen.nobody), right[0])


def _covers(name: Span, chain: Sequence[Span]) -> bool:
    """Whether a mention of the chain is the name, with a title or possessive at most."""
    return any(name.within(span) and len(range(*span)) < len(range(*name)) + 20 and span.end - name.end < 4 for span in chain)


def _token_span(parsed: Mapping[str, Any], mention: Sequence[Any]) -> Span:
    tokens = parsed["sentences"][mention[0]]
    return Span(tokens[mention[1]][1], tokens[mention[2] - 1][2])


def learnt(examples: Sequence[Example]) -> Weights:
    """The weights that make the right options likely."""
    counts: dict[str, int] = defaultdict(int)
    for example in examples:
        for feature in {feature for option in example.options for feature in option}:
            counts[feature] += 1
    kept = {feature for feature, count in counts.items() if count >= FEWEST}
    weights = dict.fromkeys(sorted(kept), 0.0)
    order = [Example(tuple(tuple(f for f in option if f in kept) for option in each.options), each.right) for each in examples]
    draw = random.Random(1)
    for epoch in range(EPOCHS):
        draw.shuffle(order)
        for example in order:
            _step(weights, example, RATE / (1 + epoch / 5))
    return weights


def _step(weights: Weights, example: Example, rate: float) -> None:
    scores = [sum(weights[feature] for feature in option) for option in example.options]
    most = max(scores)
    powers = [exp(score - most) for score in scores]
    total = sum(powers)
    for number, (option, power) in enumerate(zip(example.options, powers, strict=True)):
        slope = (number == example.right) - power / total
        for feature in option:
            weights[feature] += rate * (slope - PENALTY * weights[feature])


def _best(weights: Weights, example: Example) -> int:
    scores = [sum(weights.get(feature, 0.0) for feature in option) for option in example.options]
    return scores.index(max(scores))


def write(weights: Weights, count: int) -> None:
    """Write the table, features in alphabetical order, weights to two decimals."""
    head = f"""\
# How much each feature of a person mentioned near a pronoun tells for that person's being meant: feature, weight.
# Features are named in reading/antecedents.py; `nobody` and `stranger` are those of whoever is not named.
# Source: learnt by tools/antecedents.py from {count} pronouns of GAP's development part (Webster and others 2018, Apache-2.0), of
# GUM's training part in its openly licensed genres (Zeldes 2017, CC BY 4.0), and of PolNeAR's training stories as CoreNLP resolved
# them; not to be edited by hand.
"""
    lines = [f"{feature}\t{weight:.2f}" for feature, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    TABLE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
