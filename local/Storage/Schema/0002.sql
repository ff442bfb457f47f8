-- What happened at each step of a workflow, counted by the writer in the transaction of what is counted. `what` is empty
-- for the live enrollments that stand there now; `code` is empty where codes are not counted.
CREATE TABLE tally (
    practice INTEGER NOT NULL,
    workflow INTEGER NOT NULL,
    step     TEXT NOT NULL,
    what     TEXT NOT NULL,
    code     TEXT NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (practice, workflow, step, what, code)
) WITHOUT ROWID;

INSERT INTO tally (practice, workflow, step, what, code, count)
SELECT e.practice, e.workflow, l.step, l.what,
    CASE WHEN l.what IN ('skipped', 'failed', 'decided') THEN coalesce(l.code, '')
         WHEN l.what = 'unknown' THEN substr(coalesce(l.code, ''), 1, instr(coalesce(l.code, '') || ':', ':') - 1)
         ELSE '' END AS counted, count(*)
FROM log l JOIN enrollment e ON e.number = l.enrollment
WHERE l.step IS NOT NULL
GROUP BY e.practice, e.workflow, l.step, l.what, counted;

INSERT INTO tally (practice, workflow, step, what, code, count)
SELECT practice, workflow, step, '', '', count(*)
FROM enrollment
WHERE step IS NOT NULL AND status IN ('scheduled', 'active', 'waiting', 'paused')
GROUP BY practice, workflow, step;

-- The log of a workflow, newest first. New lines come at the end of the workflow's stretch, so it is one warm page.
ALTER TABLE log ADD COLUMN workflow INTEGER;
UPDATE log SET workflow = (SELECT workflow FROM enrollment WHERE number = log.enrollment);
CREATE INDEX log_workflow ON log (workflow, at);
-- What wants a look, among a million lines that do not.
CREATE INDEX log_review ON log (workflow, at) WHERE what = 'failed' OR what = 'unknown';
