using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Transferring;

/// <summary>Every text of a definition that may name something, and where it stands.</summary>
static class Places
{
    /// <param name="Field">What the text is the value of: a config's field, or the field that a row of a condition tests.</param>
    /// <param name="Put">Writes another text in its place.</param>
    public sealed record Place(string Pointer, string? StepId, string Field, string Text, Action<string?> Put)
    {
        /// <summary>Stages are known within their pipeline only, and by ids that may be any word.</summary>
        public bool IsStage => Field.EndsWith("stageId", StringComparison.OrdinalIgnoreCase);
    }

    public static IReadOnlyList<Place> In(JsonObject definition)
    {
        var places = new List<Place>();
        foreach (var (trigger, number) in (definition["triggers"] as JsonArray ?? []).Select((t, i) => (t, i)))
            Walk(trigger, JsonPointer.Below("/triggers", number), null, "", places);
        foreach (var (id, step) in definition["steps"] as JsonObject ?? [])
            Walk(step, JsonPointer.Below("/steps", id), id, "", places);
        return places;
    }

    static void Walk(JsonNode? node, string pointer, string? step, string field, List<Place> places)
    {
        switch (node)
        {
            case JsonObject row when row["field"]?.GetValueKind() is JsonValueKind.String && row.ContainsKey("op"):
                Below(row, "value", row["field"]!.GetValue<string>(), pointer, step, places);
                break;
            case JsonObject inner:
                foreach (var name in inner.Select(p => p.Key).ToList()) Below(inner, name, name, pointer, step, places);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var (at, number) = (JsonPointer.Below(pointer, i), i);
                    if (Text(list[i]) is { } text) places.Add(new(at, step, field, text, value => list[number] = value));
                    else Walk(list[i], at, step, field, places);
                }
                break;
        }
    }

    static void Below(JsonObject parent, string name, string field, string pointer, string? step, List<Place> places)
    {
        var at = JsonPointer.Below(pointer, name);
        if (Text(parent[name]) is { } text) places.Add(new(at, step, field, text, value => parent[name] = value));
        else Walk(parent[name], at, step, field, places);
    }

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
