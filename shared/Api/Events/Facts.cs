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

    /// <summary>What differs: the fields' names, and their values before and after. Null: nothing does.</summary>
    public static JsonObject? Change<T>(T before, T after, params ReadOnlySpan<string> except) where T : class
    {
        var (old, now) = (JsonSerializer.SerializeToNode(before, ApiJson.Options)!.AsObject(), JsonSerializer.SerializeToNode(after, ApiJson.Options)!.AsObject());
        foreach (var name in except)
        {
            old.Remove(name);
            now.Remove(name);
        }
        var names = old.Select(p => p.Key).Union(now.Select(p => p.Key)).Where(name => !JsonNode.DeepEquals(old[name], now[name])).ToList();
        JsonObject Only(JsonObject from) => new(names.Where(n => from[n] is not null).Select(n => KeyValuePair.Create(n, from[n]?.DeepClone())));
        return names.Count == 0 ? null : new JsonObject { ["fields"] = new JsonArray([.. names.Select(n => JsonValue.Create(n))]), ["before"] = Only(old), ["after"] = Only(now) };
    }
}
