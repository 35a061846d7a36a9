"""Numbers with their nouns."""

_PLURALS = {"person": "people", "entity": "entities", "entry": "entries"}


def counted(number: int, noun: str) -> str:
    """The number with its noun: `1 document`, `3 documents`, `2 people`."""
    return f"{number} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"
