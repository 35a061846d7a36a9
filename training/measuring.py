"""The measures of a reading of dev, in short."""

from collections.abc import Sequence

from benchmarks.contents import Attribution
from benchmarks.scoring import score, total

SHORT = ("source", "cue", "content", "linked", "words", "overlap", "end to end", "direct overlap", "direct exact stripped")
QUOTED = ("quoted exactly", "quoted at all")


def measured(
    texts: Sequence[str], gold: Sequence[Sequence[Attribution]], found: Sequence[Sequence[Attribution]]
) -> dict[str, float]:
    """F1 of the main measures over some stories, and the recall of content in quotation marks, all in per cent."""
    counts = total(score(*each) for each in zip(texts, gold, found, strict=True))
    figures = {measure: counts[measure].f1 for measure in SHORT} | {measure: counts[measure].recall for measure in QUOTED}
    return {measure: round(100 * figure, 2) for measure, figure in figures.items()}
