using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.TestSending;

/// <summary>What a message is filled in with while nothing has happened: a contact's own records, or those of somebody made up.</summary>
sealed class SampleFacts(IRecords records, ProductCatalogue catalogue)
{
    public static readonly Stored<Contact> Anna = new("con_example", 0, new()
    {
        FirstName = "Anna", LastName = "Example", Email = "anna@example.com", Phone = "+15550102030",
    });

    /// <summary>Whoever looks after the one who is made up: the first of the team.</summary>
    public async Task<Contact> Invented(string practice, DateTimeOffset now, CancellationToken ct) =>
        Anna.Body with { CreatedAt = now, AssignedTo = (await records.List(Kinds.User, practice, new Listing(1, Descending: false), ct)).Items is [var first, ..] ? first.Id : null };

    /// <summary>The data of an event that would have led here.</summary>
    /// <param name="contactId">Null: somebody made up.</param>
    public async Task<JsonObject> Event(Definition definition, FactNeeds needs, string practice, string? contactId, string zone, DateTimeOffset now, CancellationToken ct)
    {
        var data = new JsonObject();
        // What only another system can raise, it has shown how.
        foreach (var trigger in definition.Triggers)
            if (catalogue.Triggers.GetValueOrDefault(trigger.Type)?.Sample is { ValueKind: System.Text.Json.JsonValueKind.Object } sample)
                foreach (var root in sample.EnumerateObject())
                    if (root.Name != "contact") data[root.Name] = JsonNode.Parse(root.Value.GetRawText());
        if (needs.Appointment) Set("appointment", contactId is null ? Visit(zone, now) : await NextVisit(practice, contactId, now, ct));
        if (needs.Opportunity) Set("opportunity", contactId is null ? new() { ["name"] = "Treatment plan", ["value"] = 1200 } : await Latest(Kinds.Opportunity, practice, contactId, ct));
        if (needs.Invoice) Set("invoice", contactId is null ? Bill(now) : await Latest(Kinds.Invoice, practice, contactId, ct));
        if (needs.Document) Set("document", contactId is null ? new() { ["title"] = "Consent form" } : await Latest(Kinds.Document, practice, contactId, ct));
        return data;

        void Set(string root, JsonObject? facts)
        {
            if (facts is not null) data[root] = facts;
        }
    }

    /// <summary>Tomorrow at ten.</summary>
    static JsonObject Visit(string zone, DateTimeOffset now)
    {
        var starts = Zones.At(Zones.DateOf(now, zone).AddDays(1), new TimeOnly(10, 0), zone);
        return new() { ["id"] = "apt_example", ["title"] = "Consultation", ["service"] = "Consultation", ["status"] = "confirmed", ["startsAt"] = starts, ["endsAt"] = starts.AddMinutes(45) };
    }

    static JsonObject Bill(DateTimeOffset now) => new() { ["id"] = "inv_example", ["title"] = "Treatment", ["amount"] = 120, ["dueAt"] = now.AddDays(14) };

    async Task<JsonObject?> NextVisit(string practice, string contactId, DateTimeOffset now, CancellationToken ct)
    {
        var visits = (await records.List(Kinds.Appointment, practice, new Listing(50, Index: "contact", Value: contactId), ct)).Items;
        return Named((visits.Where(visit => visit.Body.StartsAt > now).MinBy(visit => visit.Body.StartsAt) ?? visits.MaxBy(visit => visit.Body.StartsAt))?.Id);
    }

    async Task<JsonObject?> Latest<T>(Kind<T> kind, string practice, string contactId, CancellationToken ct) where T : class =>
        (await records.List(kind, practice, new Listing(1, Index: "contact", Value: contactId), ct)).Items is [var latest, ..] ? Named(latest.Id) : null;

    /// <summary>The record itself tells the rest.</summary>
    static JsonObject? Named(string? id) => id is null ? null : new() { ["id"] = id };
}
