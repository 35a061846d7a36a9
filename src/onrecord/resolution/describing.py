"""What follows for one document from its reading, its appearances and the decisions about it."""

from collections.abc import Sequence

from onrecord.core.decisions import Decision
from onrecord.core.documents import Appearance
from onrecord.core.evidence import UNKNOWN_DATE
from onrecord.core.readings import Reading
from onrecord.core.resolved import Description, Profile, SettledStatement
from onrecord.resolution.printed_names import names_by_chain


def describe(text: str, reading: Reading, appearances: Sequence[Appearance], decisions: Sequence[Decision]) -> Description:
    """All that follows for one document, whatever the order of its appearances and decisions.

    `decisions` are those about the document's chains and statements, with the decisions that follow or undo them.
    """
    statements = tuple(SettledStatement(statement, UNKNOWN_DATE, "machine", False, ()) for statement in reading.statements)
    return Description(UNKNOWN_DATE, profiles(text, reading), statements)


def profiles(text: str, reading: Reading) -> tuple[Profile, ...]:
    """Each chain of the reading as resolution sees it."""
    names = names_by_chain(text, reading)
    titles: dict[str, dict[str, None]] = {}
    for title in reading.titles:
        titles.setdefault(title.person, {})[title.role] = None
    return tuple(
        Profile(chain.id, reading.document, chain.type, names[chain.id], tuple(titles.get(chain.id, ())))
        for chain in reading.chains
    )
