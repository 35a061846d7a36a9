"""What a network takes for words of somebody and is none: the title of a book, whom it was told to, the head of a letter."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from onrecord.core.spans import Span
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.attributions import Attribution
from onrecord.reading.layout import Layout, Word
from onrecord.reading.noun_phrases import is_word, phrase_after, phrase_before
from onrecord.reading.quotations import Quotation, quotations_at

LONGEST_LAPSE = 5
"""Words that tell how much later something was said."""

_QUOTED_AS = ("as", "saying")


def said_alone(page: Layout, told: Iterable[Attribution], quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions without those that only give a title or greet, the others without words that were not said."""
    kept = (
        each for each in told if not any(is_none(page, each, quotations) for is_none in (_gives_title, _greets, _does, _is_bare))
    )
    return [_without_names(page, _without_addressee(page, _of_passive(page, each), quotations), quotations) for each in kept]


def _gives_title(page: Layout, attribution: Attribution, quotations: Sequence[Quotation]) -> bool:
    """`a novel titled “The Salt Road”`, `the singer known as “Big Tam”`: a name in marks, which nobody says.

    The title of a speech, a letter or a report is its author's words, as in PolNeAR.
    """
    cue = _lowered(page, attribution.cue)
    quoted = any(quotations_at(quotations, content) for content in attribution.content)
    titles = phrase_words("titling")
    if attribution.source and page.text[attribution.source[-1].end : attribution.cue[0].start].strip(" ,"):
        return False
    if _is_of_words(page, attribution, titles):
        return False
    return quoted and not titles.isdisjoint(cue) and not any(word in reporting_verbs() for word in cue if word not in titles)


def _is_of_words(page: Layout, attribution: Attribution, titles: Collection[str]) -> bool:
    """Whether the word before the cue's participle is something that is said or written: `a speech titled …`."""
    starts = [word.start for span in attribution.cue for word in page.words_in(span) if word.text.lower() in titles]
    at = bisect_left(page.starts, starts[0]) if starts else 0
    return at > 0 and page.words[at - 1].text.lower() in phrase_words("spoken")


def _does(page: Layout, attribution: Attribution, quotations: Sequence[Quotation]) -> bool:
    """`orders tea`, `won the “Golden Oar” award`, `called the meeting to order`: what is done, and nothing that is said."""
    cue = _lowered(page, attribution.cue)
    said = _lowered(page, attribution.content)
    if not cue or len(attribution.content) != 1 or not _quotes_names_alone(page, attribution.content[0], quotations):
        return False
    if not attribution.source or attribution.content[0].start < attribution.cue[-1].end:
        return False
    return _calls_on(cue, said) or (cue[-1] in phrase_words("doing") and not _has_clause(said))


def _quotes_names_alone(page: Layout, content: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether nothing stands in marks within words but names: `the “Golden Oar” award`."""
    quoted = [quotation.span for quotation in quotations_at(quotations, content)]
    words = [word for span in quoted for word in page.words_in(span) if is_word(word)]
    return content not in quoted and all(word.capitalized for word in words)


def _calls_on(cue: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a chair does: `called the meeting to order`, `called the roll`, not `called the police a gang`."""
    at = next((at for at, word in enumerate(said[:2]) if word in phrase_words("agenda")), None)
    ends = at is not None and all(word in phrase_words("setting") for word in said[at + 1 : at + 2])
    return ends and cue[-1] in ("call", "calls", "called")


def _is_bare(page: Layout, attribution: Attribution, quotations: Sequence[Quotation]) -> bool:
    """`Lind remembers it differently`, `Four months later, he wrote again`: what was said stands elsewhere, or nowhere."""
    cue = _lowered(page, attribution.cue)
    said = _lowered(page, attribution.content)
    if not said or len(attribution.content) != 1 or any(quotations_at(quotations, content) for content in attribution.content):
        return False
    lapse = said[-1] in phrase_words("lapse") and len(said) <= LONGEST_LAPSE and not _has_clause(said)
    retold = said[0] == "it" and all(word.endswith("ly") for word in said[1:])
    return lapse or (retold and not phrase_words("retelling").isdisjoint(cue))


def _has_clause(words: Sequence[str]) -> bool:
    """Whether the words tell something of their own: a clause or what is to be done, not only a thing."""
    telling = phrase_words("clause") | phrase_words("verb") | {"to"}
    return any(word in telling and word != "and" for word in words)


def _greets(page: Layout, attribution: Attribution, _: Sequence[Quotation]) -> bool:
    """`Dear Prue: My sister …`: a letter to Prue, not her words."""
    return _lowered(page, attribution.source)[:1] == ["dear"] and page.text[slice(*attribution.cue[0])] in (":", ",")


def _of_passive(page: Layout, attribution: Attribution) -> Attribution:
    """Of a passive whose clause stands whole after it, the clause alone: `Lind was told by Hale that it is shut`, `It was said …`.

    Whoever `was quoted as saying` something is its source, not the paper that quotes.
    """
    cue = _lowered(page, attribution.cue)
    before = [content for content in attribution.content if content.end <= attribution.cue[0].start]
    after = [content for content in attribution.content if content not in before]
    if len(before) != 1 or not after or phrase_words("passive").isdisjoint(cue):
        return attribution
    first = page.words_in(after[0])
    opening = tuple(word.text.lower() for word in first[:2])
    subject = page.words_in(before[0])
    if phrase_before(subject, len(subject)) != 0:
        return attribution
    if opening == _QUOTED_AS and len(first) > 2 + (first[2].text == "that"):
        said = Span(first[2 + (first[2].text == "that")].start, after[0].end)
        by = Span(first[0].start, first[1].end)
        return replace(attribution, source=tuple(before), cue=(*attribution.cue, by), content=(said, *after[1:]))
    if opening[:1] == ("that",):
        return replace(attribution, content=tuple(after))
    return attribution


def _without_addressee(page: Layout, attribution: Attribution, quotations: Sequence[Quotation]) -> Attribution:
    """The attribution of a quotation without the phrase after a verb of telling: `“Float,” she used to tell the smallest ones`."""
    told = [reporting_verbs().get(word) for word in _lowered(page, attribution.cue)]
    if not any(verb is not None and "p" in verb.frames for verb in told):
        return attribution
    end = attribution.cue[-1].end
    kept = tuple(
        content
        for content in attribution.content
        if quotations_at(quotations, content)
        or content.start < end
        or page.text[end : content.start].strip()
        or not _is_phrase(page.words_in(content))
    )
    return replace(attribution, content=kept) if kept else attribution


def _without_names(page: Layout, attribution: Attribution, quotations: Sequence[Quotation]) -> Attribution:
    """The attribution without a title or nickname in marks beside what was said: `Marr, nicknamed “Little Ro,” says that …`."""
    kept = tuple(
        content
        for content in attribution.content
        if all(quotation.span.start != content.start for quotation in quotations_at(quotations, content))
        or not _titled_before(page, content.start)
    )
    return replace(attribution, content=kept) if kept else attribution


def _titled_before(page: Layout, start: int) -> bool:
    """Whether `titled` stands right before an offset, or `known as`."""
    before = [word.text.lower() for word in page.words_in(Span(page.paragraph_at(start).start, start))[-2:]]
    return bool(before) and (before[-1] if before[-1] != "as" else before[0]) in phrase_words("titling")


def _is_phrase(words: Sequence[Word]) -> bool:
    end = phrase_after(words, 0)
    return end is not None and not any(is_word(word) for word in words[end:])


def _lowered(page: Layout, spans: Iterable[Span]) -> list[str]:
    return [word.text.lower() for span in spans for word in page.words_in(span)]
