using AesthetixWorkflows.Api;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Builder;
using AesthetixWorkflows.Local.Demo;
using AesthetixWorkflows.Local.Demo.Past;
using AesthetixWorkflows.Local.Runner;
using AesthetixWorkflows.Local.Serving;
using AesthetixWorkflows.Local.SignIn;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.ModelDrafting;
using AesthetixWorkflows.Runtime;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Local;

/// <summary>The embedded host: everything on one machine, over one folder.</summary>
sealed class LocalHost : IAsyncDisposable
{
    readonly WebApplication _app;

    LocalHost(WebApplication app, string greeting) => (_app, Greeting) = (app, greeting);

    /// <summary>What a person who has just started it wants to read.</summary>
    public string Greeting { get; }
    public string Address => _app.Urls.First();
    public IServiceProvider Services => _app.Services;
    public Task Stopped => _app.WaitForShutdownAsync();

    /// <param name="configure">Lets tests and benchmarks put something else in a service's place.</param>
    /// <param name="time">What the movable clock moves.</param>
    /// <exception cref="StoreRefusedException">The data folder must not be opened now.</exception>
    public static async Task<LocalHost> Start(LocalOptions options, Action<IServiceCollection>? configure = null, TimeProvider? time = null)
    {
        var folder = Path.GetFullPath(options.Data);
        Directory.CreateDirectory(folder);
        var clock = new MovableClock(folder, time);
        var store = SqliteStore.Open(new StorePlace(folder), clock);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(clock).AddSingleton(clock);
        // Made by a factory so that the container disposes of it, and last: everything else may still write while it stops.
        services.AddSingleton(_ => store).AddSingleton<IStore>(s => s.GetRequiredService<SqliteStore>()).AddSingleton<IBacklog>(s => s.GetRequiredService<SqliteStore>());
        services.AddSingleton<IIdSource, IdSource>().AddSingleton(_ => Builtin.Catalogue());
        var messages = LeavingBy.Add(services, builder.Configuration, Path.Combine(folder, "outbox.jsonl"));
        // This host sees every commit and forgets what it changes, so what it knows may be kept long.
        services.AddWorkflowRuntime(keepFor: TimeSpan.FromHours(1));
        services.AddSingleton<Alarm>().AddSingleton<EnrollmentRunner>().AddSingleton<RouterPump>().AddSingleton<Scheduler>().AddSingleton<JobLoop>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<DemoPast>(s, Path.Combine(folder, "demonstration.begun"))).AddHostedService<CarryingService>();
        var reached = PublicAddress.Of(builder.Configuration, options.Urls);
        services.AddPublicPages(LinkKeyFile.Ensure(folder), reached.Find);
        services.AddModelDrafting(ModelSettings.Of(builder.Configuration["Drafting:Endpoint"], builder.Configuration["Drafting:Key"], builder.Configuration["Drafting:Model"]));
        AestheticApi.Add(services);
        services.AddSingleton(_ => new Bundle()).AddSingleton(new SignInLinks(clock.Beneath)).AddSingleton(new Sessions(folder, clock.Beneath));
        services.AddSingleton<ICallerSource, SignedIn>().AddSingleton<IEndpointMap, SessionRoutes>();
        configure?.Invoke(services);

        var app = builder.Build();
        app.Use(PlainHeaders.Add);
        AestheticApi.Map(app, SandboxRoutes.Map);
        DemoPages.Map(app);
        BuilderRoutes.Map(app);
        var key = await OwnerKey.Ensure(store, app.Services.GetRequiredService<IIdSource>(), clock, folder, options);
        if (options.Demo) await DemoPractice.Ensure(app.Services, options.Past ? app.Services.GetRequiredService<DemoPast>() : null);
        await app.StartAsync();
        reached.Listens(app.Urls.First());
        return new(app, Greetings.Say(app, key, folder, options.Demo, messages));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
