using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Backtesting;
using AesthetixWorkflows.Runtime.Carrying;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Delivering;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Clicking;
using AesthetixWorkflows.Runtime.Comparing;
using AesthetixWorkflows.Runtime.Courtesies;
using AesthetixWorkflows.Runtime.Explaining;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Narrating;
using AesthetixWorkflows.Runtime.Outbound;
using AesthetixWorkflows.Runtime.Outward;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Recipes;
using AesthetixWorkflows.Runtime.Redelivering;
using AesthetixWorkflows.Runtime.Referring;
using AesthetixWorkflows.Runtime.Replies;
using AesthetixWorkflows.Runtime.Resuming;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Runtime.Scheduling.Days;
using AesthetixWorkflows.Runtime.Sealing;
using AesthetixWorkflows.Runtime.Simulating;
using AesthetixWorkflows.Runtime.Simulating.Ahead;
using AesthetixWorkflows.Runtime.Statistics;
using AesthetixWorkflows.Runtime.Subscribing;
using AesthetixWorkflows.Runtime.Sweeping;
using AesthetixWorkflows.Runtime.TestSending;
using AesthetixWorkflows.Runtime.Transferring;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Runtime;

/// <summary>Everything between the HTTP surface and the store, the same in both hosts.</summary>
public static class RuntimeServices
{
    /// <summary>Needs from the host: IStore, IIdSource, TimeProvider, IMessageProvider and the ProductCatalogue.</summary>
    /// <param name="keepFor">How long practices and workflow lists may be remembered.</param>
    public static IServiceCollection AddWorkflowRuntime(this IServiceCollection services, TimeSpan keepFor) => services
        .AddSingleton(s => new PracticeBook(s.GetRequiredService<IStore>(), s.GetRequiredService<TimeProvider>(), keepFor))
        .AddSingleton(s => new WorkflowBook(s.GetRequiredService<IStore>(), s.GetRequiredService<TimeProvider>(), keepFor))
        .AddSingleton<IRecords>(s => s.GetRequiredService<IStore>())
        .AddSingleton<EventIntake>().AddSingleton<EventRouter>().AddSingleton<ContactMatching>().AddSingleton<RecordKeeping>()
        .AddSingleton<AppointmentKeeping>().AddSingleton<EarlyVisits>().AddSingleton<PaperKeeping>().AddSingleton<TaskKeeping>().AddSingleton<Spelling>()
        .AddSingleton<Conversation>().AddSingleton<DeliveryKeeping>().AddSingleton<DndSwitch>()
        .AddSingleton<ReplyMatch>().AddSingleton<StopReview>().AddSingleton<CourtesyNotes>().AddSingleton<CourtesySender>()
        .AddSingleton<PausedSends>().AddSingleton<DeletedContactPurge>().AddSingleton<PracticeSweep>()
        .AddSingleton<Enroller>().AddSingleton<StartingOver>().AddSingleton<FactLoader>().AddSingleton<DueSchedules>().AddSingleton<DueDays>().AddSingleton<OverdueInvoices>()
        .AddSingleton<Subscriptions>().AddSingleton<Clicks>().AddSingleton<Callbacks>().AddSingleton<LinkFacts>().AddSingleton<LinkWeaver>()
        .AddSingleton<EffectLedger>().AddSingleton<MessageSending>().AddSingleton<FrequencyCaps>().AddSingleton<SendingRules>().AddSingleton<ActivityPath>().AddSingleton<Evaluator>()
        .AddSingleton<EnrollmentDeeds>().AddSingleton<EnrollmentTurn>().AddSingleton<Simulator>().AddSingleton<Lookahead>().AddSingleton<Backtester>().AddSingleton<Explainer>().AddSingleton<Comparer>().AddSingleton<Narrator>()
        .AddSingleton<StatsReader>().AddSingleton<JobRunner>().AddSingleton<Exporter>().AddSingleton<Rehoming>().AddSingleton<RecipeMaking>().AddSingleton<Redelivery>()
        .AddSingleton(_ => new TestRate()).AddSingleton<TestSender>()
        .AddSingleton<UseFinder>().AddSingleton<TagsInUse>().AddSingleton<Departures>().AddSingleton<Sealer>()
        // Signatures carry the real time, whatever the demonstration clock says: the receiver checks them.
        .AddSingleton<IOutboundClient>(_ => new OutboundClient(TimeProvider.System, new SystemHostLookup()))
        .AddSingleton(s => new DeliveryReports(s.GetRequiredService<IStore>(), s.GetRequiredService<IIdSource>(), s.GetRequiredService<WorkflowBook>()))
        .AddSingleton<WebCalls>().AddSingleton<IOutside, Outside>();
}
