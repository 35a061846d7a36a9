"""Pronouns and nominals: which group of names they refer to, where the text lets a reader tell."""

from bisect import bisect_left
from dataclasses import dataclass, field
from math import log

from onrecord.core.readings import MentionForm
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import name_words, organization_nouns, pronouns
from onrecord.knowledge.people import Role
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.bodies import phrase_ends
from onrecord.reading.grouping import Group
from onrecord.reading.layout import Layout
from onrecord.reading.naming import lower, role_at
from onrecord.reading.quotations import find_quotations
from onrecord.reading.titles import FoundTitle

DECAY = (1.0, 0.65, 0.4, 0.25)
"""How much a mention counts, by the number of sentences that it stands back; further back it does not."""
TOO_CLOSE = 0.8
"""Where the second best comes this near to the best, the reference is open."""
EARLIER_PARAGRAPH = 0.6
"""How much less a mention in an earlier paragraph counts, unless the pronoun stands in the first sentence of its own."""
LEAST = 0.5
"""A candidate must reach this: a mention that is no subject, in the sentence before."""
LONGEST_NOMINAL = 6

SPEAKS, SUBJECT, OWNS, OTHER = 3.0, 2.2, 1.2, 1.0
VAGUE_FAMILIES = frozenset(["official", "relative", "associate", "politician", "man", "woman", "resident", "-"])


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or nominal that refers to a group's person or organization."""

    span: Span
    form: MentionForm
    group: Group


@dataclass(slots=True)
class _Walk:
    """The way through the text: where each group was mentioned, with what weight; groups by words of names and roles."""

    layout: Layout
    quoted: tuple[Span, ...]
    seen: dict[int, list[tuple[int, float, Span]]] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    order: list[tuple[int, int]] = field(default_factory=list)
    by_word: dict[str, list[Group]] = field(default_factory=dict)

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_left(self.layout.sentences, Span(offset + 1, 0)) - 1)

    def quotation(self, offset: int) -> Span | None:
        """The quotation around an offset."""
        at = bisect_left(self.quoted, Span(offset + 1, 0)) - 1
        return self.quoted[at] if at >= 0 and self.quoted[at].end > offset else None

    def mention(self, group: Group, span: Span, weight: float) -> None:
        """Note that the group was mentioned."""
        if id(group) not in self.groups:
            self.groups[id(group)] = group
            for word in sorted(group.families | {word for form in group.forms for word in form.split()}):
                self.by_word.setdefault(word, []).append(group)
        sentence = self.sentence(span.start)
        self.seen.setdefault(id(group), []).append((sentence, weight, span))
        self.order.append((sentence, id(group)))

    def recent(self, here: int) -> list[int]:
        """The keys of the groups mentioned within reach of a sentence, the last one first."""
        found: dict[int, None] = {}
        for sentence, key in reversed(self.order):
            if here - sentence >= len(DECAY):
                break
            found[key] = None
        return list(found)


Open = list[tuple[Span, list[Group]]]


def references(layout: Layout, groups: list[Group], titles: tuple[FoundTitle, ...]) -> tuple[list[Reference], Open]:
    """The pronouns and nominals with the group that each refers to, and those that fit several equally."""
    walk = _Walk(layout, tuple(quotation.span for quotation in find_quotations(layout)))
    names = sorted((span, group) for group in _keyed(groups) for span in group.group.spans)
    starts = {span.start: (span, keyed.group) for span, keyed in names}
    apposed = {title.span.start for title in titles}
    resolved: list[Reference] = []
    undecided: Open = []
    skip = -1
    for at, word in enumerate(layout.words):
        if word.start < skip:
            continue
        if word.start in starts:
            span, group = starts[word.start]
            walk.mention(group, span, _weight(walk, at, span))
            skip = span.end
            continue
        found = _reference(walk, at, apposed)
        if found is None:
            continue
        span, form, fitting = found
        if len(fitting) == 1:
            resolved.append(Reference(span, form, fitting[0]))
            walk.mention(fitting[0], span, _weight(walk, at, span))
            skip = span.end
        elif fitting:
            undecided.append((span, fitting))
    return resolved, undecided


@dataclass(frozen=True, slots=True, order=True)
class _Keyed:
    """A group in the order of its first name."""

    first: Span
    number: int
    group: Group = field(compare=False)


def _keyed(groups: list[Group]) -> list[_Keyed]:
    return [_Keyed(group.spans[0], number, group) for number, group in enumerate(groups)]


