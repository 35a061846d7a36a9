"""What a test asks of `collect`, in few words."""

from pathlib import Path

from onrecord.core.evidence import Date
from onrecord.core.faults import Fault
from onrecord.sources import Found, Notice, Options, Outcome, collect


def gather(*places: Path | str, options: Options | None = None) -> list[Outcome]:
    """All that is found at the places."""
    return list(collect([str(place) for place in places], options or Options()))


def only(*places: Path | str, options: Options | None = None) -> Found:
    """The one document found at the places; nothing else may be said about them."""
    (found,) = gather(*places, options=options)
    assert isinstance(found, Found), found
    return found


def documents(outcomes: list[Outcome]) -> list[Found]:
    return [outcome for outcome in outcomes if isinstance(outcome, Found)]


def faults(outcomes: list[Outcome], folder: Path) -> list[str]:
    """The faults as a user sees them, without the folder that the test made."""
    return [_short(str(outcome), folder) for outcome in outcomes if isinstance(outcome, Fault)]


def notices(outcomes: list[Outcome], folder: Path) -> list[str]:
    return [_short(str(outcome), folder) for outcome in outcomes if isinstance(outcome, Notice)]


def names(outcomes: list[Outcome], folder: Path) -> list[str]:
    return [_short(found.appearance.name, folder) for found in documents(outcomes)]


def _short(place: str, folder: Path) -> str:
    return place.replace(f"{folder.as_posix()}/", "")


def days(date: Date) -> str:
    """A candidate as one line: bounds, basis, and where it stands."""
    bounds = date.earliest if date.exact else f"{date.earliest} to {date.latest}"
    (evidence,) = date.evidence
    return f"{bounds} {date.basis} {evidence.field or list(evidence.spans)} “{evidence.words}”"


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path
