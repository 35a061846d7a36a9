"""Transcripts: paragraphs that begin with who speaks (`LIND: We will not wait.`, `[Jo Lind] We will not wait.`)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Layout, Word

LABELLED = ReportingVerb(":", "said", "q")
LONGEST_LABEL = 5
"""Words of a label: a name with a title."""

OPENING = frozenset({'"', "“", "”", "''", "``"})
BRACKETS = {"(": ")", "[": "]"}
ENDS = (".", "!", "?", "…", '"', "”", "''")
"""What a paragraph of speech ends with; a heading ends with a word."""

FEWEST_TURNS = 3
"""Labelled paragraphs that make a text a transcript; a single `Contact:` or `Update:` does not."""


def transcript_turns(layout: Layout, people: Sequence[Span]) -> dict[int, Attribution]:
    """Paragraph number → the turn it is part of, where the text is a transcript of people; empty where it is none.

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
    kept = {
        number: turn
        for number, turn in turns.items()
        if number in named or (often[labels[number]] > 1 and labels[number].isupper() and len(labels[number]) > 1)
    }
    several = len({labels[number] for number in kept}) > 1
    return _going_on(layout, kept) if several else kept


def _going_on(layout: Layout, turns: Mapping[int, Attribution]) -> dict[int, Attribution]:
    """The turns with the paragraphs up to the next one; after the last of them the text may be the story's again.

    Not for transcripts with one label: there a paragraph without it may be whoever asks.
    """
    whole = dict(turns)
    for number, following in pairwise(turns):
        further = list(takewhile(lambda at: _is_speech(layout, at), range(number + 1, following)))
        content = (*turns[number].content, *(layout.paragraphs[at] for at in further))
        whole |= dict.fromkeys((number, *further), replace(turns[number], content=content))
    return whole


def _is_speech(layout: Layout, paragraph: int) -> bool:
    """Whether a paragraph may go on with a turn: one of sentences, not a heading or a note in brackets."""
    start, end = layout.paragraphs[paragraph]
    return layout.text[start] not in BRACKETS and layout.text[:end].endswith(ENDS)


def _turn(words: Sequence[Word], paragraph: Span) -> Attribution | None:
    """The turn that a paragraph is, or None."""
    label, mark, said = _bracketed(words) if words[0].text in BRACKETS else _before_colon(words)
    if not label or not said or not all(word.capitalized or word.text == "." for word in label):
        return None
    source, cue, content = _around(label), _around(mark), Span(said[0].start, paragraph.end)
    return Attribution((source,), (cue,), (content,), LABELLED, "label")


def _before_colon(words: Sequence[Word]) -> tuple[Sequence[Word], ...]:
    """A label, the mark that ends it, and what is said; a mark that opens each paragraph of a longer quotation stands before it."""
    words = words[1:] if words[0].text in OPENING else words
    colon = next((at for at, word in enumerate(words[: LONGEST_LABEL + 1]) if word.text == ":"), 0)
    return words[:colon], words[colon : colon + 1], words[colon + 1 :]


def _bracketed(words: Sequence[Word]) -> tuple[Sequence[Word], ...]:
    """The same of a label in brackets, one or two; a name put into a sentence (`[Lind] is late`) is none."""
    first = next((at for at, word in enumerate(words) if word.text not in BRACKETS), 0)
    closing = [BRACKETS[word.text] for word in reversed(words[:first])]
    end = next((at for at, word in enumerate(words[: first + LONGEST_LABEL + 1]) if word.text in closing), 0)
    mark, said = words[end : end + first], words[end + first :]
    said = said[1:] if said and said[0].text == ":" else said
    is_label = [word.text for word in mark] == closing and bool(said) and not said[0].text[0].islower()
    return (words[first:end], mark, said) if is_label else ((), (), ())


def _around(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)
