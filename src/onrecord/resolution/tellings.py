"""Tellings of the same words by one speaker: which statements tell one utterance."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from onrecord.core.resolved import Block, Link, Telling, link
from onrecord.resolution.quoted_words import SHORTEST
from onrecord.resolution.stars import Judgement

RUN = 3
"""Words of a run that two tellings must share for its words to count as shared."""

LEAST_WORDS = 8
"""Words in common that make a link where the tellings differ: the shortest run in which fingerprints are sure to meet."""

LEAST_PART = 0.5
"""The part of the shorter telling that must stand in the longer one: most of it."""

LEAST_WORDS_UNNAMED = 12
"""Words of a telling of which the speaker is not known; all of them must stand in the other one."""

SHORT_DAYS = 31
"""Days within which two tellings of fewer than LEAST_WORDS must be published, in one speaker's mouth: people repeat themselves."""

NEIGHBOURS = 6
"""Other wordings that a wording is compared with: so many of the longest of its block, and of those before it in order of words."""

_SHORT: float = 0.6
_UNNAMED: float = 0.7


def link_tellings(block: Block) -> tuple[Link, ...]:
    """The links among statements that share a run of words, in order of id.

    Statements of one speaker in the same words are a star; each other wording of the speaker is compared with a few. A statement
    whose speaker is not known is linked only where all of its words, twelve or more, stand in the other.
    """
    wordings: dict[tuple[str, tuple[str, ...]], list[Telling]] = defaultdict(list)
    for telling in sorted(block.tellings, key=lambda telling: telling.statement):
        wordings[telling.speaker, telling.words].append(telling)
    firsts = [wordings[key][0] for key in sorted(wordings)]
    same = [pair for group in wordings.values() for pair in _same_wording(group)]
    found = {made.id: made for one, other in same for made in _linked(one, other)}
    by_speaker: dict[str, list[Telling]] = defaultdict(list)
    for telling in firsts:
        by_speaker[telling.speaker].append(telling)
    for own in (firsts if not speaker else own for speaker, own in by_speaker.items()):
        found |= {made.id: made for made in _near(own)}
    return tuple(found[id_] for id_ in sorted(found))


def _same_wording(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Tellings in the same words: each with the first, or where the words are few, with the one published before it."""
    if len(tellings[0].words) >= LEAST_WORDS:
        yield from ((tellings[0], other) for other in tellings[1:])
    else:
        yield from pairwise(sorted(tellings, key=lambda telling: (telling.published.latest or "9999", telling.statement)))


def _near(tellings: Sequence[Telling]) -> Iterator[Link]:
    """Each telling linked to the first of a few that tells the same, of each speaker: the longest, then its neighbours in words.

    Two tellings of known speakers are passed over where some speakers are not known: they have met among their own.
    """
    longest = sorted(tellings, key=lambda telling: (-len(telling.words), telling.statement))[:NEIGHBOURS]
    ordered = sorted(tellings, key=lambda telling: (telling.words, telling.statement))
    mixed = len({telling.speaker for telling in tellings}) > 1
    for at, telling in enumerate(ordered):
        met: set[str] = set()
        before = longest[: longest.index(telling)] if telling in longest else longest
        for other in (*before, *ordered[max(0, at - NEIGHBOURS) : at]):
            if other.speaker not in met and not (mixed and telling.speaker and other.speaker):
                for made in _linked(telling, other):
                    met.add(other.speaker)
                    yield made


def _linked(one: Telling, other: Telling) -> Iterator[Link]:
    judgement = judge(one, other)
    if judgement:
        yield link(one.statement, other.statement, *judgement)


def judge(one: Telling, other: Telling) -> Judgement | None:
    """How likely two statements tell one utterance, with reasons, or None where they do not seem to."""
    shorter, longer = sorted((one, other), key=lambda telling: (len(telling.words), telling.words))
    length = len(shorter.words)
    if length < SHORTEST or (one.speaker and other.speaker and one.speaker != other.speaker):
        return None
    shared = _shared(shorter.words, longer.words)
    reason = f"{shared} words in common"
    if not (one.speaker and other.speaker):
        whole = shared == length >= LEAST_WORDS_UNNAMED
        return (_UNNAMED, (reason, "speaker not known")) if whole else None
    if length < LEAST_WORDS:
        return (_SHORT, (reason, "same speaker", "same weeks")) if shared == length and _soon(one, other) else None
    if shared < LEAST_WORDS or shared < LEAST_PART * length:
        return None
    return round(shared / length, 4), (reason, "same speaker")


def _shared(shorter: tuple[str, ...], longer: tuple[str, ...]) -> int:
    """How many words of the shorter telling stand in runs of RUN or more that the longer has too."""
    runs = _runs(longer)
    covered = {at + step for at in range(len(shorter) - RUN + 1) if shorter[at : at + RUN] in runs for step in range(RUN)}
    return len(covered)


@lru_cache(maxsize=1 << 10)
def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1))


def _soon(one: Telling, other: Telling) -> bool:
    """Whether both were published within SHORT_DAYS of each other, for certain."""
    first = [telling.published.earliest for telling in (one, other)]
    last = [telling.published.latest for telling in (one, other)]
    days = [date.fromisoformat(day) for day in (*first, *last) if day]
    return len(days) == 4 and (max(days) - min(days)).days <= SHORT_DAYS
