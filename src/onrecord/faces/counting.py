"""Numbers with their nouns."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core.items import StatementItem

_PLURALS = {"person": "people", "entity": "entities", "entry": "entries"}


def counted(number: int, noun: str) -> str:
    """The number with its noun: `1 document`, `3 documents`, `2 people`."""
    return f"{number} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


@dataclass(frozen=True, slots=True)
class Told:
    """How much was said: utterances, and the statements that tell them."""

    utterances: int
    statements: int

    def __str__(self) -> str:
        """`5 statements`, each of which tells another utterance, or `2 utterances in 5 statements`."""
        statements = counted(self.statements, "statement")
        return statements if self.utterances == self.statements else f"{counted(self.utterances, 'utterance')} in {statements}"


def told(statements: Sequence[StatementItem]) -> Told:
    """How much the statements tell."""
    return Told(len({statement.utterance for statement in statements}), len(statements))
