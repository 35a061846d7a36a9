"""The kinds of error a reader makes, with counts and where to look: all of them, or the worst as rows for `docs/errors.md`.

    python -m benchmarks.errors --data FOLDER [--split dev] [--reader neural] [--jobs N] [--markdown] [--worst 20]

Prints documents' ids and offsets, never their words. What the kinds are, an invented example of each and what it would need stand
in `errors.tsv` beside this.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.exported import statements_of
from benchmarks.kinds import Error, errors_of
from benchmarks.polnear import stories

TABLE = Path(__file__).with_suffix(".tsv")
ROLES = ("attribution", "source", "cue", "content")
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of error is, an invented sentence that shows it, and what mending it would need."""

    name: str
    sentence: str
    need: str


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--split", default="dev", choices=["train", "dev"])
    parser.add_argument("--reader", default="neural")
    parser.add_argument("--jobs", type=int, default=None, help="worker processes; the program's own choice where not given")
    parser.add_argument("--markdown", action="store_true", help="the worst kinds as rows of Markdown, with example and need")
    parser.add_argument("--worst", type=int, default=20, help="how many kinds are the worst")
    asked = parser.parse_args()
    told = stories(asked.data, asked.split)
    predicted = statements_of(told, reader=asked.reader, jobs=asked.jobs)
    errors = [error for story in told for error in errors_of(story, predicted[story.id])]
    print("\n".join(rows(errors, kinds(), worst=asked.worst) if asked.markdown else table(errors)))


def kinds() -> Mapping[str, Kind]:
    """The kinds in `errors.tsv` by key."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: Kind(name, sentence, need) for key, name, sentence, need in fields}


def table(errors: Sequence[Error]) -> Iterator[str]:
    """All kinds with counts, shares of all errors in per cent and examples, the most frequent first, by role."""
    yield f"{len(errors)} errors"
    for role in ROLES:
        of_role = [error for error in errors if error.role == role]
        yield f"\n{role}: {len(of_role)} ({_share(len(of_role), errors)})"
        for kind, count in _ordered(of_role):
            yield f"  {kind:32} {count:5} {_share(count, errors):>6}  {', '.join(examples(errors, kind))}"


def rows(errors: Sequence[Error], by_key: Mapping[str, Kind], *, worst: int) -> Iterator[str]:
    """The most frequent kinds as rows of a Markdown table, in order, and a last one for all others."""
    yield "| | kind | errors | share | where | an invented parallel | what it would need |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    first = _ordered(errors)[:worst]
    for number, (key, count) in enumerate(first, start=1):
        kind = by_key[key]
        where = "<br>".join(f"`{example}`" for example in examples(errors, key))
        named = f"{kind.name} (`{key}`)"
        yield f"| {number} | {named} | {count} | {_share(count, errors)} | {where} | {kind.sentence} | {kind.need} |"
    others = len(errors) - sum(count for _, count in first)
    yield f"| | {len(_ordered(errors)) - len(first)} other kinds | {others} | {_share(others, errors)} | | | |"


def examples(errors: Sequence[Error], kind: str) -> list[str]:
    """Up to three errors of a kind as `id [start, end)`, each from another document where there are so many."""
    of_kind = [error for error in errors if error.kind == kind]
    firsts = {error.story: error for error in reversed(of_kind)}
    chosen = sorted(firsts.values(), key=lambda error: error.story)
    further = [error for error in of_kind if error not in chosen]
    return [f"{error.story} [{error.span.start}, {error.span.end})" for error in [*chosen, *further][:EXAMPLES]]


def _ordered(errors: Sequence[Error]) -> list[tuple[str, int]]:
    return sorted(Counter(error.kind for error in errors).items(), key=lambda counted: (-counted[1], counted[0]))


def _share(count: int, errors: Sequence[Error]) -> str:
    return f"{100 * count / max(1, len(errors)):.1f} %"


if __name__ == "__main__":
    main()
