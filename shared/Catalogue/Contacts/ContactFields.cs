using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Core.Records;
using NodaTime;

namespace AesthetixWorkflows.Catalogue.Contacts;

/// <summary>The fields of a contact that a workflow may set by name: its own, and <c>fields.…</c> for the practice's own.</summary>
public static class ContactFields
{
    delegate Contact? Setter(Contact contact, string? value);

    /// <summary>A setter answers null when the value cannot be one of its field.</summary>
    static readonly FrozenDictionary<string, (Func<Contact, string?> Get, Setter Set)> Own = new Dictionary<string, (Func<Contact, string?>, Setter)>
    {
        ["firstName"] = (c => c.FirstName, (c, v) => c with { FirstName = v }),
        ["lastName"] = (c => c.LastName, (c, v) => c with { LastName = v }),
        ["email"] = (c => c.Email, (c, v) => v is null ? c with { Email = null } : EmailAddress.Normalize(v) is { } email ? c with { Email = email } : null),
        ["phone"] = (c => c.Phone, (c, v) => v is null ? c with { Phone = null } : PhoneNumber.Normalize(v) is { } phone ? c with { Phone = phone } : null),
        ["dateOfBirth"] = (c => c.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (c, v) =>
            v is null ? c with { DateOfBirth = null }
            : DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? c with { DateOfBirth = day } : null),
        ["type"] = (c => c.Type, (c, v) => c with { Type = v }),
        ["source"] = (c => c.Source, (c, v) => c with { Source = v }),
        ["company"] = (c => c.Company, (c, v) => c with { Company = v }),
        ["address"] = (c => c.Address, (c, v) => c with { Address = v }),
        ["city"] = (c => c.City, (c, v) => c with { City = v }),
        ["state"] = (c => c.State, (c, v) => c with { State = v }),
        ["postalCode"] = (c => c.PostalCode, (c, v) => c with { PostalCode = v }),
        ["country"] = (c => c.Country, (c, v) => c with { Country = v }),
        ["timeZone"] = (c => c.TimeZone, (c, v) => v is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(v) is not null ? c with { TimeZone = v } : null),
        ["assignedTo"] = (c => c.AssignedTo, (c, v) => c with { AssignedTo = v }),
    }.ToFrozenDictionary();

    const string Custom = "fields.";

    public static ImmutableArray<string> Names { get; } = [.. Own.Keys.Order(StringComparer.Ordinal)];

    public static bool Knows(string name) => Own.ContainsKey(Plain(name)) || Plain(name) is var plain && plain.StartsWith(Custom, StringComparison.Ordinal) && plain.Length > Custom.Length;

    /// <summary>A field as text; null when it is empty.</summary>
    public static string? Text(Contact contact, string given) => Plain(given) is var name && Own.TryGetValue(name, out var field) ? field.Get(contact)
        : name.StartsWith(Custom, StringComparison.Ordinal) && contact.Fields.TryGetValue(name[Custom.Length..], out var value) ? value.ToString() : null;

    /// <summary>Sets the given fields; null or an empty text clears one.</summary>
    public static ContactChange Apply(Contact contact, IEnumerable<KeyValuePair<string, JsonNode?>> values)
    {
        var (after, changed, old, now) = (contact, ImmutableArray.CreateBuilder<string>(), new JsonObject(), new JsonObject());
        foreach (var (given, node) in values)
        {
            var name = Plain(given);
            var text = node is null ? null : node.ToString() is var written && string.IsNullOrWhiteSpace(written) ? null : written.Trim();
            JsonNode? before;
            Contact? next;
            if (Own.TryGetValue(name, out var field))
            {
                before = field.Get(after);
                next = field.Set(after, text);
            }
            else if (Knows(name))
            {
                before = after.Fields.TryGetValue(name[Custom.Length..], out var value) ? JsonSerializer.SerializeToNode(value) : null;
                next = SetCustom(after, name[Custom.Length..], text is null ? null : node);
            }
            else return ContactChange.No("contact.field.unknown");
            if (next is null) return ContactChange.No($"contact.{name}.invalid");
            var result = Own.TryGetValue(name, out field) ? field.Get(next) : next.Fields.TryGetValue(name[Custom.Length..], out var set) ? JsonSerializer.SerializeToNode(set) : null;
            if (JsonNode.DeepEquals(before, result)) continue;
            after = next;
            changed.Add(name);
            (old[name], now[name]) = (before, result);
        }
        return new ContactChange(after, changed.ToImmutable(), old, now, null);
    }

    static Contact SetCustom(Contact contact, string key, JsonNode? value) =>
        contact with { Fields = value is null ? contact.Fields.Remove(key) : contact.Fields.SetItem(key, JsonSerializer.SerializeToElement(value)) };

    static string Plain(string name) => name.StartsWith("contact.", StringComparison.Ordinal) ? name["contact.".Length..] : name;
}

/// <summary>A contact before it is written: what changed, from what to what, or why it cannot be.</summary>
public sealed record ContactChange(Contact After, ImmutableArray<string> Changed, JsonObject Before, JsonObject Now, string? Problem)
{
    public static ContactChange No(string problem) => new(new Contact(), [], [], [], problem);
}
