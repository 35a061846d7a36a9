"""What the length of an office comes to: days when it began, where the text says when it had lasted so long."""

import pytest

from onrecord.core.dates import anchor_all
from onrecord.core.documents import Document
from onrecord.core.evidence import Date
from onrecord.reading.rules import RulesReader
from onrecord.resolution.office_tellings import office_tellings

PUBLISHED = Date("2019-06-01", "2019-06-01", "stated")


def bounds(text: str) -> list[tuple[str, str]]:
    """The days of the beginning and the end of each office that a story of June 1, 2019, tells of."""
    document = Document.of(text)
    reading = RulesReader().read(document)
    told = office_tellings(reading, anchor_all(reading.times, PUBLISHED), PUBLISHED, document)
    return [(_days(one.since), _days(one.until)) for _, one in told]


def _days(date: Date | None) -> str:
    return f"{date.earliest or ''}..{date.latest or ''}" if date else ""


LENGTHS = {
    "Ada Quill has been mayor of Osterby for eight years.": ("2010-06-01..2012-06-01", ""),
    "Ada Quill was mayor of Osterby for eight years.": ("", ""),
    "Ada Quill, who served as mayor of Osterby for eight years, died at home.": ("", ""),
    "Ada Quill served as mayor of Osterby for two years until 2015.": ("2012-01-01..2014-12-31", "2015-01-01..2015-12-31"),
    "Ada Quill served eight years as the mayor of Osterby, from 2008 to 2016, before she left.": (
        "2008-01-01..2008-12-31",
        "2016-01-01..2016-12-31",
    ),
}


@pytest.mark.parametrize("text", LENGTHS)
def test_a_length_counts_back_from_the_end_or_from_publication_where_it_goes_on(text: str) -> None:
    assert bounds(text) == [LENGTHS[text]]
