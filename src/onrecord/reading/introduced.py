"""Quotations without a verb of saying: `Jill Stone: “A good day.”`, `in the words of Lind, “a coffin”`, `Holt smiled. “No.”`"""

from collections.abc import Iterator, Sequence

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import ReportingVerb, phrase_words, reporting_verbs
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Word
from onrecord.reading.noun_phrases import LONGEST_PHRASE, is_quoted, is_word, phrase_after, phrase_before
from onrecord.reading.units import Unit

NAMED = ReportingVerb(":", "said", "q")
WORDED = ReportingVerb("words", "said", "q")
GESTURE = ReportingVerb("smile", "said", "q")

_IN_THE_WORDS_OF = ("in", "the", "words", "of")


def introduced(units: Sequence[Unit], number: int, people: Sequence[Span]) -> Attribution | None:
    """The attribution of a unit's quotation that a name with a colon, a verb before its subject, `in the words of` or a gesture
    introduces; else None.

    `people` are the spans of the persons' names.
    """
    unit = units[number]
    if not any(map(is_quoted, unit.words)):
        return None
    return _named(unit.words, people) or _inverted(unit.words) or _worded(unit.words) or _gesture(units, number)


def _named(words: Sequence[Word], people: Sequence[Span]) -> Attribution | None:
    """`Union president Abe Colt: “A disgrace.”`, where nothing else is quoted and no verb stands before the colon."""
    colon = next((at for at, word in enumerate(words) if word.text == ":"), 0)
    first = next((at for at in range(colon) if is_word(words[at])), colon)
    label, said = words[first:colon], words[colon + 1 :]
    quoted = tuple(word.span for word in said if is_quoted(word))
    if not 0 < len(label) <= LONGEST_PHRASE or not quoted or any(is_word(word) and not is_quoted(word) for word in said):
        return None
    named = [span for span in people if label[0].start <= span.start and span.end <= label[-1].end]
    before = [word for word in label if named and word.start < named[0].end]
    after = next((word.text for word in words if named and word.start >= named[0].end), "")
    if not named or after not in (":", ",") or any(_is_verb(word) or is_quoted(word) or word.text == "," for word in before):
        return None
    return Attribution((Span(before[0].start, named[0].end),), (words[colon].span,), quoted, NAMED, "named")


def _inverted(words: Sequence[Word]) -> Attribution | None:
    """`Added his deputy, Omar Reid: “Not yet.”`, where nothing else is quoted."""
    verb = reporting_verbs().get(words[0].text.lower())
    end = phrase_after(words, 1) if verb is not None and "q" in verb.frames else None
    if verb is None or end is None or end + 1 >= len(words) or words[end].text != ":" or end < 2:
        return None
    said = words[end + 1 :]
    quoted = tuple(word.span for word in said if is_quoted(word))
    if not quoted or any(is_word(word) and not is_quoted(word) for word in said):
        return None
    return Attribution((Span(words[1].start, words[end - 1].end),), (words[0].span,), quoted, verb, "inverted-quoted")


def _is_verb(word: Word) -> bool:
    return word.text in reporting_verbs() or word.text in phrase_words("verb")


def _worded(words: Sequence[Word]) -> Attribution | None:
    """`It was, in the words of one diver, “a coffin with a bell.”`, `“A coffin,” in the words of Jo Lind`."""
    lowered = [word.text.lower() for word in words]
    for at in range(len(words) - len(_IN_THE_WORDS_OF)):
        start = at + len(_IN_THE_WORDS_OF)
        end = phrase_after(words, start) if tuple(lowered[at:start]) == _IN_THE_WORDS_OF else None
        if end is None:
            continue
        quoted = next((word for word in _beside(words, at, end) if is_quoted(word)), None)
        if quoted is not None:
            source, cue = Span(words[start].start, words[end - 1].end), Span(words[at].start, words[start - 1].end)
            return Attribution((source,), (cue,), (quoted.span,), WORDED, "worded")
    return None


def _beside(words: Sequence[Word], start: int, end: int) -> Iterator[Word]:
    """The first word after the stretch that is no comma or colon, then the last before it."""
    after = (word for word in words[end:] if word.text not in (",", ":"))
    before = (word for word in reversed(words[:start]) if word.text != ",")
    yield from (word for word in (next(after, None), next(before, None)) if word is not None)


def _gesture(units: Sequence[Unit], number: int) -> Attribution | None:
    """`Holt smiled. “Give him time.”`: a quotation right after a sentence of its paragraph that tells how somebody looked."""
    if not number or not units[number].only_quoted or units[number - 1].paragraph != units[number].paragraph:
        return None
    words = units[number - 1].words
    verb = next((at for at, word in enumerate(words) if word.text in phrase_words("gesture")), 0)
    end = next((at for at in range(verb, 0, -1) if not _is_adverb(words[at - 1])), 0)
    if not end or phrase_before(words, end) != 0 or any(map(is_quoted, words)):
        return None
    source = Span(words[0].start, words[end - 1 - (words[end - 1].text == ",")].end)
    quoted = tuple(word.span for word in units[number].words if is_quoted(word))
    return Attribution((source,), (words[verb].span,), quoted, GESTURE, "gesture")


def _is_adverb(word: Word) -> bool:
    return word.text in phrase_words("adverb") or word.text.endswith("ly")
