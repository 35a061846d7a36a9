"""Sources, cues and contents as sets of characters and words: what two sets of attributions are compared by.

A word here is what stands between white space; it belongs to a span when they share a character. A content is one unit
whatever the number of its pieces.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.core.spans import Span

Kind = Literal["direct", "indirect", "mixed"]

EDGE = frozenset(" \t\r\n\u00a0\"“”‘’'`«».,;:!?-–—…")
"""Space and punctuation that two annotators may leave in or out at the edges of a span without disagreeing."""

_OPENING = frozenset("“‘«„\"'`")
_BEFORE_OPENING = frozenset("([{—–-/…")
_DOUBLE = re.compile('["“”]')


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source), how (cue) and what (content), each as spans of one text; an absent role is empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution as the measures see it. `kind`: content wholly in quotation marks, partly, or not at all.

    `opened`: an opening quotation mark stands in the content; `after_mark`: or directly before it.
    """

    characters: frozenset[int]
    stripped: frozenset[int]
    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    pieces: tuple[Span, ...]
    opened: bool
    after_mark: bool
    kind: Kind

    @property
    def looks_direct(self) -> bool:
        """Whether a predicted content counts among the direct ones."""
        return self.opened or self.after_mark


class Words:
    """A text cut at white space, to ask for the characters and words of spans."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._word_at = [-1] * len(text)
        for number, found in enumerate(re.finditer(r"\S+", text)):
            self._word_at[found.start() : found.end()] = [number] * (found.end() - found.start())

    def characters(self, spans: Iterable[Span]) -> frozenset[int]:
        """Offsets of the characters in the spans that are not white space."""
        size = len(self.text)
        return frozenset(at for start, end in spans for at in range(max(0, start), min(end, size)) if self._word_at[at] >= 0)

    def words(self, characters: Iterable[int]) -> frozenset[int]:
        """Numbers of the words that these characters belong to."""
        return frozenset(self._word_at[at] for at in characters)

    def told(self, attribution: Attribution) -> Told:
        """The attribution as sets."""
        characters = self.characters(attribution.content)
        pieces = tuple(sorted(attribution.content))
        opened = any(opens(self.text, at) for at in characters)
        return Told(
            characters=characters,
            stripped=self._stripped(characters),
            content=self.words(characters),
            source=self.words(self.characters(attribution.source)),
            cue=self.words(self.characters(attribution.cue)),
            pieces=pieces,
            opened=opened,
            after_mark=self._after_mark(min(characters, default=0)),
            kind=kind_of("".join(self.text[at] for at in sorted(characters)), opened=opened, pieces=len(pieces)),
        )

    def _after_mark(self, start: int) -> bool:
        before = len(self.text[:start].rstrip()) - 1
        return before >= 0 and opens(self.text, before)

    def _stripped(self, characters: frozenset[int]) -> frozenset[int]:
        """The characters without quotation marks and punctuation at both ends of every stretch between other words."""
        kept: set[int] = set()
        for stretch in self._stretches(sorted(characters)):
            low, high = 0, len(stretch)
            while low < high and self.text[stretch[low]] in EDGE:
                low += 1
            while high > low and self.text[stretch[high - 1]] in EDGE:
                high -= 1
            kept.update(stretch[low:high])
        return frozenset(kept)

    def _stretches(self, offsets: Sequence[int]) -> list[list[int]]:
        stretches: list[list[int]] = []
        for at in offsets:
            if stretches and not self.text[stretches[-1][-1] + 1 : at].strip():
                stretches[-1].append(at)
            else:
                stretches.append([at])
        return stretches


def opens(text: str, at: int) -> bool:
    """Whether the character is an opening quotation mark, judged by its glyph and its neighbours."""
    mark = text[at]
    if mark not in _OPENING:
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    free = before.isspace() or before in _BEFORE_OPENING
    if mark == "`":
        return after == "`"
    if mark == "'":
        return after == "'" and free and at + 2 < len(text) and not text[at + 2].isspace()
    if mark == '"':
        return (free or before in "'‘“") and not after.isspace()
    return mark != "‘" or not after.isdigit()


def kind_of(content: str, *, opened: bool, pieces: int) -> Kind:
    """The kind of a content, given its characters without white space."""
    if not opened:
        return "indirect"
    marked = content.replace("''", '"')
    if marked[:1] in ('"', "“", "‘", "`") and marked.rstrip(".,")[-1:] in ('"', "”", "’", "'"):
        within = marked[1:].rstrip(".,")[:-1]
        return "direct" if pieces > 1 or not _DOUBLE.search(within) else "mixed"
    return "direct" if marked[:1] in ('"', "“") and not _DOUBLE.search(marked[1:]) else "mixed"


def trimmed_pieces(text: str, spans: Iterable[Span]) -> frozenset[Span]:
    """The spans with pieces that only white space parts made one, and with space and punctuation off their edges."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1].end : start].strip():
            joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(Span(start, end))
    return frozenset(piece for span in joined if (piece := _trimmed(text, span)).start < piece.end)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end)
