"""Pronouns and nominals: which group of names they refer to, where the text lets a reader tell."""

from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.core.readings import MentionForm
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import pronouns
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.antecedents import Candidate, candidates
from onrecord.reading.belonging import Belonging
from onrecord.reading.grouping import Group
from onrecord.reading.layout import Layout
from onrecord.reading.naming import lower
from onrecord.reading.nobody import nobody_goes_on, pass_by
from onrecord.reading.nominals import TOO_CLOSE, nominal
from onrecord.reading.pronoun_cases import leads_report, reports
from onrecord.reading.quotations import find_quotations
from onrecord.reading.same_speaker import goes_on, of_itself
from onrecord.reading.titles import FoundTitle
from onrecord.reading.walk import NOBODY_REPORTED, SUBJECT, Walk, weight_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or nominal that refers to a group's person or organization."""

    span: Span
    form: MentionForm
    group: Group


Choose = Callable[[Walk, int, str, list[Candidate]], list[Group]]
"""Picks whom the pronoun at an index means, given its gender and the candidates."""

BODIES = frozenset(["it", "which"])
DETERMINERS = frozenset(["the", "this", "that"])
"""What may refer to somebody beside pronouns of persons: a body's pronoun, and what a nominal begins with."""

POSSESSIVES = frozenset(["his", "her"])

Open = list[tuple[Span, list[Group]]]


def references(layout: Layout, groups: list[Group], titles: tuple[FoundTitle, ...], choose: Choose) -> tuple[list[Reference], Open]:
    """The pronouns and nominals with the group that each refers to, and those that fit several equally."""
    names = sorted((span, group) for group in _keyed(groups) for span in group.group.spans)
    named = tuple((span, keyed.group) for span, keyed in names)
    walk = Walk(layout, tuple(quotation.span for quotation in find_quotations(layout)), named)
    starts = {span.start: (span, group) for span, group in named}
    apposed = {title.span.start for title in titles}
    titled = {word.start for title in titles for word in layout.words_in(title.span)}
    belonging = Belonging(layout, starts)
    resolved: list[Reference] = []
    undecided: Open = []
    referring = pronouns().keys() | BODIES | DETERMINERS
    skip = -1
    for at, word in enumerate(layout.words):
        if word.start < skip:
            continue
        if word.start in starts:
            span, group = starts[word.start]
            walk.mention(group, span, weight_of(layout, at, span), named=True)
            skip = span.end
            if (after := _after_possessive(layout, at, span)) and group.type == "person":
                belonging.after(group, after)
            continue
        found = _reference(walk, at, apposed, choose) if lower(word) in referring else None
        if found is None:
            if word.start not in titled:
                pass_by(walk, at)
            continue
        span, form, fitting = found
        if len(fitting) == 1:
            resolved.append(Reference(span, form, fitting[0]))
            walk.mention(fitting[0], span, weight_of(layout, at, span))
            skip = span.end
            if lower(word) in POSSESSIVES and (owned := belonging.after(fitting[0], at + 1)) is not None:
                whole = Span(span.start, owned[0].end)
                resolved.append(Reference(whole, "nominal", owned[1]))
                walk.mention(owned[1], whole, weight_of(layout, at, whole))
                skip = whole.end
        elif fitting:
            undecided.append((span, fitting))
    return resolved, undecided


def _after_possessive(layout: Layout, at: int, span: Span) -> int:
    """The index after the `'s` behind a name whose words begin at an index; 0 where none follows."""
    words = layout.words
    while at < len(words) and words[at].start < span.end:
        at += 1
    return at + 1 if at < len(words) and lower(words[at]) in ("'s", "'") and words[at].start == span.end else 0


@dataclass(frozen=True, slots=True, order=True)
class _Keyed:
    """A group in the order of its first name."""

    first: Span
    number: int
    group: Group = field(compare=False)


def _keyed(groups: list[Group]) -> list[_Keyed]:
    return [_Keyed(group.spans[0], number, group) for number, group in enumerate(groups)]


def _reference(walk: Walk, at: int, apposed: set[int], choose: Choose) -> tuple[Span, MentionForm, list[Group]] | None:
    word = walk.layout.words[at]
    text = lower(word)
    if text in pronouns():
        gender, case = pronouns()[text]
        fitting = _relative(walk, at) if case == "relative" else _pronoun(walk, at, gender, choose)
        return word.span, "pronoun", fitting
    if text == "which":
        return (word.span, "pronoun", _body_told_of(walk, at)) if _reports(walk, at) else None
    if text in BODIES:
        return (word.span, "pronoun", _body_before(walk, at)) if _reports(walk, at) else None
    if text in DETERMINERS:
        found = nominal(walk, at, apposed)
        return (found[0], "nominal", found[1]) if found is not None else None
    return None


