using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Storage;

namespace AesthetixWorkflows.Functions.Tests.Doubles;

// The double under what the tests here rely on of the specification of all stores.

public sealed class MemoryRecords : RecordsSpec
{
    protected override Task<IStore> Open() => Task.FromResult<IStore>(new MemoryStore());
}

public sealed class MemoryEnrollments : EnrollmentsSpec
{
    protected override Task<IStore> Open() => Task.FromResult<IStore>(new MemoryStore());
}

public sealed class MemoryEvents : EventsSpec
{
    protected override Task<IStore> Open() => Task.FromResult<IStore>(new MemoryStore());
}

public sealed class MemoryInbox : InboxSpec
{
    protected override Task<IStore> Open() => Task.FromResult<IStore>(new MemoryStore());
}

public sealed class MemoryLedger : LedgerSpec
{
    protected override Task<IStore> Open() => Task.FromResult<IStore>(new MemoryStore());
}

public sealed class MemoryWorkflowLog : WorkflowLogSpec
{
    protected override Task<IStore> Open() => Task.FromResult<IStore>(new MemoryStore());
}
