using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Simulating.Reporting;

/// <summary>The contact as an event about tags, do-not-disturb or changed fields has found it; the same when it tells of no change.</summary>
static class ContactNews
{
    public static Contact Of(TriedEvent e, Contact contact, DateTimeOffset now) => e.Type switch
    {
        "contact.tag.added" when Text(e, "tag", "name") is { } tag && !contact.Tags.Contains(tag) => contact with { Tags = contact.Tags.Add(tag) },
        "contact.tag.removed" when Text(e, "tag", "name") is { } tag => contact with { Tags = contact.Tags.RemoveAll(t => string.Equals(t, tag, StringComparison.OrdinalIgnoreCase)) },
        "contact.dnd.changed" when Text(e, "dnd", "channel") is { } channel => contact with { Dnd = Disturb(contact.Dnd, channel, IsOn(e.Data), now) },
        "contact.changed" when After(e.Data) is { } after => ContactFields.Apply(contact, after).After,
        _ => contact,
    };

    static ImmutableArray<DoNotDisturb> Disturb(ImmutableArray<DoNotDisturb> dnd, string channel, bool on, DateTimeOffset now)
    {
        var others = dnd.RemoveAll(d => d.Channel == channel);
        return on ? others.Add(new(channel, "staff", now)) : others;
    }

    static bool IsOn(JsonElement data) => data.GetProperty("dnd").TryGetProperty("enabled", out var enabled) && enabled.ValueKind is JsonValueKind.True;

    static System.Text.Json.Nodes.JsonObject? After(JsonElement data) =>
        data.ValueKind is JsonValueKind.Object && data.TryGetProperty("change", out var change) && change.ValueKind is JsonValueKind.Object
        && change.TryGetProperty("after", out var after) && after.ValueKind is JsonValueKind.Object ? System.Text.Json.Nodes.JsonObject.Create(after) : null;

    static string? Text(TriedEvent e, string root, string field) => FactLoader.TextIn(e.Data, root, field);
}
