"""Opening a record for a reading command, and finding in it whom and what a person names."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import TypeVar

from onrecord.core.items import EntityItem
from onrecord.core.names import fold
from onrecord.faces.counting import counted, told
from onrecord.faces.dates import first_day, last_day
from onrecord.faces.options import Question
from onrecord.faces.printing import tell
from onrecord.faces.refusals import DONE_WITH_FAULTS, RefusedError
from onrecord.knowledge.name_order import person_parts
from onrecord.record.errors import AmbiguousError, NotFoundError, on_record
from onrecord.record.view import View
from onrecord.settings import SETTINGS

SHORTEST_ID = 8
"""Digits of an id that are shown where they suffice to tell it from all others."""

MOST_LISTED = 20
"""How many entities are listed where a name fits more than one."""

_LISTED = {"document": "documents", "statement": "timeline", "decision": "rule", "chain": "show NAME --why"}
"""What has an id → the command that lists all of its kind."""

NEAREST = 5
"""How many names are proposed for one that is not in the record."""

Found = TypeVar("Found")


@contextmanager
def opened(record: Path) -> Iterator[View]:
    """A view of the record; raises RefusedError where there is no record."""
    must_exist(record)
    with View(record) as view:
        yield view


@contextmanager
def answering(question: Question) -> Iterator[View]:
    """A view of the record that a question is asked of, as of the last days of `as_of` and `known`; raises as `opened` does."""
    must_exist(question.record)
    as_of = last_day(question.as_of, "--as-of") if question.as_of else None
    known = last_day(question.known, "--known") if question.known else None
    with View(question.record, as_of, known) as view:
        tell_unfinished(view)
        yield view


def tell_unfinished(view: View) -> None:
    """Tell where not all that was put in is worked in yet: what is asked then may lack something without a word."""
    if left := view.pending():
        mend = f"add again what was being added, or finish it with: onrecord rebuild{in_record(view.path)}"
        tell(f"{view.path}: work is unfinished ({left} left), so that answers may lack something; {mend}")


def must_exist(record: Path) -> None:
    """Raise RefusedError where there is no record at the path."""
    if record.is_dir():
        raise RefusedError(f"{record}: a folder, not a record; name a file with --record")
    if not record.is_file():
        raise RefusedError(f"{record}: no record here; make one with: onrecord add PATH{in_record(record)}")


def days(question: Question) -> tuple[str | None, str | None]:
    """The first and last ISO day that a question asks of, None where it does not say."""
    since = first_day(question.since, "--since") if question.since else None
    until = last_day(question.until, "--until") if question.until else None
    if since and until and since > until:
        raise RefusedError(f"--since {question.since} is after --until {question.until}; no day is in both")
    return since, until


def one_entity(view: View, name: str) -> EntityItem:
    """The one entity that a loosely written name or an id means; raises RefusedError with the candidates or the nearest names."""
    if not fold(name):
        raise RefusedError("an empty name names nobody; write a name or an id")
    found = view.find_entities(name)
    meant = fitting(name, found)
    if not meant:
        raise RefusedError(_nobody(view, name, found), DONE_WITH_FAULTS)
    if len(meant) > 1:
        raise RefusedError(f"{name}: it may be any of these; write more of the name, or the id:{_listed(view, meant)}")
    return meant[0]


def _nobody(view: View, name: str, near: Sequence[EntityItem]) -> str:
    """What to say of a name that is nobody's: what it is instead, whose is like it, or where to look."""
    if thing := _other_thing(view, name):
        return f"{name}: {thing}; the name of a person, an organization or a place is needed, or the id of one"
    nobody = f"{name}: nobody in the record is called that"
    if near:
        return f"{nobody}; the nearest: {', '.join(entity.name for entity in near[:NEAREST])}"
    if left := sum(astuple(view.left_out())):
        return f"{nobody}, with {counted(left, 'document')} left out; ask without --as-of and --known"
    at = in_record(view.path)
    if not view.record().counts.get("document"):
        return f"{name}: the record has no documents yet; add some with: onrecord add PATH{at}"
    return f"{nobody}, or nearly so; see who is quoted (onrecord show{at}) or where the words stand (onrecord search {name}{at})"


