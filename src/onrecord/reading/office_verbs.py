"""Offices told by verbs: `was elected mayor in 2020`, `has served on the council since 2019`, `resigned`, `will leave`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.core.readings import Tells
from onrecord.core.spans import Span
from onrecord.knowledge.offices import Form, OfficeVerb, office_forms, office_verbs, office_words
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower
from onrecord.reading.office_drafts import Complement, Draft, Page, complement_of, described_body, member_of
from onrecord.reading.office_times import Held, is_verb, times_after
from onrecord.reading.posts import district_at, district_in
from onrecord.reading.role_phrases import role_phrases

Frame = Literal["past", "present", "perfect", "future", "going_on"]

LONGEST_APPOSITION = 16
"""Words between a name and its verb that an apposition in commas may have."""

LONGEST_COMPLEMENT = 12
"""Words after a verb in which its role is looked for."""

_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "our"))
_HYPOTHETICAL = frozenset(("if", "unless", "whether", "until", "once", "when", "should", "would", "that", "before"))


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb with its auxiliaries over `words[first:end]`, and its frame; `reduced` for a participle alone (`elected in 2016`)."""

    verb: OfficeVerb
    frame: Frame
    first: int
    end: int
    reduced: bool


@dataclass(frozen=True, slots=True)
class _Taken:
    """What follows a verb: a role ("" for none that is named) with what it is of, up to an index."""

    role: str
    family: str
    complement: Complement
    end: int
    gone: bool = False
    coming: bool = False


def verb_drafts(page: Page) -> Iterator[Draft]:
    """The offices that verbs of the page tell of, in order; those in quotation marks are left to whoever said them."""
    words = page.layout.words
    for at, word in enumerate(words):
        for verb, form in office_verbs().get(lower(word), ()):
            group = None if page.quotes(word.start) else _group(page, at, verb, form)
            subject = _subject(page, group) if group else None
            if group is not None and subject is not None:
                yield from _drafts(page, group, *subject)
        if lower(word) in office_words("giving") and not page.quotes(word.start):
            yield from _given(page, at)


def _group(page: Page, at: int, verb: OfficeVerb, form: Form) -> _Group | None:
    """The verb's group at an index, where its auxiliaries leave no doubt that it is so."""
    words = page.layout.words
    end = at + 1
    if verb.particle:
        if end >= len(words) or lower(words[end]) != verb.particle:
            return None
        end += 1
    sentence = page.layout.sentence_at(words[at].start).start
    first = at
    before: list[str] = []
    while first and words[first - 1].start >= sentence and _in_group(lower(words[first - 1])):
        first -= 1
        if lower(words[first]) not in office_words("beside"):
            before.append(lower(words[first]))
    frame = _frame(verb, form, before)
    return None if frame is None else _Group(verb, frame, first, end, reduced=verb.passive and not before)


def _in_group(text: str) -> bool:
    """Whether a word before a verb is of its group: an auxiliary, an adverb, a negation."""
    auxiliary = text in office_words("perfect") or text in office_words("passive") or text in ("is", "will", "be", "'ll", "being")
    return auxiliary or text in office_words("beside") or (text in office_words("barring") and text not in _HYPOTHETICAL)


def _frame(verb: OfficeVerb, form: Form, before: list[str]) -> Frame | None:
    """When it is so, from the verb's form and its auxiliaries, the nearest first; None where it is not said to be."""
    if not office_words("barring").isdisjoint(before):
        return None
    future = "will" in before or "'ll" in before
    if verb.passive:
        return _passive_frame(form, before, future)
    if future:
        return "future" if form in ("base", "ing") else None
    perfect = not office_words("perfect").isdisjoint(before)
    if form == "ing":
        if "is" in before:
            return "future" if verb.tells == "ended" else "present"
        return ("perfect" if perfect else None) if before else "going_on"
    if perfect:
        return "perfect" if form == "participle" or (form == "past" and verb.lemma != "be") else None
    if before:
        return None
    return {"past": "past", "third": "present"}.get(form)  # type: ignore[return-value]


