using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AesthetixWorkflows.Runtime.Recipes;

/// <summary>Puts values where a recipe has placeholders: <c>{"$param":"calendar"}</c> for a whole value, <c>{"$list":"treatments"}</c> for
/// a text that is a list separated by commas, <c>[[bookingLink]]</c> within a text.</summary>
/// <remarks>A placeholder without value takes what it stands in with it: a config's field, an item of a list, a row of a condition.</remarks>
public static partial class Placeholders
{
    const string Whole = "$param", List = "$list";

    /// <summary>Every parameter that the JSON names.</summary>
    public static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject one when Named(one) is var (name, _) => [name],
        JsonObject inner => inner.SelectMany(pair => In(pair.Value)),
        JsonArray list => list.SelectMany(In),
        JsonValue value when value.TryGetValue(out string? text) => Within().Matches(text).Select(match => match.Groups[1].Value),
        _ => [],
    };

    /// <summary>Null: nothing is left of it.</summary>
    public static JsonNode? Fill(JsonNode? node, IReadOnlyDictionary<string, JsonNode?> values) => node switch
    {
        JsonObject one when Named(one) is var (name, asList) => Value(values.GetValueOrDefault(name), asList),
        JsonObject row when row.ContainsKey("op") && row["value"] is { } asked && Fill(asked, values) is null => null,
        JsonObject inner => new JsonObject(inner.Select(pair => KeyValuePair.Create(pair.Key, Fill(pair.Value, values))).Where(pair => pair.Value is not null || inner[pair.Key] is null)),
        JsonArray list => new JsonArray([.. list.Select(item => Fill(item, values)).Where(item => item is not null)]),
        JsonValue value when value.TryGetValue(out string? text) => Within().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value)?.ToString() ?? ""),
        _ => node?.DeepClone(),
    };

    static (string Name, bool AsList)? Named(JsonObject one) =>
        one.Count != 1 ? null : one[Whole] is JsonValue whole ? (whole.ToString(), false) : one[List] is JsonValue list ? (list.ToString(), true) : null;

    static JsonNode? Value(JsonNode? value, bool asList)
    {
        if (!asList) return value?.DeepClone();
        ImmutableArray<string> items = [.. (value?.ToString() ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return items.IsEmpty ? null : new JsonArray([.. items.Select(item => JsonValue.Create(item))]);
    }

    [GeneratedRegex(@"\[\[([A-Za-z][A-Za-z0-9]*)\]\]", RegexOptions.NonBacktracking)]
    private static partial Regex Within();
}
