-- The record: one SQLite file, in three layers. Open it with any SQLite tool (Datasette, sqlite3, DB Browser).
--
--   inputs    what came in from outside: documents, their appearances and arrivals, people's decisions, packs, faults. Never derivable.
--   readings  all that one text says, read by itself: one compressed blob a document. A cache by text and reader.
--   derived   what follows from the two above: droppable, and rebuilt by `onrecord rebuild` into the very same rows.
--
-- `id` columns hold the 128-bit content hashes that exports print; `key` columns are integers that mean nothing outside of this file.
-- Spans are [start, end) in Unicode code points of `document.text`, as JSON: [[3, 17], [40, 52]]. Days are ISO days, both bounds
-- inclusive, NULL where open. Instants are ISO 8601 in UTC; they say when this record learnt something and are never exported.
-- A new file is made from this page; an older one is brought here by the steps in `migrations/`. PRAGMA user_version counts them.

CREATE TABLE migration (              -- the steps that made this file what it is
    name TEXT PRIMARY KEY,
    at   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE version (                -- `program` and `resolution` that last derived; `erasing` while an erasure is unfinished
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;


-- Inputs ------------------------------------------------------------------------------------------------------------------------

CREATE TABLE document (               -- one text, never altered; kept when withdrawn, gone only when erased
    key    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,      -- the hash of the text
    chars  INTEGER NOT NULL,
    sha256 TEXT NOT NULL,             -- of the text in UTF-8
    text   TEXT NOT NULL
);

CREATE TABLE appearance (             -- a document as it came in; its latest metadata
    key        INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,  -- the hash of document and name
    document   INTEGER NOT NULL REFERENCES document,
    name       TEXT NOT NULL,         -- path, file#id or URL
    place      TEXT NOT NULL,         -- what a new text takes over: the URL if it has a path, else the name
    title      TEXT NOT NULL,
    publisher  TEXT NOT NULL,
    url        TEXT NOT NULL,
    author     TEXT NOT NULL,
    dates      TEXT NOT NULL,         -- JSON: the candidates for the day of publication, with basis and evidence
    raw_sha256 TEXT NOT NULL,         -- of the bytes as they came
    repair     TEXT NOT NULL          -- what was done to make the text readable
);
CREATE INDEX appearance_document ON appearance (document);
CREATE INDEX appearance_name ON appearance (name);
CREATE INDEX appearance_place ON appearance (place);

CREATE TABLE arrival (                -- when an appearance came in, and with what; appended to, then closed
    key          INTEGER PRIMARY KEY,
    appearance   INTEGER NOT NULL REFERENCES appearance,
    at           TEXT NOT NULL,
    metadata     TEXT NOT NULL,       -- JSON: title, publisher, url, author, dates, raw_sha256, repair as they came
    replaces     INTEGER REFERENCES appearance ON DELETE SET NULL,  -- the appearance that stood at the same place before
    until        TEXT                 -- NULL while it holds; closed by a removal or by its next arrival: known from `at` to then
);
CREATE INDEX arrival_appearance ON arrival (appearance);
CREATE INDEX arrival_replaces ON arrival (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE decision (               -- what a person ruled; never overwritten, only followed
    key     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    ruling  TEXT NOT NULL CHECK (ruling IN ('accept', 'reject', 'correct', 'add', 'same', 'different', 'unsure', 'undo')),
    field   TEXT NOT NULL,
    value   TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL,
    why     TEXT NOT NULL,
    follows TEXT NOT NULL             -- id of the decision that this one revises, or ''
);

CREATE TABLE target (                 -- what a decision is about: the item's id, and its place and words
    decision INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('statement', 'chain', 'decision')),
    id       TEXT NOT NULL,
    document TEXT NOT NULL,           -- a document's id, which need not be in this record
    spans    TEXT NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (decision, position)
) WITHOUT ROWID;
CREATE INDEX target_document ON target (document);
CREATE INDEX target_id ON target (id);

CREATE TABLE pack (                   -- a list of people known to hold office, as it was when the record took it up
    name        TEXT PRIMARY KEY,
    snapshot    TEXT NOT NULL,        -- the day that the list is of
    licence     TEXT NOT NULL,
    attribution TEXT NOT NULL,
    people      INTEGER NOT NULL,
    sha256      TEXT NOT NULL,        -- of the unpacked file
    at          TEXT NOT NULL,
    blob        BLOB NOT NULL         -- zlib over the unpacked file: JSON lines, see docs/packs.md
) WITHOUT ROWID;

CREATE TABLE fault (                  -- what was wrong in the input; goes when the same place later succeeds
    place   TEXT NOT NULL,
    message TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (place, message)
) WITHOUT ROWID;


-- Readings ----------------------------------------------------------------------------------------------------------------------

CREATE TABLE reading (                -- all that one text says; pronoun and nominal mentions live only here
    document INTEGER PRIMARY KEY REFERENCES document,
    reader   TEXT NOT NULL,           -- name and version: rules/1
    language TEXT NOT NULL,           -- ISO 639-1, or und
    mentions INTEGER NOT NULL,        -- how many
    blob     BLOB NOT NULL            -- zlib over MessagePack of onrecord.core.readings.Reading
);


-- Derived -----------------------------------------------------------------------------------------------------------------------

CREATE TABLE dating (                 -- when a document was published, as far as known; one row a document that stands
    document INTEGER PRIMARY KEY REFERENCES document,
    earliest TEXT,
    latest   TEXT,
    basis    TEXT NOT NULL,
    evidence TEXT NOT NULL
);

CREATE TABLE appearance_dating (      -- the same for each appearance
    appearance INTEGER PRIMARY KEY REFERENCES appearance,
    earliest   TEXT,
    latest     TEXT,
    basis      TEXT NOT NULL,
    evidence   TEXT NOT NULL
);

CREATE TABLE member (                 -- a chain or a statement: what blocks hold and links join
    key      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL CHECK (kind IN ('chain', 'statement')),
    document INTEGER NOT NULL REFERENCES document
);
CREATE INDEX member_document ON member (document);

CREATE TABLE entity (                 -- a person, organization or place across documents
    key     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,     -- the least of its chains' ids
    type    TEXT NOT NULL CHECK (type IN ('person', 'organization', 'place')),
    name    TEXT NOT NULL,
    aliases TEXT NOT NULL,            -- JSON
    review  TEXT NOT NULL
);

CREATE TABLE alias (                  -- every printed name of an entity, as it is compared
    entity  INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
    printed TEXT NOT NULL,
    folded  TEXT NOT NULL,
    surname TEXT NOT NULL,            -- of a person; of others the whole name
    PRIMARY KEY (entity, printed)
) WITHOUT ROWID;
CREATE INDEX alias_folded ON alias (folded);
CREATE INDEX alias_surname ON alias (surname);

CREATE TABLE chain (                  -- the mentions of one entity within one document
    key         INTEGER PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    type        TEXT NOT NULL,
    name        TEXT NOT NULL,
    first_start INTEGER NOT NULL,     -- the first mention
    first_end   INTEGER NOT NULL,
    names       TEXT NOT NULL,        -- JSON: printed names, most frequent first
    titles      TEXT NOT NULL,        -- JSON: roles printed beside them
    entity      INTEGER REFERENCES entity ON DELETE SET NULL  -- NULL until worked in
);
CREATE INDEX chain_entity ON chain (entity);

CREATE TABLE utterance (              -- what was said once
    key      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,    -- the least of its statements' ids
    speaker  TEXT,                    -- an entity's id
    earliest TEXT                     -- id of the statement published first, where the order is certain
);

CREATE TABLE statement (              -- one telling of something said
    key           INTEGER PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    type          TEXT NOT NULL,
    mode          TEXT NOT NULL,
    speaker       TEXT,               -- id of a chain, of this document or (corrected) of any
    speaker_basis TEXT NOT NULL,
    candidates    TEXT NOT NULL,      -- JSON: ids of chains
    printed       TEXT NOT NULL,
    via           TEXT NOT NULL,      -- ids of chains, or ''
    addressee     TEXT NOT NULL,
    within        TEXT NOT NULL,      -- id of a statement, or ''
    source        TEXT NOT NULL,      -- spans
    cue           TEXT NOT NULL,      -- spans
    content       TEXT NOT NULL,      -- spans
    words         TEXT NOT NULL,      -- those of content, pieces joined by ' … '
    telling       TEXT NOT NULL,      -- JSON: the quoted words as they are compared
    said_earliest TEXT,
    said_latest   TEXT,
    said_basis    TEXT NOT NULL,
    said_evidence TEXT NOT NULL,
    confidence    REAL NOT NULL,
    review        TEXT NOT NULL,
    rejected      INTEGER NOT NULL,   -- 1: ruled out by a person; kept, not shown
    decisions     TEXT NOT NULL,      -- JSON: ids
    utterance     INTEGER REFERENCES utterance ON DELETE SET NULL
);
CREATE INDEX statement_speaker ON statement (speaker);
CREATE INDEX statement_utterance ON statement (utterance);

CREATE TABLE statement_about (        -- whom a statement's content mentions
    statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
    chain     INTEGER NOT NULL REFERENCES chain ON DELETE CASCADE,
    PRIMARY KEY (statement, chain)
) WITHOUT ROWID;
CREATE INDEX statement_about_chain ON statement_about (chain);

CREATE TABLE time (                   -- time expressions, anchored in the day of publication
    key      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    words    TEXT NOT NULL,
    type     TEXT NOT NULL,
    value    TEXT NOT NULL,           -- TIMEX3
    mod      TEXT NOT NULL,
    quant    TEXT NOT NULL,
    freq     TEXT NOT NULL,
    anchor   TEXT NOT NULL,
    rule     TEXT NOT NULL,
    earliest TEXT,
    latest   TEXT
);
CREATE INDEX time_document ON time (document);

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

CREATE TABLE block (                  -- members that share a key and so are compared: person:leon
    key  INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL
);

CREATE TABLE membership (
    block  INTEGER NOT NULL REFERENCES block,
    member INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
    PRIMARY KEY (block, member)
) WITHOUT ROWID;
CREATE INDEX membership_member ON membership (member);

CREATE TABLE link (                   -- a judgement that two members are the same, made in one block
    block     INTEGER NOT NULL REFERENCES block,
    a         INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
    b         INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
    id        TEXT NOT NULL,          -- the same pair may be linked in several blocks; the best score is shown
    score     REAL NOT NULL,
    reasons   TEXT NOT NULL,          -- JSON
    decisions TEXT NOT NULL,          -- JSON
    PRIMARY KEY (block, a, b)
) WITHOUT ROWID;
CREATE INDEX link_a ON link (a);
CREATE INDEX link_b ON link (b);
CREATE INDEX link_id ON link (id);

CREATE TABLE placed (                 -- where today's readings have the targets of decisions
    decision INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE,
    position INTEGER NOT NULL,
    member   INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
    PRIMARY KEY (decision, position)
) WITHOUT ROWID;
CREATE INDEX placed_member ON placed (member);

CREATE TABLE derived_fault (          -- rulings that contradict each other or have lost their item
    key      INTEGER PRIMARY KEY,
    document TEXT NOT NULL,           -- id of the document whose description found it, or ''
    member   INTEGER REFERENCES member ON DELETE CASCADE,  -- or the least member of the component that did
    place    TEXT NOT NULL,
    message  TEXT NOT NULL
);
CREATE INDEX derived_fault_document ON derived_fault (document);
CREATE INDEX derived_fault_member ON derived_fault (member);

-- Work not yet done: what changed and must be described, resolved, clustered anew.
CREATE TABLE dirty_document (document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE);
CREATE TABLE dirty_block (
    kind  TEXT NOT NULL,
    block INTEGER NOT NULL REFERENCES block ON DELETE CASCADE,
    PRIMARY KEY (kind, block)
) WITHOUT ROWID;
CREATE INDEX dirty_block_block ON dirty_block (block);
CREATE TABLE dirty_member (
    kind   TEXT NOT NULL,
    member INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
    PRIMARY KEY (kind, member)
) WITHOUT ROWID;
CREATE INDEX dirty_member_member ON dirty_member (member);
CREATE TABLE dirty_person (person INTEGER PRIMARY KEY REFERENCES entity ON DELETE CASCADE);

-- Full-text indexes over texts and over statements' words; accents and case are folded.
CREATE VIRTUAL TABLE document_text USING fts5 (text, content='document', content_rowid='key', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER document_text_insert AFTER INSERT ON document BEGIN
    INSERT INTO document_text (rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER document_text_delete AFTER DELETE ON document BEGIN
    INSERT INTO document_text (document_text, rowid, text) VALUES ('delete', old.key, old.text);
END;

CREATE VIRTUAL TABLE statement_text USING fts5 (words, content='statement', content_rowid='key', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER statement_text_insert AFTER INSERT ON statement BEGIN
    INSERT INTO statement_text (rowid, words) VALUES (new.key, new.words);
END;
CREATE TRIGGER statement_text_delete AFTER DELETE ON statement BEGIN
    INSERT INTO statement_text (statement_text, rowid, words) VALUES ('delete', old.key, old.words);
END;
CREATE TRIGGER statement_text_update AFTER UPDATE OF words ON statement WHEN new.words <> old.words BEGIN
    INSERT INTO statement_text (statement_text, rowid, words) VALUES ('delete', old.key, old.words);
    INSERT INTO statement_text (rowid, words) VALUES (new.key, new.words);
END;

-- An index entry that is deleted is overwritten, not merely marked (FTS5's secure-delete).
INSERT INTO document_text (document_text, rank) VALUES ('secure-delete', 1);
INSERT INTO statement_text (statement_text, rank) VALUES ('secure-delete', 1);


-- For people ----------------------------------------------------------------------------------------------------------------------

CREATE VIEW standing AS               -- the appearances that hold, with the arrival that last brought them
SELECT appearance.key, appearance.id, appearance.document, appearance.name, arrival.at AS arrived_at, arrival.replaces,
       arrival.key AS arrival
FROM appearance JOIN arrival ON arrival.appearance = appearance.key AND arrival.until IS NULL;

CREATE VIEW documents_readable AS
SELECT document.id, standing.name, appearance.publisher, appearance.title,
       appearance_dating.earliest AS published_earliest, appearance_dating.latest AS published_latest,
       document.chars, reading.language, standing.arrived_at
FROM standing
JOIN appearance ON appearance.key = standing.key
JOIN document ON document.key = standing.document
LEFT JOIN appearance_dating ON appearance_dating.appearance = standing.key
LEFT JOIN reading ON reading.document = document.key;

CREATE VIEW statements_readable AS
SELECT coalesce(entity.name, '[' || statement.speaker_basis || '] ' || statement.printed) AS speaker, statement.words,
       statement.said_earliest, statement.said_latest, dating.latest AS published_latest,
       (SELECT min(name) FROM standing WHERE standing.document = member.document) AS appearance, member.id
FROM statement
JOIN member ON member.key = statement.key
LEFT JOIN member AS spoken ON spoken.id = statement.speaker
LEFT JOIN chain ON chain.key = spoken.key
LEFT JOIN entity ON entity.key = chain.entity
LEFT JOIN dating ON dating.document = member.document
WHERE NOT statement.rejected;

CREATE VIEW entities_readable AS
SELECT entity.name, entity.type, entity.aliases, count(DISTINCT member.document) AS documents, entity.id
FROM entity JOIN chain ON chain.entity = entity.key JOIN member ON member.key = chain.key
GROUP BY entity.key;

CREATE VIEW tenures_readable AS
SELECT person.name AS person, tenure.role, body.name AS organization, tenure.post, tenure.from_earliest, tenure.from_latest,
       tenure.to_earliest, tenure.to_latest, tenure.id
FROM tenure JOIN entity AS person ON person.key = tenure.person LEFT JOIN entity AS body ON body.key = tenure.organization;
