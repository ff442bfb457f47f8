using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Local.Demo.Past;
using AesthetixWorkflows.Core.Wording;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Ports;
using NodaTime;

namespace AesthetixWorkflows.Local.Demo;

/// <summary>A made-up clinic, so that a newcomer sees something live within a minute. No real person is in it.</summary>
static class DemoPractice
{
    /// <summary>The embedded host serves one practice; its id never changes.</summary>
    public const string Id = "prac_01HOME00000000000000000000";

    /// <param name="past">What it is given when it is made now; null: it opens today.</param>
    public static async Task Ensure(IServiceProvider services, DemoPast? past)
    {
        var store = services.GetRequiredService<IStore>();
        if (await store.Find(Kinds.Practice, Id, Id) is not null) return;
        var (ids, clock) = (services.GetRequiredService<IIdSource>(), services.GetRequiredService<TimeProvider>());
        var now = clock.GetUtcNow() - (past is null ? TimeSpan.Zero : DemoPast.Length);
        var changes = new ChangeSet(Id).Put(Kinds.Practice, Id, Lumina, 0);
        DemoFurniture.Put(changes);
        Patients(changes, ids, now);
        Hooks(changes, ids, now);
        foreach (var (name, file) in Workflows) Publish(changes, ids, name, file, now);
        past?.Want();
        await store.Commit(changes);
    }

    public static readonly Practice Lumina = new()
    {
        Name = "Lumina Aesthetics", TimeZone = "America/New_York", DateStyle = DateStyle.American, Phone = "+12125550100", Email = "hello@lumina.example",
        Address = "12 Rose Street, New York", Website = "https://lumina.example/book", SenderName = "Lumina Aesthetics",
        SenderEmail = "hello@lumina.example", SenderPhone = "+12125550100", Demo = true,
        // Open all day, so that the walk-through works whenever it is tried. A real practice keeps 09:00 to 20:00.
        TextHours = new OpenHours(TimeOnly.MinValue, TimeOnly.MinValue),
        Pages = new PublicPages("https://lumina.example/invoices/{id}", "https://lumina.example/papers/{id}", "https://reviews.example/lumina", "https://lumina.example/tell-us"),
        OptOutNoticeDays = Practice.UsualNoticeDays,
    };

    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Lumina.TimeZone];

    static readonly (string, string)[] Workflows =
        [("Consultation request", "consultation.json"), ("Visit reminders", "reminders.json"), ("No-show recovery", "noshow.json")];

    static void Patients(ChangeSet changes, IIdSource ids, DateTimeOffset now)
    {
        foreach (var (first, last, phone, tag) in new[]
        {
            ("Maya", "Lindqvist", "+12125550111", "lead"), ("Jonah", "Reyes", "+12125550112", "patient"), ("Priya", "Anand", "+12125550113", "patient"),
            ("Claire", "Dubois", "+12125550114", "lead"), ("Sam", "Okafor", "+12125550115", "vip"),
        })
            changes.Put(Kinds.Contact, ids.New("con"), new Contact
            {
                FirstName = first, LastName = last, Phone = phone, Email = $"{first.ToLowerInvariant()}@patients.example", Tags = [tag],
                AssignedTo = "usr_frontdesk", Source = "demonstration", CreatedAt = now,
            }, 0);
    }

    static void Hooks(ChangeSet changes, IIdSource ids, DateTimeOffset now)
    {
        Hook Open(string name, string key, string type, params (string, string)[] constants) => new(name, key, "none", [], type,
            ImmutableDictionary<string, string>.Empty, constants.ToImmutableDictionary(c => c.Item1, c => c.Item2), null, now);
        changes.PutShared(Kinds.Hook, ids.New("hook"), Open("Consultation form", "demo-consultation", "form.submitted", ("form.id", "consultation"), ("form.name", "Consultation")), 0);
        changes.PutShared(Kinds.Hook, ids.New("hook"), Open("Booking system", "demo-booking", "appointment.booked", ("appointment.calendarId", "cal_consultation")), 0);
    }

    static void Publish(ChangeSet changes, IIdSource ids, string name, string file, DateTimeOffset now)
    {
        using var stream = typeof(DemoPractice).Assembly.GetManifestResourceStream($"AesthetixWorkflows.Local.Demo.Workflows.{file}")!;
        var definition = JsonDocument.Parse(stream).RootElement;
        var id = ids.New("wf");
        changes.Put(Kinds.Version, $"{id}.1", new WorkflowVersion(id, 1, ids.New("ver"), definition, null, "demonstration", now), 0);
        changes.Put(Kinds.Workflow, id, new Workflow
        {
            Name = name, Folder = "Demonstration", Status = WorkflowStatus.Published, Version = 1, Draft = definition, DraftRevision = 1, PublishedDraft = 1, CreatedAt = now, ChangedAt = now,
        }, 0);
    }
}
