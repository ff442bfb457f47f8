namespace AesthetixWorkflows.Local.Storage;

/// <summary>The heads of enrollments, remembered between steps: the writer is the only one that changes them, so it
/// need not read back what it wrote.</summary>
sealed class Heads(Database database)
{
    // Two generations: when the young one is full it becomes the old one, and what is still used moves over.
    const int Generation = 20_000;

    Dictionary<(long Practice, string Id), Head> _young = [];
    Dictionary<(long Practice, string Id), Head> _old = [];

    public Head? Find(long practice, string id)
    {
        if (_young.TryGetValue((practice, id), out var head)) return head;
        if (!_old.Remove((practice, id), out head)) head = Read(practice, id);
        if (head is not null) Remember(practice, id, head);
        return head;
    }

    public void Remember(long practice, string id, Head head)
    {
        if (_young.Count >= Generation) (_old, _young) = (_young, []);
        _young[(practice, id)] = head;
    }

    /// <summary>After a rollback: what is remembered may not have happened.</summary>
    public void Forget()
    {
        _young.Clear();
        _old.Clear();
    }

    Head? Read(long practice, string id)
    {
        using var row = database.Use($"""
            SELECT number, workflow, revision, status, version, due, (SELECT max(seq) FROM log WHERE enrollment = number), CASE WHEN {Live.Sql} THEN step END
            FROM enrollment WHERE practice = ? AND id = ?
            """).With(practice).With(id);
        if (!row.Step()) return null;
        return new()
        {
            Number = row.Long(0), Workflow = row.Long(1), Revision = row.Long(2), Status = Words<Core.Enrollments.EnrollmentStatus>.From(row.Text(3)),
            Version = (int)row.Long(4), Due = row.LongOrNull(5), Lines = row.LongOrNull(6) ?? 0, Stands = row.TextOrNull(7),
        };
    }
}
