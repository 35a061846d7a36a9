"""`onrecord packs`: the lists of people known to hold office that are installed, and those that a record has taken up."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from onrecord import compile as trip
from onrecord.core.faults import Fault
from onrecord.faces.counting import counted
from onrecord.faces.opening import must_exist, opened
from onrecord.faces.options import RecordOption
from onrecord.faces.printing import Line, print_lines, tell_faults
from onrecord.faces.refusals import DONE, DONE_WITH_FAULTS, RefusedError
from onrecord.knowledge.installed_packs import InstalledPack, installed_packs
from onrecord.knowledge.packs import PackError
from onrecord.record.packs import KeptPack
from onrecord.settings import SETTINGS

SUFFIXES = (".jsonl", ".jsonl.gz")


def packs(
    action: Annotated[str, Parameter(help="use or drop; none lists the packs.")] = "",
    /,
    *names: Annotated[str, Parameter(name="PACK", help="An installed pack's name, or a file or folder of packs.")],
    record: RecordOption = SETTINGS.record,
) -> int:
    """List the packs of people known to hold office, take one up, or drop it."""
    if action not in ("", "use", "drop"):
        raise RefusedError(f"{action}: write: onrecord packs, onrecord packs use PACK, or onrecord packs drop PACK")
    if action and not names:
        raise RefusedError(f"which pack? write: onrecord packs {action} PACK (onrecord packs lists them)")
    if action == "use":
        return _use(record, names)
    if action == "drop":
        return _drop(record, names)
    installed, faults = installed_packs()
    print_lines(_listed(_kept(record), installed, record))
    tell_faults(faults)
    return DONE_WITH_FAULTS if faults else DONE


def _kept(record: Path) -> tuple[KeptPack, ...]:
    if not record.is_file():
        return ()
    with opened(record) as view:
        return view.packs()


def _use(record: Path, names: Sequence[str]) -> int:
    must_exist(record)
    files = [file for name in names for file in _files(name)]
    faults: list[Fault] = []
    for content, place in files:
        try:
            pack, new = trip.use_pack(record, content, place)
        except PackError as error:
            faults.append(error.fault)
            continue
        head = pack.header
        told = f"{record}: {head.name}, snapshot {head.snapshot}, {counted(head.people, 'person')}"
        print_lines([Line(told if new else f"{told}; as before"), Line(f"{head.licence}, {head.attribution}", 2)])
    tell_faults(faults)
    return DONE_WITH_FAULTS if faults else DONE


def _files(name: str) -> Iterator[tuple[bytes, str]]:
    """The bytes and the name of each file that is meant; raises RefusedError where there is none."""
    installed, _ = installed_packs()
    meant = [one for one in installed if one.header.name == name]
    if len(meant) > 1:
        brought = ", ".join(one.distribution for one in meant)
        raise RefusedError(f"{name}: brought by more than one package ({brought}); uninstall one, or name its file")
    if meant:
        yield meant[0].content, meant[0].place
        return
    path = Path(name)
    if not path.exists():
        others = ", ".join(one.header.name for one in installed) or "none"
        raise RefusedError(f"{name}: no such file, and no pack of this name is installed (installed: {others})")
    inside = sorted(one for one in path.rglob("*") if one.name.endswith(SUFFIXES)) if path.is_dir() else [path]
    if not inside:
        raise RefusedError(f"{name}: no pack in this folder; packs are files that end in {' or '.join(SUFFIXES)}")
    for file in inside:
        try:
            yield file.read_bytes(), file.as_posix()
        except OSError as error:
            raise RefusedError(f"{file.as_posix()}: cannot be read ({error.strerror})") from error


def _drop(record: Path, names: Sequence[str]) -> int:
    must_exist(record)
    kept = {pack.name for pack in _kept(record)}
    if missing := [name for name in names if name not in kept]:
        others = ", ".join(sorted(kept)) or "none"
        raise RefusedError(f"{missing[0]}: the record has no pack of this name (it has: {others})")
    for name in names:
        trip.leave_pack(record, name)
        print_lines([Line(f"{record}: {name} dropped")])
    return DONE


def _listed(kept: Sequence[KeptPack], installed: Sequence[InstalledPack], record: Path) -> Iterator[Line]:
    """Each pack with its list, its day and where it is: in the record, installed, or both."""
    yield Line(f"{counted(len(kept), 'pack')} in {record}, {len(installed)} installed", style="bold")
    for pack in kept:
        yield Line("")
        yield Line(f"{pack.name} · snapshot {pack.snapshot} · {counted(pack.people, 'person')} · in the record", style="bold")
        yield Line(f"{pack.licence}, {pack.attribution}", 2)
        yield Line(f"sha256 {pack.sha256}", 2, "dim")
    used = {(pack.name, pack.snapshot) for pack in kept}
    for one in installed:
        head = one.header
        if (head.name, head.snapshot) not in used:
            yield Line("")
            yield Line(f"{head.name} · snapshot {head.snapshot} · {counted(head.people, 'person')} · installed", style="bold")
            yield Line(f"{head.licence}, {head.attribution}", 2)
            yield Line(f"take it up with: onrecord packs use {head.name}", 2)
