using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>A definition in a line or two: one trigger, and steps that follow each other unless they say otherwise.</summary>
public sealed class Flow(string trigger, params Piece[] pieces)
{
    public IReadOnlyList<Piece> Pieces => pieces;
    public JsonObject Settings { get; init; } = [];
    /// <summary>More event types that let somebody in.</summary>
    public string[] Also { get; init; } = [];
    /// <summary>What the triggers ask of the event; nothing when null.</summary>
    public JsonObject? Filters { get; init; }

    public JsonElement Json()
    {
        var steps = new JsonObject();
        for (var i = 0; i < pieces.Length; i++)
        {
            var body = pieces[i].Body.DeepClone().AsObject();
            if (!body.ContainsKey("next") && pieces[i].FlowsOn) body["next"] = i + 1 < pieces.Length ? pieces[i + 1].Id : null;
            steps[pieces[i].Id] = body;
        }
        var triggers = new JsonArray([.. new[] { trigger }.Concat(Also).Select((type, i) =>
            (JsonNode)new JsonObject { ["id"] = $"t{i + 1}", ["type"] = type, ["filters"] = Filters?.DeepClone() ?? new JsonObject { ["all"] = new JsonArray() } })]);
        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["schemaVersion"] = 1, ["settings"] = Settings.DeepClone(), ["triggers"] = triggers, ["start"] = pieces[0].Id, ["steps"] = steps,
        });
    }
}

/// <summary>One step of a <see cref="Flow"/>.</summary>
/// <param name="FlowsOn">Whether it leads to the step after it when it names no other.</param>
public sealed record Piece(string Id, JsonObject Body, bool FlowsOn = true)
{
    /// <summary>Leads to this step; null ends the path.</summary>
    public Piece To(string? next)
    {
        var body = Body.DeepClone().AsObject();
        body["next"] = next;
        return this with { Body = body };
    }

    public Piece OrElse(string then, int attempts = 5) => With("onError", new JsonObject { ["then"] = then, ["maxAttempts"] = attempts });

    public Piece With(string name, JsonNode? value)
    {
        var body = Body.DeepClone().AsObject();
        body[name] = value;
        return this with { Body = body };
    }
}