def _passive_frame(form: Form, before: list[str], future: bool) -> Frame | None:
    if form != "participle":
        return None
    if future:
        return "future" if "be" in before else None
    return "past" if not before or not office_words("passive").isdisjoint(before) else None


def _subject(page: Page, group: _Group) -> tuple[str, int] | None:
    """The person's chain that is the subject of a group, and the index where its mention begins."""
    words = page.layout.words
    before = group.first - 1
    sentence = page.layout.sentence_at(words[group.first].start).start
    if before < 0 or words[before].start < sentence:
        return None
    if words[before].text == ",":
        found = page.ending.get(words[before - 1].end) if before else None
        if not group.reduced and group.frame != "going_on" and not (found and _closes(page, found[0], sentence)):
            found = page.ending.get(_before_apposition(page, before, sentence))
    else:
        found = None if group.reduced else page.ending.get(words[before].end) or page.ending.get(_before_bracket(words, before))
    if found is None and group.frame == "going_on":
        found = _only_one(page, Span(sentence, words[group.first].start))
    if found is None or found[0].start < sentence:
        return None
    start = page.word_at(found[0].start)
    return None if _is_hypothetical(page, start, sentence) else (found[1], start)


def _closes(page: Page, name: Span, sentence: int) -> bool:
    """Whether a name with a comma after it is itself an apposition: `another member, Ben Hale, resigned`."""
    first = page.word_at(name.start)
    titles = (title.span.start for title in page.chains.titles if title.span.end <= name.start <= title.span.end + 1)
    start = page.word_at(min(titles, default=name.start))
    return bool(min(first, start)) and page.layout.words[start - 1].text == "," and page.layout.words[start - 1].start > sentence


def _only_one(page: Page, span: Span) -> tuple[Span, str] | None:
    """The first mention of the only person in a stretch of a sentence, or None."""
    found = {chain for chain in page.chains.mentioned_in(span) if page.types[chain] == "person"}
    mentions = [mention for mention in page.ending.values() if mention[0].within(span)]
    return min(mentions) if len(found) == 1 else None


def _before_apposition(page: Page, comma: int, sentence: int) -> int:
    """Where a name must end that stands before an apposition which ends in a comma; -1 for no such."""
    words = page.layout.words
    at = comma - 1
    while at > 0 and comma - at <= LONGEST_APPOSITION and words[at].start >= sentence:
        if words[at].text == "," and words[at - 1].end in page.ending:
            inside = [mention for end, mention in page.ending.items() if words[at].end < end < words[comma].start]
            return words[at - 1].end if len(inside) <= 1 else -1
        at -= 1
    return -1


def _before_bracket(words: tuple[Word, ...], last: int) -> int:
    """Where a name must end before a bracket that closes at an index: `Quill (D-Ohio) was`."""
    if words[last].text != ")":
        return -1
    at = last
    while at > 0 and last - at < LONGEST_COMPLEMENT and words[at].text != "(":
        at -= 1
    return words[at - 1].end if at and words[at].text == "(" else -1


def _is_hypothetical(page: Page, subject: int, sentence: int) -> bool:
    """Whether the clause of a subject is one of condition or wish: `if Quill was elected`, `the day that she became`."""
    words = page.layout.words
    at = subject
    before = [lower(word) for word in words[max(0, at - 3) : at] if word.start >= sentence]
    return any(text in ("if", "unless", "whether", "until", "once", "when", "before") for text in before)


def _drafts(page: Page, group: _Group, person: str, subject: int) -> Iterator[Draft]:
    taken, between = _taken(page, group)
    sentence = page.layout.sentence_at(page.layout.words[group.first].start)
    for one in taken:
        for number, times in enumerate(between or times_after(page, one.end, sentence.end)):
            lead: Span | None = None
            if not (times.since or times.until or times.during):
                lead, times = _leading(page, subject, sentence)
            tells = _tells(group, one, times)
            if tells is not None:
                yield _draft(page, group.first, person, one, tells, times, lead, again=number > 0)


