using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Carrying;

/// <summary>What one enrollment has gone through since the last commit.</summary>
sealed class Unwritten(Enrollment start)
{
    readonly List<LogEntry> _log = [];
    Enrollment _enrollment = start;
    ChangeSet? _changes;

    public void Add(Transition transition, ChangeSet? changes)
    {
        _enrollment = transition.Enrollment;
        _log.AddRange(transition.Log);
        if (changes is null or { IsEmpty: true }) return;
        _changes = _changes is null ? changes : _changes.AddAll(changes);
    }

    /// <param name="revision">The revision that the file has.</param>
    public ChangeSet Take(long revision)
    {
        var changes = (_changes ?? new ChangeSet(_enrollment.Practice)).Add(new Change.Save(_enrollment, revision));
        if (_log.Count > 0) changes.Add(new Change.Log(_enrollment.Id, [.. _log]));
        _changes = null;
        _log.Clear();
        return changes;
    }
}
