"""What follows a verb that tells of an office: a role, a seat, a post, with what it is of."""

from dataclasses import dataclass

from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.offices import office_forms, office_words
from onrecord.reading.layout import Word
from onrecord.reading.naming import lower
from onrecord.reading.office_drafts import Complement, Page, complement_of, described_body, member_of, role_at_body
from onrecord.reading.office_times import Held, is_verb, times_after
from onrecord.reading.office_verb_groups import VerbGroup
from onrecord.reading.posts import district_at, district_in
from onrecord.reading.role_phrases import role_phrases

LONGEST_COMPLEMENT = 12
"""Words after a verb in which its role is looked for."""


_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "our"))


@dataclass(frozen=True, slots=True)
class Taken:
    """What follows a verb: a role ("" for none that is named) with what it is of, up to an index."""

    role: str
    family: str
    complement: Complement
    end: int
    gone: bool = False
    coming: bool = False


def taken_by(page: Page, group: VerbGroup) -> tuple[list[Taken], tuple[Held, ...]]:
    """What follows a verb of what it may take; and the times between the verb and that."""
    words = page.layout.words
    takes = group.verb.takes
    sentence = page.layout.sentence_at(words[group.first].start).end
    at, held = _past_times(page, group.end, sentence)
    at = _past_adverbs(words, at)
    text = lower(words[at]) if at < len(words) and words[at].start < sentence else ""
    found: list[Taken] = []
    if "post" in takes:
        found = _post(page, at, sentence)
    elif text == "as" and "as" in takes:
        found = roles_at(page, at + 1, sentence)
    elif text in ("to", "on", "in", "with", "from") and (
        ("to" in takes and text == "to") or ("from" in takes and text == "from") or ("on" in takes and text in ("on", "in", "with"))
    ):
        found = _seat(page, at + 1, sentence)
    elif "role" in takes:
        found = roles_at(page, at, sentence)
    if not found and "seat" in takes:
        found = _seat(page, at, sentence)
    if not found and "office" in takes and text == "office":
        found = [Taken("", "", Complement("", ""), at + 1)]
    if "body" in takes and (body := _led(page, at, sentence, "chair")):
        found = [body]
    if "headed" in takes and (body := _led(page, at, sentence, "head")) and _ends_led(words, body.end, sentence):
        found = [body]
    if "whom" in takes:
        found = _as_before(page, at, sentence)
    if "election" in takes:
        found = _won(page, at, sentence)
    timed = "timed" in takes and group.frame == "future" and bool(times_after(page, group.end, sentence)[0].during)
    if not found and timed:
        found = [Taken("", "", Complement("", ""), group.end)]
    if not found and "alone" in takes and _ends_clause(words, at, sentence):
        found = [Taken("", "", Complement("", ""), group.end)]
    return found, held


def _ends_led(words: tuple[Word, ...], at: int, sentence: int) -> bool:
    """Whether a body that somebody heads ends the clause, but for when: not `led the board in every poll`."""
    if at >= len(words) or words[at].start >= sentence or not words[at].text[0].isalnum():
        return True
    timed = lower(words[at]) in ("since", "from", "until", "through", "for", "during", "before", "and", "when")
    return timed or (lower(words[at]) == "in" and at + 1 < len(words) and words[at + 1].text.isdigit())


def _as_before(page: Page, at: int, sentence: int) -> list[Taken]:
    """The roles in which somebody follows another: `succeeded Ben Hale as mayor of Osterby`."""
    words = page.layout.words
    at += at < len(words) and lower(words[at]) in ("outgoing", "former", "the", "sen.", "rep.", "mayor")
    whom = page.starting.get(words[at].start) if at < len(words) and words[at].start < sentence else None
    if whom is None or page.types[whom[1]] != "person":
        return []
    after = page.word_at(whom[0].end)
    return roles_at(page, after + 1, sentence) if after < len(words) and lower(words[after]) == "as" else []


