using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Telling;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Facts;

/// <summary>Reads what a step needs to know about its contact, the event, the appointment and the practice, as of now.</summary>
public sealed class FactLoader(IStore store, PracticeBook practices)
{
    public async Task<Known> Load(Enrollment e, FactNeeds needs, DateTimeOffset now, CancellationToken ct = default)
    {
        var practice = await practices.Of(e.Practice, ct);
        var contact = e.ContactId is { } id ? await store.Find(Kinds.Contact, e.Practice, id, ct) : null;
        var cause = needs.Event && e.EventId is { } eventId ? (await store.FindEvent(e.Practice, eventId, ct))?.Event : null;

        var facts = Of(e.Practice, practice, contact, cause);
        facts = facts.With("enrollment", new FewFacts(("id", e.Id), ("triggerId", e.TriggerId)))
            .With("workflow", new FewFacts(("id", e.WorkflowId), ("triggerId", e.TriggerId)))
            .With("anchor", new FewFacts(("at", e.AnchorAt?.ToString("O", CultureInfo.InvariantCulture))))
            .With("trigger", new FewFacts(("id", e.TriggerId), ("type", cause?.Type)));
        if (needs.Appointment && (EntryRules.IdIn(e.ScopeKey, "appointment") ?? TextIn(cause?.Data, "appointment", "id")) is { } appointmentId)
            facts = await WithRecord(facts, "appointment", Kinds.Appointment, e.Practice, appointmentId, cause, ct);
        if (needs.Opportunity && (EntryRules.IdIn(e.ScopeKey, "opportunity") ?? TextIn(cause?.Data, "opportunity", "id")) is { } opportunityId)
            facts = await WithRecord(facts, "opportunity", Kinds.Opportunity, e.Practice, opportunityId, cause, ct);
        if (needs.Invoice && (await SentInvoice(e, needs.InvoiceSteps, ct) ?? EntryRules.IdIn(e.ScopeKey, "invoice") ?? TextIn(cause?.Data, "invoice", "id")) is { } invoiceId)
            facts = await WithRecord(facts, "invoice", Kinds.Invoice, e.Practice, invoiceId, cause, ct, invoice => PaperFacts.Of(invoiceId, invoice));
        if (needs.Document && TextIn(cause?.Data, "document", "id") is { } documentId)
            facts = await WithRecord(facts, "document", Kinds.Document, e.Practice, documentId, cause, ct, document => PaperFacts.Of(documentId, document));
        if (needs.Task && TextIn(cause?.Data, "task", "id") is { } taskId)
            facts = await WithRecord(facts, "task", Kinds.Task, e.Practice, taskId, cause, ct, task => TaskFacts.Of(taskId, task));
        if (needs.User && contact?.Body.AssignedTo is { } userId)
            facts = await WithRecord(facts, "user", Kinds.User, e.Practice, userId, null, ct);
        if (needs.Visits && contact is not null) facts = facts.With("visits", await VisitFacts.Load(store, e.Practice, contact.Id, now, ct));
        if (needs.Reply && e.Reply is { } reply) facts = facts.With("reply", await Reply(e.Practice, reply, needs.ReplyText, ct));
        if (needs.Found && TextOf(await store.Find(Kinds.Output, e.Practice, FoundKey(e.Id), ct), "id") is { } foundId && await store.Find(Kinds.Contact, e.Practice, foundId, ct) is { } found)
            facts = facts.With("found", new ContactFacts(found.Id, found.Body));
        if (needs.Outputs.Count > 0) facts = facts.With("steps", await Outputs(e, needs.Outputs, ct));
        if (needs.Custom.Count > 0) facts = facts.With("custom", await Custom(e.Practice, needs.Custom, ct));
        return new(practice, contact, cause, new Setting(facts, now, e.Zone) { Dates = practice.DateStyle });
    }

