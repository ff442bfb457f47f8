using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Referring;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Intake;
using AesthetixWorkflows.Runtime.Operating;
using AesthetixWorkflows.Runtime.Links;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>A practice on a host: what its staff, its patients and the clock do to it.</summary>
public sealed class Clinic(ICarriers carriers, Action<IServiceCollection>? alsoConfigure = null) : IAsyncDisposable
{
    public const string Id = "prac_spec";
    /// <summary>SPEC_PATIENCE, in seconds, for a slow machine.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("SPEC_PATIENCE"), out var seconds) ? seconds : 40);

    ICarrier? _carrier;
    int _people;

    public Postbox Post { get; } = new();
    public ICarrier Carrier => _carrier!;
    public IStore Store => Get<IStore>();
    public DateTimeOffset Now => Carrier.Now;
    public Actor Staff => new(Id, "Nora", Now);

    public T Get<T>() where T : notnull => Carrier.Services.GetRequiredService<T>();

    public async Task Open()
    {
        _carrier = await carriers.Open(services =>
        {
            services.AddSingleton<IMessageProvider>(Post);
            alsoConfigure?.Invoke(services);
        });
        if (await Store.Find(Kinds.Practice, Id, Id) is null)
            await Change(practice => practice);
    }

    /// <summary>The host stops in good order and another one starts over the same store.</summary>
    public async Task Restart()
    {
        await Carrier.DisposeAsync();
        await Open();
    }

    /// <summary>Changes the practice's settings.</summary>
    public async Task Change(Func<Practice, Practice> change)
    {
        var known = await Store.Find(Kinds.Practice, Id, Id);
        var practice = known?.Body ?? new Practice
        {
            Name = "Lumina", TimeZone = "America/New_York", Phone = "+12125550100", Email = "hello@lumina.example", SenderPhone = "+12125550100",
            // Open all day: what is tested must not depend on the hour at which the tests run.
            SenderEmail = "hello@lumina.example", TextHours = new OpenHours(TimeOnly.MinValue, TimeOnly.MinValue), Demo = true,
        };
        await Keep(new ChangeSet(Id).Put(Kinds.Practice, Id, change(practice), known?.Revision ?? 0));
    }

    /// <summary>Publishes the flow as a new workflow, or as the next version of a known one.</summary>
    public async Task<string> Publish(Flow flow, string? workflow = null, InFlight? inFlight = null)
    {
        var id = await Draft(flow, workflow);
        await Know(flow);
        var deed = await Get<Publisher>().Publish(Staff, id, inFlight, null);
        var why = deed is WorkflowDeed.Faulty faulty ? string.Join('\n', faulty.Findings) : deed.ToString();
        Assert.True(deed is WorkflowDeed.Done, why);
        return id;
    }

    /// <summary>The tracked links that a flow waits for are the practice's.</summary>
    async Task Know(Flow flow)
    {
        var named = (await Store.List(Kinds.Link, Id, new(100))).Items.Select(link => link.Body.Key ?? LinkKey.Of(link.Body.Name)).ToHashSet();
        foreach (var link in new RecordUses(Get<ProductCatalogue>()).In(flow.Json()).Where(use => use.Kind == "link").Select(use => use.Id).Distinct())
            if (!named.Contains(link) && await Store.Find(Kinds.Link, Id, link) is null) await Keep(new ChangeSet(Id).Put(Kinds.Link, link, new TrackedLink(link, "https://lumina.example/" + link)));
    }

    public async Task<string> Draft(Flow flow, string? workflow = null)
    {
        var id = workflow ?? Get<IIdSource>().New("wf");
        var known = await Store.Find(Kinds.Workflow, Id, id);
        var body = (known?.Body ?? new Workflow { Name = id, CreatedAt = Now }) with { Draft = flow.Json(), ChangedAt = Now };
        await Keep(new ChangeSet(Id).Put(Kinds.Workflow, id, body, known?.Revision ?? 0));
        return id;
    }

    /// <summary>A contact who may be sent anything, unless changed.</summary>
    public async Task<string> Person(string firstName = "Ada", Func<Contact, Contact>? but = null)
    {
        var n = Interlocked.Increment(ref _people);
        var contact = new Contact
        {
            FirstName = firstName, LastName = "Byron", Email = $"patient{n}@example.test", Phone = $"+1212555{n:0000}", CreatedAt = Now,
            Consents = [new("sms", "marketing", true, Now, "form"), new("email", "marketing", true, Now, "form")],
        };
        var id = Get<IIdSource>().New("con");
        await Keep(new ChangeSet(Id).Put(Kinds.Contact, id, but is null ? contact : but(contact), 0));
        return id;
    }

    /// <summary>Changes a contact without a word to any workflow.</summary>
    public async Task Change(string contact, Func<Contact, Contact> change)
    {
        var known = (await Store.Find(Kinds.Contact, Id, contact))!;
        await Keep(new ChangeSet(Id).Put(Kinds.Contact, contact, change(known.Body), known.Revision));
    }

    /// <summary>Deletes a contact, as the API does.</summary>
    public async Task Delete(string contact)
    {
        var known = (await Store.Find(Kinds.Contact, Id, contact))!;
        var changes = new ChangeSet(Id).Delete(Kinds.Contact, contact, known.Revision);
        foreach (var live in await Store.LiveOf(Id, contact))
            changes.Add(new Change.Send(live.Enrollment.Id, $"gone/{live.Enrollment.Id}", new Input.Signalled(new("gone", Core.Enrollments.SignalKind.ContactGone, Now))));
        await Keep(changes);
    }

    /// <summary>An event arrives from outside. The same source id twice is the same event.</summary>
    public async Task<string> Happens(string type, string? contact, object data, string? sourceId = null)
    {
        var accepted = await Get<EventIntake>().Accept(Id,
            [new("spec", sourceId ?? Guid.NewGuid().ToString("n"), type, Now, JsonSerializer.SerializeToElement(data), contact)]);
        return accepted.Ids[0];
    }

    public async Task Operate(string enrollment, Operation operation, string? step = null) =>
        Assert.Equal(Operated.Sent, await Get<Operator>().Send(Staff, enrollment, operation, step, null));

    /// <summary>Waits until everything that can happen now has happened.</summary>
    public async Task Quiet()
    {
        var until = DateTime.UtcNow + Patience;
        // What leaves one queue enters another; looking three times in a row sees it wherever it went.
        for (var calm = 0; calm < 3;)
        {
            calm = await Carrier.IsQuiet() ? calm + 1 : 0;
            Assert.True(DateTime.UtcNow < until, "The host never came to rest.");
            await Task.Delay(calm > 0 ? 1 : 5);
        }
    }

    /// <summary>Time passes, and everything due by then happens.</summary>
    public async Task Pass(string duration)
    {
        await Quiet();
        Assert.True(Durations.TryParse(duration, out var length), duration);
        Carrier.Advance(Durations.Add(Now, length, "UTC") - Now);
        await Quiet();
    }

    public async Task PassUntil(DateTimeOffset at)
    {
        await Quiet();
        if (at > Now) Carrier.Advance(at - Now);
        await Quiet();
    }

    public async ValueTask DisposeAsync()
    {
        if (_carrier is not null) await _carrier.DisposeAsync();
        await carriers.DisposeAsync();
    }

    async Task Keep(ChangeSet changes)
    {
        var committed = await Store.Commit(changes);
        Assert.True(committed.Ok, committed.Conflict);
    }
}