def _reference(walk: _Walk, at: int, apposed: set[int]) -> tuple[Span, MentionForm, list[Group]] | None:
    word = walk.layout.words[at]
    text = lower(word)
    if text in pronouns():
        gender, case = pronouns()[text]
        fitting = _relative(walk, at) if case == "relative" else _pronoun(walk, at, gender)
        return word.span, "pronoun", fitting
    if text in ("the", "this", "that"):
        return _nominal(walk, at, apposed)
    return None


def _relative(walk: _Walk, at: int) -> list[Group]:
    """The person named right before `who`."""
    words = walk.layout.words
    before = at - 1
    if before >= 0 and words[before].text == ",":
        before -= 1
    if before < 0:
        return []
    end = words[before].end
    recent = walk.recent(walk.sentence(words[at].start))
    return [walk.groups[key] for key in recent if walk.seen[key][-1][2].end == end and walk.groups[key].type == "person"]


def _pronoun(walk: _Walk, at: int, gender: str) -> list[Group]:
    word = walk.layout.words[at]
    inside = walk.quotation(word.start)
    here = walk.sentence(word.start)
    scored: list[tuple[float, int, Group]] = []
    for order, key in enumerate(walk.recent(here)):
        group, events = walk.groups[key], walk.seen[key]
        if group.type != "person" or group.gender not in ("u", gender):
            continue
        score = _score(walk, events, here, inside, word.start)
        if score:
            known = 1.0 if group.gender == gender else 0.75
            scored.append(((score + 0.1 * log(1 + len(events))) * known, -order, group))
    fitting = _best(scored)
    if len(fitting) == 1 and fitting[0].gender == "u" and len(scored) == 1:
        fitting[0].gender = "m" if gender == "m" else "f"
    return fitting


def _score(walk: _Walk, events: list[tuple[int, float, Span]], here: int, inside: Span | None, at: int) -> float:
    best = 0.0
    paragraph = walk.layout.paragraph_at(at).start
    opens = walk.layout.sentences[here].start == paragraph
    for sentence, weight, span in reversed(events):
        back = here - sentence
        if back >= len(DECAY):
            break
        around = walk.quotation(span.start)
        if inside is not None and around != inside:
            continue
        if inside is None and around is not None:
            weight *= 0.3
        if span.start < paragraph and not opens:
            weight *= EARLIER_PARAGRAPH
        best = max(best, weight * DECAY[back])
    return best


def _best(scored: list[tuple[float, int, Group]]) -> list[Group]:
    scored.sort(key=lambda entry: entry[:2], reverse=True)
    if not scored or scored[0][0] < LEAST:
        return []
    least = scored[0][0] * TOO_CLOSE
    return [group for score, _, group in scored if score >= least]


def _nominal(walk: _Walk, at: int, apposed: set[int]) -> tuple[Span, MentionForm, list[Group]] | None:
    """`the councilman`, `the former senator`, `the city council`: a noun phrase of which the last word is known."""
    words = walk.layout.words
    last = min(len(words), at + LONGEST_NOMINAL)
    for end in range(at + 1, last):
        if not words[end].text[0].isalpha() or words[end].start in apposed:
            return None
        found = role_at(words, end, last)
        if found is not None and phrase_ends(words, found[1]):
            return _person_nominal(walk, at, end, found[1], found[0])
        if lower(words[end]) in organization_nouns() and phrase_ends(words, end + 1):
            return _body_nominal(walk, at, end)
        if _breaks_off(lower(words[end])):
            return None
    return None


def _breaks_off(text: str) -> bool:
    """Whether a word cannot stand between `the` and its noun."""
    return text in name_words("opening") and text not in name_words("lead_in") and text not in name_words("former")


def _person_nominal(walk: _Walk, at: int, head: int, end: int, role: Role) -> tuple[Span, MentionForm, list[Group]] | None:
    words = walk.layout.words
    if role.family in VAGUE_FAMILIES:
        return None
    span = Span(words[at].start, words[end - 1].end)
    between = [lower(word) for word in words[at + 1 : head]]
    if not name_words("successor").isdisjoint(between):
        return span, "nominal", []
    fitting = [
        group
        for group in walk.by_word.get(role.family, ())
        if group.type == "person" and role.family in group.families and (role.gender in ("u", group.gender) or group.gender == "u")
    ]
    qualified = [group for group in fitting if any(_qualifies(word, group) for word in between)]
    if fitting and (qualified or not any(word in organization_nouns() for word in between)):
        return span, "nominal", _last_mentioned(walk, qualified or fitting)
    reports = (end < len(words) and lower(words[end]) in reporting_verbs()) or lower(words[at - 1]) in reporting_verbs()
    return span, "nominal", _only_one_here(walk, at, role, fitting) if reports else []


