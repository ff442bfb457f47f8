using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;
using NodaTime;
using NodaTime.Text;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>The one place where the definition's reader, writer and linter meet the shapes of other features:
/// conditions, windows, durations and merge fields.</summary>
internal static partial class Parts
{
    /// <param name="report">Told where (a pointer below the condition) and what is wrong.</param>
    public static Condition ReadCondition(JsonElement json, Action<string, string> report) => ReadCondition(json, "", report);

    static Condition ReadCondition(JsonElement json, string pointer, Action<string, string> report)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            report(pointer, "A condition must have rows.");
            return Condition.Always;
        }
        if (json.TryGetProperty("all", out var all)) return new Condition.All(ReadGroup(all, pointer + "/all", report));
        if (json.TryGetProperty("any", out var any)) return new Condition.Any(ReadGroup(any, pointer + "/any", report));
        var field = json.TryGetProperty("field", out var f) && f.ValueKind == JsonValueKind.String ? f.GetString() : null;
        var op = json.TryGetProperty("op", out var o) && o.ValueKind == JsonValueKind.String ? o.GetString() : null;
        if (string.IsNullOrWhiteSpace(field) || string.IsNullOrWhiteSpace(op))
        {
            report(pointer, "A row of a condition must name a field and how it is compared.");
            return Condition.Always;
        }
        return new Condition.Test(field, op, json.TryGetProperty("value", out var value) ? value.Clone() : default);
    }

    static ImmutableArray<Condition> ReadGroup(JsonElement json, string pointer, Action<string, string> report)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return [.. json.EnumerateArray().Select((item, at) => ReadCondition(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{at}"), report))];
        report(pointer, "A group of conditions must be a list.");
        return [];
    }

    public static JsonNode WriteCondition(Condition condition) => condition switch
    {
        Condition.All all => new JsonObject { ["all"] = new JsonArray([.. all.Items.Select(WriteCondition)]) },
        Condition.Any any => new JsonObject { ["any"] = new JsonArray([.. any.Items.Select(WriteCondition)]) },
        Condition.Test { Value.ValueKind: JsonValueKind.Undefined } test => new JsonObject { ["field"] = test.Field, ["op"] = test.Op },
        Condition.Test test => new JsonObject { ["field"] = test.Field, ["op"] = test.Op, ["value"] = JsonSerializer.SerializeToNode(test.Value, JsonTexts.Default.JsonElement) },
        _ => throw new InvalidOperationException("Not a condition."),
    };

    static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The window, or null when it cannot be read; the message says why.</summary>
    public static Window? ReadWindow(JsonElement json, out string? problem)
    {
        problem = "Give days with from and to, or hours for each weekday, times as 09:00.";
        if (json.ValueKind != JsonValueKind.Object) return null;
        var hours = ImmutableDictionary.CreateBuilder<DayOfWeek, ImmutableArray<OpenHours>>();
        if (json.TryGetProperty("hours", out var perDay))
        {
            if (perDay.ValueKind != JsonValueKind.Object) return null;
            foreach (var day in perDay.EnumerateObject())
            {
                var index = Array.IndexOf(Days, day.Name);
                if (index < 0 || day.Value.ValueKind != JsonValueKind.Array) return null;
                var stretches = day.Value.EnumerateArray().Select(pair =>
                    pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && Time(pair[0]) is { } from && Time(pair[1]) is { } to
                        ? new OpenHours(from, to) : (OpenHours?)null).ToList();
                if (stretches.Contains(null)) return null;
                hours[(DayOfWeek)index] = [.. stretches.OfType<OpenHours>()];
            }
        }
        else
        {
            if (!json.TryGetProperty("days", out var days) || days.ValueKind != JsonValueKind.Array) return null;
            if (!json.TryGetProperty("from", out var f) || Time(f) is not { } from) return null;
            if (!json.TryGetProperty("to", out var t) || Time(t) is not { } to) return null;
            foreach (var day in days.EnumerateArray())
            {
                var index = day.ValueKind == JsonValueKind.String ? Array.IndexOf(Days, day.GetString()) : -1;
                if (index < 0) return null;
                hours[(DayOfWeek)index] = [new OpenHours(from, to)];
            }
        }
        problem = null;
        return new Window(hours.ToImmutable());
    }

    public static JsonNode WriteWindow(Window window)
    {
        var hours = new JsonObject();
        foreach (var (day, stretches) in window.Hours.OrderBy(pair => pair.Key))
            hours[Days[(int)day]] = new JsonArray([.. stretches.Select(stretch => new JsonArray(WriteTime(stretch.From), WriteTime(stretch.To)))]);
        return new JsonObject { ["hours"] = hours };
    }

    public static string WriteTime(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static TimeOnly? ReadTime(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    static TimeOnly? Time(JsonElement json) => json.ValueKind == JsonValueKind.String ? ReadTime(json.GetString()) : null;

    /// <param name="signed">Offsets may point backwards: <c>-PT2H</c>.</param>
    public static bool IsDuration(string text, bool signed = false)
    {
        var body = signed && text.StartsWith('-') ? text[1..] : text;
        var parsed = PeriodPattern.NormalizingIso.Parse(body);
        return parsed.Success && parsed.Value is var period && (signed || !HasNegative(period));
    }

    static bool HasNegative(Period p) => p.Years < 0 || p.Months < 0 || p.Weeks < 0 || p.Days < 0 || p.HasTimeComponent && p.ToBuilder() is var b
        && (b.Hours < 0 || b.Minutes < 0 || b.Seconds < 0 || b.Milliseconds < 0 || b.Ticks < 0 || b.Nanoseconds < 0);

    /// <summary>The fields that a text names between braces; a pipe begins what to do with the value.</summary>
    public static ImmutableArray<string> TemplateFields(string text) =>
        [.. MergePattern().Matches(text).Select(match => match.Groups[1].Value.Trim()).Where(name => name.Length > 0)];

    /// <summary>What is wrong with the braces of a text; null when nothing is.</summary>
    public static string? TemplateProblem(string text)
    {
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf("}}", at, StringComparison.Ordinal);
            if (end < 0) return "A merge field is opened with {{ and never closed with }}.";
            if (string.IsNullOrWhiteSpace(text[(at + 2)..end])) return "A merge field is empty: there is nothing between {{ and }}.";
        }
        return null;
    }

    [GeneratedRegex(@"\{\{([^{}|]+)(?:\|[^}]*)?\}\}", RegexOptions.None, 1000)]
    private static partial Regex MergePattern();
}
