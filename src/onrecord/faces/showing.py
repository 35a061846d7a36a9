"""`onrecord show`: the record at a glance, or all that it has on one entity."""

from typing import Annotated

from cyclopts import Parameter

from onrecord.faces.answers import as_json, tell_left_out
from onrecord.faces.dates import last_day
from onrecord.faces.dossier import Dossier, dossier
from onrecord.faces.glance import Glance, glance
from onrecord.faces.known_offices import NOTHING_KNOWN, known_offices
from onrecord.faces.opening import answering, days, one_entity
from onrecord.faces.options import ASKED_PLAINLY, Question
from onrecord.faces.printing import print_csv, print_json, print_lines
from onrecord.faces.refusals import DONE, RefusedError


def show(
    *words: Annotated[str, Parameter(name="NAME", help="Whom or what: a name, or an id; the whole record without.")],
    why: Annotated[
        bool, Parameter(negative="", help="Show the words that tell its offices, and why its mentions are one.")
    ] = False,
    question: Question = ASKED_PLAINLY,
) -> int:
    """Show the record at a glance, or all that it has on one name."""
    name = " ".join(words)
    if why and not name:
        raise RefusedError("--why explains one name; write: onrecord show NAME --why")
    as_json(question)
    asked = days(question)
    on = last_day(question.as_of, "--as-of") if question.as_of else ""
    with answering(question) as view:
        entity = one_entity(view, name) if name else None
        page: Glance | Dossier = dossier(view, entity, asked, why=why, on=on) if entity else glance(view, question.record, asked)
        known = known_offices(view, entity, question, why=why) if entity else NOTHING_KNOWN
        if question.json:
            print_json(page.plain() | known.plain())
        elif question.csv:
            print_csv(("what", "value"), (*page.rows(), *known.rows()))
        else:
            print_lines((*page.lines(), *known.lines()))
        tell_left_out(question, view)
    return DONE
