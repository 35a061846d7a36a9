"""Office mentions while they are being read, and the page that they are read from."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.core.names import fold
from onrecord.core.readings import Mention, Tells, Time
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words, organization_nouns
from onrecord.knowledge.offices import office_forms, office_words
from onrecord.reading.chains import Chains
from onrecord.reading.layout import Layout, Word
from onrecord.reading.naming import lower
from onrecord.reading.posts import district_in, full_place
from onrecord.reading.role_phrases import RolePhrase

LONGEST_BODY = 6
"""Words of a body that is described or whose name is not known."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An office mention before the others of its text have filled in what it leaves out; `role` is "" for a bare `resigned`."""

    person: str
    spans: tuple[Span, ...]
    role: str
    family: str
    organization: str
    post: str
    tells: Tells
    since: str = ""
    until: str = ""
    during: str = ""
    courtesy: bool = False


@dataclass(frozen=True)
class Page:
    """A text with its chains and times, and where quotation marks stand."""

    layout: Layout
    chains: Chains
    times: Sequence[Time]
    quoted: Sequence[Span]

    @cached_property
    def types(self) -> Mapping[str, str]:
        """Chain → its type."""
        return {chain.id: chain.type for chain in self.chains.chains}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Chain → its name."""
        return {chain.id: chain.name for chain in self.chains.chains}

    @cached_property
    def ending(self) -> Mapping[int, tuple[Span, str]]:
        """Where a mention of a person ends → the mention and its chain."""
        persons = (mention for mention in self.chains.mentions if self.types[mention.chain] == "person")
        return {mention.span.end: (mention.span, mention.chain) for mention in persons}

    @cached_property
    def starting(self) -> Mapping[int, tuple[Span, str]]:
        """Where a mention starts → the mention and its chain."""
        return {mention.span.start: (mention.span, mention.chain) for mention in self.chains.mentions}

    @cached_property
    def lengths(self) -> frozenset[str]:
        """The ids of the times that are durations."""
        return frozenset(time.id for time in self.times if time.type == "DURATION")

    @cached_property
    def name_spans(self) -> Mapping[str, tuple[Span, ...]]:
        """Person's chain → the spans of its names, in order."""
        found: dict[str, list[Span]] = {}
        for mention in self.chains.mentions:
            if mention.form == "name" and self.types[mention.chain] == "person":
                found.setdefault(mention.chain, []).append(mention.span)
        return {chain: tuple(spans) for chain, spans in found.items()}

    def quotes(self, offset: int) -> bool:
        """Whether somebody's quoted words stand at the offset."""
        at = bisect_left(self.quoted, Span(offset + 1, 0)) - 1
        return at >= 0 and self.quoted[at].start <= offset < self.quoted[at].end

    def word_at(self, offset: int) -> int:
        """The index of the first word that begins at the offset or after it."""
        return bisect_left(self.layout.starts, offset)

    def times_in(self, span: Span) -> list[Time]:
        """The times that begin in the span."""
        first = bisect_left(self.times, span.start, key=lambda time: time.span.start)
        last = bisect_left(self.times, span.end, key=lambda time: time.span.start)
        return list(self.times[first:last])


@dataclass(frozen=True, slots=True)
class Complement:
    """What a role is of: an organization's or place's chain, and a post; `given` says whether anything was named at all."""

    organization: str
    post: str

    @property
    def given(self) -> bool:
        """Whether it names anything."""
        return bool(self.organization or self.post)


def complement_of(page: Page, phrase: RolePhrase, last: int = 0) -> Complement:
    """What the role of a phrase is of, in the words of the phrase up to `last` (its own end where not given).

    A party in a title is none; the place of a senator or representative is the post.
    """
    words = page.layout.words
    end = last or phrase.last
    post = ""
    if phrase.family in office_words("districted") | {"resident"}:
        post = district_in(page.layout.text, Span(words[phrase.first].start, words[end - 1].end))
    organization, place = _bodies(page, phrase, end)
    if phrase.family in office_words("seated"):
        state = full_place(page.names[place]) if place else ""
        return Complement(organization if _has_seats(page, organization) else "", ", ".join(filter(None, (state, post))))
    if phrase.family not in office_words("governing") | {"resident"}:
        place = ""
    if not (organization or place or post):
        possessor = _possessor(page, phrase.first)
        body = described_body(words, phrase.head, end) if phrase.standing == "of" and not possessor else ""
        return Complement(possessor, body)
    return Complement(organization or place, post)


def _has_seats(page: Page, chain: str) -> bool:
    words = fold(page.names[chain]).split() if chain else []
    return bool(words) and (member_of(page, chain) != "" or not office_words("parliament").isdisjoint(words))


