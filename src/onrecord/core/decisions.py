"""Decisions: what a person ruled, who, when, why; never overwritten, only followed."""

from dataclasses import dataclass
from typing import Literal

from onrecord.core.ids import content_id
from onrecord.core.spans import Span

Ruling = Literal["accept", "reject", "correct", "add", "same", "different", "unsure", "undo"]
TargetKind = Literal["statement", "chain", "decision"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about, so that it is found again after a newer reader: the item's id, and its place and words.

    A ruling about entities is pinned to a chain of each (an entity's id is that of its least chain). `spans` are a statement's
    content or a chain's first mention; all but `id` is empty for a decision (what `undo` is about).
    """

    kind: TargetKind
    id: str
    document: str
    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling. `field` and `value` are filled by `correct` alone (`speaker`, a chain's id or "" for nobody).

    For `correct`, the second target in `about` pins the chain that `value` names. `at` is an ISO instant in UTC. `follows` is
    the id of the decision that this one revises or undoes, or "".
    """

    id: str
    about: tuple[Target, ...]
    ruling: Ruling
    field: str
    value: str
    by: str
    at: str
    why: str
    follows: str


def decision_id(about: tuple[Target, ...], ruling: str, field: str, value: str, by: str, at: str, why: str) -> str:
    """A decision's id: the hash of everything it says."""
    return content_id("decision", *(f"{target.kind} {target.id}" for target in about), ruling, field, value, by, at, why)
