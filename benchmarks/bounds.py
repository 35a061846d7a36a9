"""How often inferred bounds hold: dated stories are bounded as if they bore no date, and their own day is looked for between.

python -m benchmarks.bounds PLACE...
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.core.documents import Document
from onrecord.core.evidence import Date
from onrecord.core.readings import Reading
from onrecord.reading.layout import layout
from onrecord.reading.times import find_times
from onrecord.resolution.bounds import inferred
from onrecord.resolution.dating import appearance_date
from onrecord.sources import Found, Options, collect


def main() -> None:
    """Measure what stands at the places that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", help="files and folders of dated stories, as `onrecord add` takes them")
    found = counts(dated(parser.parse_args().places))
    print("\n".join(f"{found[name]:>6}  {name}" for name in NAMES))


NAMES = ("dated to a day", "with a first day", "with a last day", "with bounds that exclude their day")


def dated(places: list[str]) -> Iterator[tuple[Document, Date]]:
    """The documents at the places that are dated to a day, with their dates."""
    for one in collect(places, Options()):
        if isinstance(one, Found) and (date := appearance_date(one.appearance)).exact:
            yield one.document, date


def counts(stories: Iterable[tuple[Document, Date]]) -> Counter[str]:
    """How many stories there are, how many have a first and a last day, and how many of them bounds that exclude their own day."""
    found: Counter[str] = Counter()
    for document, date in stories:
        bounds = inferred(Reading(document.id, "", "en", times=find_times(layout(document.text), document.id)), document)
        day = date.earliest or ""
        found[NAMES[0]] += 1
        found[NAMES[1]] += bounds.earliest is not None
        found[NAMES[2]] += bounds.latest is not None
        found[NAMES[3]] += not (bounds.earliest or day) <= day <= (bounds.latest or day)
    return found


if __name__ == "__main__":
    main()