def _draft(
    page: Page, first: int, person: str, taken: _Taken, tells: Tells, times: Held, lead: Span | None = None, *, again: bool = False
) -> Draft:
    """The draft of what a verb tells; the times that follow belong to its words, those of `again` stand apart."""
    words = page.layout.words
    end = words[taken.end - 1].end
    own = Span(words[first].start, end if again else max(end, times.end))
    spans = (*((lead,) if lead else ()), own, *((Span(times.start, times.end),) if again else ()))
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


def _tells(group: _Group, taken: _Taken, times: Held) -> Tells | None:
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


def _taken(page: Page, group: _Group) -> tuple[list[_Taken], tuple[Held, ...]]:
    """What follows a verb of what it may take; and the times between the verb and that."""
    words = page.layout.words
    takes = group.verb.takes
    sentence = page.layout.sentence_at(words[group.first].start).end
    at, held = _past_times(page, group.end, sentence)
    at = _past_adverbs(words, at)
    text = lower(words[at]) if at < len(words) and words[at].start < sentence else ""
    found: list[_Taken] = []
    if "post" in takes:
        found = _post(page, at, sentence)
    elif text == "as" and "as" in takes:
        found = _roles(page, at + 1, sentence)
    elif text in ("to", "on", "in", "with", "from") and (
        ("to" in takes and text == "to") or ("from" in takes and text == "from") or ("on" in takes and text in ("on", "in", "with"))
    ):
        found = _seat(page, at + 1, sentence)
    elif "role" in takes:
        found = _roles(page, at, sentence)
    if not found and "seat" in takes:
        found = _seat(page, at, sentence)
    if not found and "office" in takes and text == "office":
        found = [_Taken("", "", Complement("", ""), at + 1)]
    if "body" in takes and (body := _led(page, at, sentence)):
        found = [body]
    timed = "timed" in takes and group.frame == "future" and bool(times_after(page, group.end, sentence)[0].during)
    if not found and timed:
        found = [_Taken("", "", Complement("", ""), group.end)]
    if not found and "alone" in takes and _ends_clause(words, at, sentence):
        found = [_Taken("", "", Complement("", ""), group.end)]
    return found, held


def _led(page: Page, at: int, sentence: int) -> _Taken | None:
    """The body that somebody chairs, by its name or with a word that tells which one it is."""
    words = page.layout.words
    last = min(at + LONGEST_COMPLEMENT, page.word_at(sentence))
    first = at + (at < last and lower(words[at]) in _ARTICLES)
    for end in range(min(first + 6, last), first, -1):
        for start in (first, at):
            chain = page.chains.at.get(Span(words[start].start, words[end - 1].end), "")
            if chain and page.types[chain] == "organization":
                return _Taken("chair", "chair", Complement(chain, ""), end)
    body = described_body(words, at, last)
    return _Taken("chair", "chair", Complement("", body), at + 1 + len(body.split())) if body else None


def _past_times(page: Page, at: int, sentence: int) -> tuple[int, tuple[Held, ...]]:
    """The index after the times that stand between a verb and what it takes: `served three years as`, `resigned last week as`."""
    words = page.layout.words
    held: tuple[Held, ...] = ()
    while at < len(words):
        skip = at + 1 if lower(words[at]) in ("in", "on", "for", "nearly", "about", "almost") else at
        here = page.times_in(Span(words[skip].start, words[skip].start + 1)) if skip < len(words) else []
        if not here or words[skip].start >= sentence:
            break
        end = page.word_at(here[0].span.end)
        if end < len(words) and lower(words[end]) not in ("as", "to", "from", "on", "with"):
            break
        held = (Held(during=here[0].id),)
        at = end
    return at, held


def _past_adverbs(words: tuple[Word, ...], at: int) -> int:
    while at < len(words) and lower(words[at]) in office_words("beside"):
        at += 1
    return at