def _qualifies(word: str, group: Group) -> bool:
    """Whether a word before the role is of the person's titles, or stands for the body in them (`union` for `Local 88`)."""
    return word in group.titled or not organization_nouns().get(word, frozenset()).isdisjoint(group.titled)


def _only_one_here(walk: _Walk, at: int, role: Role, others: list[Group]) -> list[Group]:
    """The one person of whom the paragraph has spoken, where nobody in the text but the others was given the role."""
    word = walk.layout.words[at]
    start = walk.layout.paragraph_at(word.start).start
    here = [
        walk.groups[key]
        for key in walk.recent(walk.sentence(word.start))
        if walk.groups[key].type == "person"
        and walk.groups[key] not in others
        and any(span.start >= start and walk.quotation(span.start) is None for _, _, span in walk.seen[key])
    ]
    fits = len(here) == 1 and ("u" in (here[0].gender, role.gender) or here[0].gender == role.gender)
    fits = fits and any(start <= span.start < word.start for span in here[0].fulls)
    return here if fits else []


def _body_nominal(walk: _Walk, at: int, end: int) -> tuple[Span, MentionForm, list[Group]] | None:
    words = walk.layout.words
    span = Span(words[at].start, words[end].end)
    fits = organization_nouns()[lower(words[end])]
    between = {lower(word) for word in words[at + 1 : end]} - name_words("lead_in") | (
        {lower(word) for word in words[at + 1 : end]} & {"city", "county", "state", "police", "fire", "party", "union"}
    )
    fitting = [
        group
        for group in dict.fromkeys(group for word in sorted(fits) for group in walk.by_word.get(word, ()))
        if group.type == "organization"
        and any(not fits.isdisjoint(form.split()) and between <= set(form.split()) for form in group.forms)
    ]
    return span, "nominal", _last_mentioned(walk, fitting)


def _last_mentioned(walk: _Walk, fitting: list[Group]) -> list[Group]:
    """The one of the groups that was mentioned last; all that were in that sentence, unless one is its subject."""
    if len(fitting) < 2:
        return fitting
    last = max(walk.seen[id(group)][-1][0] for group in fitting)
    there = [group for group in fitting if walk.seen[id(group)][-1][0] == last]
    if len(there) == 1:
        return there
    weights = [max(weight for sentence, weight, _ in walk.seen[id(group)] if sentence == last) for group in there]
    best = max(weights)
    return [group for group, weight in zip(there, weights, strict=True) if weight >= best * TOO_CLOSE]


def _weight(walk: _Walk, at: int, span: Span) -> float:
    """How prominent a mention is: who speaks, the subject of a clause, an owner, anything else."""
    words = walk.layout.words
    first = at
    last = at
    while last < len(words) and words[last].start < span.end:
        last += 1
    before = lower(words[first - 1]) if first else ""
    after = lower(words[last]) if last < len(words) else ""
    if after in ("said", "says", "told", "added") or before in ("said", "says", "added"):
        return SPEAKS
    if after in ("'s", "’s") or after == "'" or lower(words[at]) in ("his", "her"):
        return OWNS
    if after in reporting_verbs() and before not in phrase_words("within"):
        return SPEAKS
    if before in phrase_words("within") or before in ("to", "by", "about", "against", "and", "than"):
        return OTHER
    if (
        (_opens(walk, at, span) and (after[:1].isalpha() or after in (",", "(")))
        or after in name_words("person_verb")
        or after in phrase_words("verb")
        or (after.endswith("ed") and len(after) > 4)
    ):
        return SUBJECT
    return SUBJECT if pronouns().get(lower(words[at]), ("", ""))[1] == "subject" else OTHER


def _opens(walk: _Walk, at: int, span: Span) -> bool:
    """Whether the sentence begins with the mention, or with a title before it."""
    words = walk.layout.words
    start = walk.layout.sentence_at(span.start).start
    first = at
    while first and words[first - 1].start >= start:
        first -= 1
        if not words[first].capitalized and lower(words[first]) not in ("the", "of", "for"):
            return False
    return True
