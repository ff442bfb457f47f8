using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Runtime.Intake;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Whoever an event is about, as far as that can be seen without looking anything up. Events with the same key are
/// routed one after the other, in the order in which they were kept; the others may go side by side.</summary>
/// <remarks>Two names for one person (an email address here, our own id there) are two keys: what comes under both within a
/// moment has no order, and only the store's revisions see to it that both count.</remarks>
public static class LaneKey
{
    public static string Of(PracticeEvent e) => Of(e.ContactId, e.Data) ?? Alone(e.Source, e.SourceId);

    /// <summary>The same for an event that is not kept yet.</summary>
    public static string Of(IncomingEvent e) => Of(e.ContactId, e.Data) ?? Alone(e.Source, e.SourceId);

    /// <summary>Which of so many lanes a key has: the same one in every process and for ever. It is of no use for finding
    /// out about whom an event is, so it may stand in ids and logs.</summary>
    public static int Lane(string key, int lanes) => (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))) % (uint)lanes);

    /// <summary>By what <see cref="ContactMatching"/> would look for: id, then email, then phone.</summary>
    static string? Of(string? contactId, JsonElement data)
    {
        if (contactId is not null) return contactId;
        if (data.ValueKind is not JsonValueKind.Object) return null;
        var person = data.TryGetProperty("contact", out var contact) && contact.ValueKind is JsonValueKind.Object ? contact : data;
        return Text(person, "id") ?? Email(Text(person, "email")) ?? Phone(Text(person, "phone"))
            ?? (data.TryGetProperty("message", out var message) && Text(message, "from") is { } from ? from.Contains('@', StringComparison.Ordinal) ? Email(from) : Phone(from) : null);
    }

    static string? Email(string? text) => text is null ? null : EmailAddress.Normalize(text) ?? text;
    static string? Phone(string? text) => text is null ? null : PhoneNumber.Normalize(text) ?? text;

    /// <summary>About nobody: it waits for nothing and nothing waits for it.</summary>
    static string Alone(string source, string sourceId) => $"{source}\n{sourceId}";

    static string? Text(JsonElement from, string name) =>
        from.ValueKind is JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
        && value.GetString()?.Trim() is { Length: > 0 } text ? text : null;
}
