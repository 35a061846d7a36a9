"""`onrecord check` and `onrecord rebuild`: whether the record holds, and making what is derived anew."""

from typing import Annotated

from cyclopts import Parameter

from onrecord import compile as trip
from onrecord.faces.counting import counted
from onrecord.faces.opening import must_exist, opened, tell_unfinished
from onrecord.faces.options import RecordOption
from onrecord.faces.printing import Line, print_lines, tell, tell_faults
from onrecord.faces.progress import progress
from onrecord.faces.readers import JobsOption, ReaderOption, must_be_known
from onrecord.faces.refusals import DONE, DONE_WITH_FAULTS
from onrecord.reading import DEFAULT_READER
from onrecord.settings import SETTINGS


def check(
    *,
    derived: Annotated[bool, Parameter(negative="", help="Also derive everything anew, and compare.")] = False,
    record: RecordOption = SETTINGS.record,
) -> int:
    """Check that every item still stands on the words it rests on."""
    must_exist(record)
    faults = trip.check(record, derived=derived)
    tell_faults(faults)
    with opened(record) as view:
        counts, noted = view.record().counts, view.faults()
        tell_unfinished(view)
    told = f"{counted(counts.get('document', 0), 'document')}, {counted(counts.get('statement', 0), 'statement')}"
    print_lines([Line(f"{record}: {told}; {counted(len(faults), 'fault') if faults else 'all holds'}")])
    if noted:
        print_lines([Line(f"{counted(len(noted), 'fault')} noted in what was put in:"), *(Line(str(fault), 2) for fault in noted)])
    return DONE_WITH_FAULTS if faults else DONE


def rebuild(
    *,
    jobs: JobsOption = None,
    reader: ReaderOption = DEFAULT_READER,
    record: RecordOption = SETTINGS.record,
) -> int:
    """Derive everything anew from documents and rulings."""
    must_exist(record)
    must_be_known(reader, jobs)
    with progress() as report:
        outcome = trip.rebuild(record, reader=reader, jobs=jobs, progress=report)
    tell_faults(outcome.faults)
    tell(*outcome.notices)
    again = f", {counted(outcome.changed, 'document')} read again" if outcome.changed else ""
    print_lines([Line(f"{record}: rebuilt{again}")])
    return outcome.exit_code
