using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Reading;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What a caller may set on a field of contacts; the key is for ever.</summary>
public sealed record CustomFieldFields(string? Key = null, string? Label = null, string? Type = null, ImmutableArray<string>? Options = null);

/// <summary>What a caller may set on a value of the practice; the key is for ever.</summary>
public sealed record CustomValueFields(string? Key = null, string? Name = null, string? Value = null);

/// <summary>What the practice has added of its own: fields of contacts, and values for texts.</summary>
static partial class CustomRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RecordRoutes.Map<CustomField, CustomFieldFields>(api, new()
        {
            Path = "/custom-fields",
            Tag = "Custom fields",
            Kind = Kinds.CustomField,
            NamedAs = (_, field) => new("field", field.Key, field.Label),
            Read = Scopes.ContactsRead,
            Write = Scopes.SettingsWrite,
            Required = ["key", "label", "type"],
            Settle = (before, after, _) => Same(before?.Key, after.Key, after),
            Refuse = (_, _, field, _) => Task.FromResult(WrongKey(field.Key)
                ?? (field.Type is not ("text" or "number" or "date" or "choice" or "flag") ? Refusal.Invalid("type", "One of text, number, date, choice, flag.")
                    : field.Type == "choice" != field.Options is { Length: > 0 } ? Refusal.Invalid("options", "A choice needs options, and nothing else has them.")
                    : null)),
            Taken = Codes.KeyTaken,
        });
        RecordRoutes.Map<CustomValue, CustomValueFields>(api, new()
        {
            Path = "/custom-values",
            Tag = "Custom values",
            Kind = Kinds.CustomValue,
            NamedAs = (_, value) => new("value", value.Key, value.Name),
            Read = Scopes.ContactsRead,
            Write = Scopes.SettingsWrite,
            Required = ["key", "name"],
            Given = _ => new() { ["value"] = "" },
            Settle = (before, after, _) => Same(before?.Key, after.Key, after),
            Refuse = (_, _, value, _) => Task.FromResult(WrongKey(value.Key) ?? (value.Value.Length > 5000 ? Refusal.Invalid("value", "At most 5000 characters.") : null)),
            Taken = Codes.KeyTaken,
        });
    }

    /// <summary>Texts and stored values name it by its key.</summary>
    static T Same<T>(string? before, string after, T record) =>
        before is null || before == after ? record : throw new RefusedException(Refusal.Invalid("key", "The key is in use and cannot change."));

    static Refusal? WrongKey(string key) => Key().IsMatch(key) ? null : Refusal.Invalid("key", "A letter, then letters, digits, _ or -; at most 60.");

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,59}$", RegexOptions.CultureInvariant, Patterns.Patience)]
    private static partial Regex Key();
}
