using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Carrying;
using AesthetixWorkflows.Runtime.Enrolling;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Outbound;
using AesthetixWorkflows.Runtime.Outward;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Resuming;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Runtime.Simulating.Capturing;
using AesthetixWorkflows.Runtime.Simulating.Overlay;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Runtime.Simulating;

/// <summary>The runtime that every host has, over a simulation's store, clock, provider and outgoing calls. Put together by
/// the same <see cref="RuntimeServices"/>, so that what is tried is what runs.</summary>
sealed class Engine : IAsyncDisposable
{
    // Nothing but this simulation writes to its store, so what is known stays so.
    static readonly TimeSpan Keep = TimeSpan.FromHours(1);
    readonly ServiceProvider _services;

    /// <param name="only">The workflow that is tried, where there is only one; null: all that the practice has published are there.</param>
    /// <param name="published">What the practice has published.</param>
    public Engine(
        OverlayStore store, TimeProvider clock, Captured captured, ProductCatalogue catalogue, WorkflowBook published, PageAddresses? pages, string? only = null, IReadOnlyDictionary<string, WebAnswer>? answers = null)
    {
        var services = new ServiceCollection().AddWorkflowRuntime(Keep)
            .AddSingleton<IStore>(store).AddSingleton(clock).AddSingleton<IIdSource>(new CountedIds(clock)).AddSingleton(catalogue)
            .AddSingleton<IMessageProvider>(new CapturedMail(captured))
            .AddSingleton<IOutboundClient>(new CapturedCalls(captured, answers ?? new Dictionary<string, WebAnswer>()));
        if (only is null) services.AddSingleton(published);
        else services.AddSingleton<IOutside>(s => new SimulatedOutside(only, Outside(s, s.GetRequiredService<Enroller>()), Outside(s,
            new Enroller(store, published, s.GetRequiredService<PracticeBook>(), s.GetRequiredService<IIdSource>(), clock))));
        if (pages is not null) services.AddSingleton(pages);
        _services = services.BuildServiceProvider();
    }

    public EventRouter Router => Get<EventRouter>();
    public EnrollmentTurn Turn => Get<EnrollmentTurn>();
    public Enroller Enroller => Get<Enroller>();
    public EnrollmentDeeds Deeds => Get<EnrollmentDeeds>();
    public Callbacks Callbacks => Get<Callbacks>();
    public ActivityPath Path => Get<ActivityPath>();
    public IIdSource Ids => Get<IIdSource>();
    public PracticeBook Practices => Get<PracticeBook>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    static Outside Outside(IServiceProvider s, Enroller enroller) =>
        new(s.GetRequiredService<IMessageProvider>(), s.GetRequiredService<WebCalls>(), enroller, s.GetRequiredService<IStore>(), s.GetRequiredService<WorkflowBook>());
}
