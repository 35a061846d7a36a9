"""Travelling: stories → those with a pronoun as the source of words that another story gives to a name, and that name.

    python -m training.travelling --stories FILE --to DATA

FILE is gzipped lines of JSON with `date` and `text`. What was published after LAST is left for measuring (`benchmarks.travelling`).
Writes `travelling.jsonl.gz` in the folder: a line a story with its `text` and its `pronouns` [[start, end, surname]]. Reads all
the stories with the default reader, by all processors: seven minutes for 4,200.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.travelling import known, published, tellings

from onrecord.core.spans import Span

FILE = "travelling.jsonl.gz"
LAST = "2018-12-31"
"""The last day of publication of what is learnt from."""


class Story(NamedTuple):
    """A story with the pronouns of which another story tells the surname of whom they mean."""

    text: str
    surnames: Mapping[Span, str]


def main() -> None:
    """Read and write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, required=True, help="gzipped lines of JSON with date and text")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to")
    asked = parser.parse_args()
    texts = published(asked.stories, last=LAST)
    surnames: dict[int, dict[Span, str]] = {}
    for each in known(list(tellings(texts))):
        if each.telling.form == "pronoun" and each.telling.source is not None:
            surnames.setdefault(each.telling.story, {})[each.telling.source] = each.surname
    write([Story(texts[story], of_source) for story, of_source in sorted(surnames.items())], asked.to)
    print(f"{len(surnames)} stories, {sum(map(len, surnames.values()))} pronouns")


def write(stories: list[Story], folder: Path) -> None:
    """Write the stories as `read` reads them."""
    rows = ({"text": text, "pronouns": [[*span, surname] for span, surname in sorted(of.items())]} for text, of in stories)
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(gzip.compress(lines.encode("utf-8"), mtime=0))


def read(folder: Path) -> Iterator[Story]:
    """The stories in a folder, in the order of the file."""
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Story(row["text"], {Span(start, end): surname for start, end, surname in row["pronouns"]})


if __name__ == "__main__":
    main()
