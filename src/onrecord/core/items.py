"""The record's items as the interchange format `onrecord/1` has them, one class a kind, fields in the format's order.

Ids are whole; entities stand for chains; dates carry evidence. Faces print these and exports write them.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.core.decisions import Ruling, Target
from onrecord.core.evidence import Date, Evidence, PackRow
from onrecord.core.readings import EntityType, MentionForm, SpeakerBasis, StatementMode, StatementType, TimeType
from onrecord.core.resolved import Review
from onrecord.core.spans import Span

FORMAT = "onrecord/1"


@dataclass(frozen=True, slots=True)
class RecordItem:
    """The first line of an export: the format, the versions that made the record, how many items of each kind follow."""

    format: str
    versions: dict[str, str]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A document; `published` is the date of its earliest appearance; `text` is None where it was left out."""

    id: str
    language: str
    chars: int
    sha256: str
    published: Date
    near_duplicate_of: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class AppearanceItem:
    """A document as it came in; `replaces` is the appearance whose path or URL it took over, with another text."""

    id: str
    document: str
    name: str
    title: str
    publisher: str
    url: str
    author: str
    published: Date
    replaces: str | None
    raw_sha256: str


@dataclass(frozen=True, slots=True)
class PackItem:
    """A pack that the record has taken up, without its people; `sha256` is that of the unpacked file."""

    name: str
    snapshot: str
    licence: str
    attribution: str
    people: int
    sha256: str


@dataclass(frozen=True, slots=True)
class EntityItem:
    """A person, organization or place, and the chains that it is today."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    chains: tuple[str, ...]
    review: Review


@dataclass(frozen=True, slots=True)
class MentionItem:
    """One place where a document refers to an entity."""

    entity: str
    chain: str
    document: str
    start: int
    end: int
    words: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class StatementItem:
    """One telling of something said; `words` are those of `content`, pieces joined by ` … `."""

    id: str
    document: str
    type: StatementType
    mode: StatementMode
    speaker: str | None
    speaker_basis: SpeakerBasis
    candidates: tuple[str, ...]
    printed: str
    via: str | None
    addressee: str | None
    within: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    words: str
    about: tuple[str, ...]
    said: Date
    utterance: str
    confidence: float
    review: Review


@dataclass(frozen=True, slots=True)
class TimeItem:
    """A time expression with its TIMEX3 value and its interval of days."""

    id: str
    document: str
    start: int
    end: int
    words: str
    type: TimeType
    value: str
    mod: str
    quant: str
    freq: str
    anchor: str
    rule: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class TenureItem:
    """A person in a role at an organization or post; `from_` and `to` are the days between which it began and ended."""

    id: str
    person: str
    role: str
    organization: str | None
    post: str
    from_: Date
    to: Date
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class KnownPersonItem:
    """Whom an entity is taken to be among the people of packs, and why; `aliases` and `ids` are those that the packs have."""

    id: str
    person: str
    name: str
    aliases: tuple[str, ...]
    ids: dict[str, str]
    score: float
    reasons: tuple[str, ...]
    evidence: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class KnownOfficeItem:
    """An office that a pack knows of an entity, in its words and with its days; `incumbent` speaks of the day `listed`."""

    id: str
    person: str
    role: str
    organization: str
    post: str
    place: str
    party: str
    since: str | None
    until: str | None
    incumbent: bool
    listed: str
    evidence: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class UtteranceItem:
    """What was said once, and the statements that tell it; `earliest` is the one published first, or None."""

    id: str
    speaker: str | None
    statements: tuple[str, ...]
    earliest: str | None


ConflictTopic = Literal["office"]


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What one side of a conflict has, the items that say so, and what they rest on there."""

    value: str
    items: tuple[str, ...]
    evidence: tuple[Evidence | PackRow, ...]


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """Items that cannot all be right, side by side."""

    id: str
    topic: ConflictTopic
    sides: tuple[ConflictSide, ...]


@dataclass(frozen=True, slots=True)
class LinkItem:
    """Why two chains or two statements are taken to be the same."""

    id: str
    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionItem:
    """What a person ruled."""

    id: str
    about: tuple[Target, ...]
    ruling: Ruling
    field: str
    value: str
    by: str
    at: str
    why: str
    follows: str | None


@dataclass(frozen=True, slots=True)
class FaultItem:
    """Something wrong in the input, with its place."""

    place: str
    message: str


Item = (
    RecordItem
    | DocumentItem
    | AppearanceItem
    | PackItem
    | EntityItem
    | MentionItem
    | StatementItem
    | TimeItem
    | TenureItem
    | KnownPersonItem
    | KnownOfficeItem
    | UtteranceItem
    | ConflictItem
    | LinkItem
    | DecisionItem
    | FaultItem
)

KINDS: dict[str, type[Item]] = {
    "record": RecordItem,
    "document": DocumentItem,
    "appearance": AppearanceItem,
    "pack": PackItem,
    "entity": EntityItem,
    "mention": MentionItem,
    "statement": StatementItem,
    "time": TimeItem,
    "tenure": TenureItem,
    "known_person": KnownPersonItem,
    "known_office": KnownOfficeItem,
    "utterance": UtteranceItem,
    "conflict": ConflictItem,
    "link": LinkItem,
    "decision": DecisionItem,
    "fault": FaultItem,
}
"""Kind → class, in the order of an export."""
