"""Which of many spans enclose a given one, found without a look at all of them."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.core.spans import Span


class Enclosing:
    """Spans in any order, which may overlap, to be asked which of them enclose others."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=spans.__getitem__)
        self._starts = [spans[at].start for at in self._order]
        self._ends = [spans[at].end for at in self._order]
        self._further = _further(self._ends)

    def of(self, span: Span) -> list[int]:
        """The numbers of the spans that the whole of this one lies in, in order."""
        found: list[int] = []
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0:
            if self._ends[at] >= span.end:
                found.append(self._order[at])
                at -= 1
            else:
                at = self._further[at]
        return sorted(found)


def _further(ends: Sequence[int]) -> list[int]:
    """For each end the place of the last before it that is further on, or -1: those between end too early wherever it does."""
    further: list[int] = []
    open_ends: list[int] = []
    for at, end in enumerate(ends):
        while open_ends and ends[open_ends[-1]] <= end:
            open_ends.pop()
        further.append(open_ends[-1] if open_ends else -1)
        open_ends.append(at)
    return further
