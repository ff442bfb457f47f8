-- One file holds everything of every practice. Kept small on purpose, because what is written per step is what limits
-- the speed of the host:
--   * words that repeat in every key (practices, workflows, kinds, index names) are numbers from `name`;
--   * enrollments are numbered in order of creation, and history hangs on that number, so neighbours in time are
--     neighbours on disk;
--   * moments are UTC ticks (100 ns since 0001-01-01), exact; to read one by hand:
--     datetime(at / 10000000 - 62135596800, 'unixepoch').
-- Statuses, codes and JSON names are the ones of the wire format and are for ever.

CREATE TABLE name (
    number INTEGER PRIMARY KEY,
    text   TEXT NOT NULL UNIQUE
);

-- Records -------------------------------------------------------------------------------------------------------

-- `lookups` repeats what stands in the table `lookup`, so that an update rewrites only the rows that changed.
CREATE TABLE record (
    number   INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    id       TEXT NOT NULL,
    revision INTEGER NOT NULL,
    lookups  TEXT,
    body     TEXT NOT NULL
);
CREATE UNIQUE INDEX record_id ON record (practice, kind, id);

CREATE TABLE lookup (
    practice INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    field    INTEGER NOT NULL,
    value    TEXT NOT NULL,
    id       TEXT NOT NULL,
    PRIMARY KEY (practice, kind, field, value, id)
) WITHOUT ROWID;

-- Enrollments ---------------------------------------------------------------------------------------------------

-- What never changes stands in columns alone, so that the row every step rewrites stays short; `state` is the rest of
-- the enrollment, and the columns after `created` repeat what of it is searched. `due` is null when nothing is to be
-- done by itself. Revision and moment of the last change are not part of the enrollment.
CREATE TABLE enrollment (
    number   INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL,
    id       TEXT NOT NULL,
    workflow INTEGER NOT NULL,
    contact  TEXT,
    scope    TEXT NOT NULL,
    trigger  TEXT,
    event    TEXT,
    zone     TEXT NOT NULL,
    created  INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    status   TEXT NOT NULL,
    step     TEXT,
    due      INTEGER,
    revision INTEGER NOT NULL,
    changed  INTEGER NOT NULL,
    state    TEXT NOT NULL
);
CREATE UNIQUE INDEX enrollment_id ON enrollment (practice, id);
CREATE INDEX enrollment_workflow ON enrollment (practice, workflow, id);
CREATE INDEX enrollment_contact ON enrollment (practice, contact, workflow, id) WHERE contact IS NOT NULL;
-- Those about nobody would all share one entry of the index above.
CREATE INDEX enrollment_nobody ON enrollment (practice, workflow, scope, id) WHERE contact IS NULL;
-- What an operator looks for among a million others. No step of a healthy enrollment touches it.
CREATE INDEX enrollment_stuck ON enrollment (practice, workflow, status, id) WHERE status = 'failed' OR status = 'paused';
CREATE INDEX enrollment_due ON enrollment (due) WHERE due IS NOT NULL;

-- Counting a million rows is slow; the writer keeps count.
CREATE TABLE standing (
    practice INTEGER NOT NULL,
    workflow INTEGER NOT NULL,
    status   TEXT NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (practice, workflow, status)
) WITHOUT ROWID;

CREATE TABLE log (
    enrollment INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    what       TEXT NOT NULL,
    step       TEXT,
    visit      INTEGER NOT NULL,
    code       TEXT,
    until      INTEGER,
    PRIMARY KEY (enrollment, seq)
) WITHOUT ROWID;

-- Inputs that nobody has taken. `enrollment` is its id: an input may arrive before its enrollment.
CREATE TABLE inbox (
    number     INTEGER PRIMARY KEY,
    practice   INTEGER NOT NULL,
    enrollment TEXT NOT NULL,
    input      TEXT NOT NULL,
    body       TEXT NOT NULL,
    UNIQUE (practice, enrollment, input)
);

CREATE TABLE ledger (
    practice INTEGER NOT NULL,
    effect   TEXT NOT NULL,
    claimed  INTEGER NOT NULL,
    settled  INTEGER,
    ref      TEXT,
    outcome  TEXT,
    PRIMARY KEY (practice, effect)
) WITHOUT ROWID;

-- Events --------------------------------------------------------------------------------------------------------

CREATE TABLE event (
    number    INTEGER PRIMARY KEY,
    practice  INTEGER NOT NULL,
    id        TEXT NOT NULL,
    source    TEXT NOT NULL,
    source_id TEXT NOT NULL,
    type      TEXT NOT NULL,
    contact   TEXT,
    result    TEXT,
    body      TEXT NOT NULL
);
CREATE UNIQUE INDEX event_id ON event (practice, id);
CREATE UNIQUE INDEX event_source ON event (practice, source, source_id);
CREATE INDEX event_contact ON event (practice, contact, id) WHERE contact IS NOT NULL;

-- Accepted and not yet routed, in order of acceptance.
CREATE TABLE unrouted (event INTEGER PRIMARY KEY);

-- Drips and idempotency -----------------------------------------------------------------------------------------

-- The batch being filled: when it may go, and how many places of it are taken.
CREATE TABLE drip (
    practice INTEGER NOT NULL,
    workflow INTEGER NOT NULL,
    step     TEXT NOT NULL,
    release  INTEGER NOT NULL,
    taken    INTEGER NOT NULL,
    PRIMARY KEY (practice, workflow, step)
) WITHOUT ROWID;

CREATE TABLE drip_place (
    practice INTEGER NOT NULL,
    workflow INTEGER NOT NULL,
    step     TEXT NOT NULL,
    effect   TEXT NOT NULL,
    release  INTEGER NOT NULL,
    PRIMARY KEY (practice, workflow, step, effect)
) WITHOUT ROWID;

CREATE TABLE idempotency (
    number   INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL,
    key      TEXT NOT NULL,
    hash     TEXT NOT NULL,
    begun    INTEGER NOT NULL,
    status   INTEGER,
    body     TEXT,
    UNIQUE (practice, key)
);
CREATE INDEX idempotency_begun ON idempotency (begun);

-- Written to find out whether the file can be written.
CREATE TABLE probe (number INTEGER PRIMARY KEY, at INTEGER NOT NULL);
