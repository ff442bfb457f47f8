using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Functions.Tests.Racing;

/// <summary>A practice with one patient, and two workers who carry for it.</summary>
sealed class Practice : IDisposable
{
    public const string Id = "prac_races", Ada = "con_ada";

    int _events;

    public Practice()
    {
        var ids = new CountedIds(Clock);
        var provider = new Mute(Post);
        (One, Other) = (new(Store, Clock, ids, provider), new(Store, Clock, ids, provider));
    }

    public MemoryStore Store { get; } = new();
    public HandClock Clock { get; } = new(onThisThread: true);
    public Postbox Post { get; } = new();
    public Worker One { get; }
    public Worker Other { get; }
    public DateTimeOffset Now => Clock.GetUtcNow();
    public IEnumerable<string?> Sent => Post.Sent.Where(m => m.EnrollmentId is not null).Select(m => m.StepId);

    public static async Task<Practice> Open(params Flow[] flows)
    {
        var practice = new Practice();
        await practice.Keep(new ChangeSet(Id)
            .Put(Kinds.Practice, Id, new() { Name = "Lumina", TimeZone = "America/New_York", SenderPhone = "+12125550100", TextHours = new OpenHours(TimeOnly.MinValue, TimeOnly.MinValue) }, 0)
            .Put(Kinds.Contact, Ada, new Contact { FirstName = "Ada", Phone = "+12125550001", Email = "ada@example.test", CreatedAt = practice.Now, Consents = [new("sms", "marketing", true, practice.Now, "form")] }, 0));
        foreach (var (n, flow) in flows.Index())
            await practice.Keep(new ChangeSet(Id)
                .Put(Kinds.Version, $"wf_{n}.1", new WorkflowVersion($"wf_{n}", 1, $"ver_{n}", flow.Json(), null, "Nora", practice.Now), 0)
                .Put(Kinds.Workflow, $"wf_{n}", new Workflow { Name = $"wf_{n}", Status = WorkflowStatus.Published, Version = 1, Draft = flow.Json(), OpenSince = practice.Now }, 0));
        return practice;
    }

    public async Task Keep(ChangeSet changes)
    {
        var committed = await Store.Commit(changes);
        Assert.True(committed.Ok, committed.Conflict);
    }

    /// <summary>An event is kept, and nobody has routed it yet. Each is said to be a second later than the one before.</summary>
    public async Task<string> Comes(string type, object data, string source = "booking", string? contact = Ada)
    {
        var n = ++_events;
        var e = new PracticeEvent($"evt_{n:D26}", Id, source, $"{type}-{n}", type, Now.AddSeconds(n), contact, JsonSerializer.SerializeToElement(data));
        await Keep(new ChangeSet(Id).Add(new Change.Accept(e)));
        return e.Id;
    }

    /// <summary>The visit's record and its event are one commit, as in the API.</summary>
    public async Task<string> Writes(string type, string visit, Func<Appointment?, Appointment> change)
    {
        var known = await Store.Find(Kinds.Appointment, Id, visit);
        var after = change(known?.Body);
        await Keep(new ChangeSet(Id).Put(Kinds.Appointment, visit, after, known?.Revision ?? 0));
        var facts = JsonSerializer.SerializeToNode(after, Kinds.Appointment.Json)!.AsObject();
        facts["id"] = visit;
        return await Comes(type, new { appointment = facts }, "api");
    }

    public async Task<Enrollment> Only() => Assert.Single(await Enrollments());

    public async Task<IReadOnlyList<Enrollment>> Enrollments() => [.. (await Store.ListEnrollments(Id, new(Limit: 100))).Items.Select(item => item.Enrollment)];

    public async Task<string?> ResultOf(string eventId) => (await Store.FindEvent(Id, eventId))!.Result;

    /// <summary>Everything that is left is routed and carried, one thing after the other, until nothing moves.</summary>
    public async Task Settle()
    {
        for (var calm = false; !calm;)
        {
            calm = true;
            foreach (var e in Store.Events.Where(e => e.Result is null).ToList())
            {
                calm = false;
                await One.Route(e.Event.Id);
            }
            foreach (var e in await Enrollments())
            {
                var (before, inbox) = ((await Store.FindEnrollment(Id, e.Id))!.Revision, (await Store.Inbox(Id, e.Id)).Count);
                await One.Turn(e.Id);
                calm &= inbox == 0 && (await Store.FindEnrollment(Id, e.Id))!.Revision == before;
            }
        }
    }

    public async Task Pass(TimeSpan time)
    {
        await Settle();
        Clock.Advance(time);
        await Settle();
    }

    public void Dispose()
    {
        One.Dispose();
        Other.Dispose();
    }
}

/// <summary>A provider that cannot tell what became of a message, as most cannot.</summary>
sealed class Mute(IMessageProvider post) : IMessageProvider
{
    public Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct) => post.Send(practice, messageId, message, ct);

    public Task<Outcome?> Confirm(string effectId, CancellationToken ct) => Task.FromResult<Outcome?>(null);
}

/// <summary>Ids in the order in which they are asked for, the same at every run.</summary>
sealed class CountedIds(TimeProvider clock) : IIdSource
{
    int _count;

    public string New(string prefix) => Ids.From(prefix, clock.GetUtcNow(), $"{++_count}");
}
