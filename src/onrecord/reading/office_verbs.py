"""Offices told by verbs: `was elected mayor in 2020`, `has served on the council since 2019`, `resigned`, `will leave`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.core.readings import Tells
from onrecord.core.spans import Span
from onrecord.knowledge.offices import office_verbs, office_words
from onrecord.reading.naming import lower
from onrecord.reading.office_complements import LONGEST_COMPLEMENT, Taken, roles_at, taken_by
from onrecord.reading.office_drafts import Draft, Page, body_before
from onrecord.reading.office_subjects import subject_of
from onrecord.reading.office_times import Held, times_after
from onrecord.reading.office_verb_groups import VerbGroup, group_at


def verb_drafts(page: Page) -> Iterator[Draft]:
    """The offices that verbs of the page tell of, in order; those in quotation marks are left to whoever said them."""
    verbs, giving = office_verbs(), office_words("giving")
    for at, word in enumerate(page.layout.words):
        text = lower(word)
        for verb, form in verbs.get(text, ()):
            group = None if page.quotes(word.start) else group_at(page, at, verb, form)
            subject = subject_of(page, group) if group else None
            if group is not None and subject is not None:
                yield from _drafts(page, group, *subject)
        if text in giving and not page.quotes(word.start):
            yield from _given(page, at)


def _drafts(page: Page, group: VerbGroup, person: str, subject: int) -> Iterator[Draft]:
    taken, between = taken_by(page, group)
    sentence = page.layout.sentence_at(page.layout.words[group.first].start)
    for one in taken:
        for number, times in enumerate(_together(between, times_after(page, one.end, sentence.end))):
            lead: Span | None = None
            if not (times.since or times.until or times.during):
                lead, times = _leading(page, subject, sentence)
            tells = _tells(group, one, times)
            if tells is not None:
                yield _draft(page, group.first, person, one, tells, times, lead, apart=number > 0 or one is not taken[-1])


def _together(between: Sequence[Held], after: Sequence[Held]) -> Sequence[Held]:
    """The times between a verb and what it takes, with the bounds that follow: `served eight years as mayor, from 2008 to 2016`."""
    if not between or not (after[0].since or after[0].until):
        return between or after
    return (replace(after[0], during=after[0].during or between[0].during), *after[1:])


def _draft(
    page: Page, first: int, person: str, taken: Taken, tells: Tells, times: Held, lead: Span | None = None, *, apart: bool = False
) -> Draft:
    """The draft of what a verb tells; the times that follow belong to its words, or stand `apart` from them."""
    words = page.layout.words
    end = words[taken.end - 1].end
    own = Span(words[first].start, end if apart else max(end, times.end))
    spans = (*((lead,) if lead else ()), own, *((Span(times.start, times.end),) if apart and times.end else ()))
    when = _bounds(tells, times, page.lengths)
    complement = taken.complement
    return Draft(
        person,
        spans,
        taken.role,
        taken.family,
        complement.organization,
        complement.post,
        tells,
        when.since,
        when.until,
        when.during,
    )


def _bounds(tells: Tells, times: Held, lengths: frozenset[str]) -> Held:
    """The times as what they are of a verb that begins or ends: `was elected in 2020` is of its beginning."""
    if not times.during or times.during in lengths:
        return times
    if tells in ("began", "elected", "will_begin"):
        return Held(times.since or times.during, times.until)
    if tells in ("ended", "will_end"):
        return Held(times.since, times.until or times.during)
    return times


def _tells(group: VerbGroup, taken: Taken, times: Held) -> Tells | None:
    """What a verb tells as of the document's day."""
    tells = group.verb.tells
    if group.frame == "future":
        return "will_end" if tells == "ended" else "will_begin"
    if tells in ("began", "elected", "ended"):
        return tells if group.frame in ("past", "perfect") else None
    if group.frame == "going_on":
        return "names"
    if tells == "served" or taken.gone:
        return "held" if taken.gone else "served"
    if group.frame == "present":
        return "will_begin" if taken.coming else "holds"
    if group.frame == "perfect":
        return "holds" if times.since and not times.until else "served"
    return "held"


def _leading(page: Page, subject: int, sentence: Span) -> tuple[Span | None, Held]:
    """The time that opens the sentence of a subject (`In 2020, Quill`, `Last week she`), and where it stands."""
    words = page.layout.words
    times = page.times_in(Span(sentence.start, words[subject].start))
    if len(times) != 1 or times[0].type not in ("DATE", "TIME"):
        return None, Held()
    first, end = page.word_at(times[0].span.start), page.word_at(times[0].span.end)
    opening = words[page.word_at(sentence.start) : first]
    between = words[end:subject]
    titled = any(title.span.start <= word.start < title.span.end for title in page.chains.titles for word in between)
    if (
        len(opening) > 1
        or (opening and lower(opening[0]) not in ("in", "on"))
        or (between and between[0].text != "," and not titled)
    ):
        return None, Held()
    if len(between) > 1 and not titled:
        return None, Held()
    return times[0].span, Held(during=times[0].id)


def _given(page: Page, at: int) -> Iterator[Draft]:
    """`appointed Ada Quill police chief`, `named her as its director`: whoever is named after the verb has the office."""
    words = page.layout.words
    before = [lower(word) for word in words[max(0, at - 4) : at]]
    if not office_words("barring").isdisjoint(before) or not {"was", "were", "been", "be", "being", "is", "a", "the"}.isdisjoint(
        before[-1:]
    ):
        return
    sentence = page.layout.sentence_at(words[at].start).end
    whom = page.starting.get(words[at + 1].start) if at + 1 < len(words) else None
    if whom is None or page.types[whom[1]] != "person":
        return
    after = page.word_at(whom[0].end)
    after += after < len(words) and lower(words[after]) in ("as", "to")
    after += after < len(words) and lower(words[after]) in ("its", "their")
    giver = body_before(page, at - (lower(words[at - 1]) in office_words("perfect")) if at else 0)
    for taken in roles_at(page, after, sentence, giver if page.types.get(giver) == "organization" else ""):
        if taken.end - after <= LONGEST_COMPLEMENT // 2:
            yield _draft(page, at, whom[1], taken, "began", times_after(page, taken.end, sentence)[0])
