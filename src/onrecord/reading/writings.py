"""Whose words `the statement said` tells, or `the spokesperson said`: who put out the statement, whom the spokesperson is of."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.core.readings import Mention, Statement
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.reading.chains import Chains
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower

DEFINITE = frozenset(["the", "this", "that"])
POSSESSIVE = frozenset(["'s", "’s", "'"])
INTRODUCING = frozenset(["a", "an", "another", "his", "her", "its", "their", "joint"]) | POSSESSIVE
"""What stands before a writing of which the text has not spoken: `in a statement`, `her letter`."""
FROM = frozenset(["from", "by", "of"])
IN = frozenset(["in", "through", "via", "with", "on"])

LONGEST = 3
"""Words between what introduces a writing and its noun: `a long written statement`."""
NEAR = 8
"""Words between whoever puts out a writing and it: `The trust released late on Friday a statement`."""

Told = tuple[int, str, str]
"""Where the text tells of a writing, its noun, and the chain of its writer, "" where that is not told."""


def with_writers(chains: Chains, statements: Sequence[Statement]) -> list[Statement]:
    """The statements in their order, those of a writing or a spokesperson without a name made those of whom the text told.

    Of several statements and letters the last one that the text told of before is meant, unless somebody else has spoken since;
    one whose writer it does not name is nobody's.
    """
    told = sorted([*_put_out(chains), *_said_in(chains, statements)], key=lambda entry: entry[0])
    result = list(statements)
    for at, statement in enumerate(statements):
        noun = _speaking(chains, statement)
        owner = (_owner(chains, statement.source[0]) or _writer(told, result, statement.source[0], noun)) if noun else ""
        if owner:
            result[at] = replace(statement, speaker=owner, basis="resolved", candidates=())
    return result


def _speaking(chains: Chains, statement: Statement) -> str:
    """The noun of a source that speaks of a writing or a spokesperson as known (`the statement`, `her letter`), or ""."""
    words = chains.layout.words_in(statement.source[0]) if statement.speaker is None and len(statement.source) == 1 else ()
    if len(words) < 2:
        return ""
    text = lower(words[-1])
    known = len(words) == 2 and lower(words[0]) in DEFINITE
    owned = lower(words[0]) in INTRODUCING or lower(words[-2]) in POSSESSIVE
    if text in name_words("writing"):
        return text if known or owned else ""
    return text if known and text in name_words("speaks_for") else ""


def _owner(chains: Chains, source: Span) -> str:
    """The chain of whose a writing is by its source (`Lind's letter`, `her statement`), or ""."""
    first = chains.layout.words_in(source)[0]
    owners = (mention.chain for mention in _mentions_in(chains, first.span))
    return "" if lower(first) in DEFINITE else next(owners, "")


def _writer(told: Sequence[Told], statements: Sequence[Statement], source: Span, noun: str) -> str:
    """The chain of whom the text told last to have written such, or to speak through such; "" where another has spoken since."""
    before = (each for each in reversed(told) if each[1] == noun and each[0] < source.start)
    told_at, _, owner = next(before, (0, "", ""))
    its_own = [piece for each in statements if each.speaker == owner for piece in each.content]
    others = (each.source[0] for each in statements if each.source and each.speaker != owner)
    since = (span for span in others if told_at < span.start < source.start and not any(map(span.within, its_own)))
    return owner if next(since, None) is None else ""


def _said_in(chains: Chains, statements: Sequence[Statement]) -> Iterator[Told]:
    """The writings in which a statement was made (`said in a statement`, `tweeted`), and the spokespersons who made one."""
    for statement in statements:
        if not statement.cue:
            continue
        sentence = chains.layout.sentence_at(statement.cue[0].start)
        outside = [word for word in chains.layout.words_in(sentence) if not _within(word, statement.content)]
        for at, word in enumerate(outside):
            text = lower(word)
            spoken_for = text in name_words("speaks_for") and _within(word, statement.source)
            if spoken_for or (text in name_words("writing") and _said_within(outside, at, statement.cue)):
                yield word.start, text, statement.speaker or ""
            elif text.removesuffix("ed") in name_words("writing") and _within(word, statement.cue):
                yield word.start, text.removesuffix("ed"), statement.speaker or ""


def _put_out(chains: Chains) -> Iterator[Told]:
    """The writings that somebody puts out: `The trust released a statement`, `a letter from the trust`."""
    words = chains.layout.words
    for at, word in enumerate(words):
        if lower(word) not in name_words("writing") or _introduced(words, at) is None:
            continue
        sentence = chains.layout.sentence_at(word.start)
        before = [each for each in words[max(0, at - NEAR) : at] if each.start >= sentence.start]
        verb = next((each for each in reversed(before) if lower(each) in name_words("puts_out")), None)
        if verb is not None:
            yield word.start, lower(word), _subject(chains, Span(sentence.start, verb.start))
        elif at + 1 < len(words) and lower(words[at + 1]) in FROM:
            near = words[at + 2 : at + 2 + LONGEST]
            senders = _mentions_in(chains, Span(near[0].start, min(near[-1].end, sentence.end))) if near else ()
            yield word.start, lower(word), senders[0].chain if senders else ""


def _subject(chains: Chains, before: Span) -> str:
    """The chain of the last mention before a verb, or of the one that it describes: `Ida Lind, an aide to the trust, wrote`."""
    mentions = _mentions_in(chains, before)
    described = len(mentions) > 1 and chains.layout.text[mentions[-2].span.end : mentions[-2].span.end + 1] == ","
    return mentions[-2 if described else -1].chain if mentions else ""


def _mentions_in(chains: Chains, span: Span) -> Sequence[Mention]:
    """The mentions that begin in a span, in order."""
    first = bisect_left(chains.mentions, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(chains.mentions, span.end, key=lambda mention: mention.span.start)
    return chains.mentions[first:last]


def _said_within(words: Sequence[Word], at: int, cue: Sequence[Span]) -> bool:
    """Whether something is said in the writing at an index: `said in a letter`, `wrote a letter`, not `a letter to Lind said`."""
    introducing = _introduced(words, at)
    before = words[introducing - 1] if introducing else None
    return before is not None and (lower(before) in IN or _within(before, cue))


def _introduced(words: Sequence[Word], at: int) -> int | None:
    """The index of what introduces the noun at an index, None where the text speaks of it as known."""
    for before in range(at - 1, max(-1, at - LONGEST - 2), -1):
        if lower(words[before]) in INTRODUCING:
            return before
        if not (words[before].text[0].isalpha() or words[before].text[0] in "'’-"):
            return None
    return None


def _within(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)
