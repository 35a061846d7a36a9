"""What follows for one document: its profiles, its blocks, and people's rulings on its statements."""

from dataclasses import replace

import pytest

from onrecord.core.decisions import Decision, Ruling, Target
from onrecord.core.documents import Appearance, Document, appearance_id
from onrecord.core.evidence import Date
from onrecord.core.faults import Fault
from onrecord.core.readings import Chain, Mention, Reading, Statement, Title
from onrecord.core.resolved import SettledStatement
from onrecord.core.spans import Span, words_at
from onrecord.resolution import describe, keys
from resolution.piles import named, read, said, spans_of

TEXT = (
    "“Run it hourly and people will come,” City Councilmember Marisol de Ávila said. De Ávila spoke for Keep Kettle Connected "
    "(KKC). “We were promised a working waterfront,” said Greta Brandvold of Gull Point."
)
DOCUMENT = Document.of(TEXT)
DE_AVILA = named(TEXT, "Marisol de Ávila")
BRANDVOLD = named(TEXT, "Greta Brandvold")
HOURLY = said(TEXT, "“Run it hourly and people will come,”", speaker=DE_AVILA.id)
PROMISED = said(TEXT, "“We were promised a working waterfront,”", speaker=BRANDVOLD.id)


def reading(*statements: Statement) -> Reading:
    coalition, point = named(TEXT, "Keep Kettle Connected", "organization"), named(TEXT, "Gull Point", "place")
    title = Title(DE_AVILA.id, spans_of(TEXT, "City Councilmember")[0], "city councilmember", "", False)
    whole = read(TEXT, DE_AVILA, BRANDVOLD, coalition, point, statements=statements or (HOURLY, PROMISED), titles=[title])
    again = Mention(DE_AVILA.id, spans_of(TEXT, "De Ávila")[0], "name")
    return replace(whole, mentions=tuple(sorted((*whole.mentions, again), key=lambda mention: mention.span)))


def appeared(name: str, *dates: Date) -> Appearance:
    return Appearance(appearance_id(DOCUMENT.id, name), DOCUMENT.id, name, "", "", "", "", dates, "", "")


def decide(ruling: Ruling, *about: Target, value: str = "", at: str = "2031-01-01", follows: str = "", field: str = "") -> Decision:
    field = field or ("speaker" if ruling == "correct" else "")
    return Decision(f"{ruling}-{at}-{value[:4]}", about, ruling, field, value, "ada", at, "w", follows)


def at(item: Statement | Chain) -> Target:
    if isinstance(item, Chain):
        return Target("chain", item.id, DOCUMENT.id, (item.first,), item.name)
    return Target("statement", item.id, DOCUMENT.id, item.content, words_at(TEXT, *item.content))


def settled(*decisions: Decision, statements: tuple[Statement, ...] = ()) -> tuple[SettledStatement, tuple[Fault, ...]]:
    description = describe(TEXT, reading(*statements), [appeared("a.txt")], decisions)
    return description.statements[0], description.faults


def test_profiles_have_the_names_in_print_and_the_titles_beside_them() -> None:
    de_avila, brandvold, coalition, _ = describe(TEXT, reading(), [], []).profiles
    assert (de_avila.names, de_avila.titles) == (("Marisol de Ávila", "De Ávila"), ("city councilmember",))
    assert brandvold.document == DOCUMENT.id
    assert coalition.names == ("Keep Kettle Connected", "KKC")


def test_keys_are_folded_and_hold_this_readings_items() -> None:
    found = keys(TEXT, reading())
    assert [key for key in found if not key.startswith("words:")] == [
        "organization:keep kettle connected",
        "organization:kkc",
        "person:avila",
        "person:brandvold",
        "person:deavila",
        "place:gull point",
    ]
    assert found["person:avila"] == found["person:deavila"] == (DE_AVILA.id,)
    assert {ids for key, ids in found.items() if key.startswith("words:")} == {(HOURLY.id,), (PROMISED.id,)}


def test_a_dated_document_dates_what_was_said_in_it() -> None:
    description = describe(TEXT, reading(), [appeared("a.txt", Date("2031-03-15", "2031-03-15", "given"))], [])
    assert description.published.earliest == "2031-03-15"
    assert description.statements[0].said == Date(None, "2031-03-15", "inferred")


def test_accepting_and_rejecting() -> None:
    accepted, _ = settled(decide("accept", at(HOURLY)))
    rejected, _ = settled(decide("reject", at(HOURLY)))
    assert (accepted.review, accepted.rejected, accepted.decisions) == ("accepted", False, ("accept-2031-01-01-",))
    assert rejected.rejected


