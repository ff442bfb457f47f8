using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Tests.Drafting;

/// <summary>A definition as lines: what starts it, then its steps as they are met, ways out indented.</summary>
static class Outline
{
    public sealed record Line(int Depth, string Type, IReadOnlyDictionary<string, string> Values)
    {
        public override string ToString() => $"{new string(' ', Depth * 2)}{Type}{string.Concat(Values.Select(pair => $" {pair.Key}={pair.Value}"))}";
    }

    public static IReadOnlyList<Line> Of(JsonElement definition)
    {
        var lines = new List<Line>();
        foreach (var trigger in definition.GetProperty("triggers").EnumerateArray())
        {
            var rows = string.Concat(trigger.GetProperty("filters").GetProperty("all").EnumerateArray().Select(row => "; " + RowText(row)));
            lines.Add(new(0, $"on {trigger.GetProperty("type").GetString()}{rows}", trigger.TryGetProperty("config", out var config) ? Flat(config) : new Dictionary<string, string>()));
        }
        var steps = definition.GetProperty("steps");
        Walk(Text(definition, "start"), null, 0, steps, lines, []);
        return lines;
    }

    static void Walk(string? id, string? stop, int depth, JsonElement steps, List<Line> lines, HashSet<string> seen)
    {
        while (id is not null && id != stop && seen.Add(id))
        {
            var step = steps.GetProperty(id);
            var type = Text(step, "type")!;
            var (yes, no) = Ways(step, type);
            lines.Add(new(depth, Titled(step, type), Values(step)));
            if (no is null) { id = yes.Length > 0 ? yes : null; continue; }
            var (yesTo, noTo) = (yes.Length > 0 ? yes : null, no.Length > 0 ? no : null);
            var join = Trail(yesTo, steps).FirstOrDefault(at => Trail(noTo, steps).Contains(at)) ?? stop;
            Walk(yesTo, join, depth + 1, steps, lines, seen);
            if (noTo is not null && noTo != join)
            {
                lines.Add(new(depth, "else", new Dictionary<string, string>()));
                Walk(noTo, join, depth + 1, steps, lines, seen);
            }
            id = join;
        }
    }

    /// <summary>The second is null where there is only one way.</summary>
    static (string Yes, string? No) Ways(JsonElement step, string type) => type switch
    {
        "if" => (Text(step.GetProperty("branches")[0], "next") ?? "", Text(step.GetProperty("none"), "next") ?? ""),
        "split" => (Text(step.GetProperty("shares")[0], "next") ?? "", Text(step.GetProperty("shares")[1], "next") ?? ""),
        "goto" => ("", null),
        _ when step.TryGetProperty("timeout", out var timeout) => (Text(step, "next") ?? "", Text(timeout, "next") ?? ""),
        _ => (Text(step, "next") ?? "", null),
    };

    static List<string> Trail(string? id, JsonElement steps)
    {
        var (found, open) = (new List<string>(), new Queue<string?>([id]));
        while (open.TryDequeue(out var at))
        {
            if (string.IsNullOrEmpty(at) || found.Contains(at)) continue;
            found.Add(at);
            var step = steps.GetProperty(at);
            var (yes, no) = Ways(step, Text(step, "type")!);
            open.Enqueue(yes);
            open.Enqueue(no);
        }
        return found;
    }

    static string Titled(JsonElement step, string type) => type switch
    {
        "if" => "if " + string.Join(" and ", step.GetProperty("branches")[0].GetProperty("when").GetProperty("all").EnumerateArray().Select(RowText)),
        "goal" => "goal " + string.Join(',', step.GetProperty("config").GetProperty("events").EnumerateArray().Select(e => Text(e, "type"))),
        _ => type,
    };

    static Dictionary<string, string> Values(JsonElement step)
    {
        var values = step.TryGetProperty("config", out var config) ? Flat(config) : [];
        if (step.TryGetProperty("timeout", out var timeout)) values["after"] = Text(timeout, "after")!;
        if (step.TryGetProperty("enabled", out var enabled)) values["enabled"] = enabled.GetRawText();
        if (Text(step, "type") == "goal")
            foreach (var row in step.GetProperty("config").GetProperty("events").EnumerateArray().SelectMany(e => e.GetProperty("filters").GetProperty("all").EnumerateArray()))
                values[Text(row, "field")!] = row.GetProperty("value").ToString();
        return values;
    }

    static Dictionary<string, string> Flat(JsonElement config)
    {
        var values = new Dictionary<string, string>();
        foreach (var property in config.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.Object) foreach (var (name, value) in Flat(property.Value)) values[name] = value;
            else values[property.Name] = property.Value.ValueKind == JsonValueKind.Array ? string.Join(',', property.Value.EnumerateArray().Select(item => item.ToString())) : property.Value.ToString();
        return values;
    }

    static string RowText(JsonElement row) => $"{Text(row, "field")} {Text(row, "op")}{(row.TryGetProperty("value", out var value) ? $" {value.ToString().Replace("True", "true", StringComparison.Ordinal)}" : "")}";

    static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
