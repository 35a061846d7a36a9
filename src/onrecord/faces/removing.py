"""`onrecord remove`: a document withdrawn, with all that rests on it."""

from typing import Annotated

from cyclopts import Parameter

from onrecord import compile as trip
from onrecord.faces.citing import Citer
from onrecord.faces.opening import one, opened
from onrecord.faces.options import RecordOption
from onrecord.faces.printing import Line, print_lines, tell, tell_faults
from onrecord.settings import SETTINGS


def remove(
    document: Annotated[str, Parameter(help="Its id, the beginning of its id, or the name it came in by.")],
    /,
    *,
    erase: Annotated[bool, Parameter(negative="", help="Leave no trace, not in the search index nor in rulings.")] = False,
    record: RecordOption = SETTINGS.record,
) -> int:
    """Withdraw one document, with all that rests on it."""
    with opened(record) as view:
        found = one(view.document, document, "document")
        citation = Citer(view).cite(found.id)
    outcome = trip.remove(record, found.id, erase=erase)
    tell_faults(outcome.faults)
    tell(*outcome.notices)
    print_lines([Line(f"{record}: {'erased' if erase else 'removed'} {citation}")])
    return outcome.exit_code
