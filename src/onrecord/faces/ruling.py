"""`onrecord rule`: what a person rules on a statement, on who is who, or on an earlier ruling."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from onrecord import compile as trip
from onrecord.core.decisions import Decision
from onrecord.core.faults import Fault
from onrecord.faces.counting import counted
from onrecord.faces.decided import Wanted, as_decision, decide, undone
from onrecord.faces.instants import shown
from onrecord.faces.opening import SHORTEST_ID, opened
from onrecord.faces.options import ByOption, RecordOption
from onrecord.faces.printing import Line, print_lines, tell, tell_faults
from onrecord.faces.refusals import DONE, DONE_WITH_FAULTS, RefusedError
from onrecord.faces.ruling_file import wanted_from
from onrecord.record.view import View
from onrecord.settings import SETTINGS


def rule(
    ruling: Annotated[
        str, Parameter(help="accept, reject, correct, same, different, unsure or undo; none lists the rulings.")
    ] = "",
    /,
    *items: Annotated[str, Parameter(name="ITEM", help="What it is about: a statement, two names or chains, a decision.")],
    speaker: Annotated[str, Parameter(metavar="NAME", help="With correct: who said it (a name or an id), or nobody.")] = "",
    why: Annotated[str, Parameter(metavar="TEXT", help="The reason; every ruling needs one.")] = "",
    by: ByOption = SETTINGS.by,
    source: Annotated[
        Path | None, Parameter(name="--from", metavar="FILE", help="Take rulings from a CSV or JSONL file, one a row.")
    ] = None,
    record: RecordOption = SETTINGS.record,
) -> int:
    """Rule on a statement, or on who is who; rulings outlive rebuilds."""
    if source is not None and (ruling or speaker or why):
        raise RefusedError("--from takes all from its file; leave the ruling, --speaker and --why out, or --from")
    with opened(record) as view:
        earlier = [as_decision(item) for item in view.decisions()]
        if source is not None:
            decisions, faults = _from_rows(view, wanted_from(source, by), earlier)
        elif ruling:
            decisions, faults = [decide(view, Wanted(ruling, items, speaker, why, by, ""), earlier)], []
        else:
            print_lines(_listed(earlier))
            return DONE
    return _apply(record, decisions, faults)


def _from_rows(
    view: View, rows: Iterator[tuple[str, Wanted | Fault]], earlier: Sequence[Decision]
) -> tuple[list[Decision], list[Fault]]:
    """The decisions that the rows want, each following those before it, and the faults of the rows that want none."""
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for place, row in rows:
        if isinstance(row, Fault):
            faults.append(row)
            continue
        try:
            decisions.append(decide(view, row, [*earlier, *decisions]))
        except RefusedError as refused:
            in_a_line = str(refused).replace(":\n  ", ": ").replace("\n  ", ", ")
            faults.append(Fault(place, f"{in_a_line}; skipped"))
    return decisions, faults


def _apply(record: Path, decisions: Sequence[Decision], faults: Sequence[Fault]) -> int:
    """Write the decisions into the record and tell what was done."""
    if decisions:
        outcome = trip.rule(record, decisions)
        faults = [*faults, *outcome.faults]
        tell(*outcome.notices)
    tell_faults(faults)
    print_lines(_listed(decisions))
    return DONE_WITH_FAULTS if faults else DONE


def _listed(decisions: Sequence[Decision]) -> Iterator[Line]:
    """The decisions, oldest first, with what became of each."""
    gone = undone(decisions)
    yield Line(counted(len(decisions), "ruling"), style="bold")
    for decision in sorted(decisions, key=lambda one: (one.at, one.id)):
        state = " · undone" if decision.id in gone else ""
        yield Line("")
        yield Line(f"{decision.id[:SHORTEST_ID]} · {decision.ruling} · {decision.by} · {shown(decision.at)}{state}", style="bold")
        for target in decision.about:
            words = f" “{target.words}”" if target.words else ""
            yield Line(f"{target.kind} {target.id[:SHORTEST_ID]}{words}", 2)
        yield Line(f"why: {decision.why}", 2)
