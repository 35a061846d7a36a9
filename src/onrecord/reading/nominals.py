"""Nominals: `the councilman`, `the former senator from Ohio`, `the 61-year-old`, `the city council`, and whom they mean."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.core.names import fold
from onrecord.core.spans import Span
from onrecord.knowledge.name_words import known_organizations, name_words, organization_nouns
from onrecord.knowledge.people import Gender, Role
from onrecord.knowledge.reporting import phrase_words, reporting_verbs
from onrecord.reading.bodies import phrase_ends
from onrecord.reading.grouping import Group
from onrecord.reading.layout import Word
from onrecord.reading.naming import known_at, lower, role_at
from onrecord.reading.nobody import REMEMBERED, introduced_as, spoke
from onrecord.reading.places_beside import place_among, places_beside
from onrecord.reading.walk import Seen, Walk

LONGEST_NOMINAL = 10
TOO_CLOSE = 0.8
"""Where the second best comes this near to the best, the reference is open."""
ALONE = 0.5
"""Somebody the text has not called so is meant only where nobody else is half as prominent."""

JUST_NOW, BARELY = 1.4, 0.8
"""How prominent they must be: the subject of the sentence before; anywhere within reach, where they are the only person there."""

VAGUE_FAMILIES = frozenset(["official", "relative", "associate", "man", "woman", "resident", "-"])
OFFICES = frozenset(["senator", "representative", "governor", "mayor", "council", "assembly", "legislator", "judge", "sheriff"])
EXCLUSIVE = OFFICES | {"president"}
"""Families of offices of which people hold one at a time."""
EPITHETS = OFFICES - {"council", "assembly", "judge", "sheriff"} | frozenset(
    ["president", "candidate", "politician", "businessperson", "lord", "lady", "secretary", "incumbent", "founder"]
)
"""Families of roles by which papers call somebody who was just named; a judge or an aide may be somebody new."""
PARTIES = {"republican": "republican", "gop": "republican", "democratic": "democratic", "democrat": "democratic"}


_OWNING = frozenset(["'s", "’s", "'", "’", "his", "her", "their", "its"])
"""What stands before whoever is somebody's."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A nominal of a person: its span, its roles (none for `the 61-year-old`), and its other words in lower case.

    `another` tells that it points away from whoever held the role so far (`the new mayor`, not `the New York mayor`).
    """

    span: Span
    roles: tuple[Role, ...]
    between: tuple[str, ...]
    another: bool = False

    @property
    def families(self) -> frozenset[str]:
        """The families of its roles."""
        return frozenset(role.family for role in self.roles)

    @property
    def gender(self) -> Gender:
        """The gender that a role of it tells, or `u`."""
        return next((role.gender for role in self.roles if role.gender != "u"), "u")


def nominal(walk: Walk, at: int, apposed: set[int]) -> tuple[Span, list[Group]] | None:
    """The nominal that begins with the determiner at an index, and the groups that it fits; None where there is none."""
    words = walk.layout.words
    last = min(len(words), at + LONGEST_NOMINAL)
    for end in range(at + 1, last):
        if words[end].start in apposed:
            return None
        found = role_at(words, end, last)
        if found is not None and (whole := _whole(words, at, end, found, last)) is not None:
            if whole.families <= VAGUE_FAMILIES and whole.roles:
                return None
            return whole.span, [group for group in _person(walk, at, whole) if not _another_since(walk, whole, group)]
        if lower(words[end]) in organization_nouns() and phrase_ends(words, end + 1):
            return _body(walk, at, end)
        if lower(words[end]) == "year-old" and phrase_ends(words, end + 1):
            return _aged(walk, at, end)
        if not (words[end].text[0].isalnum() or words[end].text == "-") or _breaks_off(lower(words[end])):
            return None
    return None


def _aged(walk: Walk, at: int, end: int) -> tuple[Span, list[Group]]:
    """`the 61-year-old`: who was told to be as old, else who may be by all that is told."""
    words = walk.layout.words
    whole = Nominal(Span(words[at].start, words[end].end), (), ())
    age = next((word.text for word in words[at:end] if word.text.isdigit()), "")
    if as_old := walk.by_age.get(age, []):
        return whole.span, _last_mentioned(walk, at, as_old)
    return whole.span, [group for group in _salient(walk, at, whole, []) if not walk.ages[id(group)]]


def _breaks_off(text: str) -> bool:
    """Whether a word cannot stand between `the` and its noun."""
    return text in name_words("opening") and text not in name_words("lead_in") and text not in name_words("former")


def _whole(words: tuple[Word, ...], at: int, head: int, found: tuple[Role, int], last: int) -> Nominal | None:
    """The nominal with its first role at `head`: a second role after `and`, a place or body after `of` and `from`."""
    role, end = found
    roles = [role]
    if end + 1 < last and lower(words[end]) == "and" and (second := _second(words, end + 1, last)) is not None:
        roles.append(second[0])
        end = second[1]
    elif end + 1 < len(words) and lower(words[end]) in ("of", "from"):
        known = known_at(words, end + 1, min(len(words), end + 5))
        if known is not None and words[end + 1].capitalized:
            end = known[1]
    if not phrase_ends(words, end):
        return None
    between = tuple(lower(word) for word in (*words[at + 1 : head], *words[found[1] : end]))
    another = any(word.text in name_words("successor") for word in words[at + 1 : head])
    return Nominal(Span(words[at].start, words[end - 1].end), tuple(roles), between, another)


def _second(words: tuple[Word, ...], first: int, last: int) -> tuple[Role, int] | None:
    for at in range(first, min(first + 4, last)):
        found = role_at(words, at, last)
        if found is not None and phrase_ends(words, found[1]):
            return found
        if _breaks_off(lower(words[at])) or not words[at].text[0].isalpha():
            return None
    return None


def _person(walk: Walk, at: int, whole: Nominal) -> list[Group]:
    if whole.another:
        return []
    if any(role.form in name_words("accused_noun") for role in whole.roles):
        return _accused(walk, walk.layout.words[at].start)
    fitting = [group for group in _called(walk, whole) if whole.gender in ("u", group.gender) or group.gender == "u"]
    fitting = [group for group in fitting if not _other_party(whole, group) and not _of_another_nation(whole, group)]
    elsewhere = fitting and not (fitting := _of_place(walk, whole, fitting))
    if elsewhere:
        return []
    fitting = _at_home(walk, at, whole, _in_office(whole, _principals(whole, fitting)))
    qualified = [group for group in fitting if any(_qualifies(word, group) for word in whole.between)]
    if fitting and (qualified or not any(word in organization_nouns() for word in whole.between)):
        return _last_mentioned(walk, at, qualified or fitting)
    if not _tells(walk, at, whole.span):
        return []
    return _only_one_here(walk, at, whole, fitting) or _salient(walk, at, whole, fitting)


def _another_since(walk: Walk, whole: Nominal, group: Group) -> bool:
    """Whether the text has spoken of another with the nominal's noun since the person (`Lind's lawyer … The lawyer`), or some such
    spoke whom it does not name (`One senator said … The senator`), and it has not called the person by more than a name since."""
    words = walk.layout.words
    last = walk.seen[id(group)][-1].span.end if id(group) in walk.seen else 0
    forms = {role.form for role in whole.roles}
    for start, _ in reversed(walk.strangers[-REMEMBERED:]):
        at = bisect_left(walk.layout.starts, start)
        if lower(words[at]) not in forms:
            continue
        if start > last and at and lower(words[at - 1]) in _OWNING:
            return True
        if introduced_as(words, at) == "a" and spoke(walk, start) and not _called_since(walk, group, start):
            return True
    return False


def _called_since(walk: Walk, group: Group, offset: int) -> bool:
    """Whether the person was called by more than a name after an offset: by a nominal, or behind a title."""
    since = (seen for seen in walk.seen.get(id(group), ()) if seen.span.start > offset)
    return any(_by_more(walk, seen) for seen in since)


def _by_more(walk: Walk, seen: Seen) -> bool:
    words = walk.layout.words
    first = bisect_left(walk.layout.starts, seen.span.start)
    return first > 0 and words[first - 1].capitalized if seen.named else lower(words[first]) in ("the", "this")


def _accused(walk: Walk, start: int) -> list[Group]:
    """The persons whom the text before an offset tells to be charged, tried or sentenced (`Tibbs was sentenced`), where one is."""
    people = [group for group in walk.groups.values() if group.type == "person"]
    return [group for group in people if any(span.end <= start and _is_accused(walk, span) for span in group.spans)]


def _is_accused(walk: Walk, name: Span) -> bool:
    """Whether a name, or a description in commas after it, is followed by a verb of which the accused is the subject."""
    words = walk.layout.words
    at = bisect_left(walk.layout.starts, name.end)
    if at < len(words) and words[at].text == ",":
        closing = (end for end in range(at + 1, min(at + LONGEST_NOMINAL, len(words))) if words[end].text == ",")
        at = next(closing, at) + 1
    after = [lower(word) for word in words[at : at + 4]]
    while len(after) > 1 and (after[0] in phrase_words("adverb") or after[0] in ("has", "had", "been")):
        after.pop(0)
    if not after or after[0] in name_words("pleads"):
        return bool(after)
    passive = after[0] in ("was", "is", "were", "been", "being", "stands", "stood")
    return passive and any(text in name_words("accused_verb") for text in after[1:3])


def _called(walk: Walk, whole: Nominal) -> list[Group]:
    """The persons whom the text gives a role of the nominal's family."""
    found = dict.fromkeys(group for family in sorted(whole.families) for group in walk.by_word.get(family, ()))
    if not found and "first lady" in whole.families:
        wives = [group for group in walk.groups.values() if "wife" in group.titled]
        return wives if len(wives) == 1 else []
    return [group for group in found if group.type == "person" and not whole.families.isdisjoint(group.families)]


def _principals(whole: Nominal, fitting: list[Group]) -> list[Group]:
    """For `the governor` those who are no lieutenant governor, and for `the lieutenant governor` those who are, where some are."""
    deputies = name_words("deputy")
    asked = not deputies.isdisjoint((*whole.between, *(word for role in whole.roles for word in role.form.split())))
    return [group for group in fitting if deputies.isdisjoint(group.titled) != asked] or fitting


def _in_office(whole: Nominal, fitting: list[Group]) -> list[Group]:
    """Those whose titles tell the office as past for `the former mayor`, and as held for `the mayor`; all, where none does."""
    former = not name_words("former").isdisjoint(whole.between)
    told = [group for group in fitting if not whole.families.isdisjoint(group.past if former else group.held)]
    return told or fitting


def _of_place(walk: Walk, whole: Nominal, fitting: list[Group]) -> list[Group]:
    """Those whose name has the nominal's place beside it (`the senator from Ohio`), else those with no other place there."""
    asked = place_among(whole.between)
    if not asked:
        return fitting
    places = {id(group): places_beside(walk.layout.text, group.spans) for group in fitting}
    there = [group for group in fitting if asked in places[id(group)] or set(asked.split()) <= group.titled]
    return there or [group for group in fitting if not places[id(group)]]


def _other_party(whole: Nominal, group: Group) -> bool:
    """Whether the nominal has the name of one party and the person's titles that of another."""
    its_own = {PARTIES[word] for word in (*whole.between, *(role.form for role in whole.roles)) if word in PARTIES}
    theirs = {PARTIES[word] for word in group.titled if word in PARTIES}
    return bool(its_own and theirs) and its_own.isdisjoint(theirs)


def _nations(words: Iterable[str]) -> frozenset[str]:
    """The nations that words in lower case tell somebody to be of: `iranian`, `american` for `u.s.`."""
    found = frozenset(map(fold, words))
    return (found & name_words("nation")) | ({"american"} if not found.isdisjoint(_AMERICAN) else frozenset())


_AMERICAN = frozenset(["us", "american"])


def _of_another_nation(whole: Nominal, group: Group) -> bool:
    """Whether the nominal has the name of one nation and the person's titles another's: `the US president`, an Iranian one."""
    its_own, theirs = _nations(whole.between), _nations(group.titled)
    return bool(its_own and theirs) and its_own.isdisjoint(theirs)


def _at_home(walk: Walk, at: int, whole: Nominal, fitting: list[Group]) -> list[Group]:
    """Of several whom an office without a nation fits those whose titles have none, where the text has just spoken of one."""
    if len(fitting) < 2 or _nations(whole.between):
        return fitting
    recent = walk.recent(walk.sentence(walk.layout.words[at].start))
    home = [group for group in fitting if not _nations(group.titled) and id(group) in recent]
    return home or fitting


def _qualifies(word: str, group: Group) -> bool:
    """Whether a word before the role is of the person's titles, or stands for the body in them (`union` for `Local 88`)."""
    return word in group.titled or not organization_nouns().get(word, frozenset()).isdisjoint(group.titled)


def _tells(walk: Walk, at: int, span: Span) -> bool:
    """Whether the nominal is the subject of a report, or opens its sentence."""
    words = walk.layout.words
    if words[at].start == walk.layout.sentence_at(words[at].start).start or (at and lower(words[at - 1]) in reporting_verbs()):
        return True
    following = [word for word in words[at : at + LONGEST_NOMINAL + 5] if word.start >= span.end]
    while following and (lower(following[0]) in phrase_words("adverb") or lower(following[0]) in phrase_words("auxiliary")):
        following.pop(0)
    return bool(following) and lower(following[0]) in reporting_verbs()


def _only_one_here(walk: Walk, at: int, whole: Nominal, others: list[Group]) -> list[Group]:
    """The one person of whom the paragraph has spoken, where nobody in the text but the others was given the role."""
    word = walk.layout.words[at]
    start = walk.layout.paragraph_at(word.start).start
    here = [
        walk.groups[key]
        for key in walk.recent(walk.sentence(word.start))
        if walk.groups[key].type == "person"
        and walk.groups[key] not in others
        and any(seen.span.start >= start and walk.quotation(seen.span.start) is None for seen in walk.seen[key])
    ]
    fits = len(here) == 1 and _may_be(whole, here[0])
    fits = fits and any(start <= span.start < word.start for span in here[0].fulls)
    return here if fits else []


def _salient(walk: Walk, at: int, whole: Nominal, others: list[Group]) -> list[Group]:
    """The person whom the text has just been about, by a name that papers give such a person; nobody else half as prominent."""
    if whole.roles and whole.families.isdisjoint(EPITHETS):
        return []
    start = walk.layout.words[at].start
    people = [walk.groups[key] for key in walk.recent(walk.sentence(start)) if walk.groups[key].type == "person"]
    if "president" in whole.families:
        return [group for group in people if _leads(walk, group)]
    scored = sorted(
        ((walk.prominence(group, start), -number, group) for number, group in enumerate(people)),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    scored = [entry for entry in scored if _may_be(whole, entry[2])]
    if not scored or scored[0][2] in others:
        return []
    if len(scored) == 1 and whole.families.isdisjoint(OFFICES):
        return [scored[0][2]] if scored[0][0] >= BARELY else []
    rival = scored[1][0] if len(scored) > 1 else 0.0
    return [scored[0][2]] if scored[0][0] >= JUST_NOW and rival <= ALONE * scored[0][0] else []


def _leads(walk: Walk, group: Group) -> bool:
    """Whether the person is mentioned most of all so far and has no office in the text, as a president whom papers only name."""
    return walk.most == id(group) and not group.held - {"candidate", "politician", "businessperson"}


def _may_be(whole: Nominal, group: Group) -> bool:
    """Whether nothing known of the person speaks against the nominal: gender, party, another office, a name that nobody has."""
    if not group.spans or (whole.gender != "u" and group.gender not in ("u", whole.gender)) or _other_party(whole, group):
        return False
    held = group.families & EXCLUSIVE
    asked = whole.families & EXCLUSIVE
    if "president" in held and "politician" in whole.families and place_among(whole.between):
        return False
    past = not name_words("former").isdisjoint(whole.between)
    return past or not held or not asked or not held.isdisjoint(asked)


def _body(walk: Walk, at: int, end: int) -> tuple[Span, list[Group]]:
    words = walk.layout.words
    span = Span(words[at].start, words[end].end)
    fits = organization_nouns()[lower(words[end])]
    before = {lower(word) for word in words[at + 1 : end]}
    capitals = {lower(word) for word in words[at + 1 : end] if word.capitalized}
    between = before - name_words("lead_in") | capitals | (before & {"city", "county", "state", "police", "fire", "party", "union"})
    fitting = [
        group
        for group in dict.fromkeys(group for word in sorted(fits) for group in walk.by_word.get(word, ()))
        if group.type == "organization"
        and any(not fits.isdisjoint(form.split()) and between <= set(form.split()) for form in group.forms)
    ]
    if (called := _called_there(walk, span)) is not None:
        fitting = [group for group in fitting if group is called]
    return span, _last_mentioned(walk, at, fitting) or ([] if before else _only_business(walk, lower(words[end])))


def _called_there(walk: Walk, span: Span) -> Group | None:
    """The group of the name that a nominal ends in (`the Supreme Court`), if it ends in one."""
    at = bisect_left(walk.named, span.end, key=lambda entry: entry[0].end)
    return walk.named[at][1] if at < len(walk.named) and walk.named[at][0].end == span.end else None


def _only_business(walk: Walk, noun: str) -> list[Group]:
    """For `the company`: the one body named so far, where its name does not tell it to be of another sort."""
    if noun not in name_words("business"):
        return []
    bodies = [group for group in walk.groups.values() if group.type == "organization"]
    return bodies if len(bodies) == 1 and not any(_tells_its_sort(form) for form in bodies[0].forms) else []


def _tells_its_sort(form: str) -> bool:
    """Whether a body's folded name says what it is (`Calder Council`), or is known."""
    sorts = {word for words in organization_nouns().values() for word in words}
    return form in known_organizations() or " " not in form or not sorts.isdisjoint(form.split())


def _last_mentioned(walk: Walk, at: int, fitting: list[Group]) -> list[Group]:
    """The one of the groups that was mentioned last; all that were in that sentence, unless one is its subject.

    Outside of quotations those count whom the text itself has mentioned, if any: `“Quill knew it,” the president said`.
    """
    if len(fitting) < 2:
        return fitting
    seen = {id(group): walk.seen[id(group)] for group in fitting}
    if walk.quotation(walk.layout.words[at].start) is None:
        told = {key: [one for one in its_own if walk.quotation(one.span.start) is None] for key, its_own in seen.items()}
        seen = {key: its_own for key, its_own in told.items() if its_own} or seen
    last = max(its_own[-1].sentence for its_own in seen.values())
    there = [group for group in fitting if id(group) in seen and seen[id(group)][-1].sentence == last]
    if len(there) == 1:
        return there
    weights = [max(one.weight for one in seen[id(group)] if one.sentence == last) for group in there]
    best = max(weights)
    return [group for group, weight in zip(there, weights, strict=True) if weight >= best * TOO_CLOSE]
