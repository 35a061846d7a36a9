"""Transcripts: paragraphs that begin with who speaks (`LIND: We will not wait.`, `[Jo Lind] We will not wait.`)."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile

from onrecord.core.spans import Span
from onrecord.reading.attributions import Attribution
from onrecord.reading.embedded import embedded_posts
from onrecord.reading.interviews import LABELLED, by_initials, interview_turns
from onrecord.reading.layout import Layout, Word

EMPHASIS = "*"
"""What stands around labels in bold where a page was made plain text: `**Jo Lind:** We will not wait.`"""

LONGEST_LABEL = 5
"""Words of a label: a name with a title."""

LONGEST_SHOUTED = 12
"""Words and marks of a label in capitals, which also tells who it is."""

OPENING = frozenset({'"', "“", "”", "''", "``"})
BRACKETS = {"(": ")", "[": "]"}
ENDS = (".", "!", "?", "…", '"', "”", "''")
"""What a paragraph of speech ends with; a heading ends with a word."""

FEWEST_TURNS = 3
"""Labelled paragraphs that make a text a transcript; a single `Contact:` or `Update:` does not."""

FEWEST_SHOUTED = 2
"""The same where another label in capitals that names nobody takes turns with a person's: `HOST: … LIND: …`."""


def paragraphs_told(layout: Layout, people: Sequence[Span]) -> dict[int, Attribution]:
    """Paragraph number → whose words the whole paragraph is by its form: a turn of a transcript, an interview's, a post."""
    return embedded_posts(layout) | (transcript_turns(layout, people) or interview_turns(layout, people))


def transcript_turns(layout: Layout, people: Sequence[Span]) -> dict[int, Attribution]:
    """Paragraph number → the turn it is part of, where the text is a transcript of people; empty where it is none.

    `people` are the spans of persons' names: a label without one (`Q:`, `UPDATE:`) makes no turn, unless it is somebody's initials,
    or comes again in capitals in a transcript of people (`VANE:`, a name that the text has nowhere else).
    """
    found = enumerate(_turn(layout.words_in(paragraph), paragraph) for paragraph in layout.paragraphs)
    turns = {number: turn for number, turn in found if turn is not None}
    labels = {number: layout.text[slice(*turn.source[0])] for number, turn in turns.items()}
    names = by_initials(layout, people)
    initials = {number: names[label] for number, label in labels.items() if label in names}
    turns |= {number: replace(turns[number], source=(by, *turns[number].source)) for number, by in initials.items()}
    labels |= {number: name for number, turn in turns.items() if (name := _surname(layout, turn.source[0], people))}
    named = {number: labels[number] for number, turn in turns.items() if any(map(turn.source[0].overlaps, people))}
    often = Counter(labels.values())
    shouted = {number for number, label in labels.items() if often[label] > 1 and label.isupper() and len(label) > 1}
    kept = {number: turn for number, turn in turns.items() if number in named or number in shouted}
    fewest = FEWEST_TURNS if shouted.isdisjoint(named) or len(kept) <= len(named) else FEWEST_SHOUTED
    if len(named) < fewest or len(named) == len(set(named.values())):
        return {}
    several = len({labels[number] for number in kept}) > 1
    return _going_on(layout, kept, {number for number in kept if often[labels[number]] > 1}) if several else kept


def _surname(layout: Layout, label: Span, people: Sequence[Span]) -> str:
    """The last word of the person's name in a label, as printed: what `SEN. JO LIND (R), OHIO` and `LIND` share; "" for no name."""
    names = [layout.text[slice(*span)].split() for span in people if span.overlaps(label)]
    return names[0][-1] if names else ""


def _going_on(layout: Layout, turns: Mapping[int, Attribution], speakers: Set[int]) -> dict[int, Attribution]:
    """The turns with the paragraphs up to the next one; after the last of them the text may be the story's again.

    Only those whose label comes again, for a label that does not may be a headline's (`Lind: We will not wait`); and not in
    transcripts with one label: there a paragraph without it may be whoever asks.
    """
    whole = dict(turns)
    for number, following in pairwise(turns):
        if number not in speakers:
            continue
        further = list(takewhile(lambda at: _is_speech(layout, at), range(number + 1, following)))
        content = (*turns[number].content, *(layout.paragraphs[at] for at in further))
        whole |= dict.fromkeys((number, *further), replace(turns[number], content=content))
    return whole


def _is_speech(layout: Layout, paragraph: int) -> bool:
    """Whether a paragraph may go on with a turn: one of sentences, not a heading or a note in brackets."""
    start, end = layout.paragraphs[paragraph]
    return layout.text[start] not in BRACKETS and layout.text.endswith(ENDS, start, end)


def _turn(words: Sequence[Word], paragraph: Span) -> Attribution | None:
    """The turn that a paragraph is, or None."""
    label, mark, said = _bracketed(words) if words[0].text in BRACKETS else _before_colon(words)
    if not label or not said or not (all(word.capitalized or word.text == "." for word in label) or _is_shouted(label)):
        return None
    source, cue, content = _around(label), _around(mark), Span(said[0].start, paragraph.end)
    return Attribution((source,), (cue,), (content,), LABELLED, "label")


def _before_colon(words: Sequence[Word]) -> tuple[Sequence[Word], ...]:
    """A label, the mark that ends it, and what is said; a mark that opens each paragraph of a longer quotation stands before it."""
    words = _plain(words[1:] if words[0].text in OPENING else words)
    colon = next((at for at, word in enumerate(words[: LONGEST_SHOUTED + 1]) if word.text == ":"), 0)
    label = [word for word in words[:colon] if word.text != EMPHASIS]
    fits = len(label) <= LONGEST_LABEL or _is_shouted(label)
    return label if fits else (), words[colon : colon + 1], _plain(words[colon + 1 :])


def _is_shouted(label: Sequence[Word]) -> bool:
    """Whether the label is in capitals, as broadcasters print who speaks: `JO LIND, HOST`, `SEN. JO LIND (R), OHIO`."""
    return all(word.text.isupper() or word.text in ",()-." for word in label)


def _plain(words: Sequence[Word]) -> Sequence[Word]:
    """The words past the marks of emphasis that they begin with."""
    return list(dropwhile(lambda word: word.text == EMPHASIS, words))


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
