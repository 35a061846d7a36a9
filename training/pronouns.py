"""Pronouns: prepared windows with whom each pronoun in them may mean, as plain numbers."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from onrecord.reading.neural.pieces import WordPieces
from onrecord.reading.neural.windows import windows
from training.lessons import in_batches

HELD = 5
"""Every so many texts one is held out."""


def held(number: int) -> bool:
    """Whether the text of this number in its set is held out."""
    return number % HELD == HELD - 1


class Pronoun(NamedTuple):
    """The word that a pronoun is, the last words of the mentions that it may mean, and the positions of those that it does.

    A position of as many as there are mentions is nobody's; where several are given, one of them is right.
    """

    at: int
    mentions: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Referring:
    """A window with its pronouns, by the window's own words; `origin` is the set that it is from, `weight` what it counts."""

    id: str
    origin: str
    weight: float
    pieces: tuple[tuple[int, ...], ...]
    features: tuple[tuple[int, int, int], ...]
    pronouns: tuple[Pronoun, ...]

    @property
    def size(self) -> int:
        """How many pieces it has."""
        return sum(map(len, self.pieces))

    def row(self) -> dict[str, Any]:
        """The window as a line of a file, as `read_referring` reads it."""
        return {name: getattr(self, name) for name in ("id", "origin", "weight", "pieces", "features", "pronouns")}


def read_referring(path: Path) -> list[Referring]:
    """The windows in a file that `training.antecedents` wrote."""
    rows = map(json.loads, gzip.decompress(path.read_bytes()).decode("utf-8").splitlines())
    return [
        Referring(
            row["id"],
            row["origin"],
            row["weight"],
            tuple(map(tuple, row["pieces"])),
            tuple(map(tuple, row["features"])),
            tuple(Pronoun(at, tuple(mentions), tuple(right)) for at, mentions, right in row["pronouns"]),
        )
        for row in rows
    ]


def referring(name: str, origin: str, weight: float, read: WordPieces, pronouns: Sequence[Pronoun]) -> Iterator[Referring]:
    """The windows of a text that have pronouns with what they may mean."""
    borders = [border for _, _, border in read.features]
    for start, _, end in windows([len(pieces) for pieces in read.pieces], borders):
        inside = [within for each in pronouns if start <= each.at < end and (within := _within(each, start, end)) is not None]
        if inside:
            yield Referring(name, origin, weight, read.pieces[start:end], read.features[start:end], tuple(inside))


def _within(pronoun: Pronoun, start: int, end: int) -> Pronoun | None:
    """The pronoun by the numbers of a window, None where no mention that is right lies in it, or none at all."""
    kept = [position for position, word in enumerate(pronoun.mentions) if start <= word < end]
    right = [kept.index(position) for position in pronoun.right if position in kept]
    if len(pronoun.mentions) in pronoun.right:
        right.append(len(kept))
    if not kept or not right:
        return None
    return Pronoun(pronoun.at - start, tuple(pronoun.mentions[position] - start for position in kept), tuple(right))


def referring_batches(found: Sequence[Referring], size: int, draw: Random) -> list[list[Referring]]:
    """One pass over the windows, in batches of up to so many pieces, padding included."""
    return in_batches(draw.sample(found, len(found)), size, draw)
