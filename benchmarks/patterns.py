"""How often each pattern of the rules reader is right, content and source both: what `rule_confidence.tsv` holds.

    python -m benchmarks.patterns --data FOLDER [--split train] [--write]

A pattern is right where its content pairs with a marked one (half of the words shared) and the sources share a word or both are
absent; a quotation that carries on a speaker, where most of its words are marked as that speaker's. `--write` puts the figures of
patterns seen often enough into the table, rounded to two decimals; rarer ones keep what stands there, and so does `alone`,
which has no speaker to be right about.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.contents import Attribution, Words
from benchmarks.polnear import Story, stories
from benchmarks.scoring import pairs, shared
from onrecord.reading.attributions import Attribution as Found
from onrecord.reading.continuations import Carried
from onrecord.reading.layout import layout
from onrecord.reading.names import find_names
from onrecord.reading.quotations import find_quotations
from onrecord.reading.rules import find_attributions
from onrecord.reading.statements import Find

TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "knowledge" / "rule_confidence.tsv"
FEWEST = 20
"""How often a pattern must be seen for its figure to be written: the standard error is then at most .11."""


def outcomes(story: Story, find: Find) -> Iterator[tuple[Found, bool]]:
    """Each attribution with content that `find` makes of a story, and whether it is right."""
    page = layout(story.text)
    people = [name.span for name in find_names(page) if name.type == "person"]
    carried = find(page, people, find_quotations(page))
    words = Words(story.text)
    gold = [words.told(one) for one in story.gold]
    found = [Attribution(one.attribution.source, one.attribution.cue, one.attribution.content) for one in carried]
    predicted = [words.told(one) for one in found]
    paired = {p: g for g, p in pairs(gold, predicted, lambda a, b: shared(a.content, b.content), least=0.5)}
    for at, one in enumerate(carried):
        if not one.attribution.content:
            continue
        if one.follows is not None:
            yield one.attribution, _goes_on(carried, at, story, words)
        elif at in paired:
            marked, said = gold[paired[at]].source, predicted[at].source
            yield one.attribution, bool(marked & said) or not (marked or said)
        else:
            yield one.attribution, False


def _goes_on(carried: Sequence[Carried], at: int, story: Story, words: Words) -> bool:
    """Whether most words of a carried quotation are marked as those of the speaker that it carries on."""
    follows = carried[at].follows
    if follows is None:
        return False
    source = words.words(words.characters(carried[follows].attribution.source))
    content = words.words(words.characters(carried[at].attribution.content))
    theirs = [one for one in map(words.told, story.gold) if one.source & source]
    return 2 * len(content & frozenset().union(*(one.content for one in theirs))) > len(content)


def main() -> None:
    """Print the table, and write it where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="train")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for story in stories(given.data, given.split):
        for found, is_right in outcomes(story, find_attributions):
            seen[found.pattern] += 1
            right[found.pattern] += is_right
    for pattern, number in seen.most_common():
        print(f"{pattern:24} {number:6} {right[pattern] / number:.3f}")
    if given.write:
        _write({pattern: right[pattern] / number for pattern, number in seen.items() if number >= FEWEST and pattern != "alone"})


def _write(measured: dict[str, float]) -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    changed = [_line(line, measured) for line in lines]
    TABLE.write_text("\n".join(changed) + "\n", encoding="utf-8")


def _line(line: str, measured: dict[str, float]) -> str:
    pattern = line.split("\t")[0]
    return f"{pattern}\t{measured[pattern]:.2f}" if pattern in measured else line


if __name__ == "__main__":
    main()
