using System.Text.Json.Nodes;
using AesthetixWorkflows.Runtime.Drafting.Intents;
using AesthetixWorkflows.Runtime.Drafting.Vocabulary;

namespace AesthetixWorkflows.Runtime.Drafting.Assembling;

/// <summary>Makes a whole definition of what was found.</summary>
static class Definitions
{
    public static JsonObject Of(Scene scene, JsonObject rules, IReadOnlyList<Piece> pieces)
    {
        var steps = new JsonObject();
        var start = Weaver.Weave(pieces, steps);
        return new()
        {
            ["schemaVersion"] = 1,
            ["settings"] = Settings(scene, rules),
            ["triggers"] = Triggers(scene),
            ["start"] = start,
            ["steps"] = steps,
            ["layout"] = new JsonObject(),
            ["notes"] = new JsonArray(),
        };
    }

    static JsonObject Settings(Scene scene, JsonObject rules)
    {
        var settings = new JsonObject
        {
            ["reentry"] = "afterFinish",
            ["scope"] = scene.Starts.Select(start => EventWords.ScopeOf(start.Type)).FirstOrDefault(scope => scope is not null) ?? "contact",
            ["stopOnReply"] = false,
            ["timeZone"] = "contact",
        };
        foreach (var (name, value) in rules) settings[name] = value?.DeepClone();
        return settings;
    }

    public static JsonArray Triggers(Scene scene, int taken = 0)
    {
        var triggers = new JsonArray();
        foreach (var start in scene.Starts)
            if (TriggerJson.Of(start, scene, $"t{taken + triggers.Count + 1}") is { } trigger) triggers.Add(trigger);
        return triggers;
    }
}
