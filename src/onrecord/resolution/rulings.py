"""People's rulings: which of them hold, where their targets are today, what they do to a statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.core.decisions import Decision, Target
from onrecord.core.faults import Fault
from onrecord.core.readings import Reading, Statement
from onrecord.core.spans import Span, shared_part

SAME_PLACE = 0.8
"""The share of its characters that an item must have in common with a target that has lost its id (the design's 80 %)."""

_SHORT_ID = 8
_LONGEST_WORDS = 60


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody has undone or revised, in the order of their making (`at`, then id); undoings left out.

    A decision falls with one that follows it and stands; an undoing may itself be undone.
    """
    known = {decision.id: decision for decision in decisions}
    followers: dict[str, set[str]] = {}
    for decision in known.values():
        for followed in _followed(decision):
            followers.setdefault(followed, set()).add(decision.id)
    fallen: dict[str, bool] = {}
    ordered = sorted(known.values(), key=lambda decision: (decision.at, decision.id))
    return tuple(decision for decision in ordered if not _falls(decision.id, followers, fallen) and decision.ruling != "undo")


def _followed(decision: Decision) -> set[str]:
    undone = {target.id for target in decision.about if target.kind == "decision"} if decision.ruling == "undo" else set()
    return (undone | {decision.follows}) - {"", decision.id}


def _falls(id_: str, followers: dict[str, set[str]], fallen: dict[str, bool]) -> bool:
    """Whether a decision has fallen; of decisions that follow each other in a ring, which only a forger can make, none has."""
    if id_ not in fallen:
        fallen[id_] = False
        fallen[id_] = any(not _falls(follower, followers, fallen) for follower in sorted(followers.get(id_, ())))
    return fallen[id_]


def named(decision: Decision | str) -> str:
    """A decision as faults name it: `decision 1f3a9c20`."""
    return f"decision {(decision if isinstance(decision, str) else decision.id)[:_SHORT_ID]}"


def short_words(words: str) -> str:
    """Words in quotation marks on one line, cut where they are long."""
    plain = " ".join(words.split())
    return f"“{plain}”" if len(plain) <= _LONGEST_WORDS else f"“{plain[:_LONGEST_WORDS].rstrip()}…”"


@dataclass(frozen=True, slots=True)
class Located:
    """Where decisions found their targets: (decision id, position in its `about`, id today) in order, and those adrift."""

    targets: tuple[tuple[str, int, str], ...]
    faults: tuple[Fault, ...]

    def by_target(self) -> dict[tuple[str, int], str]:
        """Decision id and position → the id of the item today."""
        return {(decision, position): item for decision, position, item in self.targets}


def locate(reading: Reading, decisions: Sequence[Decision]) -> Located:
    """Find what decisions about a document's chains and statements are about in a reading of it.

    A target is the item with its id; else the one statement whose content, or the one chain with a mention whose span, shares
    SAME_PLACE of its characters with the target's spans. A decision that stands and finds no item, or several, is a fault.
    """
    wanted = [
        (decision, position, target)
        for decision in sorted(set(decisions), key=lambda decision: decision.id)
        for position, target in enumerate(decision.about)
        if target.document == reading.document and target.kind != "decision"
    ]
    places = _Places(reading) if wanted else None
    found = [(decision, position, target, places.find(target)) for decision, position, target in wanted] if places else []
    stands = {decision.id for decision in standing(decisions)}
    return Located(
        tuple((decision.id, position, item) for decision, position, _, item in found if item),
        tuple(_adrift(decision, target) for decision, _, target, item in found if not item and decision.id in stands),
    )


class _Places:
    """The chains that have a name, and the statements, of a reading by their id and by their spans."""

    def __init__(self, reading: Reading) -> None:
        named = {chain.id for chain in reading.chains if chain.name}
        self.ids = {
            "chain": named,
            "statement": {statement.id for statement in reading.statements},
        }
        self.spans: dict[str, list[tuple[str, tuple[Span, ...]]]] = {
            "chain": [(mention.chain, (mention.span,)) for mention in reading.mentions if mention.chain in named],
            "statement": [(statement.id, statement.content) for statement in reading.statements],
        }

    def find(self, target: Target) -> str:
        """The id of the one item that the target is today, "" where there is none or more than one."""
        if target.id in self.ids[target.kind]:
            return target.id
        fitting = {item for item, spans in self.spans[target.kind] if _overlap(spans, target.spans) >= SAME_PLACE}
        return fitting.pop() if len(fitting) == 1 else ""


def _overlap(one: tuple[Span, ...], other: tuple[Span, ...]) -> float:
    if not one or not other or one[0].start >= other[-1].end or other[0].start >= one[-1].end:
        return 0.0
    return shared_part(one, other)


def _adrift(decision: Decision, target: Target) -> Fault:
    return Fault(
        named(decision),
        f"adrift: {decision.by} ruled “{decision.ruling}” on the {target.kind} {short_words(target.words)}, "
        f"which today's reading of document {target.document[:_SHORT_ID]} does not have; rule on what stands there now, or undo it",
    )


@dataclass(frozen=True, slots=True)
class Settled:
    """A statement after people's rulings: the decisions that shaped it, whether it is rejected or corrected, contradictions."""

    statement: Statement
    decisions: tuple[str, ...]
    rejected: bool
    corrected: bool
    faults: tuple[Fault, ...]


def settle(statement: Statement, rulings: Sequence[Decision], speakers: dict[str, str | None]) -> Settled:
    """Apply the rulings on a statement that stand, in order: of contradicting ones the latest holds, the others are faults.

    `speakers` maps each correction's id to the chain that it names today, None for nobody. To accept what was corrected
    before is to agree with the correction; any two other rulings that differ contradict each other.
    """
    holding: list[Decision] = []
    faults = []
    for decision in reversed(rulings):
        against = next((later for later in holding if not _agrees(decision, later)), None)
        if against:
            faults.append(_contradiction(decision, against))
        else:
            holding.append(decision)
    correction = next((decision for decision in holding if decision.ruling == "correct"), None)
    if correction:
        statement = _with_speaker(statement, speakers[correction.id])
    ids = tuple(decision.id for decision in reversed(holding))
    return Settled(statement, ids, any(one.ruling == "reject" for one in holding), correction is not None, tuple(faults))


def _agrees(earlier: Decision, later: Decision) -> bool:
    same = (earlier.ruling, earlier.field, earlier.value) == (later.ruling, later.field, later.value)
    return same or (earlier.ruling == "correct" and later.ruling == "accept")


def _contradiction(earlier: Decision, later: Decision) -> Fault:
    words = short_words(earlier.about[0].words)
    return Fault(
        named(earlier),
        f"rules “{earlier.ruling}” on the statement {words}, {named(later)} “{later.ruling}”; the later holds: undo one of them",
    )


def _with_speaker(statement: Statement, speaker: str | None) -> Statement:
    return replace(statement, speaker=speaker, basis="resolved" if speaker else "none", candidates=())