def _reports(walk: Walk, at: int) -> bool:
    """Whether a report follows the pronoun, adverbs and auxiliaries between: `it also said`, `it has announced`."""
    following = list(walk.layout.words[at + 1 : at + 4])
    while following and (lower(following[0]) in phrase_words("adverb") or lower(following[0]) in ("has", "had")):
        following.pop(0)
    return bool(following) and lower(following[0]) in reporting_verbs()


def _body_before(walk: Walk, at: int) -> list[Group]:
    """The organization that the sentence or the one before is about: `it` is often nothing of the sort, so no other."""
    start = walk.layout.words[at].start
    recent = [walk.groups[key] for key in walk.recent(walk.sentence(start))]
    scored = [(walk.prominence(group, start), group) for group in recent if group.type == "organization"]
    best = max((score for score, _ in scored), default=0.0)
    return [group for score, group in scored if score >= best * TOO_CLOSE] if best >= SUBJECT * 0.5 else []


def _body_told_of(walk: Walk, at: int) -> list[Group]:
    """The organization named right before `, which`: `the Harbor Trust, which said`."""
    before = at - 1 - (at > 1 and walk.layout.words[at - 1].text in (",", ")"))
    end = walk.layout.words[max(0, before)].end
    recent = [walk.groups[key] for key in walk.recent(walk.sentence(walk.layout.words[at].start))]
    return [group for group in recent if group.type == "organization" and walk.seen[id(group)][-1].span.end == end][:1]


def _relative(walk: Walk, at: int) -> list[Group]:
    """The person named right before `who`, or before a description in commas (`Lane, a teacher, who`)."""
    words = walk.layout.words
    before = at - 1
    if before >= 0 and words[before].text in (",", ")"):
        before -= 1
    if before < 0:
        return []
    recent = walk.recent(walk.sentence(words[at].start))
    people = [walk.groups[key] for key in recent if walk.groups[key].type == "person"]
    ends = {words[before].end, _before_description(walk, before)}
    return [group for group in people if walk.seen[id(group)][-1].span.end in ends][:1]


def _before_description(walk: Walk, before: int) -> int:
    """Where a name must end that stands before a bracket, an age or `a …` in commas that ends at an index; -1 for no such."""
    words = walk.layout.words
    first = before
    while first > 0 and before - first < 8 and words[first].text not in (",", "("):
        first -= 1
    opened = (
        words[first].text == "(" or words[first + 1].text.isdigit() or lower(words[first + 1]) in ("a", "an", "the", "now", "then")
    )
    return words[first - 1].end if first and words[first].text in (",", "(") and opened else -1


def _pronoun(walk: Walk, at: int, gender: str, choose: Choose) -> list[Group]:
    """Whom a pronoun means: whoever reports right before it; whoever reported last, where nobody was mentioned since (`…,” he said.
    “…,” he added`; no surer than then); else whoever is chosen."""
    if speaking := of_itself(walk, at, gender):
        return _noted(walk, at, gender, speaking)
    if not reports(walk, at):
        return _chosen(walk, at, gender, choose)
    if (gender, walk.outside, len(walk.strangers)) == walk.reported[:3]:
        return _kept(walk, at, gender, walk.reported[3])
    if going_on := goes_on(walk, at, gender):
        return _kept(walk, at, gender, _noted(walk, at, gender, going_on))
    if nobody_goes_on(walk, at, gender):
        return _kept(walk, at, gender, _noted(walk, at, gender, []))
    return _kept(walk, at, gender, _chosen(walk, at, gender, choose))


def _kept(walk: Walk, at: int, gender: str, fitting: list[Group]) -> list[Group]:
    """Whom a pronoun that reports means, noted for the next one; `said he was` tells too little of who says it."""
    sure = len(fitting) == 1
    noted = not sure or leads_report(walk.layout.words, at)
    walk.reported = (gender, walk.outside + sure, len(walk.strangers), fitting) if noted else NOBODY_REPORTED
    return fitting


def _chosen(walk: Walk, at: int, gender: str, choose: Choose) -> list[Group]:
    return _noted(walk, at, gender, choose(walk, at, gender, candidates(walk, at, gender)))


def _noted(walk: Walk, at: int, gender: str, fitting: list[Group]) -> list[Group]:
    """Whom a pronoun means, what it tells of their gender noted, and that it means nobody named."""
    if not fitting:
        walk.nameless = (gender, walk.layout.words[at].start)
    elif walk.nameless[0] == gender:
        walk.nameless = ("", 0)
    if len(fitting) == 1:
        if fitting[0].gender == "u":
            fitting[0].gender, fitting[0].gender_by = "m" if gender == "m" else "f", "pronoun"
        fitting[0].borne_out += 1 if fitting[0].gender == gender else -1
    return fitting
