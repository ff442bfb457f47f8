using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>Values of a definition as people say them.</summary>
static class ValueWords
{
    const int Longest = 200;

    /// <returns>Null when there is nothing.</returns>
    public static string? Of(JsonNode? value, Field? field = null) => value switch
    {
        null => null,
        JsonValue text when text.TryGetValue(out string? words) => Text(words, field),
        JsonValue flag when flag.TryGetValue(out bool yes) => yes ? "yes" : "no",
        JsonArray { Count: 0 } => null,
        JsonArray list => string.Join(", ", list.Select(item => Of(item, field) ?? "nothing")),
        JsonObject window when field?.Of is "window" || window.ContainsKey("hours") => Window(window),
        JsonObject when field?.Kind is FieldKind.Condition => Condition(value),
        _ => Short(value.ToJsonString()),
    };

    public static string Condition(JsonNode? value, Func<string, string?>? label = null) =>
        Narration.Of(ConditionJson.Read(JsonSerializer.SerializeToElement(value)).Condition, label);

    /// <summary>“2 days”; one that points backwards is “2 days before”.</summary>
    public static string Duration(string text) =>
        !Durations.TryParse(text, out var length) ? text
        : length.IsZero ? "no time"
        : length.IsNegative ? $"{DurationWords.Of(length.Negate())} before" : DurationWords.Of(length);

    public static string Short(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");

    static string? Text(string text, Field? field) =>
        text.Length == 0 ? null
        : field?.Kind is FieldKind.Secret || Secret.IdIn(text) is not null ? "•••"
        : field?.Kind is FieldKind.Duration ? Duration(text)
        : field?.Options?.FirstOrDefault(o => o.Value == text) is { } option ? option.Label
        : $"“{Short(text)}”";

    /// <summary>“mon, tue 09:00–17:00; sat 10:00–12:00”.</summary>
    static string Window(JsonObject window)
    {
        if (window["hours"] is not JsonObject hours) return Short(window.ToJsonString());
        var days = hours.Select(day => (Day: day.Key, Hours: string.Join(" and ", (day.Value as JsonArray ?? []).Select(Stretch))));
        return string.Join("; ", days.GroupBy(d => d.Hours).Select(same => $"{string.Join(", ", same.Select(d => d.Day))} {same.Key}"));
    }

    static string Stretch(JsonNode? stretch) => stretch is JsonArray { Count: 2 } ends ? $"{ends[0]}–{ends[1]}" : "";
}
