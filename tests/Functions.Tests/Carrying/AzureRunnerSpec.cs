using AesthetixWorkflows.Specs.Crashing;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Functions.Tests.Carrying;

// The Azure host under the specification of all hosts.

public sealed class AzureJourneys : JourneySpec<AzureCarriers>;
public sealed class AzureWaits : WaitsSpec<AzureCarriers>;
public sealed class AzureBranching : BranchingSpec<AzureCarriers>;
public sealed class AzureEntry : EntrySpec<AzureCarriers>;
public sealed class AzureVisits : VisitsSpec<AzureCarriers>;
public sealed class AzureReviews : ReviewSpec<AzureCarriers>;
public sealed class AzureSending : SendingSpec<AzureCarriers>;
public sealed class AzureReplies : RepliesSpec<AzureCarriers>;
public sealed class AzureCourtesies : CourtesySpec<AzureCarriers>;
public sealed class AzureRules : RulesSpec<AzureCarriers>;
public sealed class AzureReminders : RemindersSpec<AzureCarriers>;
public sealed class AzureRepeats : RepeatsSpec<AzureCarriers>;
public sealed class AzureVersions : VersionsSpec<AzureCarriers>;
public sealed class AzureOperating : OperatingSpec<AzureCarriers>;
public sealed class AzureDelivery : DeliverySpec<AzureCarriers>;
public sealed class AzureAhead : AheadSpec<AzureCarriers>;
public sealed class AzureDesk : DeskSpec<AzureCarriers>;
public sealed class AzurePages : PagesSpec<AzureCarriers>;
public sealed class AzureValues : ValuesSpec<AzureCarriers>;

public sealed class AzureCrashes : CrashSpec<AzureCarriers>
{
    protected override int Stride => 3;
}