    /// <summary>The facts of an event before anybody is enrolled: what trigger filters look at.</summary>
    public static CombinedFacts Of(string practiceId, Practice practice, Stored<Contact>? contact, PracticeEvent? cause)
    {
        var facts = CombinedFacts.Empty;
        if (cause is { Data.ValueKind: JsonValueKind.Object })
        {
            foreach (var root in cause.Data.EnumerateObject())
                facts = facts.With(root.Name, new JsonFacts(root.Value));
            facts = facts.With("event", new LayeredFacts([new FewFacts(("id", cause.Id), ("type", cause.Type), ("source", cause.Source)), new JsonFacts(cause.Data)]));
        }
        if (contact is not null) facts = facts.With("contact", new ContactFacts(contact.Id, contact.Body));
        return facts.With("practice", new FewFacts(
            ("id", practiceId), ("name", practice.Name), ("phone", practice.Phone), ("email", practice.Email),
            ("address", practice.Address), ("website", practice.Website), ("timeZone", practice.TimeZone),
            ("reviewUrl", practice.Pages?.Review), ("feedbackUrl", practice.Pages?.Feedback)));
    }

    /// <summary>Where the contact stands that an enrollment's latest contact.find has found.</summary>
    public static string FoundKey(string enrollmentId) => $"{enrollmentId}/{FoundContact.Key}";

    /// <summary>The invoice that this enrollment sent last on the way here.</summary>
    async Task<string?> SentInvoice(Enrollment e, IReadOnlyList<string> steps, CancellationToken ct)
    {
        foreach (var step in steps)
            if (e.Visits.ContainsKey(step) && TextOf(await store.Find(Kinds.Output, e.Practice, $"{e.Id}/{step}", ct), "id") is { } id) return id;
        return null;
    }

    static string? TextOf(Stored<StepOutput>? output, string name) =>
        output?.Body.Values is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    async Task<IFacts> Reply(string practice, Reply reply, bool withText, CancellationToken ct)
    {
        // The text is the message's: it is read when it is asked for, and kept nowhere else.
        var text = withText ? (await store.Find(Kinds.Message, practice, reply.MessageId, ct))?.Body.Text : null;
        return new JsonFacts(JsonSerializer.SerializeToElement(new { text, channel = reply.Channel, intent = reply.Intent, number = reply.Number, at = reply.At }));
    }

    async Task<CombinedFacts> WithRecord<T>(CombinedFacts facts, string root, Kind<T> kind, string practice, string id, PracticeEvent? cause, CancellationToken ct,
        Func<T, JsonObject>? tell = null) where T : class
    {
        if (await store.Find(kind, practice, id, ct) is not { } found) return facts;
        // The record first: it knows the new time of a moved appointment; what only the event said comes second.
        IFacts record = new LayeredFacts([new FewFacts(("id", id)), new JsonFacts(tell is null ? JsonSerializer.SerializeToElement(found.Body, kind.Json) : JsonSerializer.SerializeToElement(tell(found.Body)))]);
        return facts.With(root, cause?.Data.TryGetProperty(root, out var said) == true ? new LayeredFacts([record, new JsonFacts(said)]) : record);
    }

    async Task<IFacts> Custom(string practice, IReadOnlyList<string> keys, CancellationToken ct)
    {
        var values = new List<(string, string?)>();
        foreach (var key in keys) values.Add((key, (await store.FindBy(Kinds.CustomValue, practice, "key", key, ct))?.Body.Value));
        return new FewFacts([.. values]);
    }

    async Task<IFacts> Outputs(Enrollment e, IReadOnlyList<string> steps, CancellationToken ct)
    {
        var facts = CombinedFacts.Empty;
        foreach (var step in steps)
            if (await store.Find(Kinds.Output, e.Practice, $"{e.Id}/{step}", ct) is { } output) facts = facts.With(step, new JsonFacts(output.Body.Values));
        return facts;
    }

    /// <summary>A text somewhere in an event's data.</summary>
    public static string? TextIn(JsonElement? data, string root, string field) =>
        data is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(root, out var inner) && inner.ValueKind is JsonValueKind.Object
        && inner.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}

/// <summary>What was read for one step.</summary>
public sealed record Known(Practice Practice, Stored<Contact>? Contact, PracticeEvent? Cause, Setting Setting);

/// <summary>A handful of texts by name.</summary>
sealed class FewFacts(params (string Name, string? Text)[] facts) : IFacts
{
    public Fact Find(string field)
    {
        foreach (var (name, text) in facts)
            if (name == field) return string.IsNullOrEmpty(text) ? Fact.None : new Fact.Text(text);
        return Fact.None;
    }
}