def _won(page: Page, at: int, sentence: int) -> list[Taken]:
    """The seat that somebody wins: `a seat on the Ferry Board`, `election to the House`, `re-election as mayor`."""
    words = page.layout.words
    at += at < len(words) and lower(words[at]) in ("a", "his", "her", "their")
    if at + 1 >= len(words) or words[at + 1].start >= sentence:
        return []
    noun, then = lower(words[at]), lower(words[at + 1])
    if noun in ("election", "re-election", "reelection") and then == "as":
        return roles_at(page, at + 2, sentence)
    to_it = then in ("on", "in") if noun == "seat" else then == "to" and noun in ("election", "re-election", "reelection")
    return _seat(page, at + 2, sentence) if to_it else []


def _led(page: Page, at: int, sentence: int, role: str) -> Taken | None:
    """The body that somebody chairs or heads, by its name or with a word that tells which one it is."""
    words = page.layout.words
    last = min(at + LONGEST_COMPLEMENT, page.word_at(sentence))
    first = at + (at < last and lower(words[at]) in _ARTICLES)
    for end in range(min(first + 6, last), first, -1):
        for start in (first, at):
            chain = page.chains.at.get(Span(words[start].start, words[end - 1].end), "")
            if chain and page.types[chain] == "organization":
                return Taken(role, role, Complement(chain, ""), end)
    body = described_body(words, at, last)
    return Taken(role, role, Complement("", body), at + 1 + len(body.split())) if body else None


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


def roles_at(page: Page, at: int, sentence: int, giver: str = "") -> list[Taken]:
    """The roles that begin at an index, up to the end of a sentence, each with what it is of, or else of the organization that
    gives it."""
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
        if giver and not complement.given and phrase.standing != "alone":
            complement = Complement(giver, "")
        if _suffices(page, phrase.standing, complement):
            role = role_at_body(page, phrase, complement.organization)
            found.append(Taken(role, phrase.family, complement, phrase.head, phrase.gone, phrase.coming))
    return found


def _goes_on(words: tuple[Word, ...], at: int) -> bool:
    text = words[at].text
    return (text in ("&", "-", "'s", "’s") or text[0].isalnum()) and lower(words[at]) not in name_words("ends_title")


def _suffices(page: Page, standing: str, complement: Complement) -> bool:
    if standing == "alone":
        return True
    if standing == "at":
        return page.types.get(complement.organization) == "organization"
    return complement.given


def _seat(page: Page, at: int, sentence: int) -> list[Taken]:
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
            return [Taken(noun, "", _body_in(page, span), end)]
        chain = page.chains.at.get(span, "") or page.chains.at.get(Span(words[first].start, span.end), "")
        if chain and page.types[chain] == "organization" and (role := member_of(page, chain)):
            return [Taken(role, "", Complement(chain, district_in(page.layout.text, span)), end)]
        body = described_body(words, first, end) if lower(words[end - 1]) in ("board", "commission") else ""
        if body and end == first + 1 + len(body.split()):
            return [Taken(office_forms("body")[lower(words[end - 1])], "", Complement("", body), end)]
        if text in office_forms("body") and (at > first or words[at].capitalized):
            return [Taken(office_forms("body")[text], "", Complement("", ""), end)]
    return []


def _body_in(page: Page, span: Span) -> Complement:
    inside = [chain for chain in page.chains.mentioned_in(span) if page.types[chain] != "person"]
    return Complement(inside[0] if inside else "", district_in(page.layout.text, span))


def _post(page: Page, at: int, sentence: int) -> list[Taken]:
    """The district or the place that somebody represents."""
    words = page.layout.words
    while at < len(words) and lower(words[at]) in _ARTICLES:
        at += 1
    if at >= len(words) or words[at].start >= sentence:
        return []
    found = district_at(page.layout.text, words[at].start, sentence)
    if found is None:
        return []
    return [Taken("", "", Complement("", district_in(page.layout.text, found)), page.word_at(found.end))]


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
