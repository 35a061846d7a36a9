"""How the time of a reading, and of what follows for its document alone, grows with the length of a text.

    python -m benchmarks.lengths FOLDER [--reader rules] [--kilobytes 50,100,200,400]

The texts of the folder are joined, in order of file, to texts of these lengths (thousands of characters): once in their paragraphs,
once as a single one. Seconds are those of the processor.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path
from time import process_time

from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.reading import DEFAULT_READER, READERS
from onrecord.resolution import describe, keys
from onrecord.sources import Found, Options, collect


def main() -> None:
    """Print the seconds by length for the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reader", default=DEFAULT_READER)
    parser.add_argument("--kilobytes", default="50,100,200,400", help="lengths, in thousands of characters")
    asked = parser.parse_args()
    read = READERS[asked.reader]().read
    outcomes = collect([str(asked.folder)], Options())
    whole = "\n\n".join(outcome.document.text for outcome in outcomes if isinstance(outcome, Found))
    read(Document.of(whole[:2000]))
    print("| text | thousand characters | statements | reading | a thousand characters, ms | what follows for it alone |")
    print("| --- | --- | --- | --- | --- | --- |")
    for length in (1000 * int(each) for each in asked.kilobytes.split(",")):
        if length > len(whole):
            raise SystemExit(f"{asked.folder}: {len(whole)} characters in all; a text of {length} cannot be made of them")
        for form, text in (("paragraphs", whole[:length]), ("one paragraph", " ".join(whole[:length].split()))):
            document = Document.of(text)
            began = process_time()
            reading = read(document)
            read_by = process_time()
            _follow(document, reading)
            took, followed = read_by - began, process_time() - read_by
            row = (form, length // 1000, len(reading.statements), f"{took:.2f}", f"{1e6 * took / length:.1f}", f"{followed:.2f}")
            print(_line(row), flush=True)


def _follow(document: Document, reading: Reading) -> None:
    describe(document.text, reading, (), ())
    keys(document.text, reading)


def _line(row: Iterable[object]) -> str:
    return "| " + " | ".join(map(str, row)) + " |"


if __name__ == "__main__":
    main()
