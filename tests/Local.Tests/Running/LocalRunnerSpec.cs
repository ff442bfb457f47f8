using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Local.Tests.Running;

// The embedded host under the specification of all hosts.

public sealed class LocalJourneys : JourneySpec<LocalCarriers>;
public sealed class LocalWaits : WaitsSpec<LocalCarriers>;
public sealed class LocalBranching : BranchingSpec<LocalCarriers>;
public sealed class LocalEntry : EntrySpec<LocalCarriers>;
public sealed class LocalVisits : VisitsSpec<LocalCarriers>;
