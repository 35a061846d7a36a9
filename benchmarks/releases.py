"""Whose the words are that press releases quote: of statements that they print whole, those of whoever issued them.

    python -m benchmarks.releases FILE [--most 150] [--seed 1] [--reader neural]

FILE holds releases as JSONL, packed with gzip or not: `text` and `senator`, the surname of whose office issued it. Those are drawn
in which a paragraph of quoted words follows `issued the following statement` (and its kin) or a heading with the surname.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import Span
from onrecord.reading import READERS

_INTRODUCED = re.compile(
    r"(?:following statement|following remarks|released this statement|issued this statement)[^\n]{0,300}\n\s*(?=[\"“])"
)
_CLOSING = ('"', "”")
_OPENING = ('"', "“")

WHOLE = 0.95
"""The share of a statement's characters with which it counts as told."""


class Release(NamedTuple):
    """A release with the statement that it prints whole, whose it is, and how it comes by it."""

    document: Document
    senator: str
    statement: Span
    kind: str


def main() -> None:
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--most", type=int, default=150, help="so many releases of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=sorted(READERS), default="neural")
    asked = parser.parse_args()
    reader = READERS[asked.reader]()
    drawn = list(releases(asked.file))
    Random(asked.seed).shuffle(drawn)
    print(f"reader {reader.version}, seed {asked.seed}\n")
    print("| the statement stands below | releases | told whole | characters told | of somebody else | of nobody | not told |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for kind in ("an introduction", "a heading"):
        print(row(kind, [each for each in drawn if each.kind == kind][: asked.most], reader.read))


def releases(path: Path) -> Iterator[Release]:
    """The releases of a file that print a statement whole, and close its quotation."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            found = release(fields["text"], fields["senator"].split()[-1])
            if found is not None:
                yield found


def release(text: str, senator: str) -> Release | None:
    """The release, None where no statement stands below an introduction, or a heading with the surname."""
    document = Document.of(text)
    introduced = _INTRODUCED.search(document.text)
    first, second, *_ = (*re.finditer(r"[^\n]*\S[^\n]*", document.text), None, None)
    if introduced is not None:
        start, kind = introduced.end(), "an introduction"
    elif first and second and second.group().strip().startswith(_OPENING) and senator.lower() in first.group().lower():
        start, kind = second.end() - len(second.group().lstrip()), "a heading"
    else:
        return None
    ends = (each.end() for each in re.finditer(r"[^\n]+", document.text[start:]) if each.group().rstrip().endswith(_CLOSING))
    end = next(ends, None)
    return Release(document, senator, Span(start, start + end), kind) if end is not None else None


def row(kind: str, drawn: list[Release], read: Callable[[Document], Reading]) -> str:
    """A line of the table: whose the characters of the statements are told to be."""
    told: Counter[str] = Counter()
    whole = 0
    for each in drawn:
        its_own = whose(each, read(each.document))
        whole += its_own["issuer"] >= WHOLE * its_own.total()
        told += its_own
    shares = " | ".join(f"{100 * told[who] / told.total():.1f} %" for who in ("issuer", "another", "nobody", "untold"))
    return f"| {kind} | {len(drawn)} | {100 * whole / len(drawn):.1f} % | {shares} |"


def whose(each: Release, reading: Reading) -> Counter[str]:
    """How many characters of the statement are told to be its issuer's, another's, nobody's, or are not told."""
    names = {chain.id: chain.name.lower() for chain in reading.chains}
    speakers: dict[int, str] = {}
    for statement in reading.statements:
        if not statement.within:
            name = names.get(statement.speaker or "", "")
            who = "nobody" if not name else "issuer" if each.senator.lower() in name else "another"
            speakers |= dict.fromkeys((at for span in statement.content for at in range(*span)), who)
    return _counted(each, speakers)


def _counted(each: Release, speakers: Mapping[int, str]) -> Counter[str]:
    printed = (at for at in range(*each.statement) if not each.document.text[at].isspace())
    return Counter(speakers.get(at, "untold") for at in printed)


if __name__ == "__main__":
    main()
