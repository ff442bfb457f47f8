using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Storage;

namespace AesthetixWorkflows.Local.Tests.Storage;

// The embedded store under the specification of all stores.

public sealed class SqliteRecords : RecordsSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteListing : ListingSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteEnrollments : EnrollmentsSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteEnrollmentLists : EnrollmentListsSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteEvents : EventsSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteLedger : LedgerSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteDrip : DripSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteIdempotency : IdempotencySpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteInbox : InboxSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteBacklog : BacklogSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}

public sealed class SqliteWorkflowLog : WorkflowLogSpec, IDisposable
{
    readonly DataFolder _folder = new();
    protected override Task<IStore> Open() => Task.FromResult<IStore>(_folder.Open());
    public void Dispose() => _folder.Dispose();
}
