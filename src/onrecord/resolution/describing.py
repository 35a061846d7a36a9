"""What follows for one document from its reading, its appearances and the decisions about it."""

from collections.abc import Mapping, Sequence

from onrecord.core.decisions import Decision
from onrecord.core.documents import Appearance, Document
from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.faults import Fault
from onrecord.core.readings import Reading
from onrecord.core.resolved import AnchoredTime, Description, Profile, SettledStatement
from onrecord.resolution.bounds import contradictions, inferred
from onrecord.resolution.dating import anchored, date_faults, published, said_date
from onrecord.resolution.office_tellings import office_tellings
from onrecord.resolution.printed_names import names_by_chain, women
from onrecord.resolution.rulings import Located, Settled, locate, named, settle, standing
from onrecord.resolution.titles import WOMAN

ENGLISH = "en"

_ON_STATEMENTS = ("accept", "reject", "correct")


def describe(
    text: str,
    reading: Reading,
    appearances: Sequence[Appearance],
    decisions: Sequence[Decision],
    repeated: Date = UNKNOWN_DATE,
) -> Description:
    """All that follows for one document, whatever the order of its appearances and decisions.

    `decisions` are those about the document's chains and statements, with all that follow or undo them; `repeated` is when words
    were first said that it repeats after documents that bear a date, which bounds it where it bears none.
    """
    document = Document(reading.document, text)
    day = published(appearances)
    if day == UNKNOWN_DATE:
        day = inferred(reading, document, repeated)
    times = anchored(reading, day)
    located = locate(reading, decisions)
    rulings, faults = _on_statements(reading, decisions, located)
    settled = [settle(statement, *rulings.get(statement.id, ((), {}))) for statement in reading.statements]
    return Description(
        day,
        profiles(text, reading),
        _statements(settled, {time.time.id: time for time in times}, day, document),
        times,
        located.targets,
        tuple(
            sorted(
                {
                    *_language_faults(reading, appearances),
                    *date_faults(appearances),
                    *contradictions(reading, document, day, appearances),
                    *located.faults,
                    *faults,
                    *(fault for one in settled for fault in one.faults),
                }
            )
        ),
        office_tellings(reading, times, day, document),
    )


def profiles(text: str, reading: Reading) -> tuple[Profile, ...]:
    """Each chain of the reading as resolution sees it; those of whom the text never names stay within the document."""
    names = names_by_chain(text, reading)
    titles: dict[str, dict[str, None]] = {}
    for title in reading.titles:
        titles.setdefault(title.person, {})[title.role] = None
    for chain in women(text, reading, names):
        titles.setdefault(chain, {})[WOMAN] = None
    return tuple(
        Profile(chain.id, reading.document, chain.type, names[chain.id], tuple(titles.get(chain.id, ())))
        for chain in reading.chains
        if chain.name
    )


def _statements(
    settled: Sequence[Settled], times: Mapping[str, AnchoredTime], day: Date, document: Document
) -> tuple[SettledStatement, ...]:
    return tuple(
        SettledStatement(
            one.statement,
            said_date(one.statement, times, day, document),
            "corrected" if one.corrected else "accepted" if one.decisions and not one.rejected else "machine",
            one.rejected,
            one.decisions,
        )
        for one in settled
    )


def _language_faults(reading: Reading, appearances: Sequence[Appearance]) -> tuple[Fault, ...]:
    if reading.language == ENGLISH or reading.sentences:
        return ()
    place = min((appearance.name for appearance in appearances), default=reading.document)
    language = "its language could not be told" if reading.language == "und" else f"not English ({reading.language})"
    return (Fault(place, f"{language}; stored and searchable, not read"),)


_Rulings = tuple[tuple[Decision, ...], dict[str, str | None]]


def _on_statements(
    reading: Reading, decisions: Sequence[Decision], located: Located
) -> tuple[dict[str, _Rulings], tuple[Fault, ...]]:
    """Statement → the rulings on it that stand, in order, and whom its corrections name; faults for what cannot be applied."""
    items = located.by_target()
    rulings: dict[str, _Rulings] = {}
    faults = []
    for decision in standing(decisions):
        statement = items.get((decision.id, 0))
        if not statement or decision.about[0].kind != "statement":
            continue
        if fault := _inapplicable(decision):
            faults.append(fault)
        elif decision.ruling in _ON_STATEMENTS and not _names_one_adrift(reading, decision, items):
            earlier, speakers = rulings.get(statement, ((), {}))
            speaker = items.get((decision.id, 1), decision.value) or None
            rulings[statement] = ((*earlier, decision), {**speakers, decision.id: speaker})
    return rulings, tuple(faults)


def _inapplicable(decision: Decision) -> Fault | None:
    if decision.ruling == "correct" and decision.field != "speaker":
        return Fault(named(decision), f"corrects “{decision.field}”, but only a statement's speaker can be corrected; undo it")
    if decision.ruling not in _ON_STATEMENTS:
        return Fault(named(decision), f"rules “{decision.ruling}” on a statement, which has no effect; undo it")
    return None


def _names_one_adrift(reading: Reading, decision: Decision, items: dict[tuple[str, int], str]) -> bool:
    """Whether the speaker that a correction names was pinned in this document and is no longer found in it."""
    pinned = decision.about[1:2] if decision.value else ()
    return any(target.document == reading.document and (decision.id, 1) not in items for target in pinned)
