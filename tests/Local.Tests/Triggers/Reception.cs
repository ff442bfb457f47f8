using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Storage;
using AesthetixWorkflows.Local.Tests.Storage;
using AesthetixWorkflows.Runtime;
using AesthetixWorkflows.Runtime.Identity;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Routing;
using AesthetixWorkflows.Runtime.Scheduling;
using AesthetixWorkflows.Runtime.Scheduling.Days;
using AesthetixWorkflows.Specs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>A practice over a real store whose events are routed one by one, with a clock that stands.</summary>
sealed class Reception : IAsyncDisposable
{
    public const string Practice = "prac_T", Zone = "America/New_York";

    readonly DataFolder _folder = new();
    readonly ServiceProvider _services;
    int _made;

    Reception(DateTimeOffset now)
    {
        Clock = new(now);
        Store = _folder.Open();
        _services = Host();
    }

    public SqliteStore Store { get; }
    public StillClock Clock { get; }
    public ProductCatalogue Catalogue { get; } = Builtin.Catalogue();

    public static async Task<Reception> Open(DateTimeOffset? now = null)
    {
        var reception = new Reception(now ?? new(2026, 6, 3, 12, 0, 0, TimeSpan.Zero));
        await reception.Keep(new ChangeSet(Practice).Put(Kinds.Practice, Practice, new Practice { Name = "Lumina", TimeZone = Zone }, 0));
        return reception;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Another process over the same records.</summary>
    public ServiceProvider Host(IStore? store = null) => new ServiceCollection().AddWorkflowRuntime(TimeSpan.Zero)
        .AddSingleton(store ?? Store).AddSingleton<TimeProvider>(Clock).AddSingleton<IIdSource>(new IdSource(Clock)).AddSingleton(Catalogue).AddSingleton<IMessageProvider>(new Postbox()).BuildServiceProvider();

    public async Task<string> Publish(string type, string? filters = null, string config = "{}", string? id = null, int version = 1, string settings = """{ "reentry": "always" }""")
    {
        id ??= $"wf_{++_made}";
        var definition = JsonDocument.Parse($$"""
            { "schemaVersion": 1, "settings": {{settings}}, "start": "s1", "steps": { "s1": { "type": "wait.delay", "config": { "for": "P900D" }, "next": null } },
              "triggers": [{ "id": "t1", "type": "{{type}}", "config": {{config}}, "filters": {{filters ?? """{ "all": [] }"""}} }] }
            """).RootElement;
        var known = await Store.Find(Kinds.Workflow, Practice, id);
        await Keep(new ChangeSet(Practice)
            .Put(Kinds.Version, $"{id}.{version}", new WorkflowVersion(id, version, $"ver_{id}_{version}", definition, null, "Nora", Clock.GetUtcNow()), 0)
            .Put(Kinds.Workflow, id, new Workflow { Name = id, Status = WorkflowStatus.Published, Version = version, Draft = definition, OpenSince = known?.Body.OpenSince ?? Clock.GetUtcNow() }, known?.Revision ?? 0));
        return id;
    }

    public async Task Change(string workflow, Func<Workflow, Workflow> change)
    {
        var known = (await Store.Find(Kinds.Workflow, Practice, workflow))!;
        await Keep(new ChangeSet(Practice).Put(Kinds.Workflow, workflow, change(known.Body), known.Revision));
    }

    public async Task<string> Person(Func<Contact, Contact>? but = null)
    {
        var n = ++_made;
        var contact = new Contact { FirstName = "Ada", Email = $"ada{n}@example.test", Phone = $"+1310555{n:0000}", CreatedAt = Clock.GetUtcNow() };
        var id = Get<IIdSource>().New("con");
        await Keep(new ChangeSet(Practice).Put(Kinds.Contact, id, but is null ? contact : but(contact), 0));
        return id;
    }

    public async Task Keep(ChangeSet changes) => Assert.Null((await Store.Commit(changes)).Conflict);

    /// <summary>An event from another system.</summary>
    /// <returns>What became of it.</returns>
    public async Task<string> Happens(string type, object data, string? contact = null, string source = "spec", DateTimeOffset? at = null)
    {
        var id = (await Get<EventIntake>().Accept(Practice, [new(source, Guid.NewGuid().ToString("n"), type, at ?? Clock.GetUtcNow(), Json(data), contact)])).Ids[0];
        await RouteAll();
        return (await Store.FindEvent(Practice, id))!.Result!;
    }

    public async Task RouteAll()
    {
        while (await Store.Unrouted(100) is { Count: > 0 } events)
            foreach (var e in events) await Get<EventRouter>().Route(e);
    }

    /// <summary>Looks for dates that have their turn, until there is nothing left to do now, and routes what was found.</summary>
    public async Task<DateTimeOffset?> LookAtDays(DueDays? days = null)
    {
        DateTimeOffset? next;
        while ((next = await (days ?? Get<DueDays>()).Look(Practice, Clock.GetUtcNow())) <= Clock.GetUtcNow()) { }
        await RouteAll();
        return next;
    }

    /// <summary>Looks for invoices whose due day has ended, and routes what they tell.</summary>
    public async Task<DateTimeOffset> LookAtInvoices(OverdueInvoices? invoices = null)
    {
        var next = await (invoices ?? Get<OverdueInvoices>()).Look(Practice, Clock.GetUtcNow());
        await RouteAll();
        return next;
    }

    public async Task<IReadOnlyList<Enrollment>> Inside(string workflow) => [.. (await Store.ListEnrollments(Practice, new(workflow, Limit: 200))).Items.Select(item => item.Enrollment)];

    public async Task<IReadOnlyList<StoredEvent>> Events(string type) => (await Store.ListEvents(Practice, type, null, null, 200, null)).Items;

    static JsonElement Json(object data) => data is string text ? JsonDocument.Parse(text).RootElement : JsonSerializer.SerializeToElement(data);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>Stands until it is set.</summary>
sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
    public override long GetTimestamp() => 0;
}
