"""The measures of attribution: how far predicted attributions agree with those that people marked.

Everything is counted over all stories together (micro-averaged). Measures, each with precision, recall and F1:

- `source` `cue` `content`: a piece is right when it covers exactly the same words, edges trimmed of space and punctuation.
- `linked`: source, cue and content all exactly right.
- `exact`, `exact stripped`: the whole content covers the same characters; or does without the punctuation at its edges.
- `overlap`: contents sharing at least half of their words (Jaccard), paired one to one, best first.
- `end to end`: so paired, and the sources share a word or are both absent. What a user notices.
- `words`: words in any content.
- `direct …`, `indirect …`: recall over gold contents with an opening quotation mark (or without), precision over predicted
  contents with one in them or directly before them (or without).
- `kind direct`, `kind mixed`, `kind indirect`: `overlap` for contents wholly, partly and not in quotation marks.
- `source of found`, `cue of found`: over the pairs of `overlap`, whether source and cue share a word.
- `quoted exactly`, `quoted at all`: pieces of contents with a quotation mark in them, found as exactly the same words, or sharing a
  character with any piece; `opened exactly` and `part quoted exactly` of those that begin with the mark, and of the others.
"""

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from benchmarks.contents import Attribution, Told, Words, trimmed_pieces
from onrecord.core.spans import Span

LEAST_OVERLAP = 0.5
"""The least share of words for two contents to be a pair: the design's, from the quotation attribution literature."""

ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
_MARK = re.compile(r"[“”\"]|''|``")


@dataclass(frozen=True, slots=True)
class Count:
    """How many predicted items are right, how many gold items are found, of how many; some measures count shares of items."""

    right: float = 0
    predicted: float = 0
    found: float = 0
    gold: float = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.predicted + other.predicted, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the predicted that is right, 0 to 1."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found, 0 to 1."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Counts = Mapping[str, Count]
Pair = tuple[int, int]


