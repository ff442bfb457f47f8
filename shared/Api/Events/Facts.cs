using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Bodies;

namespace AesthetixWorkflows.Api.Events;

/// <summary>Records as facts of an event.</summary>
static class Facts
{
    public static JsonObject Of<T>(string id, T record) where T : class
    {
        var facts = JsonSerializer.SerializeToNode(record, ApiJson.Options)!.AsObject();
        facts.Insert(0, "id", id);
        return facts;
    }

    /// <summary>Names of the fields that differ.</summary>
    public static IEnumerable<string> Changed<T>(T before, T after) where T : class
    {
        var (old, now) = (JsonSerializer.SerializeToNode(before, ApiJson.Options)!.AsObject(), JsonSerializer.SerializeToNode(after, ApiJson.Options)!.AsObject());
        return old.Select(p => p.Key).Union(now.Select(p => p.Key)).Where(name => !JsonNode.DeepEquals(old[name], now[name]));
    }
}
