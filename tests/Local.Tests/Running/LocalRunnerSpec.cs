using AesthetixWorkflows.Specs.Crashing;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Local.Tests.Running;

// The embedded host under the specification of all hosts.

public sealed class LocalJourneys : JourneySpec<LocalCarriers>;
public sealed class LocalWaits : WaitsSpec<LocalCarriers>;
public sealed class LocalBranching : BranchingSpec<LocalCarriers>;
public sealed class LocalEntry : EntrySpec<LocalCarriers>;
public sealed class LocalVisits : VisitsSpec<LocalCarriers>;
public sealed class LocalReviews : ReviewSpec<LocalCarriers>;
public sealed class LocalSending : SendingSpec<LocalCarriers>;
public sealed class LocalReplies : RepliesSpec<LocalCarriers>;
public sealed class LocalCourtesies : CourtesySpec<LocalCarriers>;
public sealed class LocalRules : RulesSpec<LocalCarriers>;
public sealed class LocalReminders : RemindersSpec<LocalCarriers>;
public sealed class LocalRepeats : RepeatsSpec<LocalCarriers>;
public sealed class LocalVersions : VersionsSpec<LocalCarriers>;
public sealed class LocalDesk : DeskSpec<LocalCarriers>;
public sealed class LocalValues : ValuesSpec<LocalCarriers>;
public sealed class LocalOperating : OperatingSpec<LocalCarriers>;
public sealed class LocalPages : PagesSpec<LocalCarriers>;
public sealed class LocalDelivery : DeliverySpec<LocalCarriers>;
public sealed class LocalOrder : OrderSpec<LocalCarriers>;
public sealed class LocalAhead : AheadSpec<LocalCarriers>;
public sealed class LocalCrashes : CrashSpec<LocalCarriers>;
