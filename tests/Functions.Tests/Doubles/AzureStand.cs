using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Activities;
using AesthetixWorkflows.Functions.Orchestration;
using AesthetixWorkflows.Functions.Queue;
using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Functions.Triggers;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Specs.Running;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Tests.Doubles;

/// <summary>One worker of the Azure host with everything outside of it doubled: store, queue, Durable Functions, provider, clock.
/// Nothing runs by itself; a test calls the functions as the platform would.</summary>
sealed class AzureStand : IAsyncDisposable
{
    public const string OwnerKey = "ak_0123456789abcdef0123456789abcdef";
    public const string LinksKey = "lk_0123456789abcdef0123456789abcdef";
    public const string HookKey = "form-key";
    public static readonly string Practice = FirstPractice.Id;

    readonly WebApplication _app;

    AzureStand(MemoryStore store, (MemoryQueue Routing, MemoryQueue Arrivals) queues, HandClock clock, IReadOnlyDictionary<string, string?> settings, bool knowsEarlier)
    {
        (Store, Queue, Arrivals, Clock) = (store, queues.Routing, queues.Arrivals, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var read = AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(Settings).AddInMemoryCollection(settings).Build());
        AzureHost.Add(builder.Services, read, new AzureParts
        {
            Store = (_, afterwards) =>
            {
                store.Afterwards = afterwards;
                return store;
            },
            Open = (_, _) => Task.CompletedTask, Leftovers = _ => store, Earlier = knowsEarlier ? _ => store : null,
        });
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(Queue.Sender).AddSingleton<IMessageProvider>(Post);
        _app = builder.Build();
        // As the first function with the binding does.
        Get<DurableLink>().Offer(Durable);
    }

    public static readonly Dictionary<string, string?> Settings = new()
    {
        ["PublicUrl"] = "https://clinic.example", ["Storage:TablesUri"] = "https://tables.example", ["ServiceBus:fullyQualifiedNamespace"] = "bus.example",
        ["Messages:Live"] = "false", ["Practice:Name"] = "Lumina", ["Practice:TimeZone"] = "America/New_York", ["Owner:Key"] = OwnerKey,
        ["Links:Key"] = LinksKey,
    };

    public MemoryStore Store { get; }
    /// <summary>Where events are routed.</summary>
    public MemoryQueue Queue { get; }
    /// <summary>Where other systems put theirs.</summary>
    public MemoryQueue Arrivals { get; }
    public HandClock Clock { get; }
    public RecordingDurable Durable { get; } = new();
    public Postbox Post { get; } = new();
    public IServiceProvider Services => _app.Services;

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(_app.Services);

    /// <param name="others">Settings besides the usual ones.</param>
    /// <param name="after">Another worker over the same store and queue.</param>
    public static async Task<AzureStand> Open(IReadOnlyDictionary<string, string?>? others = null, AzureStand? after = null, bool knowsEarlier = true)
    {
        var clock = after?.Clock ?? new HandClock();
        var stand = new AzureStand(after?.Store ?? new(), after is null ? (new(2000, sessions: true), new()) : (after.Queue, after.Arrivals), clock, others ?? new Dictionary<string, string?>(), knowsEarlier);
        await stand.Get<FirstPractice>().Ensure(default);
        if (after is null) await stand.Furnish();
        return stand;
    }

    /// <summary>A practice that texts at any hour, with a form's hook and a contact who has sent it before.</summary>
    async Task Furnish()
    {
        var practice = (await Store.Find(Kinds.Practice, Practice, Practice))!;
        await Store.Commit(new ChangeSet(Practice)
            .Put(Kinds.Practice, Practice, practice.Body with { Email = "hello@lumina.example", SenderEmail = "hello@lumina.example", TextHours = new OpenHours(TimeOnly.MinValue, TimeOnly.MinValue) }, practice.Revision)
            .PutShared(Kinds.Hook, "hook_form", new Hook("Form", HookKey, "none", [], "form.submitted",
                ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, JsonSerializer.SerializeToElement(new { }), Clock.GetUtcNow()), 0)
            .Put(Kinds.Contact, "con_ada", new Contact { FirstName = "Ada", LastName = "Hart", Email = "ada@hart.example", Phone = "+12125550199", CreatedAt = Clock.GetUtcNow() }, 0));
    }

    public async Task<string> Publish(Flow flow, InFlight? inFlight = null, string? workflow = null)
    {
        var id = workflow ?? Get<IIdSource>().New("wf");
        var known = await Store.Find(Kinds.Workflow, Practice, id);
        await Store.Commit(new ChangeSet(Practice).Put(Kinds.Workflow, id, (known?.Body ?? new Workflow { Name = id, CreatedAt = Clock.GetUtcNow() }) with { Draft = flow.Json(), ChangedAt = Clock.GetUtcNow() }, known?.Revision ?? 0));
        var deed = await Get<Publisher>().Publish(new Actor(Practice, "Nora", Clock.GetUtcNow()), id, inFlight, null);
        Assert.True(deed is WorkflowDeed.Done, (deed as WorkflowDeed.Faulty)?.Findings is { } findings ? string.Join('\n', findings) : deed.ToString());
        return id;
    }

    /// <summary>Dead letters of both.</summary>
    public IReadOnlyList<MemoryQueue.DeadLetter> Dead => [.. Arrivals.Dead, .. Queue.Dead];

    /// <summary>Every message goes through the real functions, other systems' first through theirs.</summary>
    /// <returns>How many deliveries that took.</returns>
    public async Task<int> Pump() =>
        await Arrivals.Pump((message, actions) => Function<EventArrival>().Take([message], actions, Durable, default))
        + await Queue.Pump((message, actions) => Function<EventRouting>().Take(message, actions, Durable, default));

    public Task Recover() => Function<Recover>().Run(new(), Durable, default);
    public Task LookAtSchedules() => Function<Schedules>().Run(new(), Durable, default);

    /// <summary>As its orchestration would: calls the activity that is next, once.</summary>
    public async Task<Next> Step(string enrollment)
    {
        var next = await Get<NextSteps>().After((await Store.FindEnrollment(Practice, enrollment))!.Enrollment, default);
        return await Get<EnrollmentWork>().Run(next.Activity ?? ActivityNames.Evaluate, new Turn(Practice, enrollment, next.At is not null), Durable, default);
    }

    public static ServiceBusMessage Structured(object cloudEvent) =>
        new(JsonSerializer.SerializeToUtf8Bytes(cloudEvent)) { ContentType = EventMessage.ContentType, MessageId = Guid.NewGuid().ToString("n") };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