def score(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> dict[str, Count]:
    """All measures of one story."""
    words = Words(text)
    told_gold = [told for each in gold if (told := words.told(each)).content]
    told_predicted = [told for each in predicted if (told := words.told(each)).content]
    return role_counts(text, gold, predicted) | content_counts(told_gold, told_predicted) | quoted_counts(text, gold, predicted)


def total(stories: Iterable[Counts]) -> dict[str, Count]:
    """The counts of several stories together."""
    together: dict[str, Count] = {}
    for counts in stories:
        for measure, count in counts.items():
            together[measure] = together.get(measure, Count()) + count
    return together


def role_counts(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> dict[str, Count]:
    """`source`, `cue`, `content` by exact pieces, and `linked`."""
    marked = [_pieces(text, each) for each in gold]
    guessed = [_pieces(text, each) for each in predicted]
    counts = {
        role: _same(
            frozenset(chain.from_iterable(each[position] for each in marked)),
            frozenset(chain.from_iterable(each[position] for each in guessed)),
        )
        for position, role in enumerate(ROLES)
    }
    return counts | {"linked": _same(frozenset(marked), frozenset(guessed))}


def _pieces(text: str, attribution: Attribution) -> tuple[frozenset[Span], ...]:
    return tuple(trimmed_pieces(text, spans) for spans in (attribution.source, attribution.cue, attribution.content))


def _same(gold: frozenset[object], predicted: frozenset[object]) -> Count:
    common = len(gold & predicted)
    return Count(common, len(predicted), common, len(gold))


def quoted_counts(text: str, gold: Sequence[Attribution], predicted: Sequence[Attribution]) -> dict[str, Count]:
    """`quoted …` and its parts, each piece counted once whatever the number of its attributions."""
    marked, guessed = _in_marks(text, gold), _in_marks(text, predicted)
    right, found = _exact(text, guessed, gold), _exact(text, marked, predicted)
    opened, begun = (frozenset(span for span in spans if _MARK.match(text, span.start)) for spans in (marked, guessed))
    return {
        "quoted exactly": Count(len(right), len(guessed), len(found), len(marked)),
        "quoted at all": Count(_touched(guessed, gold), len(guessed), _touched(marked, predicted), len(marked)),
        "opened exactly": Count(len(right & begun), len(begun), len(found & opened), len(opened)),
        "part quoted exactly": Count(len(right - begun), len(guessed - begun), len(found - opened), len(marked - opened)),
    }


def _in_marks(text: str, attributions: Iterable[Attribution]) -> frozenset[Span]:
    return frozenset(span for each in attributions for span in each.content if _MARK.search(text, *span))


def _exact(text: str, spans: Iterable[Span], others: Iterable[Attribution]) -> frozenset[Span]:
    pieces = {piece for each in others for piece in trimmed_pieces(text, each.content)}
    return frozenset(span for span in spans if trimmed_pieces(text, [span]) <= pieces)


def _touched(spans: Iterable[Span], others: Sequence[Attribution]) -> int:
    return sum(any(span.overlaps(piece) for each in others for piece in each.content) for span in spans)


def content_counts(gold: Sequence[Told], predicted: Sequence[Told]) -> dict[str, Count]:
    """The measures of whole contents, and of the sources and cues of those found."""
    exact = pairs(gold, predicted, lambda a, b: float(a.characters == b.characters), least=1.0)
    stripped = pairs(gold, predicted, lambda a, b: float(bool(a.stripped) and a.stripped == b.stripped), least=1.0)
    overlap = pairs(gold, predicted, lambda a, b: shared(a.content, b.content), least=LEAST_OVERLAP)
    with_source = [(g, p) for g, p in overlap if _sources_agree(gold[g], predicted[p])]
    counts: dict[str, Count] = {}
    for measure, matched in (("exact", exact), ("exact stripped", stripped), ("overlap", overlap), ("end to end", with_source)):
        counts |= _by_directness(measure, gold, predicted, matched)
    for kind in KINDS:
        counts[f"kind {kind}"] = _restricted(
            overlap, [told.kind == kind for told in gold], [told.kind == kind for told in predicted]
        )
    counts["words"] = _words(gold, predicted, gold, predicted)
    counts["direct words"] = _words(
        [told for told in gold if told.opened], [told for told in predicted if told.looks_direct], gold, predicted
    )
    counts["source of found"] = _role_of_found([(gold[g].source, predicted[p].source) for g, p in overlap])
    counts["cue of found"] = _role_of_found([(gold[g].cue, predicted[p].cue) for g, p in overlap])
    return counts


def pairs(gold: Sequence[Told], predicted: Sequence[Told], likeness: Callable[[Told, Told], float], *, least: float) -> list[Pair]:
    """One-to-one pairs (gold, predicted) of contents that share a word, the most alike first, at least `least` alike."""
    scored = sorted(
        (-alike, g, p)
        for g, one in enumerate(gold)
        for p, other in enumerate(predicted)
        if one.content & other.content and (alike := likeness(one, other)) >= least
    )
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    chosen: list[Pair] = []
    for _, g, p in scored:
        if g not in taken_gold and p not in taken_predicted:
            taken_gold.add(g)
            taken_predicted.add(p)
            chosen.append((g, p))
    return chosen


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """Jaccard's index of two sets, 0 for two empty ones."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _sources_agree(gold: Told, predicted: Told) -> bool:
    return bool(gold.source & predicted.source) or (not gold.source and not predicted.source)


def _by_directness(measure: str, gold: Sequence[Told], predicted: Sequence[Told], matched: Sequence[Pair]) -> dict[str, Count]:
    marked = [told.opened for told in gold]
    guessed = [told.looks_direct for told in predicted]
    return {
        measure: Count(len(matched), len(predicted), len(matched), len(gold)),
        f"direct {measure}": _restricted(matched, marked, guessed),
        f"indirect {measure}": _restricted(matched, [not each for each in marked], [not each for each in guessed]),
    }


def _restricted(matched: Sequence[Pair], gold: Sequence[bool], predicted: Sequence[bool]) -> Count:
    return Count(
        right=sum(predicted[p] for _, p in matched),
        predicted=sum(predicted),
        found=sum(gold[g] for g, _ in matched),
        gold=sum(gold),
    )


def _words(gold: Sequence[Told], predicted: Sequence[Told], all_gold: Sequence[Told], all_predicted: Sequence[Told]) -> Count:
    marked, guessed = _union(gold), _union(predicted)
    return Count(
        right=len(guessed & _union(all_gold)),
        predicted=len(guessed),
        found=len(marked & _union(all_predicted)),
        gold=len(marked),
    )


def _union(told: Sequence[Told]) -> frozenset[int]:
    return frozenset(chain.from_iterable(each.content for each in told))


def _role_of_found(roles: Sequence[tuple[frozenset[int], frozenset[int]]]) -> Count:
    agreeing = sum(bool(gold & predicted) for gold, predicted in roles)
    return Count(agreeing, sum(bool(predicted) for _, predicted in roles), agreeing, sum(bool(gold) for gold, _ in roles))


def intervals(stories: Sequence[Counts], *, samples: int, seed: int = 7) -> dict[str, tuple[float, float]]:
    """95 % bootstrap intervals of every measure's F1, stories drawn anew with replacement `samples` times."""
    draw = random.Random(seed)
    drawn: dict[str, list[float]] = {}
    for _ in range(samples):
        for measure, count in total(draw.choices(stories, k=len(stories))).items():
            drawn.setdefault(measure, []).append(count.f1)
    return {measure: (_at(sorted(f1s), 0.025), _at(sorted(f1s), 0.975)) for measure, f1s in drawn.items()}


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
