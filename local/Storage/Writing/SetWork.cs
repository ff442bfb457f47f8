using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>One change set: all of it, or a conflict and nothing.</summary>
sealed class SetWork : Work
{
    readonly ChangeSet _changes;
    readonly Prepared[] _prepared;
    readonly bool _entangled;
    readonly Action<ChangeSet, Committed> _tell;
    readonly TaskCompletionSource<Committed> _waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Committed _result = Core.Records.Committed.Fine;

    public SetWork(ChangeSet changes, Action<ChangeSet, Committed> tell)
    {
        (_changes, _tell, _prepared) = (changes, tell, Prepared.All(changes));
        _entangled = Prepared.AreEntangled(_prepared);
    }

    public Task<Committed> Committed => _waiter.Task;

    public override void Do(Families families, DateTimeOffset now)
    {
        _result = _entangled ? OneByOne(families, now) : AllAtOnce(families, now);
        if (_result.Ok) families.Keep();
    }

    public override void Done()
    {
        // Told first: whoever goes on with the answer may rely on it that the books have been brought up to date.
        if (_result.Ok) _tell(_changes, _result);
        _waiter.SetResult(_result);
    }

    public override void Failed(Exception e) => _waiter.SetException(e);

    /// <summary>The usual set: everything is checked before anything is written, so there is nothing to undo.</summary>
    Committed AllAtOnce(Families families, DateTimeOffset now)
    {
        foreach (ref readonly var prepared in _prepared.AsSpan())
            if (prepared.Guarded && families.Check(_changes.Practice, prepared.Change) is { } conflict) return Refused(conflict);
        Dictionary<string, string>? duplicates = null;
        foreach (ref readonly var prepared in _prepared.AsSpan())
            if (families.Apply(_changes.Practice, prepared, now) is { } known) (duplicates ??= [])[((Change.Accept)prepared.Change).Event.Id] = known;
        return Fine(duplicates);
    }

    Committed OneByOne(Families families, DateTimeOffset now)
    {
        families.Savepoint();
        Dictionary<string, string>? duplicates = null;
        foreach (ref readonly var prepared in _prepared.AsSpan())
        {
            if (prepared.Guarded && families.Check(_changes.Practice, prepared.Change) is { } conflict)
            {
                families.Undo();
                return Refused(conflict);
            }
            if (families.Apply(_changes.Practice, prepared, now) is { } known) (duplicates ??= [])[((Change.Accept)prepared.Change).Event.Id] = known;
        }
        families.Release();
        return Fine(duplicates);
    }

    static Committed Fine(Dictionary<string, string>? duplicates) => duplicates is null ? Core.Records.Committed.Fine : new(true, null, duplicates);
    static Committed Refused(string conflict) => new(false, conflict, Core.Records.Committed.Fine.Duplicates);
}
