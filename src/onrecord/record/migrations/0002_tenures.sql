-- Offices: the words that give a person an office or take it, and the tenures that they come to.
-- What is there was derived without them: every document that stands is worked in anew.

CREATE TABLE office_mention (         -- words of a document that give a person an office, or take it
    key          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    person       INTEGER NOT NULL REFERENCES chain ON DELETE CASCADE,
    organization INTEGER REFERENCES chain ON DELETE SET NULL,
    role         TEXT NOT NULL,
    body         TEXT NOT NULL,       -- the organization's name as it is compared
    post         TEXT NOT NULL,
    tells        TEXT NOT NULL,       -- holds, held, died, served, elected, began, ended, will_begin, will_end, names
    courtesy     INTEGER NOT NULL,    -- 1: a bare title before a surname, or one in quoted words
    spans        TEXT NOT NULL,
    words        TEXT NOT NULL,
    since        TEXT,                -- JSON dates: from when, till when, at what time
    until        TEXT,
    during       TEXT
);
CREATE INDEX office_mention_person ON office_mention (person);
CREATE INDEX office_mention_organization ON office_mention (organization);

CREATE TABLE tenure (                 -- a person in a role at an organization or post, over an interval
    key           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,  -- the least of its office mentions' ids
    person        INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    role          TEXT NOT NULL,
    organization  INTEGER REFERENCES entity ON DELETE SET NULL,
    post          TEXT NOT NULL,
    from_earliest TEXT,
    from_latest   TEXT,
    from_basis    TEXT NOT NULL,
    from_evidence TEXT NOT NULL,
    to_earliest   TEXT,
    to_latest     TEXT,
    to_basis      TEXT NOT NULL,
    to_evidence   TEXT NOT NULL,
    evidence      TEXT NOT NULL       -- JSON
);
CREATE INDEX tenure_person ON tenure (person);
CREATE INDEX tenure_organization ON tenure (organization) WHERE organization IS NOT NULL;

CREATE TABLE dirty_person (person INTEGER PRIMARY KEY REFERENCES entity ON DELETE CASCADE);

CREATE VIEW tenures_readable AS
SELECT person.name AS person, tenure.role, body.name AS organization, tenure.post, tenure.from_earliest, tenure.from_latest,
       tenure.to_earliest, tenure.to_latest, tenure.id
FROM tenure JOIN entity AS person ON person.key = tenure.person LEFT JOIN entity AS body ON body.key = tenure.organization;

INSERT OR IGNORE INTO dirty_document SELECT DISTINCT document FROM standing;
