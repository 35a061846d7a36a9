"""Where predicted attributions go wrong, as lines to read: contents missed, contents nobody marked, and wrong sources."""

import random
from collections.abc import Iterator, Mapping, Sequence

from benchmarks.contents import Attribution, Words
from benchmarks.polnear import Story
from benchmarks.scoring import LEAST_OVERLAP, pairs, shared
from onrecord.core.spans import Span, words_at

SORTS = ("MISSED", "SPURIOUS", "SOURCE")
Line = tuple[str, str]


def sample(stories: Sequence[Story], predicted: Mapping[str, Sequence[Attribution]], *, each: int, seed: int = 1) -> Iterator[str]:
    """Up to `each` errors of each sort, drawn at random but always the same ones."""
    lines = [line for story in stories for line in story_errors(story, predicted[story.id])]
    draw = random.Random(seed)
    for sort in SORTS:
        found = [line for kind, line in lines if kind == sort]
        yield f"== {sort} ({len(found)})"
        yield from draw.sample(found, min(each, len(found)))


def story_errors(story: Story, predicted: Sequence[Attribution]) -> Iterator[Line]:
    """The errors of one story, each with its sort."""
    words = Words(story.text)
    gold = [(each, told) for each in story.gold if (told := words.told(each)).content]
    guessed = [(each, told) for each in predicted if (told := words.told(each)).content]
    matched = pairs(
        [told for _, told in gold], [told for _, told in guessed], lambda a, b: shared(a.content, b.content), least=LEAST_OVERLAP
    )
    found, right = {g for g, _ in matched}, {p for _, p in matched}
    for number, (marked, told) in enumerate(gold):
        if number not in found:
            near = " / ".join(_shown(story, each.content) for each, other in guessed if other.content & told.content)
            yield (
                "MISSED",
                f"{story.id} | {told.kind} | {_shown(story, marked.content)}" + (f" | predicted: {near}" if near else ""),
            )
    for number, (guess, told) in enumerate(guessed):
        if number not in right:
            yield "SPURIOUS", f"{story.id} | {told.kind} | {_shown(story, guess.content)} | cue: {_shown(story, guess.cue)}"
    for g, p in matched:
        (marked, one), (guess, other) = gold[g], guessed[p]
        if not one.source & other.source and (one.source or other.source):
            sources = f"marked: {_shown(story, marked.source)} | predicted: {_shown(story, guess.source)}"
            yield "SOURCE", f"{story.id} | {one.kind} | {_shown(story, marked.content)} | {sources}"


def _shown(story: Story, spans: Sequence[Span]) -> str:
    return " ".join(words_at(story.text, *spans).split())[:200]
