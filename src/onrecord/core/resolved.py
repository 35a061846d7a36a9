"""What resolution works on and what it finds: members of blocks, links between them, clusters of them."""

from dataclasses import dataclass
from typing import Literal

from onrecord.core.decisions import Decision
from onrecord.core.evidence import UNKNOWN_DATE, Date, Evidence
from onrecord.core.faults import Fault
from onrecord.core.ids import content_id
from onrecord.core.readings import EntityType, Statement, Tells, Time

Review = Literal["machine", "accepted", "corrected", "added"]


@dataclass(frozen=True, slots=True)
class Profile:
    """A chain as resolution sees it, without its text.

    `names` are the distinct printed names, most frequent first (ties: longest, then code points); `titles` the distinct
    roles printed beside them, in order of appearance, folded.
    """

    chain: str
    document: str
    type: EntityType
    names: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as resolution sees it.

    `speaker` is an entity's id, "" where nobody is known; `words` the statement's quoted words, folded.
    """

    statement: str
    document: str
    speaker: str
    words: tuple[str, ...]
    published: Date = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class Block:
    """All members that touch one key (`person:leon`, `words:9f3a…`), in order of id."""

    key: str
    profiles: tuple[Profile, ...] = ()
    tellings: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement that two chains or two statements are the same: `a` < `b`, score 0 to 1, reasons a person can read.

    `decisions` are the ids of the rulings it follows, if any.
    """

    id: str
    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    decisions: tuple[str, ...] = ()


def link(a: str, b: str, score: float, reasons: tuple[str, ...], decisions: tuple[str, ...] = ()) -> Link:
    """The link between two members, whichever is named first."""
    low, high = sorted((a, b))
    return Link(content_id("link", low, high), low, high, round(score, 4), reasons, decisions)


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization or place across documents: a set of chains.

    `id` is the least of the chains' ids. `name` is the full name printed in most documents, ties by diacritics, then code
    points; `aliases` the other printed names, in order of code points.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    chains: tuple[str, ...]
    review: Review = "machine"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said once, told by one or more statements. `id` is the least statement's; `earliest` the one published first.

    `earliest` is None where the order is not certain.
    """

    id: str
    speaker: str | None
    statements: tuple[str, ...]
    earliest: str | None


@dataclass(frozen=True, slots=True)
class AnchoredTime:
    """A reading's time in a dated document: its value and interval of days, and the day it was counted from ("" where none)."""

    time: Time
    value: str
    anchor: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class SettledStatement:
    """A reading's statement with what its document's date and people's rulings add. A rejected statement is kept and not shown."""

    statement: Statement
    said: Date
    review: Review
    rejected: bool
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeTold:
    """An office mention in its dated document, as resolution sees it.

    `organization` is the id of a chain or, once resolved, of an entity, "" where none; `body` is its name as it is compared.
    `since`, `until` and `during` are what its times come to, None where it has none; for a duration `during` is None and `since`
    reckoned from it.
    """

    mention: str
    document: str
    role: str
    organization: str
    body: str
    post: str
    tells: Tells
    words: Evidence
    published: Date
    since: Date | None = None
    until: Date | None = None
    during: Date | None = None
    courtesy: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in a role at an organization or post, over an interval.

    `id` is the least of its office mentions'. `organization` is an entity's id, "" where none is named. `began` and `ended` are the
    days between which it did; `evidence` are the words that tell of it, in order of document and place, never empty.
    """

    id: str
    person: str
    role: str
    organization: str
    post: str
    began: Date
    ended: Date
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """All that follows for one document from its reading, its appearances and the decisions that name it."""

    published: Date
    profiles: tuple[Profile, ...] = ()
    statements: tuple[SettledStatement, ...] = ()
    times: tuple[AnchoredTime, ...] = ()
    located: tuple[tuple[str, int, str], ...] = ()
    """Where decisions found their targets: decision id, position in its `about`, id of the chain or statement today."""
    faults: tuple[Fault, ...] = ()
    offices: tuple[tuple[str, OfficeTold], ...] = ()
    """Each with the chain of its person."""


@dataclass(frozen=True, slots=True)
class PlacedRuling:
    """A decision with the ids that its targets have today, in the order of its `about`; None for one that is adrift."""

    decision: Decision
    members: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """What one component of linked members comes to: entities (of chains) or utterances (of statements), and contradictions."""

    entities: tuple[Entity, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    faults: tuple[Fault, ...] = ()
