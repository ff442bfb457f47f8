using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Appointments;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Catalogue;
using AesthetixWorkflows.Api.Comparing;
using AesthetixWorkflows.Api.Contacts;
using AesthetixWorkflows.Api.Desk;
using AesthetixWorkflows.Api.Docs;
using AesthetixWorkflows.Api.Enrollments;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Explaining;
using AesthetixWorkflows.Api.Health;
using AesthetixWorkflows.Api.History;
using AesthetixWorkflows.Api.Hooks;
using AesthetixWorkflows.Api.Jobs;
using AesthetixWorkflows.Api.Pages;
using AesthetixWorkflows.Api.Referring;
using AesthetixWorkflows.Api.Recipes;
using AesthetixWorkflows.Api.Replaying;
using AesthetixWorkflows.Api.Revealing;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Api.Settings;
using AesthetixWorkflows.Api.Statistics;
using AesthetixWorkflows.Api.Testing;
using AesthetixWorkflows.Api.Transferring;
using AesthetixWorkflows.Api.Workflows;
using AesthetixWorkflows.Catalogue.Checking;
using AesthetixWorkflows.Core.Lint;
using AesthetixWorkflows.Runtime.Drafting;
using AesthetixWorkflows.Runtime.Drafting.Names;
using AesthetixWorkflows.Runtime.Drafting.Offline;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Jobs;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Runtime.Referring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AesthetixWorkflows.Api;

/// <summary>The HTTP surface, the same in every host. Needs from the host: IStore, IIdSource, ProductCatalogue, and what
/// stands behind IDefinitionCheck, IHookCalls, IEventReader, ICatalogueParts and the Enroller.</summary>
public static class AestheticApi
{
    public static IServiceCollection Add(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KeyRing>().AddSingleton<HookDirectory>().AddSingleton<Replay>().AddSingleton<TokenRate>().AddSingleton<SlotBooking>().AddSingleton<VisitChange>().AddSingleton<HookTrial>();
        services.TryAddSingleton<EventIntake>();
        services.TryAddSingleton<IEventDoor>(s => s.GetRequiredService<EventIntake>());
        services.AddSingleton<WorkflowEdits>().AddSingleton<InFlightSweep>().AddSingleton<Drafts>().AddSingleton<Publisher>().AddSingleton<Lifecycle>();
        services.AddSingleton<NamesReader>().AddSingleton<WorkflowDrafting>().AddSingleton(_ => new DraftingRate());
        services.TryAddSingleton<IDrafter, OfflineDrafter>();
        services.TryAddSingleton<Operator>();
        services.AddSingleton<JobDesk>().AddSingleton<ContactWrites>().AddSingleton<ConversationReading>().AddSingleton<Timeline>();
        services.TryAddSingleton<IAdmission, EnrollerAdmission>();
        services.TryAddSingleton<ILintCatalogue, LintCatalogue>();
        services.TryAddSingleton<IDefinitionCheck, DefinitionCheck>();
        services.AddSingleton<PracticeCheck>().AddSingleton<Replacing>().AddSingleton<Unmasking>().AddSingleton<EventMask>().AddSingleton<WorkflowFigures>();
        services.TryAddSingleton<IHookCalls, HookIntake>();
        services.TryAddSingleton<IEventReader, CloudEventIntake>();
        services.TryAddSingleton<ICatalogueParts, CatalogueParts>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        OpenApi.Add(services);
        return services;
    }

    /// <param name="own">Routes of the host's own, kept to the same rules.</param>
    public static void Map(IEndpointRouteBuilder routes, Action<IEndpointRouteBuilder>? own = null)
    {
        var root = routes.MapGroup("");
        IEndpointConventionBuilder every = root;
        every.Add(Envelope.Around);
        every.Finally(Envelope.Insist);

        HealthRoutes.Map(root);
        DocsRoutes.Map(root);
        HookCallRoute.Map(root);
        PublicRoutes.Map(root);
        NowhereRoutes.Map(root);

        var api = root.MapGroup("/api");
        GenerateRoutes.Map(api);
        WorkflowRoutes.Map(api);
        DraftRoutes.Map(api);
        PublishRoutes.Map(api);
        TransferRoutes.Map(api);
        RecipeRoutes.Map(api);
        VersionRoutes.Map(api);
        DiffRoutes.Map(api);
        NarrationRoutes.Map(api);
        TestingRoutes.Map(api);
        TestSendRoutes.Map(api);
        ExplainRoutes.Map(api);
        StatsRoutes.Map(api);
        HistoryRoutes.Map(api);
        ContactRoutes.Map(api);
        ContactFileRoutes.Map(api);
        ConsentRoutes.Map(api);
        ContactEnrollmentRoutes.Map(api);
        ContactAheadRoutes.Map(api);
        ConversationRoutes.Map(api);
        DeletedContactRoutes.Map(api);
        EnrollmentRoutes.Map(api);
        BulkRoutes.Map(api);
        JobRoutes.Map(api);
        EventRoutes.Map(api);
        KeptEvents.Map(api);
        HookRoutes.Map(api);
        TaskRoutes.Map(api);
        OpportunityRoutes.Map(api);
        AppointmentRoutes.Map(api);
        DeskRoutes.Map(api);
        CalendarRoutes.Map(api);
        BookingLinkRoutes.Map(api);
        CustomRoutes.Map(api);
        WordingRoutes.Map(api);
        PaperRoutes.Map(api);
        OutboxRoutes.Map(api);
        CatalogueRoutes.Map(api);
        SettingsRoutes.Map(api);
        KeyRoutes.Map(api);
        AuditRoutes.Map(api);
        ReferenceRoutes.Map(api);
        TagRoutes.Map(api);
        FolderRoutes.Map(api);
        own?.Invoke(api);
        foreach (var map in routes.ServiceProvider.GetServices<IEndpointMap>()) map.Map(root);

        root.MapOpenApi("/openapi.json").WithMetadata(new Public());
    }
}
