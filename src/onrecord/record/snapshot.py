"""What a view can see: temporary tables of the documents, appearances and entities in it, and the questions asked of them."""

import apsw

from onrecord.record.rows import TENURES

_PREPARE = """
    CREATE TEMP TABLE shown (appearance INTEGER PRIMARY KEY, document INTEGER NOT NULL, replaces INTEGER, arrival INTEGER NOT NULL);
    CREATE TEMP TABLE visible (document INTEGER PRIMARY KEY);
"""

_SHOW = """
    INSERT INTO shown SELECT standing.key, standing.document, standing.replaces, standing.arrival FROM standing
    LEFT JOIN appearance_dating AS dating ON dating.appearance = standing.key
    WHERE (?1 IS NULL OR dating.latest <= ?1) AND (?2 IS NULL OR standing.key IN (SELECT appearance FROM had))
"""

_HAD = """
    CREATE TEMP TABLE had AS SELECT DISTINCT appearance FROM arrival
    WHERE substr(at, 1, 10) <= ?1 AND (until IS NULL OR substr(until, 1, 10) > ?1);
"""
"""The appearances that the record had at the end of a day, in UTC: those that had come in, and were not withdrawn by then."""

_KNOWN = """
    CREATE TEMP TABLE known AS SELECT DISTINCT chain.entity AS entity FROM visible
    JOIN member ON member.document = visible.document JOIN chain ON chain.key = member.key WHERE chain.entity IS NOT NULL;
    CREATE UNIQUE INDEX temp.known_entity ON known (entity);
"""


def open_snapshot(connection: apsw.Connection, as_of: str | None, known: str | None) -> None:
    """Begin a reading transaction, so that all answers are of one moment, and say what is visible in it.

    Visible are appearances certainly published by the day `as_of` that the record had on the day `known`, where these are given.
    """
    connection.pragma("temp_store", 2)
    connection.execute("BEGIN")
    connection.execute(_PREPARE)
    connection.execute(_HAD, (known or "",))
    connection.execute(_SHOW, (as_of, known))
    connection.execute("INSERT INTO visible SELECT DISTINCT document FROM shown")
    connection.execute("CREATE INDEX temp.shown_document ON shown (document)")
    connection.execute("CREATE INDEX temp.shown_replaces ON shown (replaces)")
    connection.execute("CREATE TEMP VIEW known AS SELECT key AS entity FROM entity" if as_of is None and known is None else _KNOWN)


LEFT_OUT = """
    WITH missing AS (
        SELECT standing.document, count(dating.latest) AS dated,
               ?1 IS NOT NULL AND max(standing.key IN (SELECT appearance FROM had)) = 0 AS came FROM standing
        LEFT JOIN appearance_dating AS dating ON dating.appearance = standing.key
        WHERE standing.document NOT IN (SELECT document FROM visible) GROUP BY standing.document
    )
    SELECT count(*) FILTER (WHERE NOT came AND dated > 0), count(*) FILTER (WHERE NOT came AND dated = 0),
           count(*) FILTER (WHERE came),
           (SELECT count(DISTINCT document) FROM appearance WHERE key IN (SELECT appearance FROM had)
            AND document NOT IN (SELECT document FROM standing))
    FROM missing
"""

VERSIONS = ("program", "reader", "resolution")

_MEMBERS = "JOIN member USING (key) JOIN visible ON visible.document = member.document"

COUNTS = {
    "document": "SELECT count(*) FROM visible",
    "appearance": "SELECT count(*) FROM shown",
    "entity": "SELECT count(*) FROM known",
    "mention": "SELECT coalesce(sum(mentions), 0) FROM reading JOIN visible USING (document) JOIN dating USING (document)",
    "statement": f"SELECT count(*) FROM statement {_MEMBERS} WHERE NOT rejected",
    "time": "SELECT count(*) FROM time JOIN visible USING (document)",
    "tenure": f"SELECT count(*) FROM ({TENURES})",
    "utterance": f"SELECT count(DISTINCT utterance) FROM statement {_MEMBERS}",
    "link": """SELECT count(DISTINCT link.id) FROM link
               JOIN member AS low ON low.key = link.a JOIN member AS high ON high.key = link.b
               JOIN visible AS here ON here.document = low.document JOIN visible AS there ON there.document = high.document""",
    "decision": "SELECT count(*) FROM decision",
}
"""Kind → the query that counts its items; faults are counted as they are listed."""

FAULTS = """
    SELECT place, message FROM fault
    UNION SELECT place, message FROM derived_fault
    UNION SELECT decision.id, 'adrift: the document it is about is not in the record; add that document again, or undo the ruling'
        FROM decision JOIN target ON target.decision = decision.key
        WHERE target.kind <> 'decision' AND NOT EXISTS (
            SELECT 1 FROM document JOIN standing ON standing.document = document.key WHERE document.id = target.document)
        AND NOT EXISTS (SELECT 1 FROM target AS undone JOIN decision AS later ON later.key = undone.decision
            WHERE undone.kind = 'decision' AND undone.id = decision.id AND later.ruling = 'undo')
    ORDER BY 1, 2
"""

OWNERS = """
    SELECT member.id, entity.id FROM member JOIN chain USING (key) JOIN entity ON entity.key = chain.entity
    WHERE member.document = ?
"""
"""The chains of a document and the entities that they are."""

STATEMENTS_WHERE = {
    "speaker": """statement.speaker IN (SELECT member.id FROM entity JOIN chain ON chain.entity = entity.key
                  JOIN member ON member.key = chain.key WHERE entity.id = :speaker)""",
    "about": """statement.key IN (SELECT statement_about.statement FROM entity JOIN chain ON chain.entity = entity.key
                JOIN statement_about ON statement_about.chain = chain.key WHERE entity.id = :about)""",
    "own": """coalesce(statement.speaker IN (SELECT member.id FROM entity JOIN chain ON chain.entity = entity.key
              JOIN member ON member.key = chain.key WHERE entity.id = :about), 0)""",
    "since": "(said_latest >= :since OR said_latest IS NULL AND said_earliest IS NOT NULL)",
    "until": "coalesce(said_earliest, said_latest) <= :until",
    "document": "document.id = :document",
}

_MEMBER_BEGINS = """SELECT member.id FROM member JOIN visible ON visible.document = member.document
                    WHERE member.id >= ? AND member.id < ? AND kind = '{kind}'"""

BEGINS = {
    "document": "SELECT id FROM document JOIN visible ON visible.document = document.key WHERE id >= ? AND id < ?",
    "chain": _MEMBER_BEGINS.format(kind="chain"),
    "statement": _MEMBER_BEGINS.format(kind="statement") + " AND NOT (SELECT rejected FROM statement WHERE key = member.key)",
    "decision": "SELECT id FROM decision WHERE id >= ? AND id < ?",
}
"""Kind → the query for the ids between two bounds."""

SHORTEST_ID = 4
"""Digits that the beginning of an id needs at least, so that a short name is not taken for one."""


def id_range(sought: str) -> tuple[str, str]:
    """The bounds, inclusive and exclusive, of the ids that begin so; of no id where it cannot be the beginning of one."""
    plain = sought.casefold()
    if len(plain) < SHORTEST_ID or not all(digit in "0123456789abcdef" for digit in plain):
        return "", ""
    return plain, plain + "g"
