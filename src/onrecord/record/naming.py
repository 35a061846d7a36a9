"""Entities by a loosely written name."""

import apsw
from rapidfuzz import fuzz, process

from onrecord.core.names import fold
from onrecord.knowledge.name_order import person_parts
from onrecord.record.snapshot import id_range
from onrecord.record.sql import rows

LIKE = 70.0
"""Likeness, of 100 (rapidfuzz's ratio of folded words), from which a word may be another: with two letters of seven wrong."""

NEAR = 45.0
"""Likeness of a whole name, in which the surname counts twice, from which it is a near miss: the surname is right or nearly so."""

APART = 25.0
"""How much less like than the likest a near miss may be: who writes `Tomas Brandvald` seeks Thomas Brandvold, not Greta."""

LISTED = 20
"""Near misses that are listed at most."""

_BY_DOCUMENTS = """
    SELECT entity.id FROM entity JOIN known ON known.entity = entity.key WHERE entity.key IN (SELECT value FROM json_each(?))
    ORDER BY (SELECT count(DISTINCT member.document) FROM chain JOIN member USING (key) WHERE chain.entity = entity.key) DESC,
             entity.id
"""


def entities_with_id(connection: apsw.Connection, sought: str) -> list[str]:
    """The ids of the entities that have, or of which a chain has, an id that begins so."""
    found = """SELECT DISTINCT entity.id FROM member JOIN chain USING (key) JOIN entity ON entity.key = chain.entity
               JOIN known ON known.entity = entity.key WHERE member.id >= ? AND member.id < ? ORDER BY entity.id"""
    return [entity for (entity,) in rows(connection, found, *id_range(sought))]


def ranked_entities(connection: apsw.Connection, name: str) -> list[str]:
    """The ids of the entities that the name may mean, best first; near misses only where there is nothing better."""
    folded = fold(name)
    if not folded:
        return []
    steps = (
        [key for (key,) in rows(connection, "SELECT DISTINCT entity FROM alias WHERE folded = ?", folded)],
        _with_words(connection, folded, "surname = ?", person_parts(name).last),
        _with_words(connection, folded, "folded LIKE ?", f"%{folded.split()[0]}%"),
    )
    found = entities_with_id(connection, name)
    for keys in steps:
        found += _by_documents(connection, keys)
    return list(dict.fromkeys(found or _near(connection, folded)))


def _with_words(connection: apsw.Connection, folded: str, where: str, value: str) -> list[int]:
    words = set(folded.split())
    found = rows(connection, f"SELECT entity, folded FROM alias WHERE {where}", value)
    return sorted({entity for entity, printed in found if words <= set(printed.split())})


def _near(connection: apsw.Connection, folded: str) -> list[str]:
    """The ids of entities whose names are nearly so, the likest first, of those as like whoever is in the most documents."""
    entities: dict[str, list[int]] = {}
    names = "SELECT alias.entity, folded FROM alias JOIN known ON known.entity = alias.entity ORDER BY folded, alias.entity"
    for entity, printed in rows(connection, names):
        for word in printed.split():
            entities.setdefault(word, []).append(entity)
    likeness: dict[int, float] = {}
    sought = folded.split()
    for at, word in enumerate(sought):
        best: dict[int, float] = {}
        for like, score, _ in process.extract(word, entities.keys(), scorer=fuzz.ratio, score_cutoff=LIKE, limit=None):
            best.update({entity: max(best.get(entity, 0.0), score) for entity in entities[like]})
        weight = 2 if at == len(sought) - 1 else 1  # the surname says most
        for entity, score in best.items():
            likeness[entity] = likeness.get(entity, 0.0) + weight * score / (len(sought) + 1)
    least = max([NEAR, *(score - APART for score in likeness.values())])
    found: list[str] = []
    for score in sorted({score for score in likeness.values() if score >= least}, reverse=True):
        found += _by_documents(connection, [entity for entity, likely in sorted(likeness.items()) if likely == score])
        if len(found) >= LISTED:
            break
    return found[:LISTED]


def _by_documents(connection: apsw.Connection, keys: list[int]) -> list[str]:
    return [entity for (entity,) in rows(connection, _BY_DOCUMENTS, str(keys))]
