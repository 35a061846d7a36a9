"""A window as the network takes it: its pieces in a frame, with the features of each."""

from collections.abc import Sequence
from typing import NamedTuple

FIRST, LAST, PADDING = 101, 102, 0
"""`[CLS]` and `[SEP]`, which frame a window, and `[PAD]` of the BERT vocabularies."""

NONE = (0, 0, 0)


class Framed(NamedTuple):
    """Pieces and their features from frame to frame, and where each word's first piece stands among them."""

    pieces: list[int]
    features: list[tuple[int, int, int]]
    firsts: list[int]


def framed(pieces: Sequence[Sequence[int]], features: Sequence[tuple[int, int, int]]) -> Framed:
    """The words of a window in their frame, given the pieces and the features of each.

    A word's case and its place in a quotation are those of all its pieces; what begins with it begins with its first.
    """
    frame = Framed([FIRST], [NONE], [])
    for its_pieces, (shape, quoted, border) in zip(pieces, features, strict=True):
        frame.firsts.append(len(frame.pieces))
        frame.pieces.extend(its_pieces)
        frame.features.extend([(shape, quoted, border), *[(shape, quoted, 0)] * (len(its_pieces) - 1)])
    frame.pieces.append(LAST)
    frame.features.append(NONE)
    return frame
