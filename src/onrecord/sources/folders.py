"""Files on the disk: names as appearances have them, folders walked in order of name, links that lead back noticed."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from onrecord.core.faults import Fault
from onrecord.sources.decoding import file_name
from onrecord.sources.kinds import is_hidden, is_other_matter, passed_over
from onrecord.sources.outcomes import Notice


@dataclass(frozen=True, slots=True)
class Place:
    """A file on the disk and its name as appearances have it."""

    path: Path
    name: str


def place_name(place: str) -> str:
    """A path as it was typed, normalised: `./` dropped, `/` between folders."""
    return file_name(PurePath(place).as_posix())


def files_of(place: str) -> Iterator[Place | Fault | Notice]:
    """The file that a path leads to, or all files in a folder, in order of name.

    Hidden files are passed over; pictures, sound and the like are counted in one notice; what cannot be opened is a fault.
    """
    path = Path(place)
    if not _is(path.is_dir):
        yield Place(path, place_name(place))
        return
    others: Counter[str] = Counter()
    empty = True
    for found in _inside(path, place_name(place), (), others):
        empty = False
        yield found
    if others:
        yield Notice(place_name(place), passed_over(others))
    elif empty:
        yield Notice(place_name(place), "nothing in it that is read")


def _inside(folder: Path, name: str, above: tuple[Path, ...], others: Counter[str]) -> Iterator[Place | Fault]:
    try:
        real = folder.resolve()
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except (OSError, RuntimeError) as error:
        yield Fault(name, unopened(error))
        return
    if real in above:
        yield Fault(name, "a link that leads back to a folder above it; skipped")
        return
    for entry in entries:
        if is_hidden(entry.name):
            continue
        entry_name = file_name(entry.name)
        inner = entry_name if name == "." else f"{name.rstrip('/')}/{entry_name}"
        if _is(entry.is_dir):
            yield from _inside(entry, inner, (*above, real), others)
        elif is_other_matter(entry.name):
            others[entry.suffix.lower()] += 1
        elif _is(entry.is_file):
            yield Place(entry, inner)
        else:
            yield Fault(inner, "not a file that can be read, or a link that leads nowhere; skipped")


def _is(kind: Callable[[], bool]) -> bool:
    """Whether the system says so; what may not be looked at is nothing."""
    try:
        return kind()
    except OSError:
        return False


def unopened(error: Exception) -> str:
    """Why a file or folder was not opened, and the mend: in words of ours, since the system's differ from one to the next."""
    if isinstance(error, PermissionError):
        return "may not be read; skipped (change its permissions, or close the program that holds it)"
    return f"{why(error)}; skipped"


def why(error: Exception) -> str:
    """What the system says is wrong, without the path."""
    return str(getattr(error, "strerror", None) or error or type(error).__name__)
