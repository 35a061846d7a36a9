"""The measures of a reading of dev, in short."""

import re
from collections.abc import Sequence

from benchmarks.contents import Attribution, trimmed_pieces
from benchmarks.scoring import score, total

from onrecord.core.spans import Span

SHORT = ("source", "cue", "content", "linked", "words", "overlap", "end to end", "direct overlap", "direct exact stripped")
_MARK = re.compile(r"[“”\"]|''|``")


def measured(
    texts: Sequence[str], gold: Sequence[Sequence[Attribution]], found: Sequence[Sequence[Attribution]]
) -> dict[str, float]:
    """F1 of the main measures over some stories, and the shares of `quoted`, all in per cent."""
    told = list(zip(texts, gold, found, strict=True))
    counts = total(score(*each) for each in told)
    shares = [share for each in told for share in quoted(*each)]
    whole, any_of_it = (100 * sum(each) / max(1, len(shares)) for each in zip(*shares, strict=True)) if shares else (0.0, 0.0)
    figures = {measure: 100 * counts[measure].f1 for measure in SHORT} | {"quoted exactly": whole, "quoted at all": any_of_it}
    return {measure: round(figure, 2) for measure, figure in figures.items()}


def quoted(text: str, gold: Sequence[Attribution], found: Sequence[Attribution]) -> list[tuple[bool, bool]]:
    """For each marked content piece with a quotation mark in it, whether it was found exactly, edges trimmed, and at all."""
    pieces = {piece for each in found for piece in trimmed_pieces(text, each.content)}
    marked = sorted({span for each in gold for span in each.content if _MARK.search(text, *span)})
    return [(_trimmed(text, span) <= pieces, any(map(span.overlaps, pieces))) for span in marked]


def _trimmed(text: str, span: Span) -> frozenset[Span]:
    return trimmed_pieces(text, [span])
