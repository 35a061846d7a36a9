"""Kinds of error in a source, cue or content that was found but not exactly: what was added or left out, told by its words.

All take the marked and the predicted spans of one role, edges trimmed as the measures trim them, and give keys of `errors.tsv`.
"""

from collections.abc import Iterator, Sequence

from benchmarks.contents import EDGE, trimmed_pieces
from onrecord.core.spans import Span
from onrecord.knowledge.reporting import phrase_words

Marked = Sequence[Span]

FEW = 4
"""Words that an object or an addressee (`Lane`, `the deal`) has at most; longer stretches are clauses."""

SETTING = frozenset(
    {"in", "on", "at", "during", "after", "before", "when", "as", "while", "through", "via", "earlier", "late", "last"}
)
SETTING_TOO = frozenset({"this", "then", "now", "today", "yesterday", "tonight", "recently", "from", "with"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "where", "what"})
PARTICLES = frozenset({"about", "of", "on", "for", "to", "with", "at", "by", "from", "as", "in", "against", "if", "than", "why"})
LINKS = frozenset({"but", "and", "or", "so", "yet", "still"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def source_kinds(text: str, marked: Marked, told: Marked) -> Iterator[str]:
    """The kinds of error in a source."""
    gold, guess = _pieces(text, marked), _pieces(text, told)
    if gold == guess:
        return
    if not gold:
        yield "source.invented"
    elif not guess:
        yield "source.left-out"
    elif not any(one.overlaps(other) for one in gold for other in guess):
        pronoun = {_first(text, spans) for spans in (gold, guess)} & (RELATIVE | phrase_words("subject"))
        yield "source.pronoun-or-name" if pronoun else "source.another"
    else:
        for side, where in _sides(gold, guess):
            if where == "start":
                yield f"source.start-{side}"
            else:
                yield f"source.tail-{side}"


def cue_kinds(text: str, marked: Marked, told: Marked) -> Iterator[str]:
    """The kinds of error in a cue."""
    gold, guess = _pieces(text, marked), _pieces(text, told)
    if gold == guess:
        return
    if not gold or not guess or not any(one.overlaps(other) for one in gold for other in guess):
        yield "cue.another"
        return
    for side, where, words in _changed(text, gold, guess):
        if where == "start":
            yield f"cue.start-{side}"
        elif (words[0] in SETTING | SETTING_TOO | DAYS and len(words) > 1) or set(words) & DAYS:
            yield f"cue.setting-{side}"
        elif len(words) == 1 and words[0] in PARTICLES:
            yield f"cue.particle-{side}"
        else:
            yield f"cue.object-{side}"


def content_kinds(text: str, marked: Marked, told: Marked) -> Iterator[str]:
    """The kinds of error in a content."""
    gold, guess = _pieces(text, marked), _pieces(text, told)
    if gold == guess:
        return
    if len(gold) != len(guess):
        yield _parted(gold, guess)
        return
    for side, where, words in _changed(text, gold, guess):
        yield f"content.{_begun(words) if where == 'start' else _ended(words)}-{side}"


def _begun(words: Sequence[str]) -> str:
    if words == ["that"]:
        return "that"
    if len(words) == 1 and words[0] in LINKS:
        return "link"
    if len(words) == 1 and words[0] in PARTICLES:
        return "particle"
    if words[0] in SETTING | SETTING_TOO | DAYS:
        return "opening-setting"
    return "object" if len(words) <= FEW else "opening-clause"


def _ended(words: Sequence[str]) -> str:
    if words[0] in RELATIVE:
        return "relative"
    if words[0] in SETTING | SETTING_TOO | DAYS | PARTICLES:
        return "closing-setting"
    return "closing-clause"


def _parted(gold: Sequence[Span], guess: Sequence[Span]) -> str:
    """Contents in more or fewer pieces than marked: the same stretch parted otherwise, or a piece added or left out."""
    if len(guess) > len(gold):
        strange = [piece for piece in guess if not any(map(piece.overlaps, gold))]
        return "content.piece-added" if strange else "content.split"
    lost = [piece for piece in gold if not any(map(piece.overlaps, guess))]
    return "content.piece-left-out" if lost else "content.aside-kept"


def _changed(text: str, gold: Sequence[Span], guess: Sequence[Span]) -> Iterator[tuple[str, str, list[str]]]:
    """`added` or `lost`, at the `start` or `end` of a piece, and the words in question in lower case."""
    for one, other in zip(gold, guess, strict=False):
        for side, where, span in _differences(one, other):
            if words := "".join(" " if mark in EDGE - {"'", "’"} else mark for mark in text[slice(*span)]).lower().split():
                yield side, where, words


def _sides(gold: Sequence[Span], guess: Sequence[Span]) -> Iterator[tuple[str, str]]:
    for one, other in zip(gold, guess, strict=False):
        for side, where, _ in _differences(one, other):
            yield side, where


def _differences(one: Span, other: Span) -> Iterator[tuple[str, str, Span]]:
    if other.start != one.start:
        yield "added" if other.start < one.start else "lost", "start", Span(*sorted((one.start, other.start)))
    if other.end != one.end:
        yield "added" if other.end > one.end else "lost", "end", Span(*sorted((one.end, other.end)))


def _pieces(text: str, spans: Marked) -> list[Span]:
    return sorted(trimmed_pieces(text, spans))


def _first(text: str, spans: Sequence[Span]) -> str:
    return text[slice(*spans[0])].split()[0].lower()
