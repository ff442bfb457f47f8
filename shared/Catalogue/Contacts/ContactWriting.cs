using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Contacts;

/// <summary>Writes a changed contact and says so. Nothing changed: nothing written, nothing said, so workflows that
/// listen to each other come to rest.</summary>
static class ContactWriting
{
    public static async Task<Outcome> Save(ActionCall call, Stored<Contact> stored, ContactChange change, CancellationToken ct)
    {
        if (change.Problem is { } problem) return new Outcome.Failed(problem, Retryable: false);
        if (change.Changed.IsEmpty) return Outcome.Done.Plain;
        if (await WhyTaken(call, stored.Id, change, ct) is { } taken) return new Outcome.Failed(taken, Retryable: false);
        if (await CustomFieldRule.Misfit(call.Records, call.PracticeId, stored.Body, change.After, ct) is { } misfit) return new Outcome.Failed($"contact.fields.{misfit}.invalid", Retryable: false);
        call.Changes.Put(Kinds.Contact, stored.Id, change.After, stored.Revision);
        call.Raise("contact.changed", About(stored.Id, ("change", new JsonObject
        {
            ["fields"] = new JsonArray([.. change.Changed.Select(name => (JsonNode)name)]),
            ["before"] = change.Before,
            ["after"] = change.Now,
        })));
        return new Outcome.Done(stored.Id);
    }

    /// <summary>Event data about a contact: its id and one thing more.</summary>
    public static JsonObject About(string contactId, params ReadOnlySpan<(string Root, JsonNode Value)> roots)
    {
        var data = new JsonObject { ["contact"] = new JsonObject { ["id"] = contactId } };
        foreach (var (root, value) in roots) data[root] = value;
        return data;
    }

    /// <summary>Email and phone belong to one contact of a practice only.</summary>
    public static async Task<string?> WhyTaken(ActionCall call, string contactId, ContactChange change, CancellationToken ct)
    {
        foreach (var (index, value) in new[] { ("email", change.After.Email), ("phone", change.After.Phone) })
            if (value is not null && change.Changed.Contains(index)
                && await call.Records.FindBy(Kinds.Contact, call.PracticeId, index, value, ct) is { } other && other.Id != contactId)
                return $"contact.{index}.taken";
        return null;
    }
}
