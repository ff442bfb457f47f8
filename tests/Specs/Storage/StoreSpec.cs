using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Storage;

/// <summary>What every store does. A host inherits each part and says how an empty store is opened.</summary>
public abstract class StoreSpec : IAsyncLifetime
{
    protected const string Here = "prac_here";
    protected const string There = "prac_there";

    IStore? _store;

    protected IStore Store => _store!;

    protected abstract Task<IStore> Open();

    /// <summary>Commits and insists that it was accepted.</summary>
    protected async Task Keep(ChangeSet changes)
    {
        var committed = await Store.Commit(changes);
        Assert.True(committed.Ok, committed.Conflict);
    }

    /// <summary>Commits and insists that it was refused.</summary>
    protected async Task Refuse(ChangeSet changes)
    {
        var committed = await Store.Commit(changes);
        Assert.False(committed.Ok);
        Assert.False(string.IsNullOrEmpty(committed.Conflict));
    }

    protected static ChangeSet Set(params Change[] changes)
    {
        var set = new ChangeSet(Here);
        foreach (var change in changes) set.Add(change);
        return set;
    }

    public async Task InitializeAsync() => _store = await Open();

    public async Task DisposeAsync()
    {
        if (_store is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }
}
