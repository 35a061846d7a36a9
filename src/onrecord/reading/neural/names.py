"""Names as a network finds them: labels of words → stretches of words with what they name."""

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from onrecord.reading.neural.decoding import Array
from onrecord.reading.neural.labelled import label_words
from onrecord.reading.neural.links import Words
from onrecord.reading.neural.roles import Steps, pieces_of
from onrecord.reading.neural.signs import Sureness
from onrecord.reading.neural.windows import Window

KINDS = ("person", "organization", "place", "other")
"""What a name may be of; `other` are nationalities, parties' members, elections, events and works."""

NAME_LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in ("B", "I")))


class Named(NamedTuple):
    """The words `[start, end)` of a name, by number, what it names (a position in KINDS), and how likely that is, 0 to 1."""

    kind: int
    words: Words
    sure: float = 1.0


def names(found: Sequence[tuple[Window, Array]], steps: Steps) -> list[Named]:
    """The names of a text in order, from the scores [words, labels] of each of its windows; no two overlap."""
    sure = Sureness(found, steps)
    return [Named(piece.role, (piece.start, piece.end), exp(sure.of(piece))) for piece in pieces_of(label_words(found, steps))]
