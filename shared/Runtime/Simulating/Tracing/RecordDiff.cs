using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating.Tracing;

/// <summary>A record before and after, in short.</summary>
static class RecordDiff
{
    /// <summary>Kept for the engine's own sake, or shown in another way.</summary>
    static readonly HashSet<string> Quiet = [Kinds.Message.Name, Kinds.Delivery.Name, Kinds.Side.Name, Kinds.Output.Name, Kinds.Audit.Name];

    /// <summary>Null: nothing that people look at has changed.</summary>
    public static RecordChange? Of(Change change, string? before) => change switch
    {
        Change.Put put when !Quiet.Contains(put.Kind) => Between(put.Kind, put.Id, before, put.Json),
        Change.Delete delete => new(delete.Kind, delete.Id, before is null ? null : JsonElement.Parse(before), null),
        _ => null,
    };

    static RecordChange? Between(string kind, string id, string? before, string after)
    {
        if (before is null) return new(kind, id, null, JsonElement.Parse(after));
        var (old, now) = (JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());
        var names = old.Select(p => p.Key).Union(now.Select(p => p.Key)).Where(name => !JsonNode.DeepEquals(old[name], now[name])).ToList();
        return names.Count == 0 ? null : new(kind, id, Only(old, names), Only(now, names));
    }

    static JsonElement Only(JsonObject from, List<string> names) =>
        JsonSerializer.SerializeToElement(new JsonObject(names.Select(name => KeyValuePair.Create(name, from[name]?.DeepClone()))));
}
