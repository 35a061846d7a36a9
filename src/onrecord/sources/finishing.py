"""From what a source read to what it hands on: a document, its appearance, and what has to be said about them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.core.documents import Appearance, Document, appearance_id
from onrecord.core.evidence import Basis, Date, Evidence
from onrecord.core.faults import Fault
from onrecord.core.spans import Span
from onrecord.sources.days import Days, parse_days
from onrecord.sources.decoding import encodable
from onrecord.sources.outcomes import Found, Notice, Options, Outcome
from onrecord.sources.printed_dates import printed_date

LONGEST_TEXT = 5_000_000
"""Characters of the longest document that is read: some eight hundred thousand words, beyond any story or release."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A date as it is printed somewhere: the words, and the field they stand in, or their span in the text."""

    words: str
    field: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source read: the text as it will be stored, and metadata as printed ("" where absent).

    `created` says when the file was made: a candidate for the day of publication only where the text prints none. A text that is
    `verbatim` is stored as it came, so that its offsets hold for whoever made it; others lose the soft hyphens within their words.
    """

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    author: str = ""
    dates: tuple[Mark, ...] = ()
    created: tuple[Mark, ...] = ()
    repair: str = ""
    notices: tuple[str, ...] = ()
    verbatim: bool = False


def repaired(draft: Draft, repair: str) -> Draft:
    """The draft with what was done to read its bytes ("" where nothing was), which is also worth a notice."""
    return replace(draft, repair=repair, notices=(*draft.notices, repair)) if repair else draft


SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken at the end of a line: unseen, but it parts the word for readers of names and for a search."""


def finish(draft: Draft, name: str, raw_sha256: str, options: Options) -> Iterator[Outcome]:
    """The document and appearance of a draft, after the notices about them; or the fault for which it is skipped.

    What the caller says comes first: the day as the first candidate, the publisher instead of the file's own.
    """
    text = encodable(draft.text)
    whole_words = text if draft.verbatim else text.replace(SOFT_HYPHEN, "")
    if not whole_words.strip():
        yield Fault(name, "empty; skipped")
        return
    if len(text) > LONGEST_TEXT:
        yield Fault(name, f"{len(text):,} characters, more than the {LONGEST_TEXT:,} that are read; skipped (split it up)")
        return
    if text != draft.text:
        yield Notice(name, "halves of surrogate pairs replaced by U+FFFD")
    text = whole_words
    yield from (Notice(name, notice) for notice in draft.notices)
    document = Document.of(text)
    dates, notices = _dates((*draft.dates, *(_printed(text) or draft.created)), document.id, options)
    yield from (Notice(name, notice) for notice in notices)
    yield Found(
        document,
        Appearance(
            id=appearance_id(document.id, name),
            document=document.id,
            name=name,
            title=_line(draft.title),
            publisher=_line(options.publisher or draft.publisher),
            url=_line(draft.url),
            author=_line(draft.author),
            dates=dates,
            raw_sha256=raw_sha256,
            repair=draft.repair,
        ),
    )


def _printed(text: str) -> tuple[Mark, ...]:
    """The day that the head of the text prints, if any; its words stay in the text."""
    span = printed_date(text)
    return (Mark(text[slice(*span)], span=span),) if span else ()


def _line(words: str) -> str:
    return " ".join(encodable(words).replace(SOFT_HYPHEN, "").split())


def _dates(marks: tuple[Mark, ...], document: str, options: Options) -> tuple[tuple[Date, ...], tuple[str, ...]]:
    """The candidates in order, the caller's first, each day of a basis once; and notices about marks that are no dates."""
    given = [Mark(options.published, "--published")] if options.published is not None else []
    dates: list[Date] = []
    notices: list[str] = []
    for mark in (*given, *marks):
        days = parse_days(encodable(mark.words))
        if isinstance(days, Days):
            dates.append(_candidate(mark, days, document))
        else:
            notices.append(
                f"{mark.field or 'date'} “{_line(mark.words)[:60]}”: {days}; left undated by it (write it as 2023-09-20)"
            )
    return tuple(dict.fromkeys(dates)), tuple(dict.fromkeys(notices))


def _candidate(mark: Mark, days: Days, document: str) -> Date:
    basis: Basis = "stated" if mark.span else "given" if mark.field == "--published" else "metadata"
    spans = (mark.span,) if mark.span else ()
    return Date(days.earliest, days.latest, basis, (Evidence(_words(mark), document, spans, "" if spans else mark.field),))


def _words(mark: Mark) -> str:
    return mark.words if mark.span else _line(mark.words)
