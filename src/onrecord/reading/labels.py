"""Transcripts: paragraphs that begin with who speaks (`LIND: We will not wait.`), and headlines built the same way."""

from collections import Counter
from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Layout, Word

LABELLED = ReportingVerb(":", "said", "q")
LONGEST_LABEL = 5
"""Words of a label: a name with a title."""

OPENING = frozenset({'"', "“", "”", "''", "``"})

FEWEST_TURNS = 3
"""Labelled paragraphs that make a text a transcript; a single `Contact:` or `Update:` does not."""


def transcript_turns(layout: Layout, people: Sequence[Span]) -> dict[int, Attribution]:
    """Paragraph number → the turn it is, where the text is a transcript of people; empty where it is none.

    `people` are the spans of persons' names: a label without one (`Q:`, `UPDATE:`) makes no turn, unless it comes again in
    capitals in a transcript of people (`VANE:`, a name that the text has nowhere else).
    """
    found = enumerate(_turn(layout.words_in(paragraph), paragraph) for paragraph in layout.paragraphs)
    turns = {number: turn for number, turn in found if turn is not None}
    labels = {number: layout.text[slice(*turn.source[0])] for number, turn in turns.items()}
    named = {number: label for number, label in labels.items() if any(map(turns[number].source[0].overlaps, people))}
    if len(named) < FEWEST_TURNS or len(named) == len(set(named.values())):
        return {}
    often = Counter(labels.values())
    return {
        number: turn
        for number, turn in turns.items()
        if number in named or (often[labels[number]] > 1 and labels[number].isupper() and len(labels[number]) > 1)
    }


def _turn(words: Sequence[Word], paragraph: Span) -> Attribution | None:
    """The turn that a paragraph is, or None; a mark that opens each paragraph of a longer quotation stands before its label."""
    words = words[1:] if words[0].text in OPENING else words
    colon = next((at for at, word in enumerate(words[: LONGEST_LABEL + 1]) if word.text == ":"), 0)
    if not colon or colon + 1 >= len(words) or not all(word.capitalized or word.text == "." for word in words[:colon]):
        return None
    label = Span(words[0].start, words[colon - 1].end)
    return Attribution((label,), (words[colon].span,), (Span(words[colon + 1].start, paragraph.end),), LABELLED, "label")
