using System.Runtime.InteropServices;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>What happened at each step, and who stands there. Differences are gathered and written once per group, so a
/// step that many pass through at once costs one row.</summary>
sealed class Tallies(Database database)
{
    readonly Dictionary<Place, long> _group = [];
    readonly List<(Place Place, int By)> _set = [];

    /// <param name="What">Null: who stands there now.</param>
    readonly record struct Place(long Practice, long Workflow, string Step, Happened? What, string? Code);

    public void Count(long practice, long workflow, LogEntry entry)
    {
        foreach (var (step, code) in StepCodes.Counted(entry)) _set.Add((new(practice, workflow, step, entry.What, code), 1));
    }

    /// <param name="from">Where it stood while live; null: nowhere.</param>
    public void Moved(long practice, long workflow, string? from, string? to)
    {
        if (from == to) return;
        if (from is not null) _set.Add((new(practice, workflow, from, null, null), -1));
        if (to is not null) _set.Add((new(practice, workflow, to, null, null), 1));
    }

    /// <summary>The change set holds.</summary>
    public void Keep()
    {
        foreach (var (place, by) in _set)
            CollectionsMarshal.GetValueRefOrAddDefault(_group, place, out _) += by;
        _set.Clear();
    }

    /// <summary>The change set is undone.</summary>
    public void Drop() => _set.Clear();

    public void Write()
    {
        foreach (var (place, by) in _group)
            if (by != 0)
                database.Use("""
                    INSERT INTO tally (practice, workflow, step, what, code, count) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET count = count + excluded.count
                    """).With(place.Practice).With(place.Workflow).With(place.Step)
                    .With(place.What is { } what ? Words<Happened>.Of(what) : []).With(place.Code ?? "").With(by).Run();
        _group.Clear();
    }

    /// <summary>The group is undone.</summary>
    public void Forget()
    {
        _set.Clear();
        _group.Clear();
    }

    public static IReadOnlyList<StepCount> Of(Database database, string practice, string workflowId)
    {
        var counts = new List<StepCount>();
        if (database.Names.Find(practice) is not { } owner || database.Names.Find(workflowId) is not { } workflow) return counts;
        using var rows = database.Use("SELECT step, what, code, count FROM tally WHERE practice = ? AND workflow = ? AND count > 0").With(owner).With(workflow);
        while (rows.Step())
            counts.Add(new(rows.Text(0), rows.Text(1) is { Length: > 0 } what ? Words<Happened>.From(what) : null, rows.Text(2) is { Length: > 0 } code ? code : null, rows.Long(3)));
        return counts;
    }
}
