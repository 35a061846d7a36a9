"""`I` and `we` in a quotation: whoever says the quotation."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.core.readings import Statement
from onrecord.core.spans import Span, overlapping
from onrecord.reading.enclosing import Enclosing

FIRST_SINGULAR = frozenset(["i", "me", "my", "mine", "myself"])
FIRST = FIRST_SINGULAR | {"we", "us", "our"}


def first_person_resolved(statements: Sequence[Statement], quoted: Sequence[Span]) -> list[Statement]:
    """The statements, those of `I` and `we` within a quotation made those of who says it, outermost first."""
    result = list(statements)
    pieces = [(piece, number) for number, statement in enumerate(statements) for piece in statement.content]
    contents = Enclosing([piece for piece, _ in pieces])
    for at, statement in enumerate(result):
        if statement.basis == "unresolved" and statement.printed.lower() in FIRST and statement.source:
            source = statement.source[0]
            holding = [pieces[each] for each in contents.of(source)] if any(map(source.within, overlapping(quoted, source))) else []
            shortest = min(holding, key=lambda entry: len(range(*entry[0])), default=None)
            speaker = result[shortest[1]].speaker if shortest else None
            if speaker is not None:
                result[at] = replace(statement, speaker=speaker, basis="resolved")
    return result
