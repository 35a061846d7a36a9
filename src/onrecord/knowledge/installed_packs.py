"""Packs that are installed beside the program: distributions with an entry point in the group `onrecord.packs`.

Such an entry point names a Python package that holds `pack.jsonl.gz` or `pack.jsonl`; nothing of it is run.
"""

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files

from onrecord.core.faults import Fault
from onrecord.knowledge.packs import PackError, PackHeader, header_of

GROUP = "onrecord.packs"
FILES = ("pack.jsonl.gz", "pack.jsonl")


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack that is installed: what it says of itself, its file, and which distribution brought it."""

    header: PackHeader
    place: str
    distribution: str
    content: bytes


def installed_packs() -> tuple[tuple[InstalledPack, ...], tuple[Fault, ...]]:
    """The installed packs in order of name and distribution, and what is wrong with those that cannot be used."""
    found: list[InstalledPack] = []
    faults: list[Fault] = []
    for point in entry_points(group=GROUP):
        try:
            found.append(_installed(point))
        except PackError as error:
            faults.append(error.fault)
    return tuple(sorted(found, key=lambda one: (one.header.name, one.distribution))), tuple(sorted(faults))


def _installed(point: EntryPoint) -> InstalledPack:
    brought = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
    try:
        folder = files(point.value)
    except ImportError as error:
        raise PackError(brought, f"it names a package {point.value} that is not there; install it again") from error
    for name in FILES:
        if (file := folder / name).is_file():
            content, place = file.read_bytes(), f"{brought}, {name}"
            return InstalledPack(header_of(content, place), place, brought, content)
    raise PackError(brought, f"there is no {FILES[0]} in its package {point.value}; install it again")
