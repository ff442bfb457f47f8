using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Contacts;

/// <summary>A field that the practice has defined takes only what it is for. One that nobody defined takes anything, so that
/// a form may bring more than the practice has thought of.</summary>
public static class CustomFieldRule
{
    public static bool Fits(CustomField field, JsonElement value) => field.Type switch
    {
        _ when value.ValueKind is JsonValueKind.Null || value.ValueKind is JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString()) => true,
        "number" => value.ValueKind is JsonValueKind.Number || Text(value) is { } text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        "date" => Moment.TryParse(Text(value), out _),
        "choice" => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().All(item => Offered(field, item)) : Offered(field, value),
        "flag" => value.ValueKind is JsonValueKind.True or JsonValueKind.False || Text(value)?.ToLowerInvariant() is "true" or "false" or "yes" or "no",
        _ => true,
    };

    /// <returns>The key of the first changed field whose value does not fit it.</returns>
    public static async Task<string?> Misfit(IRecords records, string practice, Contact before, Contact after, CancellationToken ct)
    {
        foreach (var (key, value) in after.Fields)
        {
            if (before.Fields.TryGetValue(key, out var same) && JsonElement.DeepEquals(same, value)) continue;
            if (await records.FindBy(Kinds.CustomField, practice, "key", key, ct) is { } field && !Fits(field.Body, value)) return key;
        }
        return null;
    }

    static bool Offered(CustomField field, JsonElement value) => field.Options?.Contains(Text(value) ?? "", StringComparer.OrdinalIgnoreCase) == true;

    static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()!.Trim() : null;
}
