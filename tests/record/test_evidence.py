"""What is about to be written must stand on words, and what is written must still."""

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from onrecord import compile as trip
from onrecord.core.documents import Document
from onrecord.core.readings import Reading
from onrecord.core.spans import Span
from onrecord.reading import READERS
from onrecord.record.errors import EvidenceError
from onrecord.record.evidence import broken_evidence, require_evidence
from onrecord.sources import Options

TEXT = "“The ferry is late,” said Ada Quill of Port Ellery on March 4, 2031."


@pytest.fixture
def reading() -> Reading:
    return READERS["rules"]().read(Document.of(TEXT))


def test_a_sound_reading_passes(reading: Reading) -> None:
    assert reading.statements and reading.mentions and reading.times
    require_evidence(TEXT, reading)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ((), "has no content"),
        ((Span(0, len(TEXT) + 1),), "where no words stand"),
        ((Span(5, 5),), "where no words stand"),
        ((Span(4, 5),), "where no words stand"),
        ((Span(5, 10), Span(8, 12)), "overlap or stand out of order"),
    ],
)
def test_content_that_is_not_there_is_refused(reading: Reading, content: tuple[Span, ...], wrong: str) -> None:
    broken = replace(reading, statements=(replace(reading.statements[0], content=content),))
    with pytest.raises(EvidenceError, match=wrong):
        require_evidence(TEXT, broken)


def test_references_lead_somewhere(reading: Reading) -> None:
    broken = replace(reading, statements=(replace(reading.statements[0], speaker="f" * 32, said="e" * 32),))
    assert len(list(broken_evidence(TEXT, broken))) == 2


@pytest.mark.parametrize(
    ("tampering", "wrong"),
    [
        ("UPDATE statement SET words = replace(words, 'late', 'early')", "does not stand on the words that it says"),
        ("UPDATE time SET start = start + 1", "does not stand on the words that it says"),
        ("UPDATE document SET text = replace(text, 'late', 'gone')", "its text is not the one that was read"),
        ("UPDATE appearance SET name = 'other.txt'", "is not that of document and name"),
        ("UPDATE chain SET entity = 4711", "names a entity that is not there"),
    ],
)
def test_the_check_finds_what_was_tampered_with(tmp_path: Path, tampering: str, wrong: str) -> None:
    record = recorded(tmp_path)
    assert trip.check(record, derived=True) == ()
    tamper(record, tampering)
    assert any(wrong in fault.message for fault in trip.check(record))


def test_the_deep_check_finds_what_a_rebuild_would_not_give(tmp_path: Path) -> None:
    record = recorded(tmp_path)
    tamper(record, "UPDATE entity SET name = 'Somebody Else'")
    assert trip.check(record) == ()
    (fault,) = trip.check(record, derived=True)
    assert fault.message.startswith("it is not what a rebuild would give, first at entity ")
    trip.rebuild(record, jobs=1)
    assert trip.check(record, derived=True) == ()


def recorded(folder: Path) -> Path:
    story = folder / "ferry.txt"
    story.write_text(TEXT, encoding="utf-8")
    trip.add(folder / "onrecord.db", [str(story)], Options(), jobs=1)
    return folder / "onrecord.db"


def tamper(record: Path, sql: str) -> None:
    connection = apsw.Connection(str(record))
    connection.execute(sql)
    connection.close()
