"""Whom a pronoun means: a linear model over what is plain to see of each person mentioned near it.

Each candidate has features; the sum of their weights (`antecedents.tsv`) gives its share of the whole (a softmax). `nobody`
stands for whoever is not named.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from math import exp

from onrecord.core.spans import Span, overlapping
from onrecord.knowledge.name_shares import given_counts
from onrecord.knowledge.name_words import name_words
from onrecord.knowledge.people import names_of_one_gender, roles, world_surnames
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.knowledge.tables import rows
from onrecord.reading.antecedent_signs import GOES_ON, opening_signs, signs, speaking_signs
from onrecord.reading.fronted import fronted
from onrecord.reading.grouping import Group
from onrecord.reading.layout import Word
from onrecord.reading.naming import RARE, lower
from onrecord.reading.nobody import nobody_named, of_either
from onrecord.reading.not_meant import acts_on, is_owned, told_by_who, told_of, verbs
from onrecord.reading.pronoun_cases import case_of, says
from onrecord.reading.walk import REACH, Seen, Walk, role_of

LEAST = 0.4
"""A person is meant whose share is greater than this."""
APART = 1.8
"""How many times as likely as the next one whoever is meant must be; a wrong name costs more than none."""
LEAST_TOLD_OF = 0.3
"""Whoever does not report what is said may be less sure: nobody's words hang on it."""
LEAST_AGAINST = 0.9
"""Whose name, or pronouns so far, tell of another gender must be surer: in news most of those less sure are somebody else."""
BORNE_OUT = 1
"""So many pronouns more of the gender that a given name tells than of the other make it sure."""
CONTENDING = 0.25
"""Several are left open whose shares are at least this."""

BESIDE = 30
"""Characters between a quotation and whoever says it."""

AGAINST = "other gender by "
"""How the features begin that tell of a gender that is not the pronoun's."""

ONLY_SAID = "only in quotation"
"""The feature of whom nothing but quotations mention, where the pronoun stands outside."""

Features = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person whom a pronoun may mean, with what tells for and against it."""

    group: Group
    features: Features


@cache
def feature_weights() -> Mapping[str, float]:
    """The weights of features where nothing but the rules tells whom a pronoun means."""
    return {feature: float(weight) for feature, weight in rows("antecedents.tsv")}


def candidates(walk: Walk, at: int, gender: str) -> list[Candidate]:
    """The persons of a fitting gender near the pronoun at an index, before it or later in its sentence; none of `he or she`."""
    if of_either(walk.layout.words, at):
        return []
    word = walk.layout.words[at]
    here = walk.sentence(word.start)
    found: list[Candidate] = []
    behind = [walk.groups[key] for key in walk.recent(here)]
    fitting = [group for group in behind if group.type == "person" and _may_be(group, gender)]
    rank = 0
    inside = walk.quotation(word.start)
    content_before = _follows_content(walk, at)
    named_behind = told_of(walk, at)
    front = fronted(walk, at)
    for group in fitting:
        if (
            group.spans
            and id(group) not in named_behind
            and not acts_on(walk, at, group)
            and not is_owned(walk, at, group)
            and not told_by_who(walk, at, group)
            and (seen := _within(walk, group, at, here, inside, content_before=content_before))
        ):
            other = bool(found) and "back 0" in found[0].features
            features = _features(walk, at, gender, group, seen, rank, other=other)
            found.append(Candidate(group, (*features, *_in_front(walk, at, group, front))))
            rank += group.gender in ("u", gender)
    if says(walk.layout.words, at):
        found = _still_spoken_of(found)
    found = _outside_quotations(found, gender)
    known = {id(group) for group in fitting} | named_behind
    for span, group in walk.ahead(word.start):
        if id(group) not in known and group.type == "person" and _may_be(group, gender):
            known.add(id(group))
            features = _ahead(walk, at, gender, group, span)
            found.append(Candidate(group, (*features, *_in_front(walk, at, group, front))))
    return found


def _outside_quotations(found: list[Candidate], gender: str) -> list[Candidate]:
    """The candidates, without whom only quotations mention where the text itself has just spoken of another who fits."""
    near = {"back 0", "back 1"}
    told = [each for each in found if ONLY_SAID not in each.features]
    just_told = any(each.group.gender == gender and not near.isdisjoint(each.features) for each in told)
    return told if just_told else found


def _may_be(group: Group, gender: str) -> bool:
    """Whether the person may be of a gender: what a title tells is sure, and what a given name tells that pronouns bear out, or
    that is common and nearly always of one gender; what another name or a pronoun tells is weighed."""
    if group.gender in ("u", gender):
        return True
    return group.gender_by == "pronoun" or (group.gender_by == "name" and group.borne_out < BORNE_OUT and not _of_one(group))


def _of_one(group: Group) -> bool:
    """Whether the person's given name is common and of one gender: `Tom`, not `Dana`, nor `Kim`, which is a surname too."""
    given = group.parts.first if group.parts is not None else ""
    return given in names_of_one_gender() and given not in world_surnames()