def in_record(record: Path | str) -> str:
    """What has to stand after a command for it to ask this record: nothing where it is the one that is asked anyway."""
    if Path(record) == SETTINGS.record:
        return ""
    return on_record(record)


def _other_thing(view: View, sought: str) -> str:
    """What it is the id of, or the name, that is no entity; "" for nothing."""
    try:
        document = view.document(sought)
    except LookupError:
        pass
    else:
        return f"the {'id' if document.id.startswith(sought.casefold()) else 'name'} of a document"
    try:
        statement = view.statement(sought)
    except LookupError:
        return ""
    speaker = f" by {view.entity(statement.speaker).name}" if statement.speaker else ""
    return f"the id of a statement{speaker}"


def _listed(view: View, entities: Sequence[EntityItem]) -> str:
    """The entities, one a line, each with its id and how much it says: who is sought is mostly one of those who say much."""
    said = {entity.id: told(view.statements(speaker=entity.id)) for entity in entities[:MOST_LISTED]}
    lines = [
        f"\n  {short(view.entity, entity.id)}  {entity.name} ({entity.type}, {said[entity.id]})"
        for entity in entities[:MOST_LISTED]
    ]
    more = len(entities) - MOST_LISTED
    return "".join(lines) + (f"\n  and {more} more" if more > 0 else "")


def fitting(name: str, found: Sequence[EntityItem]) -> tuple[EntityItem, ...]:
    """Those of the entities found that the name fits, without those that are only near it.

    A name in full means whoever is called just that; a surname or part of a name, everybody who has it. A part of an organization's
    or a place's name means it only where it is nobody's name.
    """
    by_id = tuple(entity for entity in found if any(chain.startswith(name) for chain in entity.chains) and len(name) >= SHORTEST_ID)
    if by_id:
        return by_id
    fits = tuple(entity for entity in found if _fits(name, entity))
    fits = tuple(entity for entity in fits if entity.type == "person" or _in_full(name, entity)) or fits
    same = tuple(entity for entity in fits if fold(entity.name) == fold(name))
    return same if same and person_parts(name).first else fits


def _fits(name: str, entity: EntityItem) -> bool:
    """Whether the words of the name stand, in their order, in one of the entity's printed names."""
    sought = fold(name).split()
    printed = (iter(fold(one).split()) for one in (entity.name, *entity.aliases))
    return any(all(word in words for word in sought) for words in printed)


def _in_full(name: str, entity: EntityItem) -> bool:
    """Whether the name is the whole of one of the entity's printed names."""
    return fold(name) in {fold(one) for one in (entity.name, *entity.aliases)}


def one(seek: Callable[[str], Found], sought: str, kind: str) -> Found:
    """What `seek` finds for an id, or a beginning of one; raises RefusedError where that is nothing or more than one."""
    try:
        return seek(sought)
    except AmbiguousError as error:
        listed = "".join(f"\n  {candidate}" for candidate in error.candidates)
        raise RefusedError(f"{sought}: more than one {kind} fits; write more of it:{listed}") from error
    except NotFoundError as error:
        raise RefusedError(no_such(sought, kind), DONE_WITH_FAULTS) from error


def no_such(sought: str, kind: str) -> str:
    """What to say of an id or name that nothing of the kind has, and where those that there are stand."""
    return f"{sought}: no such {kind} in the record; see those that there are: onrecord {_LISTED[kind]}"


def short(seek: Callable[[str], object], whole: str) -> str:
    """The shortest beginning of an id, of at least eight digits, by which `seek` finds it alone."""
    for length in range(SHORTEST_ID, len(whole)):
        try:
            seek(whole[:length])
        except AmbiguousError:
            continue
        return whole[:length]
    return whole
