"""`I` and `we` in a quotation: whoever says the quotation."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.core.readings import Statement
from onrecord.core.spans import Span

FIRST_SINGULAR = frozenset(["i", "me", "my", "mine", "myself"])
FIRST = FIRST_SINGULAR | {"we", "us", "our"}


def first_person_resolved(statements: Sequence[Statement], quoted: Sequence[Span]) -> list[Statement]:
    """The statements, those of `I` and `we` within a quotation made those of who says it, outermost first."""
    result = list(statements)
    for at, statement in enumerate(result):
        if statement.basis == "unresolved" and statement.printed.lower() in FIRST and statement.source:
            around = _around(result, statement.source[0], quoted)
            if around is not None and around.speaker is not None:
                result[at] = replace(statement, speaker=around.speaker, basis="resolved")
    return result


def _around(statements: Sequence[Statement], source: Span, quoted: Sequence[Span]) -> Statement | None:
    """The statement with the shortest quotation that the words stand in; None outside of all quotations."""
    if not any(source.within(quotation) for quotation in quoted):
        return None
    holding = [(len(range(*piece)), other) for other in statements for piece in other.content if source.within(piece)]
    return min(holding, key=lambda entry: entry[0])[1] if holding else None
