"""Unfinished work, done: documents described, blocks resolved, components clustered, tenures found, each when those before rest."""

import time
from collections.abc import Callable, Sequence
from functools import partial

import apsw

from onrecord import __version__
from onrecord.core.decisions import Decision
from onrecord.core.evidence import UNKNOWN_DATE, Date
from onrecord.core.readings import Reading
from onrecord.record.bounding import repeated
from onrecord.record.decisions import decisions_naming, rulings_on, with_todays_ids
from onrecord.record.derived import Described, clear_described, write_described
from onrecord.record.growing import block_name, grown, printed_in, twins, write_grown, write_twin
from onrecord.record.tenures import next_persons, write_tenures
from onrecord.record.upkeep import write_version
from onrecord.record.work import (
    DirtyDocument,
    Kind,
    load_block,
    next_blocks,
    next_components,
    next_document,
    pending,
    write_clusters,
    write_links,
)
from onrecord.record.writer import Writer
from onrecord.resolution import (
    VERSION,
    cluster_chains,
    cluster_statements,
    describe,
    full_names,
    keys,
    linked_to_the_least,
    published,
    resolve,
    telling,
    tenures_of,
)
from onrecord.resolution.dating import appearance_date

CHUNK = 0.5
"""Seconds of work in one transaction: how long another writer waits for its turn."""


def settle(writer: Writer, told: Callable[[int], None] | None = None) -> None:
    """Do all work that is marked as unfinished, by this process or another, in chunks that others' writes may come between.

    `told` is called after each chunk with how many marks are left. Raises RecordError.
    """
    busy = True
    while busy:
        with writer.transaction() as connection:
            end = time.monotonic() + CHUNK
            while (busy := any(step(connection, end) for step in STEPS)) and time.monotonic() < end:
                pass
            write_version(connection, "program", __version__)
            write_version(connection, "resolution", VERSION)
            left = pending(connection)
        if told:
            told(left)


def _describe_next(connection: apsw.Connection, _end: float) -> bool:
    document = next_document(connection)
    if document and document.appearances:
        decisions = decisions_naming(connection, document.id)
        undated = published(document.appearances) == UNKNOWN_DATE
        bounded_by = repeated(connection, document.key) if undated else UNKNOWN_DATE
        write_described(connection, document.key, _described(document, decisions, bounded_by))
    elif document:
        clear_described(connection, document.key)
    return document is not None


def _described(document: DirtyDocument, decisions: Sequence[Decision], bounded_by: Date) -> Described:
    reading = document.reading or Reading(document.id, "", "und")
    description = describe(document.text, reading, document.appearances, decisions, bounded_by)
    dates = {appearance.id: appearance_date(appearance) for appearance in document.appearances}
    statements = [settled.statement for settled in description.statements]
    tellings = {statement.id: telling(document.text, document.id, statement, "").words for statement in statements}
    blocks = keys(document.text, reading, published(document.appearances))
    return Described(document.text, reading, description, dates, blocks, tellings)


def _resolve_next(connection: apsw.Connection, end: float, kind: Kind) -> bool:
    found = next_blocks(connection, kind)
    for key in found or ():
        if not (kind == "chain" and _grow(connection, key)):
            block, members = load_block(connection, key, kind)
            decisions = [with_todays_ids(ruling) for ruling in rulings_on(connection, members.values())]
            write_links(connection, key, members, resolve(block, decisions) if len(members) > 1 else ())
        if time.monotonic() > end:
            break
    return found is not None


def _grow(connection: apsw.Connection, key: int) -> bool:
    """Work what is new into a block that only grows; False where the whole block has to be resolved."""
    name = block_name(connection, key)
    more = grown(connection, key, name) if linked_to_the_least(name, partial(printed_in, connection, key)) else None
    if more:
        write_grown(connection, key, more, resolve(more.block, ()))
    return more is not None


def _join_twins(connection: apsw.Connection) -> bool:
    """Put what is new and just like others into their entity, where that keeps its name; whether there was any."""
    any_joined = False
    for twin in twins(connection):
        if twin.name in full_names(twin.profile):
            write_twin(connection, twin)
            any_joined = True
    return any_joined


def _cluster_next(connection: apsw.Connection, _end: float, kind: Kind) -> bool:
    if kind == "chain" and _join_twins(connection):
        return True
    components = next_components(connection, kind)
    if kind == "chain":
        clusters = [cluster_chains(one.profiles, one.links, rulings_on(connection, one.keys)) for one in components]
    else:
        clusters = [cluster_statements(one.tellings, one.links) for one in components]
    write_clusters(connection, kind, components, clusters)
    return bool(components)


def _hold_next(connection: apsw.Connection, _end: float) -> bool:
    persons = next_persons(connection)
    for key, person, told in persons:
        write_tenures(connection, key, tenures_of(person, told))
    return bool(persons)


STEPS: tuple[Callable[[apsw.Connection, float], bool], ...] = (
    _describe_next,
    partial(_resolve_next, kind="chain"),
    partial(_cluster_next, kind="chain"),
    _hold_next,
    partial(_resolve_next, kind="statement"),
    partial(_cluster_next, kind="statement"),
)
"""Some of each kind of work, to be broken off at an end of the monotonic clock; each says whether it found any, and runs only
when those before it found none."""
