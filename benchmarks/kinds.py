"""Every difference between the attributions that people marked in a story and those that a reader gives, each with its kind.

Attributions are paired as the design's scorers pair them: contents that share half of their words, one to one, best first. A pair
may hold several errors, one a place. What is left over is strayed (same cue, but a content too unlike), missed or invented.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.contents import Attribution, Words
from benchmarks.extents import content_kinds, cue_kinds, source_kinds
from benchmarks.polnear import Story
from benchmarks.scoring import LEAST_OVERLAP, pairs, shared
from onrecord.core.spans import Span
from onrecord.knowledge.reporting import reporting_verbs
from onrecord.reading.layout import Layout, layout
from onrecord.reading.quotations import find_quotations

FEW = 3
"""Words of a short content."""

HEADLINE = 20
"""Words of a headline: stories of PolNeAR begin with theirs, as a paragraph of its own."""

NOUN_BEFORE = frozenset({"the", "a", "an", "his", "her", "their", "its", "my", "our", "'s", "’s"})
NOUN_AFTER = frozenset({"of", "about", "for", "on", "that", "to", "over"})


@dataclass(frozen=True, slots=True)
class Error:
    """An error of a kind (a key of `errors.tsv`) in the role `source`, `cue`, `content` or `attribution`, and where it stands."""

    kind: str
    story: str
    span: Span

    @property
    def role(self) -> str:
        """What is wrong: one of the three parts of an attribution, or the whole."""
        head = self.kind.partition(".")[0]
        return head if head in ("source", "cue", "content") else "attribution"


def errors_of(story: Story, predicted: Sequence[Attribution]) -> list[Error]:
    """The errors in a story, in order of place."""
    words = Words(story.text)
    gold = [each for each in story.gold if words.told(each).content]
    guess = [each for each in predicted if words.told(each).content]
    told, guessed = ([words.told(each) for each in them] for them in (gold, guess))
    found = pairs(told, guessed, lambda a, b: shared(a.content, b.content), least=LEAST_OVERLAP)
    left = [each for at, each in enumerate(gold) if at not in {g for g, _ in found}]
    over = [each for at, each in enumerate(guess) if at not in {p for _, p in found}]
    page = layout(story.text)
    errors = [error for g, p in found for error in _pair(story, gold[g], guess[p])]
    errors.extend(_unpaired(story, page, left, over, gold, guess))
    return sorted(errors, key=lambda error: (error.span, error.kind))


def _pair(story: Story, gold: Attribution, guess: Attribution) -> Iterator[Error]:
    roles = (
        (source_kinds, gold.source, guess.source),
        (cue_kinds, gold.cue, guess.cue),
        (content_kinds, gold.content, guess.content),
    )
    for kinds, marked, told in roles:
        for kind in kinds(story.text, marked, told):
            yield Error(kind, story.id, _whole([*marked, *told]))


def _unpaired(
    story: Story,
    page: Layout,
    left: Sequence[Attribution],
    over: Sequence[Attribution],
    gold: Sequence[Attribution],
    guess: Sequence[Attribution],
) -> Iterator[Error]:
    strayed: list[Attribution] = []
    for each in left:
        same = next((other for other in over if other not in strayed and _touch(each.cue, other.cue)), None)
        if same is None:
            yield Error(_missed(page, each, guess), story.id, _whole(each.content))
        else:
            strayed.append(same)
            yield Error(_strayed(page, each, same), story.id, _whole([*each.content, *same.content]))
    for other in over:
        if other not in strayed:
            yield Error(_invented(page, other, gold), story.id, _whole(other.content))


def _strayed(page: Layout, gold: Attribution, guess: Attribution) -> str:
    """Same cue, contents that share less than half of their words."""
    if not _touch(gold.content, guess.content):
        return "strayed.another-content"
    return "strayed.much-too-long" if _size(page, guess.content) > _size(page, gold.content) else "strayed.much-too-short"


def _missed(page: Layout, gold: Attribution, guess: Sequence[Attribution]) -> str:
    if _headline(page, gold):
        return "missed.headline"
    if any(_touch(gold.content, other.content) and _touch(gold.cue, other.content) for other in guess):
        return "missed.within-another"
    if any(_touch(gold.content, other.content) for other in guess):
        return "missed.given-to-another-cue"
    return f"missed.{_told_by(page, gold)}"


def _invented(page: Layout, guess: Attribution, gold: Sequence[Attribution]) -> str:
    if _headline(page, guess):
        return "invented.headline"
    if any(_touch(guess.content, other.content) and _touch(guess.cue, other.content) for other in gold):
        return "invented.within-another"
    if any(_touch(guess.content, other.content) for other in gold):
        return "invented.of-another-cue"
    if not guess.cue:
        return "invented.quotation-without-cue"
    return f"invented.{_told_by(page, guess)}"


def _told_by(page: Layout, told: Attribution) -> str:
    """How an attribution is put that only one side has: what makes it hard to see, the clearest reason first."""
    cue = [word.text.lower() for span in told.cue for word in page.words_in(span)]
    if any(span.overlaps(quotation.span) for span in told.content for quotation in find_quotations(page)):
        return "partly-quoted"
    if not told.source:
        return "no-source"
    if _size(page, told.content) <= FEW:
        return "short-content"
    if any(word in reporting_verbs() for word in cue):
        return "reporting-verb"
    if cue and (cue[0] in NOUN_BEFORE or (len(cue) > 1 and cue[-1] in NOUN_AFTER)):
        return "noun-or-phrase"
    return "other-verb"


def _headline(page: Layout, told: Attribution) -> bool:
    """Whether it stands in the first paragraph, and that is as short as a headline."""
    first = page.paragraphs[0]
    return told.content[0].end <= first.end and len(page.words_in(first)) <= HEADLINE


def _size(page: Layout, spans: Iterable[Span]) -> int:
    return sum(any(map(str.isalnum, word.text)) for span in spans for word in page.words_in(span))


def _touch(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _whole(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