def test_correcting_the_speaker() -> None:
    corrected, faults = settled(decide("correct", at(HOURLY), at(BRANDVOLD), value=BRANDVOLD.id))
    assert (corrected.statement.speaker, corrected.statement.basis, corrected.review) == (BRANDVOLD.id, "resolved", "corrected")
    nobody, _ = settled(decide("correct", at(HOURLY)))
    assert (nobody.statement.speaker, nobody.statement.basis) == (None, "none")
    assert faults == ()


def test_a_speaker_of_another_document_is_taken_as_named() -> None:
    elsewhere = Target("chain", "c" * 32, "d" * 32, (Span(0, 5),), "Harlan Pruett")
    corrected, faults = settled(decide("correct", at(HOURLY), elsewhere, value="c" * 32))
    assert corrected.statement.speaker == "c" * 32
    assert faults == ()


def test_undone_rulings_have_no_effect() -> None:
    rejected = decide("reject", at(HOURLY))
    undone = decide("undo", Target("decision", rejected.id, "", (), ""), at="2031-01-02", follows=rejected.id)
    assert settled(rejected, undone)[0].rejected is False
    again = decide("undo", Target("decision", undone.id, "", (), ""), at="2031-01-03", follows=undone.id)
    assert settled(rejected, undone, again)[0].rejected is True


def test_of_contradicting_rulings_the_latest_holds_and_both_are_named() -> None:
    statement, faults = settled(decide("accept", at(HOURLY), at="2031-01-02"), decide("reject", at(HOURLY)))
    assert (statement.rejected, statement.review) == (False, "accepted")
    assert faults == (
        Fault(
            "decision reject-2",
            "rules “reject” on the statement ““Run it hourly and people will come,””, decision accept-2 “accept”; "
            "the later holds: undo one of them",
        ),
    )


def test_accepting_a_correction_agrees_with_it() -> None:
    statement, faults = settled(
        decide("correct", at(HOURLY), at(BRANDVOLD), value=BRANDVOLD.id), decide("accept", at(HOURLY), at="2031-01-02")
    )
    assert (statement.statement.speaker, statement.review, faults) == (BRANDVOLD.id, "corrected", ())


def test_a_decision_that_follows_another_takes_its_place() -> None:
    first = decide("reject", at(HOURLY))
    assert settled(first, decide("accept", at(HOURLY), at="2031-01-02", follows=first.id))[1] == ()


def test_a_statement_that_another_reader_cut_a_little_differently_keeps_its_rulings() -> None:
    longer = said(TEXT, "“Run it hourly and people will come,” City", speaker=DE_AVILA.id)
    statement, faults = settled(decide("accept", at(longer)))
    assert (statement.review, faults) == ("accepted", ())
    assert describe(TEXT, reading(), [], [decide("accept", at(longer))]).located == (("accept-2031-01-01-", 0, HOURLY.id),)


def test_a_chain_is_found_by_any_of_its_mentions() -> None:
    later = Target("chain", "gone", DOCUMENT.id, spans_of(TEXT, "De Ávila"), "De Ávila")
    located = describe(TEXT, reading(), [], [decide("same", later, at(BRANDVOLD))]).located
    assert [item for _, _, item in located] == [DE_AVILA.id, BRANDVOLD.id]


def test_a_ruling_on_what_is_no_longer_read_is_adrift() -> None:
    other = said(TEXT, "spoke for Keep Kettle Connected")
    statement, faults = settled(decide("reject", at(other)))
    assert not statement.rejected
    assert faults == (
        Fault(
            "decision reject-2",
            "adrift: ada ruled “reject” on the statement “spoke for Keep Kettle Connected”, which today's reading of document "
            f"{DOCUMENT.id[:8]} does not have; rule on what stands there now, or undo it",
        ),
    )


def test_what_cannot_be_applied_is_a_fault() -> None:
    _, faults = settled(decide("correct", at(HOURLY), field="content", value="x"), decide("same", at(HOURLY), at(PROMISED)))
    assert [fault.message for fault in faults] == [
        "corrects “content”, but only a statement's speaker can be corrected; undo it",
        "rules “same” on a statement, which has no effect; undo it",
    ]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("es", "not English (es); stored and searchable, not read"),
        ("und", "its language could not be told; stored and searchable, not read"),
    ],
)
def test_what_is_not_read_says_so(language: str, message: str) -> None:
    unread = Reading(DOCUMENT.id, "hand/1", language)
    assert describe(TEXT, unread, [appeared("b.txt"), appeared("a.txt")], []).faults == (Fault("a.txt", message),)


def test_order_of_appearances_and_decisions_does_not_matter() -> None:
    appearances = [appeared("a.txt", Date("2031-03-15", "2031-03-15", "given")), appeared("b.txt")]
    decisions = [decide("accept", at(HOURLY)), decide("reject", at(HOURLY), at="2031-01-02"), decide("reject", at(PROMISED))]
    forward = describe(TEXT, reading(), appearances, decisions)
    assert forward == describe(TEXT, reading(), appearances[::-1], decisions[::-1])
