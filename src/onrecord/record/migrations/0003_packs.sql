CREATE TABLE pack (
    name        TEXT PRIMARY KEY,
    snapshot    TEXT NOT NULL,
    licence     TEXT NOT NULL,
    attribution TEXT NOT NULL,
    people      INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    at          TEXT NOT NULL,
    blob        BLOB NOT NULL
) WITHOUT ROWID;
