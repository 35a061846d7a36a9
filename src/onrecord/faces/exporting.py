"""`onrecord export`: the record in an interchange format, to a file or standard output."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from onrecord.faces.exports import EXPORTERS
from onrecord.faces.exports.known import everything
from onrecord.faces.exports.writing import is_database, write_file, write_stdout
from onrecord.faces.opening import opened
from onrecord.faces.options import RecordOption
from onrecord.faces.printing import tell
from onrecord.faces.refusals import DONE, RefusedError
from onrecord.settings import SETTINGS


def export(
    form: Annotated[str, Parameter(name="FORMAT", help=f"The format: {', '.join(EXPORTERS)}.")],
    /,
    *,
    no_text: Annotated[bool, Parameter(negative="", help="Leave the documents' texts out; evidence still has its words.")] = False,
    output: Annotated[
        Path | None, Parameter(metavar="FILE", help="The file to write, whole or not at all; else standard output.")
    ] = None,
    record: RecordOption = SETTINGS.record,
) -> int:
    """Write the record in an interchange format."""
    if form not in EXPORTERS:
        raise RefusedError(f"{form}: no such format; choose one of: {', '.join(EXPORTERS)}")
    with opened(record) as view:
        pieces = EXPORTERS[form](everything(view, text=not no_text))
        if output is None:
            write_stdout(pieces)
            return DONE
        try:
            if is_database(output):
                raise RefusedError(
                    f"{output}: a database stands there, perhaps this very record; choose another place with --output"
                )
            write_file(output, pieces)
        except OSError as error:
            raise RefusedError(f"{output}: cannot be written ({error.strerror}); choose another place with --output") from error
    tell(f"{output}: written")
    return DONE