def _of_gender(walk: Walk, group: Group, gender: str) -> str:
    """What is known of the person's gender, beside the pronoun's."""
    if group.gender == "u":
        return "gender unknown"
    if group.gender == gender:
        return "gender"
    if group.gender_by == "pronoun":
        often = sum(not seen.named for seen in walk.seen.get(id(group), ())) > 1
        return f"{AGAINST}{'pronouns' if often else 'one pronoun'}"
    given = group.parts.first if group.parts is not None else ""
    return f"{AGAINST}a {'common' if given_counts().get(given, 0) >= RARE else 'rare'} name"


def _still_spoken_of(found: list[Candidate]) -> list[Candidate]:
    """The candidates for who reports, without those last met in other paragraphs where this one is about somebody."""
    old = [each for each in found if "other paragraph" in each.features and not {"back 0", "back 1"}.intersection(each.features)]
    here = [each for each in found if "other paragraph" not in each.features]
    about = [each for each in here if {"role speaks", "role subject"}.intersection(each.features)]
    return [each for each in found if each not in old] if about else found


def _within(walk: Walk, group: Group, at: int, here: int, inside: Span | None, *, content_before: bool) -> list[Seen]:
    """The group's mentions within reach. A name in what is said does not say it: for who reports those outside quotations only, and
    for other pronouns outside where there are any.

    `here` is the sentence of the pronoun `at`, `inside` the quotation that it stands in, `content_before` whether it follows what
    is said.
    """
    if inside is not None and _speaks(walk, group, inside):
        return []
    stranger = inside is not None and _stranger_in(walk, inside)
    caption = walk.caption(walk.layout.words[at].start)
    near = takewhile(lambda seen: walk.back(here, seen.sentence) < REACH, reversed(walk.seen[id(group)]))
    found = [
        seen
        for seen in near
        if not (stranger and walk.quotation(seen.span.start) != inside)
        and not (content_before and seen.sentence == here)
        and walk.caption(seen.span.start) in (None, caption)
    ][::-1]
    if inside is not None:
        return found
    told = [seen for seen in found if walk.quotation(seen.span.start) is None]
    return told or ([] if says(walk.layout.words, at) else found)


def _stranger_in(walk: Walk, quotation: Span) -> bool:
    """Whether the quotation has spoken of somebody without a name (`my father`): its pronouns mean nobody outside of it."""
    return bool(walk.strangers) and walk.strangers[-1][0] >= quotation.start


def _follows_content(walk: Walk, at: int) -> bool:
    """Whether what is said stands before the pronoun in its sentence: `Lane was right, he said`, not `In her talk, she said`."""
    words = walk.layout.words
    start = walk.layout.sentence_at(words[at].start).start
    first = words[bisect_left(walk.layout.starts, start)]
    set_apart = at > 0 and words[at - 1].start > start and words[at - 1].text == ","
    return set_apart and lower(first) not in phrase_words("setting") | name_words("clausal") and says(words, at)


