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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
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
from onrecord.reading.nobody import nobody_named
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

    @property
    def options(self) -> tuple[antecedents.Features, ...]:
        """The features of each candidate, nobody's last."""
        return (*(candidate.features for candidate in self.candidates), self.nobody)


@dataclass(frozen=True, slots=True)
class Example:
    """The features of each candidate, nobody's last, and which of them is right; `beside` is what else tells for each, if any."""

    options: tuple[antecedents.Features, ...]
    right: int
    beside: tuple[float, ...] = ()


def main() -> None:
    """Gather, learn and write, for as many rounds as asked."""
    data, rounds = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3
    for number in range(rounds):
        examples = [*from_gap(data / "gap"), *from_gum(data / "gum"), *from_polnear(data / "polnear")]
        weights = learnt(examples)
        right = sum(_best(weights, example) == example.right for example in examples)
        print(f"round {number + 1}: {len(examples)} pronouns, {100 * right / len(examples):.1f} % right on them", flush=True)
        write(weights, len(examples))
        antecedents.feature_weights.cache_clear()


def watched(text: str) -> list[Seen]:
    """The pronouns of a text with their candidates, as the reading comes by them."""
    found: list[Seen] = []

    def watching(walk: Walk, at: int, gender: str, near: list[antecedents.Candidate]) -> list[Group]:
        found.append(Seen(walk.layout.words[at].span, tuple(near), nobody_named(walk, at, gender)))
        return antecedents.meant(walk, at, gender, near)

    page = layout(text)
    build_chains(page, find_names(page), "", watching)
    return found


def from_gap(folder: Path) -> Iterator[Example]:
    """One example a snippet whose right name is among the candidates, or which has neither name right and both among them."""
    for snippet in gap.snippets(folder, "development"):
        yield from examples(watched(snippet.text), partial(gap_right, snippet))


def examples(found: Iterable[Seen], right: Callable[[Seen], int | None]) -> Iterator[Example]:
    """The pronouns of which it is known whom they mean."""
    for seen in found:
        if (number := right(seen)) is not None:
            yield Example(seen.options, number)


def gap_right(snippet: gap.Snippet, seen: Seen) -> int | None:
    """The number of the option that is right of the snippet's pronoun; None of others, and where it cannot be told."""
    if seen.span != snippet.pronoun:
        return None
    of_names = [
        [number for number, each in enumerate(seen.candidates) if any(map(name.overlaps, each.group.spans))]
        for name, _ in snippet.names
    ]
    true = [number for number, (_, meant) in zip(of_names, snippet.names, strict=True) if meant]
    if true:
        return true[0][0] if true[0] else None
    both = {number for its_own in of_names for number in its_own}
    return len(seen.candidates) if len(both) == len(seen.candidates) else None


def from_gum(folder: Path) -> Iterator[Example]:
    """The third-person pronouns of the open genres whose entity is marked."""
    for document in open_texts(folder):
        yield from examples(watched(document.text), partial(gum_right, document))


def open_texts(folder: Path) -> Iterator[gum.Text]:
    """GUM's training documents in the open genres, in order of id."""
    return (document for document in gum.texts(folder, "train") if document.genre in gum.OPEN_GENRES)


def gum_right(document: gum.Text, seen: Seen) -> int | None:
    """The number of the option that is right, None of a pronoun that is not marked."""
    entity = next((mention.entity for mention in reversed(document.mentions) if mention.span == seen.span), None)
    if entity is None:
        return None
    its_own = [mention for mention in document.mentions if mention.entity == entity]
    right = (number for number, candidate in enumerate(seen.candidates) if _is_entity(candidate.group, its_own))
    return next(right, len(seen.candidates))


def _is_entity(group: Group, mentions: Sequence[gum.Marked]) -> bool:
    marked = [(mention.span, mention.heads) for mention in mentions]
    return any(span.within(whole) and any(head.within(span) for head in heads) for span in group.spans for whole, heads in marked)


def from_polnear(folder: Path) -> Iterator[Example]:
    """The pronouns of every seventh training story, as CoreNLP resolved them (so they are silver)."""
    for text, chains in resolved_stories(folder):
        yield from examples(watched(text), partial(silver_right, chains))


def resolved_stories(folder: Path) -> Iterator[tuple[str, list[list[Span]]]]:
    """Every seventh training story with CoreNLP's chains."""
    texts = {story.id: story.text for story in stories(folder, "train")[::EVERY]}
    with gzip.open(folder / "corenlp_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from ((texts[row["id"]], chains_of(row)) for row in map(json.loads, lines) if row["id"] in texts)


def chains_of(parsed: Mapping[str, Any]) -> list[list[Span]]:
    """CoreNLP's chains of a story, each as the spans of its mentions."""
    return [[_token_span(parsed, mention) for mention in chain] for chain in parsed["coref"]]


def silver_right(chains: Sequence[Sequence[Span]], seen: Seen) -> int | None:
    """The number of the candidate in the pronoun's chain, None where there is not exactly one."""
    its_own = next((chain for chain in reversed(chains) if seen.span in chain), ())
    right = [number for number, each in enumerate(seen.candidates) if any(covers(span, its_own) for span in each.group.spans)]
    return right[0] if len(right) == 1 else None


def covers(name: Span, chain: Sequence[Span]) -> bool:
    """Whether a mention of the chain is the name, with a title or possessive at most."""
    return any(name.within(span) and len(range(*span)) < len(range(*name)) + 20 and span.end - name.end < 4 for span in chain)


def _token_span(parsed: Mapping[str, Any], mention: Sequence[Any]) -> Span:
    tokens = parsed["sentences"][mention[0]]
    return Span(tokens[mention[1]][1], tokens[mention[2] - 1][2])


def learnt(examples: Sequence[Example], penalty: float = PENALTY) -> Weights:
    """The weights that make the right options likely."""
    counts: dict[str, int] = defaultdict(int)
    for example in examples:
        for feature in {feature for option in example.options for feature in option}:
            counts[feature] += 1
    kept = {feature for feature, count in counts.items() if count >= FEWEST}
    weights = dict.fromkeys(sorted(kept), 0.0)
    order = [replace(each, options=tuple(tuple(f for f in option if f in kept) for option in each.options)) for each in examples]
    draw = random.Random(1)
    for epoch in range(EPOCHS):
        draw.shuffle(order)
        for example in order:
            _step(weights, example, RATE / (1 + epoch / 5), penalty)
    return weights


def _step(weights: Weights, example: Example, rate: float, penalty: float) -> None:
    beside = example.beside or (0.0,) * len(example.options)
    scores = [other + sum(weights[feature] for feature in option) for option, other in zip(example.options, beside, strict=True)]
    most = max(scores)
    powers = [exp(score - most) for score in scores]
    total = sum(powers)
    for number, (option, power) in enumerate(zip(example.options, powers, strict=True)):
        slope = (number == example.right) - power / total
        for feature in option:
            weights[feature] += rate * (slope - penalty * weights[feature])


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
