"""A record of one small story, written out by hand as the items that an export has."""

from onrecord.core.decisions import Target, decision_id
from onrecord.core.documents import appearance_id
from onrecord.core.evidence import Date, Evidence
from onrecord.core.ids import content_id, document_id, item_id, text_sha256
from onrecord.core.items import (
    AppearanceItem,
    DecisionItem,
    DocumentItem,
    EntityItem,
    FaultItem,
    Item,
    LinkItem,
    MentionItem,
    RecordItem,
    StatementItem,
    TimeItem,
    UtteranceItem,
)
from onrecord.core.spans import Span

TEXT = "“The 🚲 lane stays,” Ana Ribeiro-Óz said Tuesday.\n\n“It stays,” a clerk said. “It stays.”"


def place(words: str, nth: int = 0) -> Span:
    """Where the words stand in the story for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


DOCUMENT = document_id(TEXT)
NAME = place("Ana Ribeiro-Óz")
CHAIN = item_id("chain:person", DOCUMENT, NAME)
LANE = (place("“The 🚲 lane stays,”"),)
STAYS = (place("“It stays,”"), place("“It stays.”"))
FIRST = item_id("statement", DOCUMENT, *LANE)
SECOND = item_id("statement", DOCUMENT, *STAYS)
PUBLISHED = Date("2003-04-02", "2003-04-02", "metadata", (Evidence("2003-04-02", DOCUMENT, field="meta date"),))
TUESDAY = Date("2003-04-01", "2003-04-01", "relative", (Evidence("Tuesday", DOCUMENT, (place("Tuesday"),)),))
BY_THEN = Date(None, "2003-04-02", "inferred")
WHY = "I was there."


def _statements() -> list[Item]:
    lane = StatementItem(
        id=FIRST,
        document=DOCUMENT,
        type="direct",
        mode="said",
        speaker=CHAIN,
        speaker_basis="resolved",
        candidates=(),
        printed="",
        via=None,
        addressee=None,
        within=None,
        source=(NAME,),
        cue=(place("said"),),
        content=LANE,
        words="“The 🚲 lane stays,”",
        about=(),
        said=TUESDAY,
        utterance=FIRST,
        confidence=0.9349999,
        review="accepted",
    )
    stays = StatementItem(
        id=SECOND,
        document=DOCUMENT,
        type="direct",
        mode="said",
        speaker=None,
        speaker_basis="unnamed",
        candidates=(),
        printed="a clerk",
        via=None,
        addressee=None,
        within=None,
        source=(place("a clerk"),),
        cue=(place("said", 1),),
        content=STAYS,
        words="“It stays,” … “It stays.”",
        about=(),
        said=BY_THEN,
        utterance=SECOND,
        confidence=0.5,
        review="machine",
    )
    return [lane, stays]


def _decision() -> DecisionItem:
    about = (Target("statement", FIRST, DOCUMENT, LANE, "“The 🚲 lane stays,”"),)
    at = "2003-05-01T09:30:00Z"
    return DecisionItem(decision_id(about, "accept", "", "", "ruth", at, WHY), about, "accept", "", "", "ruth", at, WHY, None)


def items() -> list[Item]:
    """The record's items, in the order of an export."""
    counts = {"document": 1, "appearance": 1, "entity": 1, "mention": 1, "statement": 2, "time": 1, "utterance": 2}
    counts |= {"link": 1, "decision": 1, "fault": 1}
    low, high = sorted((FIRST, SECOND))
    tuesday = place("Tuesday")
    by_id = sorted(_statements(), key=lambda item: item.id)  # type: ignore[union-attr]
    return [
        RecordItem("onrecord/1", {"reader": "rules/1", "program": "0.1.0", "resolution": "1"}, counts),
        DocumentItem(DOCUMENT, "en", len(TEXT), text_sha256(TEXT), PUBLISHED, None, TEXT),
        AppearanceItem(
            *(appearance_id(DOCUMENT, "lane.html"), DOCUMENT, "lane.html", "Lane stays", "Ulmen Bote", "", ""),
            *(PUBLISHED, None, text_sha256("<html>")),
        ),
        EntityItem(CHAIN, "person", "Ana Ribeiro-Óz", (), (CHAIN,), "machine"),
        MentionItem(CHAIN, CHAIN, DOCUMENT, NAME.start, NAME.end, "Ana Ribeiro-Óz", "name"),
        *by_id,
        TimeItem(
            *(item_id("time", DOCUMENT, tuesday), DOCUMENT, tuesday.start, tuesday.end, "Tuesday", "DATE"),
            *("2003-04-01", "", "", "", "2003-04-02", "weekday", "2003-04-01", "2003-04-01"),
        ),
        *(UtteranceItem(told, CHAIN if told == FIRST else None, (told,), told) for told in (low, high)),
        LinkItem(content_id("link", low, high), low, high, 0.41234, ("the same words",), ()),
        _decision(),
        FaultItem("broken.pdf", "no text in it; skipped"),
    ]
