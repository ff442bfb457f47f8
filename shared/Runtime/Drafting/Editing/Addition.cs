using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Drafting.Assembling;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Offline;
using AesthetixWorkflows.Runtime.Drafting.Words;

namespace AesthetixWorkflows.Runtime.Drafting.Editing;

/// <summary>New steps for a draft that is there.</summary>
static class Addition
{
    public static void Append(IReadOnlyList<Clause> clauses, DraftGraph graph, Scene scene, List<string> changes)
    {
        var settings = new JsonObject();
        var starts = scene.Starts.ToList();
        var pieces = Pieces(clauses, scene, settings);
        Settings(graph, settings, changes);
        Narrowed(graph, scene, starts, changes);
        if (pieces.Count == 0) return;
        if (pieces[^1].Step["type"]?.ToString() == "goal" && graph.InOrder().Any(id => graph.TypeOf(id) == "goal") && pieces.Count == 1)
            scene.Assume("There is a goal already; the new one stands before it.");
        graph.Append(pieces);
        changes.Add($"Added at the end: {Names(pieces)}.");
    }

    public static List<Piece> Pieces(IReadOnlyList<Clause> clauses, Scene scene, JsonObject settings) =>
        Reading.Compose([.. clauses.SelectMany(clause => ClauseReader.Read(clause, scene, settings))], scene);

    public static string Names(IEnumerable<Piece> pieces) => string.Join(", ", pieces.Select(piece => $"“{piece.Step["name"]}”"));

    public static void Settings(DraftGraph graph, JsonObject settings, List<string> changes)
    {
        if (settings.Count == 0) return;
        if (graph.Draft["settings"] is not JsonObject there) graph.Draft["settings"] = there = [];
        foreach (var (name, value) in settings)
        {
            there[name] = value?.DeepClone();
            changes.Add(name switch
            {
                "window" => "Messages go only within the hours you named.",
                "stopOnReply" => "A reply ends the workflow for that contact.",
                _ => $"The setting {name} is now {value}.",
            });
        }
    }

    /// <summary>"Only for vip" gave the triggers more rows.</summary>
    static void Narrowed(DraftGraph graph, Scene scene, List<EventMention> before, List<string> changes)
    {
        foreach (var (trigger, at) in graph.Triggers.Select((trigger, at) => (trigger, at)))
        {
            if (at >= before.Count || scene.Starts[at].Filters.Count == before[at].Filters.Count) continue;
            var rows = scene.Starts[at].Filters.Skip(before[at].Filters.Count).Select(row => (JsonNode)row.Json());
            if (trigger["filters"] is JsonObject filters && filters["all"] is JsonArray all) foreach (var row in rows) all.Add(row);
            else trigger["filters"] = trigger["filters"] is JsonObject other && other.Count > 0 ? new JsonObject { ["all"] = new JsonArray([other.DeepClone(), .. rows]) } : new JsonObject { ["all"] = new JsonArray([.. rows]) };
            changes.Add($"The trigger “{scene.Starts[at].Name}” is narrower now.");
        }
    }
}
