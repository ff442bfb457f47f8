using AesthetixWorkflows.Api;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Activities;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Providers;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Recovering;
using AesthetixWorkflows.Functions.SignIn;
using AesthetixWorkflows.Functions.Triggers;
using AesthetixWorkflows.ModelDrafting;
using AesthetixWorkflows.Runtime;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Links;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Functions.Starting;

/// <summary>Everything that the Azure host registers.</summary>
public static class AzureHost
{
    /// <summary>Workers do not see each other's commits: what one knows of workflows and practices is forgotten after this long.</summary>
    static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(10);

    public static IServiceCollection Add(IServiceCollection services, AzureSettings settings, AzureParts parts)
    {
        services.AddSingleton(settings).AddSingleton(parts).AddSingleton(TimeProvider.System).AddSingleton<IIdSource, IdSource>().AddSingleton(_ => Builtin.Catalogue());
        Storage(services, parts);
        Carrying(services);
        Queue(services, settings);
        services.AddRouting().AddWorkflowRuntime(KeepFor);
        if (settings.SignIn is not null) services.AddSingleton<ICallerSource, EasyAuth>();
        services.AddPublicPages(settings.Links, () => settings.PublicUrl);
        services.AddMessageProviders(settings.Providers).AddModelDrafting(settings.Drafting);
        AestheticApi.Add(services);
        return services.AddSingleton<ApiPipeline>().AddSingleton<FirstPractice>().AddHostedService(s => s.GetRequiredService<FirstPractice>());
    }

    static void Storage(IServiceCollection services, AzureParts parts)
    {
        // Asked for at the first commit and not before: the dispatcher itself needs the store.
        services.AddSingleton(s => parts.Store(s, (changes, committed, ct) => s.GetRequiredService<Dispatcher>().Afterwards(changes, committed, ct)));
        services.AddSingleton(parts.Leftovers);
        if (parts.Earlier is not null) services.AddSingleton(parts.Earlier);
    }

    static void Carrying(IServiceCollection services) => services
        .AddSingleton<DurableLink>().AddSingleton<NextSteps>().AddSingleton<EnrollmentStarter>().AddSingleton<Dispatcher>().AddSingleton<EnrollmentWork>()
        .AddSingleton<EveryPractice>().AddSingleton<LeftWork>().AddSingleton<LeftPublishing>().AddSingleton<ScheduleWatch>()
        .AddSingleton<IEndpointMap, CarryAgain>();

    static void Queue(IServiceCollection services, AzureSettings settings) => services
        .AddSingleton(_ => Bus.Open(settings)).AddSingleton(s => s.GetRequiredService<ServiceBusClient>().CreateSender(EventMessage.Routing))
        .AddSingleton<EventLine>().AddSingleton<EventPublisher>().AddSingleton<EventKeeper>().AddSingleton<EventSorter>().AddSingleton<EventDesk>().AddSingleton<IEventDoor, QueuedDoor>();
}
