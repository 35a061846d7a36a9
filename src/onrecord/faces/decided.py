"""From what a person wants ruled to a decision: what it is about, pinned to chains and words, and which one it follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core.decisions import Decision, Ruling, Target, decision_id
from onrecord.core.items import DecisionItem
from onrecord.faces.instants import instant, now
from onrecord.faces.opening import SHORTEST_ID, one, one_entity
from onrecord.faces.refusals import RefusedError
from onrecord.record.view import View

NOBODY = "nobody"
"""What `--speaker` says where a statement is no person's."""

ITEMS: dict[Ruling, tuple[str, ...]] = {
    "accept": ("STATEMENT",),
    "reject": ("STATEMENT",),
    "correct": ("STATEMENT",),
    "same": ("A", "B"),
    "different": ("A", "B"),
    "unsure": ("A", "B"),
    "undo": ("DECISION",),
}
"""A ruling → what has to be named for it. (`add` has no form on the command line.)"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A ruling as a person words it: items by id or name, `speaker` for `correct` alone, "" for what is not said.

    Without `at` it is ruled now.
    """

    ruling: str
    items: tuple[str, ...]
    speaker: str
    why: str
    by: str
    at: str


def decide(view: View, wanted: Wanted, standing: Sequence[Decision]) -> Decision:
    """The decision that is wanted; raises RefusedError where it is incomplete or names what is not there, or not one thing."""
    ruling = _ruling(wanted)
    about, field, value = _about(view, ruling, wanted, standing)
    follows = about[0].id if ruling == "undo" else _followed(about, standing, wanted.by)
    at = instant(wanted.at) if wanted.at else now()
    whole = decision_id(about, ruling, field, value, wanted.by, at, wanted.why)
    return Decision(whole, about, ruling, field, value, wanted.by, at, wanted.why, follows)


def as_decision(item: DecisionItem) -> Decision:
    """The decision that an item of the record shows."""
    follows = item.follows or ""
    return Decision(item.id, item.about, item.ruling, item.field, item.value, item.by, item.at, item.why, follows)


def undone(decisions: Sequence[Decision]) -> frozenset[str]:
    """The ids of the decisions that stand no more because a later one undoes them; undoing an `undo` restores."""
    gone: set[str] = set()
    for decision in sorted(decisions, key=lambda one: (one.at, one.id), reverse=True):
        if decision.ruling == "undo" and decision.id not in gone:
            gone.add(decision.about[0].id)
    return frozenset(gone)


def _ruling(wanted: Wanted) -> Ruling:
    """The ruling that is wanted; raises RefusedError where its items, its reason or who rules are missing."""
    ruling = next((known for known in ITEMS if known == wanted.ruling), None)
    if ruling is None:
        raise RefusedError(f"{wanted.ruling or 'no ruling'}: not a ruling; choose one of: {', '.join(ITEMS)}")
    if len(wanted.items) != len(ITEMS[ruling]):
        wrote = f"{len(wanted.items)} {'is' if len(wanted.items) == 1 else 'are'} named"
        raise RefusedError(f"{ruling}: {wrote}; write: onrecord rule {ruling} {' '.join(ITEMS[ruling])} --why TEXT")
    if (ruling == "correct") != bool(wanted.speaker):
        raise RefusedError("correct needs a speaker (a name, an id, or nobody); no other ruling takes one")
    if not wanted.why.strip():
        raise RefusedError(f"{ruling}: why? A ruling needs its reason (--why TEXT)")
    if not wanted.by.strip():
        raise RefusedError(f"{ruling}: who rules? Say so (--by NAME, or ONRECORD_BY in the environment)")
    return ruling


def _about(view: View, ruling: Ruling, wanted: Wanted, standing: Sequence[Decision]) -> tuple[tuple[Target, ...], str, str]:
    """What the decision is about, and the field and value it sets."""
    if ruling == "undo":
        return (_target(view, wanted.items[0], "decision"),), "", ""
    if ruling in ("same", "different", "unsure"):
        one_side, other = (_entity(view, item) for item in wanted.items)
        if one_side.id == other.id:
            raise RefusedError(
                f"“{wanted.items[0]}” and “{wanted.items[1]}” are one already; name a chain of each by its id"
                f" (see: onrecord show {one_side.id[:SHORTEST_ID]} --why)"
            )
        return (one_side, other), "", ""
    statement = _ruled_before(wanted.items[0], standing) or _target(view, wanted.items[0], "statement")
    if ruling != "correct":
        return (statement,), "", ""
    if wanted.speaker == NOBODY:
        return (statement,), "speaker", ""
    speaker = _entity(view, wanted.speaker)
    return (statement, speaker), "speaker", speaker.id


def _ruled_before(sought: str, standing: Sequence[Decision]) -> Target | None:
    """The statement of an earlier ruling that the id leads to: one that was rejected is not in the view any more."""
    about = {target.id: target for decision in standing for target in decision.about if target.kind == "statement"}
    found = [whole for whole in about if whole.startswith(sought)] if len(sought) >= SHORTEST_ID else []
    return about[found[0]] if len(found) == 1 else None


def _target(view: View, sought: str, kind: str) -> Target:
    """What the id of a statement or decision leads to."""
    target = one(view.target, sought, kind)
    if target.kind != kind:
        raise RefusedError(f"{sought}: this is the id of a {target.kind}; a {kind}'s is needed")
    return target


def _entity(view: View, sought: str) -> Target:
    """The chain that stands for whom a name or id means: the very chain of an id, the least of the entity that is named."""
    if len(sought) >= SHORTEST_ID and all(digit in "0123456789abcdef" for digit in sought):
        return _target(view, sought, "chain")
    return view.target(one_entity(view, sought).id)


def _followed(about: tuple[Target, ...], decisions: Sequence[Decision], by: str) -> str:
    """The id of the newest standing decision about the same by the same person, "" where there is none.

    People revise themselves; where two of them disagree, neither ruling follows the other, and the contradiction is told.
    """
    gone = undone(decisions)
    standing = [one for one in decisions if one.id not in gone and one.ruling != "undo" and one.by == by]
    same = [one for one in standing if _subject(one.about) == _subject(about)]
    return max(same, key=lambda one: (one.at, one.id)).id if same else ""


def _subject(about: tuple[Target, ...]) -> frozenset[str]:
    """What a ruling is about: one statement (whoever else it names), or two chains in either order."""
    return frozenset({about[0].id}) if about[0].kind == "statement" else frozenset(target.id for target in about)