def _bodies(page: Page, phrase: RolePhrase, end: int) -> tuple[str, str]:
    """The first organization and the first place in a phrase that are none of the role's own words nor only qualify a noun.

    A party before the role is none; neither is the place in `president of the Ohio firefighters union`.
    """
    words = page.layout.words
    span, role = Span(words[phrase.first].start, words[end - 1].end), Span(words[phrase.start].start, words[phrase.head - 1].end)
    organization = place = ""
    first = bisect_left(page.chains.mentions, span.start, key=lambda mention: mention.span.start)
    for mention in page.chains.mentions[first:]:
        if mention.span.start >= span.end:
            break
        own = mention.span.overlaps(role) or _qualifies_noun(page, mention.span, role, end) or _is_other_house(page, mention)
        if own or not mention.span.within(span):
            continue
        kind = page.types[mention.chain]
        party = fold(page.names[mention.chain]) in _parties() and mention.span.end <= role.end
        if kind == "organization" and not organization and not party:
            organization = mention.chain
        elif kind == "place" and not place:
            place = mention.chain
    return organization, place


def _qualifies_noun(page: Page, span: Span, role: Span, end: int) -> bool:
    """Whether a name after a role only qualifies a noun that follows it: `founder of a Facebook group`, `of France's new party`."""
    at = page.word_at(span.end)
    if span.start < role.end or at >= end:
        return False
    word = page.layout.words[at]
    if word.text in ("'s", "’s") or (word.capitalized and word.start == span.end + 1):
        return True
    return word.text.islower() and word.text.isalpha() and lower(word) not in name_words("opening") | name_words("modifying")


def _is_other_house(page: Page, mention: Mention) -> bool:
    """Whether `the House` was taken for the White House."""
    printed = fold(page.layout.text[slice(*mention.span)])
    return printed.split()[-1:] == ["house"] and "white" not in printed and "white house" in fold(page.names[mention.chain])


def _parties() -> frozenset[str]:
    return office_words("party") | frozenset(("gop", "republicans", "democrats", "republican", "democratic"))


def role_at_body(page: Page, phrase: RolePhrase, organization: str) -> str:
    """The role of a phrase; a member of a body whose members have a name of their own is that."""
    return (organization and phrase.role == "member" and member_of(page, organization)) or phrase.role


def member_of(page: Page, chain: str) -> str:
    """What a member of a body is called: of a council, a council member; "" where it has no such members."""
    name = fold(page.names[chain])
    known = office_forms("body")
    last = name.split()[-1] if name else ""
    return known.get(name, "" if last == "house" else known.get(last, ""))


def _possessor(page: Page, first: int) -> str:
    """The organization or place whose name stands with `'s`, or the point of an abbreviation, right before an index, or ""."""
    words = page.layout.words
    if first < 2 or words[first - 1].start < page.layout.sentence_at(words[first].start).start:
        return ""
    if words[first - 1].text == "." and words[first].text.islower():
        return body_before(page, first)
    return body_before(page, first - 1) if words[first - 1].text in ("'s", "’s") else ""


def body_before(page: Page, end: int) -> str:
    """The organization or place whose name ends right before an index, the point of an abbreviation aside, or ""."""
    words = page.layout.words
    end -= end > 1 and words[end - 1].text == "." and words[end - 2].end == words[end - 1].start
    for size in range(1, min(LONGEST_BODY, end) + 1):
        chain = page.chains.at.get(Span(words[end - size].start, words[end - 1].end), "")
        if chain and page.types[chain] != "person":
            return chain
    return ""


def described_body(words: Sequence[Word], at: int, last: int) -> str:
    """The body without a name that stands after `of the`, where a word tells which one it is: `ferry board`; else ""."""
    if at < last and lower(words[at]) in ("of", "for", "at"):
        at += 1
    if at >= last or lower(words[at]) not in ("the", "its", "a", "an", "their"):
        return ""
    at += 1
    for end in range(at, min(at + LONGEST_BODY, last)):
        joins = end > at and lower(words[end]) in ("and", "&", "of")
        if not joins and (not words[end].text[0].isalpha() or lower(words[end]) in name_words("opening")):
            return ""
        if lower(words[end]) in organization_nouns() and (end + 1 >= last or lower(words[end + 1]) not in organization_nouns()):
            vague = office_words("plain") | name_words("kind")
            exact = any(lower(word) not in vague for word in words[at:end])
            return " ".join(word.text for word in words[at : end + 1]) if exact else ""
    return ""
