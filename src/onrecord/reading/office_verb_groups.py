"""Verbs that give and take offices, with their auxiliaries: what time and mood they stand in."""

from dataclasses import dataclass
from typing import Literal

from onrecord.knowledge.offices import Form, OfficeVerb, office_words
from onrecord.reading.naming import lower
from onrecord.reading.office_drafts import Page

Frame = Literal["past", "present", "perfect", "future", "going_on"]

HYPOTHETICAL = frozenset(("if", "unless", "whether", "until", "once", "when", "should", "would", "that", "before"))
"""Words before a verb that leave open whether it is so."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries over `words[first:end]`, and its frame; `reduced` for a participle alone (`elected in 2016`)."""

    verb: OfficeVerb
    frame: Frame
    first: int
    end: int
    reduced: bool


def group_at(page: Page, at: int, verb: OfficeVerb, form: Form) -> VerbGroup | None:
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
    return None if frame is None else VerbGroup(verb, frame, first, end, reduced=verb.passive and not before)


def _in_group(text: str) -> bool:
    """Whether a word before a verb is of its group: an auxiliary, an adverb, a negation."""
    auxiliary = text in office_words("perfect") or text in office_words("passive") or text in ("is", "will", "be", "'ll", "being")
    return auxiliary or text in office_words("beside") or (text in office_words("barring") and text not in HYPOTHETICAL)


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
