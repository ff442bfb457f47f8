using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Storage;

namespace AesthetixWorkflows.Functions.Tests.Storage;

// The table store under the specification of all stores.

public sealed class TablesRecords : RecordsSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesListing : ListingSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesEnrollments : EnrollmentsSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesEnrollmentLists : EnrollmentListsSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesEvents : EventsSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesLedger : LedgerSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesDrip : DripSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesIdempotency : IdempotencySpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesInbox : InboxSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}

public sealed class TablesWorkflowLog : WorkflowLogSpec
{
    protected override Task<IStore> Open() => Tables.Empty();
}
