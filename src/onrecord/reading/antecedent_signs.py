"""What the text shows around a person's last mention before a pronoun: the form of the name, what stands beside it, what leads on.

Signs are features of `antecedents.py`; `back` is the number of told sentences that the mention stands back.
"""

from bisect import bisect_left

from onrecord.knowledge.reporting import phrase_words
from onrecord.reading.grouping import Group
from onrecord.reading.naming import lower
from onrecord.reading.walk import SPEAKS, Seen, Walk

_LEADS = (
    ("who", frozenset(["who", "whose", "whom"])),
    ("when", frozenset(["when", "while", "after", "before", "as", "because", "if", "since", "until", "although", "though"])),
    ("that", frozenset(["that"])),
    ("but", frozenset(["but", ";"])),
    ("and", frozenset(["and"])),
    (",", frozenset([","])),
)
"""What leads on from a mention to a pronoun in its sentence, the first that stands between them."""


BETWEEN = 2
"""Words between a mention and a pronoun that are signs themselves: `Ida and her`, `Ida with her`."""

ADDING = frozenset(["added", "adds", "adding", "continued", "continues", "concluded", "went", "elaborated", "explained"])
"""Verbs of whoever has just said something."""

GOES_ON = "goes on speaking"
"""The sign, without a weight, of who spoke just before a quotation that the pronoun's report stands right behind."""


def signs(walk: Walk, at: int, case: str, role: str, group: Group, seen: list[Seen], back: int) -> list[str]:
    """The signs of a person whose mentions within reach are given, for the pronoun at an index."""
    named = next((one for one in reversed(seen) if one.named), None)
    found = [] if named is None else _of_name(walk, at, case, group, named)
    if back:
        return found
    first = bisect_left(walk.layout.starts, seen[-1].span.end)
    lead = next((lead for lead, places in _leads(walk).items() if bisect_left(places, first) < bisect_left(places, at)), "nothing")
    between = [lower(word) for word in walk.layout.words[first:at]]
    beside = [f"next {' '.join(between)} {case}"] if 0 < len(between) <= BETWEEN else []
    return [*found, f"via {lead} {case}", f"via {lead} {case} {role}", *beside]


def _leads(walk: Walk) -> dict[str, list[int]]:
    """Where the words of each kind that leads on stand in the text, by index, looked up once."""
    if not walk.leads:
        words = [lower(word) for word in walk.layout.words]
        walk.leads.update((lead, [at for at, word in enumerate(words) if word in those]) for lead, those in _LEADS)
    return walk.leads


def _of_name(walk: Walk, at: int, case: str, group: Group, named: Seen) -> list[str]:
    """What the last name shows: its form, whether it is the first, and the words beside it."""
    words, starts = walk.layout.words, walk.layout.starts
    back = min(walk.back(walk.sentence(words[at].start), named.sentence), 2)
    form = "full" if named.span in group.fulls else "short"
    found = [f"{form} back {back}", f"{form} {'of full' if group.fulls else 'alone'}"]
    if named.span == group.spans[0]:
        found.append(f"new {form} back {back}")
    first, last = bisect_left(starts, named.span.start), bisect_left(starts, named.span.end)
    before = lower(words[first - 1]) if first else ""
    after = lower(words[last]) if last < len(words) else ""
    if after == "and" or before == "and":
        found.append(f"one of several {case}")
    if after in ("'s", "'"):
        found.append(f"owner {case} back {back}")
    if after == ",":
        found.append(_apposed(last, at, case, back))
    if after == "(":
        found.append("bracket after")
    return found


def _apposed(comma: int, at: int, case: str, back: int) -> str:
    """A comma after the name; with a possessive right after it the name is another's: `Ida, her sister`."""
    return "its own apposition" if comma + 1 == at and case == "possessive" else f"comma after back {back}"


def opening_signs(walk: Walk, at: int, role: str, *, other: bool) -> list[str]:
    """The signs of somebody last mentioned in an earlier sentence: where the pronoun stands, whether another is before it."""
    words = walk.layout.words
    opens = bisect_left(walk.layout.starts, walk.layout.sentence_at(words[at].start).start)
    lead = "adverb" if at - opens == 1 and lower(words[opens]) in phrase_words("adverb") else str(min(at - opens, 3))
    return [f"pronoun at {lead} {role}", f"{'other' if other else 'nobody else'} here {role}"]


def speaking_signs(walk: Walk, at: int, seen: list[Seen]) -> list[str]:
    """The signs, for the source of a cue, of who is the source of the statement just before: `…,” Ida said. She said …`.

    `seen` are the person's mentions within reach.
    """
    spoke = next((one for one in reversed(seen) if one.weight >= SPEAKS and walk.quotation(one.span.start) is None), None)
    start = walk.layout.words[at].start
    here = walk.sentence(start)
    if spoke is None or spoke.sentence == here or walk.back(here, spoke.sentence) > 1:
        return []
    opens = walk.layout.sentences[here].start == start
    adds = any(lower(word) in ADDING for word in walk.layout.words[at + 1 : at + 3])
    closes = walk.quotation(walk.layout.words[at - 1].start) is not None
    signs_of = {"saying first, just spoke": opens, "adding, just spoke": adds, GOES_ON: closes}
    return ["saying, just spoke", *(sign for sign, shown in signs_of.items() if shown)]
