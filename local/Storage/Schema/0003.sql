-- The step was left with this line, before it had come to an end of its own.
ALTER TABLE log ADD COLUMN leaves INTEGER;

-- Until now nobody counted them as having come to the step: visits that are over and of which the log tells no end.
INSERT INTO tally (practice, workflow, step, what, code, count)
SELECT practice, workflow, step, 'finished', 'left', count(*)
FROM (
    SELECT e.practice AS practice, e.workflow AS workflow, l.step AS step
    FROM log l JOIN enrollment e ON e.number = l.enrollment
    WHERE l.step IS NOT NULL AND l.visit > 0
        AND NOT (e.step = l.step AND e.status IN ('scheduled', 'active', 'waiting', 'paused'))
    GROUP BY l.enrollment, l.step, l.visit
    HAVING sum(l.what IN ('done', 'skipped', 'failed', 'unknown', 'resumed', 'timedOut', 'decided', 'jumped')) = 0
)
GROUP BY practice, workflow, step
HAVING count(*) > 0;
