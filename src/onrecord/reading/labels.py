"""Transcripts: paragraphs that begin with who speaks (`LIND: We will not wait.`), and headlines built the same way."""

from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Layout, Word

LABELLED = ReportingVerb(":", "said", "q")
LONGEST_LABEL = 5
"""Words of a label: a name with a title."""

FEWEST_TURNS = 3
"""Labelled paragraphs that make a text a transcript; a single `Contact:` or `Update:` does not."""


def transcript_turns(layout: Layout, people: Sequence[Span]) -> dict[int, Attribution]:
    """Paragraph number → the turn it is, where the text is a transcript of people; empty where it is none.

    `people` are the spans of persons' names: a label without one (`Q:`, `UPDATE:`) makes no turn.
    """
    turns = {
        number: turn
        for number, paragraph in enumerate(layout.paragraphs)
        if (turn := _turn(layout.words_in(paragraph), paragraph)) is not None and any(map(turn.source[0].overlaps, people))
    }
    labels = [layout.text[slice(*turn.source[0])] for turn in turns.values()]
    repeated = len(labels) > len(set(labels))
    return turns if len(turns) >= FEWEST_TURNS and repeated else {}


def _turn(words: Sequence[Word], paragraph: Span) -> Attribution | None:
    colon = next((at for at, word in enumerate(words[: LONGEST_LABEL + 1]) if word.text == ":"), 0)
    if not colon or colon + 1 >= len(words) or not all(word.capitalized or word.text == "." for word in words[:colon]):
        return None
    label = Span(words[0].start, words[colon - 1].end)
    return Attribution((label,), (words[colon].span,), (Span(words[colon + 1].start, paragraph.end),), LABELLED, "label")
