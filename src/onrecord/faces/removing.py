"""`onrecord remove`: a document withdrawn, with all that rests on it."""

import unicodedata
from typing import Annotated

from cyclopts import Parameter

from onrecord import compile as trip
from onrecord.faces.citing import Citer
from onrecord.faces.opening import no_such, one, opened
from onrecord.faces.options import RecordOption
from onrecord.faces.printing import Line, print_lines, tell, tell_faults
from onrecord.faces.refusals import DONE_WITH_FAULTS, RefusedError
from onrecord.record.errors import NotFoundError
from onrecord.record.view import View
from onrecord.settings import SETTINGS


def remove(
    document: Annotated[str, Parameter(help="Its id, the beginning of its id, or the name it came in by.")],
    /,
    *,
    erase: Annotated[bool, Parameter(negative="", help="Leave no trace, not in the search index nor in rulings.")] = False,
    record: RecordOption = SETTINGS.record,
) -> int:
    """Withdraw one document, with all that rests on it."""
    document = unicodedata.normalize("NFC", document)  # as names of files are kept
    with opened(record) as view:
        named = _named(view, document, erase=erase)
    try:
        outcome = trip.remove(record, document, erase=erase)
    except NotFoundError as error:
        raise RefusedError(no_such(document, "document"), DONE_WITH_FAULTS) from error
    tell_faults(outcome.faults)
    tell(*outcome.notices)
    print_lines([Line(f"{record}: {'erased' if erase else 'removed'} {named}")])
    return outcome.exit_code


def _named(view: View, document: str, *, erase: bool) -> str:
    """The citation of the document; one that was withdrawn before and is to be erased now has only what it was called by."""
    try:
        return str(Citer(view).cite(one(view.document, document, "document").id))
    except RefusedError as refused:
        if erase and refused.code == DONE_WITH_FAULTS:
            return document
        raise
