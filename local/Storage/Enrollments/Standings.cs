using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>How many enrollments of a workflow stand in each status. Differences are gathered and written once per group.</summary>
sealed class Standings(Database database)
{
    readonly Dictionary<(long Practice, long Workflow, EnrollmentStatus Status), long> _group = [];
    readonly List<(long Practice, long Workflow, EnrollmentStatus Status, int By)> _set = [];

    public void Add(long practice, long workflow, EnrollmentStatus status, int by) => _set.Add((practice, workflow, status, by));

    /// <summary>The change set holds.</summary>
    public void Keep()
    {
        foreach (var (practice, workflow, status, by) in _set)
            _group[(practice, workflow, status)] = _group.GetValueOrDefault((practice, workflow, status)) + by;
        _set.Clear();
    }

    /// <summary>The change set is undone.</summary>
    public void Drop() => _set.Clear();

    public void Write()
    {
        foreach (var ((practice, workflow, status), by) in _group)
            if (by != 0)
                database.Use("""
                    INSERT INTO standing (practice, workflow, status, count) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET count = count + excluded.count
                    """).With(practice).With(workflow).With(Words<EnrollmentStatus>.Of(status)).With(by).Run();
        _group.Clear();
    }

    /// <summary>The group is undone.</summary>
    public void Forget()
    {
        _set.Clear();
        _group.Clear();
    }
}
