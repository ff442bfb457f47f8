using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>Writing enrollments. <see cref="Apply(string, Change.Save, byte[], DateTimeOffset)"/> is the hottest path of the host.</summary>
sealed class EnrollmentWrites(Database database, Heads heads, Standings standings, Tallies tallies)
{
    public string? Check(string practice, Change.Enroll enroll)
    {
        var (owner, e) = (database.Names.Number(practice), enroll.Enrollment);
        if (heads.Find(owner, e.Id) is not null) return $"exists: enrollment {e.Id}";
        return enroll.Alone && LiveLike(owner, e) is { } other ? $"alone: {other} is live" : null;
    }

    public string? Check(string practice, Change.Save save)
    {
        var head = heads.Find(database.Names.Number(practice), save.Enrollment.Id);
        if (head is null) return $"unknown: enrollment {save.Enrollment.Id}";
        return head.Revision == save.ExpectedRevision ? null : $"revision: enrollment {save.Enrollment.Id} is at {head.Revision}, not {save.ExpectedRevision}";
    }

    public void Apply(string practice, Change.Enroll enroll, byte[] state, DateTimeOffset now)
    {
        var (e, owner) = (enroll.Enrollment, database.Names.Number(practice));
        var (workflow, due) = (database.Names.Number(e.WorkflowId), Due(e));
        database.Use("""
            INSERT INTO enrollment (practice, id, workflow, contact, scope, trigger, event, zone, created, version, status, step, due, revision, changed, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
            """).With(owner).With(e.Id).With(workflow).With(e.ContactId).With(e.ScopeKey).With(e.TriggerId).With(e.EventId).With(e.Zone)
            .With(Moment.Of(e.EnrolledAt)).With(e.Version).With(Words<EnrollmentStatus>.Of(e.Status)).With(e.StepId).With(due)
            .With(Moment.Of(now)).With(state).Run();
        heads.Remember(owner, e.Id, new()
        {
            Number = database.LastNumber, Workflow = workflow, Revision = 1, Status = e.Status, Version = e.Version, Due = due, Lines = 0, Stands = Stands(e),
        });
        standings.Add(owner, workflow, e.Status, 1);
        tallies.Moved(owner, workflow, null, Stands(e));
    }

    public void Apply(string practice, Change.Save save, byte[] state, DateTimeOffset now)
    {
        var (e, owner) = (save.Enrollment, database.Names.Number(practice));
        var (head, due) = (heads.Find(owner, e.Id)!, Due(e));
        var revision = head.Revision + 1;
        // Naming an indexed column makes SQLite rewrite its index rows, so those are named only when they change.
        if (head.Status == e.Status && head.Due == due && head.Version == e.Version)
        {
            database.Use("UPDATE enrollment SET step = ?, revision = ?, changed = ?, state = ? WHERE number = ?")
                .With(e.StepId).With(revision).With(Moment.Of(now)).With(state).With(head.Number).Run();
        }
        else
        {
            database.Use("UPDATE enrollment SET step = ?, revision = ?, changed = ?, state = ?, status = ?, due = ?, version = ? WHERE number = ?")
                .With(e.StepId).With(revision).With(Moment.Of(now)).With(state)
                .With(Words<EnrollmentStatus>.Of(e.Status)).With(due).With(e.Version).With(head.Number).Run();
            if (head.Status != e.Status)
            {
                standings.Add(owner, head.Workflow, head.Status, -1);
                standings.Add(owner, head.Workflow, e.Status, 1);
            }
            (head.Status, head.Due, head.Version) = (e.Status, due, e.Version);
        }
        head.Revision = revision;
        if (Stands(e) is var stands && stands == head.Stands) return;
        tallies.Moved(owner, head.Workflow, head.Stands, stands);
        head.Stands = stands;
    }

    static string? Stands(Enrollment e) => e.IsLive ? e.StepId : null;

    /// <summary>Null for those that rest: over, paused, or waiting for a signal only.</summary>
    static long? Due(Enrollment e) => e.IsLive && e.Status != EnrollmentStatus.Paused ? Moment.Of(e.Pending.DueAt) : null;

    string? LiveLike(long practice, Enrollment e)
    {
        if (database.Names.Find(e.WorkflowId) is not { } workflow) return null;
        using var row = database.Use(e.ContactId is null
            ? $"SELECT id FROM enrollment WHERE practice = ? AND workflow = ? AND scope = ? AND contact IS NULL AND {Live.Sql} ORDER BY id DESC LIMIT 1"
            : $"SELECT id FROM enrollment WHERE practice = ? AND workflow = ? AND scope = ? AND contact = ? AND {Live.Sql} ORDER BY id DESC LIMIT 1");
        row.With(practice).With(workflow).With(e.ScopeKey);
        if (e.ContactId is not null) row.With(e.ContactId);
        return row.Step() ? row.Text(0) : null;
    }
}
