using System.Text.Json;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Tests.Doubles;

namespace AesthetixWorkflows.Functions.Tests.Triggers;

public sealed class SchedulesTests
{
    // The stand's clock starts at 10:00 UTC: six in the morning at the practice.
    static async Task Daily(AzureStand stand, string at, string practice, string id = "wf_daily")
    {
        var definition = JsonDocument.Parse($$"""
            { "schemaVersion": 1, "start": "s1", "triggers": [{ "id": "t1", "type": "schedule.due", "config": { "every": "day", "at": "{{at}}" } }],
              "steps": { "s1": { "type": "wait.delay", "config": { "for": "P1D" }, "next": null } } }
            """).RootElement;
        var now = stand.Clock.GetUtcNow();
        await stand.Store.Commit(new ChangeSet(practice)
            .Put(Kinds.Version, $"{id}.1", new WorkflowVersion(id, 1, "ver_1", definition, null, "Nora", now), 0)
            .Put(Kinds.Workflow, id, new Workflow { Name = id, Status = WorkflowStatus.Published, Version = 1, Draft = definition, ChangedAt = now }, 0));
    }

    static async Task Minutes(int count, AzureStand stand, params AzureStand[] also)
    {
        for (var minute = 0; minute < count; minute++)
        {
            stand.Clock.Advance(TimeSpan.FromMinutes(1));
            await stand.LookAtSchedules();
            foreach (var other in also) await other.LookAtSchedules();
            await stand.Pump();
        }
    }

    static string[] Occurrences(AzureStand stand) => [.. stand.Store.Events.Where(e => e.Event.Type == "schedule.due").Select(e => e.Event.SourceId.Split('/')[^1])];

    [Fact]
    public async Task An_occurrence_fires_once_and_starts_its_workflow()
    {
        await using var stand = await AzureStand.Open();
        await Daily(stand, "06:05", AzureStand.Practice);
        await Minutes(30, stand);
        Assert.Equal(["2026-05-04T10:05:00Z"], Occurrences(stand));
        Assert.Single(stand.Durable.Started);
    }

    [Fact]
    public async Task Several_workers_that_look_side_by_side_fire_it_once()
    {
        await using var stand = await AzureStand.Open();
        await using var other = await AzureStand.Open(after: stand);
        await Daily(stand, "06:05", AzureStand.Practice);
        await Minutes(30, stand, other);
        Assert.Equal(["2026-05-04T10:05:00Z"], Occurrences(stand));
    }

    [Fact]
    public async Task A_restart_right_before_it_or_right_after_it_makes_no_difference()
    {
        await using var stand = await AzureStand.Open();
        await Daily(stand, "06:05", AzureStand.Practice);
        await Minutes(4, stand);
        // Away over the moment itself, for less than the grace.
        stand.Clock.Advance(TimeSpan.FromMinutes(3));
        await using var next = await AzureStand.Open(after: stand);
        await Minutes(1, next);
        await using var last = await AzureStand.Open(after: next);
        await Minutes(10, last);
        Assert.Equal(["2026-05-04T10:05:00Z"], Occurrences(stand));
    }

    [Fact]
    public async Task A_look_that_fails_is_made_up_for_by_the_next()
    {
        await using var stand = await AzureStand.Open();
        await Daily(stand, "06:02", AzureStand.Practice);
        await Minutes(1, stand);
        stand.Store.Before = changes =>
        {
            if (changes.Changes.Any(change => change is Change.Accept)) throw new IOException("away");
        };
        await Minutes(2, stand);
        stand.Store.Before = null;
        await Minutes(2, stand);
        Assert.Equal(["2026-05-04T10:02:00Z"], Occurrences(stand));
    }

    [Fact]
    public async Task Every_practice_is_looked_after()
    {
        await using var stand = await AzureStand.Open();
        await stand.Store.Commit(new ChangeSet("prac_2").Put(Kinds.Practice, "prac_2", new Practice { Name = "Other", TimeZone = "Europe/Madrid" }, 0));
        await Daily(stand, "06:02", AzureStand.Practice);
        await Daily(stand, "12:03", "prac_2");
        await Minutes(10, stand);
        Assert.Equal(["2026-05-04T10:02:00Z", "2026-05-04T10:03:00Z"], Occurrences(stand));
    }

    [Fact]
    public async Task A_birthday_is_found_once_by_several_workers_and_starts_its_workflow()
    {
        await using var stand = await AzureStand.Open();
        await using var other = await AzureStand.Open(after: stand);
        await Birthdays(stand, "06:05");
        await Minutes(20, stand, other);
        // A worker that starts within the day finds it again and repeats nothing.
        await using var next = await AzureStand.Open(after: other);
        await Minutes(3, next);
        var e = Assert.Single(stand.Store.Events, e => e.Event.Type == "contact.birthday").Event;
        Assert.Equal(("con_ada", "dates"), (e.ContactId, e.Source));
        Assert.Single(stand.Durable.Started.Concat(other.Durable.Started).Concat(next.Durable.Started));
    }

    [Fact]
    public async Task An_invoice_whose_due_day_has_ended_is_overdue_once_for_several_workers()
    {
        await using var stand = await AzureStand.Open();
        await using var other = await AzureStand.Open(after: stand);
        var due = stand.Clock.GetUtcNow().AddDays(-1);
        await stand.Store.Commit(new ChangeSet(AzureStand.Practice)
            .Put(Kinds.Invoice, "inv_1", new Invoice { ContactId = "con_ada", Title = "Peel", Amount = 120, Status = InvoiceStatus.Sent, DueAt = due }, 0));
        await Minutes(3, stand, other);
        await using var next = await AzureStand.Open(after: other);
        await Minutes(3, next);
        var e = Assert.Single(stand.Store.Events, e => e.Event.Type == "invoice.changed").Event;
        Assert.Equal(("con_ada", "dates", "overdue"), (e.ContactId, e.Source, e.Data.GetProperty("invoice").GetProperty("status").GetString()));
        Assert.Equal(InvoiceStatus.Overdue, (await stand.Store.Find(Kinds.Invoice, AzureStand.Practice, "inv_1"))!.Body.Status);
    }

    static async Task Birthdays(AzureStand stand, string at)
    {
        var definition = JsonDocument.Parse($$"""
            { "schemaVersion": 1, "start": "s1", "triggers": [{ "id": "t1", "type": "contact.birthday", "config": { "when": "on", "at": "{{at}}" } }],
              "steps": { "s1": { "type": "wait.delay", "config": { "for": "P1D" }, "next": null } } }
            """).RootElement;
        var now = stand.Clock.GetUtcNow();
        var ada = (await stand.Store.Find(Kinds.Contact, AzureStand.Practice, "con_ada"))!;
        await stand.Store.Commit(new ChangeSet(AzureStand.Practice)
            .Put(Kinds.Contact, ada.Id, ada.Body with { DateOfBirth = new(1990, now.Month, now.Day) }, ada.Revision)
            .Put(Kinds.Version, "wf_birthday.1", new WorkflowVersion("wf_birthday", 1, "ver_1", definition, null, "Nora", now), 0)
            .Put(Kinds.Workflow, "wf_birthday", new Workflow { Name = "Birthday", Status = WorkflowStatus.Published, Version = 1, Draft = definition, OpenSince = now, ChangedAt = now }, 0));
    }
}