def _speaks(walk: Walk, group: Group, quotation: Span) -> bool:
    """Whether the group is named right before or after a quotation with a verb that reports: it speaks of others as he and she."""
    words = walk.layout.words
    around = overlapping(group.spans, Span(quotation.start - BESIDE, quotation.end + BESIDE))
    near = [span for span in around if 0 <= quotation.start - span.end < BESIDE or 0 <= span.start - quotation.end < BESIDE]
    for span in near:
        first = bisect_left(walk.layout.starts, span.start)
        last = bisect_left(walk.layout.starts, span.end)
        beside = (words[first - 1] if first else None, words[last] if last < len(words) else None)
        if any(word is not None and lower(word) in reporting_verbs() for word in beside):
            return True
    return False


def sums(found: Sequence[Candidate], nobody_has: Features, weights: Mapping[str, float]) -> list[float]:
    """The sum of the weights of each candidate's features, in their order, and nobody's last."""
    return [sum(weights.get(feature, 0.0) for feature in has) for has in (*(each.features for each in found), nobody_has)]


def shares(scores: Sequence[float]) -> list[float]:
    """The share of each score in the whole of their powers (a softmax)."""
    most = max(scores)
    powers = [exp(score - most) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def meant(walk: Walk, at: int, gender: str, found: list[Candidate]) -> list[Group]:
    """The one person who is more likely than all others; several where they share most of it; nobody where it is not clear.

    Whose name is of another gender, and whom only quotations mention, is left out: the rules cannot weigh that against what the
    text says.
    """
    fitting = [each for each in found if not any(feature.startswith((AGAINST, ONLY_SAID)) for feature in each.features)]
    return chosen(walk, at, fitting, sums(fitting, nobody_named(walk, at, gender), feature_weights()))


def chosen(walk: Walk, at: int, found: Sequence[Candidate], scores: Sequence[float]) -> list[Group]:
    """As `meant`, given the scores of the candidates and of nobody."""
    likely = shares(scores)[:-1]
    parts = sorted(zip(likely, (candidate.group for candidate in found), strict=True), key=lambda part: -part[0])
    if not parts:
        return []
    least, apart = (LEAST, APART) if says(walk.layout.words, at) else (LEAST_TOLD_OF, 1.0)
    if _has(found, parts[0][1], AGAINST):
        least = max(least, LEAST_AGAINST)
    if parts[0][0] > least and (len(parts) == 1 or parts[0][0] >= apart * parts[1][0]):
        return [parts[0][1]]
    going_on = [group for share, group in parts if share >= LEAST and _has(found, group, GOES_ON)]
    if len(going_on) == 1:
        return going_on
    contending = [group for share, group in parts if share >= CONTENDING]
    return contending if len(contending) > 1 else []


def _has(found: Sequence[Candidate], group: Group, feature: str) -> bool:
    """Whether the person has a feature that begins so."""
    return any(one.startswith(feature) for each in found if each.group is group for one in each.features)


def _features(walk: Walk, at: int, gender: str, group: Group, seen: list[Seen], rank: int, *, other: bool) -> Features:
    words = walk.layout.words
    word = words[at]
    here = walk.sentence(word.start)
    last = seen[-1]
    back = walk.back(here, last.sentence)
    case = case_of(words, at)
    role = role_of(max(seen, key=lambda one: (-walk.back(here, one.sentence), one.weight)).weight)
    found = [
        f"back {back}",
        f"rank {min(rank, 3)}",
        f"role {role}",
        f"{case} after {role}",
        f"back {min(back, 1)} {role}",
        _of_gender(walk, group, gender),
        f"mentions {min(len(walk.seen[id(group)]), 4)}",
        "name last" if last.named else "pronoun last",
    ]
    if walk.quotation(word.start) is not None:
        found.append("both in quotation" if walk.quotation(last.span.start) is not None else "only pronoun in quotation")
    elif walk.quotation(last.span.start) is not None:
        found.append(ONLY_SAID)
    if id(group) == walk.speaker:
        found.append("spoke last")
    if case == "subject" and says(words, at):
        found.extend(speaking_signs(walk, at, seen))
        found.extend((f"saying after {role}", f"saying back {back} {role}"))
        found.append("saying, spoke last" if id(group) == walk.speaker else "saying")
    if back == 0 and last.sentence == here:
        found.extend(_same_sentence(words, at, case, seen, here))
    elif walk.layout.paragraph_at(last.span.start) != walk.layout.paragraph_at(word.start):
        found.append("other paragraph")
    if walk.seen[id(group)][0].sentence == 0:
        found.append("in first sentence")
    if walk.layout.sentences[here].start == word.start:
        found.append(f"opening {role} back {min(back, 2)}")
    found.extend(signs(walk, at, case, role, group, seen, back))
    if back:
        found.extend(opening_signs(walk, at, role, other=other))
    return (*found, *_standing(walk, at, group, last, case, role, min(rank, 2), min(back, 2)))


def _standing(walk: Walk, at: int, group: Group, last: Seen, case: str, role: str, rank: int, back: int) -> list[str]:
    """What the last mention stands after, and how the person stands among all others so far."""
    words = walk.layout.words
    before = bisect_left(walk.layout.starts, last.span.start) - 1
    opens = walk.layout.sentences[last.sentence].start == last.span.start
    after = "start" if before < 0 or opens else _kind(words[before])
    found = [
        f"stands after {after}",
        f"{case} stands after {after}",
        f"{case} rank {rank} {role}",
        f"{case} rank {rank} back {back}",
    ]
    if case == "subject" and says(words, at):
        return found  # who reports is seldom whom the whole text is about
    if walk.most == id(group):
        found.extend(("most mentioned", f"most mentioned {case}", f"most mentioned back {back}"))
    if walk.first == id(group):
        found.extend(("first named", f"first named back {back}"))
    return found


def _kind(word: Word) -> str:
    """What sort of word stands before a mention."""
    text = lower(word)
    if not text[0].isalnum():
        return text if text in (",", "(") else "mark"
    if text in ("and", "or"):
        return "and"
    if text in name_words("clausal"):
        return "clausal"
    if (
        text in phrase_words("within")
        or text in name_words("before_place")
        or text in ("by", "of", "with", "for", "about", "against")
    ):
        return "preposition"
    return "capital" if word.capitalized else "past" if text.endswith("ed") else "word"


_JOINTS = frozenset([",", ";", ":", "—", "--"])


def _same_sentence(words: tuple[Word, ...], at: int, case: str, seen: list[Seen], here: int) -> list[str]:
    """What tells within one sentence: how near, whether in one clause, whether the pronoun's own verb reports."""
    its_own = [one for one in seen if one.sentence == here]
    last = its_own[-1]
    between = [lower(word) for word in words[max(0, at - 40) : at] if word.start >= last.span.end]
    found = [f"near {min(len(between) // 4, 4)}"]
    if not any(text in _JOINTS or text in phrase_words("clause") or text in name_words("clausal") for text in between):
        found.append(f"one clause {case} {role_of(last.weight)}")
    if any(text in reporting_verbs() for text in between[:3]):
        found.append(f"reports before {case}")
    if between[-1:] == ["and"]:
        found.append("joined by and")
    if len(its_own) > 1:
        found.append("twice in sentence")
    return found


def _ahead(walk: Walk, at: int, gender: str, group: Group, span: Span) -> Features:
    """The features of somebody first named after the pronoun in its sentence: `In her speech, Lane …`."""
    words = walk.layout.words
    case = case_of(words, at)
    opens = walk.layout.sentence_at(words[at].start).start
    early = sum(1 for word in words[max(0, at - 6) : at] if word.start >= opens)
    between = [lower(word) for word in words[at : at + 30] if word.end <= span.start]
    found = ["ahead", f"ahead {case}", f"ahead early {min(early, 3)}", _of_gender(walk, group, gender)]
    found.append("ahead comma" if between[-1:] == [","] else "ahead other")
    owned = case == "possessive" and 1 < len(between) < 6 and not any(text in _JOINTS or text in verbs() for text in between[1:-1])
    if owned and any(text in roles() for text in between[1:]):
        found.append("ahead owned")
    if not any(text in _JOINTS for text in between):
        found.append("ahead without a mark")
    if id(group) in walk.groups:
        found.append("ahead known")
    return tuple(found)


def _in_front(walk: Walk, at: int, group: Group, front: tuple[Group, str] | None) -> Features:
    """The signs of whom the sentence names first behind what the pronoun stands in."""
    if front is None or front[0] is not group:
        return ()
    return (f"in front {front[1]}", f"in front {front[1]} {case_of(walk.layout.words, at)}")
