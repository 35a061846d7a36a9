"""The view of a record: reads only, one consistent snapshot, everything as items of the interchange format."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import apsw

from onrecord.core.decisions import Target
from onrecord.core.faults import Fault
from onrecord.core.items import (
    FORMAT,
    KINDS,
    AppearanceItem,
    DecisionItem,
    DocumentItem,
    EntityItem,
    FaultItem,
    Item,
    LinkItem,
    MentionItem,
    PackItem,
    RecordItem,
    StatementItem,
    TenureItem,
    TimeItem,
    UtteranceItem,
)
from onrecord.core.resolved import OfficeTold
from onrecord.core.spans import words_at
from onrecord.record.codec import unpack_reading
from onrecord.record.decisions import all_decisions
from onrecord.record.errors import AmbiguousError, NotFoundError, plain_errors
from onrecord.record.file import open_for_reading
from onrecord.record.finding import found_words, naming_sentences, peoples_order, target_of
from onrecord.record.naming import entities_with_id, ranked_entities
from onrecord.record.packs import KeptPack, kept_packs, pack_content
from onrecord.record.results import Hit, LeftOut, Passage, PrintedTitle
from onrecord.record.rows import (
    APPEARANCES,
    DOCUMENTS,
    ENTITIES,
    LINKS,
    PEOPLES_ORDER,
    STATEMENTS,
    TENURES,
    TIMES,
    UTTERANCES,
    appearance_item,
    document_item,
    entity_item,
    link_item,
    statement_item,
    tenure_item,
    time_item,
    utterance_item,
)
from onrecord.record.snapshot import BEGINS, COUNTS, FAULTS, LEFT_OUT, OWNERS, STATEMENTS_WHERE, VERSIONS, id_range, open_snapshot
from onrecord.record.sql import Row, rows
from onrecord.record.tenures import OFFICES, office_told
from onrecord.record.work import pending


class View:
    """A record as it was when the view was opened; close it, or use it in a `with`.

    With `as_of` (an ISO day) documents are left out that had no appearance certainly published by then (`published.latest`), and so
    is what rests on them alone; identities and decisions are today's. A document's date is that of its earliest appearance, so it
    is the same in every view that has the document. Documents that another has replaced stay, see `replaced_by`.
    With `known` (an ISO day) documents are left out that this record did not have at the end of that day, in UTC; of those
    withdrawn since it only has that they were there. Dates, identities and decisions are today's.
    Raises RecordError.
    """

    def __init__(self, path: Path | str, as_of: str | None = None, known: str | None = None) -> None:
        self.path = path
        self._known = known
        self._connection = open_for_reading(path)
        with self._reading() as connection:
            open_snapshot(connection, as_of, known)

    def __enter__(self) -> "View":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def _reading(self) -> Iterator[apsw.Connection]:
        with plain_errors(self.path):
            yield self._connection

    def _rows(self, sql: str, *values: str | int | None) -> list[Row]:
        with self._reading() as connection:
            return rows(connection, sql, *values)

    def _stream(self, sql: str, *values: str | int | None) -> Iterator[Row]:
        with self._reading() as connection:
            yield from connection.execute(sql, values)

    def record(self) -> RecordItem:
        """The format, the versions and how many items of each kind there are (counts are those of this view)."""
        versions = {name: value for name, value in self._rows("SELECT name, value FROM version ORDER BY name") if name != "erasing"}
        readers = self._rows("SELECT DISTINCT reader FROM reading JOIN visible USING (document) ORDER BY reader")
        versions["reader"] = " ".join(reader for (reader,) in readers)
        packs = {"packs": " ".join(f"{pack.name}@{pack.sha256}" for pack in self.packs())} if self.packs() else {}
        counts = {kind: int(self._rows(count)[0][0]) for kind, count in COUNTS.items()}
        counts |= {"fault": len(self.faults())} | ({"pack": len(self.packs())} if packs else {})
        return RecordItem(
            FORMAT,
            {name: versions.get(name, "") for name in VERSIONS} | packs,
            {kind: counts[kind] for kind in KINDS if kind in counts},
        )

    def left_out(self) -> LeftOut:
        """How many documents `as_of` and `known` leave out and why; nothing without them."""
        return LeftOut(*self._rows(LEFT_OUT, self._known)[0])

    def documents(self) -> tuple[DocumentItem, ...]:
        """All documents by id, `text` None (see `text`)."""
        return tuple(document_item(row) for row in self._rows(f"{DOCUMENTS} ORDER BY document.id"))

    def document(self, sought: str) -> DocumentItem:
        """The document with that id, beginning of an id, or appearance's name (the text that stands there now).

        Raises NotFoundError, AmbiguousError.
        """
        named = """SELECT document.id FROM shown JOIN appearance ON appearance.key = shown.appearance
                   JOIN document ON document.key = shown.document WHERE appearance.name = ? ORDER BY shown.arrival DESC LIMIT 1"""
        found = [document for (document,) in self._rows(named, sought)] or self._begins("document", sought)
        return document_item(self._rows(f"{DOCUMENTS} WHERE document.id = ?", _only(sought, found))[0])

    def text(self, document: str) -> str:
        """The text of the document with that whole id. Raises NotFoundError."""
        found = self._rows("SELECT text FROM visible JOIN document ON document.key = visible.document WHERE id = ?", document)
        if not found:
            raise NotFoundError(f"{document}: no such document")
        return str(found[0][0])

    def repairs(self, document: str) -> tuple[str, ...]:
        """What was done to make the text readable where it came in (`read as Windows-1252`), each once, in order of code points."""
        return tuple(
            repair
            for (repair,) in self._rows(
                """SELECT DISTINCT appearance.repair FROM shown JOIN appearance ON appearance.key = shown.appearance
                   JOIN document ON document.key = shown.document WHERE document.id = ? AND appearance.repair <> '' ORDER BY 1""",
                document,
            )
        )

    def replaced_by(self, document: str) -> str | None:
        """The id of the document that took this one's place everywhere it stood, or None while it stands somewhere.

        Where several took it, that of the last to arrive.
        """
        takers = self._rows(
            """SELECT (SELECT taker.document FROM shown AS taker WHERE taker.replaces = shown.appearance
                       AND taker.arrival > shown.arrival ORDER BY taker.arrival DESC LIMIT 1) AS taken_by
               FROM shown JOIN document ON document.key = shown.document WHERE document.id = ? ORDER BY taken_by""",
            document,
        )
        if not takers or any(taker is None for (taker,) in takers):
            return None
        return str(self._rows("SELECT id FROM document WHERE key = ?", takers[-1][0])[0][0])

    def appearances(self, document: str | None = None) -> tuple[AppearanceItem, ...]:
        """The appearances, of one document or of all, by id."""
        where = "WHERE document.id = ?1" if document else ""
        return tuple(appearance_item(row) for row in self._rows(f"{APPEARANCES} {where} ORDER BY appearance.id", *_given(document)))

    def entities(self) -> tuple[EntityItem, ...]:
        """All entities by id."""
        return tuple(self._entities())

    def _entities(self) -> Iterator[EntityItem]:
        return (entity_item(row) for row in self._stream(f"{ENTITIES} ORDER BY entity.id"))

    def entity(self, sought: str) -> EntityItem:
        """The entity with that id, or of the chain with that id; beginnings serve. Raises NotFoundError, AmbiguousError."""
        return self._entity(_only(sought, entities_with_id(self._connection, sought)))

    def _entity(self, entity: str) -> EntityItem:
        return entity_item(self._rows(f"{ENTITIES} WHERE entity.id = ?", entity)[0])

    def find_entities(self, name: str) -> tuple[EntityItem, ...]:
        """The entities that a loosely written name may mean, best first.

        First whoever has that id or beginning of one; then whoever is printed just so, accents and case aside; then whoever has all
        of the words in a printed name, surnames first; and only where there is none of these, names that are nearly so. Within
        each, by the number of documents, then id.
        """
        with self._reading() as connection:
            return tuple(self._entity(entity) for entity in ranked_entities(connection, name))

    def mentions(self, entity: str | None = None, document: str | None = None) -> Iterator[MentionItem]:
        """Mentions in order of document, span and chain."""
        for key, name, text, blob in self._readings(entity, document):
            owners: dict[str, str] = dict(self._rows(OWNERS, key))
            found = [mention for mention in unpack_reading(blob).mentions if mention.chain in owners]
            for mention in sorted(found, key=lambda one: (one.span, one.chain)):
                if entity in (None, owners[mention.chain]):
                    words = words_at(text, mention.span)
                    yield MentionItem(owners[mention.chain], mention.chain, name, *mention.span, words, mention.form)

    def titles(self, entity: str | None = None) -> Iterator[PrintedTitle]:
        """The roles printed beside one person's names, or all persons', in order of document and of the reading."""
        for key, name, text, blob in self._readings(entity, None):
            owners: dict[str, str] = dict(self._rows(OWNERS, key))
            for title in unpack_reading(blob).titles:
                if (owner := owners.get(title.person)) and entity in (None, owner):
                    yield PrintedTitle(owner, name, *title.span, words_at(text, title.span), title.role, title.former)

    def _readings(self, entity: str | None, document: str | None) -> Iterator[Row]:
        return self._stream(
            """SELECT document.key, document.id, document.text, reading.blob FROM visible
               JOIN document ON document.key = visible.document JOIN reading ON reading.document = document.key
               WHERE (?1 IS NULL OR document.id = ?1) AND (?2 IS NULL OR document.key IN (
                   SELECT member.document FROM entity JOIN chain ON chain.entity = entity.key JOIN member ON member.key = chain.key
                   WHERE entity.id = ?2))
               ORDER BY document.id""",
            document,
            entity,
        )

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        document: str | None = None,
    ) -> tuple[StatementItem, ...]:
        """Statements in people's order (said.latest, earliest, document, place, id; undated last).

        `speaker` and `about` are entities' ids.

        Without a speaker, `about` leaves out what the entity said itself (`I will not run` is about its speaker).
        `since` keeps those that may have been said on that day or after, `until` those said by then as far as is known: an open
        beginning counts as the day by which it was certainly said. The undated are among neither.
        """
        asked = {"speaker": speaker, "about": about, "since": since, "until": until, "document": document}
        where = "".join(f" AND {STATEMENTS_WHERE[name]}" for name, value in asked.items() if value is not None)
        if about and not speaker:
            where += f" AND NOT {STATEMENTS_WHERE['own']}"
        with self._reading() as connection:
            found = connection.execute(f"{STATEMENTS} {where} {PEOPLES_ORDER}", asked).fetchall()
        return tuple(map(statement_item, found))

    def statement(self, sought: str) -> StatementItem:
        """The statement with that id or beginning of one. Raises NotFoundError, AmbiguousError."""
        whole = _only(sought, self._begins("statement", sought))
        return statement_item(self._rows(f"{STATEMENTS} AND member.id = ?", whole)[0])

    def times(self, document: str | None = None) -> tuple[TimeItem, ...]:
        """Time expressions by id."""
        where = "WHERE document.id = ?1" if document else ""
        return tuple(time_item(row) for row in self._rows(f"{TIMES} {where} ORDER BY time.id", *_given(document)))

    def tenures(self) -> tuple[TenureItem, ...]:
        """Tenures by id, those of which some evidence is in the view; their days are what all documents tell, whatever is left out.

        `office_mentions` is what a view of a day has; `resolution.tenures_of` finds from it what was known then.
        """
        return tuple(self._tenures())

    def _tenures(self) -> Iterator[TenureItem]:
        return (tenure_item(row) for row in self._stream(f"{TENURES} ORDER BY tenure.id"))

    def office_mentions(self, entity: str) -> tuple[OfficeTold, ...]:
        """All that the view's documents tell of a person's offices, by id of mention; organizations are entities' ids."""
        mine = f"""{OFFICES} JOIN visible ON visible.document = member.document JOIN entity AS holder ON holder.key = chain.entity
                   WHERE holder.id = ? ORDER BY office_mention.id"""
        return tuple(office_told(row) for row in self._rows(mine, entity))

    def utterances(self) -> tuple[UtteranceItem, ...]:
        """Utterances by id."""
        return tuple(self._utterances())

    def _utterances(self) -> Iterator[UtteranceItem]:
        return (utterance_item(row) for row in self._stream(UTTERANCES))

    def links(self, member: str | None = None) -> tuple[LinkItem, ...]:
        """Links by id, of all or of one chain or statement; a pair linked for several reasons has the best."""
        return tuple(self._links(member))

    def _links(self, member: str | None = None) -> Iterator[LinkItem]:
        key = "(SELECT key FROM member WHERE id = ?1)"
        where = f"WHERE (link.a = {key} OR link.b = {key})" if member else ""
        last = ""
        for row in self._stream(f"{LINKS} {where} ORDER BY link.id, score DESC, reasons, decisions", *_given(member)):
            if row[0] != last:
                last = row[0]
                yield link_item(row)

    def decisions(self) -> tuple[DecisionItem, ...]:
        """Decisions by id."""
        with self._reading() as connection:
            return tuple(
                DecisionItem(one.id, one.about, one.ruling, one.field, one.value, one.by, one.at, one.why, one.follows or None)
                for one in all_decisions(connection)
            )

    def faults(self) -> tuple[Fault, ...]:
        """Faults by place and message: what was wrong in the input, and what contradicts or is adrift among decisions."""
        return tuple(Fault(place, message) for place, message in self._rows(FAULTS))

    def traverse(self, *, text: bool = True) -> Iterator[Item]:
        """Every item in the export's order: kinds as in `core.items.KINDS`, then by id. All exports and checks go through here.

        Mentions, which have no id, stand in order of document, span and chain; packs by name; faults in order of place and message.
        Whom packs know is no part of the record: faces work it out and lay it between (`exports.known.everything`).
        """
        yield self.record()
        for row in self._stream(f"{DOCUMENTS} ORDER BY document.id"):
            yield document_item(row, self.text(row[0]) if text else None)
        yield from (appearance_item(row) for row in self._stream(f"{APPEARANCES} ORDER BY appearance.id"))
        yield from (
            PackItem(pack.name, pack.snapshot, pack.licence, pack.attribution, pack.people, pack.sha256) for pack in self.packs()
        )
        yield from self._entities()
        yield from self.mentions()
        yield from (statement_item(row) for row in self._stream(f"{STATEMENTS} ORDER BY member.id"))
        yield from (time_item(row) for row in self._stream(f"{TIMES} ORDER BY time.id"))
        yield from self._tenures()
        yield from self._utterances()
        yield from self._links()
        yield from self.decisions()
        yield from (FaultItem(fault.place, fault.message) for fault in self.faults())

    def search(self, words: str, limit: int | None = 50) -> tuple[Hit, ...]:
        """Where all of the words stand in statements and documents, best first, as many as `limit` says, or all.

        Any input is taken as plain words.
        """
        with self._reading() as connection:
            return tuple(Hit(*row) for row in found_words(connection, words, limit))

    def passages(self, entity: str) -> tuple[Passage, ...]:
        """The sentences that name the entity, in people's order of their day, undated last."""
        with self._reading() as connection:
            found = [Passage(*row) for row in naming_sentences(connection, entity)]
        return tuple(sorted(found, key=lambda one: (*peoples_order(one.when), one.document, one.start)))

    def target(self, sought: str) -> Target:
        """What a ruling about that statement, entity, chain or decision is pinned to; beginnings of ids serve.

        An entity's id is that of its least chain. Raises NotFoundError, AmbiguousError.
        """
        with self._reading() as connection:
            found = [*self._begins("statement", sought), *self._begins("chain", sought), *self._begins("decision", sought)]
            return target_of(connection, _only(sought, found))

    def packs(self) -> tuple[KeptPack, ...]:
        """The packs that the record has taken up, by name; as `known` has it, if the view has a day for that."""
        with self._reading() as connection:
            return kept_packs(connection, self._known)

    def pack_content(self, name: str) -> bytes:
        """The unpacked file of a pack that the record has taken up."""
        with self._reading() as connection:
            return pack_content(connection, name)

    def pending(self) -> int:
        """How many marks of unfinished work there are: 0 when all that was added has been worked in."""
        with self._reading() as connection:
            return pending(connection)

    def _begins(self, kind: str, sought: str) -> list[str]:
        """The ids of a kind that begin so; a whole id is alone."""
        return [name for (name,) in self._rows(BEGINS[kind], *id_range(sought))]


def _given(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _only(sought: str, found: Sequence[str]) -> str:
    if not found:
        raise NotFoundError(f"{sought}: nothing in the record has this id or name")
    if len(found) > 1:
        raise AmbiguousError(sought, tuple(sorted(found)))
    return found[0]