def _roles(page: Page, at: int, sentence: int) -> list[_Taken]:
    words = page.layout.words
    last = at
    stop = min(
        (time.span.start for time in page.times_in(Span(words[at].start if at < len(words) else sentence, sentence))),
        default=sentence,
    )
    while last < len(words) and words[last].start < stop and last - at < LONGEST_COMPLEMENT and _goes_on(words, last):
        last += 1
    phrases = role_phrases(words, at, last)
    if not phrases or is_verb(lower(words[at])) or lower(words[at]) in office_words("barring"):
        return []
    found = []
    for number, phrase in enumerate(phrases):
        end = phrases[number + 1].last if phrase.shared and number + 1 < len(phrases) else phrase.last
        complement = complement_of(page, phrase, end)
        if _suffices(page, phrase.standing, complement):
            found.append(_Taken(phrase.role, phrase.family, complement, phrase.head, phrase.gone, phrase.coming))
    return found


def _goes_on(words: tuple[Word, ...], at: int) -> bool:
    text = words[at].text
    if text == ",":
        return False
    return (text in ("&", "-", "'s", "’s") or text[0].isalnum()) and lower(words[at]) not in (
        "said",
        "says",
        "who",
        "that",
        "which",
        "is",
        "was",
        "has",
        "had",
        "will",
        "but",
        "when",
        "while",
        "after",
        "before",
        "because",
        "if",
    )


def _suffices(page: Page, standing: str, complement: Complement) -> bool:
    if standing == "alone":
        return True
    if standing == "at":
        return page.types.get(complement.organization) == "organization"
    return complement.given


def _seat(page: Page, at: int, sentence: int) -> list[_Taken]:
    """A body or a noun for an office: `to the Osterby City Council`, `the council presidency`, `from Congress`."""
    words = page.layout.words
    first = at
    while at < len(words) and lower(words[at]) in _ARTICLES:
        at += 1
    for end in range(min(at + 6, len(words)), at, -1):
        if words[end - 1].start >= sentence:
            continue
        span = Span(words[at].start, words[end - 1].end)
        text = " ".join(lower(word) for word in words[at:end])
        noun = next((role for form, role in office_forms("noun").items() if text == form or text.endswith(" " + form)), "")
        if noun and (at > first or end - at > 1):
            return [_Taken(noun, "", _body_in(page, span), end)]
        chain = page.chains.at.get(span, "") or page.chains.at.get(Span(words[first].start, span.end), "")
        if chain and page.types[chain] == "organization" and (role := member_of(page, chain)):
            return [_Taken(role, "", Complement(chain, district_in(page.layout.text, span)), end)]
        body = described_body(words, first, end) if lower(words[end - 1]) in ("board", "commission") else ""
        if body and end == first + 1 + len(body.split()):
            return [_Taken(office_forms("body")[lower(words[end - 1])], "", Complement("", body), end)]
        if text in office_forms("body") and (at > first or words[at].capitalized):
            return [_Taken(office_forms("body")[text], "", Complement("", ""), end)]
    return []


def _body_in(page: Page, span: Span) -> Complement:
    inside = [chain for chain in page.chains.mentioned_in(span) if page.types[chain] != "person"]
    return Complement(inside[0] if inside else "", district_in(page.layout.text, span))


def _post(page: Page, at: int, sentence: int) -> list[_Taken]:
    """The district or the place that somebody represents."""
    words = page.layout.words
    while at < len(words) and lower(words[at]) in _ARTICLES:
        at += 1
    if at >= len(words) or words[at].start >= sentence:
        return []
    found = district_at(page.layout.text, words[at].start, sentence)
    if found is None:
        return []
    return [_Taken("", "", Complement("", district_in(page.layout.text, found)), page.word_at(found.end))]


def _ends_clause(words: tuple[Word, ...], at: int, sentence: int) -> bool:
    """Whether nothing that a verb could take stands at an index."""
    if at >= len(words) or words[at].start >= sentence:
        return True
    return lower(words[at]) in (
        ",",
        ".",
        ";",
        "in",
        "on",
        "last",
        "after",
        "amid",
        "following",
        "and",
        "this",
        "over",
        "effective",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "earlier",
        "late",
        "early",
        "under",
        "when",
        "because",
    )


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
    for taken in _roles(page, after, sentence):
        if taken.end - after <= LONGEST_COMPLEMENT // 2:
            yield _draft(page, at, whom[1], taken, "began", times_after(page, taken.end, sentence)[0])
